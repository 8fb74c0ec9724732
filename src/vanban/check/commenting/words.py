"""What a comment says about a finding."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.check.registry import RULES
from vanban.results import Finding, Severity

_LEVELS = {Severity.ERROR: "Lỗi", Severity.WARNING: "Cảnh báo", Severity.INFO: "Gợi ý"}
_TITLES = {rule.code: rule.title for rule in RULES}
_LONGEST_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class Remark:
    """The first line of a comment, printed bold, and its other lines."""

    heading: str
    lines: tuple[str, ...]


def remark(finding: Finding, *, exact: bool) -> Remark:
    """The comment for ``finding``; one that is not ``exact`` about its place quotes it."""
    title = _TITLES.get(finding.code, "")
    heading = f"{_LEVELS[finding.severity]} {finding.code}" + (f": {title}" if title else "")
    lines = [finding.message]
    if not exact:
        lines.append(f"Chỗ này: “{_excerpt(finding.text)}”")
    if finding.expected is not None:
        lines.append(f"Đề xuất: “{finding.expected}”" if finding.expected else "Đề xuất: bỏ chỗ này")
    lines += [f"Có thể là {candidate.value}: {candidate.why}" for candidate in finding.candidates]
    return Remark(heading, tuple(lines))


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else f"{line[:_LONGEST_EXCERPT]}…"
