#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills the disk at 64 places during each of export, archive and backup.

The disk is a small one in memory, in a mount namespace of the test's own. What was there before is
whole afterwards, nothing half is left, and the message says that the disk is full.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from levman import Story

PLACES = 64
DISK = 32 * 1024 * 1024
PAGE = 4096
SAYS = ("Geen ruimte meer", "schijf is vol", "schijf is mogelijk vol")


def in_namespace():
    """Starts the test again where it may mount; without that it cannot be done here."""
    if os.environ.get("LEVMAN_NAMESPACE"):
        return
    environment = dict(os.environ, LEVMAN_NAMESPACE="1")
    for options in (["-m"], ["-Urm"]):
        command = ["unshare", *options]
        if subprocess.run([*command, "sh", "-c", "mount -t tmpfs none /mnt"], check=False,
                          capture_output=True).returncode == 0:
            os.execvpe("unshare", [*command, sys.executable, *sys.argv], environment)
    print("no mount namespaces here")
    sys.exit(77)


def read_tree(folder):
    return {path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


class FullDisk(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", self.disk],
                       check=True)
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)
        self.filler = self.disk / "filler"

    def get_free(self):
        info = os.statvfs(self.disk)
        return info.f_bavail * info.f_frsize

    def leave(self, room):
        """Fills the disk up to @room bytes."""
        self.filler.write_bytes(b"")
        size = max(self.get_free() - room, 0) // PAGE * PAGE
        with open(self.filler, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, size) if size else None

    def fill(self, prepare, *words):
        """Runs the command with less room than it needs at each place; returns how often it
        failed."""
        prepare()
        before = self.get_free()
        self.succeed(*words)
        needed = before - self.get_free()
        n_failed = 0
        for place in range(PLACES):
            prepare()
            self.leave(needed * place // PLACES)
            expected = read_tree(self.disk)
            outcome = self.run_program(*words)
            with self.subTest(words[0], place=place, room=needed * place // PLACES):
                if outcome.status == 0:
                    continue
                n_failed += 1
                self.assertEqual(outcome.status, 1, outcome)
                self.assertEqual(outcome.err.count("\n"), 1, outcome)
                self.assertTrue(any(text in outcome.err for text in SAYS), outcome)
                self.assertEqual(read_tree(self.disk), expected, outcome)
            self.filler.unlink(missing_ok=True)
        return n_failed

    def test_export(self):
        target = self.disk / "rapport.xlsx"

        def prepare():
            self.filler.unlink(missing_ok=True)
            target.write_bytes(b"het vorige rapport")

        n_failed = self.fill(prepare, "report", self.database, "-o", target)
        self.assertGreater(n_failed, PLACES * 3 // 4)

    def test_archive(self):
        target = self.disk / "archief"
        original = self.folder / "original.levman"
        shutil.copy(self.database, original)

        def prepare():
            self.filler.unlink(missing_ok=True)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(self.folder / "register.levman-archief", target)
            shutil.copy(original, self.database)

        n_failed = self.fill(prepare, "archive", self.database, target)
        self.assertGreater(n_failed, PLACES * 3 // 4)

    def test_backup(self):
        target = self.disk / "kopie.levman"

        def prepare():
            self.filler.unlink(missing_ok=True)
            target.unlink(missing_ok=True)

        n_failed = self.fill(prepare, "backup", self.database, target)
        self.assertGreater(n_failed, PLACES * 3 // 4)


if __name__ == "__main__":
    in_namespace()
    sys.exit(unittest.main())
