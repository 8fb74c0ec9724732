"""What a run of the rules gives: the findings, and what became of every rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vanban.check.rule import Seen
from vanban.results import Finding


class Outcome(StrEnum):
    """What became of a rule. Only ``CHECKED`` says anything about the document."""

    CHECKED = "checked"
    NOT_CHECKABLE = "not checkable"
    NOT_MEANT = "not meant"
    SWITCHED_OFF = "switched off"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """The outcome of one rule, with a Vietnamese reason when it did not run, and what it looked at when it did."""

    code: str
    outcome: Outcome
    why: str = ""
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class ExceptedFinding:
    """A finding that the site leaves as it is, with the reason it gives."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Findings in document order, one outcome a rule in the order of their codes, and the excepted findings."""

    findings: tuple[Finding, ...]
    outcomes: tuple[RuleOutcome, ...]
    excepted: tuple[ExceptedFinding, ...] = ()

    def of(self, code: str) -> RuleOutcome | None:
        """The outcome of the rule ``code``."""
        return next((one for one in self.outcomes if one.code == code), None)
