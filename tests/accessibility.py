"""The tree of the window as a screen reader gets it, over AT-SPI.

GTK makes the objects of the tree when someone asks for them, and tells what it knows about all
that exist in one answer. So that is asked for first, and then, level by level, the children that it
lacks.
"""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
ROOT = "/org/a11y/atspi/accessible/root"
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)
WINDOW = 1  # the coordinates that GTK knows


def is_open(item):
    """Whether an item has children and is shown; so it is taken when nothing is known."""
    return item is None or (item.get_child_value(4).get_int32() > 0 and bool(
        item.get_child_value(9).get_child_value(0).get_uint32() >> int(State.SHOWING) & 1))


def find_families(items):
    """The children of each item of which @items have all: as many as it says, each with a place of
    its own. What an item says about its parent may be of some time ago; then these do not fit."""
    claims = {}
    for path, item in items.items():
        parent = item.get_child_value(2).get_child_value(1).get_string()
        claims.setdefault(parent, []).append((item.get_child_value(3).get_int32(), path))
    families = {}
    for parent, children in claims.items():
        children.sort()
        n_children = items[parent].get_child_value(4).get_int32() if parent in items else -1
        if [place for place, _ in children] == list(range(n_children)) and parent != ROOT:
            families[parent] = [path for _, path in children]
    return families


