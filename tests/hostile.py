"""Workbooks from whoever means harm, has bad luck or chose the wrong file.

Each is made from a good form and a number; the same number gives the same file. A kind is a
function that returns the bytes of the file.
"""

import io
import random
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet4.xml"
STRINGS = "xl/sharedStrings.xml"


class Form:
    """A good form, of which the kinds make bad ones."""

    def __init__(self, path):
        self.whole = path.read_bytes()
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def write(self, parts=None, **changes):
        """A package of @parts, those of the form when there are none."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in (self.parts if parts is None else parts).items():
                archive.writestr(name, changes.get(name, content))
        return stream.getvalue()

    def with_part(self, name, content):
        return self.write({**self.parts, name: content})

    def xml_parts(self):
        return sorted(name for name in self.parts if name.endswith((".xml", ".rels")))


def sheet(rows, head=b""):
    return (f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}">'.encode() + head +
            b"<sheetData>" + rows + b"</sheetData></worksheet>")


def in_cell(text, place="C5", kind="inlineStr"):
    row = "".join(filter(str.isdigit, place))
    value = f"<is><t>{text}</t></is>" if kind == "inlineStr" else f"<v>{text}</v>"
    return f'<row r="{row}"><c r="{place}" t="{kind}">{value}</c></row>'.encode()


# Damage.

def flipped_bytes(form, chance):
    content = bytearray(form.whole)
    for _ in range(chance.randrange(1, 40)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def cut_off(form, chance):
    return form.whole[:chance.randrange(len(form.whole))]


def cut_out(form, chance):
    start = chance.randrange(len(form.whole))
    return form.whole[:start] + form.whole[start + chance.randrange(1, 5000):]


def bytes_in_front(form, chance):
    return chance.randbytes(chance.randrange(1, 5000)) + form.whole


def bytes_behind(form, chance):
    return form.whole + chance.randbytes(chance.randrange(1, 70000))


def damaged_part(form, chance):
    name = chance.choice(form.xml_parts())
    text = bytearray(form.parts[name])
    for _ in range(chance.randrange(1, 30)):
        place = chance.randrange(len(text))
        text[place:place + chance.randrange(20)] = bytes(
            chance.choices(b"<>&\"'/=c0 9", k=chance.randrange(20)))
    return form.with_part(name, bytes(text))


def shuffled_part(form, chance):
    name = chance.choice(form.xml_parts())
    tags = form.parts[name].split(b"<")
    chance.shuffle(tags)
    return form.with_part(name, b"<".join(tags))


def repeated_piece(form, chance):
    name = chance.choice(form.xml_parts())
    text = form.parts[name]
    start, end = sorted(chance.randrange(len(text)) for _ in range(2))
    return form.with_part(name, text[:end] + text[start:end] * chance.randrange(1, 50) + text[end:])


def missing_part(form, chance):
    gone = set(chance.sample(sorted(form.parts), chance.randrange(1, len(form.parts))))
    return form.write({name: text for name, text in form.parts.items() if name not in gone})


def exchanged_parts(form, chance):
    names = form.xml_parts()
    others = names[:]
    chance.shuffle(others)
    return form.write({name: form.parts[other] for name, other in zip(names, others)})


def empty_part(form, chance):
    return form.with_part(chance.choice(form.xml_parts()), b"")


def other_encoding(form, chance):
    name = chance.choice(form.xml_parts())
    text = form.parts[name].decode()
    return form.with_part(name, text.encode(chance.choice(["utf-16", "utf-32", "utf-7", "cp500"]),
                                            "replace"))


def control_characters(form, chance):
    name = chance.choice([SHEET, STRINGS])
    text = form.parts[name]
    bad = bytes(chance.choices(range(32), k=chance.randrange(1, 40)))
    return form.with_part(name, text.replace(b"</t>", bad + b"</t>").replace(b"<v>", b"<v>" + bad))


def numbers_out_of_range(form, chance):
    """Places, strings and styles that are not there."""
    what = chance.choice([b' r="', b' s="', b"<v>", b' sheetId="', b' count="', b' uniqueCount="'])
    with_number = what + chance.choice([b"-1", b"99999999999999999999", b"4294967295", b"2147483648",
                                        b"1e309", b"NaN", b"0x41", b"ZZZZZZZ1", b"A0", b""])
    parts = {name: text.replace(what, with_number) if name.startswith("xl/") else text
             for name, text in form.parts.items()}
    return form.write(parts)


# Too much.

def bomb(form, chance):
    """Some megabytes that become hundreds."""
    name = chance.choice([SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml", "docProps/app.xml"])
    filler = chance.choice([b" ", b"<!--", b"<a/>", b"x", b"<row/>", b"&#65;"])
    size = chance.choice([30, 100, 200]) << 20
    return form.with_part(name, form.parts[name] + filler * (size // len(filler)))


def long_text(form, chance):
    letters = chance.choice(["x", "&amp;", "é", "\n", "=1+"])
    text = letters * (chance.choice([40_000, 1_000_000, 20_000_000]) // len(letters))
    return form.with_part(SHEET, form.parts[SHEET].replace(b"<sheetData>",
                                                           b"<sheetData>" + in_cell(text, "C1"), 1))


def many_cells(form, chance):
    count = chance.choice([250_000, 1_000_000, 3_000_000])
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row)
                    for row in range(1, count + 1))
    return form.with_part(SHEET, sheet(rows))


def many_strings(form, chance):
    count = chance.choice([100_000, 1_000_000, 3_000_000])
    return form.with_part(STRINGS, f'<sst xmlns="{MAIN}" count="{count}">'.encode() +
                          b"<si><t>lang genoeg</t></si>" * count + b"</sst>")


def many_sheets(form, chance):
    count = chance.choice([300, 5_000, 70_000])
    sheets = "".join(f'<sheet name="B{i}" sheetId="{i}" r:id="rId{i}"/>' for i in range(1, count))
    book = (f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
            f'2006/relationships"><sheets>{sheets}</sheets></workbook>')
    targets = "".join(f'<Relationship Id="rId{i}" Type="http://schemas.openxmlformats.org/'
                      f'officeDocument/2006/relationships/worksheet" '
                      f'Target="worksheets/sheet4.xml"/>' for i in range(1, count))
    relations = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                 f'relationships">{targets}</Relationships>')
    return form.write({**form.parts, "xl/workbook.xml": book.encode(),
                       "xl/_rels/workbook.xml.rels": relations.encode()})


def many_entries(form, chance):
    parts = dict(form.parts)
    for number in range(chance.choice([1_000, 20_000])):
        parts[f"xl/media/{number}.xml"] = b""
    return form.write(parts)


def far_cell(form, chance):
    """Little that stands far away."""
    place = chance.choice(["XFD1048576", "A1048576", "XFD1", "ZZZ9999999", "AAAAAAAA1", "H900000"])
    return form.with_part(SHEET, form.parts[SHEET].replace(b"</sheetData>",
                                                           in_cell("ver", place) + b"</sheetData>"))


def lying_dimension(form, chance):
    place = chance.choice(["A1:XFD1048576", "A1:ZZZ99999999", "XFD1048576:A1", "A0:@", "A1"])
    return form.with_part(SHEET, sheet(in_cell("1"), f'<dimension ref="{place}"/>'.encode()))


# Nested.

def deep(form, chance):
    name = chance.choice([SHEET, STRINGS, "xl/workbook.xml"])
    depth = chance.choice([1_000, 100_000, 3_000_000])
    closed = chance.random() < 0.5
    return form.with_part(name, b"<a>" * depth + (b"</a>" * depth if closed else b""))


def entities(form, chance):
    """The billion laughs, a file of the system, and one of the net."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    declared = chance.choice([f'<!ENTITY l0 "lach">{laughs}',
                              '<!ENTITY l11 SYSTEM "file:///etc/passwd">',
                              '<!ENTITY l11 SYSTEM "http://localhost:9/x">',
                              '<!ENTITY l11 "&l11;">'])
    name = chance.choice([SHEET, STRINGS])
    text = form.parts[name].decode().split("?>", 1)[-1].replace("</t>", "&l11;</t>")
    return form.with_part(name, f"<!DOCTYPE x [{declared}]>{text}".encode())


