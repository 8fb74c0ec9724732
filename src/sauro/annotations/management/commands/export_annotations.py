"""`export_annotations`: the reviewed documents of one domain as annotated ones: file, text and annotation of each."""

from __future__ import annotations

import json
import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from sauro.access.actor import Door, system_actor
from sauro.annotations.services.exporting import export_all
from sauro.common.domains import Domain
from sauro.common.ids import new_id
from sauro.documents.models import Document


class Command(BaseCommand):
    """Write the annotations into an empty folder, readable by nobody else."""

    help = "Xuất các văn bản đã rà soát xong thành bản chú giải để đo độ chính xác của máy."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the arguments."""
        parser.add_argument("--out", required=True, metavar="THƯ-MỤC", help="thư mục mới hoặc trống")
        parser.add_argument("--domain", required=True, choices=Domain.values, help="chỉ một khối mỗi lần")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Export everything."""
        folder = Path(options["out"])
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(_("Thư mục %(folder)s đã có tệp; hãy chọn thư mục mới hoặc trống.") % {"folder": folder})
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        actor = system_actor(str(new_id()), door=Door.COMMAND, name="Xuất bản chú giải")
        count = 0
        for document, annotation in export_all(actor=actor, domain=options["domain"]):
            _write(folder, document, annotation)
            count += 1
        told = _("Đã xuất %(count)s văn bản đã rà soát xong vào %(folder)s.")
        self.stdout.write(told % {"count": count, "folder": folder})


def _write(folder: Path, document: Document, annotation: dict[str, Any]) -> None:
    source = folder / annotation["source"]
    source.with_suffix(".txt").write_text(annotation["text"], encoding="utf-8")
    body = json.dumps(annotation, ensure_ascii=False, indent=1)
    source.with_suffix(".json").write_text(body, encoding="utf-8")
    if document.file is not None:
        with default_storage.open(document.file.storage_name) as stored, source.open("wb") as copy:
            shutil.copyfileobj(stored, copy)
