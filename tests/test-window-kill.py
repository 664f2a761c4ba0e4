"""Kills the window while someone types: test-window-kill.py [ROUNDS [SEED]] DATABASE

In each round the real keyboard types into the explanation of a key question, letter after letter,
and the program is killed without warning at a random moment. What stands in the database then must
be what was typed up to at most a second before, and the log must equal the projection.
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from levman import run
from pages import Profile
from window import Role, Window

SUPPLIER, ROUND = "Veenmos Identiteit", "Review 2026-2"
LONGEST = 4.0  # seconds of typing
PROMISED = 1.0  # seconds after which what was typed is there
MARGIN = 0.4  # for xdotool and the display, which come before the program has the key


def read_explanations(database):
    outcome = run("history", database, "--json")
    assert outcome.status == 0, outcome
    return [entry["to"] for entry in json.loads(outcome.out)
            if entry["kind"] == "key_answer" and entry["field"] == "explanation"]


def type_until(window, text, seconds):
    """Types @text letter by letter for so long; when each was on its way."""
    begun, moments = time.monotonic(), []
    for letter in text:
        if time.monotonic() - begun >= seconds:
            break
        subprocess.run(["xdotool", "key", "space" if letter == " " else letter], check=True)
        moments.append(time.monotonic())
    return moments


def play(database, number, rand):
    window = Window("--database", database)
    try:
        window.press(ROUND, Role.LABEL)
        profile = Profile(window, 3).go()
        profile.open(SUPPLIER)
        section = profile.show("Hoofdvragen")
        field = window.find("Toelichting", Role.TEXT, section)
        window.focus(field)
        window.key("ctrl+a")
        text = f"ronde {number} " + "abcdefghij klmnopqrst " * 40
        moments = type_until(window, text, rand.uniform(0.2, LONGEST))
        killed = time.monotonic()
        window.process.kill()
    finally:
        window.kill()
    durable = sum(1 for moment in moments if killed - moment > PROMISED + MARGIN)
    return text[:durable], text[:len(moments)]


def main():
    database = Path(sys.argv[-1])
    rounds = int(sys.argv[1]) if len(sys.argv) > 2 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 3 else 20261123
    rand = random.Random(seed)
    n_letters = n_hit = 0
    for number in range(rounds):
        durable, typed = play(database, number, rand)
        outcome = run("check", database, "--json")
        assert outcome.status == 0 and json.loads(outcome.out)["right"], outcome
        found = read_explanations(database)[-1]
        if durable.strip() and not found.startswith(durable.rstrip()):
            raise SystemExit(f"round {number} (seed {seed}): more than a second before the kill "
                             f"stood there ‘{durable}’, found is ‘{found}’")
        if found.startswith(f"ronde {number} ") and not typed.startswith(found):
            raise SystemExit(f"round {number} (seed {seed}): typed was ‘{typed}’, found ‘{found}’")
        n_letters += len(durable)
        n_hit += bool(durable)
    print(f"{rounds} kills (seed {seed}) while typing; {n_letters} letters stood there for more "
          f"than a second, none is lost; the log equals the projection each time")
    if n_hit < rounds // 3:
        raise SystemExit("too little was typed to say anything")


if __name__ == "__main__":
    sys.exit(main())
