#!/usr/bin/env python3
"""The commands as the shell sees them: words, streams, exit status, and what they do to files."""

import hashlib
import json
import shutil
import subprocess
import unittest
import zipfile

import openpyxl

from levman import Story, run

# Command: the words that it takes.
COMMANDS = {
    "example": ["voorbeeld.levman"], "status": ["register.levman"],
    "import": ["register.levman", "lijst.csv"], "step": ["register.levman", "freeze"],
    "report": ["register.levman"], "archive": ["register.levman", "archief"],
    "verify": ["archief"], "check": ["register.levman"],
    "backup": ["register.levman", "kopie.levman"], "restore": ["kopie.levman", "register.levman"],
    "history": ["register.levman"], "share": ["register.levman", "team"],
}
# Names that other programs take for something else.
HOSTILE = ["=1+1", "<b>&amp;\"'", "Grüße 😀👩‍👩‍👧 ﷽", "naam" * 10000, "../../etc/passwd", "CON",
           "-o uit.xlsx", "${HOME} $(id) %s%n", "rood \x1b[31m \x07 piep", "twee\nregels",
           "\u202eomgekeerd"]


class UsageTest(Story):
    def test_help(self):
        for words in (["--help"], ["-h"]):
            out = self.succeed(*words)
            for command in COMMANDS:
                self.assertIn(f"\n  {command} ", out)
        self.assertIn("Levman Review", self.succeed("--version"))
        for command in COMMANDS:
            for option in ("--help", "-h"):
                out = self.succeed(command, option)
                self.assertTrue(out.startswith(f"Gebruik: levman-review {command} "), out)
                self.assertIn("\nOpties:\n", out)
                self.assertLess(max(map(len, out.splitlines())), 140, out)

    def test_wrong_usage(self):
        self.fail_with(2, "onbekend", says=["‘onbekend’ is geen opdracht"])
        self.fail_with(2, "undo", self.database, says=["‘undo’ is geen opdracht"])
        self.assertEqual(self.run_program().status, 2)
        for command, words in COMMANDS.items():
            with self.subTest(command):
                self.fail_with(2, command, says=[] if command == "step" else ["De opdracht luidt"])
                self.fail_with(2, command, *words, "--onbekend", says=[f"{command} --help"])
                self.fail_with(2, command, *words[:-1], says=[command])
                if command != "step":
                    self.fail_with(2, command, *words, "teveel", says=[command])
        self.fail_with(2, "step", self.database, "onbekend", says=["‘onbekend’ is geen stap"])
        self.fail_with(2, "step", self.database, "person", "name=A", "leeftijd=3",
                       says=["‘leeftijd’"])
        self.fail_with(2, "step", self.database, "delete", "decision", "x", says=["‘decision’"])
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_missing_files(self):
        """What cannot be done is one line on stderr, in Dutch, and leaves nothing behind."""
        for command, words in COMMANDS.items():
            if command in ("example", "step"):
                continue
            with self.subTest(command):
                outcome = self.fail_with(1, command, *words)
                self.assertEqual((outcome.out, outcome.err.count("\n")), ("", 1), outcome)
        self.fail_with(1, "step", self.database, "--script", "geen.steps", says=["geen.steps"])
        self.assertEqual(list(self.folder.iterdir()), [])
        self.fail_with(1, "example", "geen/map/voorbeeld.levman", says=["geen/map"])

    def test_foreign_files(self):
        """A file that is no database stays as it is."""
        for content in (b"", b"naam;nummer\n", b"SQLite format 3\0" + bytes(5000)):
            self.database.write_bytes(content)
            (self.folder / "lijst.csv").write_text("naam\nA\n")
            for command in ("status", "import", "step", "report", "archive", "check", "backup",
                            "history"):
                with self.subTest(command, content=content[:20]):
                    self.fail_with(1, command, *COMMANDS[command], says=["register.levman"])
                    self.assertEqual(self.database.read_bytes(), content)
                    self.assertFalse((self.folder / "kopie.levman").exists())
            self.fail_with(1, "example", self.database, says=["register.levman"])
            self.assertEqual(self.database.read_bytes(), content)
            self.fail_with(1, "restore", self.database, "nieuw.levman", says=["register.levman"])
            self.assertFalse((self.folder / "nieuw.levman").exists())

    def test_output_that_is_there(self):
        """Nothing that exists is overwritten without being asked."""
        self.step("person", "name=Anna")
        other = self.folder / "ander.levman"
        other.write_bytes(b"van iemand anders")
        self.fail_with(1, "backup", self.database, other, says=["ander.levman", "bestaat"])
        self.fail_with(1, "example", self.database, says=["register.levman", "bestaat"])
        self.assertEqual(other.read_bytes(), b"van iemand anders")

        self.succeed("backup", self.database, "kopie.levman")
        self.step("person", "name=Bert")
        out = self.succeed("restore", "kopie.levman", self.database)
        aside = [path for path in self.folder.iterdir() if path.name in out]
        self.assertIn("opzij", out)
        self.assertEqual([entry["to"] for entry in self.read_json("history", "--field", "name")],
                         ["Anna"])
        self.assertTrue(any("Bert".encode() in path.read_bytes() for path in aside), out)

    def test_script(self):
        script = "# een begin\n\nas 'Marijke de Wit'\nat 2026-01-05T09:00\nperson name=Anna\n" \
                 "at 2026-01-06T09:00\nperson name='Bert de Vries'\n"
        self.succeed("step", self.database, "--script", "-", stdin=script.encode())
        history = self.read_json("history", "--field", "name")
        found = [(entry["author"], entry["moment"][:10], entry["to"]) for entry in history]
        self.assertEqual(found,
                         [("Marijke de Wit", "2026-01-05", "Anna"),
                          ("Marijke de Wit", "2026-01-06", "Bert de Vries")])
        (self.folder / "fout.steps").write_text("person name=Carla\nperson name=Dirk foto=x\n")
        self.fail_with(2, "step", self.database, "--script", "fout.steps",
                       says=["fout.steps, regel 2: ", "‘foto’"])
        self.fail_with(1, "step", self.database, "--script", "-", stdin=b"person 'name=\n",
                       says=["regel 1"])
        self.assertEqual(len(self.read_json("history", "--field", "name")), 3)

    def test_history(self):
        self.step("supplier", "name=Oude naam", "number=7", "--author", "Anna")
        [entry] = self.read_json("history", "--field", "name")
        self.step("supplier", "name=Oude naam", "country=België", "--author", "Bert")
        entries = self.read_json("history", "--record", entry["record"])
        self.assertEqual(sorted((item["author"], item["field"], item["to"]) for item in entries),
                         [("Anna", "name", "Oude naam"), ("Anna", "number", "7"),
                          ("Bert", "country", "België")])
        out = self.succeed("history", self.database, "--record", entry["record"])
        self.assertIn("Bert  Leverancier wijzigen\n  Oude naam: Land: ‘België’\n", out)
        self.fail_with(1, "history", self.database, "--record", "onbekend", says=["‘onbekend’"])


