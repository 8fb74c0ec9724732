"""A file with what came of checking it."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.check.report import CheckReport


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The name a file was given by, its extracted text, and the report on it."""

    name: str
    text: str
    report: CheckReport
