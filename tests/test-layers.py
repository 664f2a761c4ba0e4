"""Each layer of src/ includes and calls only what it may.

The headers come from what the compiler really read (ninja's dependency log), the calls
from the undefined symbols of the objects. The last tests show that the rules refuse:
they compile an offending include with the layer's own flags.
"""

import functools
import json
import os
import re
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ["LEVMAN_BUILDDIR"]).resolve()
SOURCE = Path(os.environ["LEVMAN_SOURCEDIR"]).resolve()

# What a layer may see besides itself, and the libraries that it may use.
LAYERS = {
    "model": ([], []),
    "store": (["model"], ["sqlite", "zlib"]),
    "exchange": (["model"],
                 ["xlsxwriter", "freexl", "gmime", "ical", "minizip", "json-glib", "pixbuf", "zlib",
                  "pango"]),
    "share": (["model", "store", "exchange"], ["sqlite", "json-glib", "zlib"]),
    "script": (["model", "store", "exchange"],
               ["sqlite", "xlsxwriter", "minizip", "json-glib", "zlib"]),
    "command": (["model", "store", "exchange", "share", "script"],
                ["sqlite", "xlsxwriter", "minizip", "json-glib", "zlib"]),
    "view": (["model", "store", "exchange", "share", "script"],
             ["gtk", "pixbuf", "pango", "spelling", "sqlite", "xlsxwriter", "json-glib", "zlib"]),
}

# Library: where its headers are, how its functions begin.
LIBRARIES = {
    "sqlite": (r"sqlite3(ext)?\.h", r"sqlite3_"),
    "zlib": (r"(zlib|zconf)\.h", r"(deflate|inflate|compress|uncompress|crc32|adler32|gz[a-z]+$)"),
    "xlsxwriter": (r"xlsxwriter(\.h|/.*)", r"(lxw|workbook|worksheet|format_set|chart)_"),
    "minizip": (r"minizip/.*", r"(zip|unz)[A-Z]"),
    "json-glib": (r"json-glib-1\.0/.*", r"json_"),
    "freexl": (r"freexl\.h", r"freexl_"),
    "gmime": (r"gmime-3\.0/.*", r"(g_mime|internet_address)_"),
    "ical": (r"libical/.*", r"ical"),
    # What draws, on the screen and on paper.
    "pango": (r"(pango-1\.0|cairo|harfbuzz|fribidi)/.*", r"(pango|cairo)_"),
    "gtk": (r"(gtk-4\.0|libadwaita-1|graphene-1\.0|appstream)/.*",
            r"(gtk|gdk(?!_pixbuf)|gsk|adw)_"),
    "pixbuf": (r"gdk-pixbuf-2\.0/.*", r"gdk_pixbuf_"),
    "spelling": (r"(libspelling-1|gtksourceview-5)/.*", r"spelling_"),
}

# GLib and GIO, the compiler's own headers and those of the C library.
COMMON = re.compile(
    r"(glib-2\.0|gio-unix-2\.0)/.*|"
    r"[a-z0-9_]+-linux-gnu[a-z0-9]*/.*|(linux|asm|asm-generic|sys|bits|gnu|uapi)/.*|"
    r"(alloca|assert|ctype|dirent|endian|errno|fcntl|features|features-time64|fenv|float|fnmatch|"
    r"ftw|getopt|glob|grp|iconv|inttypes|langinfo|libgen|libintl|limits|locale|malloc|math|memory|"
    r"mntent|poll|pthread|pwd|sched|search|semaphore|setjmp|signal|spawn|stdc-predef|stdint|stdio|"
    r"stdlib|string|strings|syscall|termios|time|uchar|unistd|utime|wchar|wctype|xlocale)\.h")


@functools.cache
def refused_header(layer, path):
    """Why @layer may not include @path, or None."""
    path = Path(os.path.normpath(BUILD / path))
    if path.is_relative_to(BUILD):
        return None
    if path.is_relative_to(SOURCE):
        folder = path.relative_to(SOURCE).parts[:2]
        allowed = [("src", name) for name in [layer, *LAYERS[layer][0]]]
        return None if folder in allowed else f"{path.relative_to(SOURCE)} is another layer's"
    if "/gcc/" in str(path) or "/clang/" in str(path):
        return None
    match = re.match(r"/usr/(?:include|lib/[^/]+)/(.*)", str(path))
    name = match[1] if match else str(path)
    patterns = [LIBRARIES[library][0] for library in LAYERS[layer][1]]
    if COMMON.fullmatch(name) or any(re.fullmatch(pattern, name) for pattern in patterns):
        return None
    return f"{path} belongs to no library of this layer"


def refused_symbol(layer, symbol):
    """Why @layer may not call @symbol, or None."""
    for library, (_, pattern) in LIBRARIES.items():
        if library not in LAYERS[layer][1] and re.match(pattern, symbol):
            return f"{symbol} is a function of {library}"
    return None


def read_dependencies():
    """Object: the files that the compiler read for it."""
    output = subprocess.run(["ninja", "-C", BUILD, "-t", "deps"], check=True,
                            capture_output=True, text=True).stdout
    dependencies = {}
    for paragraph in output.split("\n\n"):
        head, *lines = paragraph.strip().split("\n")
        if "#deps" in head:
            dependencies[head.split(":")[0]] = [line.strip() for line in lines]
    return dependencies


@functools.cache
def read_commands():
    with open(BUILD / "compile_commands.json", encoding="utf-8") as file:
        return {Path(os.path.normpath(BUILD / entry["file"])): entry for entry in json.load(file)}


