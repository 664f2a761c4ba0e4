"""The application on the bus: started by it, asked for a database, started a second time.

Which database is open is seen from outside: the program that has it keeps others out.
"""

import os
import shutil
import subprocess
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PROGRAM = os.environ["LEVMAN_PROGRAM"]
NAME, PATH = "nl.levman.Review", "/nl/levman/Review"
BUS = Gio.bus_get_sync(Gio.BusType.SESSION, None)


def call(path, interface, method, parameters=None, name=NAME):
    return BUS.call_sync(name, path, interface, method, parameters, None, 0, 10000, None).unpack()


def is_running():
    return call("/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                GLib.Variant("(s)", (NAME,)), "org.freedesktop.DBus")[0]


def count_windows():
    try:
        return call(PATH, "org.freedesktop.DBus.Introspectable", "Introspect")[0].count(
            '<node name="window"') and call(PATH + "/window",
                                            "org.freedesktop.DBus.Introspectable",
                                            "Introspect")[0].count("<node name=")
    except GLib.Error:
        return 0


def is_open(database):
    outcome = subprocess.run([PROGRAM, "check", database], capture_output=True, text=True,
                             check=False)
    return outcome.returncode == 1 and "in gebruik" in outcome.stderr


def wait_for(what, wanted=True, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what() == wanted:
            return True
        time.sleep(0.1)
    return False


def start(*words, folder=None):
    return subprocess.Popen([PROGRAM, *words], cwd=folder)


def activate(action):
    call(PATH, "org.freedesktop.Application", "ActivateAction",
         GLib.Variant("(sava{sv})", (action, [], {})))


def check_service(first, second):
    """What the desktop does with an application that the bus starts."""
    service = start("--gapplication-service")
    yield "the service is there", wait_for(is_running)
    yield "without a window", count_windows() == 0
    call(PATH, "org.freedesktop.Application", "Open",
         GLib.Variant("(asa{sv})", ([Gio.File.new_for_path(first).get_uri()], {})))
    yield "a file opens a window", wait_for(count_windows, 1) and wait_for(lambda: is_open(first))

    second_start = start("--database", os.path.basename(second), folder=os.path.dirname(second))
    yield "a second start ends at once", second_start.wait(10) == 0
    yield "and the first shows its database", wait_for(lambda: is_open(second))
    yield "instead of the other", wait_for(lambda: is_open(first), False)
    yield "in the same window", count_windows() == 1

    third_start = start("--database", second + "-none")
    yield "a third start ends too", third_start.wait(10) == 0
    yield "a file that is not there changes nothing", wait_for(lambda: is_open(second))

    call(PATH, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)))
    yield "once more is the same window", count_windows() == 1 and is_open(second)
    activate("quit")
    yield "it quits", service.wait(10) == 0


def check_action(first, second):
    """An action may come before there is a window."""
    program = start("--gapplication-service")
    yield "the service is there again", wait_for(is_running)
    activate("shortcuts")
    yield "an action brings the window", wait_for(count_windows, 1)
    activate("about")
    yield "it lives on", wait_for(count_windows, 1)
    activate("quit")
    yield "it quits again", program.wait(10) == 0


def main():
    first = sys.argv[1]
    second = os.path.join(os.path.dirname(first), "tweede.levman")
    shutil.copy(first, second)
    count, good = 0, True
    for check in (check_service, check_action):
        for what, passed in check(first, second):
            count += 1
            good = good and passed
            print(f"{'ok' if passed else 'not ok'} - {what}", flush=True)
    print(f"1..{count}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
