"""The heat map of a round with the keyboard and as a screen reader meets it: every cell has a
sentence, arrows go from cell to cell, Enter filters the list, Escape shows all of it again."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from window import Role, State, Window, take_picture, wait_for

from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "nl.levman.Review", "/nl/levman/Review/window/1"
CELL = re.compile(r"kans (\d), impact (\d), (laag|middel|hoog|kritiek)(: .*)?")
CLASSES = {(4, 4): "kritiek", (1, 5): "hoog", (5, 1): "middel", (2, 2): "laag"}


def activate(action, parameter):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync(NAME, PATH, "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (action, [parameter], {})), None, 0, 5000, None)


def focused_cell(window):
    window.look()
    for node in window.list_nodes():
        if node.has(State.FOCUSED) and CELL.fullmatch(node.name or ""):
            return CELL.fullmatch(node.name).group(1, 2)
    return None


def list_suppliers(window):
    window.look()
    group = next(node for node in window.list_nodes()
                 if node.name == "Profielen voor het MT" and node.role == Role.LIST)
    return [node.name for node in window.list_nodes()
            if node.role == Role.LIST_ITEM and node.is_in(group) and
            window.tree.read_box(node)[2] > 0]


def play(window):
    activate("step", GLib.Variant("u", 5))
    window.find(re.compile("kans 5, impact 1, .*"), Role.TOGGLE_BUTTON)
    cells = window.match(CELL, Role.TOGGLE_BUTTON)
    assert len(cells) == 25, [cell.name for cell in cells]
    for cell in cells:
        likelihood, impact, level, _ = CELL.fullmatch(cell.name).groups()
        wanted = CLASSES.get((int(likelihood), int(impact)), level)
        assert level == wanted, cell.name

    # One of them is a stop for Tab.
    stops = [cell for cell in cells if cell.has(State.FOCUSABLE)]
    assert len(stops) == 1, [cell.name for cell in stops]

    everyone = list_suppliers(window)
    assert len(everyone) == 7, everyone

    # From 5 × 1 to 4 × 4, where five suppliers stand.
    window.focus_by_key(stops[0])
    window.key("Right", "Right", "Right", "Down")
    wait_for(lambda: focused_cell(window) == ("4", "4"), "the focus in 4 × 4")
    cell = next(cell for cell in window.match(CELL) if cell.name.startswith("kans 4, impact 4"))
    window.key("Return")
    wait_for(lambda: 0 < len(list_suppliers(window)) < 7, "a filtered list")
    shown = list_suppliers(window)
    assert all(name in cell.name for name in shown), (shown, cell.name)
    assert window.has(re.compile(f"Alleen kans 4, impact 4, kritiek: {len(shown)} van 7"))
    take_picture(Path(os.environ["LEVMAN_PICTURES"]) / "heatmap-filter.png")

    window.key("Escape")
    wait_for(lambda: list_suppliers(window) == everyone, "the whole list")
    assert focused_cell(window) == ("4", "4")

    # Home and End stay in the row; beyond the edge nothing happens.
    window.key("End", "Right", "Up", "Up")
    wait_for(lambda: focused_cell(window) == ("5", "5"), "the focus in 5 × 5")
    window.key("Home")
    wait_for(lambda: focused_cell(window) == ("5", "1"), "the focus in 5 × 1")


class KeyWindow(Window):
    def focus_by_key(self, node):
        for _ in range(80):
            if self.is_focused(node):
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not get to {node}")


def find_review(database):
    """The round that the example leaves running."""
    output = subprocess.run([os.environ["LEVMAN_PROGRAM"], "history", database, "--json"],
                            check=True, capture_output=True, text=True).stdout
    return [entry["record"] for entry in json.loads(output)
            if entry["kind"] == "review" and entry["field"] == "title"][-1]


def main():
    review = find_review(sys.argv[1])
    window = KeyWindow("--database", sys.argv[1])
    try:
        window.find(None, Role.FRAME)
        activate("review", GLib.Variant("s", review))
        play(window)
        window.quit()
    finally:
        window.kill()


if __name__ == "__main__":
    main()
