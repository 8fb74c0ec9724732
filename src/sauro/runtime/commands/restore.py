"""`sauro restore FILE`: put a backup in place."""

from __future__ import annotations

import argparse
from pathlib import Path

from sauro.runtime import database
from sauro.runtime.commands import migrate
from sauro.runtime.folder import DataFolder
from sauro.runtime.locks import only_one
from sauro.runtime.restore import key_is_here, restore_backup
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--force", action="store_true", help=_("thay dữ liệu đang có"))


def run(options: argparse.Namespace) -> int:
    """Verify, restore, then bring an older backup up to date and grant the application its rights again."""
    folder = DataFolder.from_environment()
    folder.prepare()
    with only_one(folder), database.available(folder) as addresses:
        manifest = restore_backup(folder, addresses.owner, options.file, force=options.force)
        addresses.publish()
        migrate.run(argparse.Namespace(if_needed=False, tell_empty=False))
    say(
        _("Đã khôi phục bản sao lưu lúc %(when)s: %(tables)d bảng, %(rows)d dòng, %(files)d tệp, tất cả đúng mã băm.")
        % {
            "when": manifest.created_at,
            "tables": len(manifest.rows),
            "rows": sum(manifest.rows.values()),
            "files": len(manifest.members) - 1,
        }
    )
    if not key_is_here(folder, manifest):
        say(
            _("Chú ý: khóa trong %(folder)s khác khóa của bản sao lưu. Hãy chép tệp secret-key của máy cũ vào đó.")
            % {"folder": folder.secrets}
        )
    return 0
