"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the registry. ``code`` is family and number, never reused; ``name`` is the defect in kebab-case."""

    code: str
    name: str
    severity: Severity
    check: Callable[[CheckedDocument], Iterable[Finding]]
