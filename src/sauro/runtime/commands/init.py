"""`sauro init --province CODE`: set up the real units of one province."""

from __future__ import annotations

import argparse

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--province", required=True, metavar="CODE", help=_("mã tỉnh, ví dụ 91"))


def run(options: argparse.Namespace) -> int:
    """Bring the database up to date, then create province, communes, departments and Party bodies."""
    with database.available(DataFolder.from_environment()) as addresses:
        return run_sauro(addresses, "migrate", "--if-needed") or run_sauro(
            addresses, "manage", "init_province", "--province", options.province
        )