def many_attributes(form, chance):
    names = " ".join(f'a{i}="{i}"' for i in range(chance.choice([1_000, 300_000])))
    return form.with_part(SHEET, sheet(f"<row {names}/>".encode()))


def package_in_package(form, chance):
    content = form.whole
    for _ in range(chance.randrange(1, 30)):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr(chance.choice(["xl/workbook.xml", "a.zip", "[Content_Types].xml"]), content)
        content = stream.getvalue()
    return content


def overlapping(form, chance):
    """Every entry of the directory says that it is the first, or a size that is not so."""
    content = bytearray(form.whole)
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        field = chance.choice([20, 24, 42])
        struct.pack_into("<I", content, place + field, chance.choice([0, 1, 0xfffffffe, 0xffffffff]))
        place = content.find(b"PK\x01\x02", place + 4)
    return bytes(content)


def locked(form, chance):
    """Flags of encryption and of other ways to compress."""
    content = bytearray(form.whole)
    for mark, field in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            struct.pack_into("<HH", content, place + field, chance.choice([0, 1, 0x41, 0xffff]),
                             chance.choice([0, 8, 9, 12, 14, 93, 99]))
            place = content.find(mark, place + 4)
    return bytes(content)


def names_elsewhere(form, chance):
    name = chance.choice(["../../kwaad", "/etc/passwd", "C:\\kwaad", "a" * 60_000, "\0", "é" * 500])
    return form.write({name: b"kwaad", **form.parts})


