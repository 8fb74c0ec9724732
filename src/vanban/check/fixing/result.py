"""What came of fixing a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.results import Finding


@dataclass(frozen=True, slots=True)
class Change:
    """A correction that was made: ``finding.text`` became ``finding.expected``."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class Skipped:
    """A correction that was not made, with a Vietnamese reason."""

    finding: Finding
    why: str


@dataclass(frozen=True, slots=True)
class FixResult:
    """The bytes of the corrected file (those given when nothing changed), and the text before and after."""

    data: bytes
    before: str
    after: str
    changes: tuple[Change, ...]
    skipped: tuple[Skipped, ...]

    def diff(self, name: str) -> str:
        """The changed lines of the text as a unified diff; empty when nothing changed."""
        if self.before == self.after:
            return ""
        lines = [f"--- {name}", f"+++ {name} (đã sửa)"]
        for number, (old, new) in enumerate(zip(self.before.split("\n"), self.after.split("\n"), strict=True), 1):
            if old != new:
                lines += [f"@@ -{number} +{number} @@", f"-{old}", f"+{new}"]
        return "\n".join(lines) + "\n"


def corrected(text: str, findings: Sequence[Finding]) -> str:
    """``text`` with what the findings expect; they are in order and do not overlap."""
    return "".join(_pieces(text, findings))


def _pieces(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    at = 0
    for finding in findings:
        yield text[at : finding.start]
        yield finding.expected or ""
        at = finding.end
    yield text[at:]