class ImportTest(Story):
    def write(self, text, encoding="utf-8"):
        content = text if isinstance(text, bytes) else text.encode(encoding)
        (self.folder / "lijst.csv").write_bytes(content)

    def read_suppliers(self):
        """The values that the fields of the register have now: {field: [values]}."""
        values = {}
        for entry in self.read_json("history"):
            if entry["kind"] != "handbook":
                values.setdefault(f"{entry['kind']}.{entry['field']}", []).append(entry["to"])
        return values

    def test_forms(self):
        """The same supplier, in every way in which people write it."""
        dutch = ["Leverancier", "Nummer", "Land", "Contractnummer", "Einddatum", "Jaarwaarde"]
        english = ["Supplier", "Supplier number", "Country", "Contract number", "End date",
                   "Yearly value"]
        row = ["Café Zuid; \"Noord\", BV", "L-1", "België", "C-1"]
        forms = [
            (dutch, "31-12-2026", "1.250,50", ";", "utf-8"),
            (dutch, "2026-12-31", "1250,5", ";", "cp1252"),
            (dutch, "31/12/2026", "€ 1.250,50", "\t", "utf-8-sig"),
            (english, "2026-12-31", "1250.50", ",", "utf-8"),
            (english, "1-1-2027", "1,250.50", ",", "utf-8-sig"),
            ([name.upper() for name in dutch], "01-01-2027", "1250,50", ";", "utf-16"),
        ]
        for i, (headings, date, amount, separator, encoding) in enumerate(forms):
            with self.subTest(headings=headings, date=date, amount=amount, encoding=encoding):
                self.database = self.folder / f"{i}.levman"
                cells = ['"{}"'.format(cell.replace('"', '""')) for cell in [*row, date, amount]]
                lines = [separator.join(headings), separator.join(cells), ""]
                self.write(("\r\n" if i % 2 else "\n").join(lines), encoding)
                self.assertIn("1 nieuw", self.succeed("import", self.database, "lijst.csv"))
                values = self.read_suppliers()
                self.assertEqual(values["supplier.name"], [row[0]])
                self.assertEqual(values["supplier.country"], ["België"])
                self.assertIn(values["contract.end"], (["31-12-2026"], ["01-01-2027"]))
                self.assertEqual(values["contract.yearly_value"], ["€ 1.250,50"])

    def test_again(self):
        """A second time known suppliers are updated, not added."""
        self.write("Naam;Nummer;Land\nEen;1;Nederland\nTwee;2;België\n")
        self.succeed("import", self.database, "lijst.csv")
        before = self.read_json("history")
        self.assertIn("0 nieuw, 0 gewijzigd, 2 ongewijzigd",
                      self.succeed("import", self.database, "lijst.csv"))
        self.assertEqual(self.read_json("history"), before)
        self.write("Nummer;Land;Naam\n2;Duitsland;Twee BV\n3;;Drie\n")
        out = self.succeed("import", self.database, "lijst.csv")
        self.assertIn("1 nieuw, 1 gewijzigd, 0 ongewijzigd", out)
        self.assertIn("Gewijzigd: Twee BV (", out)
        self.assertEqual(self.read_suppliers()["supplier.number"], ["1", "2", "3"])

    def test_errors(self):
        """All errors with line and column, and nothing imported; a new database does not stay."""
        self.write("Naam;Nummer;Einddatum;Jaarwaarde;A1;Contractmanager\n"
                   "Een;1;31-13-2027;1.2.3;9;Niemand\n;2;2027-12-31;5;;\nDrie;1;;;;\n")
        outcome = self.fail_with(1, "import", self.database, "lijst.csv", says=[
            "niets gewijzigd", "Regel 2, kolom 3 (‘Einddatum’): ",
            "Regel 2, kolom 4 (‘Jaarwaarde’)", "Regel 2, kolom 5 (‘A1’)",
            "Regel 2, kolom 6 (‘Contractmanager’)", "‘Niemand’", "Regel 3",
            "Regel 4, kolom 2 (‘Nummer’)"])
        self.assertEqual(outcome.out, "")
        self.assertFalse(self.database.exists())
        self.step("person", "name=Anna")
        before = self.read_json("history")
        self.fail_with(1, "import", self.database, "lijst.csv")
        self.assertEqual(self.read_json("history"), before)

        for content in (b"", b"\n\n", b"Kleur;Vorm\nrood;rond\n", b'Naam\n"zonder einde\n',
                        b"\x89PNG\r\n\x1a\n\0\0\0", b"PK\x03\x04" + bytes(range(256))):
            with self.subTest(content=content):
                self.write(content)
                self.fail_with(1, "import", self.database, "lijst.csv")
                self.assertEqual(self.read_json("history"), before)


