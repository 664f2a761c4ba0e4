"""What the window costs, beside bare programs that do the same on the same display in the same run.

bench-window.py BARE PROBE [start|scroll|memory|search…]: how long it takes to the first frame and
how much memory that takes, with 10,000 suppliers, beside hello world with libadwaita; the time of
the processor per frame while scrolling 10,000 and 100,000 suppliers, beside a bare GtkColumnView;
and per key in the search field. Exits with 1 when a bound is not kept.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = os.environ["LEVMAN_PROGRAM"]
HOME = Path(os.environ["HOME"])
N_STARTS, N_ROUNDS, N_SEARCH_ROUNDS = 7, 3, 5
FRAME = 16.7  # milliseconds
SECONDS = 120


PEOPLE = [f"{name} <{name.split()[-1].lower()}@noorderveen.example>"
          for name in ("Marijke de Wit", "Joost Verhagen", "Pieter Dijkman")]


def make_database(n_suppliers, more="plain"):
    """A register of so many suppliers: `plain`, with a service and a contract each for `usual`,
    and for `full` with the seven criticality scores too."""
    path, table = HOME / f"{n_suppliers}-{more}.levman", HOME / "lijst.csv"
    if path.exists():
        return path
    headings = ["Leverancier", "Leveranciersnummer", "Land", "Kraljic-vak", "Contractmanager"]
    if more != "plain":
        headings += ["Dienst", "Diensteigenaar", "Service level manager", "Contractnummer",
                     "Einddatum"]
    if more == "full":
        headings += [f"A{i}" for i in range(1, 8)]
    with table.open("w") as file:
        file.write(";".join(headings) + "\n")
        for i in range(n_suppliers):
            row = [f"Leverancier {i:06}", f"L-{i:06}", "Nederland", "strategisch", PEOPLE[0],
                   f"Dienst {i}", PEOPLE[1], PEOPLE[2], f"C-{i}", f"31-12-{2027 + i % 9}",
                   *(str(1 + (i + j) % 5) for j in range(7))]
            file.write(";".join(row[:len(headings)]) + "\n")
    subprocess.run([PROGRAM, "import", path, table, "--author", "Marijke de Wit"], check=True,
                   stdout=subprocess.DEVNULL)
    return path


class Run:
    """One run of a program with the probe in it."""

    def __init__(self, command, probe, job):
        self.output = HOME / "probe"
        self.output.unlink(missing_ok=True)
        self.begun = time.monotonic()
        self.process = subprocess.Popen(command, env=dict(
            os.environ, LD_PRELOAD=probe, LEVMAN_PROBE=job, LEVMAN_PROBE_OUTPUT=str(self.output)))
        self.read_until("first " if job == "start" else "done")

    def read_until(self, word):
        until = time.monotonic() + SECONDS
        while True:
            if self.output.exists():
                self.lines = self.output.read_text().splitlines()
                if any(line.startswith(word) for line in self.lines):
                    return
            if self.process.poll() is not None or time.monotonic() > until:
                self.process.kill()
                raise SystemExit(f"{self.process.args} did not come to “{word}”")
            time.sleep(0.01)

    def first_frame(self):
        """Milliseconds from the start to the first frame."""
        moment = next(line for line in self.lines if line.startswith("first ")).split()[1]
        return int(moment) / 1e3 - self.begun * 1e3

    def frames(self):
        """Milliseconds of each, in their order."""
        return [int(line.split()[1]) / 1e3 for line in self.lines if line.startswith("frame ")]

    def memory(self):
        """Megabytes of the program's own and its share of what it shares (PSS)."""
        text = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(text.split("\nPss:")[1].split()[0]) / 1024

    def end(self):
        self.process.kill()
        self.process.wait()


def share(values, part):
    values = sorted(values)
    return values[min(int(len(values) * part), len(values) - 1)]


