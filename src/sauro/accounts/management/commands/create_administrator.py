"""`create_administrator`: the first account of a real province."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from sauro.access.actor import Door, system_actor
from sauro.accounts.services.first_administrator import create_first_administrator
from sauro.common.errors import DomainError
from sauro.common.ids import new_id


class Command(BaseCommand):
    """Create the first administrator and print the first password, once."""

    help = "Tạo tài khoản quản trị đầu tiên của tỉnh; in mật khẩu ban đầu một lần."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the arguments."""
        parser.add_argument("--username", required=True, metavar="TÊN", help="tên đăng nhập, ví dụ quantri")
        parser.add_argument("--name", required=True, metavar="HỌ-TÊN", help="họ và tên người quản trị")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Create the account."""
        actor = system_actor(str(new_id()), door=Door.COMMAND, name="Khởi tạo quản trị")
        try:
            with pghistory.context(request=actor.request_id, door=str(actor.door)):
                user, password = create_first_administrator(
                    actor=actor, username=options["username"], full_name=options["name"]
                )
        except DomainError as error:
            raise CommandError(error.message) from error
        told = _("Đã tạo quản trị %(username)s. Mật khẩu ban đầu (chỉ hiện lần này): %(password)s")
        self.stdout.write(told % {"username": user.username, "password": password})
