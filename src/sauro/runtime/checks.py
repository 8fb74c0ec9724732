"""The checks behind `sauro check`."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
from cryptography.fernet import Fernet, InvalidToken

from sauro.common.crypto import KEY_NAME, cipher_of
from sauro.runtime import shell
from sauro.runtime.database import Addresses
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import capture_sauro
from sauro.runtime.texts import gettext as _

HASH_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Result:
    """One finding. `needed` tells a fault from a feature that this machine goes without."""

    fine: bool
    sentence: str
    needed: bool = True

    @property
    def failed(self) -> bool:
        """Whether the product cannot work properly."""
        return self.needed and not self.fine

    @property
    def mark(self) -> str:
        """One word before the sentence."""
        if self.fine:
            return _("ĐẠT  ")
        return _("LỖI  ") if self.needed else _("THIẾU")


def machine(folder: DataFolder) -> Iterator[Result]:
    """Python, private folders, free space, and the programs that some features use."""
    yield Result(sys.version_info >= (3, 11), f"Python {sys.version.split()[0]}")
    exposed = [item for item in (folder.secrets, *folder.secrets.iterdir()) if item.stat().st_mode & 0o077]
    yield Result(not exposed, _("Thư mục khóa chỉ chủ đọc được: %(folder)s") % {"folder": folder.secrets})
    free = shutil.disk_usage(folder.root).free / 1_000_000_000
    yield Result(free > 1, _("Còn trống %(free).1f GB trên đĩa") % {"free": free})
    languages = shell.run(["tesseract", "--list-langs"], timeout=30)
    yield Result(
        "vie" in languages.output.split(),
        _("Đọc bản quét: tesseract với gói tiếng Việt (apt install tesseract-ocr-vie)"),
        needed=False,
    )
    yield Result(
        shutil.which("soffice") is not None,
        _("Đọc .doc, .rtf: LibreOffice (apt install libreoffice-writer)"),
        needed=False,
    )


def server(addresses: Addresses) -> Iterator[Result]:
    """Version and extensions of the database server, and that the application's role owns nothing."""
    with psycopg.connect(addresses.application) as connection:
        version = connection.info.server_version
        yield Result(version >= 170000, f"PostgreSQL {version // 10000}.{version % 10000}")
        known = {row[0] for row in connection.execute("SELECT extname FROM pg_extension")}
        yield Result({"pg_trgm", "btree_gist"} <= known, _("Phần mở rộng pg_trgm, btree_gist"))
        owned = connection.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user").fetchone()
        yield Result(owned == (0,), _("Vai trò của ứng dụng không sở hữu bảng nào"), needed=addresses.embedded)


def django(addresses: Addresses) -> Iterator[Result]:
    """Django's own checks, and that no migration waits."""
    for arguments, sentence in (
        (["check"], _("Cấu hình")),
        (["migrate", "--check"], _("Cấu trúc cơ sở dữ liệu là bản mới nhất (sauro migrate)")),
    ):
        code, output = capture_sauro(addresses, "manage", *arguments, with_errors=True)
        yield Result(code == 0, sentence if code == 0 else f"{sentence}\n{output.strip()[-1500:]}")


def encrypted_columns(folder: DataFolder, addresses: Addresses) -> Iterator[Result]:
    """That the field key opens every stored secret of a second factor. Creates no key; says nothing about a database
    without accounts' tables, which another check reports."""
    with psycopg.connect(addresses.application) as connection:
        if connection.execute("SELECT to_regclass('accounts_user')").fetchone() == (None,):
            return
        rows = connection.execute("SELECT totp_secret FROM accounts_user WHERE totp_secret IS NOT NULL").fetchall()
    key = folder.secrets / KEY_NAME
    cipher = cipher_of(key.read_text(encoding="ascii").strip()) if key.exists() else None
    closed = sum(not _opens(cipher, bytes(secret)) for (secret,) in rows)
    if closed:
        sentence = _(
            "Khóa %(key)s không mở được %(closed)d/%(count)d mã bí mật xác thực hai lớp: hãy chép lại thư mục secrets/ "
            "đã cất riêng (docs/admin/backup.md), rồi khởi động lại"
        )
    else:
        sentence = _("Khóa %(key)s mở được mọi mã bí mật xác thực hai lớp đã lưu (%(count)d)")
    yield Result(not closed, sentence % {"key": key, "closed": closed, "count": len(rows)})


def _opens(cipher: Fernet | None, token: bytes) -> bool:
    try:
        return cipher is not None and bool(cipher.decrypt(token))
    except InvalidToken:
        return False


def stored_files(folder: DataFolder, *, read_all: bool) -> Iterator[Result]:
    """Count the stored files; with `read_all` compare each with the SHA-256 that its name says."""
    files = [file for file in folder.files.rglob("*") if file.is_file()]
    changed = [file for file in files if read_all and _differs(file)]
    sentence = _("%(count)d tệp đã lưu") % {"count": len(files)}
    if changed:
        sentence += _(", %(count)d tệp không đúng mã băm: %(first)s") % {"count": len(changed), "first": changed[0]}
    yield Result(not changed, sentence)


def _differs(file: Path) -> bool:
    wanted = HASH_NAME.fullmatch(file.stem)
    if wanted is None:
        return False
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() != wanted.group()