class HostileTest(Story):
    """Names from outside go through import, report, archive and verify, and harm nothing."""

    def import_hostile(self):
        cells = ["\"{}\"".format(name.replace('"', '""')).encode() for name in HOSTILE]
        rows = [b"%b;N-%d;%b" % (cell, i, cell) for i, cell in enumerate(cells)]
        (self.folder / "lijst.csv").write_bytes(b"Naam;Nummer;Notities\n" + b"\n".join(rows))
        self.succeed("import", self.database, "lijst.csv")
        (self.folder / "kapot.csv").write_bytes(b"Naam;Nummer\nKapot \x81\xff\xfe naam;K-1\n")
        outcome = self.run_program("import", self.database, "kapot.csv")
        self.assertEqual(outcome.status, 0, outcome)

    def drive(self):
        """The shortest round with all of them: each profile complete, every action refused."""
        self.step("person", "name=Anna <b>=2", "management-team=ja")
        self.step("start", "title=R/1 <=2>: 😀", "coordinator=Anna <b>=2", "from=2026-01-01",
                  "until=2026-12-31", "line=99")
        numbers = [f"N-{i}" for i in range(len(HOSTILE))] + ["K-1"]
        person = "\"Anna <b>=2\""
        lines = [f"choose {number} manager={person} owner={person} level-manager={person}"
                 for number in numbers] + ["selected"]
        criteria = " ".join(f"{letter}{i}=3" for letter, count in (("C", 10), ("I", 11))
                            for i in range(1, count + 1))
        for number in numbers:
            lines += [f"answer {number} {question} no explanation='=HYPERLINK(\"x\") <i>'"
                      for question in (1, 2)]
            lines += [f"assess {number} {criteria} note='+1 @x'", f"participants {number} {person}"]
        lines += ["meeting date=2026-11-23T10:00 place='=1'", "invite all", "planned", "freeze"]
        lines += [f"present {number}" for number in numbers]
        self.succeed("step", self.database, "--script", "-", stdin="\n".join(lines).encode())
        return numbers

    def check_report(self):
        self.succeed("report", self.database, "-o", "rapport.xlsx", "--all")
        book = openpyxl.load_workbook(self.folder / "rapport.xlsx")
        cells = [cell for row in book["Leveranciers"].iter_rows() for cell in row]
        texts = {cell.value.replace("_x005F_", "_") for cell in cells
                 if isinstance(cell.value, str) and cell.data_type != "f"}
        for name in HOSTILE[:3]:
            self.assertIn(name, texts)
        self.assertTrue(any(text.startswith("naamnaam") for text in texts))
        subprocess.run(["ssconvert", "rapport.xlsx", "rapport.csv"], cwd=self.folder, check=True,
                       capture_output=True)
        for text in ("=1+1", "<b>&amp;"):
            subprocess.run(["ssconvert", "-S", "rapport.xlsx", "blad%n.csv"], cwd=self.folder,
                           check=True, capture_output=True)
            self.assertTrue(any(text in path.read_text() for path in self.folder.glob("blad*.csv")))

    def test_hostile(self):
        self.import_hostile()
        numbers = self.drive()
        self.check_report()
        out = self.succeed("status", self.database)
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\x07", out)
        before = set(self.folder.iterdir())
        self.succeed("archive", self.database, "archief")
        self.assertEqual(set(self.folder.iterdir()) - before, {self.folder / "archief"})
        packages = list((self.folder / "archief").rglob("*.zip"))
        self.assertEqual(len(packages), len(numbers))
        for package in packages:
            self.assertIsNone(zipfile.ZipFile(package).testzip())
        self.succeed("verify", "archief")
        self.assertTrue(self.read_json("check")["right"])
        self.step("close")
        self.succeed("archive", self.database, "tweede")
        self.succeed("verify", "tweede")

    def test_invalid_bytes_in_arguments(self):
        self.step("person", b"name=Anna \xff", b"email=a\xc3@example.org")
        self.assertEqual(len(self.read_json("history", "--field", "name")), 1)
        for words in ([b"st\xfftus"], [b"status", b"n\xfft.levman"],
                      [b"step", b"x.levman", b"\xff"],
                      [b"status", bytes(self.database), b"--review", b"\xc3\x28"]):
            outcome = run(*words, folder=self.folder)  # decodes both streams as UTF-8
            self.assertIn(outcome.status, (1, 2), outcome)


