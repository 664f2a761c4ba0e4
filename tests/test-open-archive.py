#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens archived dossiers without the database that they come from.

The text is what the database said of the dossier; what was changed in the .zip is refused; and
other programs know the .zip by its type.
"""

import os
import shutil
import subprocess
import sys
import unittest
import zipfile

import levman
from levman import Story


class OpenArchive(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        self.zip = next(self.folder.rglob("Review 2026-1 Zilverberk*.zip"))

    def open(self, path):
        return self.succeed("open-archive", path, "--text")

    def test_same(self):
        """What is opened says the same as the database did, which is not there any more."""
        expected = self.succeed("status", self.database, "--review", "Review 2026-1",
                                "--supplier", "Zilverberk Werkplek")
        before = set(self.folder.iterdir())
        alone = self.folder / "alleen.zip"
        shutil.copy(self.zip, alone)
        self.database.unlink()
        text = self.open(alone)
        self.assertIn("Review 2026-1: Zilverberk Werkplek", text)
        told = [line for line in expected.splitlines()
                if line.strip().startswith(("C1", "C2", "A0", "R0", "R1"))]
        self.assertGreater(len(told), 5)
        for line in told:
            self.assertIn(line, text)
        self.assertEqual(set(self.folder.iterdir()) - before, {alone} - before)

    def test_all(self):
        for path in self.folder.rglob("*.zip"):
            with self.subTest(path.name):
                self.assertIn("C1", self.open(path))

    def rewrite(self, change):
        """Writes the .zip anew with each entry as @change makes it."""
        path = self.folder / "ander.levman.zip"
        with zipfile.ZipFile(self.zip) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                content = change(name, old.read(name))
                if content is not None:
                    new.writestr(name, content)
        return path

    def test_changed(self):
        path = self.rewrite(lambda name, content: content.replace(b"aandacht", b"nee")
                            if name == "Besluiten.json" else content + b" "
                            if name == "levman-dossier.json" else content)
        self.fail_with(1, "open-archive", path, "--text", says=["niet wat is gearchiveerd"])

    def test_others(self):
        path = self.rewrite(lambda name, content: None if name.startswith("levman") else content)
        self.fail_with(1, "open-archive", path, "--text", says=["ander"])
        (self.folder / "leeg.zip").write_bytes(b"")
        self.fail_with(1, "open-archive", self.folder / "leeg.zip", "--text", says=["leeg.zip"])
        self.fail_with(1, "open-archive", self.folder / "geen.zip", "--text", says=["geen.zip"])
        self.fail_with(2, "open-archive")

    @unittest.skipUnless(shutil.which("update-mime-database") and shutil.which("gio"), "no gio")
    def test_type(self):
        """The .zip has a type of its own for the file manager, other ones stay what they are."""
        packages = self.folder / "data" / "mime" / "packages"
        packages.mkdir(parents=True)
        shutil.copy(levman.SOURCE / "data" / "nl.levman.Review.xml", packages)
        shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
        subprocess.run(["update-mime-database", packages.parent], check=True,
                       capture_output=True)
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "data"))
        unnamed = self.folder / "archief"
        shutil.copy(self.zip, unnamed)
        other = self.folder / "ander.zip"
        self.rewrite(lambda name, content: content
                     if name == "Besluiten.json" else None).rename(other)
        for path, kind in [(self.zip, "vnd.levman.review-archive+zip"),
                           (unnamed, "vnd.levman.review-archive+zip"), (other, "zip")]:
            told = subprocess.run(["gio", "info", "-a", "standard::content-type", path],
                                  env=environment, check=True, capture_output=True, text=True)
            self.assertIn(f"application/{kind}\n", told.stdout)


if __name__ == "__main__":
    sys.exit(unittest.main())
