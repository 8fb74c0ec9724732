"""`sauro run`: everything a site needs, from one command, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from collections.abc import Callable

from sauro import env
from sauro.runtime import database
from sauro.runtime.commands import EMPTY
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import capture_sauro, run_sauro
from sauro.runtime.listening import address_of, answers, listen
from sauro.runtime.locks import only_one
from sauro.runtime.supervisor import Program, Supervisor
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say

MOST_BY_DEFAULT = 4
"""Web processes on a machine with more processors than that: the database needs some too."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--host", default=None, help=_("địa chỉ để nghe (SAURO_HOST, mặc định 127.0.0.1)"))
    parser.add_argument("--port", type=int, default=None, help=_("cổng (SAURO_PORT, mặc định 8000)"))
    parser.add_argument("--no-demo", action="store_true", help=_("không nạp tỉnh mẫu vào cơ sở dữ liệu trống"))
    parser.add_argument("--no-worker", action="store_true", help=_("chỉ chạy web; việc nền chạy ở máy khác"))


def run(options: argparse.Namespace) -> int:
    """Start the database, bring it up to date, fill an empty one with the demo province, and run web and worker.

    A site's own server (DATABASE_URL) never gets demo data unasked.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = DataFolder.from_environment()
    folder.prepare()
    with only_one(folder), database.available(folder) as addresses:
        empty = _bring_up_to_date(addresses)
        if addresses.embedded and not options.no_demo:
            _load_demo_once(addresses, folder, empty=empty)
        port = options.port or env.integer("SAURO_PORT", 8000, minimum=1, maximum=65535)
        with listen(options.host or env.text("SAURO_HOST", "127.0.0.1"), port) as listener:
            _supervise(listener, addresses, folder, with_worker=not options.no_worker)
    say(_("Đã dừng."))
    return 0


def _bring_up_to_date(addresses: database.Addresses) -> bool:
    """Migrate when there is something to apply. Returns whether nobody has an account yet."""
    code = run_sauro(addresses, "migrate", "--if-needed", "--tell-empty")
    if code not in (0, EMPTY):
        raise MachineError(_("Không cập nhật được cơ sở dữ liệu; xem lỗi ở trên."))
    return code == EMPTY


def _load_demo_once(addresses: database.Addresses, folder: DataFolder, *, empty: bool) -> None:
    """Fill an empty database, or finish a loading that was interrupted (loading leaves alone what exists). What the
    command prints, the accounts, is kept to be shown at every start."""
    unfinished = folder.locks / "demo-unfinished"
    if not empty and not unfinished.exists():
        return
    say(_("Cơ sở dữ liệu còn trống: đang nạp tỉnh mẫu..."))
    unfinished.touch()
    code, accounts = capture_sauro(addresses, "manage", "load_demo", with_errors=False)
    if code != 0:
        raise MachineError(_("Không nạp được tỉnh mẫu; xem lỗi ở trên."))
    folder.demo_accounts.write_text(accounts, encoding="utf-8")
    unfinished.unlink()


def _supervise(
    listener: socket.socket, addresses: database.Addresses, folder: DataFolder, *, with_worker: bool
) -> None:
    variables = addresses.variables()
    child = [sys.executable, "-m", "sauro.runtime.child"]
    # Python answers on one processor per process; they all take requests from the one socket.
    count = env.integer(
        "SAURO_WEB_PROCESSES", min(len(os.sched_getaffinity(0)), MOST_BY_DEFAULT), minimum=1, maximum=64
    )
    command = [*child, "web", str(listener.fileno())]
    web = [Program(f"web {number}", command, variables, [listener.fileno()]) for number in range(1, count + 1)]
    worker = Program("worker", [*child, "worker"], variables)

    def announce(keep_going: Callable[[], bool]) -> None:
        while not answers(listener, timeout=2):
            if not keep_going():
                return
        say("")
        say(_("Sáu Rõ đang chạy tại %(address)s  (dừng: Ctrl-C)") % {"address": address_of(listener)})
        say(_("Dữ liệu ở %(places)s") % {"places": addresses.places(folder)})
        if folder.demo_accounts.exists():
            say(folder.demo_accounts.read_text(encoding="utf-8").rstrip())

    Supervisor([*web, worker] if with_worker else web, addresses.tend).run(announce)
