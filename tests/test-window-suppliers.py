"""The list of suppliers with the keyboard and as a screen reader meets it: a table of rows with a
name, one stop for Tab; arrows, Page Down, Home and End go through it, Enter opens a supplier."""

import sys

from window import Role, State, Window, wait_for

from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "nl.levman.Review", "/nl/levman/Review/window/1"
FIRST, SECOND = "Bosrand Archief", "Boterbloem Facilitair"


def activate(action, parameter):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync(NAME, PATH, "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (action, [parameter], {})), None, 0, 5000, None)


def list_rows(window):
    """The rows with suppliers; the first is that of the headings."""
    window.look()
    table = window.find("Leveranciers", Role.TABLE)
    return window.match(None, Role.TABLE_ROW, within=table)[1:]


def focused_row(window):
    return next((row.name for row in list_rows(window) if row.has(State.FOCUSED)), "")


def wait_for_row(window, name):
    wait_for(lambda: focused_row(window).startswith(name), f"the focus on {name}")


def play(window):
    activate("place", GLib.Variant("s", "suppliers"))
    window.find("Leveranciers", Role.TABLE)
    wait_for(lambda: list_rows(window), "suppliers")
    first = list_rows(window)[0]
    assert first.name.startswith(FIRST) and "L-011" in first.name, first.name
    assert all(row.has(State.FOCUSABLE) for row in list_rows(window))

    for _ in range(40):
        if focused_row(window):
            break
        window.key("Tab")
    wait_for_row(window, FIRST)
    window.key("Down")
    wait_for_row(window, SECOND)
    window.key("End")
    wait_for(lambda: focused_row(window) not in ("", FIRST, SECOND), "the last supplier")
    last = focused_row(window)
    window.key("Down")
    window.key("Page_Up", "Page_Down")
    wait_for_row(window, last)
    window.key("Home")
    wait_for_row(window, FIRST)

    # Above the first are the headings; there is one stop for Tab in between.
    window.key("shift+Tab")
    wait_for(lambda: not focused_row(window), "the focus above the list")
    window.key("Tab")
    wait_for_row(window, FIRST)

    window.key("Down", "Return")
    window.find(SECOND, Role.GROUPING)


def main():
    window = Window("--database", sys.argv[1])
    try:
        window.find(None, Role.FRAME)
        play(window)
        window.quit()
    finally:
        window.kill()


if __name__ == "__main__":
    main()
