#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives to a folder on a server and cuts the connection: test-connection.py CUT_CONNECTION

At each of 20 moments, half of them with the work done and only the answer lost: what has its
final name is whole, the message is clear, and the next attempt completes the archive. A folder that
fails in the same way stands in for a mount, which not every machine can make. That attempt does not
see what of the one before arrived without its answer, and leaves none of it behind.
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

    def attempt(self, cut_at=0, is_late=False, is_unseeing=False):
        environment = dict(os.environ, LD_PRELOAD=SHIM, LEVMAN_NOW=self.now,
                           LEVMAN_CUT_FOLDER=str(self.archive), LEVMAN_CUT_AT=str(cut_at),
                           LEVMAN_CUT_COUNT=str(self.count))
        if is_late:
            environment["LEVMAN_CUT_LATE"] = "1"
        if is_unseeing:
            environment["LEVMAN_CUT_UNSEEN"] = "1"
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
        """Under a final name everything is right; what else there is has a temporary one, or is of
        someone else."""
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

    def leave_foreign(self):
        """Files of others in the folders that are finished, with names like those of ours; and one
        of ours, which an attempt before did not see."""
        foreign = set()
        for manifest in self.archive.rglob("manifest.sha256"):
            if ".tmp" in str(manifest.relative_to(self.archive)):
                continue
            (manifest.parent / ".levman-0123456789abcdef.tmp").touch()
            for name in "notitie.tmp", ".levman-notitie.tmp", ".levman-0123456789abcdef0.tmp":
                (manifest.parent / name).touch()
                foreign.add(manifest.parent / name)
        return foreign

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

        n_resumed = n_left = 0
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
                n_left += len(list(self.archive.rglob(".levman-*.tmp/**/.levman-*.tmp")))
                foreign = self.leave_foreign()

                again = self.attempt(is_unseeing=True)
                self.assertEqual(again.returncode, 0, again)
                self.check_whole(moment)
                self.assertEqual(set(self.archive.rglob("*.tmp")), foreign)
                self.assertEqual(len(list(self.archive.rglob("manifest.sha256"))), n_dossiers)
                self.fail_with(1, "archive", self.database, self.archive, says=["kan al worden gearchiveerd"])
        self.assertGreater(n_resumed, MOMENTS // 2)
        self.assertGreater(n_left, MOMENTS // 4)


if __name__ == "__main__":
    sys.exit(unittest.main())
