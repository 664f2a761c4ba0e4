"""A complete round in the real window, from the first start to the closed round.

test-window-round.py mouse|keyboard|sandbox. The story is the same for all; with the keyboard the
mouse is not used at all, and in the sandbox of the Flatpak files come and go through the portal.
"""

import json
import os
import re
import sys
import traceback
import warnings
from pathlib import Path

import openpyxl

from levman import run
from pages import (Application, Decide, FollowUp, Plan, Present, Profile, Selection, Step,
                   Suppliers)
from window import open_window, wait_for

HOSTING, NETWORK, PAPER = "Aalscholver Hosting", "Bergeend Netwerken", "Citroenvlinder Papier"
CM, COLLEAGUE = "Marijke de Wit", "Bas Hoekstra"
OWNER, OTHER_OWNER, SLM = "Joost Verhagen", "Fatma Yıldız", "Pieter Dijkman"
DIRECTOR, BOARD = "Ingrid Scholten", "Karin Postma"
ROUND = "Review 2027-1"
FAILOVER, EXIT, CABLE = "Uitwijktest uitvoeren", "Exitplan oefenen", "Tweede verbinding"



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

    def play(self, legs):
        for leg in legs:
            leg(self)

    def begin(self):
        lines = [";".join(row) for row in (HEADINGS, *ROWS)]
        (self.home / "leveranciers.csv").write_text("\n".join(lines))
        self.application.begin_with_list()

    def import_suppliers(self):
        suppliers = Suppliers(self.window)
        suppliers.import_list("leveranciers.csv", HOSTING, NETWORK, PAPER)
        self.application.go_to("Leveranciers")
        suppliers.expect(HOSTING, NETWORK, PAPER)

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

    def fill_in_profiles(self):
        scores = {f"C{i}": "2" for i in range(1, 10)} | {"C10": "n.v.t."}
        security = {f"I{i}": "2" for i in range(1, 11)} | {"I11": re.compile(r"onb\..*|onbekend")}
        profile = Profile(self.window, 3).go()
        for supplier, people in ((HOSTING, (CM, OWNER, SLM)),
                                 (NETWORK, (COLLEAGUE, OTHER_OWNER, SLM))):
            profile.open(supplier)
            profile.take_part(*people)
            profile.answer(("aandacht", "Een rekencentrum"), ("nee", "Geen bijzonderheden"))
            profile.score("Continuïteit", scores)
            profile.score("Informatieveiligheid", security)
        profile.add_risk("Kabelbreuk", "2", "3")
        profile.propose(CABLE, OTHER_OWNER, "28-2-2027")
        profile.open(HOSTING)
        profile.add_risk("Uitval van het rekencentrum", "3", "5")
        profile.propose(FAILOVER, OWNER, "28-2-2027", "Uitval van het rekencentrum")
        profile.propose(EXIT, OWNER, "31-3-2027")
        profile.expect("2 van 2")

    def meet(self):
        plan = Plan(self.window, 4).go()
        plan.plan("20-1-2027", "10:00", "Bestuurskamer")
        plan.expect("gereed")
        present = Present(self.window, 5).go()
        present.freeze()
        present.present(HOSTING)
        present.present(NETWORK)
        present.press("Iedereen was aanwezig")
        present.expect("2 van 2")

    def decide(self):
        decide = Decide(self.window, 6).go()
        decide.open(HOSTING)
        decide.decide(FAILOVER, "Nemen", DIRECTOR)
        decide.decide(EXIT, "Nemen", DIRECTOR)
        decide.open(NETWORK)
        decide.decide(CABLE, "Niet nemen", DIRECTOR, "Te duur", BOARD, "31-12-2027")
        decide.expect("3 van 3")

    def hand_out(self):
        step = FollowUp(self.window, 7).go()
        step.confirm_profile(HOSTING, "Besluiten verwerkt")
        step.hand_out(FAILOVER, SLM, "maandelijks", "e-mail")
        step.hand_out(EXIT, CM, "wekelijks", "overleg")
        step.expect("2 van 2")
        step = FollowUp(self.window, 8).go()
        step.report(FAILOVER, "Test uitgevoerd", OWNER)
        step.report(EXIT, "Plan geoefend", OWNER)
        step.expect("2 van 2")

    def return_from_9(self):
        """The service owner says no to the exit plan, and yes the second time."""
        step = FollowUp(self.window, 9).go()
        step.judge(FAILOVER, "Ja", OWNER)
        step.judge(EXIT, "Nee", OWNER, "Verslag ontbreekt")
        self.redo(EXIT, "Verslag ontvangen")
        FollowUp(self.window, 9).go().judge(EXIT, "Ja", OWNER)
        step.expect("2 van 2")

    def redo(self, action, text):
        """An action that came back goes through 7 and 8 once more."""
        step = FollowUp(self.window, 7).go()
        step.open(action)
        step.press("Uitzetten")
        FollowUp(self.window, 8).go().report(action, text, OWNER)

    def return_from_11(self):
        """The MT says no to the failover, and yes the second time."""
        FollowUp(self.window, 10).go().feed_back([FAILOVER, EXIT], "gebundeld", OWNER)
        step = FollowUp(self.window, 11).go()
        step.judge(EXIT, "Ja", DIRECTOR)
        step.judge(FAILOVER, "Nee", DIRECTOR, "Ook de back-up testen")
        self.redo(FAILOVER, "Back-up getest")
        FollowUp(self.window, 9).go().judge(FAILOVER, "Ja", OWNER)
        FollowUp(self.window, 10).go().feed_back([FAILOVER], "per CM", OWNER)
        FollowUp(self.window, 11).go().judge(FAILOVER, "Ja", DIRECTOR)
        step.expect("2 van 2")
        FollowUp(self.window, 12).go().inform([FAILOVER, EXIT], f"{OWNER}, {SLM}")

    def write_report(self):
        self.application.press("MT-rapport")
        self.application.press("Schrijven…")
        self.window.save_file("Opslaan")
        self.report = wait_for(lambda: next(self.home.rglob("*.xlsx"), None), "the MT report")

    def archive(self):
        (self.home / "archief").mkdir()
        step = Step(self.window, 13).go()
        step.press("Alle archiveren…")
        self.window.choose_file("archief", "Hier archiveren")
        step.expect("2 van 2")

    def close(self):
        step = Step(self.window, 14).go()
        step.fill_in("Lessen", "Eerder beginnen")
        step.choose_date("Volgende datum", "5-7-2027")
        step.press("Ronde afsluiten")
        step.expect("gereed")

    def read_json(self, command):
        outcome = run(command, self.window.data / "levman-review" / "levman.levman", "--json")
        assert (outcome.status, outcome.err) == (0, ""), outcome
        return json.loads(outcome.out)

    def check_database(self):
        assert self.read_json("check")["right"]
        status = self.read_json("status")
        assert status["closed"] and status["step"] == 15, status["step"]
        assert {item["supplier"]: item["step"] for item in status["dossiers"]} == {
            HOSTING: 14, NETWORK: 14}, status["dossiers"]
        history = self.read_json("history")

        def written(kind, field):
            return [entry["to"] for entry in history
                    if entry["kind"] == kind and entry["field"] == field]

        assert {"Te duur", "Verslag ontbreekt", "Ook de back-up testen"} <= set(
            written("decision", "reason")), written("decision", "reason")
        assert written("status_update", "text") == [
            "Test uitgevoerd", "Plan geoefend", "Verslag ontvangen", "Back-up getest"]
        assert len(written("assessment", "score")) == 2 * 21
        assert "Niet nodig voor de dienstverlening" in written("dossier", "motivation")
        assert written("calendar_entry", "date")[-1] == "05-07-2027"

    def check_report(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it does not know all that Excel does
            workbook = openpyxl.load_workbook(self.report)

        def list_values(sheet):
            return [cell.value for row in workbook[sheet].iter_rows() for cell in row]

        assert {FAILOVER, EXIT, CABLE} <= set(list_values("Acties"))
        assert "Te duur" in list_values("Besluiten")
        assert {"Plan geoefend", "Verslag ontvangen", "Back-up getest"} <= set(
            list_values("Status updates"))
        assert {HOSTING, NETWORK} <= set(list_values("Leveranciers"))

    def check_archive(self):
        outcome = run("verify", self.home / "archief")
        assert outcome.status == 0 and "juist" in outcome.out, outcome
        packages = list((self.home / "archief").rglob("*.zip"))
        assert len(packages) == 2, packages


LEGS = [RoundStory.begin, RoundStory.import_suppliers, RoundStory.add_people, RoundStory.start,
        RoundStory.select, RoundStory.fill_in_profiles, RoundStory.meet, RoundStory.decide,
        RoundStory.hand_out, RoundStory.return_from_9, RoundStory.return_from_11,
        RoundStory.write_report, RoundStory.archive, RoundStory.close]


def open_by(way):
    if way == "sandbox":
        from sandbox import SandboxWindow
        return SandboxWindow()
    return open_window(way == "keyboard")


def main():
    window = open_by(sys.argv[1])
    try:
        story = RoundStory(window)
        story.play(LEGS)
        window.quit()
        story.check_database()
        story.check_report()
        story.check_archive()
        return 0
    except BaseException:
        traceback.print_exc()
        window.explain(f"story-{sys.argv[1]}")
        return 1
    finally:
        window.kill()


if __name__ == "__main__":
    sys.exit(main())
