"""The Excel form of a risk profile: written, filled in by other programs, read back.

openpyxl fills it in here as a service owner does; ssconvert (gnumeric) saves it once more, as
another program would. Nothing is taken over that the form did not change.
"""

import datetime
import subprocess
import unittest

import openpyxl
from levman import Story

SUPPLIER = "Waterland Datacenters"
SHEETS = {"Hoofdvragen": 2, "Criteria": 21, "Risico’s": None, "Acties": None}


class Form(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        self.form = self.folder / "formulier.xlsx"
        self.write()

    def write(self):
        self.succeed("form", self.database, "--supplier", SUPPLIER, "-o", self.form)
        self.workbook = openpyxl.load_workbook(self.form)

    def cell(self, sheet, label, heading):
        """The cell of the row that starts with @label, under @heading."""
        cells = self.workbook[sheet]
        column = next(cell.column for cell in cells[4] if cell.value == heading)
        row = next(row[0].row for row in cells.iter_rows(min_row=5) if row[0].value == label)
        return cells.cell(row, column)

    def fill(self, sheet, label, heading, value):
        self.cell(sheet, label, heading).value = value

    def read(self, *words):
        self.workbook.save(self.form)
        return self.succeed("read-form", self.database, self.form, "--supplier", SUPPLIER, *words)

    def values(self, kind, field):
        return [entry["to"] for entry in self.read_json("history")
                if entry["kind"] == kind and entry["field"] == field]

    def test_written(self):
        """The same questions, locked labels, drop-downs, and the same bytes each time."""
        for name, count in SHEETS.items():
            sheet = self.workbook[name]
            self.assertTrue(sheet.protection.sheet, name)
            rows = [row for row in sheet.iter_rows(min_row=5) if row[0].value is not None]
            if count is not None:
                self.assertEqual(len(rows), count, name)
            for row in rows:
                self.assertTrue(row[0].protection.locked)
                self.assertFalse(row[2].protection.locked)
        self.assertEqual(self.workbook["Basis"].sheet_state, "hidden")
        lists = [rule.formula1 for rule in self.workbook["Criteria"].data_validations.dataValidation]
        self.assertIn('"1,2,3,4,5,n.v.t.,onbekend"', lists)
        first = self.form.read_bytes()
        self.write()
        self.assertEqual(self.form.read_bytes(), first)

    def test_untouched(self):
        self.assertIn("0 gewijzigd, 0 in beide gewijzigd, 0 geweigerd", self.read())

    def fill_in(self):
        self.fill("Hoofdvragen", "1", "Toelichting", "Regel één\nRegel twee; “aanhaling”")
        self.fill("Criteria", "C1", "Beheersing", 4)
        self.fill("Criteria", "C2", "Beheersing", "n.v.t.")
        self.fill("Criteria", "C3", "Toelichting", "Twee beheerders, één vertrekt.")
        self.fill("Acties", "A12", "Einddatum", datetime.date(2027, 1, 31))
        self.fill("Acties", "A11", "Kosten", 1234.5)
        row = next(row for row in self.workbook["Risico’s"].iter_rows(min_row=5)
                   if row[0].value == "nieuw")
        headings = [cell.value for cell in self.workbook["Risico’s"][4]]
        for heading, value in (("Criterium", "C4"), ("Gebeurtenis", "Onderaannemer valt weg"),
                               ("Kans", 3), ("Impact", 4)):
            row[headings.index(heading)].value = value

    def check_taken(self):
        self.assertIn("Regel één\nRegel twee; “aanhaling”", self.values("key_answer", "explanation"))
        self.assertIn("Onderaannemer valt weg", self.values("risk", "event"))
        self.assertIn("31-01-2027", self.values("action", "due"))
        self.assertIn("€ 1.234,50", self.values("action", "cost"))
        profile = self.succeed("status", self.database, "--supplier", SUPPLIER)
        self.assertIn("Onderaannemer valt weg", profile)
        self.succeed("check", self.database)

    def test_taken_over(self):
        """What was filled in, and nothing else; the second time nothing is left."""
        self.fill_in()
        preview = self.read("--preview")
        self.assertIn("10 gewijzigd, 0 in beide gewijzigd, 0 geweigerd", preview)
        self.assertRegex(preview, r"Criteria, C\d+ \(C1 Financiële gezondheid, Beheersing\): "
                                  r"gewijzigd: ‘\d’ → ‘4’")
        self.assertEqual(self.values("risk", "event").count("Onderaannemer valt weg"), 0)
        self.read()
        self.check_taken()
        self.write()
        self.assertIn("0 gewijzigd", self.read("--preview"))

    def test_other_program(self):
        """Saved by a spreadsheet program, with the same result; .ods is no form."""
        self.fill_in()
        self.workbook.save(self.form)
        other = self.folder / "anders.xlsx"
        subprocess.run(["ssconvert", self.form, other], check=True, capture_output=True)
        out = self.succeed("read-form", self.database, other, "--supplier", SUPPLIER)
        self.assertIn("10 gewijzigd, 0 in beide gewijzigd, 0 geweigerd", out)
        self.check_taken()
        # The second time gives the same: nothing is left to take over.
        self.assertIn("0 gewijzigd, 0 in beide gewijzigd, 0 geweigerd",
                      self.succeed("read-form", self.database, other, "--supplier", SUPPLIER))
        self.fail_with(1, "read-form", self.database, self.form.with_suffix(".ods"), "--supplier",
                       SUPPLIER, says=["als .xlsx"])

    def test_conflict(self):
        """What was changed in the register since is not overwritten."""
        self.step("assess", SUPPLIER, "C1=5")
        self.fill("Criteria", "C1", "Beheersing", 4)
        out = self.read()
        self.assertIn("0 gewijzigd, 1 in beide gewijzigd", out)
        self.assertIn("C1", out)
        profile = self.succeed("status", self.database, "--supplier", SUPPLIER)
        self.assertRegex(profile, r"C1 .*5")

    def test_refused(self):
        self.fill("Criteria", "C1", "Beheersing", 7)
        self.fill("Acties", "A11", "Eigenaar", "Onbekende Persoon")
        self.fill("Acties", "A11", "Risico", "R99")
        self.fill("Acties", "A11", "Einddatum", datetime.date(2027, 1, 31))
        out = self.read()
        self.assertIn("0 gewijzigd, 0 in beide gewijzigd, 4 geweigerd", out)
        for words in ("‘Onbekende Persoon’", "‘R99’ is geen risico van dit profiel",
                      "de einddatum wijzigt met een reden"):
            self.assertIn(words, out)

    def test_other_supplier(self):
        self.fail_with(1, "read-form", self.database, self.form, "--supplier",
                       "Duinrand Zaaksystemen", says=["andere leverancier", "Duinrand"])
        self.workbook.remove(self.workbook["Basis"])
        self.workbook.save(self.form)
        self.fail_with(1, "read-form", self.database, self.form, "--supplier", SUPPLIER,
                       says=["geen risicoprofielformulier"])


if __name__ == "__main__":
    unittest.main()
