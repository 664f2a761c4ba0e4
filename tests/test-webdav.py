#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives to a WebDAV server through a mount and cuts the connection at 20 moments.

The server is Apache on loopback, the mount davfs2 in a mount namespace of its own, and between
them is a proxy that at some request lets half of it through, or all of it and not its answer, and
after that nothing more. Whatever has its final name on the server then is whole, and once the
connection is back the next attempt through the same mount completes the archive.
Where nothing can be mounted the test is skipped; test-connection.py cuts without a mount.
"""

import json
import os
import re
import select
import shutil
import socket
import subprocess
import sys
import threading
import time
import unittest

from levman import PROGRAM, Story

MOMENTS = 20
ATTEMPTS = 10
SKIPPED = 77  # as Meson understands it
MODULES = "/usr/lib/apache2/modules"
SERVER = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/log
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule dav_module {modules}/mod_dav.so
LoadModule dav_fs_module {modules}/mod_dav_fs.so
User nobody
Group nogroup
DavLockDB {folder}/locks
DocumentRoot {root}
<Directory {root}>
  Dav On
  Require all granted
</Directory>
"""
# A kernel of 6.18 reads folders in pieces larger than the buffer that davfs2 has by itself.
CLIENT = """
dav_user root
dav_group root
cache_dir {folder}/cache
use_locks 0
ask_auth 0
delay_upload 0
dir_refresh 1
file_refresh 1
connect_timeout 5
read_timeout 10
retry 1
max_retry 1
buf_size 256
"""
MOUNT = """
mount -t tmpfs tmpfs /run && mount --bind "$1" /etc/davfs2/davfs2.conf &&
mount.davfs "$2" "$3" -o uid=0 >&2 && echo mounted && read -r line
umount "$3" >&2
"""


def find_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_naming(_, line):
    """Whether a request gives the folder of a dossier its name."""
    return line.startswith(b"MOVE ") and line.count(b".levman-") == 1


