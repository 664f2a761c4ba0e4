#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the MT report with programs that are not ours.

openpyxl must find every sheet, table, filter, name and drop-down. Every cached value is overwritten
with a wrong one, gnumeric recalculates the workbook, and each result must be what the report had.
Texts that break other programs must come out as they are, in any locale.
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest
import warnings
import zipfile
from pathlib import Path

import openpyxl

BUILD = Path(os.environ["LEVMAN_BUILDDIR"])
SHEETS = ["Samenvatting", "Heatmap", "Leveranciers", "Concentratie", "Risicoprofielen", "Risico’s",
          "Vergelijking", "Acties", "Besluiten", "Status updates", "Legenda"]
TABLES = {"Leveranciers": 20, "Concentratie": 5, "Risico’s": 19, "Vergelijking": 10, "Acties": 19,
          "Besluiten": 15, "Status updates": 9}
FIXTURES = ["empty", "normal", "hostile", "all"]
WRONG = "-777"

# A formula cell as libxlsxwriter writes it.
FORMULA = re.compile(r'(<c r="[A-Z]+\d+"[^>]*><f>[^<]*</f><v>)([^<]*)(</v></c>)')

warnings.simplefilter("ignore")


def write(fixture, path, locale="nl_NL.UTF-8"):
    environment = dict(os.environ, LC_ALL=locale)
    subprocess.run([BUILD / "tests" / "report-writer", fixture, path], env=environment, check=True)


def falsify(source, target):
    """Copies a workbook with each cached value replaced; returns how many there were."""
    count = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, found = FORMULA.subn(rf"\g<1>{WRONG}\g<3>", content.decode())
                content, count = text.encode(), count + found
            new.writestr(name, content)
    return count


