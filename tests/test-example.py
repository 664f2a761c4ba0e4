#!/usr/bin/env python3
"""The example: the same each time, with everything that can occur in it."""

import unittest

import openpyxl

from levman import Story

# Done and total of each step on 23 November 2026.
PROGRESS = {1: (1, 1), 2: (1, 1), 3: (7, 7), 4: (1, 1), 5: (7, 7), 6: (17, 17), 7: (12, 14),
            8: (10, 14), 9: (5, 14), 10: (3, 14), 11: (2, 14), 12: (1, 14), 13: (0, 7), 14: (0, 1)}
CLOSED = {"Review 2025-2": 5, "Review 2026-1": 6}


class ExampleTest(Story):

    def setUp(self):
        super().setUp()
        self.make_example()
        self.status = self.read_json("status")
        self.actions = [action for dossier in self.status["dossiers"]
                        for action in dossier["actions"]]

    def list_decisions(self):
        """Step, outcome and reason of each decision in all rounds."""
        decisions = {}
        for entry in self.read_json("history"):
            if entry["kind"] == "decision":
                decisions.setdefault(entry["record"], {})[entry["field"]] = entry["to"]
        return list(decisions.values())

    def test_same_each_time(self):
        first = self.database
        self.database = self.folder / "tweede.levman"
        self.succeed("example", self.database)
        self.assertEqual(self.read_json("status"), self.status)
        for database, report in ((first, "een.xlsx"), (self.database, "twee.xlsx")):
            self.succeed("report", database, "-o", report)
        self.assertEqual((self.folder / "een.xlsx").read_bytes(),
                         (self.folder / "twee.xlsx").read_bytes())
        for folder in ("een", "twee"):
            database = first if folder == "een" else self.database
            self.succeed("archive", database, folder, "--review", "Review 2026-1")
        one, two = ({path.relative_to(self.folder / name): path.read_bytes()
                     for path in (self.folder / name).rglob("*") if path.is_file()}
                    for name in ("een", "twee"))
        self.assertEqual(one, two)

    def test_rail(self):
        self.assertEqual((self.status["review"], self.status["step"]), ("Review 2026-2", 7))
        self.assertEqual({step["step"]: (step["done"], step["total"])
                          for step in self.status["steps"]}, PROGRESS)
        self.assertEqual([item["subject"] for item in self.status["steps"][6]["missing"]],
                         ["A16 Tweede verbinding aanleggen (Kwelder Netwerken)"] * 2
                         + ["A06 Herstelproef met eigen gegevens (Meerkoet Financieel)",
                            "Veenmos Identiteit"])
        self.assertTrue(all(step["missing"] for step in self.status["steps"][6:]))

    def test_everything_occurs(self):
        classes = {risk["class"] for dossier in self.status["dossiers"]
                   for risk in dossier["risks"]}
        self.assertEqual(classes, {"laag", "middel", "hoog", "kritiek", "onbekend"})
        self.assertEqual({action["step"] for action in self.actions} | {7}, set(range(7, 14)))
        self.assertIn(13, {dossier["step"] for dossier in self.status["dossiers"]})
        self.assertEqual({action["agreed"] for action in self.actions}, {True, False})
        self.assertEqual(sorted(action["code"] for action in self.actions if action["returns"]),
                         ["A02", "A06"])

        decisions = self.list_decisions()
        branches = {(item["step"], item["outcome"]) for item in decisions}
        self.assertLessEqual({("6", "ja"), ("6", "nee"), ("9", "ja"), ("9", "nee"), ("11", "ja"),
                              ("11", "nee")}, branches)
        for item in decisions:
            if item["outcome"] == "nee" or item["step"] == "6":
                self.assertTrue(item.get("reason"), item)
            if item["step"] == "6" and item["outcome"] == "nee":
                self.assertTrue(item.get("accepted_by") and item.get("accepted_until"), item)

    def test_register(self):
        kinds = {}
        for entry in self.read_json("history"):
            kinds.setdefault(entry["kind"], set()).add(entry["record"])
        self.assertEqual({kind: len(kinds[kind]) for kind in ("supplier", "person", "review")},
                         {"supplier": 24, "person": 12, "review": 3})
        self.assertGreaterEqual(len(kinds["service"]), 24)
        self.assertGreaterEqual(len(kinds["contract"]), 24)
        self.assertTrue(self.read_json("check")["right"])

    def test_closed_rounds(self):
        for title, count in CLOSED.items():
            status = self.read_json("status", "--review", title)
            self.assertTrue(status["closed"])
            self.assertEqual(len(status["dossiers"]), count)
            self.assertFalse([step for step in status["steps"] if step["missing"]])
            self.fail_with(1, "step", self.database, "--review", title, "close", says=[title])
        archive = self.database.with_name(self.database.name + "-archief")
        self.assertEqual(len(list(archive.rglob("*.zip"))), sum(CLOSED.values()))
        self.assertRegex(self.succeed("verify", archive), r"^juist: \d+\n$")

    def test_report(self):
        for title in (*CLOSED, "Review 2026-2"):
            self.succeed("report", self.database, "--review", title, "-o", f"{title}.xlsx")
            book = openpyxl.load_workbook(self.folder / f"{title}.xlsx", data_only=True)
            self.assertEqual(len(book.sheetnames), 11)
        self.assertIn("MT-rapport Review 2026-2.xlsx", self.succeed("report", self.database))
        self.assertTrue((self.folder / "MT-rapport Review 2026-2.xlsx").exists())


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
