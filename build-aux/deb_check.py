"""What the desktop knows of the installed package, on a display and a bus of its own
(tests/run-view.sh): its entry, icons, settings and kinds of files, and how the bus starts it.
"""

import os
import subprocess
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from window import take_picture, wait_for  # noqa: E402

NAME = "nl.levman.Review"
PATH = "/" + NAME.replace(".", "/")
SECONDS = 60


def check_entry():
    entry = Gio.DesktopAppInfo.new(f"{NAME}.desktop")
    yield "the menu has it", entry is not None and entry.should_show(), entry
    yield "with what it is for, in Dutch", "leveranciers" in entry.get_description(), \
        entry.get_description()
    theme = Gtk.IconTheme.get_for_display(Gdk.Display.get_default())
    for suffix in ("", "-symbolic", "-database", "-handbook"):
        icon = NAME + suffix
        yield f"the icon theme has {icon}", theme.has_icon(icon), theme.get_search_path()


def check_kinds():
    folder = Path.cwd()
    archive, = list((folder / "archief").rglob("*.zip"))[:1]
    for path, kind in ((folder / "voorbeeld.levman", "review"), (archive, "review-archive+zip")):
        kind = f"application/vnd.levman.{kind}"
        entry = Gio.AppInfo.get_default_for_type(kind, False)
        yield f"it opens {kind}", entry and entry.get_id() == f"{NAME}.desktop", entry
        info = Gio.File.new_for_path(str(path)).query_info("standard::*", 0)
        yield f"the example’s {path.suffix} is a file of a known kind", \
            info.get_content_type() == kind, info.get_content_type()


def check_settings():
    schema = Gio.SettingsSchemaSource.get_default().lookup(NAME, True)
    yield "its settings are known", schema is not None, schema
    backend = Gio.Settings.new(NAME).props.backend.__gtype__.name
    yield "and last", backend == "DConfSettingsBackend", backend


def find_window():
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Levman Review"],
                          capture_output=True, check=False).stdout


def check_bus():
    """The program is not running; the bus starts it when it is asked for something."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def call(path, interface, method, arguments):
        return bus.call_sync(NAME, path, interface, method, arguments, None, 0, SECONDS * 1000,
                             None).unpack()

    def is_there():
        return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                             "org.freedesktop.DBus", "NameHasOwner", GLib.Variant("(s)", (NAME,)),
                             None, 0, -1, None).unpack()[0]

    yield "it is not running", not is_there(), None
    found = call(f"{PATH}/SearchProvider", "org.gnome.Shell.SearchProvider2",
                 "GetInitialResultSet", GLib.Variant("(as)", (["Aalscholver"],)))
    yield "a search starts it, and shows no window", found == ([],) and not find_window(), found
    call(PATH, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)))
    yield "the menu starts it, with its window", wait_for(find_window, "a window", SECONDS), None
    wait_for(lambda: call(f"{PATH}/window/1", "org.gtk.Actions", "List", None), "its actions")
    take_picture(f"{os.environ['LEVMAN_PICTURES']}/installed.png")
    call(PATH, "org.freedesktop.Application", "ActivateAction",
         GLib.Variant("(sava{sv})", ("quit", [], {})))
    yield "it closes", wait_for(lambda: not is_there(), "the end"), None


def main():
    GLib.setenv("LANGUAGE", "nl", True)
    n_failed = 0
    for check in (check_entry, check_kinds, check_settings, check_bus):
        for what, passed, seen in check():
            print(f"ok     {what}" if passed else f"FAILED {what}: {seen}", flush=True)
            n_failed += not passed
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
