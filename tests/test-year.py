#!/usr/bin/env python3
"""A year of a round with commands only, on simulated dates: six suppliers, eleven actions, updates
and their mails, reminders that are put off, two returns, feedback, archive, close, and the next
round. It is checked in the database, in the mails, in the report and in the archive, each read by a
program that is not ours."""

import email
import email.policy
import sqlite3
import unittest
import zipfile

import openpyxl

from levman import Story

ROUND = "Review 2027"
SUPPLIERS = ["Aalscholver Hosting", "Bergeend Netwerken", "Citroenvlinder Zaken",
             "Dodaars Financieel", "Eidereend Geo", "Fuut Identiteit"]
CM, COLLEAGUE = "Marijke de Wit", "Bas Hoekstra"
OWNERS = ["Joost Verhagen", "Annelies Brouwer"]
SLMS = ["Pieter Dijkman", "Lieke van Dam"]
STAKEHOLDER, DIRECTOR, BOARD = "Noor Bakker", "Ingrid Scholten", "Karin Postma"
OUTSIDER = "Zeger Buiten"
# Action: its supplier. A11 is not taken.
ACTIONS = {f"A{n:02}": (n - 1) % 6 for n in range(1, 12)}
TAKEN = [code for code in ACTIONS if code != "A11"]


def manager(i):
    return CM if i < 4 else COLLEAGUE


def owner(code):
    return OWNERS[ACTIONS[code] % 2]


def slm(code):
    return SLMS[ACTIONS[code] % 2]


def address(name):
    return f"{name.split()[-1].lower()}@noorderveen.example"


