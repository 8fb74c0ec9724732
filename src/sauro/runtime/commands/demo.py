"""`sauro demo`: load the invented demo province."""

from __future__ import annotations

import argparse

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument(
        "--tasks", type=int, default=0, metavar="N", help=_("dựng thêm khoảng N nhiệm vụ trong mười tám tháng")
    )
    parser.add_argument(
        "--workforce", action="store_true", help=_("nạp cả 47.557 người trong biên chế của 102 xã, phường, đặc khu")
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=_("số gieo: cùng số thì cùng lịch sử"))


def run(options: argparse.Namespace) -> int:
    """Bring the database up to date and load the demo; what exists already is left alone."""
    with database.available(DataFolder.from_environment()) as addresses:
        more = ["--workforce"] if options.workforce else []
        return run_sauro(addresses, "migrate", "--if-needed") or run_sauro(
            addresses, "manage", "load_demo", f"--tasks={options.tasks}", f"--seed={options.seed}", *more
        )