class Proxy(threading.Thread):
    """Passes on what a client and a server say to each other, until the request at which it cuts."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server = server
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.begin()
        self.start()

    def begin(self, is_cut_at=lambda number, line: False, is_late=False):
        """Opens the connection, to cut it at the request of which @is_cut_at says so."""
        self.n_requests = 0
        self.is_cut_at, self.is_late = is_cut_at, is_late
        self.is_losing = self.is_cut = False

    def run(self):
        while True:
            client, _ = self.listener.accept()
            if self.is_cut:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self.server))
            threading.Thread(target=self.serve, args=(client, server), daemon=True).start()

    def serve(self, client, server):
        with client, server:
            try:
                while not self.is_cut:
                    ready = select.select([client, server], [], [], 0.05)[0]
                    for source in ready:
                        data = source.recv(16384)
                        if not data:
                            return
                        if source is client:
                            server.sendall(self.request(data))
                        elif self.is_losing:
                            self.is_cut = True
                        else:
                            client.sendall(data)
            except OSError:
                pass

    def request(self, data):
        """What of a request, or of a piece of a large one, goes by."""
        self.n_requests += 1
        if not self.is_cut_at(self.n_requests, data.split(b"\r\n", 1)[0]):
            return data
        self.is_losing, self.is_cut = self.is_late, not self.is_late
        return data if self.is_late else data[:len(data) // 2]


class WebDAV(Story):
    def setUp(self):
        super().setUp()
        self.make_example()
        self.root = self.folder / "server"
        self.mount = self.folder / "mount"
        self.mount.mkdir()
        self.start_server()
        self.proxy = Proxy(self.port)
        self.start_mount()

    def start_server(self):
        folder = self.folder / "apache"
        self.port = find_port()
        for path in folder, self.root:
            path.mkdir()
            if os.geteuid() == 0:
                shutil.chown(path, "nobody", "nogroup")
        self.folder.chmod(0o711)
        configuration = self.folder / "apache.conf"
        configuration.write_text(SERVER.format(folder=folder, root=self.root, port=self.port,
                                               modules=MODULES))
        server = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", "apache2", "-D", "FOREGROUND",
                                   "-f", configuration])
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        for _ in range(100):
            try:
                return socket.create_connection(("127.0.0.1", self.port)).close()
            except ConnectionRefusedError:
                time.sleep(0.05)
        self.fail("the server does not listen")

    def start_mount(self):
        (self.folder / "cache").mkdir()
        configuration = self.folder / "davfs2.conf"
        configuration.write_text(CLIENT.format(folder=self.folder))
        words = ["unshare", "--mount"] + (["--user", "--map-root-user"] if os.geteuid() else [])
        holder = subprocess.Popen([*words, "sh", "-c", MOUNT, "mount", configuration,
                                   f"http://127.0.0.1:{self.proxy.port}/", self.mount],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
        if holder.stdout.readline() != "mounted\n":
            self.skipTest(holder.communicate()[1])
        self.holder = holder
        self.addCleanup(holder.communicate, "\n")

    def run_inside(self, *words):
        user = ["--user", "--preserve-credentials"] if os.geteuid() else []
        return subprocess.run(["nsenter", "--target", str(self.holder.pid), "--mount", *user,
                               *map(str, words)],
                              env=dict(os.environ, LEVMAN_NOW=self.now), capture_output=True,
                              text=True, check=False, timeout=120)

    def attempt(self, name):
        return self.run_inside(PROGRAM, "archive", self.database, self.mount / name)

    def check_whole(self, folder):
        """On the server itself: what has its final name is right. Returns how many dossiers have."""
        outcome = self.run_program("verify", folder, "--json")
        if not outcome.out:
            return 0
        for file in json.loads(outcome.out)["files"]:
            # The mount does not know of a file that arrived without its answer.
            is_left = re.search(r"\.levman-[0-9a-f]{16}\.tmp$", file["name"])
            self.assertEqual(file["verdict"], "extra" if is_left else "right", file)
        manifests = [path for path in folder.rglob("manifest.sha256")
                     if ".tmp" not in str(path.relative_to(folder))]
        for manifest in manifests:
            subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest.name],
                           cwd=manifest.parent, check=True)
        return len(manifests)

    def resume(self, name):
        """Tries again, as often as it takes the mount to notice what is there."""
        for _ in range(ATTEMPTS):
            outcome = self.attempt(name)
            if outcome.returncode == 0:
                return
            time.sleep(1)
        self.fail(outcome)

    def cut(self, name, is_cut_at, is_late):
        """One archive, to a folder of its own; returns how many dossiers were whole at the cut."""
        shutil.copy(self.original, self.database)
        self.proxy.begin(is_cut_at, is_late)
        outcome = self.attempt(name)
        self.assertEqual(outcome.returncode, 1, outcome)
        self.assertTrue(outcome.stderr.startswith("levman-review: "), outcome)
        n_whole = self.check_whole(self.root / name)

        self.proxy.begin()
        self.resume(name)
        self.assertEqual(self.check_whole(self.root / name), self.n_dossiers)
        self.assertEqual(list((self.root / name).rglob("*.tmp")), [])
        self.fail_with(1, "archive", self.database, self.root,
                       says=["kan al worden gearchiveerd"])
        return n_whole

    def test_cuts(self):
        self.original = self.folder / "original.levman"
        shutil.copy(self.database, self.original)
        whole = self.attempt("archief")
        self.assertEqual(whole.returncode, 0, whole)
        n_requests = self.proxy.n_requests
        self.n_dossiers = self.check_whole(self.root / "archief")
        self.assertGreater(self.n_dossiers, 0)
        self.assertGreater(n_requests, MOMENTS * 2)
        print(f"# {self.n_dossiers} dossiers, {n_requests} requests", file=sys.stderr)
        for i in range(MOMENTS - 2):
            moment = 1 + i * n_requests // MOMENTS
            with self.subTest(moment=moment):
                self.cut(f"moment {moment}", lambda number, line: number == moment, i % 2 == 1)
        # Last of all the folder gets its name.
        self.assertEqual(self.cut("half", is_naming, False), 0)
        self.assertEqual(self.cut("late", is_naming, True), 1)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    sys.exit(SKIPPED if result.skipped else not result.wasSuccessful())
