"""The window of the program, operated as its users do: with a real mouse and a real keyboard.

Things are found by their role and their accessible name; where they are comes from AT-SPI, with
true-bounds loaded into the program. Everything waits for a condition, for at most PATIENCE
seconds. There is no window manager, so that this gives the keyboard to a window itself.
"""

import os
import re
import struct
import subprocess
import sys
import time
import zlib
from bisect import bisect
from pathlib import Path

from accessibility import Role, State, Tree
from gi.repository import GLib

PATIENCE = 15
NO_DISPLAY = 2  # exit status of the program without one
MOST_STEPS = 60  # of the keyboard from one thing to another
N_STEPS_OF_PANE = 4  # more than these are worth F6
CONTAINERS = (Role.SCROLL_PANE, Role.PANEL, Role.LIST, Role.LIST_BOX, Role.TREE_TABLE, Role.TABLE,
              Role.GROUPING, Role.MENU)
ITEMS = (Role.LIST_ITEM, Role.TABLE_ROW, Role.MENU_ITEM)
SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-decoration-layout=:close
gtk-font-name=Adwaita Sans 11
"""


def wait_for(condition, what, seconds=PATIENCE):
    """Waits until @condition gives something, and returns that."""
    until, pause = time.monotonic() + seconds, 0.02
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError(f"not within {seconds} seconds: {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.2)  # a busy program is not asked all the time


def take_picture(path):
    """Writes what the display shows as a PNG; it lies in a file, in the form of xwd."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    data = (Path(os.environ["LEVMAN_SCREEN"]) / "Xvfb_screen0").read_bytes()
    head = struct.unpack(">25I", data[:100])
    width, height, stride = head[4], head[5], head[12]
    start = head[0] + head[19] * 12
    lines = bytearray()
    for y in range(height):
        row = data[start + y * stride:start + y * stride + width * 4]
        line = bytearray(width * 3)
        line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
        lines += b"\0" + line

    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content +
                struct.pack(">I", zlib.crc32(kind + content)))

    Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" +
                           chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
                           chunk(b"IDAT", zlib.compress(bytes(lines), 3)) + chunk(b"IEND", b""))


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True)


