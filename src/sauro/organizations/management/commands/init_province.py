"""`init_province`: create the units of a real province, or of the invented one of the demo."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from sauro.access.actor import Actor, Door, system_actor
from sauro.common.errors import DomainError
from sauro.common.ids import new_id
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.organizations.services.set_up import PARTY_CUT_OVER, SetUpResult, set_up_province, set_up_units


class Command(BaseCommand):
    """Create territories and bodies of one province. May be repeated: what exists is left as it is."""

    help = "Tạo danh mục đơn vị của một tỉnh có thật (--province) hoặc của tỉnh mẫu (--demo)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the arguments."""
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--province", metavar="MÃ", help="mã tỉnh hai chữ số, ví dụ 91")
        which.add_argument("--demo", action="store_true", help="tỉnh mẫu Lạc Giang")
        parser.add_argument(
            "--party-cut-over",
            type=dt.date.fromisoformat,
            default=PARTY_CUT_OVER,
            metavar="NĂM-THÁNG-NGÀY",
            help="ngày đầu tiên theo Quy định 208-QĐ/TW ở cấp xã (mặc định %(default)s)",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Set up, and say how many units there are."""
        actor = system_actor(str(new_id()), door=Door.COMMAND, name="Khởi tạo danh mục đơn vị")
        try:
            with pghistory.context(request=actor.request_id, door=str(actor.door)):
                result = _set_up(actor, options)
        except DomainError as error:
            raise CommandError(error.message) from error
        told = _("Đã tạo %(created)s đơn vị; có sẵn %(existing)s.")
        self.stdout.write(told % {"created": result.created, "existing": result.existing})


def _set_up(actor: Actor, options: dict[str, Any]) -> SetUpResult:
    cut_over: dt.date = options["party_cut_over"]
    if options["demo"]:
        return set_up_units(
            actor=actor, province=PROVINCE, communes=demo_communes(), earlier=SINCE, party_cut_over=cut_over
        )
    return set_up_province(actor=actor, province_code=options["province"], party_cut_over=cut_over)