def objects_of(layer):
    """The object of each source file of a layer, as ninja calls it."""
    commands = read_commands()
    for path in sorted((SOURCE / "src" / layer).glob("*.c")):
        if path in commands:
            yield path, commands[path]["output"]


def undefined_symbols(path):
    output = subprocess.run(["nm", "--undefined-only", "--format=posix", path], check=True,
                            capture_output=True, text=True).stdout
    return [line.split()[0] for line in output.splitlines() if line and not line.endswith(":")]


class Layers(unittest.TestCase):
    def test_complete(self):
        commands = read_commands()
        forgotten = [str(path.relative_to(SOURCE)) for path in sorted(SOURCE.glob("src/*/*.c"))
                     if path not in commands or path.parent.name not in LAYERS]
        self.assertEqual(forgotten, [], "in no meson.build, or in no layer of this test")

    def test_headers(self):
        dependencies = read_dependencies()
        for layer in LAYERS:
            for path, target in objects_of(layer):
                with self.subTest(layer=layer, file=path.name):
                    self.assertIn(target, dependencies)
                    refused = [refused_header(layer, header) for header in dependencies[target]]
                    self.assertEqual([reason for reason in refused if reason], [])

    def test_symbols(self):
        for layer in LAYERS:
            for path, target in objects_of(layer):
                with self.subTest(layer=layer, file=path.name):
                    refused = [refused_symbol(layer, symbol)
                               for symbol in undefined_symbols(BUILD / target)]
                    self.assertEqual([reason for reason in refused if reason], [])


class Rules(unittest.TestCase):
    """The rules can fail: an offending include is refused by the compiler or by them."""

    def compile(self, layer, text):
        """Compile @text as if it stood in @layer: the headers and the symbols, or None."""
        path, target = next(objects_of(layer))
        words = shlex.split(read_commands()[path]["command"])
        # Only the flags that say what is seen: no output, no dependency file.
        flags = [word for word in words[1:] if re.match(r"-[IDUf]|-std|-pthread", word)]
        with tempfile.TemporaryDirectory() as folder:
            source, made, deps = (Path(folder) / name for name in ("x.c", "x.o", "x.d"))
            source.write_text(text)
            result = subprocess.run(["cc", *flags, "-MD", "-MF", deps, "-c", source, "-o", made],
                                    cwd=BUILD, capture_output=True, text=True, check=False)
            if result.returncode != 0:
                return None
            headers = deps.read_text().replace("\\\n", " ").split()[2:]
            return headers, undefined_symbols(made)

    def judge(self, layer, text):
        compiled = self.compile(layer, text)
        if compiled is None:
            return ["does not compile"]
        headers, symbols = compiled
        reasons = ([refused_header(layer, header) for header in headers] +
                   [refused_symbol(layer, symbol) for symbol in symbols])
        return [reason for reason in reasons if reason]

    def test_refused(self):
        offences = [
            ("model", "#include <gtk/gtk.h>\n"),
            ("model", "#include <adwaita.h>\n"),
            ("model", "#include <sqlite3.h>\n"),
            ("model", "#include <xlsxwriter.h>\n"),
            ("model", "#include <zlib.h>\n"),
            ("model", "#include <json-glib/json-glib.h>\n"),
            ("model", "#include <pango/pangocairo.h>\n"),
            ("store", "#include <cairo.h>\n"),
            ("store", "void cairo_destroy (void *);\nvoid f (void) { cairo_destroy (0); }\n"),
            ("exchange", "#include <gtk/gtk.h>\n"),
            ("exchange", "void gtk_init (void);\nvoid f (void) { gtk_init (); }\n"),
            ("model", "#include <gtk-4.0/gtk/gtkversion.h>\n"),
            ("model", "int sqlite3_libversion_number (void);\n"
                      "int f (void) { return sqlite3_libversion_number (); }\n"),
            ("model", "void gtk_init (void);\nvoid f (void) { gtk_init (); }\n"),
        ]
        for other, layer in (("store", "model"), ("exchange", "model"), ("command", "model"),
                             ("exchange", "store"), ("store", "exchange"),
                             ("script", "store"), ("script", "exchange"),
                             ("command", "store"), ("command", "exchange"),
                             ("command", "script"), ("command", "view"), ("view", "script")):
            for header in sorted((SOURCE / "src" / other).glob("*.h"))[:1]:
                offences.append((layer, f"#include <glib.h>\n#include \"{header}\"\n"))
                offences.append((layer, f"#include <glib.h>\n#include \"{header.name}\"\n"))
        for layer, text in offences:
            if any(objects_of(layer)):
                with self.subTest(layer=layer, text=text):
                    self.assertNotEqual(self.judge(layer, text), [])

    def test_accepted(self):
        right = [
            ("model", "#include <glib.h>\n#include <gio/gio.h>\n#include <string.h>\n"
                      "#include <sys/stat.h>\nvoid f (void) { g_free (NULL); }\n"),
            ("store", "#include <sqlite3.h>\nconst char *f (void);\n"
                      "const char *f (void) { return sqlite3_libversion (); }\n"),
            ("exchange", "#include <xlsxwriter.h>\n#include <json-glib/json-glib.h>\n"),
            ("exchange", "#include <pango/pangocairo.h>\nvoid f (cairo_t *);\n"
                         "void f (cairo_t *cr) { cairo_destroy (cr); }\n"),
        ]
        for layer, text in right:
            if any(objects_of(layer)):
                with self.subTest(layer=layer, text=text):
                    self.assertEqual(self.judge(layer, text), [])


if __name__ == "__main__":
    unittest.main()
