"""The template of a team: its title, name, colour and logo in the report, slides and documents.

The logo is a picture from anywhere: what is no picture, or too large, is refused, and what is kept
is drawn anew.
"""

import base64
import re
import struct
import subprocess
import unittest
import warnings
import zipfile
import zlib

import openpyxl
from levman import Story

warnings.simplefilter("ignore")

ORGANISATION, TITLE, ACCENT = "Gemeente Noorderveen", "Leveranciersrisico’s", "#7a1f5f"

# 24 by 16 pixels in grey.
JPEG = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAGRFS1hLP2RYUVhxamR3lvqjloqKlv/b57X6////////"
    "////////////////////////////////////////////wAALCAAQABgBAREA/8QAFgABAQEAAAAA"
    "AAAAAAAAAAAAAAME/8QAFRABAQAAAAAAAAAAAAAAAAAAABP/2gAIAQEAAD8ArQoUZaFCj//Z")


def make_png(width, height, extra=b""):
    """A red picture; @extra is a chunk of text in it."""
    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content +
                struct.pack(">I", zlib.crc32(kind + content)))

    lines = (b"\0" + b"\xc0\x20\x30" * width) * height
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            (chunk(b"tEXt", b"Comment\0" + extra) if extra else b"") +
            chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


def read_text(path):
    return subprocess.run(["pdftotext", path, "-"], check=True,
                          capture_output=True).stdout.decode()


class Template(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        self.logo = self.folder / "logo.png"
        self.logo.write_bytes(make_png(900, 300, b"geheim"))

    def choose(self):
        self.step("template", f"title={TITLE}", f"organisation={ORGANISATION}",
                  f"accent={ACCENT}", f"logo={self.logo}")

    def write(self, command, name, *words):
        path = self.folder / name
        self.succeed(command, self.database, "-o", path, *words)
        return path

    def test_report(self):
        self.choose()
        path = self.write("report", "a.xlsx")
        book = openpyxl.load_workbook(path)
        summary = book["Samenvatting"]
        self.assertEqual(summary["A1"].value, f"{TITLE} 2026-2")
        header = summary.oddHeader
        self.assertIn(ORGANISATION, "".join(part.text or "" for part in
                                            (header.left, header.center, header.right)))
        self.assertEqual(book.properties.title, f"{TITLE} 2026-2")
        self.assertEqual(summary["A1"].font.color.rgb, "FF" + ACCENT[1:].upper())
        with zipfile.ZipFile(path) as package:
            [picture] = [name for name in package.namelist() if name.startswith("xl/media/")]
            kept = package.read(picture)
            charts = b"".join(package.read(name) for name in package.namelist()
                              if name.startswith("xl/charts/"))
        self.assertLessEqual(max(struct.unpack(">II", kept[16:24])), 480)
        self.assertNotIn(b"geheim", kept)
        self.assertIn(ACCENT[1:].upper().encode(), charts)
        self.assertNotIn(b"1F4E5F", charts)
        self.assertEqual(path.read_bytes(), self.write("report", "b.xlsx").read_bytes())

    def test_documents(self):
        self.choose()
        for command, words in (("slides", ()), ("minutes", ()),
                               ("profile", ("--supplier", "Waterland Datacenters"))):
            path = self.write(command, f"{command}.pdf", *words)
            pictures = subprocess.run(["pdfimages", "-list", path], check=True,
                                      capture_output=True).stdout.decode().splitlines()[2:]
            self.assertGreater(len(pictures), 0, command)
            if command != "slides":
                self.assertIn(ORGANISATION, read_text(path))
            again = self.write(command, f"{command}-2.pdf", *words)
            self.assertEqual(path.read_bytes(), again.read_bytes(), command)

    def test_refused(self):
        """Nothing that is no picture, and no colour on which white cannot be read."""
        bad = self.folder / "bad.png"
        for content, reason in (
                (b"", "geen PNG"), (b"GIF89a" + b"\0" * 100, "geen PNG"),
                (b"Beste collega,\n" * 20, "geen PNG"),
                (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen PNG"),
                (b"\xff\xd8\xff\xe0" + b"\0" * 200, "beschadigd"),
                (make_png(5000, 2), "te veel pixels"),
                (make_png(20, 20) + b"\0" * (2 * 1024 * 1024), "te groot")):
            bad.write_bytes(content)
            self.refuse("template", f"logo={bad}", says=["PNG", "JPEG", "2 MB", reason])
        self.refuse("template", "accent=#ffff00", says=["donkerder"])
        self.refuse("template", "accent=rood", says=["#1f4e5f"])
        self.refuse("template", f"logo={self.folder / 'nergens'}")

    def test_cut_off(self):
        """A picture of which the end is missing, wherever it was cut, or with a wrong byte."""
        bad = self.folder / "bad.png"
        for whole in (make_png(200, 100), base64.b64decode(JPEG)):
            for size in range(16, len(whole), max(1, len(whole) // 4)):
                bad.write_bytes(whole[:size])
                self.refuse("template", f"logo={bad}", says=["beschadigd of niet volledig"])
            bad.write_bytes(whole)
            self.step("template", f"logo={bad}")
        damaged = bytearray(make_png(200, 100))
        damaged[len(damaged) // 2] ^= 0x10
        bad.write_bytes(damaged)
        self.refuse("template", f"logo={bad}", says=["beschadigd of niet volledig"])

    def test_history(self):
        """The history says that there is a picture, and does not show its bytes."""
        self.choose()
        lines = self.succeed("history", self.database)
        self.assertIn("een afbeelding", lines)
        self.assertIsNone(re.search(r"iVBORw0KGgo", lines))


if __name__ == "__main__":
    unittest.main()
