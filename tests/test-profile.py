#!/usr/bin/env python3
"""The risk profile as PDF, read by poppler: every answer is there, also of sixty risks and of texts
that are longer than a page; the same profile gives the same file."""

import contextlib
import re
import sqlite3
import subprocess
import unittest

from levman import Story

SUPPLIER = "Waterland Datacenters"
# What is typed in each table, and which rows belong to a dossier.
OF_DOSSIER = "dossier = ?"
OF_ASSESSMENT = "assessment IN (SELECT id FROM assessment WHERE dossier = ?)"
OF_ACTION = "action IN (SELECT id FROM action WHERE dossier = ?)"
TEXTS = {
    "risk": (OF_DOSSIER, ["cause", "event", "consequence", "acceptance"]),
    "assessment": (OF_DOSSIER, ["note"]),
    "key_answer": (OF_DOSSIER, ["explanation"]),
    "action": (OF_DOSSIER, ["title", "result"]),
    "evidence": (OF_ASSESSMENT, ["name", "link"]),
    "decision": (OF_ACTION, ["reason"]),
}


def squeeze(text):
    """Without white space, where lines and columns are broken."""
    return re.sub(r"\s+", "", text)


class ProfileTest(Story):
    def setUp(self):
        super().setUp()
        self.make_example()

    def write(self, name="profiel.pdf", supplier=SUPPLIER):
        out = self.succeed("profile", self.database, "--supplier", supplier, "-o", name)
        self.assertEqual(out, f"Risicoprofiel: {name}\n")
        return self.folder / name

    def read(self, path, *options):
        return subprocess.run(["pdftotext", *options, path, "-"], check=True,
                              capture_output=True).stdout.decode()

    def count_pages(self, path):
        info = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode()
        self.assertRegex(info, r"Page size: +595\.28 x 841\.89 pts \(A4\)")
        return int(re.search(r"Pages: +(\d+)", info)[1])

    def list_texts(self, dossier):
        """What was typed in the profile @dossier, as it lies in the tables."""
        with contextlib.closing(sqlite3.connect(self.database)) as store:
            for kind, (owner, fields) in TEXTS.items():
                for field in fields:
                    yield from ((kind, field, text) for text, in store.execute(
                        f"SELECT {field} FROM {kind} WHERE {owner} AND ifnull (deleted, 0) = 0 "
                        f"AND {field} <> ''", (dossier,)))

    def test_answers(self):
        """What was typed in the profiles of the round is in their documents, word for word."""
        with contextlib.closing(sqlite3.connect(self.database)) as store:
            dossiers = store.execute(
                "SELECT dossier.id, supplier.name FROM dossier "
                "JOIN supplier ON supplier.id = dossier.supplier "
                "JOIN review ON review.id = dossier.review "
                "WHERE review.title = 'Review 2026-2' AND dossier.chosen").fetchall()
        self.assertEqual(len(dossiers), 7)
        checked = 0
        for dossier, name in dossiers:
            text = squeeze(self.read(self.write(supplier=name), "-raw"))
            for kind, field, answer in self.list_texts(dossier):
                self.assertIn(squeeze(answer), text, (name, kind, field))
                checked += 1
        self.assertGreater(checked, 150)

    def test_long(self):
        """Sixty risks, and one text of more than two pages: nothing is cut off."""
        words = [f"woord{number:04d}" for number in range(2500)]
        lines = [f'risk "{SUPPLIER}" criterion=C1 cause="oorzaak{number:02d}" '
                 f'event="gebeurtenis{number:02d}" consequence="gevolg{number:02d}" '
                 f'likelihood={number % 5 + 1} impact={number % 4 + 1} residual-likelihood=1 '
                 f'residual-impact=1 treatment=reduce confidence=low' for number in range(60)]
        lines.append(f'assess "{SUPPLIER}" C2=3 note="{" ".join(words)}"')
        lines.append(f'assess "{SUPPLIER}" C3=3 note="{"aaneengeschreven" * 60}"')
        self.succeed("step", self.database, "--script", "-", stdin="\n".join(lines).encode())

        path = self.write()
        pages = self.count_pages(path)
        self.assertGreater(pages, 10)
        text = self.read(path, "-raw")
        for number in range(60):
            for word in ("oorzaak", "gebeurtenis", "gevolg"):
                self.assertEqual(len(re.findall(f"{word}{number:02d}\\b", text)), 1)
        self.assertEqual(re.findall(r"woord\d{4}", text), words)
        self.assertIn("aaneengeschreven" * 60, squeeze(text))
        for page in range(1, pages + 1):
            sheet = self.read(path, "-f", str(page), "-l", str(page))
            self.assertIn(f"Pagina {page} van {pages}", sheet)
            self.assertIn("Leverancier Risicoprofiel", sheet)
        # The heading of a table comes again on each page that the table goes on to.
        self.assertEqual(text.count("Criteria continuïteit (vervolg)"),
                         text.count("Code Criterium Nu Vorig Trend Toelichting") - 2)

    def test_inside(self):
        """No word lies outside of the page, or of its margins."""
        path = self.write()
        boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True,
                               capture_output=True).stdout.decode()
        found = re.findall(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"',
                           boxes)
        self.assertGreater(len(found), 500)
        for box in found:
            left, top, right, bottom = map(float, box)
            self.assertTrue(39 <= left < right <= 556.5 and 30 <= top < bottom <= 830, box)

    def test_same(self):
        """The same profile at the same moment gives the same bytes; another moment does not."""
        first = self.write("een.pdf").read_bytes()
        self.assertEqual(first, self.write("twee.pdf").read_bytes())
        self.now = "2026-11-24T09:00:00Z"
        self.assertNotEqual(first, self.write("drie.pdf").read_bytes())

    def test_refused(self):
        self.fail_with(2, "profile", self.database, says=["--supplier"])
        self.fail_with(1, "profile", self.database, "--supplier", "Niemand", says=["Niemand"])
        self.fail_with(1, "profile", self.database, "--supplier", "Grutto Print",
                       says=["Grutto Print", "ronde"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
