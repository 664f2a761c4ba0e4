"""The tree of the window as a screen reader gets it, over AT-SPI.

GTK makes the objects of the tree when someone asks for them, and tells all that exist in one
answer; so what is new is asked for once, and after that one call gives the whole tree.
"""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

Role, State = Atspi.Role, Atspi.StateType
ROOT = "/org/a11y/atspi/accessible/root"
LABELLED_BY = int(Atspi.RelationType.LABELLED_BY)
WINDOW = 1  # the coordinates that GTK knows


class Node:
    """One object of the tree at one moment."""

    def __init__(self, item):
        self.path, self.parent_path = item[0][1], item[2][1]
        self.index, self.n_children = item[3], item[4]
        self.name, self.role, self.description = item[6], item[7], item[8]
        self.bits = item[9][0] | item[9][1] << 32
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
        yield self
        for child in self.children:
            if child.has(State.SHOWING):
                yield from child.walk()

    def is_in(self, other):
        return self.path == other.path or any(node.path == other.path
                                              for node in self.ancestors())

    def __str__(self):
        states = " ".join(state.value_nick for state in (State.FOCUSED, State.FOCUSABLE,
                                                         State.CHECKED, State.EXPANDED)
                          if self.has(state))
        return f"{Atspi.role_get_name(Atspi.Role(self.role))} ‘{self.name}’ {states}".strip()


class Tree:
    """The tree of the program with the identifier @pid."""

    def __init__(self, pid, seconds=30):
        self.counts, self.names = {}, {}
        self.focused = None
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        until = time.monotonic() + seconds
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, 0, seconds * 1000, None).unpack()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.name = None
        while self.name is None:
            if time.monotonic() > until:
                raise AssertionError(f"the window did not come up within {seconds} seconds")
            time.sleep(0.05)
            self.name = self.find_program(pid)
        self.watch_focus()

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
            if found[0] == pid:
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

    def realize(self, path):
        """Asks for all below @path, so that GTK makes it."""
        try:
            children = self.call(path, "Accessible", "GetChildren")[0]
        except GLib.Error:  # gone in the meantime
            children = []
        self.counts[path] = len(children)
        for _, child in children:
            if child not in self.counts:
                self.realize(child)

    def read_items(self):
        items = self.call("/org/a11y/atspi/cache", "Cache", "GetItems")[0]
        nodes = {item[0][1]: Node(item) for item in items}
        for node in nodes.values():
            node.parent = nodes.get(node.parent_path)
            if node.parent is not None:
                node.parent.children.append(node)
        return nodes

    def read(self):
        """The root of the tree as it is now."""
        for _ in range(5):
            nodes = self.read_items()
            incomplete = [node.path for node in nodes.values()
                          if node.path == ROOT and not node.children or
                          node.n_children > len(node.children)]
            if not incomplete:
                break
            for path in incomplete:
                self.realize(path)
        self.counts = {path: self.counts.get(path, 0) for path in nodes}
        root = nodes[ROOT]
        # The program itself has no parent, and lists its windows as its children.
        for node in nodes.values():
            if node is not root and node.parent is None and node.role == Role.FRAME:
                node.parent = root
                root.children.append(node)
        for node in nodes.values():
            node.children.sort(key=lambda child: child.index)
        for order, node in enumerate(root.walk()):
            node.order = order
            if not node.name and node.has(State.FOCUSABLE):
                node.name = self.read_label(node)
        return root

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
