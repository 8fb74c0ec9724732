"""``manage clear_residue``: rewrite the tables that purged documents lay in, now and not tonight."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from sauro.documents.services.residue import clear_residue


class Command(BaseCommand):
    """Locks each table while it is rewritten: run it when nobody works."""

    help = "Ghi lại các bảng từng chứa văn bản đã tiêu hủy, để không còn dấu vết trên đĩa."

    def handle(self, *args: Any, **options: Any) -> None:
        """Rewrite, and say for how many purges."""
        self.stdout.write(_("Đã dọn dấu vết của %(count)d lần tiêu hủy.") % {"count": clear_residue()})
