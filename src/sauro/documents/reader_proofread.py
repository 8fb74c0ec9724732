"""What the reader's child process does with a draft that is only checked: findings with their places, and the file
with comments or safe corrections. Pure, like the process it runs in."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sauro.documents.reader_order import Order
from sauro.documents.reader_purpose import Outcome
from sauro.documents.reader_store import Question, catalogue_of, question_of, store_of
from vanban import api
from vanban.check.commenting import add_comments
from vanban.check.fixing import apply_fixes, safe_fixes
from vanban.check.report import CheckReport, RuleOutcome
from vanban.check.runner import check_document
from vanban.check.settings import Settings
from vanban.check.wordfile import NotWritable
from vanban.check.wording import DEFAULT_WORDING, WORDINGS
from vanban.results import Finding
from vanban.types import ReadDocument

CONTEXT = 90
"""Characters shown before and after a finding."""


def proofread(
    document: ReadDocument, data: bytes, *, name: str, order: Order, ask: Callable[[Question, int], dict[str, Any]]
) -> dict[str, Any]:
    """Return the answer about a draft: its findings, what became of every rule, and the file asked for, if any.

    ``ask`` tells what the person who checks knows of other documents. A file that cannot be written says so in
    ``not_written``; its findings are given all the same.
    """
    understood = api.understand(document)
    known = ask(question_of(understood), order.seconds)
    checked = replace(
        understood,
        store=store_of(known),
        catalogue=catalogue_of(known),
        checked_on=date.fromisoformat(known["today"]),
        wording=WORDINGS.get(known["wording"], DEFAULT_WORDING),
    )
    report = check_document(checked, settings=Settings(ignore=order.rules_off))
    answer: dict[str, Any] = {
        "format": document.format,
        "findings": [_shown(finding, document.text) for finding in report.findings],
        "outcomes": [_outcome(one) for one in report.outcomes],
        "fixable": len(safe_fixes(report.findings)),
        "file": None,
        "not_written": "",
        "changed": 0,
    }
    try:
        changed, made = _file(report, data, name, order.outcome)
    except NotWritable as error:
        return answer | {"not_written": str(error)}
    return answer | {"file": base64.b64encode(changed).decode("ascii") if changed else None, "changed": made}


def _file(report: CheckReport, data: bytes, name: str, outcome: Outcome) -> tuple[bytes, int]:
    if outcome is Outcome.COMMENTED:
        commented = add_comments(data, report.findings)
        return commented.data, commented.added
    if outcome is Outcome.FIXED:
        fixed = apply_fixes(data, report.findings, name=name)
        return fixed.data, len(fixed.changes)
    return b"", 0


def _shown(finding: Finding, text: str) -> dict[str, Any]:
    """A finding with its line and the words around it, which stop at the ends of the line."""
    begin = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.end)
    return finding.to_dict() | {
        "line": text.count("\n", 0, finding.start) + 1,
        "before": text[max(begin, finding.start - CONTEXT) : finding.start],
        "after": text[finding.end : min(end if end >= 0 else len(text), finding.end + CONTEXT)],
    }


def _outcome(one: RuleOutcome) -> dict[str, Any]:
    seen = one.seen
    return {
        "code": one.code,
        "outcome": str(one.outcome),
        "why": one.why,
        "seen": {"what": seen.what, "seen": seen.seen, "judged": seen.judged} if seen else None,
    }
