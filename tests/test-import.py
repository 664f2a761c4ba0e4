#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports a list of suppliers that a spreadsheet program wrote.

openpyxl makes the sheet, gnumeric saves it as text in the ways its users choose, and the program
must read the same suppliers from each; a second time nothing changes, and a wrong cell changes
nothing at all.
"""

import datetime
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import openpyxl

PROGRAM = os.environ["LEVMAN_PROGRAM"]
HEADINGS = ["Leveranciersnummer", "Leverancier", "KvK-nummer", "Land", "Contractmanager", "A1",
            "A2", "Dienst", "Diensteigenaar", "SLM", "Contractnummer", "Einddatum", "Jaarwaarde",
            "Opmerkingen"]
ROWS = [
    [1001, "Café Zuid BV", "01234567", "België", "Anna <anna@example.org>", 4, "onbekend",
     "Hosting; beheer", "Piet <piet@example.org>", "Eva <eva@example.org>", "C-1",
     datetime.date(2027, 12, 31), 1234.5, 'regel 1\nregel "2"'],
    [1002, "<b>& 'twee', drie", None, "Nederland", "Anna", 5, 3, "Net, werk", "piet@example.org",
     "Eva", "C-2", datetime.date(2028, 1, 1), 99999.99, "plein 5"],
]
# How gnumeric writes the text file: options of its configurable exporter.
FORMATS = {
    "comma": "separator=, eol=unix charset=UTF-8 quoting-mode=auto",
    "semicolon": "separator=; eol=windows charset=UTF-8 quoting-mode=always",
    "tab": "separator='\t' eol=mac charset=UTF-8 quoting-mode=auto",
    "windows": "separator=; eol=windows charset=WINDOWS-1252 quoting-mode=auto",
    "utf-16": "separator=; eol=windows charset=UTF-16 quoting-mode=auto",
}


def run(*words, expected=0):
    result = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True,
                            check=False)
    assert result.returncode == expected, result
    return result.stdout + result.stderr


def read(database, query):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


class Import(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.database = self.folder / "levman.db"

    def write_list(self, name, options, rows):
        book = openpyxl.Workbook()
        book.active.append(HEADINGS)
        for row in rows:
            book.active.append(row)
        source, target = self.folder / "list.xlsx", self.folder / f"{name}.txt"
        book.save(source)
        subprocess.run(["ssconvert", "-T", "Gnumeric_stf:stf_assistant", "-O", options, source,
                        target], check=True, capture_output=True)
        return target

    def test_formats(self):
        for name, options in FORMATS.items():
            with self.subTest(name):
                self.database = self.folder / f"{name}.db"
                path = self.write_list(name, options, ROWS)
                self.assertIn("2", run("import", self.database, path))
                self.assertEqual(
                    read(self.database, "SELECT number, name, country, notes FROM supplier "
                                        "ORDER BY number"),
                    [("1001", "Café Zuid BV", "België", 'regel 1\nregel "2"'),
                     ("1002", "<b>& 'twee', drie", "Nederland", "plein 5")])
                self.assertEqual(
                    read(self.database, "SELECT number, end, yearly_value FROM contract "
                                        "ORDER BY number"),
                    [("C-1", "2027-12-31", 123450), ("C-2", "2028-01-01", 9999999)])
                self.assertEqual(read(self.database, "SELECT count(*) FROM person"), [(3,)])
                self.assertEqual(read(self.database, "SELECT count(*) FROM criticality_score"),
                                 [(4,)])

    def test_again(self):
        path = self.write_list("list", FORMATS["comma"], ROWS)
        run("import", self.database, path)
        before = read(self.database, "SELECT count(*) FROM operation")
        run("import", self.database, path)
        self.assertEqual(read(self.database, "SELECT count(*) FROM operation"), before)

        changed = [list(row) for row in ROWS]
        changed[1][3] = "Frankrijk"
        output = run("import", self.database, self.write_list("list", FORMATS["comma"], changed))
        self.assertIn("Land", output)
        self.assertEqual(read(self.database, "SELECT name, country FROM supplier ORDER BY number"),
                         [("Café Zuid BV", "België"), ("<b>& 'twee', drie", "Frankrijk")])

    def test_all_or_nothing(self):
        run("import", self.database, self.write_list("list", FORMATS["comma"], ROWS[:1]))
        wrong = [list(row) for row in ROWS]
        wrong[0][3], wrong[1][5] = "Frankrijk", 6
        output = run("import", self.database, self.write_list("list", FORMATS["comma"], wrong),
                     expected=1)
        # The cell with two lines of text moves the second supplier to line 4.
        self.assertIn("Regel 4, kolom 6 (‘A1’)", output)
        self.assertEqual(read(self.database, "SELECT name, country FROM supplier"),
                         [("Café Zuid BV", "België")])

    def test_workbook(self):
        self.write_list("list", FORMATS["comma"], ROWS)
        self.assertIn("werkmap", run("import", self.database, self.folder / "list.xlsx",
                                     expected=1))


if __name__ == "__main__":
    sys.exit(unittest.main())
