"""The handbook is changed in the middle of a round: nothing of the round changes with it, and the
next round asks what the new version asks."""

import re
import unittest

import openpyxl
from levman import SOURCE, Story

SUPPLIER = "Waterland Datacenters"
REVIEWS = ["Review 2025-2", "Review 2026-1", "Review 2026-2"]

# What stands in the handbook, and what an organisation makes of it.
CHANGES = [
    (r"weight=25", "weight=5"),
    (r"weight=5\n(?=\n# The two)", "weight=25\n"),
    (r"selection-rule=count\nselection-value=7", "selection-rule=threshold\nselection-value=100"),
    (r"title=Financiële gezondheid", "title=Solvabiliteit"),
    (r"\[criterion C3\][^\[]*", ""),
    (r"(?=\[criterion I1\])", "[criterion C11]\ntheme=continuity\ntitle=Duurzaamheid\n"
                              "question=Wat doet de leverancier aan het klimaat?\n\n"),
    (r"3=op onderdelen onvoldoende", "3=matig"),
    (r"from=5", "from=3"), (r"from=10", "from=6"), (r"from=15", "from=9"),
    (r"impact-never-below-high=5", "impact-never-below-high=3"),
    (r"title=Is de continuering[^\n]*", "title=Blijft de dienst bestaan?"),
]


class Handbook(Story):
    def setUp(self):
        super().setUp()
        self.make_example()

    def write_handbook(self, name="handboek.ini"):
        text = (SOURCE / "data/handbook.ini").read_text()
        for old, new in CHANGES:
            text, count = re.subn(old, new, text, count=1)
            self.assertEqual(count, 1, old)
        (self.folder / name).write_text(text)
        return name

    def write(self, command, name, *words):
        self.succeed(command, self.database, *words, "-o", name)
        return (self.folder / name).read_bytes()

    def look(self):
        """All that is made of what is filled in: scores, averages, classes, documents."""
        seen = {}
        for review in REVIEWS:
            of = ["--review", review]
            seen[review, "status"] = self.read_json("status", *of)
            seen[review, "report"] = self.write("report", "rapport.xlsx", *of)
            seen[review, "slides"] = self.write("slides", "dia’s.pdf", *of)
            of += ["--supplier", SUPPLIER]
            seen[review, "words"] = self.succeed("status", self.database, *of)
            seen[review, "profile"] = self.write("profile", "profiel.pdf", *of)
        seen["form"] = self.write("form", "formulier.xlsx", "--supplier", SUPPLIER)
        return seen

    def read_form(self, *words):
        """The criteria that the Excel form of a profile asks, with their words."""
        self.write("form", "formulier.xlsx", "--supplier", SUPPLIER, *words)
        workbook = openpyxl.load_workbook(self.folder / "formulier.xlsx")
        return {row[0].value: row[1].value for row in workbook["Criteria"].iter_rows(min_row=5)}

    def check_next_round(self):
        """It asks what the new version asks, by its rule, and what went out is not taken along."""
        self.step("start", "title=Review 2027-1", "coordinator=Marijke de Wit", "from=2027-01-01",
                  "until=2027-06-30")
        of = ["--review", "Review 2027-1"]
        self.step(*of, "choose", SUPPLIER, "motivation=Belangrijk")
        self.step(*of, "selected")
        form = self.read_form(*of)
        self.assertEqual(len(form), 21)
        self.assertEqual(form["C11"], "Duurzaamheid\nWat doet de leverancier aan het klimaat?")
        self.assertTrue(form["C1"].startswith("Solvabiliteit"))
        self.assertNotIn("C3", form)
        self.step(*of, "assess", SUPPLIER, "C11=2")
        self.refuse(*of, "assess", SUPPLIER, "C3=2", says=["C3"])
        self.step(*of, "risk", SUPPLIER, "criterion=C11", "cause=x", "event=y", "likelihood=3",
                  "impact=3")
        words = self.succeed("status", self.database, "--supplier", SUPPLIER, *of)
        self.assertRegex(words, r"C11 .*Duurzaamheid")
        self.assertRegex(words, r"R04 +C11 +kritiek")
        self.assertNotIn("Sleutelpersonen", words)
        self.write("profile", "profiel.pdf", "--supplier", SUPPLIER, *of)

    def test_middle_of_round(self):
        before = self.look()
        self.step("handbook", self.write_handbook())
        after = self.look()
        self.assertEqual(before.keys(), after.keys())
        for what, content in before.items():
            self.assertEqual(content, after[what], what)
        self.assertNotIn("C11", self.read_form())
        # What the round asks can still be answered, and what only the new version asks cannot.
        self.step("assess", SUPPLIER, "C3=2")
        self.refuse("assess", SUPPLIER, "C11=2", says=["C11"])
        self.check_next_round()
        self.succeed("check", self.database)

    def test_refused(self):
        self.refuse("handbook", "geen.ini", says=["geen.ini"])
        (self.folder / "fout.ini").write_text("[handbook]\ntitle=x\n")
        self.refuse("handbook", "fout.ini", says=["version"])


if __name__ == "__main__":
    unittest.main()
