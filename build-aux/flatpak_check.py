"""The installed Flatpak, used in its sandbox: flatpak_check.py ID PICTURE

On a display and a bus of its own (tests/run-view.sh): what it may and may not do, the example and
its report in a folder that is granted to it, and the window. PICTURE gets what the window shows.
"""

import configparser
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

PERMISSIONS = {"shared": {"ipc"}, "sockets": {"x11", "wayland", "fallback-x11"},
               "devices": {"dri"}}
SECONDS = 60


def read(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True,
                          text=True, stdin=subprocess.DEVNULL).stdout


def enter(name, command, *words):
    """Another program than the application's own, in its sandbox."""
    return read("flatpak", "run", f"--command={command}", name, *words)


def get_permissions(name):
    """The context of the sandbox, and what else is granted."""
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read_string(read("flatpak", "info", "--show-permissions", name))
    context = {key: set(filter(None, value.split(";")))
               for key, value in parser["Context"].items()}
    return context, [section for section in parser.sections() if section != "Context"]


def check_permissions(name, folder):
    context, others = get_permissions(name)
    yield "four permissions and no other", context == PERMISSIONS and not others, (context, others)
    devices = [line.split(":")[0].strip()
               for line in enter(name, "cat", "/proc/net/dev").splitlines()[2:]]
    yield "no network but the sandbox's own", devices == ["lo"], devices
    seen = enter(name, "sh", "-c", f"test -e {folder} && echo seen || echo hidden")
    yield "what is not granted is hidden", seen == "hidden\n", seen


def check_commands(name, folder):
    run = ["flatpak", "run", f"--filesystem={folder}", name]
    database, report = folder / "voorbeeld.levman", folder / "mt-rapport.xlsx"
    read(*run, "example", database)
    yield "the example stands in the folder that is granted", database.is_file(), folder
    read(*run, "check", database)
    read(*run, "report", database, "-o", report)
    with zipfile.ZipFile(report) as workbook:
        damaged = workbook.testzip()
    yield "the MT report is a whole workbook", damaged is None, damaged
    read(*run, "profile", database, "--supplier", "L-001", "-o", folder / "profiel.pdf")
    start = (folder / "profiel.pdf").read_bytes()[:5]
    yield "the profile is a PDF", start == b"%PDF-", start
    read(*run, "archive", database, folder / "archief")
    read(*run, "verify", folder / "archief")
    yield "the archive is verified", True, None


def find_window(title):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title],
                          capture_output=True, text=True, check=False).stdout.split()


def wait_for(function, wanted=True):
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if bool(function()) == wanted:
            return True
        time.sleep(0.2)
    return False


def check_window(name, folder, picture):
    program = subprocess.Popen(["flatpak", "run", f"--filesystem={folder}",
                                "--env=GSK_RENDERER=cairo", name,
                                "--database", str(folder / "voorbeeld.levman")])
    shown = wait_for(lambda: find_window("Levman Review") or program.poll() is not None)
    yield "the window opens", shown and program.poll() is None, program.poll()
    time.sleep(3)
    read("import", "-window", "root", picture)
    path = "/" + name.replace(".", "/")
    read("gdbus", "call", "--session", "--dest", name, "--object-path", path,
         "--method", "org.freedesktop.Application.ActivateAction", "quit", "[]", "{}")
    yield "it closes", program.wait(SECONDS) == 0, program.returncode
    lock = subprocess.run(["flatpak", "run", f"--filesystem={folder}", name, "check",
                           str(folder / "voorbeeld.levman")], check=False).returncode
    yield "and leaves the database whole", lock == 0, lock


def main():
    name, picture = sys.argv[1], Path(sys.argv[2])
    failed = 0
    with tempfile.TemporaryDirectory(dir=picture.parent) as folder:
        for check, *words in ((check_permissions, name, Path(folder)),
                              (check_commands, name, Path(folder)),
                              (check_window, name, Path(folder), picture)):
            for what, passed, seen in check(*words):
                print(f"ok     {what}" if passed else f"FAILED {what}: {seen}", flush=True)
                failed += not passed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
