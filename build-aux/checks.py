"""The checks of build-aux/check, run inside its environment: checks.py FOLDER ADMIN

Each check is a function that returns a list of what is wrong; the two test runs count
every test. FOLDER keeps the two builds and, in report/, what a run leaves to look at;
ADMIN says which package a library is from, for that of the program.

The tests of the window wait more than they compute. So more of them run at once than there are
processors, and the build with sanitizers is made in the time that is left beside them.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

sys.dont_write_bytecode = True

import deb  # noqa: E402
import translations  # noqa: E402

PROJECT = deb.PROJECT
FOLDER, ADMIN = (Path(argument) for argument in sys.argv[1:])
REPORT = FOLDER / "report"
LONGEST_FILE = 600
SHOWN_LINES = 120
N_PROCESSORS = len(os.sched_getaffinity(0))
MEMORY = Path("/dev/shm")
ROOM = 2 << 30  # bytes that the tests have ready at once are far less


def run(*command, **environment):
    """The exit status and the output of a command, in the project's folder."""
    result = subprocess.run([str(word) for word in command], cwd=PROJECT, text=True,
                            errors="replace", stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                            env=dict(os.environ, **environment))
    return result.returncode, result.stdout


def complaint(*command):
    """What a command says when it fails, as a list of lines."""
    status, output = run(*command)
    return output.splitlines() or [f"exit status {status}"] if status else []


def sources(*suffixes):
    return sorted(path.relative_to(PROJECT) for top in ("src", "tests")
                  for path in (PROJECT / top).rglob("*") if path.suffix in suffixes)


def check_format():
    return complaint(sys.executable, "build-aux/format", "--check")


def check_length():
    lengths = {path: len((PROJECT / path).read_bytes().splitlines())
               for path in sources(".c", ".h", ".py")}
    return [f"{path} has {length} lines; at most {LONGEST_FILE}"
            for path, length in lengths.items() if length > LONGEST_FILE]


def check_potfiles():
    needed, listed = translations.files_with_strings(), translations.listed_files()
    return ([f"{path} has strings to translate and is not in po/POTFILES"
             for path in needed if path not in listed] +
            [f"{path} is in po/POTFILES and does not exist"
             for path in listed if not (PROJECT / path).exists()] +
            [f"{path} is in po/POTFILES twice"
             for path in sorted(set(listed)) if listed.count(path) > 1])


def check_catalogue():
    return complaint("msgfmt", "--check", "--check-accelerators=_", "-o", os.devnull, "po/nl.po")


def check_translated():
    template, merged = REPORT / "levman-review.pot", REPORT / "nl.po"
    wrong = (complaint(*translations.extract_command(template)) or
             complaint(*translations.merge_command(template, merged)))
    if not wrong and complaint("msgcmp", "po/nl.po", template):
        wrong = ["not translated:", *translations.untranslated(merged).splitlines()]
    return wrong


def check_desktop():
    return complaint("desktop-file-validate", *sorted((PROJECT / "data").glob("*.desktop")))


def check_metainfo():
    """What software centres show. The project has no home on the web yet."""
    return complaint("appstreamcli", "validate", "--no-net",
                     "--override", "url-homepage-missing=info",
                     *sorted((PROJECT / "data").glob("*.metainfo.xml")))


def check_schemas():
    return complaint("glib-compile-schemas", "--strict", "--dry-run", PROJECT / "data")


def set_up_plain(build):
    """With what Debian compiles and links: what is tested is what is packaged."""
    return deb.set_up(build, deb.get_flags(), *deb.OPTIONS, "-Dwerror=true")


def set_up_sanitized(build):
    return deb.set_up(build, {}, "-Db_sanitize=address,undefined", "-Db_lundef=false",
                      "-Doptimization=1")


def compile_in(build, *targets):
    return complaint("ninja", "--quiet", "-k", "0", "-C", build, "all", *targets)


def compile_aside(build, *targets):
    """The same for when nothing else wants the processors."""
    return complaint("nice", "ninja", "--quiet", "-k", "0", "-j", N_PROCESSORS, "-C", build, "all",
                     *targets)


def check_package(build):
    """The package for Debian, which lintian judges."""
    folder = FOLDER / "package"
    folder.mkdir(exist_ok=True)
    return complaint(*deb.judge(deb.make(build, folder, folder, ADMIN)))


def is_roomy_memory(folder):
    """Whether what is written in @folder stays in memory, and there is room."""
    try:
        usage = shutil.disk_usage(folder)
        kinds = [line.split()[2] for line in Path("/proc/mounts").read_text().splitlines()
                 if line.split()[1] == str(folder)]
    except OSError:
        return False
    return kinds[-1:] == ["tmpfs"] and usage.free > ROOM and os.access(folder, os.W_OK)


