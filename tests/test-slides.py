"""The slides for the MT meeting as a PDF, read back by poppler."""

import email
import email.policy
import subprocess
import unittest

from levman import SOURCE, Story

class Slides(Story):
    now = "2026-11-05T08:00:00Z"

    def play(self, name, until=None):
        text = (SOURCE / "data/example" / name).read_text().split(until or "\0")[0]
        path = self.folder / name
        path.write_text(text)
        self.succeed("step", self.database, "--script", path)

    def write(self, name="slides.pdf"):
        path = self.folder / name
        self.succeed("slides", self.database, "-o", path)
        return path

    @staticmethod
    def read(path):
        """The text of each slide, its lines on one."""
        text = subprocess.run(["pdftotext", "-raw", path, "-"], check=True,
                              capture_output=True).stdout.decode()
        return [" ".join(page.split()) for page in text.split("\f")[:-1]]

    def begin(self):
        self.play("10-register.steps")
        self.play("20-review-2025-2.steps", until="# Step 6: decide")

    def test_before(self):
        """Every supplier and every action has a slide that asks for a decision."""
        self.begin()
        pages = self.read(self.write())
        state = self.read_json("status")
        actions = [action for dossier in state["dossiers"] for action in dossier["actions"]]
        self.assertGreater(len(actions), 3)
        self.assertIn(f"{len(actions)} besluiten gevraagd", pages[0])
        self.assertIn("Vandaag gevraagd", pages[1])
        for dossier in state["dossiers"]:
            self.assertIn(dossier["supplier"], pages[1])
            self.assertTrue(any(page.startswith(dossier["supplier"] + ":") and
                                "Slechtste criteria" in page for page in pages))
        for action in actions:
            asked = [page for page in pages
                     if page.startswith("Besluit gevraagd: " + action["title"])]
            self.assertEqual(len(asked), 1, action["title"])
            self.assertIn("bevroren op", asked[0])
            self.assertIn("Nog niet besloten", asked[0])
        for number, page in enumerate(pages, 1):
            self.assertIn(f"{number} van {len(pages)}", page)

    def test_after(self):
        """What was decided stands on the slide of the action and on the last ones."""
        path = self.folder / "example.levman"
        self.succeed("example", path)
        self.database = path
        pages = self.read(self.write())
        refused = next(page for page in pages if page.startswith("Niet nemen: Tweede locatie"))
        for text in ("Kosten staan niet in verhouding", "Ingrid Scholten", "31 december 2027",
                     "vastgelegd: MT, bij monde van I. Scholten op 5 november 2026",
                     "sindsdien gewijzigd"):
            self.assertIn(text, refused)
        self.assertTrue(pages[-1].startswith("Besloten: 14 wel nemen, 3 niet nemen"), pages[-1])
        self.assertIn("geen besluiten meer open", pages[0])

    def test_minutes(self):
        """Who was there, and each decision with its reason, its acceptor and its version."""
        self.database = self.folder / "example.levman"
        self.succeed("example", self.database)
        path = self.folder / "minutes.pdf"
        self.succeed("minutes", self.database, "-o", path)
        text = " ".join(self.read(path))
        for part in ("Ruud Kuipers", "Waterland Datacenters", "A12 Tweede locatie voor back-up",
                     "Kosten staan niet in verhouding", "✗ niet nemen",
                     "14 nemen, 3 niet nemen, 0 nog open",
                     "Ingrid Scholten tot en met 31 december 2027", "profiel versie 1 van"):
            self.assertIn(part, text)

    def test_minutes_mail(self):
        """The decisions in a mail to everyone who was invited or there, with the PDF."""
        self.make_example()
        path = self.folder / "besluiten.eml"
        self.succeed("minutes", self.database, "--mail", path)
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        self.assertEqual([part.defects for part in message.walk() if part.defects], [])
        self.assertEqual(message["Subject"], "Besluitenlijst Review 2026-2")
        people = [address.display_name for address in message["To"].addresses]
        self.assertIn("Ingrid Scholten", people)
        self.assertNotIn(message["From"].addresses[0].display_name, people)
        self.assertEqual(len(people), len(set(people)))
        text = message.get_body(("plain",)).get_content()
        for part in ("Aanwezig: ", "✗ niet nemen: A12 Tweede locatie voor back-up",
                     "   Kosten staan niet in verhouding", "   Restrisico geaccepteerd door "
                     "Ingrid Scholten tot en met 31 december 2027", "✓ nemen: "):
            self.assertIn(part, text)
        [attached] = message.iter_attachments()
        self.assertEqual(attached.get_filename(), "Besluitenlijst Review 2026-2.pdf")
        document = self.folder / "minutes.pdf"
        self.succeed("minutes", self.database, "-o", document)
        self.assertEqual(attached.get_content(), document.read_bytes())
        again = self.folder / "again.eml"
        self.succeed("minutes", self.database, "--mail", again)
        self.assertEqual(again.read_bytes(), path.read_bytes())

    def test_same_bytes(self):
        self.begin()
        self.assertEqual(self.write("a.pdf").read_bytes(), self.write("b.pdf").read_bytes())

    def test_empty_round(self):
        """A round in which nothing is there yet gives slides that say so."""
        self.step("person", "name=Marijke de Wit", "contract-manager=yes")
        self.step("start", "title=Review 2027-1", "coordinator=Marijke de Wit",
                  "from=2027-01-01", "until=2027-06-30")
        pages = self.read(self.write())
        self.assertIn("0 leveranciers", pages[0])
        self.assertIn("Geen kritieke of hoge risico’s", pages[1])
        self.assertIn("Er zijn geen acties voorgesteld", pages[-1])

    def test_refused(self):
        self.begin()
        outcome = self.run_program("slides", self.database, "-o", self.folder / "no" / "a.pdf")
        self.assertEqual(outcome.status, 1)
        outcome = self.run_program("slides", self.database, "--review", "Bestaat niet")
        self.assertEqual(outcome.status, 1)
        self.assertIn("Bestaat niet", outcome.err)


if __name__ == "__main__":
    unittest.main()
