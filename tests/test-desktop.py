"""What the desktop knows of the application: its kinds of files, and what software centres show."""

import os
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from levman import SOURCE, Story

DATA = SOURCE / "data"
NAME = "nl.levman.Review"
SCREENSHOT = (1000, 700)


class Files(Story):
    """What the files of the application are taken for, whatever they are called."""

    def setUp(self):
        super().setUp()
        packages = self.folder / "share/mime/packages"
        packages.mkdir(parents=True)
        for source in (DATA / f"{NAME}.xml", Path("/usr/share/mime/packages/freedesktop.org.xml")):
            shutil.copy(source, packages)
        subprocess.run(["update-mime-database", packages.parent], check=True,
                       capture_output=True)

    def get_type(self, path):
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "share"),
                           XDG_DATA_DIRS=str(self.folder / "share"), LC_ALL="nl_NL.UTF-8")
        lines = subprocess.run(["gio", "info", "-a", "standard::content-type,standard::icon", path],
                               check=True, capture_output=True, text=True, env=environment).stdout
        return dict(line.strip().partition(": ")[::2] for line in lines.splitlines())

    def test_types(self):
        self.make_example()
        shutil.copy(self.database, self.folder / "naamloos")
        shutil.copy(DATA / "handbook.ini", self.folder / "Levman Handboek.ini")
        for path, kind, icon in ((self.database, "review", "database"),
                                 (self.folder / "naamloos", "review", "database"),
                                 (self.folder / "Levman Handboek.ini", "review.handbook",
                                  "handbook")):
            with self.subTest(path.name):
                found = self.get_type(path)
                self.assertEqual(found["standard::content-type"], f"application/vnd.levman.{kind}")
                self.assertIn(f"{NAME}-{icon}", found["standard::icon"])
                self.assertTrue((DATA / f"icons/{NAME}-{icon}.svg").is_file())

    def test_others(self):
        """Files of others stay what they are."""
        (self.folder / "lijst.ini").write_text("[desktop]\nx=1\n")
        shutil.make_archive(str(self.folder / "map"), "zip", SOURCE / "data", "icons")
        for name in ("lijst.ini", "map.zip"):
            self.assertNotIn("levman", self.get_type(self.folder / name)["standard::content-type"])


class Metainfo(unittest.TestCase):
    def setUp(self):
        self.root = ElementTree.parse(DATA / f"{NAME}.metainfo.xml").getroot()

    def test_screenshots(self):
        """Five pictures, as the tests make them, each with what it shows in both languages."""
        screenshots = self.root.findall("screenshots/screenshot")
        self.assertEqual(len(screenshots), 5)
        self.assertEqual(screenshots[0].get("type"), "default")
        for screenshot in screenshots:
            image = screenshot.find("image")
            path = DATA / "pictures" / image.text.rpartition("/")[2]
            with self.subTest(path.name):
                self.assertEqual((int(image.get("width")), int(image.get("height"))), SCREENSHOT)
                self.assertEqual(struct.unpack(">II", path.read_bytes()[16:24]), SCREENSHOT)
                self.assertEqual(len(screenshot.findall("caption")), 2)

    def test_languages(self):
        """Every text in English has one in Dutch behind it."""
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        for parent in self.root.iter():
            texts = [child for child in parent if child.tag in ("p", "li", "caption", "summary")]
            languages = [child.get(language) for child in texts]
            self.assertEqual(languages, [None, "nl"] * (len(texts) // 2), parent.tag)


if __name__ == "__main__":
    unittest.main()
