"""`sauro migrate`: bring the database up to date as the owner, then give the application its rights."""

from __future__ import annotations

import argparse
import os

from sauro.runtime import database, migrations
from sauro.runtime.commands import EMPTY
from sauro.runtime.folder import DataFolder
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--if-needed", action="store_true", help=_("không làm gì khi không có gì mới"))
    parser.add_argument("--tell-empty", action="store_true", help=_("mã thoát 10 khi chưa có tài khoản nào"))


def run(options: argparse.Namespace) -> int:
    """Migrate. With `--tell-empty` the exit code is EMPTY when nobody has an account yet, else 0."""
    with database.available(DataFolder.from_environment()) as addresses:
        addresses.publish(as_owner=True)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
        migrations.bring_up_to_date(role=addresses.application_role, always=not options.if_needed)
        return EMPTY if options.tell_empty and migrations.has_no_account() else 0
