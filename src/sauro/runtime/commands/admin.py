"""`sauro admin`: the first administrator of a real province."""

from __future__ import annotations

import argparse

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--username", required=True, metavar="NAME", help=_("tên đăng nhập, ví dụ quantri"))
    parser.add_argument("--name", required=True, metavar="FULL-NAME", help=_("họ và tên người quản trị"))


def run(options: argparse.Namespace) -> int:
    """Bring the database up to date, then create the account and print its first password."""
    with database.available(DataFolder.from_environment()) as addresses:
        return run_sauro(addresses, "migrate", "--if-needed") or run_sauro(
            addresses, "manage", "create_administrator", "--username", options.username, "--name", options.name
        )
