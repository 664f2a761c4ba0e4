"""The dialogs of the file portal, without a person before them: portal.py

The portal itself is the desktop's own (xdg-desktop-portal, which PORTAL_FOLDER must lead to this),
with its documents; only what shows a dialog and waits for an answer is this. `answer` gives the
answer, and waits until a dialog was there to get it.
"""

from pathlib import Path

from gi.repository import Gio, GLib

SHOWING, ANSWERS = "org.freedesktop.impl.portal.desktop.levman", "nl.levman.Answers"
PATH = "/org/freedesktop/portal/desktop"
CHOSEN = 0
ARGUMENTS = "".join(f'<arg type="{kind}" direction="in"/>' for kind in ("o", "s", "s", "s", "a{sv}"))
RESULTS = '<arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>'
INTERFACES = f"""<node>
 <interface name="org.freedesktop.impl.portal.FileChooser">
  <method name="OpenFile">{ARGUMENTS}{RESULTS}</method>
  <method name="SaveFile">{ARGUMENTS}{RESULTS}</method>
 </interface>
 <interface name="{ANSWERS}">
  <method name="Answer"><arg type="s" direction="in"/><arg type="s" direction="out"/></method>
 </interface>
</node>"""


def write_settings(folder):
    """What leads the portal here, in a folder that XDG_DESKTOP_PORTAL_DIR names."""
    (folder / "levman.portal").write_text(
        f"[portal]\nDBusName={SHOWING}\nInterfaces=org.freedesktop.impl.portal.FileChooser\n"
        "UseIn=levman\n")
    (folder / "portals.conf").write_text("[preferred]\ndefault=levman\n")


def answer(path, seconds=30):
    """Answers the dialog that is there, or the next one, with @path: a file, or the folder for a
    file under the name that is proposed. Returns the title of the dialog."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    return bus.call_sync(ANSWERS, PATH, ANSWERS, "Answer", GLib.Variant("(s)", (str(path),)), None,
                         0, seconds * 1000, None).unpack()[0]


class Dialogs:
    """The dialogs that wait for an answer, and the answers that wait for a dialog."""

    def __init__(self, bus):
        self.dialogs, self.answers = [], []
        for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
            bus.register_object(PATH, interface, self.called, None, None)

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        (self.answers if method == "Answer" else self.dialogs).append(
            (method, arguments.unpack(), invocation))
        while self.dialogs and self.answers:
            self.close(self.dialogs.pop(0), self.answers.pop(0))

    def close(self, dialog, given):
        method, (_handle, _program, _parent, title, options), invocation = dialog
        _, (text,), answered = given
        path = Path(text)
        if method == "SaveFile":
            path /= options["current_name"]
        results = {"uris": GLib.Variant("as", [path.as_uri()]),
                   "writable": GLib.Variant("b", True)}
        invocation.return_value(GLib.Variant("(ua{sv})", (CHOSEN, results)))
        answered.return_value(GLib.Variant("(s)", (title,)))


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    dialogs = Dialogs(bus)
    for name in (SHOWING, ANSWERS):
        Gio.bus_own_name_on_connection(bus, name, 0, None, None)
    GLib.MainLoop().run()
    return dialogs


if __name__ == "__main__":
    main()
