"""`sauro clean`: remove what an installation keeps on this machine, except its backups."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.locks import only_one
from sauro.runtime.placement import outside_home
from sauro.runtime.postgres import Server, has_home
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--yes", action="store_true", help=_("không hỏi lại"))


def run(options: argparse.Namespace) -> int:
    """Ask, stop the embedded servers (that of the tests too), and remove the folders."""
    folder = DataFolder.from_environment()
    if not folder.root.exists():
        say(_("Không có dữ liệu ở %(folder)s.") % {"folder": folder.root})
        return 0
    if not options.yes and not _confirmed(folder.root):
        say(_("Không xóa gì."))
        return 1
    folder.prepare()
    with only_one(folder):
        for used in (DataFolder(folder.root / "test"), folder):
            _remove_server(used)
        kept = [folder.backups] if any(folder.backups.iterdir()) else []
        for item in folder.root.iterdir():
            if item not in kept:
                shutil.rmtree(item) if item.is_dir() else item.unlink()
    if kept:
        say(_("Đã xóa dữ liệu; các bản sao lưu còn ở %(folder)s.") % {"folder": folder.backups})
    else:
        folder.root.rmdir()
        say(_("Đã xóa %(folder)s.") % {"folder": folder.root})
    return 0


def _remove_server(folder: DataFolder) -> None:
    if has_home(folder):
        Server.of(folder).release()
    shutil.rmtree(outside_home(folder), ignore_errors=True)


def _confirmed(root: Path) -> bool:
    if not sys.stdin.isatty():
        raise MachineError(_("Việc này xóa toàn bộ dữ liệu ở %(folder)s. Thêm --yes để xóa.") % {"folder": root})
    answer = input(_("Xóa toàn bộ dữ liệu ở %(folder)s? Gõ xoa để xóa: ") % {"folder": root})
    return answer.strip().lower() in ("xoa", "xóa", "xoá")
