"""Exit codes, and how the commands write and refuse."""

from __future__ import annotations

import sys

EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNREADABLE = 0, 1, 2


def refuse(what: str, message: str) -> int:
    """Say in one line on standard error what is wrong with ``what``; returns the exit code for it."""
    sys.stderr.write(f"vanban: {what}: {' '.join(message.split())}\n")
    return EXIT_UNREADABLE


def write(text: str) -> None:
    """Print ``text`` as UTF-8, whatever the encoding of the terminal."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()
