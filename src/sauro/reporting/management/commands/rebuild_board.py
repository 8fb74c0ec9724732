"""`rebuild_board`: compare the figures of the board with the assignments or their history, and make them anew."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from sauro.reporting.enums import CellSource
from sauro.reporting.selectors.drift import board_drift
from sauro.reporting.services.board_cells import rebuild_board


class Command(BaseCommand):
    """Rebuild the figures of the board. People go on working meanwhile."""

    help = "Đối chiếu số liệu của bảng theo dõi với nhiệm vụ (hoặc lịch sử của nhiệm vụ) và làm lại chỗ sai."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the arguments."""
        parser.add_argument("--from", dest="source", choices=CellSource.values, default=CellSource.ROWS)
        parser.add_argument("--check", action="store_true", help="chỉ đối chiếu; có chỗ sai thì kết thúc với mã 1")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Compare or rebuild, and say how much was wrong."""
        source = CellSource(options["source"])
        if options["check"]:
            wrong = len(board_drift(source))
            if wrong:
                raise CommandError(_("Có %(count)s ô số liệu sai.") % {"count": wrong})
            self.stdout.write(_("Số liệu của bảng theo dõi đúng."))
            return
        wrong = rebuild_board(source=source)
        self.stdout.write(_("Đã làm lại số liệu của bảng theo dõi; %(count)s ô đã sai.") % {"count": wrong})
