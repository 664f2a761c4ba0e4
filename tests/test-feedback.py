"""What is reported back to the MT (process step 10), read back by poppler."""

import re
import subprocess
import unittest

from levman import Story


class Feedback(Story):
    def setUp(self):
        super().setUp()
        self.make_example()

    def write(self, *words, name="feedback.pdf"):
        path = self.folder / name
        self.succeed("feedback", self.database, "-o", path, *words)
        return path

    @staticmethod
    def read(path):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True,
                              capture_output=True).stdout.decode()
        return " ".join(text.split())

    def list_actions(self, **which):
        """The codes of the actions of the running round, and where they are."""
        return {action["code"]: action for dossier in self.read_json("status")["dossiers"]
                for action in dossier["actions"]}

    def test_round(self):
        """Every action of the round stands in it once, under what came of it."""
        text = self.read(self.write())
        self.assertIn("Terugkoppeling aan het MT Review 2026-2", text)
        for heading in ("Volgens het MT afgerond", "Gereed volgens de Diensteigenaar",
                        "Afgesproken, nog niet gereed", "Niet genomen"):
            self.assertIn(heading, text)
        for code in self.list_actions():
            self.assertEqual(len(re.findall(rf"\b{code} ", text)), 1, code)
        self.assertIn("Betrokken Diensteigenaren: ", text)
        self.assertIn("Joost Verhagen", text)
        refused = text.index("Tweede locatie voor back-up")
        self.assertGreater(refused, text.rindex("Niet genomen"))
        self.assertIn("Kosten staan niet in verhouding", text)
        self.assertIn("Review 2026-2 7 14 ", text)  # seven suppliers, fourteen agreed actions

    def test_manager(self):
        text = self.read(self.write("--manager", "Marijke de Wit"))
        self.assertIn("Waterland Datacenters", text)
        self.assertNotIn("Meerkoet Financieel", text)
        self.fail_with(1, "feedback", self.database, "--manager", "Niemand", says=["Niemand"])

    def test_year(self):
        """All rounds of the year, and none of another."""
        text = self.read(self.write("--year", "2026"))
        self.assertIn("Jaarrapport leveranciersrisico’s 2026", text)
        for words in ("Review 2026-1: ", "Review 2026-2: "):
            self.assertIn(words, text)
        self.assertNotIn("Review 2025-2", text)
        self.assertIn("Review 2025-2: ", self.read(self.write("--year", "2025")))
        self.fail_with(1, "feedback", self.database, "--year", "1999", says=["1999"])

    def test_same_bytes(self):
        self.assertEqual(self.write("--year", "2026").read_bytes(),
                         self.write("--year", "2026", name="again.pdf").read_bytes())


if __name__ == "__main__":
    unittest.main()
