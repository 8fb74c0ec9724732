"""The smallest edit that turns what is printed into what is expected."""

from __future__ import annotations

from typing import NamedTuple

from vanban.results import Finding


class Edit(NamedTuple):
    """``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


def smallest_edit(finding: Finding) -> Edit:
    """The edit without the characters that stay: those that both begin with, and those that both end with."""
    old, new = finding.text, finding.expected or ""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return Edit(finding.start + head, finding.end - tail, new[head : len(new) - tail])
