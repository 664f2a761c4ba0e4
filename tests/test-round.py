#!/usr/bin/env python3
"""A complete round, from the list of suppliers to the closed round, with commands only.

The list comes from a workbook that a spreadsheet program turned into CSV. Two actions go back to
step 7, one from step 9 and one from step 11; one is not taken, and one supplier gets no action at
all. At each step what the process forbids is tried too: it must be refused and change nothing.
"""

import datetime
import subprocess
import unittest
import zipfile

import openpyxl

from levman import Story

HOSTING, NETWORK, PAPER = "Aalscholver Hosting", "Bergeend Netwerken", "Citroenvlinder Papier"
CM, COLLEAGUE = "Marijke de Wit", "Bas Hoekstra"
OWNER, OTHER_OWNER, SLM = "Joost Verhagen", "Fatma Yıldız", "Pieter Dijkman"
DIRECTOR, BOARD = "Ingrid Scholten", "Karin Postma"
CRITERIA = [f"C{i}" for i in range(1, 11)] + [f"I{i}" for i in range(1, 12)]
ROUND = "Review 2027-1"

HEADINGS = ["Leverancier", "Leveranciersnummer", "KvK-nummer", "Land", "Kraljic-vak",
            "Contractmanager", "Dienst", "Diensteigenaar", "Service level manager",
            "Contractnummer", "Einddatum", "Jaarwaarde", *(f"A{i}" for i in range(1, 8))]


def with_address(name):
    return f"{name} <{name.split()[-1].lower()}@noorderveen.example>"


ROWS = [
    [HOSTING, "L-101", "00123456", "Nederland", "strategisch", with_address(CM), "Hosting; uitwijk",
     with_address(OWNER), with_address(SLM), "C-7", datetime.date(2028, 12, 31), 684000.5,
     5, 5, 4, 5, 4, 4, 5],
    [NETWORK, "L-102", "00234567", "België", "knelpunt", with_address(COLLEAGUE),
     "Verbindingen, \"vast\"", with_address(OTHER_OWNER), with_address(SLM), "C-8",
     datetime.date(2027, 6, 30), 148000, 4, 4, "onbekend", 3, 4, 4, "n.v.t."],
    [PAPER, "L-103", "00345678", "Nederland", "routine", CM, "Papier\nen inkt", OWNER, SLM, "C-9",
     datetime.date(2027, 12, 31), 1250.75, 1, 1, 1, 2, 1, 1, 1],
]


