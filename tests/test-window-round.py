"""A complete round in the real window, from the first start to the closed round.

test-window-round.py mouse|keyboard. The story is the same for both; with the keyboard the mouse is
not used at all.
"""

import os
import sys
import traceback
from pathlib import Path

from pages import Application, Selection, Step, Suppliers
from window import open_window, take_picture

HOSTING, NETWORK, PAPER = "Aalscholver Hosting", "Bergeend Netwerken", "Citroenvlinder Papier"
CM, COLLEAGUE = "Marijke de Wit", "Bas Hoekstra"
OWNER, OTHER_OWNER, SLM = "Joost Verhagen", "Fatma Yıldız", "Pieter Dijkman"
DIRECTOR, BOARD = "Ingrid Scholten", "Karin Postma"
ROUND = "Review 2027-1"



def with_address(name):
    return f"{name} <{name.split()[-1].lower()}@noorderveen.example>"


HEADINGS = ["Leverancier", "Leveranciersnummer", "Land", "Kraljic-vak", "Contractmanager", "Dienst",
            "Diensteigenaar", "Service level manager", "Contractnummer", "Einddatum", "Jaarwaarde",
            *(f"A{i}" for i in range(1, 8))]
ROWS = [
    [HOSTING, "L-101", "Nederland", "strategisch", with_address(CM), "Hosting", with_address(OWNER),
     with_address(SLM), "C-7", "31-12-2028", "684000,50", *"5545445"],
    [NETWORK, "L-102", "België", "knelpunt", with_address(COLLEAGUE), "Verbindingen",
     with_address(OTHER_OWNER), with_address(SLM), "C-8", "30-06-2027", "148000", "4", "4",
     "onbekend", "3", "4", "4", "n.v.t."],
    [PAPER, "L-103", "Nederland", "routine", with_address(CM), "Papier", with_address(OWNER),
     with_address(SLM), "C-9", "31-12-2027", "1250,75", *"1112111"],
]


class RoundStory:
    """The legs of the story; each says what a user does, and what is then seen."""

    def __init__(self, window):
        self.window = window
        self.application = Application(window)
        self.home = Path(os.environ["HOME"])

    def play(self):
        self.begin()
        self.import_suppliers()
        self.add_people()
        self.start()
        self.select()

    def begin(self):
        self.application.begin_empty()
        self.application.go_to("Leveranciers")

    def import_suppliers(self):
        lines = [";".join(row) for row in (HEADINGS, *ROWS)]
        (self.home / "leveranciers.csv").write_text("\n".join(lines))
        suppliers = Suppliers(self.window)
        assert suppliers.import_list("leveranciers.csv").startswith("3 nieuw")
        assert suppliers.list_names() == [HOSTING, NETWORK, PAPER], suppliers.list_names()

    def add_people(self):
        for name in (DIRECTOR, BOARD):
            self.application.add_person(name, "Is lid van het MT")

    def start(self):
        self.application.go_to("Jaarkalender")
        self.application.add_to_calendar("Halfjaarlijkse review", "4-1-2027", "per half jaar", "30",
                                         CM)
        self.application.start_round(ROUND, "Halfjaarlijkse review", CM)
        step = Step(self.window, 1)
        step.choose_date("Periode van", "4-1-2027")
        step.choose_date("Periode tot en met", "31-3-2027")
        step.expect("gereed")

    def select(self):
        selection = Selection(self.window, 2).go()
        selection.tick(HOSTING)
        selection.tick(NETWORK)
        selection.motivate(PAPER, "Niet nodig voor de dienstverlening")
        selection.press("Selectie afronden")
        selection.expect("gereed")


def main():
    keyboard = sys.argv[1] == "keyboard"
    window = open_window(keyboard)
    try:
        RoundStory(window).play()
        window.quit()
        return 0
    except BaseException:
        traceback.print_exc()
        picture = f"{os.environ['LEVMAN_PICTURES']}/story-{sys.argv[1]}.png"
        take_picture(picture)
        print(f"{window.describe()}\n{window.read_log()}\nsee {picture}", file=sys.stderr)
        return 1
    finally:
        window.kill()


if __name__ == "__main__":
    sys.exit(main())
