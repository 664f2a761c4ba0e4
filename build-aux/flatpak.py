"""The Flatpak, made inside the environment of the builds:
flatpak.py [--stand-in] [--sources DIR] PROJECT FOLDER TARGET

FOLDER keeps the archives, the built modules and the installation; TARGET gets the bundle.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import flatpak_runtime  # noqa: E402
import flatpak_sources  # noqa: E402
import portal  # noqa: E402

FLATHUB = "https://dl.flathub.org/repo/flathub.flatpakrepo"
BRANCH = "stable"


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def succeeds(*command, seconds=None):
    try:
        return subprocess.run([str(word) for word in command], check=False, timeout=seconds,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def say(text):
    print(f"flatpak: {text}", file=sys.stderr, flush=True)


def get_version(project):
    return re.search(r"version: '([^']+)'", (project / "meson.build").read_text())[1]


def make_user(folder):
    """A user of whom everything is in the cache folder."""
    for name, place in {"HOME": "home", "XDG_DATA_HOME": "home/.local/share",
                        "XDG_CONFIG_HOME": "home/.config", "XDG_CACHE_HOME": "home/.cache",
                        "XDG_RUNTIME_DIR": "run", "FLATPAK_USER_DIR": "installation"}.items():
        path = folder / place
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(path)
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)


def has_runtime(manifest):
    """Whether the true runtime and SDK are there, or can be fetched."""
    names = [f"{manifest[name]}//{manifest['runtime-version']}" for name in ("runtime", "sdk")]
    if all(succeeds("flatpak", "info", name) for name in names):
        return True
    return (succeeds("flatpak", "--user", "remote-add", "--if-not-exists", "flathub", FLATHUB,
                     seconds=60) and
            succeeds("flatpak", "--user", "install", "--noninteractive", "flathub", *names))


def build(manifest, folder, project):
    """Build and install what the manifest says; modules that did not change come from the cache."""
    for module in manifest["modules"]:
        for source in module["sources"]:
            if source["type"] == "dir":
                source["path"] = str((project / "flatpak" / source["path"]).resolve())
    path = folder / f"{manifest['id']}.json"
    path.write_text(json.dumps(manifest, indent=2))
    fuse = [] if os.access("/dev/fuse", os.W_OK) else ["--disable-rofiles-fuse"]
    run("flatpak-builder", "--user", "--install", "--force-clean", *fuse, "--jobs=2",
        f"--default-branch={BRANCH}", f"--state-dir={folder / 'state'}",
        f"--extra-sources={folder / 'sources'}", f"--repo={folder / 'repo'}",
        folder / "tree", path, stdout=sys.stderr, cwd=folder)


def use(name, project, folder):
    """Use what was installed in its sandbox; whether anything failed. The dialogs for files are
    answered by tests/portal.py, to which the desktop's own portal is led."""
    settings, bounds = folder / "portal", folder / "bounds/true-bounds.so"
    for place in (settings, bounds.parent):
        place.mkdir(exist_ok=True)
    portal.write_settings(settings)
    flags = run("pkg-config", "--cflags", "--libs", "gtk4", capture_output=True, text=True).stdout
    run("cc", "-shared", "-fPIC", "-o", bounds, project / "tests/true-bounds.c", *flags.split())
    # What the story looks at outside of the window may see all of its folder.
    command = folder / "levman-review"
    command.write_text(f'#!/bin/sh\nexec flatpak run --filesystem="$HOME" {name} "$@"\n')
    command.chmod(0o755)
    environment = dict(os.environ, XDG_DESKTOP_PORTAL_DIR=str(settings), GSK_RENDERER="cairo",
                       LEVMAN_ALL_SERVICES="yes",
                       GTK_A11Y="atspi", LC_ALL="nl_NL.UTF-8", LEVMAN_NOW="2026-11-23T09:00:00Z",
                       LEVMAN_PROGRAM=str(command), LEVMAN_SOURCEDIR=str(project),
                       LEVMAN_TRUE_BOUNDS=str(bounds), LEVMAN_PICTURES=str(folder))
    checks = [["-", sys.executable, project / "build-aux/flatpak_check.py", name,
               folder / "sandbox.png"]]
    runtime = Path("/run/user") / str(os.geteuid())
    own = []
    if os.geteuid() == 0:
        # A program in the sandbox finds the files that it is given there and nowhere else.
        own = ["bwrap", "--dev-bind", "/", "/", "--tmpfs", runtime.parent]
        environment["LEVMAN_RUNTIME_DIR"] = str(runtime)
        checks.append(["-", sys.executable, project / "tests/test-window-round.py", "sandbox"])
    else:
        say("the story with files from the portal is not played: their mount takes root")
    failed = False
    for words in checks:
        status = subprocess.run([*own, project / "tests/run-view.sh", *words], env=environment,
                                check=False).returncode
        print(f"{'FAILED' if status else 'ok    '} {words[2].name}", flush=True)
        failed |= status != 0
    return failed


def main():
    parser = argparse.ArgumentParser(prog="build-aux/flatpak")
    parser.add_argument("--stand-in", action="store_true")
    parser.add_argument("--sources", type=Path)
    parser.add_argument("places", type=Path, nargs=3)
    arguments = parser.parse_args()
    project, folder, target = arguments.places
    manifest = json.loads((project / "flatpak/nl.levman.Review.json").read_text())

    make_user(folder)
    stand_in = arguments.stand_in or not has_runtime(manifest)
    missing = flatpak_sources.gather(manifest, folder, arguments.sources)
    if missing and not stand_in:
        sys.exit("flatpak: these archives could not be had; put them in a folder for --sources:\n" +
                 "\n".join(f"  {source['url']}\n    sha256 {source['sha256']}"
                           for source in missing.values()))
    if stand_in:
        say("no GNOME runtime here; Debian 13 stands in for it")
        for name in missing:
            say(f"the archive of {name} is not to be had here; the stand-in has Debian's {name}")
        flatpak_runtime.make(manifest, folder, missing)
    build(manifest, folder, project)

    kind = "-stand-in" if stand_in else ""
    bundle = target / f"levman-review-{get_version(project)}{kind}.flatpak"
    run("flatpak", "build-bundle", folder / "repo", bundle, manifest["id"], BRANCH,
        *([] if stand_in else [f"--runtime-repo={FLATHUB}"]))
    failed = use(manifest["id"], project, folder)
    print(bundle)
    return failed


if __name__ == "__main__":
    sys.exit(main())
