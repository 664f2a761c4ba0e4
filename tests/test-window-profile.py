"""The risk profile of a supplier, filled in in the real window with the keyboard alone: two key
questions, all criteria, six risks, eight actions and who took part. Prints how many keys that
takes, and looks with commands whether all of it is in the database."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from window import State, Window, take_picture, wait_for, xdotool

from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "nl.levman.Review", "/nl/levman/Review/window/1"
SUPPLIER = "Populier Wagenpark"
SCORES = dict(zip([f"C{i}" for i in range(1, 11)] + [f"I{i}" for i in range(1, 12)],
                  "2345?10123412322?1204", strict=True))
NOTES = {"C3": "Twee beheerders kennen de omgeving.", "I2": "Een datalek is te laat gemeld."}
N_RISKS, N_ACTIONS = 6, 8
# Keys in all, without the letters of texts; it may only become less.
MOST_KEYS = 306


class Typist:
    """Presses keys, and counts them; the letters of a text are counted apart."""

    def __init__(self, window):
        self.window = window
        self.keys = 0
        self.letters = 0

    def key(self, *keys):
        self.keys += len(keys)
        for key in keys:
            self.window.key(key)
            self.pause()

    def type(self, text):
        self.letters += len(text)
        self.window.type(text, delay=8)
        self.pause()

    def pause(self):
        """People see what a key did before the next one; keys alone would come before drawing."""
        time.sleep(0.02)
        wait_for(lambda: list_actions(), "the window to answer")
        time.sleep(0.08)


def run(database, *words):
    process = subprocess.run([os.environ["LEVMAN_PROGRAM"], *words[:1], database, *words[1:]],
                             capture_output=True, text=True)
    assert process.returncode == 0, (words, process.stderr)
    return process.stdout


def prepare(database):
    """A round with one supplier that was in none before; its dossier's identifier."""
    for words in (["start", "title=Review 2027-1", "coordinator=Marijke de Wit", "from=2027-01-01",
                   "until=2027-06-30", "line=1"],
                  ["--review", "Review 2027-1", "choose", SUPPLIER, "motivation=Nieuw"],
                  ["--review", "Review 2027-1", "skip", "Waterland Datacenters",
                   "motivation=Later"],
                  ["--review", "Review 2027-1", "selected"]):
        run(database, "step", *words)
    return read(database)["record"]


def read(database):
    status = json.loads(run(database, "status", "--review", "Review 2027-1", "--json"))
    return next(item for item in status["dossiers"] if item["supplier"] == SUPPLIER)


def read_fields(database, kind):
    """The last value of each field of each record of @kind, in the order in which they came."""
    records = {}
    for entry in json.loads(run(database, "history", "--json")):
        if entry["kind"] == kind:
            records.setdefault(entry["record"], {})[entry["field"]] = entry["to"]
    return list(records.values())


def go(record, field):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    place = GLib.Variant("(uss)", (3, record, field))
    wait_for(lambda: try_activate(bus, place), "the window on the bus")