class VerifyTest(Story):
    """What `verify` says after files were really changed."""

    def setUp(self):
        super().setUp()
        self.make_example()
        archive = self.folder / "register.levman-archief"
        self.package = sorted(archive.rglob("*.zip"))[0]
        self.dossier = self.package.with_suffix("")
        if not self.dossier.is_dir():
            self.dossier = self.package.parent
        self.archive = archive

    def read_verdicts(self, status):
        outcome = self.run_program("verify", self.archive, "--json")
        self.assertEqual(outcome.status, status, outcome)
        return json.loads(outcome.out)

    def test_right(self):
        self.assertTrue(self.read_verdicts(0))
        self.assertRegex(self.succeed("verify", self.archive), r"juist: \d+")

    def test_altered(self):
        """A workbook that a storage rewrote is told from one whose content changed."""
        path = next(self.dossier.rglob("*.xlsx"))
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for name, content in parts.items():
                new.writestr(name, content)
        outcome = self.run_program("verify", self.archive)
        self.assertIn("aangepast door de opslag", outcome.out, outcome)
        self.assertIn(path.name, outcome.out)

    def test_changed(self):
        path = next(self.dossier.rglob("*.json"))
        path.write_text(path.read_text().replace("a", "o", 1))
        outcome = self.fail_with(1, "verify", self.archive, says=["niet wat er is geschreven"])
        self.assertRegex(outcome.out, f"inhoud gewijzigd: .*{path.name}")

    def test_missing(self):
        path = next(self.dossier.rglob("*.xlsx"))
        path.unlink()
        outcome = self.run_program("verify", self.archive)
        self.assertIn("ontbreekt", outcome.out, outcome)
        self.assertIn(path.name, outcome.out)
        shutil.copy(self.package, self.folder / "bewaard.zip")
        self.package.unlink()
        outcome = self.fail_with(1, "verify", self.archive)
        self.assertIn(self.package.name, outcome.out)

    def test_manifest(self):
        """The manifest is one that sha256sum accepts, and a name in it stays inside its folder."""
        manifest = next(self.dossier.rglob("manifest.sha256"))
        subprocess.run(["sha256sum", "-c", "--quiet", manifest.name], cwd=manifest.parent,
                       check=True)
        digest = hashlib.sha256(b"").hexdigest()
        manifest.write_text(manifest.read_text() + f"{digest}  ../../../buiten\n")
        self.assertEqual(self.run_program("verify", self.archive).status, 1)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
