"""Decisions rest on a frozen profile; that it changed afterwards is said in what is produced."""

import subprocess
import unittest
import warnings

import openpyxl
from levman import SOURCE, Story

SUPPLIER, OTHER = "Waterland Datacenters", "Lisdodde Salaris"
CHANGED = "sindsdien gewijzigd"

warnings.simplefilter("ignore")


def read_pdf(path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True,
                          capture_output=True).stdout.decode()
    return " ".join(text.split())


class Frozen(Story):
    now = "2025-11-06T12:00:00Z"

    def decide(self):
        """A round in which everything is decided and nothing changed since."""
        for name, end in (("10-register.steps", "\0"),
                          ("20-review-2025-2.steps", "# Step 7: update")):
            path = self.folder / name
            path.write_text((SOURCE / "data/example" / name).read_text().split(end)[0])
            self.succeed("step", self.database, "--script", path)

    def read_report(self):
        """By supplier the profiles on which its decisions rest."""
        path = self.folder / "report.xlsx"
        self.succeed("report", self.database, "-o", path)
        rows = list(openpyxl.load_workbook(path)["Besluiten"].iter_rows(min_row=4,
                                                                        values_only=True))
        supplier, basis, key = (rows[0].index(name) for name in
                                ("Leverancier", "Profiel als grondslag", "Kenmerk"))
        found = {}
        for row in rows[1:]:
            if "/" in str(row[key]):
                found.setdefault(row[supplier], set()).add(row[basis])
        return found

    def write(self, command):
        path = self.folder / f"{command}.pdf"
        self.succeed(command, self.database, "-o", path)
        return read_pdf(path)

    def test_changed(self):
        self.decide()
        hashes = {entry["to"] for entry in self.read_json("history")
                  if entry["kind"] == "profile_version" and entry["field"] == "sha256"}
        before = self.read_report()
        self.assertGreater(len(before), 3)
        for bases in before.values():
            [basis] = bases
            self.assertRegex(basis, r"^versie 1 van 06-11-2025, [0-9a-f]{8}$")
            self.assertIn(basis.split(", ")[1], {value[:8] for value in hashes})
        for command in ("slides", "minutes"):
            self.assertNotIn(CHANGED, self.write(command))

        self.step("assess", SUPPLIER, "C1=5")
        after = self.read_report()
        self.assertEqual(after[SUPPLIER], {f"{basis}; {CHANGED}" for basis in before[SUPPLIER]})
        self.assertEqual(after[OTHER], before[OTHER])
        self.assertEqual(self.write("minutes").count(CHANGED), 1)
        self.assertIn(CHANGED, self.write("slides"))
        self.succeed("check", self.database)

    def test_archive(self):
        """The version that the MT saw is kept whole, and each decision says whether it changed."""
        self.make_example()
        changed = 0
        folders = [path.parent for path in self.folder.rglob("Besluiten.json")]
        self.assertGreater(len(folders), 5)
        for folder in folders:
            versions = {path.stem
                        for path in folder.glob("Risicoprofiel versie *.json")}
            self.assertIn("Risicoprofiel versie 1", versions)
            text = read_pdf(next(folder.glob("Mitigatie acties*.pdf")))
            changed += CHANGED in text
        self.assertGreater(changed, 0)


if __name__ == "__main__":
    unittest.main()
