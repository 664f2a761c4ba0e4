"""The meeting with the MT on the slides, with the keyboard alone: a supplier is presented, an action
is taken and another one is not, with a reason, and the slides and the records say so."""

import json
import os
import re
from pathlib import Path

from levman import SOURCE, run
from pages import Step
from window import Role, open_window, take_picture, wait_for

from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "nl.levman.Review", "/nl/levman/Review/window/1"
DIRECTOR = "Ingrid Scholten, directeur"
TAKEN = "Uitwijktest herhalen, inclusief netwerk"
REASON = "De kosten wegen niet op tegen het risico."
PICTURES = Path(os.environ["LEVMAN_PICTURES"])


def activate(action, parameter):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync(NAME, PATH, "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (action, [parameter], {})), None, 0, 5000, None)


def make_database(folder):
    """A round of which one supplier is not presented yet, and nothing is decided."""
    steps = [line for name, end in (("10-register.steps", "\0"),
                                    ("20-review-2025-2.steps", "# Step 6: decide"))
             for line in (SOURCE / "data/example" / name).read_text().split(end)[0].splitlines()]
    presented = [line for line in steps if line.startswith("present ")]
    steps.remove(presented[0])
    script = folder / "meeting.steps"
    script.write_text("\n".join(steps) + "\n")
    database = folder / "meeting.levman"
    outcome = run("step", database, "--script", script, now="2025-11-06T09:00:00Z")
    assert outcome.status == 0, outcome
    return database


def read_decisions(database):
    """What was recorded in step 6, in its order."""
    records = {}
    for entry in json.loads(run("history", database, "--json").out):
        if entry["kind"] == "decision":
            records.setdefault(entry["record"], {})[entry["field"]] = entry["to"]
    return [record for record in records.values() if str(record.get("step")) == "6"]


class Meeting:
    def __init__(self, window):
        self.window = window
        self.page = Step(window, 6)

    def get_slide(self):
        """The title of the slide that is shown."""
        self.window.look()
        images = [node.name for node in self.window.match(None, Role.IMAGE) if node.name]
        return images[0] if images else ""

    def wait_slide(self, beginning):
        wait_for(lambda: self.get_slide().startswith(beginning), f"the slide ‘{beginning}’")

    def go(self, key, beginning):
        self.window.key(key)
        self.wait_slide(beginning)

    def decide(self, action, key, by=None, reason=None, until=None):
        """The decision on the slide, all of it with the keyboard."""
        self.window.key(key)
        row = self.window.find(action, Role.LIST_ITEM)
        self.window.find("Besluit vastleggen", Role.BUTTON, within=row)
        if reason is not None:
            self.page.fill_in("Reden", reason, row)
        if by is not None:
            self.page.choose_from("Besluit genomen door", by, row)
        if until is not None:
            self.page.choose_from("Restrisico geaccepteerd door", by, row)
            self.page.choose_date("Geaccepteerd tot en met", until, row)


def play(window):
    meeting = Meeting(window)
    meeting.wait_slide("5 leveranciers")
    meeting.go("Page_Down", "3 kritieke risico’s bij 3 leveranciers")
    meeting.go("Right", "Waterland Datacenters: continuïteit in gevaar")
    meeting.go("Right", f"Besluit gevraagd: {TAKEN}")

    # Nothing can be decided before the supplier is presented.
    window.key("j")
    assert not window.has("Besluit vastleggen")
    window.key("p")
    window.find("Nemen", Role.RADIO_BUTTON)
    meeting.decide(TAKEN, "j", by=DIRECTOR)
    take_picture(PICTURES / "presentatie-besluit.png")
    window.key("ctrl+Return")
    meeting.wait_slide(f"Nemen: {TAKEN}")

    while not meeting.get_slide().startswith("Besluit gevraagd: "):
        before = meeting.get_slide()
        window.key("Page_Down")
        wait_for(lambda: meeting.get_slide() != before, "another slide")  # noqa: B023
    refused = meeting.get_slide().removeprefix("Besluit gevraagd: ")

    # A no without its reason is not recorded, and the slide says what is missing.
    meeting.decide(refused, "n")
    window.key("ctrl+Return")
    window.find(re.compile("(Geef|Vul|Kies|Zeg|Schrijf).*"), Role.LABEL)
    meeting.wait_slide("Besluit gevraagd: ")
    meeting.decide(refused, "n", by=DIRECTOR, reason=REASON, until="30-6-2026")
    take_picture(PICTURES / "presentatie-niet-nemen.png")
    window.key("ctrl+Return")
    meeting.wait_slide(f"Niet nemen: {refused}")

    meeting.go("End", "4 van 6 besluiten staan nog open")
    take_picture(PICTURES / "presentatie-samenvatting.png")
    meeting.go("Home", "5 leveranciers, 4 besluiten gevraagd")
    window.key("Escape")
    window.wait_gone(re.compile("Dia .*"), Role.FRAME)


def main():
    database = make_database(Path(os.environ["HOME"]))
    history = json.loads(run("history", database, "--json").out)
    review = [entry["record"] for entry in history
              if entry["kind"] == "review" and entry["field"] == "title"][-1]
    window = open_window(True, "--database", str(database))
    try:
        window.find(None, Role.FRAME)
        activate("review", GLib.Variant("s", review))
        window.find("Presenteren", Role.BUTTON)
        activate("present", GLib.Variant("s", ""))
        wait_for(lambda: window.look().children[-1].name.startswith("Dia 1 "), "the slides")
        window.focus_window()
        play(window)
    finally:
        window.kill()

    decisions = read_decisions(database)
    assert len(decisions) == 2, decisions
    assert any(decision.get("reason") == REASON for decision in decisions), decisions


if __name__ == "__main__":
    main()
