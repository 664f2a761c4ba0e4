"""A runtime and an SDK that stand in for GNOME's where those cannot be had.

They are the Debian 13 of the builds, without the libraries that the modules of the manifest build:
those must come out of the modules, as with the true runtime.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
from pathlib import Path

NAME, BRANCH = "nl.levman.StandIn", "trixie"
# What Debian's packages of the modules install, as patterns of tar.
LIBRARIES = {
    "minizip": ["*/libminizip.*", "include/minizip", "*/minizip.pc"],
    "libxlsxwriter": ["*/libxlsxwriter.*", "include/xlsxwriter*", "*/xlsxwriter.pc"],
    "freexl": ["*/libfreexl.*", "include/freexl.h", "*/freexl.pc"],
    "libical": ["*/libical*", "include/libical*", "*/libical*.pc", "*/cmake/LibIcal"],
    "gmime": ["*/libgmime-3.0.*", "include/gmime-3.0", "*/gmime-3.0.pc"],
    "libspelling": ["*/libspelling-1.*", "include/libspelling-1", "*/libspelling-1.pc"],
}
UNUSED = ["share/doc", "share/man", "share/info", "share/locale/[a-df-mo-z]*", "share/gir-1.0",
          "share/i18n", "share/vulkan", "lib/systemd", "lib/gnumeric",
          "lib/goffice", "lib/libspreadsheet*", "lib/debug", "share/gnumeric", "bin/flatpak*",
          "bin/clang*", "lib/*/libclang*", "lib/llvm*", "share/gtk-doc"]
ONLY_SDK = ["include", "lib/gcc", "lib/python3*", "share/cmake*", "share/perl*", "share/auto*",
            "share/aclocal*", "lib/*/pkgconfig", "lib/*/perl*", "*.a", "bin/*-linux-gnu-*",
            "lib/linux", "bin/cmake", "bin/cpack", "bin/ctest"]


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def copy(tree, leave_out):
    """What stands in /usr and /etc, as a runtime holds it."""
    shutil.rmtree(tree, ignore_errors=True)
    usr = tree / "usr"
    for name in ("usr", "files", "var"):
        (tree / name).mkdir(parents=True)
    tops = [name for name in ("bin", "sbin", "lib", "lib64", "libexec", "share", "include")
            if Path("/usr", name).exists()]
    patterns = [f"--exclude={pattern}" for pattern in leave_out]
    with subprocess.Popen(["tar", "-C", "/usr", *patterns, "-cf", "-", *tops],
                          stdout=subprocess.PIPE) as source:
        run("tar", "-C", usr, "--no-same-owner", "-xf", "-", stdin=source.stdout)
    with subprocess.Popen(["tar", "-C", "/", "--exclude=etc/*shadow*", "--exclude=etc/apt",
                           "--exclude=etc/ssl/private", "-cf", "-", "etc"],
                          stdout=subprocess.PIPE) as source:
        run("tar", "-C", usr, "--no-same-owner", "-xf", "-", stdin=source.stdout)
    # Where a runtime looks for the libraries of the application; Flatpak adds to the first folder.
    (usr / "etc/ld.so.conf").write_text("include /run/flatpak/ld.so.conf.d/app-*.conf\n/app/lib\n"
                                        "include /run/flatpak/ld.so.conf.d/runtime-*.conf\n"
                                        "include /etc/ld.so.conf.d/*.conf\n")
    # Flatpak looks for it in /usr/bin only.
    (usr / "bin/ldconfig").symlink_to("../sbin/ldconfig")


def export(name, tree, repo):
    machine = platform.machine()
    (tree / "metadata").write_text(
        f"[Runtime]\nname={NAME}.{name}\n"
        f"runtime={NAME}.Platform/{machine}/{BRANCH}\nsdk={NAME}.Sdk/{machine}/{BRANCH}\n")
    run("flatpak", "build-export", "--runtime", "--no-update-summary",
        "--subject=Debian 13, standing in for a GNOME runtime", repo, tree, BRANCH,
        stdout=subprocess.DEVNULL)


def make(manifest, folder, missing):
    """Install the stand-ins and have the manifest use them; they keep the modules of `missing`."""
    manifest["modules"] = [module for module in manifest["modules"]
                           if module["name"] not in missing]
    manifest.update({"runtime": f"{NAME}.Platform", "sdk": f"{NAME}.Sdk",
                     "runtime-version": BRANCH})
    gone = sorted(pattern for module in manifest["modules"]
                  for pattern in LIBRARIES.get(module["name"], []))
    packages = run("dpkg-query", f"--admindir={os.environ['LEVMAN_ADMIN']}", "-W",
                   *os.environ["LEVMAN_PACKAGES"].split(), capture_output=True).stdout
    wanted = hashlib.sha256(packages + Path(__file__).read_bytes() +
                            json.dumps(gone).encode()).hexdigest()
    stamp, tree, repo = folder / "stand-in.stamp", folder / "stand-in", folder / "stand-in.repo"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    stamp.unlink(missing_ok=True)
    shutil.rmtree(repo, ignore_errors=True)
    run("ostree", "init", f"--repo={repo}", "--mode=bare-user")
    # What can be made again need not be on the disk at once; syncing takes most of the time.
    run("ostree", f"--repo={repo}", "config", "set", "core.fsync", "false")
    for name, leave_out in {"Sdk": [], "Platform": ONLY_SDK}.items():
        copy(tree, gone + UNUSED + leave_out)
        export(name, tree, repo)
    shutil.rmtree(tree)
    run("flatpak", "build-update-repo", repo, stdout=subprocess.DEVNULL)
    run("flatpak", "--user", "remote-add", "--if-not-exists", "--no-gpg-verify", "stand-in",
        f"file://{repo}")
    run("ostree", f"--repo={folder / 'installation/repo'}", "config", "set", "core.fsync", "false")
    for name in ("Platform", "Sdk"):
        run("flatpak", "--user", "install", "--noninteractive", "--or-update", "--reinstall",
            "stand-in", f"{NAME}.{name}//{BRANCH}", stdout=subprocess.DEVNULL)
    stamp.write_text(wanted)
