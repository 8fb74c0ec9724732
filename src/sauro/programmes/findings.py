"""What ``vanban check`` says of the whole composed document, put beside the section or line it concerns. Pure.

The document is composed as the office would send it and read as any document is; what the rules find lies in that text.
Lines and headings are looked for in the text in their order, in the body and again in the annexes: a finding belongs to
the last one that begins before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vanban.results import Finding, Severity
from vanban.text.normalize import nfc

_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that stand in the document, and the section or line (``kind`` ``section`` or ``entry``) they belong to."""

    kind: str
    pk: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with where it belongs: ``kind`` is empty for what concerns the whole document."""

    finding: Finding
    kind: str = ""
    pk: UUID | None = None

    def to_value(self) -> dict[str, Any]:
        """The stored shape: ``{code, severity, text, message, kind, pk}``."""
        return {
            "code": self.finding.code,
            "severity": str(self.finding.severity),
            "text": " ".join(self.finding.text.split())[:_SHOWN],
            "message": self.finding.message,
            "kind": self.kind,
            "pk": str(self.pk or ""),
        }


def place_findings(
    text: str, findings: Sequence[Finding], *, body: Sequence[Anchor], annexes: Sequence[Anchor]
) -> list[Placed]:
    """Return the findings with their places, in document order."""
    found = list(_found(text, body, annexes))
    starts = [start for start, _anchor in found]
    placed = list[Placed]()
    for finding in findings:
        at = bisect_right(starts, finding.start) - 1
        anchor = found[at][1] if at >= 0 else None
        placed.append(Placed(finding, anchor.kind, anchor.pk) if anchor else Placed(finding))
    return placed


def counted(values: Sequence[dict[str, Any]]) -> int:
    """Return how many stored findings count against a document: matters of style do not."""
    return sum(one["severity"] != Severity.INFO for one in values)


def _found(text: str, body: Sequence[Anchor], annexes: Sequence[Anchor]) -> Iterator[tuple[int, Anchor]]:
    at = 0
    for anchor in (*body, *annexes):
        words = " ".join(nfc(anchor.words).split())
        start = text.find(words, at) if words else -1
        if start >= 0:
            # What is said of the number before the words ("1.") belongs to them as well.
            yield text.rfind("\n", 0, start) + 1, anchor
            at = start + len(words)
