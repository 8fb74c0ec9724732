"""What a rule is: one stable code, one defect, one function over a checked document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vanban.check.needs import Need
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity


class Status(StrEnum):
    """How far a rule is trusted. A preview rule runs only when asked for: its basis or its precision is unconfirmed."""

    PREVIEW = "preview"
    STABLE = "stable"


class Fix(StrEnum):
    """What may be done with ``expected``: nothing, put in place without a look, or proposed to a person."""

    NONE = "none"
    SAFE = "safe"
    PROPOSED = "proposed"


class Scope(StrEnum):
    """Which documents a rule speaks about."""

    ALL = "all"
    STATE = "state"
    PARTY = "party"

    def covers(self, side: str) -> bool:
        """True when a document of ``side`` is meant; the Front writes as the State does."""
        return self is Scope.ALL or self == side or (self is Scope.STATE and side == "front")


@dataclass(frozen=True, slots=True)
class Seen:
    """How many places a rule looked at and could judge: recognition, apart from judgement."""

    what: str
    seen: int
    judged: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the registry.

    ``code`` is family and number, never reused; ``name`` is the defect in kebab-case, ``title`` its Vietnamese name.
    ``basis`` is the article a legal rule implements; ``valid_from`` and ``valid_to`` (last day) bound the dates of
    documents it holds for. ``check`` yields findings and never raises on any text; ``seen`` counts what was looked at.
    """

    code: str
    name: str
    title: str
    severity: Severity
    check: Callable[[CheckedDocument], Iterable[Finding]]
    since: str = "0.2"
    status: Status = Status.STABLE
    scope: Scope = Scope.ALL
    fix: Fix = Fix.NONE
    needs: frozenset[Need] = frozenset()
    basis: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    seen: Callable[[CheckedDocument], Seen] | None = None

    @property
    def family(self) -> str:
        """The letters of the code, such as "SL"."""
        return self.code.rstrip("0123456789")

    def at(
        self,
        document: CheckedDocument,
        start: int,
        end: int,
        message: str,
        *,
        expected: str | None = None,
        candidates: tuple[Candidate, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule at ``text[start:end]`` of ``document``."""
        return Finding(
            self.code, self.name, severity or self.severity, document.text[start:end], start, end, message,
            expected=expected, candidates=candidates,
        )  # fmt: skip
