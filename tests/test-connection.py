#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives to a folder on a server and cuts the connection: test-connection.py CUT_CONNECTION

At each of 20 moments, half of them with the work done and only the answer lost: what has its
final name is whole, the message is clear, and the next attempt completes the archive. A folder that
fails in the same way stands in for a mount, which not every machine can make.
"""

import json
import os
import shutil
import subprocess
import sys
import unittest

from levman import PROGRAM, Story

SHIM = sys.argv.pop(1)
MOMENTS = 20


class Connection(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        self.archive = self.folder / "server"
        self.count = self.folder / "count"

    def attempt(self, cut_at=0, is_late=False):
        environment = dict(os.environ, LD_PRELOAD=SHIM, LEVMAN_NOW=self.now,
                           LEVMAN_CUT_FOLDER=str(self.archive), LEVMAN_CUT_AT=str(cut_at),
                           LEVMAN_CUT_COUNT=str(self.count))
        if is_late:
            environment["LEVMAN_CUT_LATE"] = "1"
        return subprocess.run([PROGRAM, "archive", str(self.database), str(self.archive)],
                              env=environment, capture_output=True, text=True, check=False,
                              timeout=120)

    def verify(self):
        """What is found of the archive; nothing when there is no dossier in it yet."""
        outcome = self.run_program("verify", self.archive, "--json")
        if not outcome.out:
            self.assertIn("geen archief", outcome.err, outcome)
            return []
        return json.loads(outcome.out)["files"]

    def check_whole(self, moment):
        """Under a final name everything is right; what else there is has a temporary one."""
        for file in self.verify():
            if file["name"].endswith(".tmp"):
                self.assertEqual(file["verdict"], "extra", (moment, file))
            else:
                self.assertEqual(file["verdict"], "right", (moment, file))
        for manifest in self.archive.rglob("manifest.sha256"):
            if ".tmp" in str(manifest.relative_to(self.archive)):
                continue
            subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest.name],
                           cwd=manifest.parent, check=True)

    def test_cuts(self):
        original = self.folder / "original.levman"
        shutil.copy(self.database, original)
        whole = self.attempt()
        self.assertEqual(whole.returncode, 0, whole)
        n_moments = int(self.count.read_text())
        n_dossiers = len(list(self.archive.rglob("manifest.sha256")))
        self.assertGreater(n_moments, MOMENTS * 4)
        self.assertGreater(n_dossiers, 0)
        print(f"# {n_dossiers} dossiers, {n_moments} moments", file=sys.stderr)

        n_resumed = 0
        for i in range(MOMENTS):
            moment = 1 + i * n_moments // MOMENTS
            shutil.rmtree(self.archive, ignore_errors=True)
            self.archive.mkdir()
            shutil.copy(original, self.database)
            with self.subTest(moment=moment):
                cut = self.attempt(moment, is_late=i % 2 == 1)
                self.assertEqual(cut.returncode, 1, cut)
                self.assertTrue(cut.stderr.startswith("levman-review: "), cut)
                self.assertIn("niet verbonden", cut.stderr, cut)
                self.check_whole(moment)
                n_resumed += any(self.archive.rglob(".levman-*.tmp"))

                again = self.attempt()
                self.assertEqual(again.returncode, 0, again)
                self.check_whole(moment)
                self.assertFalse(list(self.archive.rglob("*.tmp")))
                self.assertEqual(len(list(self.archive.rglob("manifest.sha256"))), n_dossiers)
                self.fail_with(1, "archive", self.database, self.archive, says=["kan al worden gearchiveerd"])
        self.assertGreater(n_resumed, MOMENTS // 2)


if __name__ == "__main__":
    sys.exit(unittest.main())
