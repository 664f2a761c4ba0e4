"""The manifest of the Flatpak: what it may, and where its modules come from.

`build-aux/flatpak` builds it; this looks at what a change could spoil unseen.
"""

import json
import re
import subprocess
import unittest
from pathlib import Path

from levman import SOURCE

MANIFEST = SOURCE / "flatpak/nl.levman.Review.json"
# A module, and the name by which pkg-config knows what Debian has of it.
PACKAGES = {"minizip": "minizip", "libxlsxwriter": "xlsxwriter", "freexl": "freexl",
            "libical": "libical", "gmime": "gmime-3.0", "libspelling": "libspelling-1"}


def get_installed_version(package):
    return subprocess.run(["pkg-config", "--modversion", package], check=True,
                          capture_output=True, text=True).stdout.strip()


class Manifest(unittest.TestCase):
    def setUp(self):
        self.manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
        self.modules = {module["name"]: module for module in self.manifest["modules"]}

    def test_name(self):
        self.assertEqual(self.manifest["id"], MANIFEST.stem)
        self.assertEqual(self.manifest["runtime"], "org.gnome.Platform")
        self.assertEqual(self.manifest["sdk"], "org.gnome.Sdk")

    def test_permissions(self):
        self.assertEqual(self.manifest["finish-args"],
                         ["--share=ipc", "--socket=fallback-x11", "--socket=wayland",
                          "--device=dri"])

    def test_modules(self):
        """Each library once, before the program that needs it."""
        names = [module["name"] for module in self.manifest["modules"]]
        self.assertEqual(sorted(names), sorted([*PACKAGES, "levman-review"]))
        self.assertEqual(names[-1], "levman-review")
        self.assertLess(names.index("minizip"), names.index("libxlsxwriter"))
        self.assertLess(names.index("minizip"), names.index("freexl"))

    def test_sources(self):
        for name in PACKAGES:
            with self.subTest(module=name):
                source, = self.modules[name]["sources"]
                self.assertEqual(source["type"], "archive")
                self.assertRegex(source["sha256"], r"^[0-9a-f]{64}$")
                for address in [source["url"], *source.get("mirror-urls", [])]:
                    self.assertRegex(address, r"^https://")
        source, = self.modules["levman-review"]["sources"]
        self.assertEqual((MANIFEST.parent / source["path"]).resolve(), Path(SOURCE).resolve())

    def test_versions(self):
        """The versions that the tests run with are those that are built."""
        for name, package in PACKAGES.items():
            with self.subTest(module=name):
                version = get_installed_version(package)
                self.assertRegex(self.modules[name]["sources"][0]["url"],
                                 rf"(?<![0-9.]){re.escape(version)}(?![0-9])")

    def test_licences(self):
        """Each part installs its own in a folder of its own."""
        for name, module in self.modules.items():
            with self.subTest(module=name):
                command, = module["post-install"]
                self.assertIn(f"/share/licenses/${{FLATPAK_ID}}/{name} ", command)
        self.assertTrue(self.modules["levman-review"]["post-install"][0].endswith(" COPYING"))

    def test_one_file(self):
        """A bundle has no room for the Dutch texts apart from the program."""
        self.assertIs(self.manifest["separate-locales"], False)

    def test_decimals(self):
        """A Dutch locale must not reach the numbers in a workbook."""
        self.assertIn("-DUSE_DTOA_LIBRARY=ON", self.modules["libxlsxwriter"]["config-opts"])


if __name__ == "__main__":
    unittest.main()