def read_values(path):
    """The values of all cells: {(sheet, cell): value}, empty ones left out."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value not in (None, "")}


def list_formulas(path):
    book = openpyxl.load_workbook(path)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"}


def unescape(value):
    """A text as Excel and gnumeric read it; openpyxl shows what is in the file."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def is_same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return unescape(one or "") == unescape(other or "")


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="levman-report-")
        cls.paths = {}
        for fixture in FIXTURES:
            cls.paths[fixture] = Path(cls.folder.name) / f"{fixture}.xlsx"
            write(fixture, cls.paths[fixture])

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_structure(self):
        for fixture in FIXTURES:
            with self.subTest(fixture):
                book = openpyxl.load_workbook(self.paths[fixture])
                self.assertEqual(book.sheetnames, SHEETS)
                for name, columns in TABLES.items():
                    sheet = book[name]
                    [table] = sheet.tables.values()
                    self.assertEqual(len(table.tableColumns), columns)
                    self.assertEqual(table.autoFilter.ref, table.ref)
                    self.assertEqual(sheet.freeze_panes, "C5")
                    self.assertEqual(sheet.print_title_rows, "$1:$4")
                    for column in table.tableColumns:
                        self.assertEqual(column.name, sheet.cell(4, column.id).value)
                for sheet in book:
                    self.assertEqual(sheet.page_setup.orientation, "landscape")
                    self.assertEqual(sheet.page_setup.paperSize, 9)
                    self.assertIn("&P van &N", sheet.oddFooter.right.text.replace("&[Page]", "&P"))

    def test_decisions(self):
        sheet = openpyxl.load_workbook(self.paths["normal"])["Besluiten"]
        lists = {validation.formula1 for validation in sheet.data_validations.dataValidation}
        self.assertLessEqual({'"nemen,niet nemen"', '"afgerond,niet afgerond"', "Besluitnemers"},
                             lists)
        self.assertTrue(sheet.protection.sheet)
        self.assertFalse(sheet["H5"].protection.locked)
        self.assertRegex(sheet["O5"].value, r"^[0-9a-f-]{36}/6$")

    def test_comparison(self):
        """What moved is said in a word, and the difference is a number with the right sign."""
        sheet = openpyxl.load_workbook(self.paths["normal"], data_only=True)["Vergelijking"]
        head = [cell.value for cell in sheet[4]]
        rows = [dict(zip(head, [cell.value for cell in row])) for row in sheet.iter_rows(min_row=5)
                if row[0].value and row[1].value in ("criterium", "risico")]
        self.assertGreater(len(rows), 50)
        for row in rows:
            before, now, word = row["Vorige ronde"], row["Deze ronde"], row["Beweging"]
            self.assertIn(word, ("nieuw", "slechter", "beter", "gewijzigd", "gelijk", "vervallen"))
            if isinstance(before, int) and isinstance(now, int):
                self.assertEqual(row["Verschil"], now - before, row)
                if row["Soort"] == "criterium":
                    self.assertEqual(word == "slechter", now > before, row)
                    self.assertEqual(word == "beter", now < before, row)
        self.assertGreater(len({row["Beweging"] for row in rows}), 2)

    def test_formats(self):
        book = openpyxl.load_workbook(self.paths["normal"])
        self.assertEqual(book["Leveranciers"]["S5"].number_format, "dd-mm-yyyy")
        self.assertEqual(book["Leveranciers"]["T5"].number_format,
                         '[$€-413] #,##0;-[$€-413] #,##0;"–"')
        self.assertEqual(book["Samenvatting"]["B2"].number_format, "[$-413]d mmmm yyyy")
        self.assertEqual(str(book["Samenvatting"]["B2"].value), "2026-11-23 00:00:00")
        self.assertEqual(str(book.properties.created), "2026-11-23 09:00:00")
        self.assertIn("2026-2", book.properties.title)

    def test_recalculated(self):
        for fixture in FIXTURES:
            with self.subTest(fixture):
                path = self.paths[fixture]
                false = path.with_suffix(".false.xlsx")
                new = path.with_suffix(".new.xlsx")
                formulas = list_formulas(path)
                self.assertEqual(falsify(path, false), len(formulas))
                self.assertGreater(len(formulas), 50 if fixture == "empty" else 500)
                subprocess.run(["ssconvert", "--recalc", "-T", "Gnumeric_Excel:xlsx2", false, new],
                               check=True, capture_output=True)
                ours, theirs = read_values(path), read_values(new)
                different = [(cell, formula, ours.get(cell), theirs.get(cell))
                             for cell, formula in formulas.items()
                             if not is_same(ours.get(cell), theirs.get(cell))]
                self.assertEqual(different, [])
                print(f"{fixture}: {len(formulas)} formulas recalculated, 0 differences")

    def test_hostile(self):
        values = read_values(self.paths["hostile"])
        names = [value for (sheet, cell), value in values.items()
                 if sheet == "Leveranciers" and re.fullmatch(r"B([5-9]|1[01])", cell)]
        cut = "x" * (32767 - len("… [ingekort]")) + "… [ingekort]"
        expected = {"=1+1", "<b>&\"'", "😀 Emoji 🚀", cut, "fout \ufffd\ufffd einde", "_x0041_",
                    "@SUM(A1)\tmet\ntab*?~"}
        self.assertEqual({unescape(name) for name in names}, expected)

        book = openpyxl.load_workbook(self.paths["hostile"])
        for row in range(5, 12):
            cell = book["Leveranciers"].cell(row, 2)
            self.assertEqual(cell.data_type, "s")
            if cell.value[0] in "=+-@":
                self.assertTrue(cell.quotePrefix)

    def test_opened(self):
        """A spreadsheet program reads the hostile names as they were typed."""
        table = self.paths["hostile"].with_suffix(".csv")
        subprocess.run(["ssconvert", "-S", "-T", "Gnumeric_stf:stf_csv", self.paths["hostile"], f"{table}.%s"], check=True,
                       capture_output=True)
        text = Path(f"{table}.Leveranciers").read_text(encoding="utf-8")
        for name in ("=1+1", "_x0041_", "😀 Emoji 🚀", "fout \ufffd\ufffd einde"):
            self.assertIn(name, text)

    def test_locales(self):
        for fixture in FIXTURES:
            with self.subTest(fixture):
                other = self.paths[fixture].with_suffix(".c.xlsx")
                write(fixture, other, locale="C")
                self.assertEqual(self.paths[fixture].read_bytes(), other.read_bytes())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