class Tally:
    """Counts what passed and what failed, and shows each as soon as it is known."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []
        self.lock = Lock()

    def record(self, name, wrong, seconds):
        with self.lock:
            return self.show(name, wrong, seconds)

    def show(self, name, wrong, seconds):
        print(f"{'ok    ' if not wrong else 'FAILED'} {name} ({seconds:.1f} s)", flush=True)
        if not wrong:
            self.passed += 1
            return True
        self.failed.append(name)
        (REPORT / (re.sub(r"\W+", "-", name) + ".txt")).write_text("\n".join(wrong) + "\n")
        shown = wrong if len(wrong) <= SHOWN_LINES else (
            wrong[:SHOWN_LINES // 2] + [f"… {len(wrong) - SHOWN_LINES} lines …"] +
            wrong[-SHOWN_LINES // 2:])
        print("\n".join("       " + line for line in shown), flush=True)
        return False

    def check(self, name, function, *arguments):
        started = time.monotonic()
        try:
            wrong = function(*arguments)
        except (OSError, subprocess.CalledProcessError) as error:
            wrong = [str(error), *(getattr(error, "stderr", None) or "").splitlines()]
        return self.record(name, wrong, time.monotonic() - started)

    def tests(self, title, build, *options, aside=False):
        """Run meson's tests and count each of them; @aside, when nothing else wants to run."""
        log = build / "meson-logs/testlog.json"
        log.unlink(missing_ok=True)
        words = ["nice"] if aside else []
        with tempfile.TemporaryDirectory(
                prefix="levman-check-", dir=MEMORY if is_roomy_memory(MEMORY) else None) as folder:
            status, output = run(*words, "meson", "test", "-C", build, "--no-rebuild",
                                 "--print-errorlogs", *options, TMPDIR=folder)
        results = ([json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
                   if log.exists() else [])
        if not results:
            self.record(title, output.splitlines() or [f"no tests ran (exit status {status})"], 0)
            return
        for name in ("testlog.txt", "testlog.junit.xml"):
            shutil.copy(build / "meson-logs" / name, REPORT / f"{title}-{name}".replace(" ", "-"))
        for result in results:
            name = f"{title}: {result['name'].split(' / ')[-1]}"
            if result["result"] == "SKIP":
                self.skipped.append(name)
            elif result["result"] in ("OK", "EXPECTEDFAIL"):
                self.record(name, [], result["duration"])
            else:
                said = [result["result"]] + (result.get("stdout", "") + "\n" +
                                             result.get("stderr", "")).splitlines()
                self.record(name, said, result["duration"])


def check_plain(tally, build):
    """Twice as many at once as there are processors, so that each may take twice as long."""
    tally.tests("test", build, "--num-processes", N_PROCESSORS * 2, "--timeout-multiplier", "2")
    if (build / "pictures").is_dir():
        shutil.copytree(build / "pictures", REPORT / "pictures")


def check_sanitized(tally, build):
    """The programs of the unit suite, and what they are made of."""
    if (tally.check("sanitizer set-up", set_up_sanitized, build) and
            tally.check("sanitizer build", compile_aside, build, "unit-programs")):
        tally.tests("sanitized test", build, "--suite", "unit", "--timeout-multiplier", "8",
                    "--num-processes", N_PROCESSORS, aside=True)


def main():
    shutil.rmtree(REPORT, ignore_errors=True)
    REPORT.mkdir(parents=True)
    plain, sanitized = FOLDER / "plain", FOLDER / "sanitized"
    tally = Tally()

    tally.check("formatting", check_format)
    tally.check("length of files", check_length)
    tally.check("POTFILES complete", check_potfiles)
    tally.check("nl.po well-formed", check_catalogue)
    tally.check("nl.po complete", check_translated)
    tally.check("desktop entry", check_desktop)
    tally.check("metainfo", check_metainfo)
    tally.check("settings schema", check_schemas)

    is_built = (tally.check("set-up", set_up_plain, plain) and
                tally.check("build, warnings as errors", compile_in, plain, "meson-test-prereq"))
    if is_built:
        tally.check("package", check_package, plain)
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(check_sanitized, tally, sanitized)]
        if is_built:
            jobs.append(pool.submit(check_plain, tally, plain))
    for job in jobs:
        job.result()

    print(f"\nReport: {REPORT}")
    if tally.skipped:
        print("Skipped: " + ", ".join(tally.skipped))
    if tally.failed:
        print("Failed: " + ", ".join(tally.failed))
    print(f"{tally.passed} passed, {len(tally.failed)} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
