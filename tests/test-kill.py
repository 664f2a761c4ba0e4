"""Kill the writer of a database at random moments: test-kill.py WRITER [TIMES [SEED]]

Each start has to find every edit that was acknowledged before, at most the one more that was on
its way, and a log that equals the projection. A third of the kills come while the file is
created, opened, checked and backed up; the others while edits stream in.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

TIMES_PER_FILE = 10
LONGEST_START = 0.08
LONGEST_WORK = 0.15
SLOWEST = 60


class Expected:
    """What the next start may find: after the last acknowledged edit, or the one under way."""

    def __init__(self):
        self.acknowledged = ("0", "-")
        self.tried = None

    def allows(self, state):
        return state == self.acknowledged or state == self.tried

    def follow(self, lines):
        """Take in what a run said; an error when it found something else than it may."""
        n_done = 0
        for words in (line.split() for line in lines):
            if words[0] == "open":
                state = (words[1], words[2])
                if not self.allows(state):
                    raise SystemExit(f"found {state}, acknowledged {self.acknowledged}, "
                                     f"under way {self.tried}")
                self.acknowledged, self.tried = state, None
            elif words[0] == "try":
                self.tried = (words[1], words[2])
            elif words[0] == "done":
                self.acknowledged, self.tried = self.tried, None
                n_done += 1
        return n_done


def run(command, expected, moment, in_start):
    """Start the writer and kill it; the number of edits that it acknowledged."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    lines, opened = [], threading.Event()

    def read():
        for line in process.stdout:
            if line.endswith("\n"):
                lines.append(line)
            opened.set()
        opened.set()

    reader = threading.Thread(target=read)
    reader.start()
    if not in_start and not opened.wait(SLOWEST):
        raise SystemExit("it does not open")
    time.sleep(moment)
    process.kill()
    reader.join()
    error = process.stderr.read()
    process.stderr.close()
    process.stdout.close()
    if process.wait() != -9:
        raise SystemExit(f"it ended by itself: {error}")
    return expected.follow(lines), bool(lines)


def check(command, expected):
    result = subprocess.run([*command, "check"], capture_output=True, text=True, timeout=SLOWEST,
                            check=False)
    if result.returncode:
        raise SystemExit(f"the check failed: {result.stderr}")
    expected.follow(result.stdout.splitlines())


def main():
    writer = sys.argv[1]
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261123
    rand = random.Random(seed)
    n_edits = n_starts = n_cut_starts = 0
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="levman-kill-"))
    try:
        for number in range(times):
            if number % TIMES_PER_FILE == 0:
                expected, path = Expected(), folder / f"{number}.levman"
            command = [writer, str(path), str(rand.randrange(1 << 30))]
            in_start = rand.random() < 0.33
            done, opened = run(command, expected,
                               rand.uniform(0, LONGEST_START if in_start else LONGEST_WORK),
                               in_start)
            n_edits += done
            n_starts += opened
            n_cut_starts += not opened
            if (number + 1) % TIMES_PER_FILE == 0 or number + 1 == times:
                check(command, expected)
    finally:
        shutil.rmtree(folder)
    print(f"{times} kills (seed {seed}) in {time.monotonic() - started:.0f} s: {n_cut_starts} while "
          f"starting, {n_starts} after; {n_edits} acknowledged edits, 0 lost; every file opened "
          f"and its log equals the projection")
    if n_edits < times or not n_cut_starts:
        raise SystemExit("too few edits or starts were hit to say anything")


if __name__ == "__main__":
    main()
