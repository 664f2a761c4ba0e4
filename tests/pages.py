"""The pages of the window, as far as the stories use them: one place for what they are called."""

import re

from window import Role, wait_for


class Page:
    """What pages and dialogs have in common: fields, by their labels."""

    def __init__(self, window):
        self.window = window

    def press(self, name, role=Role.BUTTON, within=None):
        self.window.press(name, role, within)

    def fill_in(self, label, text, within=None):
        self.window.enter(self.window.find(label, (Role.TEXT, Role.ENTRY), within), text)

    def choose(self, label, option):
        """Chooses from a row with a list, unless that is what it shows."""
        if self.shows(label, option):
            return
        row = self.window.find(label, Role.COMBO_BOX)
        self.window.activate(row)
        options = self.window.find(None, Role.SCROLL_PANE, within=row)
        self.window.choose(option, options)
        wait_for(lambda: self.shows(label, option), f"‘{option}’ chosen for ‘{label}’")

    def shows(self, label, option):
        """Whether a row with a list, which is closed, shows @option."""
        row = self.window.find(label, Role.COMBO_BOX)
        return (self.window.match(option, Role.LABEL, within=row) and
                not self.window.match(None, Role.SCROLL_PANE, within=row))

    def choose_from(self, label, option, within):
        """Chooses from a list that a button opens."""
        self.press(label, Role.TOGGLE_BUTTON, within)
        options = self.window.find(None, Role.LIST, self.window.find(label, Role.COMBO_BOX, within))
        self.window.choose(option, options)
        self.window.find(option, Role.LABEL, self.window.find(label, Role.TOGGLE_BUTTON, within))

    def pick(self, group, option, within, nth=0):
        """Presses one of the choices of a group."""
        self.window.pick(option, self.window.find(group, Role.GROUPING, within, nth))

    def choose_date(self, label, text, within=None):
        button = re.compile(re.escape(label) + ": .*")
        self.press(button, Role.TOGGLE_BUTTON, within)
        self.fill_in("Datum", text)
        self.window.key("Return")
        self.window.wait_gone("Datum", Role.TEXT)

    def tick(self, label):
        self.press(label, Role.CHECK_BOX)

    def close(self, title):
        """Closes the dialog with this title; a message that is just going may take the first key."""
        self.window.key("Escape")
        try:
            self.window.wait_gone(title, Role.DIALOG, 5)
        except AssertionError:
            self.window.key("Escape")
            self.window.wait_gone(title, Role.DIALOG)


class Application(Page):
    """What is there on every page."""

    def begin_with_list(self):
        """The first start: an empty database, with a list of suppliers."""
        self.press("Leveranciers importeren…", Role.LIST_ITEM)

    def go_to(self, place):
        """Goes to one of the places of the sidebar."""
        places = self.window.find("Onderdelen", Role.LIST)
        self.press(place, Role.LABEL, within=places)
        self.window.find(place, Role.GROUPING)

    def choose_in_menu(self, item):
        self.press("Menu", Role.TOGGLE_BUTTON)
        self.press(item, Role.MENU_ITEM)

    def add_person(self, name, *roles):
        self.choose_in_menu("Mensen beheren")
        self.press("Persoon toevoegen")
        self.fill_in("Naam", name)
        for role in roles:
            self.tick(role)
        self.close("Persoon")
        self.close("Mensen")

    def add_to_calendar(self, title, date, recurrence, lead, coordinator):
        self.press("Toevoegen")
        self.fill_in("Titel", title)
        self.choose_date("Datum", date)
        self.choose("Herhaling", recurrence)
        self.fill_in("Voorbereiding in dagen", lead)
        self.choose("Coördinerend CM", coordinator)
        self.close("Afspraak in de Jaarkalender")

    def start_round(self, title, entry, coordinator):
        self.press("Nieuwe ronde")
        self.fill_in(re.compile("Titel.*"), title)
        self.choose("Afspraak in de Jaarkalender", entry)
        self.choose("Coördinerend CM", coordinator)
        self.press("Starten")


