"""One finding for a defect that a document repeats at nearly every citation, rather than fifty equal ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation
from vanban.check.subject import CheckedDocument
from vanban.results import Finding

MOST = 5
"""More findings of one kind than a person reads one by one."""


def each_or_one(rule: Rule, document: CheckedDocument, found: Sequence[Citation], message: str) -> Iterator[Finding]:
    """A finding at each citation, or one at the first that counts them all."""
    if len(found) <= MOST:
        for one in found:
            yield rule.at(document, one.start, one.end, f"{message}.")
        return
    first = found[0]
    yield rule.at(document, first.start, first.end, f"{message}; cả văn bản có {len(found)} chỗ như vậy.")
