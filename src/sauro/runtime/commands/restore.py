"""`sauro restore FILE`: put a backup in place."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from sauro.runtime import checks, database
from sauro.runtime.archive import Manifest
from sauro.runtime.commands import migrate
from sauro.runtime.folder import DataFolder
from sauro.runtime.locks import only_one
from sauro.runtime.restore import key_is_here, restore_backup
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say, vietnam_time


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
        readable = not any(result.failed for result in checks.encrypted_columns(folder, addresses))
    say(summary(manifest))
    if not readable or not key_is_here(folder, manifest):
        say(
            _(
                "Chú ý: khóa trong %(folder)s khác khóa của bản sao lưu (secret-key ký phiên đăng nhập, field-key mở "
                "các cột mã hóa). Hãy chép cả thư mục secrets/ của máy cũ vào đó, trừ các tệp postgres-* (mật khẩu "
                "cơ sở dữ liệu của riêng máy này), rồi chạy “sauro check”."
            )
            % {"folder": folder.secrets}
        )
    return 0


def summary(manifest: Manifest) -> str:
    """One sentence: which backup was restored, and how much was in it."""
    return _(
        "Đã khôi phục bản sao lưu lúc %(when)s: cơ sở dữ liệu (%(tables)d bảng, %(rows)d dòng) "
        "và %(files)d tệp, tất cả đúng mã băm."
    ) % {
        "when": vietnam_time(datetime.fromisoformat(manifest.created_at)),
        "tables": len(manifest.rows),
        "rows": sum(manifest.rows.values()),
        "files": len(manifest.members) - 1,
    }