class Bench:
    def __init__(self, bare, probe):
        self.bare, self.probe = bare, probe
        self.broken = []

    def bound(self, what, ours, bare, most):
        """Prints both figures and their ratio."""
        ratio = ours / bare
        print(f"{what:48} {ours:8.2f} bare {bare:8.2f} ratio {ratio:.2f} (at most {most})",
              flush=True)
        if ratio > most:
            self.broken.append(what)

    def run(self, command, job, settle=0.0):
        run = Run(command, self.probe, job)
        time.sleep(settle)
        return run

    def start(self):
        """The first frame, and the memory some seconds later, when all is read."""
        for more in ("usual", "full"):
            self.start_with(make_database(10000, more), more)

    def start_with(self, database, more):
        commands = [[PROGRAM, "--database", database], [self.bare]]
        times, sizes = ([], []), ([], [])
        for number in range(N_STARTS + 1):
            for i, command in enumerate(commands):
                run = self.run(command, "start", 3)
                if number > 0:  # the first fills the caches of the disk
                    times[i].append(run.first_frame())
                    sizes[i].append(run.memory())
                run.end()
        self.bound(f"first frame, 10,000 suppliers, {more} (ms)", *map(statistics.median, times),
                   1.5)
        ours, bare = map(statistics.median, sizes)
        bound = "at most 40" if more == "usual" else "with 100,000 records: no bound"
        print(f"{f'memory, 10,000 suppliers, {more} (PSS, MB)':48} {ours:8.1f} bare {bare:8.1f} "
              f"difference {ours - bare:.1f} ({bound})", flush=True)
        if more == "usual" and ours - bare > 40:
            self.broken.append("memory")

    def scroll(self):
        for n_suppliers in (10000, 100000):
            database = make_database(n_suppliers, "usual")
            commands = [[PROGRAM, "--database", database], [self.bare, str(n_suppliers)]]
            shares = {0.95: ([], []), 0.99: ([], [])}
            for _ in range(N_ROUNDS):
                for i, command in enumerate(commands):
                    run = self.run(command, "scroll")
                    for part, values in shares.items():
                        values[i].append(share(run.frames(), part))
                    run.end()
            for part, values in shares.items():
                self.bound(f"scrolling {n_suppliers:,} suppliers, p{part * 100:.0f} (ms per frame)",
                           *map(statistics.median, values), 1.5)

    def search(self):
        """From the key in the search field to the frame with the suppliers that it finds.

        Every run presses the same keys, so that what a key costs is the median of its runs: what
        the machine adds now and then falls on another key in each. The keys of all runs together,
        in which that is still counted, are shown beside it.
        """
        n_suppliers = 10000
        database = make_database(n_suppliers, "usual")
        commands = [[PROGRAM, "--database", database], [self.bare, str(n_suppliers)]]
        runs = ([], [])
        for _ in range(N_SEARCH_ROUNDS):
            for i, command in enumerate(commands):
                run = self.run(command, "search")
                runs[i].append(run.frames())
                run.end()
        keys = [[statistics.median(key) for key in zip(*kind, strict=True)] for kind in runs]
        raw = [[key for run in kind for key in run] for kind in runs]
        for what, values in (("", keys), (", all runs", raw)):
            for part in (0.5, 0.99):
                ours, bare = (share(kind, part) for kind in values)
                name = f"search in {n_suppliers:,}, p{part * 100:.0f} of keys{what} (ms)"
                bound = f" (at most {FRAME} ms)" if values is keys else ""
                print(f"{name:48} {ours:8.2f} bare {bare:8.2f} ratio {ours / bare:.2f}{bound}",
                      flush=True)
                if values is keys and ours > FRAME:
                    self.broken.append(name)


def main():
    bench = Bench(*sys.argv[1:3])
    for job in sys.argv[3:] or ["start", "scroll", "search"]:
        getattr(bench, job)()
    if bench.broken:
        print("not kept: " + "; ".join(bench.broken))
    return 1 if bench.broken else 0


if __name__ == "__main__":
    sys.exit(main())
