"""`sauro backup [FILE]`: database and files in one file."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from sauro.runtime import database
from sauro.runtime.backup import write_backup
from sauro.runtime.folder import DataFolder
from sauro.runtime.texts import VIETNAM, say
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("mặc định: thư mục backups"))


def run(options: argparse.Namespace) -> int:
    """Write the backup; the product may be running."""
    folder = DataFolder.from_environment()
    target = options.file or folder.backups / f"sauro-{datetime.now(VIETNAM):%Y%m%d-%H%M%S}.tar"
    with database.available(folder) as addresses:
        manifest = write_backup(folder, addresses.owner, target.absolute())
    size = target.stat().st_size / 1_000_000
    say(
        _("Đã sao lưu vào %(file)s: %(tables)d bảng, %(rows)d dòng, %(files)d tệp, %(size).1f MB.")
        % {
            "file": target,
            "tables": len(manifest.rows),
            "rows": sum(manifest.rows.values()),
            "files": len(manifest.members) - 1,
            "size": size,
        }
    )
    say(
        _(
            "Bản sao lưu không chứa khóa. Hãy cất riêng một bản của cả thư mục %(folder)s: "
            "thiếu nó, các cột mã hóa không đọc được."
        )
        % {"folder": folder.secrets}
    )
    return 0