def names_twice(form, chance):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in [*form.parts.items(), *form.parts.items()]:
            archive.writestr(name, content)
    return stream.getvalue()


# Foreign.

def nothing(form, chance):
    return b""


def noise(form, chance):
    return chance.randbytes(chance.choice([1, 100, 100_000, 1_000_000]))


def other_kind(form, chance):
    start = chance.choice([
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x05\x06",
        b"PK\x03\x04", b"\x7fELF", b"<html>", b"{}", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b",
        b"<?xml version='1.0'?><Workbook/>", b"naam;score\nC1;4\n", b"\xff\xfe", b"SQLite format 3\0"])
    return start + chance.randbytes(chance.choice([0, 18, 512, 65_536]))


def other_package(form, chance):
    main = chance.choice(["word/document.xml", "content.xml", "ppt/presentation.xml", "mimetype"])
    return form.write({"[Content_Types].xml": form.parts["[Content_Types].xml"],
                       main: b"<document/>"})


def other_workbook(form, chance):
    """A good workbook with none of our sheets."""
    book = form.parts["xl/workbook.xml"]
    for name in ("Basis", "Criteria", "Acties", "Hoofdvragen", "Toelichting"):
        book = book.replace(f'name="{name}"'.encode(), f'name="X{chance.random()}"'.encode())
    return form.with_part("xl/workbook.xml", book)


# A form with content that does not fit.

def strange_values(form, chance):
    import openpyxl
    workbook = openpyxl.load_workbook(io.BytesIO(form.whole))
    values = [0, -1, 6, 99, 4.5, 1e308, -1e308, True, "4 ", "vier", "#N/A", "=1/0", "=A1", "’" * 500,
              "x" * 32_767, "\n\n\n", "31-02-2027", "2027-13-45", 1e9, "R99", "<b>", "'; DROP TABLE",
              "\ufeff", "\u202e", "n.v.t", "onbekend"]
    for name in ("Hoofdvragen", "Criteria", "Risico’s", "Acties"):
        cells = workbook[name]
        for _ in range(chance.randrange(1, 30)):
            row = chance.randrange(5, cells.max_row + 1)
            cells.cell(row, chance.randrange(1, cells.max_column + 1)).value = chance.choice(values)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def moved_rows(form, chance):
    import openpyxl
    workbook = openpyxl.load_workbook(io.BytesIO(form.whole))
    cells = workbook[chance.choice(["Hoofdvragen", "Criteria", "Risico’s", "Acties"])]
    for _ in range(chance.randrange(1, 6)):
        chance.choice([cells.delete_rows, cells.insert_rows, cells.delete_cols, cells.insert_cols])(
            chance.randrange(1, 12), chance.randrange(1, 4))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


KINDS = [
    flipped_bytes, cut_off, cut_out, bytes_in_front, bytes_behind, damaged_part, shuffled_part,
    repeated_piece, missing_part, exchanged_parts, empty_part, other_encoding, control_characters,
    numbers_out_of_range, bomb, long_text, many_cells, many_strings, many_sheets, many_entries,
    far_cell, lying_dimension, deep, entities, many_attributes, package_in_package, overlapping,
    locked, names_elsewhere, names_twice, nothing, noise, other_kind, other_package, other_workbook,
    strange_values, moved_rows,
]


def make(form, number):
    """The bytes of file @number; every kind comes once in len(KINDS)."""
    return KINDS[number % len(KINDS)](form, random.Random(number))