class Node:
    """One object of the tree at one moment."""

    def __init__(self, item):
        get = item.get_child_value  # much faster than to unpack it
        self.path, self.n_children = get(0).get_child_value(1).get_string(), get(4).get_int32()
        self.name, self.role = get(6).get_string(), get(7).get_uint32()
        self.description = get(8).get_string()
        self.bits = (get(9).get_child_value(0).get_uint32() |
                     get(9).get_child_value(1).get_uint32() << 32)
        self.parent, self.children, self.order = None, [], -1

    def has(self, state):
        return bool(self.bits >> int(state) & 1)

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self):
        """The node and all below it that is shown, in the order of reading."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if child.has(State.SHOWING)]

    def is_in(self, other):
        return self.path == other.path or any(node.path == other.path
                                              for node in self.ancestors())

    def __str__(self):
        states = " ".join(state.value_nick for state in (State.FOCUSED, State.FOCUSABLE,
                                                         State.CHECKED, State.EXPANDED)
                          if self.has(state))
        return f"{Atspi.role_get_name(Atspi.Role(self.role))} ‘{self.name}’ {states}".strip()


class Tree:
    """The tree of the program with the identifier @pid, or of the only one there is."""

    def __init__(self, pid, seconds=90):
        self.names = {}
        self.focused = None
        self.items = {}
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        until = time.monotonic() + seconds
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, 0, seconds * 1000, None).unpack()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.name = None
        while not self.has_window(pid):
            if time.monotonic() > until:
                raise AssertionError(f"the window did not come up within {seconds} seconds")
            time.sleep(0.05)
        self.watch_focus()

    def has_window(self, pid):
        try:
            self.name = self.find_program(pid)
            return self.name is not None and self.read().children
        except GLib.Error:  # it is not ready to answer
            return False

    def call(self, path, interface, method, *arguments, to=None):
        parameters = GLib.Variant(*arguments) if arguments else None
        return self.bus.call_sync(to or self.name, path, "org.a11y.atspi." + interface, method,
                                  parameters, None, 0, 20000, None).unpack()

    def find_program(self, pid):
        registry = "org.a11y.atspi.Registry"
        for name, _ in self.call(ROOT, "Accessible", "GetChildren", to=registry)[0]:
            found = self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                       GLib.Variant("(s)", (name,)), None, 0, 5000, None).unpack()
            if pid is None or found[0] == pid:
                return name
        return None

    def watch_focus(self):
        """Follows the focus by the events that a screen reader follows it by."""
        self.call("/org/a11y/atspi/registry", "Registry", "RegisterEvent", "(s)",
                  ("object:state-changed:focused",), to="org.a11y.atspi.Registry")

        def changed(_bus, _sender, path, _interface, _signal, parameters):
            state, on = parameters.unpack()[:2]
            if state == "focused" and on:
                self.focused = path

        self.bus.signal_subscribe(self.name, "org.a11y.atspi.Event.Object", "StateChanged", None,
                                  None, 0, changed)

    def pump(self):
        """Takes in the events that are there."""
        while GLib.MainContext.default().iteration(False):
            pass

    def read_children(self, paths):
        """The children of each of @paths, asked for at once; this makes GTK make them."""
        found, waiting = {}, set(paths)

        def answered(bus, result, path):
            waiting.discard(path)
            try:
                found[path] = [child for _, child in bus.call_finish(result).unpack()[0]]
            except GLib.Error:  # gone in the meantime
                found[path] = []

        for path in paths:
            self.bus.call(self.name, path, "org.a11y.atspi.Accessible", "GetChildren", None, None,
                          0, 20000, None, answered, path)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return found

    def read_items(self):
        """All that the program tells of, by path; nodes are made of what is shown only."""
        answer = self.bus.call_sync(self.name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache",
                                    "GetItems", None, None, 0, 20000, None).get_child_value(0)
        items = map(answer.get_child_value, range(answer.n_children()))
        return {item.get_child_value(0).get_child_value(1).get_string(): item for item in items}

    def read_shown(self, families):
        """The children of all that is shown: those of @families, and what is asked for where these
        are not whole; and what was left out."""
        children, hidden, level = {}, [], [ROOT]
        while level:
            open_paths = [path for path in level if path == ROOT or is_open(self.items.get(path))]
            hidden += set(level).difference(open_paths)
            lacking = [path for path in open_paths if path not in families]
            found = self.read_children(lacking)
            found.update((path, families[path]) for path in open_paths if path in families)
            children.update(found)
            level = [child for path in open_paths for child in found[path]]
        return children, hidden

    def read(self):
        """The root of the tree as it is now. The answers about children make GTK make the items, so
        that these are read again after them; once more when they show more than those before."""
        self.items = self.read_items()
        for _ in range(3):
            children, hidden = self.read_shown(find_families(self.items))
            if all(path in self.items for path in [*children, *hidden]):
                break
            self.items = self.read_items()
            if not any(is_open(self.items.get(path)) for path in hidden if path in self.items):
                break
        nodes = {path: Node(self.items[path])
                 for path in [*children, *hidden] if path in self.items}
        for path, child_paths in children.items():
            node = nodes.get(path)
            for child in (nodes.get(child_path) for child_path in child_paths):
                if node is not None and child is not None:
                    node.children.append(child)
                    child.parent = node
        for order, node in enumerate(nodes[ROOT].walk()):
            node.order = order
            if not node.name and node.has(State.FOCUSABLE):
                node.name = self.read_label(node)
        return nodes[ROOT]

    def read_label(self, node):
        """The name that a node has from the label that it points to."""
        if node.path not in self.names:
            try:
                relations = self.call(node.path, "Accessible", "GetRelationSet")[0]
                self.names[node.path] = " ".join(
                    self.read_property(target, "Name") or
                    self.call(target, "Text", "GetText", "(ii)", (0, -1))[0]
                    for kind, targets in relations if kind == LABELLED_BY
                    for _, target in targets)
            except GLib.Error:
                return ""
        return self.names[node.path]

    def read_property(self, path, name):
        return self.bus.call_sync(self.name, path, "org.freedesktop.DBus.Properties", "Get",
                                  GLib.Variant("(ss)", ("org.a11y.atspi.Accessible", name)), None,
                                  0, 5000, None).unpack()[0]

    def read_states(self, node):
        """The states that a node has now."""
        low, high = self.call(node.path, "Accessible", "GetState")[0]
        return low | high << 32

    def is_current(self, node):
        """Whether a node that was read before is still there, under the same name."""
        try:
            name = self.read_property(node.path, "Name")
            return (name == node.name or node.path in self.names) and self.read_box(node)[2] > 0
        except GLib.Error:
            return False

    def read_text(self, node):
        """What stands in a field."""
        length = self.bus.call_sync(self.name, node.path, "org.freedesktop.DBus.Properties", "Get",
                                    GLib.Variant("(ss)", ("org.a11y.atspi.Text",
                                                          "CharacterCount")),
                                    None, 0, 5000, None).unpack()[0]
        return self.call(node.path, "Text", "GetText", "(ii)", (0, length))[0]

    def read_box(self, node):
        """Left, top, width and height on the window."""
        return self.call(node.path, "Component", "GetExtents", "(u)", (WINDOW,))[0]
