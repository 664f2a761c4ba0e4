"""The window of the installed Flatpak, in its sandbox, where it sees of the user's files what the
file portal gives it.
"""

import os
import subprocess
import sys
from pathlib import Path

import portal
from window import Window

NAME = "nl.levman.Review"


class SandboxWindow(Window):
    """The same as on the machine, but for the dialogs for files, which are not in the program."""

    def __init__(self):
        self.home = Path(os.environ["HOME"])
        self.portal = subprocess.Popen([sys.executable, portal.__file__])
        super().__init__()
        self.data = self.home / ".var/app" / NAME / "data"

    def start(self, arguments):
        bounds = Path(os.environ["LEVMAN_TRUE_BOUNDS"])
        with self.log.open("wb") as log:
            return subprocess.Popen(["flatpak", "run", f"--filesystem={bounds.parent}:ro",
                                     f"--env=LD_PRELOAD={bounds}", NAME, *arguments], stderr=log)

    def get_process(self):
        return None  # outside of the sandbox it is another

    def choose_file(self, name, button):
        portal.answer(self.home / name)

    def save_file(self, button):
        portal.answer(self.home)

    def kill(self):
        subprocess.run(["flatpak", "kill", NAME], stderr=subprocess.DEVNULL, check=False)
        super().kill()
        self.portal.kill()
        self.portal.wait()
