"""Joining a team with the mouse: from the first start, through the team folder of a colleague, to
that colleague's round; what is done then comes to the colleague."""

import os
import subprocess
import sys
from pathlib import Path

from pages import Application
from window import Role, Window, wait_for

PROGRAM = os.environ["LEVMAN_PROGRAM"]
HOME = Path(os.environ["HOME"])
COLLEAGUE, TEAM = HOME / "collega.levman", HOME / "Team Levman"
OWN = Path(os.environ["XDG_DATA_HOME"]) / "levman-review/levman.levman"


def run(*words):
    return subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True,
                          text=True).stdout


def join(window):
    window.press("Met een team werken…")
    window.choose_file(TEAM.name, "Kiezen")
    window.press("Delen", Role.BUTTON)
    window.find("Review 2026-2")
    print("ok - the round of the colleague is there", flush=True)


def follow(window):
    """What the colleague does comes in when it is asked for."""
    run("step", COLLEAGUE, "supplier", "name=Aalmoes Advies", "number=L-900")
    run("share", COLLEAGUE, TEAM)
    window.key("ctrl+comma")
    window.press("Database")
    window.press("Nu uitwisselen", Role.BUTTON)
    wait_for(lambda: "1 andere database" in window.describe(), "the colleague is counted")
    window.key("Escape")
    wait_for(lambda: not window.has("Nu uitwisselen", Role.BUTTON), "the preferences closed")
    print("ok - the preferences say with whom", flush=True)
    Application(window).add_person("Nieuwe collega")


def main():
    run("example", COLLEAGUE)
    TEAM.mkdir()
    run("share", COLLEAGUE, TEAM)
    window = Window()
    try:
        join(window)
        follow(window)
        window.quit()
    finally:
        window.kill()
    assert "Aalmoes Advies" in run("history", OWN)
    # The window may have closed before it shared the person.
    run("share", OWN, TEAM)
    run("share", COLLEAGUE, TEAM)
    assert "Nieuwe collega" in run("history", COLLEAGUE)
    run("check", OWN)
    print("ok - both have what the other did", flush=True)


if __name__ == "__main__":
    main()
