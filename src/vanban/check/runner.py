"""Runs the rules of the registry over one document."""

from __future__ import annotations

from datetime import date

from vanban.check.registry import RULES
from vanban.check.subject import CheckedDocument
from vanban.results import DocumentHeader, Finding, Task
from vanban.structure.document import Structure


def check_structure(
    structure: Structure, header: DocumentHeader, tasks: tuple[Task, ...], *, today: date | None
) -> tuple[Finding, ...]:
    """Return the findings of all rules in document order. ``today`` is the document's own date."""
    checked = CheckedDocument(structure, header, tasks, today)
    found = [finding for rule in RULES for finding in rule.check(checked)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.code)))
