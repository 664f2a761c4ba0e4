"""The MT report of a part of a round: of one contract manager, with or without closed actions.

What is left out must be left out everywhere, and the workbook must still calculate to what it says.
"""

import unittest
import warnings

import openpyxl
from levman import Story
from recalculated import recalculate

CM = "Marijke de Wit"
LONE_CM = "Samira el Amrani"

warnings.simplefilter("ignore")


def read_table(path, sheet):
    """The rows of the table on @sheet, each as a dictionary; cached values."""
    rows = list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(min_row=4,
                                                                           values_only=True))
    body = [row for row in rows[1:] if row[0] is not None and row[1] is not None]
    return [dict(zip(rows[0], row)) for row in body]


class Options(Story):
    def setUp(self):
        super().setUp()
        self.make_example()

    def write(self, *words):
        path = self.folder / "report.xlsx"
        self.succeed("report", self.database, "-o", path, *words)
        return path

    def check(self, path):
        """Every cached value is what another program calculates."""
        count, different = recalculate(path)
        self.assertEqual(different, [])
        self.assertGreater(count, 150)

    def test_manager(self):
        """Only the suppliers of one CM, and nothing of the others."""
        managers = {row["Leverancier"]: row["CM"]
                    for row in read_table(self.write(), "Leveranciers")}
        mine = {supplier for supplier, manager in managers.items() if manager == CM}
        self.assertTrue(0 < len(mine) < len(managers), managers)
        path = self.write("--manager", CM)
        for sheet in ("Leveranciers", "Risico’s", "Vergelijking", "Acties", "Besluiten"):
            found = {row["Leverancier"] for row in read_table(path, sheet)}
            self.assertLessEqual(found, mine, sheet)
            self.assertGreater(len(found), 1, sheet)
        summary = [cell for row in openpyxl.load_workbook(path, data_only=True)["Samenvatting"]
                   .iter_rows(values_only=True) for cell in row if cell is not None]
        self.assertIn(len(mine), summary)
        self.assertTrue(any(f"Alleen de leveranciers van {CM}" in str(cell) for cell in summary))
        self.check(path)

    def test_closed(self):
        """Without closed actions there is no row of them on any sheet."""
        full, open_only = (read_table(self.write(*words), "Acties") for words in ((), ("--open",)))
        closed = {row["Nr"] for row in full if row["Status"] in ("afgerond", "niet genomen")}
        self.assertGreater(len(closed), 0)
        self.assertEqual({row["Nr"] for row in full} - closed, {row["Nr"] for row in open_only})
        path = self.write("--open")
        for sheet, column in (("Besluiten", "Actie"), ("Status updates", "Actie")):
            found = {row[column] for row in read_table(path, sheet)}
            self.assertEqual(found & closed, set(), sheet)
            self.assertGreater(len(found), 0)
        self.check(path)

    def test_one_supplier(self):
        """A round, or what is shown of it, that has one row on each sheet."""
        for words in (("--manager", LONE_CM), ("--manager", LONE_CM, "--open")):
            path = self.write(*words)
            self.assertEqual(len(read_table(path, "Leveranciers")), 1)
            self.check(path)

    def test_refused(self):
        self.fail_with(1, "report", self.database, "--manager", "Niemand",
                       says=["Niemand", "Review 2026-2"])


if __name__ == "__main__":
    unittest.main()
