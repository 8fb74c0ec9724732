"""What can be wrong with a cell or a row, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MASK = "••••••"
"""What stands for a value that is not shown."""


class Severity(StrEnum):
    """An error keeps its row from being written; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a value: a stable code and a sentence."""

    code: str
    message: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Fault:
    """A complaint at its place: row and column of the sheet from 0, column -1 for the row as a whole.

    ``field`` is what the column means; ``shown`` the value as it may be shown, masked where it is sensitive.
    """

    row: int
    column: int
    field: str
    complaint: Complaint
    shown: str = ""
