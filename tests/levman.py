"""What the stories share: the program, run as its users run it."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["LEVMAN_PROGRAM"]
SOURCE = Path(os.environ["LEVMAN_SOURCEDIR"])
LANGUAGE_VARIABLES = ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "LANGUAGE"]
UNSET = object()


class Outcome:
    """What a run of the program gave; both streams must be UTF-8."""

    def __init__(self, words, process):
        self.command = " ".join(map(str, words))
        self.status = process.returncode
        self.out = process.stdout.decode()
        self.err = process.stderr.decode()

    def __str__(self):
        return (f"levman-review {self.command[:500]}\nexit status {self.status}\n"
                f"stdout: {self.out[:2000]}\nstderr: {self.err[:2000]}")


def run(*words, stdin=b"", folder=None, locale=None, now="2026-11-23T09:00:00Z"):
    """Runs the program; @locale None keeps that of the tests, UNSET takes all of it away."""
    environment = dict(os.environ, LEVMAN_NOW=now)
    if locale is not None:
        for name in LANGUAGE_VARIABLES:
            environment.pop(name, None)
        if locale is not UNSET:
            environment["LC_ALL"] = locale
    process = subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, cwd=folder,
                             env=environment, timeout=120)
    return Outcome(words, process)


class Story(unittest.TestCase):
    """A test with a folder of its own."""

    maxDiff = None
    now = "2026-11-23T09:00:00Z"

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="levman-story-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.database = self.folder / "register.levman"

    def make_example(self):
        """Puts the example and its archive in the folder; it was made once for all tests."""
        shutil.copytree(os.environ["LEVMAN_EXAMPLE"], self.folder, dirs_exist_ok=True)

    def run_program(self, *words, **options):
        return run(*words, folder=self.folder, now=self.now, **options)

    def succeed(self, *words, **options):
        """Runs the program, which must succeed without a word on stderr; returns its output."""
        outcome = self.run_program(*words, **options)
        self.assertEqual((outcome.status, outcome.err), (0, ""), outcome)
        return outcome.out

    def fail_with(self, status, *words, says=(), **options):
        """Runs the program, which must fail with a message on stderr that holds each of @says."""
        outcome = self.run_program(*words, **options)
        self.assertEqual(outcome.status, status, outcome)
        self.assertTrue(outcome.err.startswith("levman-review: "), outcome)
        self.assertTrue(outcome.err.endswith("\n"), outcome)
        for text in says:
            self.assertIn(text, outcome.err, outcome)
        return outcome

    def read_json(self, command, *words):
        return json.loads(self.succeed(command, self.database, "--json", *words))

    def step(self, *words):
        return self.succeed("step", self.database, *words)

    def refuse(self, *words, status=1, says=()):
        """Takes a step that must be refused, and after which everything is as it was."""
        before = self.read_json("history"), self.read_json("status")
        outcome = self.fail_with(status, "step", self.database, *words, says=says)
        after = self.read_json("history"), self.read_json("status")
        self.assertEqual(outcome.out, "", outcome)
        self.assertEqual(before, after, f"refused, but something changed: {outcome}")
        return outcome
