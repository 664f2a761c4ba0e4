"""The pages of the window, as far as the stories use them: one place for what they are called."""

import re

from window import Role, wait_for

LIST_ITEM = (Role.LIST_ITEM, Role.TABLE_ROW)


class Application:
    """What is there on every page."""

    def __init__(self, window):
        self.window = window

    def begin_empty(self):
        self.window.press("Beginnen met een lege database", Role.BUTTON)

    def go_to(self, place):
        """Goes to one of the places of the sidebar."""
        places = self.window.find("Onderdelen", Role.LIST)
        self.window.press(place, Role.LABEL, within=places)
        self.window.find(place, Role.GROUPING)

    def choose_in_menu(self, item):
        self.window.press("Menu", Role.TOGGLE_BUTTON)
        self.window.press(item, Role.MENU_ITEM)


class Suppliers:
    """The register of suppliers."""

    def __init__(self, window):
        self.window = window

    def import_list(self, name):
        """Imports the list @name of the home folder; returns what the dialog announced."""
        self.window.press("Leveranciers importeren…", Role.BUTTON)
        self.window.choose_file(name, "Openen")
        summary = self.window.find(re.compile(r"\d+ nieuw, .*"), Role.LABEL).name
        self.window.press("Importeren", Role.BUTTON)
        self.window.wait_gone("Importeren", Role.BUTTON)
        return summary

    def list_names(self):
        table = self.window.find("Leveranciers", (Role.TREE_TABLE, Role.TABLE))
        rows = self.window.match(None, Role.TABLE_ROW, within=table)
        return [row.children[0].name for row in rows[1:]]


__all__ = ["Application", "Suppliers", "wait_for"]
