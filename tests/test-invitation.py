"""The invitation for the MT meeting, read by other people's parsers.

Python's email package reads the mail, icalendar and libical's own parser the calendar text; the
dates are compared with those of Python's own time zones.
"""

import email
import email.policy
import unittest
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import gi
import icalendar
from levman import Story

gi.require_version("ICalGLib", "3.0")

from gi.repository import ICalGLib  # noqa: E402

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
COORDINATOR = "Marijke de Wit"
HOSTILE = [
    ("Jansen, de; Vries: \"Kees\"", "kees@noorderveen.example"),
    ("Eén\nBcc: dief@elders.example", "een@noorderveen.example"),
    ("Naam\r\n\r\nDit is geen inhoud", "twee@noorderveen.example"),
    ("Łukasz Żółć-Ünal " + "met een heel lange naam " * 8, "drie@noorderveen.example"),
    ("BEGIN:VEVENT", "vier@noorderveen.example"),
]


def parse_mail(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    for part in message.walk():
        if part.defects:
            raise AssertionError(f"{part.get_content_type()}: {part.defects}")
    return message


def read_event(text):
    """The one event of a calendar text, and the calendar."""
    calendar = icalendar.Calendar.from_ical(text)
    events = list(calendar.walk("VEVENT"))
    if len(events) != 1 or any(event.errors for event in events):
        raise AssertionError(f"{len(events)} events, {[event.errors for event in events]}")
    return calendar, events[0]


def read_by_libical(text):
    """The event as libical reads it: its method, start and end in UTC, and who is asked."""
    calendar = ICalGLib.Component.new_from_string(text.decode())
    if calendar is None or calendar.count_errors() or not ICalGLib.restriction_check(calendar):
        raise AssertionError(f"libical finds errors: {calendar and calendar.as_ical_string()}")
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    if calendar.count_components(ICalGLib.ComponentKind.VEVENT_COMPONENT) != 1:
        raise AssertionError("not one event")

    moments = []
    for time in (event.get_dtstart(), event.get_dtend()):
        if not time.is_utc():
            time.set_timezone(calendar.get_timezone("Europe/Amsterdam"))
        time = time.convert_to_zone(ICalGLib.Timezone.get_utc_timezone())
        moments.append(datetime.strptime(time.as_ical_string(), "%Y%m%dT%H%M%SZ")
                       .replace(tzinfo=timezone.utc))

    attendees, kind = {}, ICalGLib.PropertyKind.ATTENDEE_PROPERTY
    attendee = event.get_first_property(kind)
    while attendee is not None:
        attendees[attendee.get_attendee()] = attendee.get_parameter_as_string("CN")
        attendee = event.get_next_property(kind)
    return calendar.get_method(), *moments, attendees


class Invitation(Story):
    def setUp(self):
        super().setUp()
        self.step("person", f"name={COORDINATOR}", "email=m.de.wit@noorderveen.example",
                  "contract-manager=yes")
        self.step("person", "name=Ingrid Scholten", "email=i.scholten@noorderveen.example",
                  "management-team=yes")
        self.step("start", "title=Review 2027-1", f"coordinator={COORDINATOR}", "from=2027-01-01",
                  "until=2027-06-30")

    def plan(self, date="2027-01-20T10:00", **fields):
        self.step("meeting", f"date={date}", "minutes=60",
                  *(f"{name}={value}" for name, value in fields.items()))

    def invite(self, name, *words):
        self.succeed("invite", self.database, "-o", self.folder / name, *words)
        return self.folder / name

    def test_request(self):
        self.plan(place="Bestuurskamer", agenda="1 Opening\n2 Besluiten; keuze, nu")
        message = parse_mail(self.invite("uitnodiging.eml"))
        self.assertEqual(message["Subject"], "Uitnodiging: MT-overleg Review 2027-1")
        self.assertEqual([address.addr_spec for address in message["To"].addresses],
                         ["i.scholten@noorderveen.example"])
        self.assertEqual(message["From"].addresses[0].display_name, COORDINATOR)
        self.assertEqual(message["X-Unsent"], "1")
        text = message.get_body(("plain",)).get_content()
        for words in ("U bent uitgenodigd", "Datum: 20 januari 2027", "Tijd: 10:00",
                      "Duur: 60 minuten", "Plaats: Bestuurskamer", "2 Besluiten; keuze, nu"):
            self.assertIn(words, text)

        parts = {part.get_content_type(): part for part in message.walk()}
        self.assertEqual(parts["text/calendar"].get_param("method"), "REQUEST")
        self.assertEqual(parts["application/ics"].get_filename(), "uitnodiging.ics")
        content = parts["text/calendar"].get_payload(decode=True)
        self.assertEqual(content, parts["application/ics"].get_payload(decode=True))
        calendar, event = read_event(content)
        self.assertEqual(calendar["METHOD"], "REQUEST")
        self.assertEqual(event["SEQUENCE"], 0)
        self.assertEqual(str(event["ORGANIZER"]), "mailto:m.de.wit@noorderveen.example")
        self.assertEqual(event["ATTENDEE"].params["RSVP"], "TRUE")
        self.assertEqual(event["DESCRIPTION"], "1 Opening\n2 Besluiten; keuze, nu")
        self.assertEqual(event["STATUS"], "CONFIRMED")

    def test_lines(self):
        """Lines end in CR LF and are at most 75 bytes long, without half characters."""
        self.plan(agenda="Één lange regel met ünïcode én een ‘citaat’ " * 20)
        content = self.invite("uitnodiging.ics").read_bytes()
        self.assertEqual(content.count(b"\n"), content.count(b"\r\n"))
        for line in content.split(b"\r\n"):
            self.assertLessEqual(len(line), 75, line)
            line.decode()

    def test_time_zone(self):
        """Around the change of the clock, by the rules in the text itself and by Python's."""
        for date in ("2027-01-20T10:00", "2027-07-01T09:30", "2027-03-28T01:30",
                     "2027-03-28T03:30", "2027-10-31T01:30", "2027-10-31T03:30",
                     "2028-02-29T16:00"):
            with self.subTest(date=date):
                self.plan(date)
                text = self.invite("uitnodiging.ics").read_bytes()
                _, event = read_event(text)
                start = datetime.fromisoformat(date).replace(tzinfo=AMSTERDAM)
                self.assertEqual(event.decoded("DTSTART").astimezone(timezone.utc),
                                 start.astimezone(timezone.utc))
                self.assertEqual(event.decoded("DTSTART").replace(tzinfo=None),
                                 datetime.fromisoformat(date))
                end = start.astimezone(timezone.utc) + timedelta(minutes=60)
                self.assertEqual(event.decoded("DTEND").astimezone(timezone.utc), end)
                method, *moments, _ = read_by_libical(text)
                self.assertEqual(method, ICalGLib.PropertyMethod.REQUEST)
                self.assertEqual(moments, [start.astimezone(timezone.utc), end])

    def test_shown_twice(self):
        """In the hour that the clock shows twice no program can take another moment than ours."""
        self.plan("2027-10-31T02:30")
        text = self.invite("uitnodiging.ics").read_bytes()
        start = datetime(2027, 10, 31, 0, 30, tzinfo=timezone.utc)
        moments = [start, start + timedelta(minutes=60)]
        self.assertEqual(list(read_by_libical(text)[1:3]), moments)
        _, event = read_event(text)
        self.assertEqual([event.decoded(name).astimezone(timezone.utc)
                          for name in ("DTSTART", "DTEND")], moments)

    def test_sequence(self):
        """The first is 0, the same again stays 0, a change counts on, so does withdrawing."""
        def send(*words):
            _, event = read_event(self.invite("uitnodiging.ics", *words).read_bytes())
            return str(event["UID"]), event["SEQUENCE"], str(event["STATUS"])

        self.plan()
        uid = send()[0]
        sent = [send()]
        self.plan("2027-01-21T10:00")
        sent.append(send())
        sent.append(send())
        self.step("person", "name=Karin Postma", "email=k.postma@noorderveen.example",
                  "management-team=yes")
        sent += [send(), send("--cancel"), send()]
        self.assertEqual(sent, [(uid, 0, "CONFIRMED"), (uid, 1, "CONFIRMED"), (uid, 1, "CONFIRMED"),
                                (uid, 2, "CONFIRMED"), (uid, 3, "CANCELLED"),
                                (uid, 4, "CONFIRMED")])
        self.plan("2027-02-01T10:00")
        message = parse_mail(self.invite("gewijzigd.eml"))
        self.assertEqual(message["Subject"], "Gewijzigd: MT-overleg Review 2027-1")

    def test_methods(self):
        """Withdrawn it says so to the same people; the own calendar asks nobody."""
        self.plan(place="Bestuurskamer", agenda="1 Opening")
        own = self.invite("eigen.ics", "--own").read_bytes()
        self.assertIn("Nog niet uitgenodigd", self.succeed("status", self.database, "--missing"))
        asked = self.invite("uitnodiging.ics").read_bytes()
        cancelled = self.invite("afgezegd.ics", "--cancel").read_bytes()
        for text, method, name in (
                (own, ICalGLib.PropertyMethod.PUBLISH, "PUBLISH"),
                (asked, ICalGLib.PropertyMethod.REQUEST, "REQUEST"),
                (cancelled, ICalGLib.PropertyMethod.CANCEL, "CANCEL")):
            calendar, event = read_event(text)
            self.assertEqual(calendar["METHOD"], name)
            found, _, _, attendees = read_by_libical(text)
            self.assertEqual(found, method)
            self.assertEqual(list(attendees), [] if text is own
                             else ["mailto:i.scholten@noorderveen.example"])
            self.assertEqual(str(event["UID"]), str(read_event(asked)[1]["UID"]))

    def test_invited(self):
        """Who was sent an invitation is invited: the guard of step 4 has nothing left to say."""
        self.plan(place="Bestuurskamer", agenda="1 Opening")
        before = self.succeed("status", self.database, "--missing")
        self.assertIn("Ingrid Scholten: Nog niet uitgenodigd", before)
        self.invite("uitnodiging.eml")
        after = self.succeed("status", self.database, "--missing")
        self.assertNotIn("Nog niet uitgenodigd", after)

    def test_hostile(self):
        """What stands in a name adds no header, no recipient, and no event."""
        for name, address in HOSTILE:
            self.step("person", f"name={name}", f"email={address}", "management-team=yes")
        self.plan(place="Kamer 1\nBcc: dief@elders.example\r\nATTENDEE:mailto:dief@elders.example",
                  agenda="Regel\r\nEND:VEVENT\r\nBEGIN:VEVENT\x07")
        message = parse_mail(self.invite("uitnodiging.eml"))
        wanted = sorted(["i.scholten@noorderveen.example", *(address for _, address in HOSTILE)])
        self.assertEqual(sorted(address.addr_spec for address in message["To"].addresses), wanted)
        self.assertEqual([name for name in message if name.lower() in ("bcc", "cc")], [])
        self.assertIn("Jansen, de; Vries: \"Kees\"",
                      [address.display_name for address in message["To"].addresses])

        text = self.invite("uitnodiging.ics").read_bytes()
        *_, named = read_by_libical(text)
        self.assertEqual(sorted(named), [f"mailto:{address}" for address in wanted])
        self.assertEqual(named["mailto:kees@noorderveen.example"], "Jansen, de; Vries: 'Kees'")
        self.assertEqual(named["mailto:een@noorderveen.example"],
                         "Eén Bcc: dief@elders.example")
        self.assertEqual(named["mailto:vier@noorderveen.example"], "BEGIN:VEVENT")

        _, event = read_event(text)
        attendees = event["ATTENDEE"]
        self.assertEqual(sorted(str(attendee) for attendee in attendees),
                         [f"mailto:{address}" for address in wanted])
        self.assertNotIn("\x07", event["DESCRIPTION"])

    def test_refused(self):
        output = self.folder / "uitnodiging.eml"
        self.fail_with(1, "invite", self.database, "-o", output, says=["nog geen overleg", "stap 4"])
        self.step("meeting", "place=Bestuurskamer")
        self.fail_with(1, "invite", self.database, "-o", output, says=["nog geen datum"])
        self.plan()
        for address in ("", "geen adres", "a@b, c@d.example", "<a@b.example>", "a@b\nBcc: c@d.e"):
            with self.subTest(address=address):
                self.step("person", "name=Karin Postma", f"email={address}", "management-team=yes")
                outcome = self.fail_with(1, "invite", self.database, "-o", output,
                                         says=["Karin Postma", "‘Mensen beheren’"])
                self.assertEqual(outcome.err.count("\n"), 1, outcome)
        self.assertFalse(output.exists())

    def test_same_bytes(self):
        self.plan()
        first = self.invite("een.eml").read_bytes()
        self.assertEqual(self.invite("twee.eml").read_bytes(), first)
        self.assertNotIn(str(self.folder).encode(), first)


if __name__ == "__main__":
    unittest.main()
