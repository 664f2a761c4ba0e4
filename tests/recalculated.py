"""A workbook as another program calculates it."""

import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl

WRONG = "-777"

# A formula cell as libxlsxwriter writes it.
FORMULA = re.compile(r'(<c r="[A-Z]+\d+"[^>]*><f>[^<]*</f><v>)([^<]*)(</v></c>)')


def falsify(source, target):
    """Copies a workbook with each cached value replaced; returns how many there were."""
    count = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, found = FORMULA.subn(rf"\g<1>{WRONG}\g<3>", content.decode())
                content, count = text.encode(), count + found
            new.writestr(name, content)
    return count


def read_values(path):
    """The values of all cells: {(sheet, cell): value}, empty ones left out."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value not in (None, "")}


def list_formulas(path):
    book = openpyxl.load_workbook(path)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"}


def unescape(value):
    """A text as Excel and gnumeric read it; openpyxl shows what is in the file."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def is_same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return unescape(one or "") == unescape(other or "")


def recalculate(path):
    """Overwrites each cached value of a workbook, lets gnumeric calculate, and returns how many
    formulas there are and those of which the result is not what was cached."""
    path = Path(path)
    false = path.with_suffix(".false.xlsx")
    new = path.with_suffix(".new.xlsx")
    formulas = list_formulas(path)
    if falsify(path, false) != len(formulas):
        raise AssertionError(f"{path}: not every formula has a cached value")
    subprocess.run(["ssconvert", "--recalc", "-T", "Gnumeric_Excel:xlsx2", false, new], check=True,
                   capture_output=True)
    ours, theirs = read_values(path), read_values(new)
    return len(formulas), [(cell, formula, ours.get(cell), theirs.get(cell))
                           for cell, formula in formulas.items()
                           if not is_same(ours.get(cell), theirs.get(cell))]
