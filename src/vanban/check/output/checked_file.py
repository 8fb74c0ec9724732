"""A file with what came of checking it."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.check.report import CheckReport


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The name a file was given by, its extracted text, and the report on it.

    ``source`` is the text of the file itself when it is a text file: its lines are those a person sees.
    """

    name: str
    text: str
    report: CheckReport
    source: str = ""
