"""Why a file is read. Pure: the reader's child process uses it too."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """For what it orders; the same unless characters must be recognised first, which takes long; only to see whether
    it carries a secrecy mark; or to check a draft, of which nothing is kept."""

    READ = "read"
    DOOR = "door"
    CHECK = "check"
    PROOFREAD = "proofread"


class Outcome(StrEnum):
    """What is wanted of a draft: the findings alone, or the file with comments or with safe corrections as well."""

    FINDINGS = "findings"
    COMMENTED = "commented"
    FIXED = "fixed"
