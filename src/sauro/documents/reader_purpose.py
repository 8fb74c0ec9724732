"""Why a file is read. Pure: the reader's child process uses it too."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """For what it orders; the same unless characters must be recognised first, which takes long; or only to see whether
    it carries a secrecy mark."""

    READ = "read"
    DOOR = "door"
    CHECK = "check"
