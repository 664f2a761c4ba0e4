"""The handbook in the preferences, as someone changes it with mouse and keyboard: the rule, weights,
criteria, scales and classes; undo and redo; what is not kept yet, also after a kill; export and
import."""

import configparser
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from pages import Application, Page
from window import Role, State, Window, take_picture, wait_for

VERSION = "Levman Handboek, versie {}"
FILE = "Levman Handboek.ini"
PROMISED = 1.4  # seconds after which what was changed is there, with a margin for the display
READY = "De volgende ronde begint met deze wijzigingen."


class Handbook(Page):
    """The page of the handbook in the preferences."""

    def open(self):
        Application(self.window).choose_in_menu("Voorkeuren")
        self.press("Handboek", Role.PAGE_TAB)
        self.window.find("Nieuwste versie", Role.LABEL)

    def undo(self):
        self.window.key("ctrl+z")

    def redo(self):
        self.window.key("ctrl+shift+z")

    def expect(self, text):
        """This stands in the banner."""
        self.window.find(text, Role.LABEL)

    def unfold(self, title):
        """The row under this heading; its content is in sight."""
        row = self.window.find(title, Role.LIST_ITEM)
        if not row.has(State.EXPANDED):
            self.window.activate(row)
        return next(node for node in row.ancestors() if node.role == Role.LIST_ITEM)

    def set_number(self, label, number, within=None):
        button = self.window.find(label, Role.SPIN_BUTTON, within)
        self.window.focus(button)
        self.window.key("ctrl+a")
        self.window.type(str(number))
        self.window.key("Tab")
        wait_for(lambda: self.read_number(label) == number, f"{number} in ‘{label}’")

    def read_number(self, label):
        return int(self.window.tree.read_text(self.window.find(label, Role.SPIN_BUTTON)))

    def list_criteria(self):
        """The codes of the criteria, in order."""
        self.window.look()
        return self.read_criteria()

    def read_criteria(self):
        """The same, as they were seen last."""
        names = [node.name for node in self.window.match(re.compile(r"[CI]\d+ .*"), Role.LIST_ITEM)]
        return [name.split()[0] for name in names]

    def choose_in_menu_of(self, row, item):
        self.press(f"{row} verplaatsen of verwijderen", Role.TOGGLE_BUTTON)
        self.press(item, Role.MENU_ITEM)


def change_rule(page):
    page.choose("Regel", "Vanaf een score")
    page.set_number("Laagste score", 60)
    page.expect(READY)
    page.undo()
    wait_for(lambda: page.read_number("Laagste score") == 7, "the number of before")
    page.undo()
    page.window.find("Aantal leveranciers", Role.SPIN_BUTTON)
    assert page.shows("Regel", "Een vast aantal")
    page.window.wait_gone(READY, Role.LABEL)
    page.redo()
    wait_for(lambda: page.read_number("Laagste score") == 7, "the number of before")
    page.redo()
    wait_for(lambda: page.read_number("Laagste score") == 60, "the number that was undone")
    page.expect(READY)
    page.undo()
    page.press("Laatste wijziging opnieuw doen")
    wait_for(lambda: page.read_number("Laagste score") == 60, "the number that was undone")
    page.undo()
    wait_for(lambda: page.read_number("Laagste score") == 7, "the number of before")
    page.undo()
    page.window.find("Aantal leveranciers", Role.SPIN_BUTTON)
    page.set_number("Aantal leveranciers", 9)


def change_weights(page):
    """They must add up, and until they do nothing can be kept."""
    page.set_number("Gewicht", 20, page.unfold("A1  belang voor het primaire proces"))
    page.expect("De gewichten tellen op tot 95; dat moet 100 zijn.")
    assert not page.window.has("Als nieuwe versie bewaren", Role.BUTTON)
    page.press("A1  belang voor het primaire proces", Role.LIST_ITEM)
    row = page.unfold("A7  cumulatie (meer contracten, gedeelde onderaannemer)")
    page.set_number("Gewicht", 10, row)
    page.expect(READY)


def change_criteria(page):
    window = page.window
    page.press("Criterium toevoegen")
    page.expect("C11 heeft nog geen titel.")
    window.type("Duurzaamheid")  # the focus is there
    window.find("C11  Duurzaamheid", Role.LIST_ITEM)
    window.key("Tab")
    window.type("Wat doet de leverancier aan het klimaat?")
    page.expect(READY)
    window.key("alt+Up")
    wait_for(lambda: page.list_criteria()[8:11] == ["C9", "C11", "C10"], "C11 above C10")
    page.choose_in_menu_of("C3  Sleutelpersonen en capaciteit", "Verwijderen")
    undo = window.find("Ongedaan maken")  # in the message, which does not stay for long
    wait_for(lambda: "C3" not in page.read_criteria() or not window.look(), "C3 gone")
    window.activate(undo)
    wait_for(lambda: "C3" in page.list_criteria(), "C3 back")
    page.choose_in_menu_of("C10  Productlevenscyclus", "Verwijderen")
    close = window.find("Deze melding sluiten")  # it covers what comes next
    wait_for(lambda: "C10" not in page.read_criteria() or not window.look(), "C10 gone")
    window.activate(close)