class Window:
    """The running program. This class uses the mouse wherever a user would."""

    def __init__(self, *arguments):
        config = Path(os.environ["XDG_CONFIG_HOME"]) / "gtk-4.0"
        config.mkdir(parents=True, exist_ok=True)
        (config / "settings.ini").write_text(SETTINGS)
        self.log = Path(os.environ["HOME"]) / "stderr"
        self.data = Path(os.environ["XDG_DATA_HOME"])
        self.process = self.start(arguments)
        try:
            self.tree = Tree(self.get_process())
        except BaseException:
            print(f"status {self.process.poll()}: {self.read_log()}", file=sys.stderr)
            self.kill()
            raise
        self.root, self.is_fresh = None, False
        self.focus_window()

    def start(self, arguments):
        """Starts the program; once more when the display refused it, which on a busy machine was
        seen of a server that had just answered another client."""
        environment = dict(os.environ, LD_PRELOAD=os.environ["LEVMAN_TRUE_BOUNDS"])
        for _ in range(3):
            with self.log.open("wb") as log:
                process = subprocess.Popen([os.environ["LEVMAN_PROGRAM"], *arguments],
                                           stderr=log, env=environment, cwd=os.environ["HOME"])
            try:
                if process.wait(1) != NO_DISPLAY:
                    break
            except subprocess.TimeoutExpired:
                break
        return process

    def get_process(self):
        """The process that the window is of."""
        return self.process.pid

    def focus_window(self):
        """Gives the keyboard to the window on top, as a window manager would."""
        title = "^" + re.escape(self.look().children[-1].name) + "$"
        owner = ["--pid", str(self.get_process())] if self.get_process() else []
        windows = wait_for(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", *owner, "--name", title],
            capture_output=True, text=True).stdout.split(), "a window")
        xdotool("windowfocus", "--sync", windows[-1])

    # Looking

    def look(self):
        """Reads the tree anew; what a dialog or a menu covers is left out."""
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended: {self.process.returncode}\n{self.read_log()}")
        self.tree.pump()
        self.root, self.is_fresh = self.tree.read(), True
        return self.root

    def list_nodes(self):
        """What the user can get at: what is on top, in the order of reading."""
        nodes = list(self.root.walk())
        layers = [node for node in nodes
                  if node.role == Role.DIALOG or
                  node.role == Role.ALERT and node.name]  # one without a name is a toast
        windows = [node for node in self.root.children if node.role == Role.FRAME]
        if layers:
            return list(layers[-1].walk())
        return list(windows[-1].walk()) if windows else nodes

    def match(self, name, role=None, within=None):
        """The nodes with this name (or the pattern of it), shown and in @within."""
        roles = role if isinstance(role, (tuple, list, set)) else [role]
        fits = name.fullmatch if isinstance(name, re.Pattern) else name.__eq__
        return [node for node in self.list_nodes()
                if (name is None or fits(node.name)) and
                (role is None or node.role in roles) and
                (within is None or node.is_in(within)) and self.is_shown(node)]

    def is_shown(self, node):
        try:
            return self.tree.read_box(node)[2] > 0
        except GLib.Error:  # gone in the meantime
            return False

    def has(self, name, role=None, within=None):
        self.look()
        return bool(self.match(name, role, within))

    def find(self, name, role=None, within=None, nth=0, seconds=PATIENCE):
        """Waits until such a node is there; the @nth of them."""

        def search():
            self.look()
            found = self.match(name, role, within)
            return found[nth] if len(found) > nth or (nth < 0 and found) else None

        if self.is_fresh:
            found = self.match(name, role, within)[nth:]
            if found and self.tree.is_current(found[0]):
                return found[0]
        return wait_for(search, f"{role or ''} ‘{name}’ on the screen", seconds)

    def wait_gone(self, name, role=None, seconds=PATIENCE):
        wait_for(lambda: not self.has(name, role), f"{role or ''} ‘{name}’ gone", seconds)

    def describe(self):
        """The tree in words, for who looks at a failure."""
        self.look()
        lines = []
        for node in self.root.walk():
            depth = sum(1 for _ in node.ancestors())
            if node.name or node.has(State.FOCUSABLE):
                lines.append("  " * (depth // 2) + str(node))
        return "\n".join(lines)

    # Doing

    def key(self, *keys):
        self.is_fresh = False
        xdotool("key", "--clearmodifiers", *keys)

    def type(self, text, delay=4):
        xdotool("type", "--delay", delay, "--", text)

    def get_point(self, node):
        x, y, width, height = self.tree.read_box(node)
        return x + width // 2, y + height // 2

    def scroll_to(self, node):
        """Turns the wheel over the panes that @node is in, until it is in sight."""
        panes = [above for above in node.ancestors() if above.role == Role.SCROLL_PANE]
        for _ in range(3):  # a busy program may not have answered the wheel
            if all([self.turn_wheel(pane, node) for pane in reversed(panes)]):
                break
        return self.get_point(node)

    def turn_wheel(self, pane, node):
        """Turns the wheel over @pane; whether @node is in sight of it then."""
        left, top, width, height = self.tree.read_box(pane)
        for _ in range(200):
            y = self.get_point(node)[1]
            if top <= y <= top + height:
                return True
            xdotool("mousemove", left + width // 2, top + height // 2,
                    "click", "5" if y > top + height else "4")
            try:
                wait_for(lambda: self.get_point(node)[1] != y, "scrolling", 2)
            except AssertionError:
                break  # this pane has no more of it; the next may
        return False

    def click(self, node):
        points = [self.scroll_to(node)]
        while len(set(points[-3:])) > 1 or len(points) < 3:  # what was done before may move it
            time.sleep(0.02)
            points.append(self.get_point(node))
        point = points[-1]
        xdotool("mousemove", *point, "click", "1")

    def activate(self, node):
        """Does what a click on @node does."""
        self.click(node)

    def select(self, node):
        """Puts the selection of a list on @node."""
        self.click(node)

    def focus(self, node):
        """Puts the keyboard in @node."""
        self.click(node)
        wait_for(lambda: self.is_focused(node), f"the focus in {node}")

    def is_focused(self, node):
        self.look()
        return any(found.has(State.FOCUSED) for found in self.root.walk() if found.is_in(node))

    def press(self, name, role=None, within=None, nth=0):
        """Finds and activates; what is on the screen may be quite another page then."""
        self.activate(self.find(name, role, within, nth))
        self.is_fresh = False

    def pick(self, name, within=None):
        """Chooses one of a few, and sees it chosen."""
        choice = self.find(name, Role.RADIO_BUTTON, within)
        self.activate(choice)
        self.wait_chosen(choice)

    def pick_each(self, choices):
        """Chooses @choices, each one of a few, one after the other."""
        for choice in choices:
            self.activate(choice)
            self.wait_chosen(choice)

    def wait_chosen(self, choice):
        wait_for(lambda: self.tree.read_states(choice) >> int(State.CHECKED) & 1,
                 f"{choice} chosen")

    def choose(self, option, options):
        """Chooses from the list that was opened."""
        self.press(option, Role.LABEL, within=options)

    def enter(self, node, text):
        """Fills in a field: what stood there is replaced."""
        self.focus(node)
        self.key("ctrl+a")
        self.type(text)
        wait_for(lambda: self.tree.read_text(node) == text,
                 f"‘{text}’ in {node}, which has ‘{self.tree.read_text(node)}’")

    def choose_file(self, name, button):
        """Answers the file dialog of GTK: the file or folder @name in the home folder."""
        self.find(button, Role.BUTTON)
        self.focus_window()
        self.press("Uw persoonlijke map openen", Role.LIST_ITEM)
        self.select(self.find(re.compile(re.escape(name) + " .*"), Role.TABLE_ROW))
        self.press(button, Role.BUTTON)
        self.wait_gone(button, Role.BUTTON)
        self.focus_window()

    def save_file(self, button):
        """Answers the file dialog of GTK: under the name and in the folder that it proposes."""
        self.find(button, Role.BUTTON)
        self.focus_window()
        self.press(button, Role.BUTTON)
        self.wait_gone(button, Role.BUTTON)
        self.focus_window()

    # Ending

    def explain(self, name):
        """Says all there is to say about a failure, and leaves a picture called @name. What went
        wrong comes first, on the output."""
        print(f"# {name}: {sys.exc_info()[1]}")
        print(self.read_log(), file=sys.stderr)
        if self.process.poll() is None:
            picture = f"{os.environ['LEVMAN_PICTURES']}/{name}.png"
            take_picture(picture)
            print(f"{self.describe()}\nsee {picture}", file=sys.stderr)

    def read_log(self):
        return self.log.read_text(errors="replace")

    def quit(self):
        """Ends the program by its shortcut; it must have been quiet."""
        self.key("ctrl+q")
        self.process.wait(PATIENCE)
        if self.process.returncode != 0 or self.read_log():
            raise AssertionError(f"exit status {self.process.returncode}\n{self.read_log()}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class KeyboardWindow(Window):
    """The same without a mouse: the focus goes to things by Tab and the arrows."""

    def click(self, node):
        raise AssertionError("the mouse is not used here")

    def scroll_to(self, node):
        raise AssertionError("the mouse is not used here")

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.without_arrows = set()  # the lists in which these do not go from item to item
        xdotool("mousemove", 1279, 1023)  # where nothing opens below it: a list would follow it

    def find_focus(self):
        self.tree.pump()
        if self.tree.focused is None:
            for node in self.look().walk():
                if node.has(State.FOCUSED):
                    self.tree.focused = node.path
        return self.tree.focused

    def move(self, key):
        """Presses a key that moves the focus; whether it did."""
        before = self.find_focus()
        xdotool("key", "--clearmodifiers", key)
        until = time.monotonic() + 1
        while time.monotonic() < until:
            self.tree.pump()
            if self.tree.focused != before:
                return True
            time.sleep(0.005)
        return False

    def get_target(self, node):
        """What takes the focus for @node: itself, or what it is the text of."""
        if node.has(State.FOCUSABLE):
            return node
        for above in node.ancestors():
            if above.has(State.FOCUSABLE):
                return above
        raise AssertionError(f"nothing of {node} takes the focus")

    def focus(self, node):
        """Goes to @node as one does who sees it: with F6 to its pane, then with Tab or Shift+Tab,
        whichever is nearer, and with the arrows within a list or a group."""
        target = self.get_target(node)
        seen, direction = [], None
        while len(seen) < MOST_STEPS:
            here = self.get_shown(self.find_focus())
            target = self.get_shown(target.path) or target
            if here is not None and self.is_at(here, target):
                time.sleep(0.05)  # the focus may still be on its way elsewhere
                if self.find_focus() == here.path:
                    return
                continue
            seen.append(here)
            if self.move_within(here, target):
                continue
            if direction is None:
                here = self.go_to_pane(here, target)
                direction = "Tab" if self.measure(here, target) >= 0 else "shift+Tab"
            elif not self.move(direction):
                direction = "Tab"
        stops = "; ".join(dict.fromkeys(map(str, seen)))
        raise AssertionError(f"the keyboard does not get to {target}; it was at {stops}")

    def is_at(self, here, target):
        return here.path == target.path or (
            here.is_in(target) and target.role not in (Role.LIST_ITEM, Role.TABLE_ROW))

    def list_stops(self):
        """What Tab stops at, about: of a list or a group of choices the first only."""
        stops, parents = [], set()
        for node in self.list_nodes():
            if not node.has(State.FOCUSABLE) or node.role in CONTAINERS:
                continue
            if node.role in (Role.RADIO_BUTTON, *ITEMS):
                if node.parent.path in parents:
                    continue
                parents.add(node.parent.path)
            stops.append(node)
        return stops

    def measure(self, here, target):
        """How many times Tab it is from @here to @target; negative for Shift+Tab."""
        orders = [node.order for node in self.list_stops()]
        if here is None or not orders:
            return len(orders)
        steps = bisect(orders, target.order) - bisect(orders, here.order)
        return steps if abs(steps) <= len(orders) / 2 else steps - len(orders) * (steps > 0 or -1)

    def go_to_pane(self, here, target):
        """Goes from pane to pane with F6 as long as that brings it nearer; where it is then."""
        steps = abs(self.measure(here, target))
        in_window = self.list_nodes()[0].role == Role.FRAME
        while in_window and steps > N_STEPS_OF_PANE and self.move("F6"):
            there = self.get_shown(self.find_focus())
            further = abs(self.measure(there, target))
            if further >= steps:
                self.move("shift+F6")
                return self.get_shown(self.find_focus())
            here, steps = there, further
        return here

    def get_shown(self, path):
        """The node with this path, as last seen; looks again when it is not known."""
        for _ in range(2):
            for node in self.root.walk():
                if node.path == path:
                    return node
            self.look()
        return None

    def select(self, node):
        self.focus(node)

    def move_within(self, here, target):
        """A step with an arrow, when both are in one list or one group; whether it moved."""
        if here is None:
            return False
        forward = here.order < target.order
        if here.role == target.role == Role.RADIO_BUTTON and here.parent.path == target.parent.path:
            return self.move("Right" if forward else "Left")
        item, other = self.get_item(here), self.get_item(target)
        if item is None or other is None or item.path == other.path or \
                item.parent.path != other.parent.path or item.parent.path in self.without_arrows:
            return False
        if self.move("Down" if forward else "Up"):
            return True
        self.without_arrows.add(item.parent.path)
        return False

    def get_item(self, node):
        """The item of a list that @node is or, where the arrows do not mean something else, in."""
        if node.role not in (Role.CHECK_BOX, Role.BUTTON, *ITEMS):
            return None
        return next((above for above in (node, *node.ancestors()) if above.role in ITEMS), None)

    def choose(self, option, options):
        """Types the beginning of what is looked for, where the list has a field for that."""
        focus = self.get_shown(self.find_focus())
        if isinstance(option, str) and focus.role in (Role.TEXT, Role.ENTRY):
            self.type(option.split()[0])
            wait_for(lambda: self.look() and [node.name for node in self.match(
                None, Role.LABEL, within=options)] == [option], f"only ‘{option}’")
        self.press(option, Role.LABEL, within=options)

    def save_file(self, button):
        """The name has the focus from the start, and Enter in it saves."""
        self.find(button, Role.BUTTON)
        self.focus_window()
        self.key("Return")
        self.wait_gone(button, Role.BUTTON)
        self.focus_window()

    def activate(self, node):
        self.focus(node)
        self.key("space" if node.role in (Role.CHECK_BOX, Role.TOGGLE_BUTTON, Role.SWITCH,
                                          Role.RADIO_BUTTON) else "Return")

    def pick_each(self, choices):
        """Types the first sign of each; Enter then goes on to the next."""
        self.focus(choices[0])
        for choice in choices:
            self.key("question" if choice.name == "?" else choice.name[0])
            self.wait_chosen(choice)
            self.key("Return")


def open_window(keyboard, *arguments):
    return KeyboardWindow(*arguments) if keyboard else Window(*arguments)


__all__ = ["GLib", "KeyboardWindow", "Role", "State", "Window", "open_window", "take_picture",
           "wait_for"]
