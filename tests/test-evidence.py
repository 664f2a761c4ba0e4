#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of evidence go where their database goes, and what is missing is said."""

import hashlib
import shutil
import sys
import unittest

from levman import Story

CONTENT = b"twee beheerders, ook in de vakantie"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class Evidence(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        plan = self.folder / "Bezettingsplan 2026.txt"
        plan.write_bytes(CONTENT)
        self.step("evidence", "Kwelder Netwerken", "C3", "name=Bezettingsplan", f"file={plan}")
        plan.unlink()

    def get_file(self, database):
        return database.with_name(database.name + ".files") / SHA256

    def test_travels(self):
        copy, elsewhere = self.folder / "kopie.levman", self.folder / "elders.levman"
        self.succeed("check", self.database)
        self.succeed("backup", self.database, copy)
        self.assertEqual(self.get_file(copy).read_bytes(), CONTENT)
        self.database.unlink()
        shutil.rmtree(self.get_file(self.database).parent)
        self.succeed("restore", copy, elsewhere)
        self.assertEqual(self.get_file(elsewhere).read_bytes(), CONTENT)
        self.succeed("check", elsewhere)

    def test_missing(self):
        file = self.get_file(self.database)
        for damage in (lambda: (file.chmod(0o600), file.write_bytes(b"drie")), file.unlink):
            damage()
            copy = self.folder / "kopie.levman"
            says = ["1 bewijsstuk", "‘Bezettingsplan’"]
            self.fail_with(1, "check", self.database, says=says)
            self.fail_with(1, "backup", self.database, copy, says=["De back-up is gemaakt", *says])
            self.assertTrue(copy.exists())
            self.assertFalse(self.get_file(copy).exists())
            self.fail_with(1, "restore", copy, self.folder / "elders.levman", says=says)
            copy.unlink()
        plan = self.folder / "Bezettingsplan 2026.txt"
        plan.write_bytes(CONTENT)
        self.step("evidence", "Kwelder Netwerken", "C4", "name=Opnieuw", f"file={plan}")
        self.succeed("check", self.database)

    def test_none(self):
        self.refuse("evidence", "Kwelder Netwerken", "C3", "name=x", "file=/afwezig",
                    says=["afwezig"])


if __name__ == "__main__":
    sys.exit(unittest.main())