def change_words(page):
    page.unfold("Kans")
    page.fill_in("Kans, score 3", "eens in de drie jaar")
    page.fill_in("Klasse 2", "gemiddeld")
    page.set_number("Ondergrens van klasse 2", 6)
    page.fill_in("Hoofdvraag 1", "Blijft de dienst bestaan?")
    page.expect(READY)


def check_kept_apart(page):
    """What is no version yet stays when the dialog is closed, and can be forgotten with undo."""
    page.window.key("Escape")
    page.window.find("Het gewijzigde Handboek is nog geen nieuwe versie", Role.LABEL)
    page.press("Verder gaan")
    page.expect(READY)
    assert "C11" in page.list_criteria()
    page.press("Wijzigingen vergeten")
    page.window.wait_gone(READY, Role.LABEL)
    assert "C11" not in page.list_criteria()
    page.press("Ongedaan maken")  # in the message
    page.expect(READY)
    assert "C11" in page.list_criteria()


def check_killed(database):
    """Killed in the middle of it, nothing is lost but the last second; ended as it should, nothing."""
    for end in ("kill", "quit"):
        window = Window("--database", database)
        page = Handbook(window)
        try:
            page.open()
            if end == "quit":
                page.expect(READY)
                assert page.read_number("Aantal leveranciers") == 8
                page.press("Wijzigingen vergeten")
                page.window.wait_gone(READY, Role.LABEL)
                page.set_number("Aantal leveranciers", 6)
                page.close("Voorkeuren")
                window.quit()
            else:
                page.set_number("Aantal leveranciers", 8)
                time.sleep(PROMISED)
                window.process.kill()
        except BaseException:
            window.explain("fout-handboek-afgebroken")
            raise
        finally:
            window.kill()
    window = Window("--database", database)
    page = Handbook(window)
    try:
        page.open()
        page.expect(READY)
        assert page.read_number("Aantal leveranciers") == 6
        page.press("Wijzigingen vergeten")
        page.window.wait_gone(READY, Role.LABEL)
        page.close("Voorkeuren")
        window.quit()
    finally:
        window.kill()


def check_file():
    text = (Path(os.environ["HOME"]) / FILE).read_text()
    handbook = configparser.ConfigParser(interpolation=None)
    handbook.read_string(text)
    codes = [name.split()[1] for name in handbook.sections() if name.startswith("criterion C")]
    assert codes == ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C11"], codes
    assert handbook["criterion C11"]["title"] == "Duurzaamheid"
    assert handbook["criterion C11"]["question"] == "Wat doet de leverancier aan het klimaat?"
    assert handbook["handbook"]["selection-value"] == "9"
    assert handbook["scale likelihood"]["3"] == "eens in de drie jaar"
    assert handbook["question 1"]["title"] == "Blijft de dienst bestaan?"
    assert (handbook["factor A1"]["weight"], handbook["factor A7"]["weight"]) == ("20", "10")
    bounds = [(handbook[name]["title"], handbook[name]["from"]) for name in handbook.sections()
              if name.startswith("class ")]
    assert bounds[1] == ("gemiddeld", "6"), bounds
    return text


def take_out_and_in(page):
    page.press("Handboek exporteren…")
    page.window.save_file("Opslaan")
    page.window.find("Het Handboek is weggeschreven", Role.LABEL)
    text = check_file()
    page.press("Als nieuwe versie bewaren")
    page.window.find(VERSION.format(5), Role.LABEL)
    page.window.wait_gone(READY, Role.LABEL)
    (Path(os.environ["HOME"]) / "ander.ini").write_text(text.replace("Duurzaamheid", "Klimaat"))
    page.press("Handboek importeren…")
    page.window.choose_file("ander.ini", "Openen")
    page.window.find(VERSION.format(6), Role.LABEL)
    page.window.find("C11  Klimaat", Role.LIST_ITEM)
    (Path(os.environ["HOME"]) / "ander.ini").write_text("[handbook]\ntitle=x\n")
    page.press("Handboek importeren…")
    page.window.choose_file("ander.ini", "Openen")
    page.window.find("Dit bestand werkt niet", Role.LABEL)
    page.press("Sluiten")
    page.window.wait_gone("Dit bestand werkt niet", Role.LABEL)


def check_versions(database):
    """Both are there, and the rounds that have begun keep theirs."""
    process = subprocess.run([os.environ["LEVMAN_PROGRAM"], "history", database, "--json"],
                             capture_output=True, text=True, check=True)
    versions = [entry["to"] for entry in json.loads(process.stdout)
                if entry["kind"] == "handbook" and entry["field"] == "version"]
    assert versions[-2:] == ["5", "6"], versions
    status = subprocess.run([os.environ["LEVMAN_PROGRAM"], "status", database, "--supplier",
                             "Waterland Datacenters"], capture_output=True, text=True, check=True)
    assert "C10 " in status.stdout and "C11" not in status.stdout, status.stdout


def main():
    database = sys.argv[1]
    check_killed(database)
    window = Window("--database", database)
    page = Handbook(window)
    try:
        page.open()
        for change in (change_rule, change_weights, change_criteria, change_words,
                       check_kept_apart, take_out_and_in):
            change(page)
        take_picture(f"{os.environ['LEVMAN_PICTURES']}/handboek-verhaal.png")
        page.close("Voorkeuren")
        window.quit()
    except BaseException:
        window.explain("fout-handboek")
        raise
    finally:
        window.kill()
    check_versions(database)


if __name__ == "__main__":
    main()
