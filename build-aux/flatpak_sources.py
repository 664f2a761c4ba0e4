"""The archives of the Flatpak's modules, each known by its SHA-256."""

import hashlib
import shutil
import subprocess
import urllib.request

# Debian's source package of a module, where it has another name.
DEBIAN = {"minizip": "zlib", "libical": "libical3"}


def get_sum(path):
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def get_archive(module):
    """The one archive of a module; none for the program itself."""
    return next((source for source in module["sources"] if source["type"] == "archive"), None)


def get_place(source, folder):
    """Where flatpak-builder looks for an archive, before it downloads it."""
    name = source.get("dest-filename") or source["url"].rpartition("/")[2]
    return folder / "sources/downloads" / source["sha256"] / name


def accept(path, source, folder):
    """Keep a file when it is the archive; whether it is."""
    if not path.is_file() or get_sum(path) != source["sha256"]:
        return False
    place = get_place(source, folder)
    if path != place:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return True


def find(source, folder, given):
    return given is not None and any(accept(path, source, folder)
                                     for path in sorted(given.iterdir()))


def download(source, folder):
    path = folder / "download"
    for address in [source["url"], *source.get("mirror-urls", [])]:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer, path.open("wb") as file:
                shutil.copyfileobj(answer, file)
        except OSError:
            continue
        if accept(path, source, folder):
            return True
    return False


def get_mirror():
    """The mirror that the environment's own apt is set to."""
    said = subprocess.run(["apt-get", "indextargets", "--format", "$(SITE)",
                           "Created-By: Packages", "Component: main"],
                          capture_output=True, text=True, check=False).stdout.split()
    return said[0] if said else "http://deb.debian.org/debian"


def take_from_debian(module, source, folder):
    """What `apt-get source` fetches, with lists of its own so that apt itself is left alone."""
    work = folder / "apt"
    (work / "lists/partial").mkdir(parents=True, exist_ok=True)
    (work / "sources.list").write_text(f"deb-src {get_mirror()} trixie main\n")
    options = [f"-oDir::Etc::sourcelist={work / 'sources.list'}",
               "-oDir::Etc::sourceparts=/dev/null", f"-oDir::State::lists={work / 'lists'}",
               f"-oDir::Cache={work}", "-oAPT::Sandbox::User=root"]
    quiet = {"cwd": work, "check": False, "stdout": subprocess.DEVNULL,
             "stderr": subprocess.DEVNULL}
    if not any((work / "lists").glob("*Sources*")):
        subprocess.run(["apt-get", *options, "-qq", "update"], **quiet)
    subprocess.run(["apt-get", *options, "-qq", "source", "--download-only",
                    DEBIAN.get(module["name"], module["name"])], **quiet)
    return any(accept(path, source, folder) for path in sorted(work.glob("*.orig.tar.*")))


def gather(manifest, folder, given):
    """Put every archive into FOLDER/sources; returns those that are nowhere, by module."""
    missing = {}
    for module in manifest["modules"]:
        source = get_archive(module)
        if source is None or accept(get_place(source, folder), source, folder):
            continue
        if not (find(source, folder, given) or download(source, folder) or
                take_from_debian(module, source, folder)):
            missing[module["name"]] = source
    return missing
