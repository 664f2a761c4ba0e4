"""The Excel form against malformed, huge, nested and foreign files.

    test-hostile.py 2000

reads so many files, see hostile.py; the checks read three of each kind. None may crash, take ten
seconds, or take 256 MB, and each comes to a message or to what differs.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import hostile
from levman import PROGRAM, Story

SUPPLIER = "Waterland Datacenters"
SECONDS = 10
MEGABYTES = 256
COUNT = int(sys.argv.pop(1)) if len(sys.argv) > 1 else 3 * len(hostile.KINDS)


class Measured:
    """A run of the program with the time it took and the most memory of one of its processes."""

    def __init__(self, words, folder):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            begin = time.monotonic()
            process = subprocess.Popen([PROGRAM, *words], stdout=out, stderr=err, cwd=folder)
            end = threading.Timer(3 * SECONDS, process.kill)
            end.start()
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.monotonic() - begin
            end.cancel()
            self.status = process.returncode = os.waitstatus_to_exitcode(status)
            self.megabytes = usage.ru_maxrss / 1024
            self.out, self.err = (self.read(stream) for stream in (out, err))

    @staticmethod
    def read(stream):
        stream.seek(0)
        return stream.read().decode()

    def __str__(self):
        return (f"status {self.status}, {self.seconds:.1f} s, {self.megabytes:.0f} MB\n"
                f"stdout: {self.out[:1000]}\nstderr: {self.err[:1000]}")


def make(form, number, path):
    """Writes file @number to @path and returns its kind. A process of its own makes it: what it
    takes would be counted to the program that is started next."""
    kind = hostile.KINDS[number % len(hostile.KINDS)].__name__
    process = os.fork()
    if process == 0:
        path.write_bytes(hostile.make(form, number))
        os._exit(0)
    _, status = os.waitpid(process, 0)
    assert status == 0, (number, kind)
    return kind


class Hostile(Story):
    def test_hostile(self):
        self.make_example()
        path = self.folder / "formulier.xlsx"
        self.succeed("form", self.database, "--supplier", SUPPLIER, "-o", path)
        form = hostile.Form(path)
        before = self.read_json("history")
        worst = {"seconds": (0,), "megabytes": (0,)}
        for number in range(COUNT):
            kind = make(form, number, path)
            with self.subTest(number=number, kind=kind):
                run = Measured(["read-form", self.database, path, "--supplier", SUPPLIER,
                                "--preview"], self.folder)
                self.assertIn(run.status, (0, 1), run)
                self.assertEqual(run.status == 1, run.err.startswith("levman-review: "), run)
                self.assertNotEqual(run.out + run.err, "", run)
                self.assertLess(run.seconds, SECONDS, run)
                self.assertLess(run.megabytes, MEGABYTES, run)
                for what in worst:
                    worst[what] = max(worst[what], (round(getattr(run, what), 1), number, kind))
        self.assertEqual(self.read_json("history"), before)
        print(f"{COUNT} files, the worst: {worst}")


if __name__ == "__main__":
    unittest.main()