class Step(Page):
    """A page of a step of the round."""

    def __init__(self, window, number):
        super().__init__(window)
        self.number = number

    def go(self):
        """Goes to the step by its place in the rail."""
        rail = self.window.find("Stappen van de ronde", Role.LIST)
        self.press(re.compile(f".*stap {self.number} van 14.*"), Role.LIST_ITEM, within=rail)
        self.window.find(f"Stap {self.number} van 14", Role.GROUPING)
        return self

    def read_state(self):
        """What the rail says about the step."""
        item = self.window.find(re.compile(f".*stap {self.number} van 14.*"), Role.LIST_ITEM)
        return item.name.split("van 14, ")[1]

    def expect(self, state):
        wait_for(lambda: self.read_state().startswith(state),
                 f"step {self.number} is ‘{state}’, not ‘{self.read_state()}’")


class Selection(Step):
    """Step 2."""

    def motivate(self, supplier, text):
        row = self.window.find(supplier, Role.LIST_ITEM)
        self.press("Motiveren", within=row)
        self.window.type(text)
        self.window.key("Tab")


class Profile(Step):
    """Step 3, the risk profile of one supplier."""

    def open(self, supplier):
        self.press(re.compile(re.escape(supplier) + ",.*"), Role.LIST_ITEM)
        self.profile = self.window.find(supplier, Role.GROUPING)

    def show(self, section):
        self.press(re.compile(re.escape(section) + r"( \d.*)?"), Role.RADIO_BUTTON)
        return self.window.find(section, Role.PANEL)

    def take_part(self, *names):
        section = self.show("Kop")
        for name in names:
            self.window.activate(self.window.find(name, Role.CHECK_BOX, section))

    def answer(self, *answers):
        section = self.show("Hoofdvragen")
        for i, (answer, explanation) in enumerate(answers):
            self.pick("Antwoord", answer, section, i)
            self.window.enter(self.window.find("Toelichting", Role.TEXT, section, i), explanation)

    def score(self, section, scores):
        """Scores the criteria of @section; @scores has a choice for each code."""
        section = self.show(section)
        rows = [self.window.find(re.compile(code + " .*"), Role.GROUPING, section)
                for code in scores]
        self.window.pick_each([self.window.find(score, Role.RADIO_BUTTON, row)
                               for row, score in zip(rows, scores.values(), strict=True)])

    def add_risk(self, event, likelihood, impact):
        section = self.show("Risico’s")
        self.press("Risico toevoegen", within=section)
        row = self.find_row("Nieuw risico", section)
        self.fill_in("Gebeurtenis", event, row)
        self.pick("Kans", likelihood, row)
        self.pick("Impact", impact, row)

    def propose(self, title, owner, due, risk=None):
        section = self.show("Acties")
        self.press("Actie voorstellen", within=section)
        row = self.find_row("Nieuwe actie", section)
        self.fill_in("Actie", title, row)
        if risk is not None:
            self.choose_from("Risico", re.compile(".*" + re.escape(risk)), row)
        self.choose_from("Eigenaar", owner, row)
        self.choose_date("Einddatum", due, row)
        self.pick("Advies van de CM", "ja", row)

    def find_row(self, title, section):
        """The row that unfolds under this title."""
        toggle = self.window.find(re.compile(r"\w+ " + title), Role.TOGGLE_BUTTON, section)
        return next(node for node in toggle.ancestors() if node.role == Role.LIST_ITEM)


class Plan(Step):
    """Step 4."""

    def plan(self, date, time, place):
        self.choose_date("Datum van het overleg", date)
        self.fill_in("Tijd van het overleg", time)
        self.fill_in("Plaats", place)
        self.press("Agenda voorstellen")
        self.press("Iedereen uitnodigen")


class Present(Step):
    """Step 5."""

    def freeze(self):
        self.press("Profielen bevriezen")

    def present(self, supplier):
        profiles = self.window.find("Profielen voor het MT", Role.LIST)
        row = self.window.find(supplier, Role.LIST_ITEM, within=profiles)
        self.press("Gepresenteerd", within=row)


