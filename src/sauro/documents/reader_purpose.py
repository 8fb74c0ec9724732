"""Why a file is read. Pure: the reader's child process uses it too."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """For what it orders, or only to see whether it carries a secrecy mark."""

    READ = "read"
    CHECK = "check"
