#!/usr/bin/env python3
"""Everything that leaves the program is Dutch, in every locale, and the same in each.

Every command and every help text is run in each locale, also where it fails, and the words in the
report and the archive are read. None of the English strings of the sources may stand in any of it.
"""

import functools
import gettext
import os
import re
import unittest
import zipfile
from pathlib import Path

from levman import UNSET, Story

LOCALES = ["C", "nl_NL.UTF-8", "C.UTF-8", "en_US.UTF-8", UNSET]
WITH_STEPS = LOCALES[:2]  # the refused steps are many
COMMANDS = ["example", "status", "import", "step", "report", "archive", "verify", "check",
            "backup", "restore", "history"]
SHORTEST = 12  # what is shorter can be in a name, or the same in Dutch
# What libraries say in English.
FOREIGN = ["No such file", "Is a directory", "Not a directory", "Permission denied", "Failed to",
           "not a database", "Error opening", "Unknown option", "Missing argument"]

# Every way of running a command on `r.levman`, a new example; the order matters.
RUNS = [
    ["example", "r.levman"], ["status", "r.levman"], ["status", "r.levman", "--missing"],
    ["status", "r.levman", "--json"], ["status", "r.levman", "--selection"],
    ["status", "r.levman", "--supplier", "L-003"], ["status", "r.levman", "--supplier", "L-006"],
    ["status", "r.levman", "--review", "Review 2025-2"], ["status", "r.levman", "--review", "x"],
    ["status", "geen.levman"], ["status", "lijst.csv"], ["status", "map"], ["status", "--x"],
    ["import", "r.levman", "lijst.csv"], ["import", "r.levman", "lijst.csv"],
    ["import", "r.levman", "fout.csv"], ["import", "r.levman", "geen.csv"],
    ["import", "r.levman", "map"], ["import", "r.levman", "leeg.csv"],
    ["report", "r.levman", "-o", "rapport.xlsx"], ["report", "r.levman", "-o", "geen/x.xlsx"],
    ["report", "r.levman", "--all"], ["archive", "r.levman", "archief"],
    ["archive", "r.levman", "lijst.csv"], ["archive", "r.levman", "archief", "--review",
                                           "Review 2026-1"],
    ["verify", "archief"], ["verify", "archief", "--json"], ["verify", "map"], ["verify", "geen"],
    ["verify", "lijst.csv"], ["check", "r.levman"], ["check", "r.levman", "--json"],
    ["check", "geen.levman"], ["backup", "r.levman", "kopie.levman"],
    ["backup", "r.levman", "kopie.levman"], ["backup", "r.levman", "geen/kopie.levman"],
    ["restore", "kopie.levman", "r.levman"], ["restore", "lijst.csv", "r.levman"],
    ["history", "r.levman"], ["history", "r.levman", "--json"],
    ["history", "r.levman", "--record", "x"], ["example", "r.levman"], ["onbekend"], [],
]
# A step of each kind that is refused.
STEPS = [
    ["onbekend"], ["start"], ["start", "title=x", "entry=y"], ["round", "coordinator=y"],
    ["round", "from=morgen"], ["round", "kleur=rood"], ["choose", "L-012"], ["choose", "y"],
    ["selected", "x"], ["answer", "L-001", "1", "y"], ["answer", "L-001", "9", "ja"],
    ["answer", "L-012", "1", "ja"], ["assess", "L-001", "C1=9"], ["assess", "L-001", "X1=1"],
    ["confirm", "L-001", "X1"], ["evidence", "L-001", "X1"], ["evidence", "A99"],
    ["risk", "L-001", "update=X1"], ["risk", "L-001", "update=R07"], ["drop-risk", "L-001"],
    ["action", "L-001", "update=A01"], ["action", "L-001", "due=y"], ["drop-action", "A01"],
    ["stakeholder", "L-001"], ["stakeholder", "L-001", "person=y"], ["participants", "L-001", "y"],
    ["freeze"], ["present", "L-001"], ["invite", "y"], ["decide", "A01"], ["decide", "A01", "y"],
    ["decide", "A16", "nee"], ["decide", "A01", "ja", "by=Karin Postma"], ["agree", "A16"],
    ["agree", "A06", "channel=duif"], ["status", "A16", "text=x"], ["status", "A08", "progress=y"],
    ["status", "A08"], ["status", "A08", "text=x", "progress=101"], ["done", "A08", "ja"],
    ["done", "A11", "nee"], ["feedback", "A07"], ["feedback", "A07", "form=y"],
    ["finish", "A01", "nee"], ["inform", "A13"], ["archive", "L-001"],
    ["archive", "L-001", "folder=archief"], ["archive", "L-008", "folder=lijst.csv"], ["close"],
    ["update-profile", "L-008", "x=1"], ["delete"], ["delete", "decision", "x"],
    ["delete", "supplier", "y"], ["criticality", "L-001", "Z1=1"], ["person"], ["person", "a=b"],
    ["contract", "L-001", "number=C-2022-014", "value=veel"],
    ["service", "L-001", "name=x", "owner=y"], ["calendar", "title=x", "recurrence=soms"],
]


