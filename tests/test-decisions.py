"""The decisions of the MT read back from the sheet “Besluiten” of the MT report.

openpyxl fills the sheet in, as a spreadsheet program does; what may not be taken over is refused
row by row, and the rest is recorded through the guards of the process.
"""

import datetime
import resource
import time
import unittest
import zipfile

import openpyxl
from levman import SOURCE, Story

DIRECTOR = "Ingrid Scholten"
DAY = datetime.date(2025, 11, 6)


class Decisions(Story):
    now = "2025-11-06T11:00:00Z"

    def setUp(self):
        super().setUp()
        self.script("10-register.steps")
        self.script("20-review-2025-2.steps", until="# Step 6: decide")
        self.report = self.folder / "rapport.xlsx"
        self.succeed("report", self.database, "-o", self.report)
        self.workbook = openpyxl.load_workbook(self.report)
        self.sheet = self.workbook["Besluiten"]
        self.columns = {cell.value: cell.column for cell in self.sheet[4]}
        self.rows = {}
        for row in range(5, self.sheet.max_row + 1):
            if "/" in str(self.get(row, "Kenmerk")):
                self.rows[self.get(row, "Actie")] = row

    def script(self, name, until=None):
        text = (SOURCE / "data/example" / name).read_text().split(until or "\0")[0]
        path = self.folder / name
        path.write_text(text)
        self.succeed("step", self.database, "--script", path)

    def get(self, row, heading):
        return self.sheet.cell(row, self.columns[heading]).value

    def fill(self, action, decision=None, reason=None, by=None, until=None, date=DAY, key=None):
        row = self.rows[action] if isinstance(action, str) else action
        for heading, value in (("Besluit MT", decision), ("Motivering", reason),
                               ("Restrisico geaccepteerd door", by),
                               ("Geaccepteerd tot en met", until), ("Datum besluit", date),
                               ("Kenmerk", key)):
            if value is not None:
                self.sheet.cell(row, self.columns[heading]).value = value

    def read(self, *words, status=0):
        self.workbook.save(self.report)
        outcome = self.run_program("decisions", self.database, self.report, "--by", DIRECTOR,
                                   *words)
        self.assertEqual(outcome.status, status, outcome)
        return outcome.out

    def test_taken_over(self):
        """Yes and no, as they were filled in; a second time nothing is left to do."""
        labels = sorted(self.rows)
        self.fill(labels[0], "nemen")
        self.fill(labels[1], "nemen", reason="Op voorwaarde van budget; zie ‘notulen’.")
        self.fill(labels[2], "niet nemen", reason="Te duur", by="Karin Postma",
                  until=datetime.date(2026, 6, 30))
        preview = self.read("--preview")
        self.assertIn("3 nieuw, 0 al vastgelegd, 0 geweigerd", preview)
        self.assertEqual([entry for entry in self.read_json("history")
                          if entry["kind"] == "decision" and entry["field"] == "outcome"
                          and entry["label"] != "Profiel presenteren"], [])
        self.assertIn("3 nieuw, 0 al vastgelegd, 0 geweigerd", self.read())
        self.assertIn("0 nieuw, 3 al vastgelegd, 0 geweigerd", self.read())

        values = {(entry["record"], entry["field"]): entry["to"]
                  for entry in self.read_json("history") if entry["kind"] == "decision"}
        said = [value for (_, field), value in values.items() if field == "reason"]
        self.assertIn("Te duur", said)
        self.assertIn("Op voorwaarde van budget; zie ‘notulen’.", said)
        terms = [value for (_, field), value in values.items() if field == "accepted_until"]
        self.assertIn("30-06-2026", terms)
        self.succeed("check", self.database)

    def test_refused(self):
        """Seven rows that must be refused, each with its reason; the eighth is recorded."""
        labels = sorted(self.rows)
        self.step("decide", labels[0], "yes", f"by={DIRECTOR}", "reason=Al besloten")
        self.fill(labels[0], "niet nemen", reason="Toch niet", by=DIRECTOR,
                  until=datetime.date(2026, 6, 30))
        self.fill(labels[1], "misschien")
        self.fill(labels[2], "niet nemen", reason="Te duur", until=datetime.date(2026, 6, 30))
        self.fill(labels[3], "niet nemen", reason="Te duur", by="Onbekende Persoon",
                  until=datetime.date(2026, 6, 30))
        self.fill(labels[4], "nemen", date="binnenkort")
        self.fill(labels[5], "nemen", reason="Nodig")
        extra = self.sheet.max_row + 1
        self.fill(extra, "nemen", key="00000000-0000-4000-8000-000000000000/6")
        self.fill(extra + 1, "nemen", key=self.get(self.rows[labels[5]], "Kenmerk"),
                  date=datetime.date(2025, 11, 5))
        lines = [self.rows[label] for label in labels[:5]] + [extra, extra + 1]
        out = self.read()
        self.assertIn("1 nieuw, 0 al vastgelegd, 7 geweigerd", out)
        for number, reason in ((0, "al anders besloten"), (1, "staat niet in de keuzelijst"),
                               (2, "wie het restrisico accepteert"), (3, "Onbekende Persoon"),
                               (4, "binnenkort"), (5, "bestaat niet meer"), (6, "al anders besloten")):
            line = next(line for line in out.splitlines()
                        if line.startswith(f"Regel {lines[number]},"))
            self.assertIn("geweigerd", line)
            self.assertIn(reason, line)

    def test_date(self):
        label = sorted(self.rows)[0]
        self.fill(label, "nemen", date=datetime.date(2025, 11, 7))
        self.assertIn("ligt in de toekomst", self.read("--preview"))
        self.sheet.cell(self.rows[label], self.columns["Datum besluit"]).value = None
        self.assertIn("datum van het besluit ontbreekt", self.read("--preview"))

    def test_other_round(self):
        """The sheet of one round is not taken over in another."""
        self.fill(sorted(self.rows)[0], "nemen")
        self.workbook.save(self.report)
        self.step("start", "title=Review 2025-3", "coordinator=Marijke de Wit", "from=2025-07-01",
                  "until=2025-12-31")
        out = self.succeed("decisions", self.database, self.report, "--by", DIRECTOR, "--preview",
                           "--review", "Review 2025-3")
        self.assertIn("hoort bij een andere ronde", out)

    def test_foreign(self):
        """Files that are no report: one message, nothing changed, soon, with little memory."""
        zipped = zipfile.ZipFile(self.folder / "bom.xlsx", "w", zipfile.ZIP_DEFLATED)
        with zipfile.ZipFile(self.report) as old:
            for name in old.namelist():
                content, _, end = old.read(name).partition(b"</sst>")
                with zipped.open(name, "w") as part:
                    part.write(content)
                    if name == "xl/sharedStrings.xml":
                        part.write(b"<si><t>")
                        for _ in range(400):
                            part.write(b"a" * 1_000_000)
                        part.write(b"</t></si></sst>")
                    part.write(end)
        zipped.close()
        (self.folder / "leeg.xlsx").write_bytes(b"")
        (self.folder / "tekst.xlsx").write_text("geen werkmap")
        (self.folder / "half.xlsx").write_bytes(self.report.read_bytes()[:20000])
        other = openpyxl.Workbook()
        other.save(self.folder / "ander.xlsx")
        other.create_sheet("Besluiten")["A1"] = "Actie"
        other.save(self.folder / "zonder-koppen.xlsx")
        for name, words in (("bom.xlsx", "lezen:"), ("leeg.xlsx", "beschadigd"),
                            ("tekst.xlsx", "beschadigd"), ("half.xlsx", "beschadigd"),
                            ("ander.xlsx", "geen werkblad"), ("zonder-koppen.xlsx", "geen kolom"),
                            ("weg.xlsx", "bestaat niet"), ("10-register.steps", "geen werkmap")):
            with self.subTest(name=name):
                started = time.monotonic()
                self.fail_with(1, "decisions", self.database, self.folder / name, "--by", DIRECTOR,
                               says=[words])
                self.assertLess(time.monotonic() - started, 20)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        self.assertLess(peak, 300 * 1024, "a child took more memory than it may")


if __name__ == "__main__":
    unittest.main()
