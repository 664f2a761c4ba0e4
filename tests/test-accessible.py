"""Every page of the window as a screen reader meets it: what can get the focus has a name.

Runs the program on a display of its own (see run-view.sh), goes through all pages by the
actions that the window exports, and walks the accessibility tree over AT-SPI.
"""

import json
import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = os.environ["LEVMAN_PROGRAM"]
NAME, PATH = "nl.levman.Review", "/nl/levman/Review"
PLACES = ["today", "suppliers", "calendar", "actions"]


def activate(bus, action, *parameters):
    bus.call_sync(NAME, PATH + "/window/1", "org.gtk.Actions", "Activate",
                  GLib.Variant("(sava{sv})", (action, list(parameters), {})), None, 0, 5000, None)


def list_actions(bus):
    answer = bus.call_sync(NAME, PATH + "/window/1", "org.gtk.Actions", "List", None, None, 0,
                           1000, None)
    return answer.unpack()[0]


def wait_for(what, seconds=20):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            found = what()
            if found:
                return found
        except GLib.Error:
            pass
        time.sleep(0.1)
    raise SystemExit(f"the window did not come up within {seconds} seconds")


def find_application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and child.get_child_count() > 0 and "levman" in child.get_name():
            return child
    return None


def walk(node, path=()):
    """Each node below @node that is shown, with the roles above it."""
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        here = (*path, child.get_role_name())
        yield child, here
        yield from walk(child, here)


def nameless(application):
    """What can get the focus and has no name, and no text of its own within."""
    for node, path in walk(application):
        if not node.get_state_set().contains(Atspi.StateType.FOCUSABLE) or node.get_name():
            continue
        relations = {relation.get_relation_type() for relation in node.get_relation_set()}
        if Atspi.RelationType.LABELLED_BY in relations:
            continue
        if any(child.get_name() for child, _ in walk(node)):
            continue
        yield " > ".join(path)


def check(application, page):
    time.sleep(0.5)
    Atspi.Accessible.clear_cache(application)
    count = sum(1 for _ in walk(application))
    missing = sorted(set(nameless(application)))
    for path in missing:
        print(f"# {page}: without a name: {path}")
    good = count > 10 and not missing
    print(f"{'ok' if good else 'not ok'} - {page}, {count} nodes", flush=True)
    return good


def main():
    database = sys.argv[1]
    review = subprocess.run([PROGRAM, "history", database, "--json"], check=True,
                            capture_output=True, text=True).stdout
    reviews = [entry["record"] for entry in json.loads(review)
               if entry["kind"] == "review" and entry["field"] == "title"]
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    program = subprocess.Popen([PROGRAM, "--database", database])
    try:
        actions = wait_for(lambda: list_actions(bus))
        application = wait_for(find_application)
        results = []
        for place in PLACES:
            if "place" in actions:
                activate(bus, "place", GLib.Variant("s", place))
                results.append(check(application, place))
        activate(bus, "review", GLib.Variant("s", reviews[-1]))
        results.append(check(application, "overview"))
        activate(bus, "work")
        results.append(check(application, "work"))
        for number in range(1, 15):
            activate(bus, "step", GLib.Variant("u", number))
            results.append(check(application, f"step {number}"))
        print(f"1..{len(results)}")
        return 0 if all(results) else 1
    finally:
        program.terminate()
        program.wait(10)


if __name__ == "__main__":
    sys.exit(main())
