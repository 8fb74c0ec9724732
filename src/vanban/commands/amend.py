"""``--fix``, ``--diff`` and ``--comment-to``: what ``vanban check`` does to files."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from vanban.check.commenting import add_comments
from vanban.check.fixing import FixResult, apply_fixes
from vanban.check.output.checked_file import CheckedFile
from vanban.check.wordfile import NotWritable
from vanban.commands.streams import write

_YES = frozenset({"c", "có", "y", "yes"})


def show_fixes(path: Path, data: bytes, file: CheckedFile) -> None:
    """Print the safe corrections of ``file`` as a diff. Raises :class:`NotWritable`."""
    shown = _shown(apply_fixes(data, file.report.findings, name=path.name), file)
    if shown:
        write(shown)


def fix_file(path: Path, data: bytes, file: CheckedFile) -> bytes:
    """Say on standard error what will be corrected in ``file``, then put it in place.

    On a terminal the user is asked first. Returns the bytes the file now has. Raises :class:`NotWritable`.
    """
    result = apply_fixes(data, file.report.findings, name=path.name)
    shown = _shown(result, file)
    if shown:
        sys.stderr.write(f"{shown}\n")
    if not (result.changes and _agreed()):
        return data
    path.write_bytes(result.data)
    sys.stderr.write(f"Đã sửa {len(result.changes)} chỗ trong {file.name}.\n")
    return result.data


def _shown(result: FixResult, file: CheckedFile) -> str:
    left = [f"Không sửa “{one.finding.text}”: {one.why}." for one in result.skipped]
    return "\n".join([result.diff(file.name).rstrip("\n"), *left]).strip("\n")


def _agreed() -> bool:
    """True when nobody is there to be asked, or the one who is says yes."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    sys.stderr.write("Ghi những thay đổi trên vào tệp? [c/K] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES


def comment_on(path: Path, data: bytes, file: CheckedFile, out: Path) -> None:
    """Write ``file`` with a comment at each finding to ``out``. Raises :class:`NotWritable`."""
    if out.exists() and out.samefile(path):
        raise NotWritable("Tệp có ghi chú phải mang tên khác tệp gốc.")
    commented = add_comments(data, file.report.findings, at=datetime.now(UTC))
    out.write_bytes(commented.data)
    left = f"; {commented.left_out} phát hiện không còn chỗ ghi" if commented.left_out else ""
    sys.stderr.write(f"Đã ghi {commented.added} ghi chú vào {out.name}{left}.\n")
