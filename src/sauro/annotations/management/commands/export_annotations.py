"""`export_annotations`: the reviewed documents of one domain as annotated documents, a text and a JSON file each."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from sauro.access.actor import Door, system_actor
from sauro.annotations.services.exporting import export_all
from sauro.common.domains import Domain
from sauro.common.ids import new_id


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
        for _document, annotation in export_all(actor=actor, domain=options["domain"]):
            text = folder / annotation["source"]
            text.write_text(annotation["text"], encoding="utf-8")
            body = json.dumps(annotation, ensure_ascii=False, indent=1)
            text.with_suffix(".json").write_text(body, encoding="utf-8")
            count += 1
        told = _("Đã xuất %(count)s văn bản đã rà soát xong vào %(folder)s.")
        self.stdout.write(told % {"count": count, "folder": folder})
