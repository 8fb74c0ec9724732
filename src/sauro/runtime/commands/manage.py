"""`sauro manage ...`: a Django management command against the database of this installation."""

from __future__ import annotations

import argparse
import os

from sauro.runtime import database
from sauro.runtime.folder import DataFolder


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--owner", action="store_true", help="act as the owner of the tables")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="COMMAND ...")


def run(options: argparse.Namespace) -> int:
    """Run it in this process, as the application's role."""
    call([*options.rest], as_owner=options.owner)
    return 0


def call(arguments: list[str], *, as_owner: bool = False) -> None:
    """Run one management command to its end; it may leave by SystemExit as management commands do."""
    with database.available(DataFolder.from_environment()) as addresses:
        addresses.publish(as_owner=as_owner)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
        from django.core.management import execute_from_command_line  # noqa: PLC0415 -- needs the address first

        execute_from_command_line(["sauro manage", *arguments])
