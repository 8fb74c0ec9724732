"""`sauro db`: the embedded PostgreSQL by hand."""

from __future__ import annotations

import argparse

from sauro.runtime.folder import DataFolder
from sauro.runtime.postgres import ADMIN, APPLICATION, OWNER, Server
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say

ROLES = {"app": APPLICATION, "owner": OWNER, "admin": ADMIN}


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("action", choices=("start", "stop", "url", "status"))
    parser.add_argument("--role", choices=sorted(ROLES), default="app")


def run(options: argparse.Namespace) -> int:
    """Start, stop, or print the address. `start` leaves the server running until `stop`."""
    server = Server.of(DataFolder.from_environment())
    if options.action == "stop":
        say(_("Đã dừng cơ sở dữ liệu.") if server.release() else _("Cơ sở dữ liệu không chạy."))
        return 0
    if options.action == "status":
        running = server.port is not None
        say(_("Đang chạy.") if running else _("Không chạy."))
        return 0 if running else 3
    if options.action == "start":
        server.keep()
    say(server.url(ROLES[options.role]))
    return 0
