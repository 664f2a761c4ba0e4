#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the archive of the example with programs that are not ours, and has damage verified.

sha256sum, unzip and openpyxl must find in each dossier what the manifest promises. Then files are
rewritten as a storage does, edited, removed and added, and `verify` must say which is which.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings
import zipfile
from pathlib import Path

import openpyxl

PROGRAM = os.environ["LEVMAN_PROGRAM"]
SHEETS = {"Risicoprofiel", "Criteria", "Risico’s", "Mitigatie acties", "Status updates",
          "Besluiten"}

warnings.simplefilter("ignore")


def verify(folder, expected=0):
    result = subprocess.run([PROGRAM, "verify", "--json", str(folder)], capture_output=True,
                            text=True, check=False)
    assert result.returncode == expected, result
    return json.loads(result.stdout)


class Verify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.home.cleanup)
        home = Path(cls.home.name)
        subprocess.run([PROGRAM, "example", str(home / "example.db")], check=True,
                       capture_output=True)
        manifest = next(home.rglob("manifest.sha256"))
        cls.original = manifest.parents[3]

    def setUp(self):
        self.folder = Path(self.home.name) / "copy"
        shutil.copytree(self.original, self.folder)
        self.addCleanup(shutil.rmtree, self.folder)
        self.dossier = sorted(self.folder.rglob("manifest.sha256"))[0].parent

    def test_readers(self):
        manifests = list(self.folder.rglob("manifest.sha256"))
        self.assertGreater(len(manifests), 5)
        for manifest in manifests:
            with self.subTest(manifest.parent.name):
                subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest.name],
                               cwd=manifest.parent, check=True)
                for path in manifest.parent.glob("*.json"):
                    self.assertIn("format", json.loads(path.read_text(encoding="utf-8")))
                book = openpyxl.load_workbook(manifest.parent / "Dossier.xlsx")
                self.assertLessEqual(SHEETS, set(book.sheetnames))

    def test_zip(self):
        for path in self.folder.rglob("*.zip"):
            with self.subTest(path.name), tempfile.TemporaryDirectory() as target:
                with zipfile.ZipFile(path) as archive:
                    self.assertIsNone(archive.testzip())
                    archive.extractall(target)
                subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"],
                               cwd=target, check=True)
                loose = {file.name for file in path.parent.iterdir()} - {path.name}
                self.assertEqual({file.name for file in Path(target).iterdir()}, loose)

    def verdicts(self, expected):
        check = verify(self.folder, expected)
        return {file["name"]: file["verdict"] for file in check["files"]
                if file["verdict"] != "right"}

    def test_right(self):
        check = verify(self.folder)
        self.assertTrue(check["right"])
        self.assertEqual(check["counts"]["right"], len(check["files"]))
        self.assertEqual(self.verdicts(0), {})

    def test_rewritten(self):
        path = self.dossier / "Dossier.xlsx"
        book = openpyxl.load_workbook(path)
        book.properties.keywords = "SharePoint"
        book.save(path)
        self.assertEqual(self.verdicts(0), {"Dossier.xlsx": "altered"})

    def test_pdf(self):
        """Properties that are added behind a PDF leave it as it is; a note on a page does not."""
        path = self.dossier / "Risicoprofiel definitief.pdf"
        original = path.read_bytes()
        path.write_bytes(original + b"900 0 obj\n<< /Keywords (SharePoint) >>\nendobj\n%%EOF\n")
        self.assertEqual(self.verdicts(0), {path.name: "altered"})
        path.write_bytes(original + b"900 0 obj\n<< /Type /Annot >>\nendobj\n%%EOF\n")
        self.assertEqual(self.verdicts(1), {path.name: "changed"})

    def test_profiles(self):
        """The profile as the MT saw it speaks of its own day and version, the last one of its own."""
        folders = [path.parent for path in self.folder.rglob("Risicoprofiel zoals besproken*.pdf")]
        self.assertGreater(len(folders), 5)
        for folder in folders:
            with self.subTest(folder.name):
                texts = {}
                for path in folder.glob("*.pdf"):
                    texts[path.stem] = subprocess.run(
                        ["pdftotext", "-layout", path, "-"], check=True, capture_output=True,
                        text=True).stdout
                discussed = texts["Risicoprofiel zoals besproken met het MT"]
                self.assertIn("Versie 1 · bevroren op", discussed)
                self.assertNotIn("Status update", discussed)
                self.assertIn("Besluit", texts["Mitigatie acties"])
                self.assertIn("Versie", texts["Risicoprofiel definitief"])
                whole = json.loads((folder / "levman-dossier.json").read_text(encoding="utf-8"))
                self.assertEqual(whole["format"], "levman-dossier")

    def test_edited(self):
        path = self.dossier / "Dossier.xlsx"
        book = openpyxl.load_workbook(path)
        book["Criteria"]["A4"] = "C1 was anders"
        book.save(path)
        self.assertEqual(self.verdicts(1), {"Dossier.xlsx": "changed"})

    def test_others(self):
        (self.dossier / "Besluiten.json").unlink()
        (self.dossier / "Status updates.json").write_text("{}")
        (self.dossier / "Notitie.txt").write_text("van mij")
        (self.dossier / "passwd").symlink_to("/etc/passwd")
        self.assertEqual(self.verdicts(1), {"Besluiten.json": "missing", "Notitie.txt": "extra",
                                            "Status updates.json": "changed",
                                            "passwd": "unsafe"})

    def test_no_archive(self):
        empty = self.folder / "leeg"
        empty.mkdir()
        result = subprocess.run([PROGRAM, "verify", str(empty)], capture_output=True, text=True,
                                check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("geen archief", result.stderr)


if __name__ == "__main__":
    sys.exit(unittest.main())