def list_actions():
    """A question that the program answers once it has dealt with the keys before it."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    return bus.call_sync(NAME, PATH, "org.gtk.Actions", "List", None, None, 0, 5000, None)


def try_activate(bus, place):
    try:
        bus.call_sync(NAME, PATH, "org.gtk.Actions", "Activate",
                      GLib.Variant("(sava{sv})", ("go", [place], {})), None, 0, 5000, None)
    except GLib.Error:
        return False
    return True


def take_part(typist):
    """The focus is on the first of the three who are responsible."""
    typist.key("space", "Tab", "space", "Tab", "space")


def answer(typist):
    typist.key("n", "Tab")
    typist.type("De dienst loopt goed.")
    typist.key("Tab", "a", "Tab")
    typist.type("Een certificaat ontbreekt.")


def score(typist):
    """A digit and Enter for each; the last of continuity leads on to information security."""
    for code, key in SCORES.items():
        typist.key("question" if key == "?" else key)
        if code in NOTES:
            typist.key("Tab")
            typist.type(NOTES[code])
            typist.key("ctrl+Return")
        else:
            typist.key("Return")


def choose(typist, place):
    """Opens a list, goes down to @place, and chooses."""
    typist.key("Return", *["Down"] * place, "Return")


def add_risks(typist):
    for number in range(1, N_RISKS + 1):
        typist.key("ctrl+shift+n")
        for word in ("Gebeurtenis", "Oorzaak", "Gevolg"):
            typist.type(f"{word} {number}")
            typist.key("Tab")
        choose(typist, 1)
        typist.key("Tab", "4", "Tab", "3")


def propose_actions(typist):
    for number in range(1, N_ACTIONS + 1):
        typist.key("ctrl+shift+n")
        for word in ("Actie", "Resultaat"):
            typist.type(f"{word} {number}")
            typist.key("Tab")
        choose(typist, get_risk(number))
        typist.key("Tab")
        choose(typist, 2)  # the first step is from the search to the list
        typist.key("Tab", "Return")
        typist.type("1-3-2027")
        typist.key("Return", "Tab")
        typist.type("2500")
        typist.key("Tab", "2", "Tab", "1", "Tab", "j")


def get_risk(number):
    """The risk of an action: each has one, the first has more."""
    return number if number <= N_RISKS else 1


def play(window, database, record):
    typist = Typist(window)
    # The pointer lies where nothing opens below it: a list would follow it.
    xdotool("mousemove", 1279, 1023)
    go(record, "took-part")
    wait_for(lambda: focused(window).startswith("check box"), "the focus on who took part")
    take_part(typist)
    typist.key("ctrl+Next")
    answer(typist)
    typist.key("ctrl+Next")
    score(typist)
    add_risks(typist)
    typist.key("ctrl+Next")
    propose_actions(typist)
    window.quit()
    return typist


def focused(window):
    window.look()
    return next((str(node) for node in window.list_nodes() if node.has(State.FOCUSED)), "")


def check_scores(database):
    records = {item["criterion"]: item for item in read_fields(database, "assessment")
               if item["dossier"] == SUPPLIER}
    expected = {code: {"?": "onbekend", "0": "n.v.t."}.get(key, key)
                for code, key in SCORES.items()}
    assert {code: item["score"] for code, item in records.items()} == expected, records
    for code, note in NOTES.items():
        assert records[code]["note"] == note, records[code]


def check_risks(database):
    risks = [item for item in read_fields(database, "risk") if item["dossier"] == SUPPLIER]
    assert len(risks) == N_RISKS, risks
    for number, risk in enumerate(risks, 1):
        expected = {"event": f"Gebeurtenis {number}", "cause": f"Oorzaak {number}",
                    "consequence": f"Gevolg {number}", "criterion": "C1", "likelihood": "4",
                    "impact": "3", "residual_likelihood": "1" if number == 1 else "2",
                    "residual_impact": "1" if number == 1 else "2"}
        assert {key: risk.get(key) for key in expected} == expected, risk


def check_actions(database):
    actions = [item for item in read_fields(database, "action") if item["dossier"] == SUPPLIER]
    assert len(actions) == N_ACTIONS, actions
    for number, action in enumerate(actions, 1):
        risk = get_risk(number)
        expected = {"title": f"Actie {number}", "result": f"Resultaat {number}",
                    "due": "01-03-2027", "effect_likelihood": "-2", "effect_impact": "-1",
                    "advice": "ja", "risk": f"R{risk:02} Gebeurtenis {risk} ({SUPPLIER})"}
        assert {key: action.get(key) for key in expected} == expected, action
        assert action.get("owner") and "2.500" in action["cost"], action


def check(database):
    check_scores(database)
    answers = [item for item in read_fields(database, "key_answer") if item["dossier"] == SUPPLIER]
    assert [item["answer"] for item in answers] == ["nee", "aandacht"], answers
    assert all(item["explanation"] for item in answers), answers
    people = [item for item in read_fields(database, "stakeholder") if item["dossier"] == SUPPLIER]
    assert [item["took_part"] for item in people] == ["ja"] * 3, people
    check_risks(database)
    check_actions(database)
    # Nothing is missing any more.
    run(database, "step", "--review", "Review 2027-1", "complete", SUPPLIER)


def main():
    database = sys.argv[1]
    record = prepare(database)
    window = Window("--database", database)
    try:
        typist = play(window, database, record)
    except BaseException:
        take_picture(Path(os.environ["LEVMAN_PICTURES"]) / "fout-profiel.png")
        raise
    finally:
        window.kill()
    check(database)
    print(f"# {typist.keys} keys, and {typist.letters} letters of text")
    assert typist.keys <= MOST_KEYS, typist.keys
    print("ok 1 - a profile with the keyboard\n1..1")


if __name__ == "__main__":
    main()
