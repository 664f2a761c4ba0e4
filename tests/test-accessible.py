"""Every page and dialog of the window as a screen reader meets it: what can get the focus has a
name, and that is not English.

Runs the program on a display of its own (see run-view.sh), goes through all pages by the actions
that it exports, and walks the accessibility tree over AT-SPI.
"""

import gettext
import json
import os
import re
import sys
from pathlib import Path

from gi.repository import Gio, GLib

from levman import run
from window import Role, State, Window, wait_for

NAME, PATH = "nl.levman.Review", "/nl/levman/Review"
PLACES = {"today": "Vandaag", "suppliers": "Leveranciers", "calendar": "Jaarkalender",
          "actions": "Mitigatie acties"}
KINDS = ["person", "calendar_entry", "contract", "service"]  # edited in a dialog


def find_records(database):
    """The identifier of the last record of each kind."""
    outcome = run("history", database, "--json")
    assert outcome.status == 0, outcome
    return {entry["kind"]: entry["record"] for entry in json.loads(outcome.out)
            if entry["kind"] != "review" or entry["field"] == "title"}


def list_english():
    """The words of the program and its libraries before they are translated; one that a Dutch
    catalogue does not have is added."""
    english, dutch = {"Dismiss"}, set()
    for domain, place in (("levman-review", os.environ["LEVMAN_LOCALEDIR"]),
                          ("gtk40", None), ("libadwaita", None)):
        catalog = gettext.translation(domain, place, ["nl"])._catalog
        english |= {word for word in catalog if isinstance(word, str)}
        dutch |= set(catalog.values())

    def simplify(words):
        return {word.replace("_", "").lower() for word in words if word}

    return simplify(english) - simplify(dutch)


class Reader:
    """Goes from page to page and reads each."""

    def __init__(self, window):
        self.window = window
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.english = list_english()
        self.results = []

    def activate(self, action, *parameters, path="/window/1"):
        self.bus.call_sync(NAME, PATH + path, "org.gtk.Actions", "Activate",
                           GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, 0,
                           5000, None)

    def list_actions(self):
        """The actions of the application."""
        return self.bus.call_sync(NAME, PATH, "org.gtk.Actions", "List", None, None, 0, 5000,
                                  None).unpack()[0]

    def list_nameless(self, nodes):
        """What can get the focus and has no name, and no text of its own within."""
        for node in nodes:
            if not node.has(State.FOCUSABLE) or not self.window.is_shown(node):
                continue
            if not any(below.name for below in node.walk()):
                yield " > ".join(str(above).strip() for above in
                                 [*reversed([*node.ancestors()][:6]), node])

    def check(self, page):
        self.window.look()
        nodes = self.window.list_nodes()
        missing = sorted(set(self.list_nameless(nodes)))
        for path in missing:
            print(f"# {page}: without a name: {path}")
        english = sorted({node.name for node in nodes if node.has(State.FOCUSABLE) and
                          node.name.lower() in self.english})
        if english:
            print(f"# {page}: not Dutch: {english}")
        good = len(nodes) > 10 and not missing and not english
        print(f"{'ok' if good else 'not ok'} - {page}, {len(nodes)} nodes", flush=True)
        self.results.append(good)

    def check_dialog(self, page):
        """A dialog that was opened; it goes away with Escape."""
        is_open = self.window.find(None, (Role.DIALOG, Role.ALERT))
        self.check(page)
        self.window.key("Escape")
        wait_for(lambda: self.window.look() and is_open.path not in [
            node.path for node in self.window.root.walk()], f"{page} closed")

    def read_pages(self, review):
        for place, title in PLACES.items():
            self.activate("place", GLib.Variant("s", place))
            self.window.find(title, Role.GROUPING)
            self.check(place)
        self.activate("review", GLib.Variant("s", review))
        self.window.find("Stappen van de ronde", Role.LIST)
        self.check("overview")
        self.activate("work")
        self.window.find("Mijn werk", Role.GROUPING)
        self.check("work")
        for number in range(1, 15):
            self.activate("step", GLib.Variant("u", number))
            self.window.find(f"Stap {number} van 14", Role.GROUPING)
            self.check(f"step {number}")

    def read_dialogs(self, records):
        for action in ("people", "new-review", "search"):
            self.activate(action)
            self.check_dialog(action)
        self.activate("help", GLib.Variant("s", "start"))
        self.window.find(None, Role.DIALOG)
        self.check("help: start")
        self.window.key("Escape")  # back to what else there is
        self.check_dialog("help")
        for action in ("shortcuts", "about"):
            if action in self.list_actions():
                self.activate(action, path="")
                self.check_dialog(action)
        for kind in KINDS:
            if kind in records:
                self.activate("edit-record", GLib.Variant("s", records[kind]))
                self.check_dialog(f"record: {kind}")
        self.activate("history", GLib.Variant("s", records["supplier"]))
        self.check_dialog("history")

    def read_preferences(self):
        """The preferences have pages of their own."""
        for page in ("Algemeen", "Database", "Handboek"):
            self.activate("preferences", path="")
            self.window.press(page, (Role.RADIO_BUTTON, Role.TOGGLE_BUTTON, Role.PAGE_TAB))
            self.check_dialog(f"preferences: {page}")

    def read_supplier(self, supplier):
        """The page of a supplier, and what one gets to from there."""
        self.activate("place", GLib.Variant("s", "suppliers"))
        self.activate("supplier", GLib.Variant("s", supplier))
        self.window.find("Contracten", Role.LABEL)
        self.check("supplier")
        for button in (re.compile("Dienst toevoegen.*"), re.compile("Contract toevoegen.*")):
            self.window.press(button, Role.BUTTON)
            self.check_dialog(f"supplier: {button.pattern[:-2]}")

    def read_date(self, record):
        """The calendar that a date opens."""
        self.activate("edit-record", GLib.Variant("s", record))
        self.window.press(re.compile("Datum: .*"), Role.TOGGLE_BUTTON)
        self.window.find("Vorige maand", Role.BUTTON)
        self.check("date")
        self.window.key("Escape")
        self.window.wait_gone("Vorige maand", Role.BUTTON)
        self.window.key("Escape")

    def read_toast(self):
        """The message after an edit that was undone, with its buttons."""
        self.activate("undo", path="")
        self.window.find("Deze melding sluiten", Role.BUTTON)
        self.check("toast")

    def read_import(self):
        table = Path(os.environ["HOME"]) / "lijst.csv"
        table.write_text("Leverancier;Land\nAalscholver Hosting;Nederland\n;België\n")
        self.activate("place", GLib.Variant("s", "suppliers"))
        self.window.press("Leveranciers importeren…", Role.BUTTON)
        self.window.choose_file(table.name, "Openen")
        self.check_dialog("import")


def main():
    database = sys.argv[1]
    records = find_records(database)
    window = Window("--database", database)
    try:
        reader = Reader(window)
        window.find("Onderdelen", Role.LIST)
        reader.read_pages(records["review"])
        reader.read_dialogs(records)
        reader.read_preferences()
        reader.read_supplier(records["supplier"])
        reader.read_date(records["calendar_entry"])
        reader.read_toast()
        reader.read_import()
        print(f"1..{len(reader.results)}")
        return 0 if all(reader.results) else 1
    except BaseException:
        window.explain("accessible")
        raise
    finally:
        window.kill()


if __name__ == "__main__":
    sys.exit(main())
