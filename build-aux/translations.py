"""The strings of the project and their translation, for checks.py and update-po."""

import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
POTFILES = PROJECT / "po/POTFILES"
CATALOGUE = PROJECT / "po/nl.po"

# The keywords of the glib preset of meson's i18n module.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3",
            "g_dpgettext2:2c,3", "ngettext:1,2"]
TRANSLATABLE = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*\"")


def files_with_strings():
    files = [path for path in (PROJECT / "src").rglob("*.[ch]")
             if TRANSLATABLE.search(path.read_text(encoding="utf-8"))]
    files += [path for path in (PROJECT / "ui").rglob("*.ui")
              if 'translatable="yes"' in path.read_text(encoding="utf-8")]
    return sorted(str(path.relative_to(PROJECT)) for path in files)


def listed_files():
    lines = POTFILES.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def extract_command(template):
    """The command that writes all strings of the listed files to @template."""
    return ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--force-po",
            "--package-name=levman-review",
            *(f"--keyword={keyword}" for keyword in KEYWORDS), "-o", template, *listed_files()]


def merge_command(template, output):
    """The command that writes nl.po with exactly the strings of @template to @output."""
    return ["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", output, CATALOGUE, template]


def untranslated(catalogue):
    """The entries of @catalogue that are empty or fuzzy, as text."""
    entries = [subprocess.run(["msgattrib", option, "--no-obsolete", catalogue], check=True,
                              capture_output=True, text=True).stdout.partition("\n\n")[2]
               for option in ("--untranslated", "--only-fuzzy")]
    return "\n".join(entry for entry in entries if entry)
