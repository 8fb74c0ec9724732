"""What a rule gets to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vanban.results import DocumentHeader, Task
from vanban.structure.document import Structure


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A document with everything that was understood of it. ``today`` is its own date, if known."""

    structure: Structure
    header: DocumentHeader
    tasks: tuple[Task, ...]
    today: date | None

    @property
    def text(self) -> str:
        """The text that spans point into."""
        return self.structure.text
