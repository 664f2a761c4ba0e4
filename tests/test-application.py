"""The application on the bus: started by it, asked for a database, started a second time, searched
by the desktop.

Which database is open is seen from outside: the program that has it keeps others out.
"""

import configparser
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


def read_provider():
    """What the desktop reads about the search provider."""
    parser = configparser.ConfigParser()
    parser.read(os.path.join(os.environ["LEVMAN_SOURCEDIR"],
                             "data/nl.levman.Review.search-provider.ini"))
    return parser["Shell Search Provider"]


def search(method, signature, *values):
    provider = read_provider()
    return call(provider["ObjectPath"], "org.gnome.Shell.SearchProvider2", method,
                GLib.Variant(signature, values), provider["BusName"])


def find(*words):
    return search("GetInitialResultSet", "(as)", words)[0]


def check_search(first, second):
    """What the desktop's own search finds, before there is a window and in it."""
    usual = os.path.join(os.environ["XDG_DATA_HOME"], "levman-review", "levman.levman")
    os.makedirs(os.path.dirname(usual))
    shutil.copy(first, usual)
    program = start("--gapplication-service")
    yield "the service is there for a search", wait_for(is_running)
    found = find("kwelder")
    metas = search("GetResultMetas", "(as)", found)[0]
    yield "a supplier is found first", metas[0]["name"] == "Kwelder Netwerken"
    yield "and said to be one", metas[0]["description"].startswith("Leveranciers · ")
    yield "each is described", [meta["id"] for meta in metas] == found
    actions = find("tweede")
    action, = search("GetResultMetas", "(as)", actions)[0]
    yield "an open action is found", action["name"] == "A16 Tweede verbinding aanleggen"
    yield "with its supplier", action["description"].startswith("Acties · Kwelder Netwerken · ")
    yield "one that is over is not", find("pentest", "verhelpen") == []
    fewer = search("GetSubsearchResultSet", "(asas)", found, ["kwelder", "netw"])[0]
    yield "more words find no more", bool(fewer) and set(fewer) <= set(found)
    yield "nothing is nothing", find("xyzzy") == []
    yield "what is gone is left out", search("GetResultMetas", "(as)", ["x"])[0] == []
    yield "no window came", count_windows() == 0
    yield "the database is free", not is_open(usual)

    search("ActivateResult", "(sasu)", found[0], ["kwelder"], 0)
    yield "a result brings the window", wait_for(count_windows, 1)
    yield "and opens the database", wait_for(lambda: is_open(usual))
    search("LaunchSearch", "(asu)", ["kwelder"], 0)
    yield "all results come in the same window", wait_for(count_windows, 1)
    yield "the window is searched too", find("kwelder") == found
    activate("quit")
    yield "it quits after a search", program.wait(10) == 0


def check_reminder(first, second):
    """At login: a reminder without a window, and the program goes."""
    noted = os.path.join(os.path.dirname(first), "reminders")
    desktop = subprocess.Popen([sys.executable, __file__, "--desktop", noted])
    yield "a desktop shows notifications", wait_for(lambda: os.path.exists(noted))
    program = start("--remind")
    yield "it reminds", wait_for(lambda: os.path.getsize(noted) > 0)
    with open(noted, encoding="utf-8") as file:
        yield "of what waits", file.readline().startswith("Wat op u wacht: ")
    yield "without a window", count_windows() == 0
    yield "a second one leaves it at that", start("--remind").wait(10) == 0
    yield "and goes by itself", program.wait(30) == 0
    desktop.terminate()
    desktop.wait()


def be_desktop(path):
    """What shows notifications: it writes each into the file at `path`."""
    node = Gio.DBusNodeInfo.new_for_xml("""
      <node><interface name="org.freedesktop.Notifications">
        <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
          <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
          <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
          <arg type="i" direction="in"/><arg type="u" direction="out"/></method>
        <method name="GetCapabilities"><arg type="as" direction="out"/></method>
      </interface></node>""")

    def called(bus, sender, place, interface, method, parameters, invocation):
        if method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body", "actions"],)))
            return
        with open(path, "a", encoding="utf-8") as file:
            print(": ".join(parameters.unpack()[3:5]), file=file)
        invocation.return_value(GLib.Variant("(u)", (1,)))

    BUS.register_object("/org/freedesktop/Notifications", node.interfaces[0], called, None, None)
    Gio.bus_own_name_on_connection(BUS, "org.freedesktop.Notifications", 0,
                                   lambda *words: open(path, "a", encoding="utf-8").close(), None)
    GLib.MainLoop().run()


def main():
    if sys.argv[1] == "--desktop":
        be_desktop(sys.argv[2])
    first = sys.argv[1]
    second = os.path.join(os.path.dirname(first), "tweede.levman")
    shutil.copy(first, second)
    count, good = 0, True
    for check in (check_service, check_action, check_search, check_reminder):
        for what, passed in check(first, second):
            count += 1
            good = good and passed
            print(f"{'ok' if passed else 'not ok'} - {what}", flush=True)
    print(f"1..{count}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