class RoundTest(Story):
    def read_step(self, number):
        return self.read_json("status")["steps"][number - 1]

    def check_progress(self, number, done, total):
        step = self.read_step(number)
        self.assertEqual((step["done"], step["total"]), (done, total),
                         f"progress of step {number}: {step}")

    def check_missing(self, number, *expected):
        """Each of @expected, in Dutch, must be missing in the step, and nothing else."""
        missing = self.read_step(number)["missing"]
        lines = [f"{item['subject']}: {item['reason']}" for item in missing]
        self.assertEqual(sorted(lines), sorted(expected), f"what is missing in step {number}")
        for item in missing:
            self.assertRegex(item["todo"], r"^[A-Z].+\.$")

    def check_at(self, number, **actions):
        """The step at which the round is, and those at which its actions are."""
        status = self.read_json("status")
        self.assertEqual(status["step"], number)
        found = {action["code"]: action["step"] for dossier in status["dossiers"]
                 for action in dossier["actions"]}
        for code, step in actions.items():
            self.assertEqual(found[code], step, f"step of {code}: {found}")

    def import_list(self):
        workbook = openpyxl.Workbook()
        workbook.active.append(HEADINGS)
        for row in ROWS:
            workbook.active.append(row)
        workbook.save(self.folder / "lijst.xlsx")
        subprocess.run(["ssconvert", "lijst.xlsx", "lijst.csv"], cwd=self.folder, check=True,
                       capture_output=True)
        out = self.succeed("import", self.database, "lijst.csv", "--author", CM)
        self.assertIn("3 nieuw", out)
        for name in (DIRECTOR, BOARD):
            self.step("person", f"name={name}", "management-team=ja")

    def start(self):
        self.fail_with(1, "status", self.database, says=["Er is nog geen ronde"])
        self.fail_with(1, "step", self.database, "choose", HOSTING, says=["Er loopt geen ronde"])
        self.step("calendar", "title=Halfjaarlijkse review", "date=2027-01-04",
                  "recurrence=half-yearly", "lead=30")
        self.fail_with(2, "step", self.database, "start", says=["title ontbreekt"])
        self.fail_with(1, "step", self.database, "start", "title=X", "entry=Onbekend",
                       says=["Jaarkalender", "‘Onbekend’"])
        self.step("start", f"title={ROUND}", "entry=Halfjaarlijkse review", "subtitle=Winter 2027")
        self.check_at(1)
        self.check_progress(1, 0, 1)
        self.check_missing(1, f"{ROUND}: De coördinerend CM ontbreekt",
                           f"{ROUND}: De periode ontbreekt")
        self.refuse("selected", says=["Stap 1 (Ronde starten)", ROUND, "coördinerend CM ontbreekt",
                                      "Kies wie de ronde coördineert."])
        self.refuse("round", "coordinator=Niemand", says=["‘Niemand’", "bestaand"])
        self.step("round", f"coordinator={CM}", "from=2027-01-04", "until=2027-01-01", "line=2")
        self.check_missing(1, f"{ROUND}: De periode eindigt voordat zij begint")
        self.step("round", "until=31-03-2027")
        self.check_missing(1)
        self.check_progress(1, 1, 1)

    def select(self):
        self.check_at(2)
        above = "Boven de grens, maar niet gekozen"
        self.check_missing(2, f"{ROUND}: Er is geen leverancier gekozen", f"{HOSTING}: {above}",
                           f"{NETWORK}: {above}")
        self.refuse("answer", HOSTING, "1", "nee", says=[HOSTING, "niet gekozen"])
        self.refuse("choose", "Onbekend BV", says=["‘Onbekend BV’"])
        ranking = self.succeed("status", self.database, "--selection").splitlines()
        self.assertLess(*(next(i for i, line in enumerate(ranking) if name in line)
                          for name in (HOSTING, NETWORK)))

        self.step("choose", "L-101")
        self.step("choose", PAPER)
        self.check_missing(2, f"{NETWORK}: {above}", f"{PAPER}: Gekozen, maar onder de grens")
        self.refuse("selected", says=["Stap 2 (Leveranciers selecteren)", NETWORK, PAPER,
                                      "Motiveer de keuze."])
        self.step("skip", PAPER)
        self.step("choose", NETWORK, "owner=")
        self.check_missing(2, f"{NETWORK}: De Diensteigenaar ontbreekt")
        self.refuse("selected", says=[NETWORK, "De Diensteigenaar ontbreekt"])
        self.refuse("assess", NETWORK, "C1=2", says=["Stap 3 (Risicoprofielen invullen)", NETWORK,
                                                     "stap 2 (Leveranciers selecteren)"])
        self.step("choose", NETWORK, f"owner={OTHER_OWNER}")
        self.step("selected")
        self.check_progress(2, 1, 1)

    def fill_in_profiles(self):
        self.check_at(3)
        self.check_progress(3, 0, 2)
        self.assertEqual(len(self.read_step(3)["missing"]), 2 * (2 + len(CRITERIA) + 1))
        self.refuse("assess", HOSTING, "C1=6", says=["‘Beheersing’", "‘6’", "1 tot en met 5"])
        self.refuse("assess", HOSTING, "X9=2", says=["X9", "Handboek"])
        self.refuse("answer", HOSTING, "1", "misschien", says=["‘misschien’", "‘aandacht’"])
        self.refuse("confirm", HOSTING, "C1", says=["C1"])
        self.refuse("complete", HOSTING, says=[HOSTING, "Hoofdvraag 1 is niet beantwoord",
                                               "Criterium C1 (Financiële gezondheid) is open"])

        for supplier in (HOSTING, NETWORK):
            self.step("answer", supplier, "1", "aandacht", "explanation=Eén rekencentrum")
            self.step("answer", supplier, "2", "nee", "explanation=Geen bijzonderheden")
            self.step("assess", supplier, *(f"{code}=2" for code in CRITERIA[:-2]))
            self.step("assess", supplier, f"{CRITERIA[-2]}=nvt", f"{CRITERIA[-1]}=onbekend")
        self.step("answer", HOSTING, "2", "nee")
        self.check_missing(3, f"{HOSTING}: Het antwoord op hoofdvraag 2 heeft geen toelichting",
                           f"{HOSTING}: Er is niet vastgelegd wie hebben deelgenomen",
                           f"{NETWORK}: Er is niet vastgelegd wie hebben deelgenomen")
        self.step("answer", HOSTING, "2", "nee", "explanation=Certificaat geldig")
        self.step("evidence", HOSTING, "I1", "name=ISO 27001", "valid-until=2028-01-01")
        self.propose()
        self.step("participants", HOSTING, CM, OWNER, SLM)
        self.step("complete", HOSTING)
        self.check_progress(3, 1, 2)
        self.step("stakeholder", NETWORK, "person=" + DIRECTOR, "role=productmanager")
        self.step("participants", NETWORK, COLLEAGUE, OTHER_OWNER, SLM)
        self.step("complete", NETWORK)
        self.check_progress(3, 2, 2)

    def propose(self):
        """Risks of each kind, and the actions of this story: A01 to A03, and A04."""
        self.step("risk", HOSTING, "criterion=C7", "cause=Uitwijk niet getest",
                  "event=Uitval van het rekencentrum", "likelihood=3", "impact=5",
                  "treatment=reduce")
        self.step("risk", HOSTING, "criterion=C8", "event=Exit mislukt", "likelihood=4",
                  "impact=4", "treatment=accept")
        self.step("risk", NETWORK, "criterion=C2", "event=Kabelbreuk", "likelihood=5", "impact=5")
        self.step("risk", NETWORK, "criterion=C2", "event=Vergissing")
        self.refuse("complete", HOSTING,
                    says=[f"R01 Uitval van het rekencentrum ({HOSTING}): Een hoog of "
                          "kritiek risico heeft geen actie. Stel een actie",
                          f"R02 Exit mislukt ({HOSTING}): Het risico is zonder motivering"])
        self.step("risk", HOSTING, "update=R02", "acceptance=Het contract loopt nog lang")
        self.refuse("risk", HOSTING, "update=R03", says=["R03", "andere leverancier"])
        self.refuse("drop-risk", NETWORK, "R09", says=["R09", ROUND])
        self.step("drop-risk", NETWORK, "R04")
        for words in ([HOSTING, "risk=R01", "title=Uitwijktest uitvoeren", "advice=ja"],
                      [HOSTING, "risk=R01", "title=Exitplan oefenen"],
                      [HOSTING, "risk=R02", "title=Tweede rekencentrum", "cost=1.250.000,50"],
                      [NETWORK, "risk=R03", "title=Tweede verbinding"],
                      [NETWORK, "title=Vergissing"]):
            self.step("action", *words)
        self.refuse("action", HOSTING, "risk=R03", "title=Verkeerd", says=["R03"])
        self.step("drop-action", "A05")
        for code in ("A01", "A02", "A03"):
            self.step("action", HOSTING, f"update={code}", f"owner={OWNER}", "due=2027-02-28")
        self.check_missing(3, f"A04 Tweede verbinding ({NETWORK}): De actie heeft geen eigenaar",
                           f"A04 Tweede verbinding ({NETWORK}): De actie heeft geen einddatum",
                           f"{HOSTING}: Er is niet vastgelegd wie hebben deelgenomen",
                           f"{NETWORK}: Er is niet vastgelegd wie hebben deelgenomen")
        self.step("action", NETWORK, "update=A04", f"owner={OTHER_OWNER}", "due=28-02-2027")
        profile = self.succeed("status", self.database, "--supplier", HOSTING)
        for text in ("R01", "kritiek", "A03  Tweede rekencentrum", OWNER, "n.v.t."):
            self.assertIn(text, profile)

    def plan(self):
        self.check_at(4)
        self.refuse("invite", "all", says=["overleg", "niet gepland"])
        self.refuse("freeze", says=["Stap 4 (Overleg plannen)",
                                    "De datum van het overleg ontbreekt"])
        self.step("meeting", "date=2027-01-20T10:00", "minutes=60", "agenda=1 Opening")
        invitees = [CM, COLLEAGUE, OWNER, OTHER_OWNER, DIRECTOR, BOARD]
        self.check_missing(4, f"{ROUND}: De plaats van het overleg ontbreekt",
                           *(f"{name}: Nog niet uitgenodigd" for name in invitees))
        self.step("meeting", "place=Bestuurskamer")
        self.step("invite", DIRECTOR, SLM)
        self.refuse("planned", says=[f"{BOARD}: Nog niet uitgenodigd", "Nodig deze persoon uit"])
        self.refuse("invite", "Onbekend", says=["‘Onbekend’"])
        self.step("invite", "all")
        self.step("planned")
        self.check_progress(4, 1, 1)

    def present(self):
        self.check_at(5)
        self.check_progress(5, 0, 2)
        self.refuse("present", HOSTING, says=["Stap 5 (Presenteren)", HOSTING])
        self.refuse("decide", "A01", "ja", f"by={DIRECTOR}", says=["A01 Uitwijktest uitvoeren",
                                                                   HOSTING, "stap 5"])
        self.step("freeze")
        self.step("freeze", HOSTING)
        self.refuse("choose", PAPER, "motivation=Toch", says=["Stap 2", ROUND])
        self.step("present", HOSTING)
        self.check_missing(5, f"{NETWORK}: Nog niet gepresenteerd")
        self.refuse("present", HOSTING, says=["Stap 5 (Presenteren)", HOSTING, "stap 6"])
        self.refuse("freeze", says=["Stap 5", HOSTING])
        self.refuse("freeze", HOSTING, says=["Stap 5", HOSTING])
        self.step("present", NETWORK)
        self.step("attend", "all")
        self.check_progress(5, 2, 2)

    def decide(self):
        self.check_at(6, A01=6, A04=6)
        self.check_progress(6, 0, 4)
        self.refuse("decide", "A01", "ja", says=["Er is niet vermeld wie besluit",
                                                 "Vul in wie besluit."])
        self.refuse("decide", "A01", "misschien", f"by={DIRECTOR}", status=2,
                    says=["‘misschien’", "‘ja’"])
        self.refuse("decide", "A02", "ja", f"by={DIRECTOR}", says=["De reden ontbreekt"])
        self.refuse("decide", "A09", "ja", f"by={DIRECTOR}", says=["A09"])
        self.refuse("agree", "A01", f"executor={SLM}", says=["Stap 7", "A01", "stap 6"])
        self.refuse("update-profile", HOSTING, says=["Stap 7", HOSTING, "stap 6"])
        self.step("decide", "A01", "ja", f"by={DIRECTOR}")
        self.step("decide", "A02", "ja", f"by={DIRECTOR}", "reason=Nodig voor de aanbesteding")
        self.refuse("decide", "A03", "nee", f"by={DIRECTOR}", "reason=Te duur",
                    says=["wie het restrisico accepteert", "tot wanneer"])
        acceptance = [f"accepted-by={BOARD}", "accepted-until=2027-12-31"]
        self.refuse("decide", "A03", "nee", f"by={DIRECTOR}", *acceptance,
                    says=["De reden ontbreekt"])
        for code in ("A03", "A04"):
            self.step("decide", code, "nee", f"by={DIRECTOR}", "reason=Te duur", *acceptance)
        self.refuse("delete", "supplier", HOSTING, says=[HOSTING, "gekozen", ROUND])
        self.refuse("drop-action", "A01", says=["Uitwijktest uitvoeren", "besloten"])
        self.check_progress(6, 4, 4)

    def hand_out(self):
        self.check_at(7, A01=7, A02=7, A03=13, A04=13)
        dossiers = {item["supplier"]: item["step"] for item in self.read_json("status")["dossiers"]}
        self.assertEqual(dossiers, {HOSTING: 7, NETWORK: 13})
        self.check_progress(7, 0, 2)
        self.refuse("status", "A01", "text=Begonnen", "progress=10", says=["Stap 8", "A01"])
        self.refuse("done", "A01", "ja", f"by={OWNER}", says=["Stap 9", "A01", "stap 7"])
        self.refuse("agree", "A03", f"executor={SLM}", "due=2027-02-01", "frequency=weekly",
                    says=["A03", "stap 13"])
        self.refuse("agree", "A01", says=["De uitvoerder ontbreekt", "De frequentie"])
        self.refuse("agree", "A01", f"executor={SLM}", "frequency=soms", says=["‘soms’"])
        self.step("agree", "A01", f"executor={SLM}", "due=2027-02-28", "frequency=weekly",
                  "channel=mail")
        self.refuse("archive", HOSTING, "folder=archief", says=["Stap 13", HOSTING, "stap 7"])
        self.step("update-profile", HOSTING, "reason=Besluiten verwerkt")
        self.step("agree", "A02", "executor=" + CM, "frequency=monthly", "channel=meeting")
        self.check_progress(7, 2, 2)

    def follow_up(self):
        self.check_at(8, A01=8, A02=8)
        none = "Er is nog geen status update"
        self.check_missing(8, f"A01 Uitwijktest uitvoeren ({HOSTING}): {none}",
                           f"A02 Exitplan oefenen ({HOSTING}): {none}")
        self.refuse("done", "A01", "ja", f"by={OWNER}", says=["Stap 9", "A01", "stap 8"])
        self.refuse("status", "A01", "progress=50",
                    says=["De tekst van de status update ontbreekt"])
        self.refuse("status", "A01", "text=Klaar", "progress=150", says=["tussen 0 en 100"])
        self.refuse("status", "A04", "text=Klaar", "progress=50", says=["Stap 8", "A04"])
        for code in ("A01", "A02"):
            self.step("status", code, "text=In uitvoering", "progress=60", f"recipients={OWNER}")
        self.step("status", "A01", "text=Gereed", "progress=100", "channel=phone")
        self.check_progress(8, 2, 2)

    def judge(self):
        self.check_at(9, A01=9, A02=9)
        self.refuse("done", "A01", "nee", f"by={OWNER}", says=["De reden ontbreekt"])
        self.refuse("done", "A01", "ja", says=["wie besluit"])
        self.refuse("feedback", "A01", "form=separate", f"involved={OWNER}", says=["Stap 10"])
        self.refuse("finish", "A01", "ja", f"by={DIRECTOR}", says=["Stap 11", "stap 9"])

        # The first way back: from 9 to 7.
        self.step("done", "A02", "nee", f"by={OWNER}", "reason=Verslag ontbreekt")
        self.check_at(7, A01=9, A02=7)
        self.refuse("done", "A02", "ja", f"by={OWNER}", says=["stap 7"])
        self.step("agree", "A02", "due=2027-03-15")
        self.check_at(8, A02=8)
        self.step("status", "A02", "text=Verslag ontvangen", "progress=100")
        for code in ("A01", "A02"):
            self.step("done", code, "ja", f"by={OWNER}")
        self.check_progress(9, 2, 2)

    def feed_back(self):
        self.check_at(10, A01=10, A02=10)
        self.refuse("feedback", "A01", says=["De vorm van de terugkoppeling ontbreekt",
                                             "wie erbij betrokken zijn"])
        self.refuse("feedback", "A01", "A03", "form=bundled", f"involved={OWNER}", says=["A03"])
        self.step("feedback", "A01", "A02", "form=bundled", f"involved={OWNER}")
        self.check_progress(10, 2, 2)
        self.check_at(11, A01=11, A02=11)
        self.refuse("inform", "A01", f"recipients={OWNER}", says=["Stap 12", "stap 11"])
        self.refuse("finish", "A01", "nee", f"by={DIRECTOR}", says=["De reden ontbreekt"])

        # The second way back: from 11 to 7.
        self.step("finish", "A01", "nee", f"by={DIRECTOR}", "reason=Ook de back-up testen")
        self.step("finish", "A02", "ja", f"by={DIRECTOR}")
        self.check_at(7, A01=7, A02=12)
        self.step("agree", "A01")
        self.step("status", "A01", "text=Back-up getest", "progress=100")
        self.step("done", "A01", "ja", f"by={OWNER}")
        self.step("feedback", "A01", "form=separate", f"involved={OWNER}")
        self.step("finish", "A01", "ja", f"by={DIRECTOR}")
        self.check_progress(11, 2, 2)

    def inform(self):
        self.check_at(12, A01=12, A02=12)
        self.refuse("inform", "A01", says=["wie erbij betrokken zijn"])
        self.step("inform", "A01", f"recipients={OWNER}, {SLM}")
        self.check_progress(12, 1, 2)
        self.refuse("archive", HOSTING, "folder=archief", says=[HOSTING, "stap 12"])
        self.step("inform", "A02", f"recipients={OWNER}, {SLM}")
        self.refuse("done", "A01", "nee", f"by={OWNER}", "reason=Te laat", says=["stap 13"])

    def archive(self):
        self.check_at(13, A01=13)
        self.check_progress(13, 0, 2)
        self.refuse("close", says=["Stap 14 (Ronde afsluiten)", ROUND, "stap 13"])
        self.refuse("archive", HOSTING, status=2, says=["folder ontbreekt"])
        self.step("archive", NETWORK, "folder=archief")
        self.check_missing(13, f"{HOSTING}: Nog niet gearchiveerd")
        out = self.succeed("archive", self.database, "archief")
        self.assertIn(HOSTING, out)
        self.assertNotIn(NETWORK, out)
        self.check_progress(13, 2, 2)
        self.fail_with(1, "archive", self.database, "archief", says=[ROUND])
        self.refuse("assess", HOSTING, "C1=3", says=[HOSTING, "stap 14"])

    def close(self):
        self.check_at(14)
        self.check_missing(14, f"{ROUND}: De ronde is nog niet afgesloten")
        self.step("close", "lessons=Eerder beginnen", "next=2027-07-05")
        self.check_at(15)
        self.check_progress(14, 1, 1)
        self.assertTrue(self.read_json("status")["closed"])
        for words in (["choose", PAPER], ["assess", HOSTING, "C1=1"], ["round", "line=3"],
                      ["meeting", "place=Elders"], ["close"],
                      ["decide", "A01", "ja", f"by={DIRECTOR}"]):
            self.refuse("--review", ROUND, *words, says=[ROUND, "afgesloten"])
        self.refuse("undo", status=2, says=["‘undo’ is geen stap"])
        self.fail_with(2, "undo", self.database)

    def check_products(self):
        self.succeed("report", self.database, "--review", ROUND, "-o", "rapport.xlsx")
        sheet = openpyxl.load_workbook(self.folder / "rapport.xlsx")["Acties"]
        values = [cell.value for row in sheet.iter_rows() for cell in row]
        for title in ("Uitwijktest uitvoeren", "Exitplan oefenen", "Tweede rekencentrum"):
            self.assertIn(title, values)

        self.assertIn("juist", self.succeed("verify", "archief"))
        names = [name for path in (self.folder / "archief").rglob("*.zip")
                 for name in zipfile.ZipFile(path).namelist()]
        self.assertEqual(len([name for name in names if name.endswith("Mitigatie acties.json")]), 2)
        self.assertTrue(any("Risicoprofiel versie 3" in name for name in names), names)

        self.assertTrue(self.read_json("check")["right"])
        self.succeed("backup", self.database, "kopie.levman")
        self.succeed("restore", "kopie.levman", "terug.levman")
        self.assertEqual(self.read_json("history"),
                         self.read_other("history", "terug.levman"))
        self.assertEqual(self.read_json("status"), self.read_other("status", "terug.levman"))
        decisions = [entry for entry in self.read_json("history")
                     if entry["kind"] == "decision" and entry["field"] == "reason"]
        self.assertIn("Verslag ontbreekt", [entry["to"] for entry in decisions])
        calendar = [entry["to"] for entry in self.read_json("history")
                    if entry["kind"] == "calendar_entry" and entry["field"] == "date"]
        self.assertEqual(calendar, ["04-01-2027", "05-07-2027"])

    def read_other(self, command, database):
        own, self.database = self.database, self.folder / database
        content = self.read_json(command)
        self.database = own
        return content

    def start_next(self):
        """The next round starts from the last profiles, with every score to be confirmed."""
        self.step("start", "title=Review 2027-2", f"coordinator={CM}", "from=2027-07-05",
                  "until=2027-09-30", "line=1")
        self.step("choose", HOSTING)
        self.step("selected")
        reasons = [item["reason"] for item in self.read_step(3)["missing"]]
        self.assertEqual(len([text for text in reasons if "te bevestigen" in text]), len(CRITERIA))
        self.step("confirm", HOSTING, "all")
        self.assertFalse([item for item in self.read_step(3)["missing"]
                          if "te bevestigen" in item["reason"]])

    def test_round(self):
        self.import_list()
        for chapter in (self.start, self.select, self.fill_in_profiles, self.plan, self.present,
                        self.decide, self.hand_out, self.follow_up, self.judge, self.feed_back,
                        self.inform, self.archive, self.close, self.check_products,
                        self.start_next):
            chapter()


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