def list_english():
    """The literal parts of the source strings, as far as their translation differs."""
    path = Path(os.environ["LEVMAN_LOCALEDIR"]) / "nl/LC_MESSAGES/levman-review.mo"
    with open(path, "rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    catalogue = {key[0] if isinstance(key, tuple) else key: text
                 for key, text in catalogue.items() if key}
    dutch = "\n".join(catalogue.values())
    parts = {part.strip() for english, text in catalogue.items() if english != text
             for part in re.split(r"%\d*[a-z]|\n", english)}
    return sorted(part for part in parts
                  if len(part) > SHORTEST and re.search("[a-z]{3}", part) and part not in dutch)


class DutchTest(Story):
    def setUp(self):
        super().setUp()
        self.english = list_english()
        self.assertGreater(len(self.english), 300)

    def check_dutch(self, where, text):
        found = [part for part in [*self.english, *FOREIGN] if part in text]
        self.assertEqual(found, [], f"English in {where}\n{text[:1000]}")

    def run_all(self, folder, locale):
        """Everything that the program says, as (words, output)."""
        folder.mkdir()
        (folder / "map").mkdir()
        (folder / "leeg.csv").write_bytes(b"")
        (folder / "lijst.csv").write_bytes("Naam;Nummer;Einddatum\nÉén;N-1;31-12-2027\n".encode())
        (folder / "fout.csv").write_text("Naam;Nummer;Einddatum;Kleur\nA;N-1;x;y\nB;N-1;;\n")
        self.folder = folder
        said = []
        runs = [[command, "--help"] for command in COMMANDS] + [["--help"]] + RUNS[:2] \
            + RUNS[2:]
        if locale in WITH_STEPS:
            runs += [["step", "r.levman", *words] for words in STEPS]
        for words in runs:
            outcome = self.run_program(*words, locale=locale)
            self.assertNotIn(outcome.status, (-5, -6, -11), outcome)
            if words[:1] == ["step"] and "--help" not in words:
                self.assertIn(outcome.status, (1, 2), outcome)
            said.append((" ".join(words), outcome.status, outcome.out, outcome.err))
        return said

    def read_files(self, folder):
        """The names and texts of what was written, by where they stand."""
        texts = {}
        for path in folder.rglob("*"):
            texts[f"name of {path.relative_to(folder)}"] = path.name
            if path.suffix == ".json":
                texts[str(path.relative_to(folder))] = path.read_text()
            if path.suffix in (".xlsx", ".zip"):
                with zipfile.ZipFile(path) as package:
                    for name in package.namelist():
                        texts[f"name in {path.name}"] = name
                        if name.endswith((".xml", ".json")):
                            texts[f"{path.name}: {name}"] = package.read(name).decode()
        return texts

    def test_dutch(self):
        top, first = self.folder, None
        for i, locale in enumerate(LOCALES):
            label = "no locale" if locale is UNSET else locale
            folder = top / f"map{i}"
            said = self.run_all(folder, locale)
            files = self.read_files(folder)
            if first is None:
                first = said, files
                for words, _status, out, err in said:
                    self.check_dutch(f"‘levman-review {words}’", out)
                    self.check_dutch(f"‘levman-review {words}’", err)
                for where, text in files.items():
                    self.check_dutch(where, text)
            for one, other in zip(first[0], said):
                self.assertEqual(self.mask(one, 0), self.mask(other, i), f"differs in {label}")
            self.assertEqual(self.mask_files(first[1]), self.mask_files(files), label)

    def mask(self, said, number):
        """@said without what is different each time: moments, identifiers and the folder."""
        return [self.mask_text(str(part)).replace(f"map{number}/", "map/") for part in said]

    def mask_files(self, files):
        return {self.mask_text(where): self.mask_text(text) for where, text in files.items()
                if ".levman" not in where}

    @staticmethod
    @functools.cache
    def mask_text(text):
        for pattern in (r"\b[0-9a-f]{64}\b", r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b",
                        r"\d{8}-\d{6}[-\w]*"):
            text = re.sub(pattern, "·", text)
        return text


if __name__ == "__main__":
    unittest.main(verbosity=2)
