"""The package for Debian, made inside the environment of the builds:
deb.py FOLDER TARGET ADMIN

FOLDER keeps the build; TARGET gets the package; ADMIN says which package a library is from.
What stands in the package is what `meson install` puts into an empty folder. checks.py makes it of
the build that it tests.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NAME = "levman-review"
OPTIONS = ["--prefix=/usr", "--buildtype=plain"]
# Who makes the package, as for Debian's own tools.
MAINTAINER = "{} <{}>".format(os.environ.get("DEBFULLNAME", "Levman Review"),
                              os.environ.get("DEBEMAIL", "levman-review@localhost"))
# What programs need at run time and no library says: settings that last, icons, time zones.
ALSO_NEEDED = ["adwaita-icon-theme", "dconf-gsettings-backend | gsettings-backend",
               "librsvg2-common", "tzdata"]
# The words of the spelling checker, and what tells the desktop which files the program opens.
RECOMMENDED = ["hunspell-nl", "desktop-file-utils"]
DESCRIPTION = """periodic review of supplier risks
 Guides contract managers through the periodic review of supplier risks: from
 the year calendar, through the selection of suppliers, their risk profiles
 and the meeting with the management team, to the follow-up of the agreed
 actions and the archive. Works offline; what users see is Dutch."""
# What lintian asks of Debian's archive, and not of a package that an organisation makes for itself:
# a manual page, a bug that asks for the package, a public address (see DEBEMAIL), and a home on the
# web in the metainfo.
SUPPRESSED = ["no-manual-page", "initial-upload-closes-no-bugs", "bogus-mail-host",
              "bogus-mail-host-in-debian-changelog", "appstream-metadata-validation-failed"]


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def read(*command, **options):
    return run(*command, capture_output=True, text=True, **options).stdout.strip()


def get_flags():
    """With what Debian compiles and links, hardened; and no path of this machine in the program."""
    said = read("dpkg-buildflags", cwd=PROJECT,
                env=dict(os.environ, DEB_BUILD_MAINT_OPTIONS="hardening=+all"))
    flags = dict(line.split("=", 1) for line in said.splitlines())
    return {name: flags[name] for name in ("CFLAGS", "CPPFLAGS", "LDFLAGS")}


def set_up(build, flags, *options):
    """Sets the folder @build up, anew when @flags or @options are no longer these; what is wrong,
    as lines."""
    stamp, wanted = build / "options", str((flags, options))
    if (build / "build.ninja").exists() and stamp.exists() and stamp.read_text() == wanted:
        return []
    shutil.rmtree(build, ignore_errors=True)
    result = subprocess.run(["meson", "setup", build, PROJECT, *options], check=False, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            env=dict(os.environ, **flags))
    if result.returncode:
        return result.stdout.splitlines()
    stamp.write_text(wanted)
    return []


def install(build, stage):
    shutil.rmtree(stage, ignore_errors=True)
    run("meson", "install", "-C", build, "--no-rebuild", "--quiet", "--strip",
        env=dict(os.environ, DESTDIR=str(stage)))


def get_version():
    return re.search(r"version: '([^']+)'", (PROJECT / "meson.build").read_text())[1]


def get_moment():
    """The day of the release, so that the same source gives the same package."""
    text = (PROJECT / "data/nl.levman.Review.metainfo.xml").read_text(encoding="utf-8")
    day = re.search(r'<release version="[^"]+" date="([^"]+)"', text)[1]
    return str(int(datetime.fromisoformat(day + "T00:00:00+00:00").timestamp()))


def write_documents(stage, version):
    folder = stage / "usr/share/doc" / NAME
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Levman Review\n\nFiles: *\nCopyright: 2026 the authors of Levman Review\n"
        "License: GPL-3+\n On Debian systems the text of the licence is in\n"
        " /usr/share/common-licenses/GPL-3.\n")
    moment = read("date", "-R", "-u", "-d", "@" + os.environ["SOURCE_DATE_EPOCH"])
    changelog = (f"{NAME} ({version}) trixie; urgency=medium\n\n  * Version {version}.\n\n"
                 f" -- {MAINTAINER}  {moment}\n")
    with gzip.GzipFile(folder / "changelog.gz", "wb", mtime=0) as file:
        file.write(changelog.encode())


def find_dependencies(stage, admin):
    """What the programs link, as dpkg-shlibdeps finds it."""
    work = stage.parent / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n")
    programs = sorted((stage / "usr/bin").iterdir())
    line = read("dpkg-shlibdeps", f"--admindir={admin}", "-O", *programs, cwd=work)
    return line.partition("shlibs:Depends=")[2].split(", ") + ALSO_NEEDED


def write_control(stage, admin, version, architecture):
    folder = stage / "DEBIAN"
    folder.mkdir()
    files = sorted(path for path in stage.rglob("*")
                   if path.is_file() and folder not in path.parents)
    size = sum(path.stat().st_size for path in files) // 1024
    (folder / "control").write_text(
        f"Package: {NAME}\nVersion: {version}\nArchitecture: {architecture}\n"
        f"Maintainer: {MAINTAINER}\nSection: misc\nPriority: optional\nInstalled-Size: {size}\n"
        f"Depends: {', '.join(find_dependencies(stage, admin))}\n"
        f"Recommends: {', '.join(RECOMMENDED)}\n"
        f"Description: {DESCRIPTION}\n")
    sums = read("md5sum", *(path.relative_to(stage) for path in files), cwd=stage)
    (folder / "md5sums").write_text(sums + "\n")


def make(build, folder, target, admin):
    """Makes the package of what was built in @build, by way of @folder; its path in @target."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", get_moment())
    stage, version = folder / "stage", get_version()
    architecture = read("dpkg", "--print-architecture")
    package = target / f"{NAME}_{version}_{architecture}.deb"
    install(build, stage)
    write_documents(stage, version)
    write_control(stage, admin, version, architecture)
    for path in stage.rglob("*"):
        path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
    run("dpkg-deb", "--root-owner-group", "--build", stage, package, stdout=subprocess.DEVNULL)
    return package


def judge(package):
    """The command by which lintian judges @package."""
    return ["lintian", "--fail-on", "error,warning", "--allow-root",
            "--suppress-tags", ",".join(SUPPRESSED), str(package)]


def main():
    folder, target, admin = (Path(argument) for argument in sys.argv[1:])
    wrong = set_up(folder / "build", get_flags(), *OPTIONS)
    if wrong:
        print("\n".join(wrong))
        return 1
    run("ninja", "--quiet", "-C", folder / "build")
    package = make(folder / "build", folder, target, admin)
    status = subprocess.run(judge(package), check=False).returncode
    print(package)
    return status


if __name__ == "__main__":
    sys.exit(main())