class YearTest(Story):
    def play(self, moment, *lines):
        """Steps on one day, in one run of the program."""
        script = f"at {moment}\n" + "\n".join(lines) + "\n"
        self.succeed("step", self.database, "--author", CM, "--script", "-", stdin=script.encode())
        self.now = f"{moment}:00Z"

    def query(self, statement, *values):
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    def read_mails(self, folder):
        """The mails in @folder: recipient to message."""
        mails = {}
        for path in sorted((self.folder / folder).glob("*.eml")):
            content = path.read_bytes()
            self.assertNotIn(b"\n", content.replace(b"\r\n", b""))
            mail = email.message_from_bytes(content, policy=email.policy.default)
            self.assertEqual(mail.defects, [])
            self.assertEqual(len(mail["To"].addresses), 1)
            self.assertIsNone(mail["Cc"])
            self.assertIsNone(mail["Bcc"])
            self.assertEqual(mail["From"].addresses[0].addr_spec, address(CM))
            mails[mail["To"].addresses[0].addr_spec] = mail
        return mails

    def find_steps(self):
        return {action["code"]: action["step"] for dossier in self.read_json("status")["dossiers"]
                for action in dossier["actions"]}

    def prepare(self):
        people = [f'person name="{name}" email={address(name)} {role}=yes'
                  for names, role in (([CM, COLLEAGUE], "contract-manager"),
                                      (OWNERS, "service-owner"), (SLMS, "service-level-manager"),
                                      ([DIRECTOR, BOARD], "management-team"))
                  for name in names]
        people += [f'person name="{name}" email={address(name)}'
                   for name in (STAKEHOLDER, OUTSIDER)]
        register = []
        for i, name in enumerate(SUPPLIERS):
            register += [f'supplier name="{name}" number=L-{i + 1:03} manager="{manager(i)}"',
                         f'service "{name}" name=Dienst owner="{OWNERS[i % 2]}" '
                         f'level-manager="{SLMS[i % 2]}"',
                         f'criticality "{name}" A1=5 A2=5 A3=4 A4=4 A5=4 A6=4 A7=4']
        self.play("2027-01-04T09:00", *people, *register,
                  "calendar title=Jaarlijks date=2027-01-31 recurrence=months interval-months=12 "
                  f'lead=28 coordinator="{CM}"',
                  f'start title="{ROUND}" entry=Jaarlijks from=2027-01-01 until=2027-12-31',
                  "round line=6", *(f'choose "{name}"' for name in SUPPLIERS), "selected")

    def fill_in(self):
        criteria = [f"C{i}=2" for i in range(1, 11)] + [f"I{i}=2" for i in range(1, 12)]
        lines = []
        for i, name in enumerate(SUPPLIERS):
            lines += [f'answer "{name}" 1 attention explanation=Let',
                      f'answer "{name}" 2 no explanation=Goed',
                      f'assess "{name}" ' + " ".join(criteria),
                      f'risk "{name}" criterion=C7 event="Uitval van {name}" likelihood=4 impact=4 '
                      "treatment=reduce",
                      f'participants "{name}" "{manager(i)}" "{OWNERS[i % 2]}" "{SLMS[i % 2]}"']
        lines.append(f'stakeholder "{SUPPLIERS[0]}" person="{STAKEHOLDER}" role=productmanager')
        for code, i in ACTIONS.items():
            lines.append(f'action "{SUPPLIERS[i]}" risk=R{i + 1:02} title="Maatregel {code}" '
                         f'owner="{OWNERS[i % 2]}" due=2027-06-30 result="Verslag van {code}"')
        self.play("2027-01-18T10:00", *lines, *(f'complete "{name}"' for name in SUPPLIERS))
        self.play("2027-02-01T10:00", "meeting date=2027-02-15T10:00 place=Bestuurskamer",
                  "invite all", "planned")

    def decide(self):
        lines = ["freeze", *(f'present "{name}"' for name in SUPPLIERS), "attend all"]
        lines += [f'decide {code} yes by="{DIRECTOR}" reason=Nodig' for code in TAKEN]
        lines.append(f'decide A11 no by="{BOARD}" reason="Te duur" accepted-by="{DIRECTOR}" '
                     "accepted-until=2028-02-15")
        self.play("2027-02-15T11:00", *lines)
        lines = [f'update-profile "{name}" reason="Besluiten verwerkt"' for name in SUPPLIERS]
        lines += [f'agree {code} executor="{slm(code)}" due=2027-06-30 frequency=monthly '
                  "channel=mail" for code in TAKEN]
        self.play("2027-02-22T09:00", *lines)
        self.assertEqual(set(self.find_steps().values()), {8, 13})

    def report_status(self):
        """Three months of updates; each mail gathers what is new to its reader."""
        self.play("2027-03-22T09:00",
                  *(f'status {code} text="Begonnen aan {code}" progress=20' for code in TAKEN),
                  "mail-updates folder=mail-1")
        mails = self.read_mails("mail-1")
        self.assertEqual(set(mails), {address(name) for name in [*OWNERS, *SLMS, STAKEHOLDER]})
        first = mails[address(STAKEHOLDER)].get_content()
        self.assertIn("Begonnen aan A01", first)
        self.assertIn("Begonnen aan A07", first)
        self.assertNotIn("Begonnen aan A02", first)
        self.assertIn("22 april 2027", first)

        self.play("2027-04-22T09:00",
                  *(f'status {code} text="Halverwege met {code}" progress=50'
                    for code in TAKEN[:5]),
                  'status A06 text="Gebeld over A06" progress=45 channel=phone')
        # A slip of the pen, put right before anyone was mailed; and an outsider, added by hand.
        self.play("2027-04-23T09:00", 'correct A01 text="Een derde van A01" progress=30',
                  f'status A02 text="Ook voor {OUTSIDER}" progress=55 '
                  f'recipients="{owner("A02")}, {OUTSIDER}"',
                  "mail-updates folder=mail-2", "mail-updates folder=mail-3")
        self.assertFalse((self.folder / "mail-3").exists())
        mails = self.read_mails("mail-2")
        self.assertEqual(set(mails), {address(name) for name in
                                      [*OWNERS, *SLMS, STAKEHOLDER, OUTSIDER]})
        joost = mails[address(OWNERS[0])].get_content()
        self.assertIn("Een derde van A01", joost)
        self.assertNotIn("Halverwege met A01", joost)
        self.assertNotIn("Begonnen aan", joost)
        self.assertIn("Gebeld over A06", mails[address(owner("A06"))].get_content())
        outsider = mails[address(OUTSIDER)].get_content()
        self.assertIn("Ook voor", outsider)
        self.assertNotIn("Halverwege", outsider)
        self.assertEqual(self.query("SELECT count(*) FROM status_update WHERE corrects IS NOT NULL"),
                         [(1,)])

    def remind(self):
        """A date that was agreed on moves with a reason; a reminder can wait."""
        self.refuse("due", "A03", "2027-08-31", says=["reden"])
        self.refuse("action", SUPPLIERS[2], "update=A03", "due=2027-08-31", says=["uitgezet"])
        self.refuse("put-off", "A04", "until=2027-04-01", "reason=Vakantie", says=["na vandaag"])
        self.play("2027-05-31T09:00", 'due A03 2027-08-31 reason="Levering is later"',
                  'put-off A04 until=2027-06-14 reason="De leverancier is gesloten"')
        self.assertEqual(self.query("SELECT old_due, due, reason FROM due_change"),
                         [("2027-06-30", "2027-08-31", "Levering is later")])
        self.assertEqual(self.query("SELECT due, until, reason FROM deferral"),
                         [("2027-05-22", "2027-06-14", "De leverancier is gesloten")])

    def judge(self):
        """Who may turn which key; one no from the service owner, and one from the MT."""
        self.play("2027-06-21T09:00",
                  *(f'status {code} text="Gereed: {code}" progress=100' for code in TAKEN),
                  "mail-updates folder=mail-4")
        self.refuse("done", "A01", "yes", f"by={OWNERS[1]}", says=["Diensteigenaar"])
        self.refuse("done", "A01", "yes", f"by={DIRECTOR}", says=["Diensteigenaar"])
        self.play("2027-06-28T09:00",
                  'evidence A01 name="Verslag van de test"',
                  f'done A01 no by="{owner("A01")}" reason="Het verslag ontbreekt"',
                  *(f'done {code} yes by="{owner(code)}"' for code in TAKEN[1:]))
        self.assertEqual(self.find_steps()["A01"], 7)
        self.play("2027-07-05T09:00", "agree A01 due=2027-07-30",
                  'status A01 text="Verslag geschreven" progress=100')
        self.play("2027-07-12T09:00",
                  f'done A01 yes by="{owner("A01")}" evidence="Verslag van de test"',
                  f'feedback {" ".join(TAKEN)} form=bundled involved="{OWNERS[0]}, {OWNERS[1]}"')
        self.refuse("finish", "A02", "yes", f"by={OWNERS[0]}", says=["MT"])
        self.play("2027-08-30T09:00",
                  f'finish A02 no by="{BOARD}" reason="Ook de uitwijk testen"',
                  *(f'finish {code} yes by="{DIRECTOR}"' for code in TAKEN if code != "A02"))
        self.play("2027-09-06T09:00", "agree A02 due=2027-10-29")
        self.play("2027-10-25T09:00", 'status A02 text="Uitwijk getest" progress=100',
                  f'done A02 yes by="{owner("A02")}"',
                  f'feedback A02 form=separate involved="{owner("A02")}"',
                  f'finish A02 yes by="{BOARD}"')
        self.assertEqual({step for code, step in self.find_steps().items() if code in TAKEN}, {12})
        changes = self.query("SELECT reason FROM due_change ORDER BY date, id")
        self.assertIn("Het verslag ontbreekt", changes[1][0] + changes[2][0])

    def inform(self):
        self.play("2027-11-01T09:00",
                  *(f'inform {code} recipients="{owner(code)}, {slm(code)}"' for code in TAKEN),
                  "mail-finished folder=mail-5")
        mails = self.read_mails("mail-5")
        self.assertEqual(set(mails), {address(name) for name in [*OWNERS, *SLMS]})
        for name in OWNERS:
            text = mails[address(name)].get_content()
            for code in TAKEN:
                self.assertEqual(f"({code})" in text, owner(code) == name, code)
            self.assertIn(DIRECTOR, text)

    def archive(self):
        self.play("2027-11-15T09:00", *(f'archive "{name}" folder=archief' for name in SUPPLIERS))
        self.assertIn("juist", self.succeed("verify", "archief"))
        names = [name for path in (self.folder / "archief").rglob("*.zip")
                 for name in zipfile.ZipFile(path).namelist()]
        self.assertEqual(len([name for name in names if name.endswith("Mitigatie acties.json")]), 6)
        content = "".join(zipfile.ZipFile(path).read(name).decode()
                          for path in (self.folder / "archief").rglob("*.zip")
                          for name in zipfile.ZipFile(path).namelist()
                          if name.endswith("Mitigatie acties.json"))
        for text in ("Levering is later", "Het verslag ontbreekt", "Ook de uitwijk testen"):
            self.assertIn(text, content)

    def close(self):
        """The next date follows from the year calendar: 31 January 2028 is a Monday."""
        self.play("2027-12-01T09:00", 'close lessons="Eerder bewijs vragen" next=2028-01-31')
        self.refuse("--review", ROUND, "reopen", says=["reden"])
        self.step("--review", ROUND, "reopen", "reason=Een bijlage ontbrak", f"by={CM}")
        self.refuse("status", "A01", "text=Toch", "progress=1", says=["A01"])
        self.play("2027-12-02T09:00", 'close lessons="Eerder bewijs vragen" next=2028-01-31')
        self.assertEqual(self.query("SELECT reason FROM reopening"), [("Een bijlage ontbrak",)])
        self.assertEqual(self.query("SELECT date, anchor FROM calendar_entry"),
                         [("2028-01-31", "2027-01-31")])

    def check_report(self):
        self.succeed("report", self.database, "--review", ROUND, "-o", "rapport.xlsx")
        book = openpyxl.load_workbook(self.folder / "rapport.xlsx", data_only=True)
        rows = [[cell.value for cell in row] for row in book["Acties"].iter_rows()]
        heading = next(row for row in rows if "Doorlooptijd" in row)
        actions = {row[heading.index("Nr")]: row for row in rows
                   if str(row[heading.index("Nr")]) in ACTIONS}
        returns, lead = heading.index("Teruggekomen"), heading.index("Doorlooptijd")
        self.assertEqual({code: row[returns] for code, row in actions.items() if row[returns]},
                         {"A01": 1, "A02": 1})
        self.assertEqual(actions["A03"][lead], 196)
        self.assertEqual(actions["A02"][lead], 252)
        self.assertIn(actions["A11"][lead], (None, ""))
        updates = [str(cell.value) for row in book["Status updates"].iter_rows() for cell in row]
        self.assertIn("(Correctie) Een derde van A01", updates)
        self.assertIn("(Gecorrigeerd) Halverwege met A01", updates)

    def check_database(self):
        self.assertTrue(self.read_json("check")["right"])
        sent = self.query("SELECT count(*), count(DISTINCT recipient) FROM message")
        self.assertEqual(sent[0][1], 6)
        # Nothing was told twice to the same person.
        self.assertEqual(self.query(
            "SELECT m.recipient, i.\"update\", count(*) FROM message_item i "
            "JOIN message m ON m.id = i.message WHERE i.\"update\" IS NOT NULL "
            "GROUP BY 1, 2 HAVING count(*) > 1"), [])

    def start_next(self):
        self.play("2028-01-31T09:00",
                  'start title="Review 2028" entry=Jaarlijks from=2028-01-01 until=2028-12-31',
                  "round line=6", *(f'choose "{name}"' for name in SUPPLIERS), "selected")
        status = self.read_json("status")
        self.assertEqual((status["review"], status["step"]), ("Review 2028", 3))

    def test_year(self):
        for chapter in (self.prepare, self.fill_in, self.decide, self.report_status, self.remind,
                        self.judge, self.inform, self.archive, self.close, self.check_report,
                        self.check_database, self.start_next):
            chapter()


if __name__ == "__main__":
    unittest.main()