class Decide(Step):
    """Step 6."""

    def open(self, supplier):
        self.press(re.compile(re.escape(supplier) + ",.*"), Role.LIST_ITEM)
        self.window.find(supplier, Role.GROUPING)

    def decide(self, action, outcome, by, reason=None, accepted_by=None, until=None):
        actions = self.window.find("Voorgestelde mitigatie acties", Role.LIST)
        row = self.window.find(action, Role.LIST_ITEM, within=actions)
        self.pick("Besluit MT", outcome, row)
        if reason is not None:
            self.fill_in("Reden", reason, row)
        self.choose_from("Besluit genomen door", by, row)
        if accepted_by is not None:
            self.choose_from("Restrisico geaccepteerd door", accepted_by, row)
            self.choose_date("Geaccepteerd tot en met", until, row)
        self.press("Besluit vastleggen", within=row)
        self.window.find(re.compile("MT, door .*"), Role.LABEL, row)


class FollowUp(Step):
    """The steps 7 to 12, which the actions go through."""

    def open(self, action):
        tasks = self.window.find("Acties in deze stap", Role.LIST)
        self.press(re.compile(re.escape(action) + ",.*"), Role.LIST_ITEM, within=tasks)
        self.window.find(action, Role.LABEL)

    def confirm_profile(self, supplier, change):
        self.open(supplier)
        self.fill_in("Wat is er gewijzigd", change)
        self.press("Bijgewerkt profiel bevestigen")

    def hand_out(self, action, executor, frequency, channel):
        self.open(action)
        self.choose("Uitvoerder", executor)
        self.choose("Status updates", frequency)
        self.choose("Kanaal", channel)
        self.press("Uitzetten")

    def report(self, action, text, recipients):
        """Records a status update: done. @recipients are proposed."""
        self.open(action)
        self.fill_in("Tekst van de status update", text)
        self.window.focus(self.window.find("Voortgang", Role.SLIDER))
        self.window.key("End")
        self.window.find("100 %", Role.LABEL)
        for recipient in recipients.split(", "):
            self.window.find(f"{recipient} verwijderen", Role.BUTTON)
        self.press("Vastleggen")

    def judge(self, action, verdict, by, reason=None):
        self.open(action)
        self.pick(re.compile("Is de actie volgens .*"), verdict, None)
        self.choose("Beoordeeld door", by)
        if reason is not None:
            self.fill_in("Reden", reason)
        self.press("Oordeel vastleggen")

    def feed_back(self, actions, form, involved):
        self.open(actions[0])
        self.choose("Vorm", form)
        self.fill_in("Betrokken Diensteigenaren", involved)
        for action in actions[1:]:
            self.tick(action)
        self.press(re.compile(r"\d acties? terugkoppelen"))

    def inform(self, actions, recipients):
        self.open(actions[0])
        self.fill_in("Geïnformeerd", recipients)
        for action in actions[1:]:
            self.tick(action)
        self.press(re.compile(r"Vastleggen voor \d acties?"))


class Suppliers(Page):
    """The register of suppliers."""

    def import_list(self, name, *new):
        """Takes over the list @name of the home folder, which is being asked for; the suppliers
        @new are announced as such."""
        self.window.choose_file(name, "Openen")
        changes = self.window.find("Wat verandert", Role.LIST)
        for supplier in new:
            row = self.window.find(supplier, Role.LABEL, within=changes)
            assert any("nieuw" in label.name for label in row.parent.children), supplier
        self.press("Overnemen")
        self.window.wait_gone("Overnemen", Role.BUTTON)

    def expect(self, *names):
        """These suppliers are in the list, and no other."""
        table = self.window.find("Leveranciers", (Role.TREE_TABLE, Role.TABLE))
        rows = self.window.match(None, Role.TABLE_ROW, within=table)[1:]
        found = [row.name for row in rows]
        assert len(found) == len(names) and all(map(str.startswith, found, names)), found

