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
        self.press(option, Role.LABEL, within=options)
        wait_for(lambda: self.shows(label, option), f"‘{option}’ chosen for ‘{label}’")

    def shows(self, label, option):
        """Whether a row with a list, which is closed, shows @option."""
        row = self.window.find(label, Role.COMBO_BOX)
        return (self.window.match(option, Role.LABEL, within=row) and
                not self.window.match(None, Role.SCROLL_PANE, within=row))

    def choose_date(self, label, text):
        button = re.compile(re.escape(label) + ": .*")
        self.press(button, Role.TOGGLE_BUTTON)
        self.fill_in("Datum", text)
        self.window.key("Return")
        self.window.wait_gone("Datum", Role.TEXT)

    def tick(self, label):
        self.press(label, Role.CHECK_BOX)

    def close(self, title):
        """Closes the dialog with this title."""
        self.window.key("Escape")
        self.window.wait_gone(title, Role.DIALOG)


class Application(Page):
    """What is there on every page."""

    def begin_empty(self):
        self.press("Beginnen met een lege database")

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
        self.press("Toevoegen aan de jaarkalender")
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


class Suppliers(Page):
    """The register of suppliers."""

    def import_list(self, name):
        """Imports the list @name of the home folder; returns what the dialog announced."""
        self.press("Leveranciers importeren…")
        self.window.choose_file(name, "Openen")
        summary = self.window.find(re.compile(r"\d+ nieuw, .*"), Role.LABEL).name
        self.press("Importeren")
        self.window.wait_gone("Importeren", Role.BUTTON)
        return summary

    def list_names(self):
        table = self.window.find("Leveranciers", (Role.TREE_TABLE, Role.TABLE))
        rows = self.window.match(None, Role.TABLE_ROW, within=table)
        return [row.children[0].name for row in rows[1:]]


__all__ = ["Application", "Page", "Selection", "Step", "Suppliers"]
