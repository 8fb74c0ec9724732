"""`sauro init --province CODE`: set up the real units of one province."""

from __future__ import annotations

import argparse

from sauro.runtime.commands import manage, migrate
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--province", required=True, metavar="CODE", help=_("mã tỉnh, ví dụ 91"))


def run(options: argparse.Namespace) -> int:
    """Bring the database up to date, then create province, communes, departments and Party bodies."""
    migrate.run(argparse.Namespace(if_needed=True, tell_empty=False))
    manage.call(["init_province", "--province", options.province])
    return 0
