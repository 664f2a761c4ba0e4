"""The checks of build-aux/check, run inside its environment: checks.py PROJECT FOLDER

Each check is a function that returns a list of what is wrong; the two test runs count
every test. FOLDER keeps the two builds and, in report/, what a run leaves to look at.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

import translations  # noqa: E402

PROJECT, FOLDER = (Path(argument) for argument in sys.argv[1:])
REPORT = FOLDER / "report"
LONGEST_FILE = 600
SHOWN_LINES = 120


def run(*command):
    """The exit status and the output of a command, in the project's folder."""
    result = subprocess.run([str(word) for word in command], cwd=PROJECT, text=True,
                            errors="replace", stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
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


def configure(build, *options):
    """Set the build folder up, anew when its options are no longer these."""
    stamp, wanted = build / "options", " ".join(options)
    if not (build / "build.ninja").exists() or not stamp.exists() or stamp.read_text() != wanted:
        shutil.rmtree(build, ignore_errors=True)
        wrong = complaint("meson", "setup", build, PROJECT, *options)
        if wrong:
            return wrong
        stamp.write_text(wanted)
    return []


def compile_in(build):
    """Everything, also what only tests use."""
    return complaint("ninja", "--quiet", "-k", "0", "-C", build, "all", "meson-test-prereq")


class Tally:
    """Counts what passed and what failed, and shows each as soon as it is known."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []

    def record(self, name, wrong, seconds):
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
        wrong = function(*arguments)
        return self.record(name, wrong, time.monotonic() - started)

    def tests(self, title, build, *options):
        """Run meson's tests and count each of them."""
        log = build / "meson-logs/testlog.json"
        log.unlink(missing_ok=True)
        status, output = run("meson", "test", "-C", build, "--no-rebuild", "--print-errorlogs",
                             *options)
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

    if (tally.check("set-up", configure, plain, "-Dwerror=true") and
            tally.check("build, warnings as errors", compile_in, plain)):
        tally.tests("test", plain)
        if (plain / "pictures").is_dir():
            shutil.copytree(plain / "pictures", REPORT / "pictures")
    if (tally.check("sanitizer set-up", configure, sanitized, "-Db_sanitize=address,undefined",
                    "-Db_lundef=false") and
            tally.check("sanitizer build", compile_in, sanitized)):
        tally.tests("sanitized test", sanitized, "--suite", "unit", "--timeout-multiplier", "4")

    print(f"\nReport: {REPORT}")
    if tally.skipped:
        print("Skipped: " + ", ".join(tally.skipped))
    if tally.failed:
        print("Failed: " + ", ".join(tally.failed))
    print(f"{tally.passed} passed, {len(tally.failed)} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
