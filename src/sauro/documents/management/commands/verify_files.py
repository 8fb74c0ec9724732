"""``manage verify_files``: hash every stored file again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.documents.models import StoredFile
from sauro.documents.services.storage import verify_store

_PROBLEMS = {"missing": gettext_lazy("không còn trong kho"), "changed": gettext_lazy("nội dung đã khác")}


class Command(BaseCommand):
    """Compares the store with its rows; exits non-zero when something is missing or changed."""

    help = "Kiểm tra từng tệp trong kho so với mã băm đã ghi."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each fault."""
        faults = verify_store()
        for fault in faults:
            self.stderr.write(f"{fault.storage_name}: {_PROBLEMS[fault.problem]}")
        if faults:
            raise CommandError(_("Có %(count)d tệp không đúng. Hãy khôi phục từ bản sao lưu.") % {"count": len(faults)})
        self.stdout.write(_("Đủ và đúng %(count)d tệp.") % {"count": StoredFile.objects.count()})
