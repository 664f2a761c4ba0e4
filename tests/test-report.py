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
from recalculated import read_values, recalculate, unescape

BUILD = Path(os.environ["LEVMAN_BUILDDIR"])
SHEETS = ["Samenvatting", "Heatmap", "Leveranciers", "Concentratie", "Risicoprofielen", "Risico’s",
          "Vergelijking", "Acties", "Besluiten", "Status updates", "Legenda"]
TABLES = {"Leveranciers": 20, "Concentratie": 5, "Risico’s": 19, "Vergelijking": 10, "Acties": 19,
          "Besluiten": 15, "Status updates": 9}
# The fixtures, and how many formulas each has at least.
N_FORMULAS = {"empty": 50, "normal": 500, "hostile": 500, "single": 150, "bare": 150, "all": 500}
FIXTURES = list(N_FORMULAS)

CHART_VALUES = re.compile(r"<c:val><c:numRef><c:f>'?([^'!<]*)'?!([^<]*)</c:f><c:numCache>(.*?)"
                          r"</c:numCache>")
CHART_POINT = re.compile(r"<c:v>([^<]*)</c:v>")

warnings.simplefilter("ignore")


def write(fixture, path, locale="nl_NL.UTF-8"):
    environment = dict(os.environ, LC_ALL=locale)
    subprocess.run([BUILD / "tests" / "report-writer", fixture, path], env=environment, check=True)


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
                count, different = recalculate(self.paths[fixture])
                self.assertEqual(different, [])
                self.assertGreater(count, N_FORMULAS[fixture])
                print(f"{fixture}: {count} formulas recalculated, 0 differences")

    def test_charts(self):
        """A chart keeps the numbers of its cells, for who draws it without calculating."""
        for fixture in FIXTURES:
            with self.subTest(fixture):
                values = read_values(self.paths[fixture])
                book = openpyxl.load_workbook(self.paths[fixture])
                count = 0
                with zipfile.ZipFile(self.paths[fixture]) as package:
                    charts = [package.read(name).decode() for name in package.namelist()
                              if name.startswith("xl/charts/chart")]
                self.assertEqual(len(charts), 3 if fixture == "empty" else 4)
                for chart in charts:
                    for sheet, cells, cache in CHART_VALUES.findall(chart):
                        first, _, last = cells.replace("$", "").partition(":")
                        rows = book[sheet][f"{first}:{last or first}"]
                        expected = [values.get((sheet, cell.coordinate), 0)
                                    for row in rows for cell in row]
                        self.assertEqual([float(value) for value in CHART_POINT.findall(cache)],
                                         expected, (sheet, cells))
                        count += sum(1 for value in expected if value)
                if fixture == "normal":
                    self.assertGreater(count, 20)

    def test_print(self):
        """Only codes that any program knows, and on paper what a reader looks at."""
        book = openpyxl.load_workbook(self.paths["normal"])
        for sheet in book:
            for part in (sheet.oddHeader, sheet.oddFooter):
                for place in (part.left, part.center, part.right):
                    self.assertIsNone(place.color, sheet.title)
        self.assertRegex(book["Besluiten"].print_area, r"\$A\$1:\$N\$\d+$")
        self.assertEqual(book["Besluiten"]["O4"].value, "Kenmerk")
        sheet = book["Vergelijking"]
        last = int(re.search(r"\$J\$(\d+)$", sheet.print_area)[1])
        moves = [row[9].value for row in sheet.iter_rows(min_row=5) if row[9].value]
        self.assertNotIn("gelijk", moves[:last - 4])
        self.assertEqual(set(moves[last - 4:]), {"gelijk"})

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
