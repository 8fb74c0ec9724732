"""Writes every finding in the sample documents to tests/vanban/check/snapshot/samples.txt.

A test compares the file with what the rules find now, so that a change of a rule shows what it changes elsewhere.
Run ``.venv/bin/python -m tools.write_snapshot`` after a change of a rule, read the difference, and commit it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from vanban import api
from vanban.check.output.positions import Positions
from vanban.check.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
FILE = ROOT / "tests" / "vanban" / "check" / "snapshot" / "samples.txt"
_SETTINGS = Settings(preview=True)
_PATTERNS = ("built/*.docx", "faulty/*.docx", "faulty/*.html", "faulty/*.md", "faulty/*.txt")
_LONGEST = 60


def snapshot() -> str:
    """Every sample with its findings, one a line, rules in preview included."""
    files = sorted(path for pattern in _PATTERNS for path in SAMPLES.glob(pattern))
    return "\n".join("".join(_sample(path)) for path in files)


def _sample(path: Path) -> Iterator[str]:
    document = api.read(path.read_bytes(), name=path.name)
    positions = Positions(document.text)
    yield f"== {path.relative_to(SAMPLES).as_posix()}\n"
    for finding in api.check(document, settings=_SETTINGS):
        line, column = positions.at(finding.start)
        place = f"{line}:{column} {finding.code} {finding.severity.value}"
        yield f"{place} [{_short(finding.text)}] {_short(finding.message)}\n"


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def main() -> int:
    """Write the file."""
    FILE.parent.mkdir(parents=True, exist_ok=True)
    text = snapshot()
    FILE.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{sum(not line.startswith('==') for line in text.splitlines() if line)} findings\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
