#!/usr/bin/env python3
"""Contract managers with a database each, and a team folder between them."""

import json
import re
import unittest

from levman import Story


class ShareTest(Story):
    def setUp(self):
        super().setUp()
        self.team = self.folder / "team"
        self.team.mkdir()

    def share(self, database):
        """The numbers of changes received and sent, and what else was said."""
        out = self.succeed("share", database, "team")
        first, *others = [line for line in out.splitlines() if not line.startswith("Nieuwe data")]
        return [int(number) for number in re.findall(r": (\d+)", first)] + others

    def status(self, database):
        return json.loads(self.succeed("status", database, "--json"))

    def test_round(self):
        """Someone who joins sees the whole example, and what is done on either side arrives."""
        self.make_example()
        received, sent = self.share("register.levman")
        self.assertEqual(received, 0)
        self.assertGreater(sent, 100)
        self.assertEqual(self.share("collega.levman"), [sent, 1])
        self.assertEqual(self.status("collega.levman"), self.status("register.levman"))
        self.succeed("check", "collega.levman")

        self.succeed("step", "collega.levman", "person", "name=Nieuwe collega")
        self.succeed("step", "register.levman", "supplier", "name=Nieuwe leverancier")
        self.assertEqual(self.share("collega.levman"), [0, 1])
        self.assertEqual(self.share("register.levman"), [2, 1])
        self.assertEqual(self.share("collega.levman"), [1, 0])
        for database in ("register.levman", "collega.levman"):
            history = self.succeed("history", database)
            self.assertIn("Nieuwe collega", history)
            self.assertIn("Nieuwe leverancier", history)
            self.succeed("check", database)
        self.succeed("report", "collega.levman", "-o", "een.xlsx")

    def test_folder(self):
        """What is not there is said, and leaves nothing; what is not right is said, and stays."""
        self.fail_with(1, "share", "nieuw.levman", "weg", says=["teammap", "weg"])
        self.assertFalse((self.folder / "nieuw.levman").exists())

        self.succeed("step", "een.levman", "person", "name=Anna")
        self.share("een.levman")
        [file] = self.team.glob("w-*/s-*.ops")
        content = file.read_bytes()
        file.write_bytes(content[:-30])
        received, sent, trouble = self.share("twee.levman")
        self.assertEqual((received, sent), (0, 1))
        self.assertIn(file.name, trouble)
        self.assertEqual(file.read_bytes(), content[:-30])

        # Its own writer puts it right.
        self.assertEqual(self.share("een.levman")[:2], [1, 2])
        self.assertEqual(file.read_bytes(), content)
        self.assertEqual(self.share("twee.levman"), [2, 0])


if __name__ == "__main__":
    unittest.main()
