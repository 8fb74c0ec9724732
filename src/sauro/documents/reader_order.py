"""What the reader's child process is told to do. Pure: both sides use it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from sauro.documents.reader_purpose import Outcome, Purpose


@dataclass(frozen=True, slots=True)
class Order:
    """How to read a file: the ``suffix`` of its name, bounds (``seconds`` of processor time, ``megabytes`` of memory,
    ``pages`` of a scan), where the results of pages recognised before are kept, and the working-day calendar: days as
    ISO dates, and the years in which it is known to be complete; the codes of rules that do not run, and what is wanted
    of a draft."""

    suffix: str
    seconds: int
    megabytes: int
    pages: int
    purpose: Purpose
    known_folder: str = ""
    holidays: tuple[str, ...] = ()
    worked: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    saturday_years: tuple[int, ...] = ()
    complete_years: tuple[int, ...] = ()
    rules_off: tuple[str, ...] = ()
    outcome: Outcome = Outcome.FINDINGS

    def to_json(self) -> str:
        """Return the order as one argument of a command."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Order:
        """Return the order that an argument holds."""
        held = json.loads(text)
        lists = {
            name: tuple(held[name])
            for name in ("holidays", "worked", "halves", "saturday_years", "complete_years", "rules_off")
        }
        kinds = {"purpose": Purpose(held["purpose"]), "outcome": Outcome(held["outcome"])}
        return cls(**{**held, **lists, **kinds})
