"""The meeting with the MT with the keyboard alone: it is planned and everyone is invited, the
suppliers are presented, three actions are taken and two are not, on the slides; then the list of
decisions is written and mailed and the MT report is written, and all of them say so."""

import email
import email.policy
import json
import os
import re
import subprocess
import warnings
from pathlib import Path

import openpyxl

from levman import SOURCE, run
from pages import Application, Plan, Present, Step
from window import Role, open_window, take_picture, wait_for

from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "nl.levman.Review", "/nl/levman/Review/window/1"
DIRECTOR = "Ingrid Scholten, directeur"
TAKEN = "Uitwijktest herhalen, inclusief netwerk"
OUTCOMES = "jjnjn"  # of the actions in their order; one stays open
REASON = "De kosten wegen niet op tegen het risico."
PICTURES = Path(os.environ["LEVMAN_PICTURES"])
HOME = Path(os.environ["HOME"])


def activate(action, parameter):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync(NAME, PATH, "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (action, [parameter], {})), None, 0, 5000, None)


def make_database(folder):
    """A round of which the profiles are filled in, and for which no meeting is planned yet."""
    steps = [(SOURCE / "data/example" / name).read_text().split(end)[0]
             for name, end in (("10-register.steps", "\0"),
                               ("20-review-2025-2.steps", "# Step 4: plan the meeting"))]
    script = folder / "meeting.steps"
    script.write_text("\n".join(steps))
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


    def decide_next(self, key):
        """Goes to the next action on which nothing is decided, and decides; returns the action."""
        while not self.get_slide().startswith("Besluit gevraagd: "):
            before = self.get_slide()
            self.window.key("Page_Down")
            wait_for(lambda: self.get_slide() != before, "another slide")  # noqa: B023
            if self.window.has("Gepresenteerd (P)", Role.BUTTON):
                self.window.key("p")
        action = self.get_slide().removeprefix("Besluit gevraagd: ")
        if key == "j":
            self.decide(action, "j", by=DIRECTOR)
        else:
            self.decide(action, "n", by=DIRECTOR, reason=REASON, until="30-6-2026")
        self.window.key("ctrl+Return")
        self.wait_slide(f"{'Nemen' if key == 'j' else 'Niet nemen'}: {action}")
        return action


def read_mail(name):
    """The mail that was made ready to send, as another program reads it."""
    path = next((HOME / "cache").rglob(name))
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert not [part.defects for part in message.walk() if part.defects], name
    return message


def prepare(window):
    """Steps 4 and 5, up to the first slide."""
    plan = Plan(window, 4).go()
    plan.plan("6-11-2025", "10:00", "Bestuurskamer")
    plan.press("Uitnodiging versturen…")
    window.find("Het bestand is niet geopend", Role.LABEL)  # there is none here
    window.key("Escape")
    plan.expect("gereed")
    present = Present(window, 5).go()
    present.freeze()
    present.press("Iedereen was aanwezig")
    present.press("Presenteren")
    wait_for(lambda: window.look().children[-1].name.startswith("Dia 1 "), "the slides")
    window.focus_window()


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
    window.key("Escape")

    # A no without its reason is not recorded, and the slide says what is missing.
    meeting.decide(TAKEN, "n")
    window.key("ctrl+Return")
    window.find(re.compile("(Geef|Vul|Kies|Zeg|Schrijf).*"), Role.LABEL)
    take_picture(PICTURES / "presentatie-niet-nemen.png")
    window.key("Escape")
    meeting.wait_slide("Besluit gevraagd: ")

    outcomes = {meeting.decide_next(key): key for key in OUTCOMES}
    meeting.go("End", "1 van 6 besluiten staat nog open")
    take_picture(PICTURES / "presentatie-samenvatting.png")
    write_minutes(window)
    meeting.go("Home", "5 leveranciers, 1 besluit gevraagd")
    window.key("Escape")
    window.wait_gone(re.compile("Dia .*"), Role.FRAME)
    window.focus_window()

    return outcomes


def write_minutes(window):
    """From the last slide."""
    page = Application(window)
    page.press("Besluitenlijst mailen…")
    window.find("Het bestand is niet geopend", Role.LABEL)
    window.key("Escape")
    window.wait_gone("Het bestand is niet geopend")
    page.press("Besluitenlijst als pdf schrijven…")
    window.save_file("Opslaan")
    wait_for(lambda: list(HOME.rglob("Besluitenlijst*.pdf")), "the list of decisions")


def check_invitation():
    message = read_mail("Uitnodiging*.eml")
    assert "Bestuurskamer" in message.get_body(("plain",)).get_content()
    assert "i.scholten" in message["To"], message["To"]


def check_minutes(outcomes):
    path = next(HOME.rglob("Besluitenlijst*.pdf"))
    text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True,
                          capture_output=True).stdout.decode()
    mail = read_mail("Besluitenlijst*.eml")
    body = mail.get_body(("plain",)).get_content()
    for words in (" ".join(text.split()), " ".join(body.split())):
        assert words.count("✓ nemen") == 3 and words.count("✗ niet nemen") == 2, words
        assert words.count("? nog open") == 1 and words.count(REASON) == 2, words
        for action in outcomes:
            assert action in words, (action, words)
    [attached] = mail.iter_attachments()
    assert attached.get_content() == path.read_bytes()


def check_report(outcomes):
    path = next(HOME.rglob("MT-rapport*.xlsx"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it does not know all that Excel does
        sheet = openpyxl.load_workbook(path)["Besluiten"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for action, key in outcomes.items():
        [row] = [row for row in rows if f"Nemen? {action}" in row]
        assert ("nemen" if key == "j" else "niet nemen") in row, row


def main():
    database = make_database(HOME)
    history = json.loads(run("history", database, "--json").out)
    review = [entry["record"] for entry in history
              if entry["kind"] == "review" and entry["field"] == "title"][-1]
    window = open_window(True, "--database", str(database))
    try:
        window.find(None, Role.FRAME)
        activate("review", GLib.Variant("s", review))
        window.find("Presenteren", Role.BUTTON)
        prepare(window)
        outcomes = play(window)
        Application(window).press("MT-rapport")
        Application(window).press("Schrijven…")
        window.save_file("Opslaan")
        wait_for(lambda: list(HOME.rglob("MT-rapport*.xlsx")), "the MT report")
    except BaseException:
        window.explain("presentatie")
        raise
    finally:
        window.kill()

    decisions = read_decisions(database)
    assert len(decisions) == len(OUTCOMES), decisions
    assert [decision.get("reason") for decision in decisions].count(REASON) == 2, decisions
    assert len({decision["profile_version"] for decision in decisions}) > 1, decisions
    check_invitation()
    check_minutes(outcomes)
    check_report(outcomes)


if __name__ == "__main__":
    main()
