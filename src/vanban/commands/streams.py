"""Exit codes, and how the commands write and refuse."""

from __future__ import annotations

import errno
import os
import sys

EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNREADABLE = 0, 1, 2

_WHY = {
    errno.ENOENT: "không có tệp này",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ đọc",
    errno.ENAMETOOLONG: "tên tệp quá dài",
    errno.EIO: "ổ đĩa đọc lỗi",
}


def why(error: OSError) -> str:
    """Say in Vietnamese why a file could not be used; the system's own words for what is rare."""
    return _WHY.get(error.errno or 0) or error.strerror or os.strerror(error.errno or 0)


def refuse(what: str, message: str) -> int:
    """Say in one line on standard error what is wrong with ``what``; returns the exit code for it."""
    sys.stderr.write(f"vanban: {what}: {' '.join(message.split())}\n")
    return EXIT_UNREADABLE


def write(text: str) -> None:
    """Print ``text`` as UTF-8, whatever the encoding of the terminal."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
