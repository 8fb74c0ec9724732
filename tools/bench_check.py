"""Measures the proofreader and writes its figures: `make bench-check`.

Detection of planted faults by kind, errors and warnings on clean documents, and pages a second with all rules. The page
docs/domain/algorithms/check-figures.md is written by this command and by nothing else.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools import figure_faults, form_faults, text_faults

from vanban import api
from vanban.check.registry import FAMILIES, RULES
from vanban.results import Severity

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "domain" / "algorithms" / "check-figures.md"
CHARACTERS_A_PAGE = 3_000
CLEAN_COUNT = 150


def main() -> int:
    """Measure everything, write the page and print it."""
    lines = "\n".join(_page())
    PAGE.write_text(lines + "\n", encoding="utf-8")
    sys.stdout.write(lines + "\n")
    return 0


def _page() -> Iterator[str]:
    yield from (
        "# Figures of the proofreader", "",
        "Written by `make bench-check`; do not edit. Planted faults are the mechanics at work, not recall on documents",
        "nobody has seen: the kinds of faults were chosen by those who wrote the rules.", "",
        f"{len(RULES)} rules: " + ", ".join(f"{code} {len(one.rules)}" for code, one in FAMILIES.items()) + ".", "",
    )  # fmt: skip
    yield from _planted()
    yield from _clean()
    yield from _speed()


def _planted() -> Iterator[str]:
    yield from ("## Planted faults", "", "| kind | found | planted | share |", "| --- | --- | --- | --- |")
    for kind, text in text_faults.measured().items():
        yield _row(kind, text.found, text.planted)
    for kind, figures in figure_faults.measured().items():
        yield _row(f"figures: {kind}", figures.found, figures.planted)
    form = form_faults.measured()
    yield _row(
        f"form, {len(form)} rules together", sum(one[0] for one in form.values()), sum(one[1] for one in form.values())
    )
    yield ""


def _row(kind: str, found: int, planted: int) -> str:
    share = f"{100 * found / planted:.0f} %" if planted else "–"
    return f"| {kind} | {found} | {planted} | {share} |"


def _clean() -> Iterator[str]:
    yield from (
        "## Clean documents",
        "",
        "| documents | errors | warnings | errors in ten documents |",
        "| --- | --- | --- | --- |",
    )
    samples = [(path.name, path.read_bytes()) for path in sorted((ROOT / "samples" / "built").glob("*.txt"))]
    generated = [(name, text.encode()) for name, text in text_faults.clean_documents(CLEAN_COUNT)]
    for label, documents in (("samples, by hand", samples), ("generated", generated)):
        errors, warnings = _graver(documents)
        yield f"| {len(documents)} {label} | {errors} | {warnings} | {10 * errors / len(documents):.2f} |"
    yield from ("", "The samples hold a few slips on purpose; their annotations name them.", "")


def _graver(documents: Iterable[tuple[str, bytes]]) -> tuple[int, int]:
    errors = warnings = 0
    for name, data in documents:
        for finding in api.check(api.read(data, name=name)):
            errors += finding.severity == Severity.ERROR
            warnings += finding.severity == Severity.WARNING
    return errors, warnings


def _speed() -> Iterator[str]:
    texts = [text for _, text in text_faults.clean_documents(60)]
    yield from (
        "## Speed",
        "",
        "Pages a second of processor time with all rules, extraction included, files read before.",
        "",
    )
    yield from ("| documents | pages | pages a second |", "| --- | --- | --- |")
    for label, documents in ((f"{len(texts)} short ones", texts), ("the same as one", ["\n".join(texts)])):
        pages, seconds = _checked(documents)
        yield f"| {label} | {pages:.0f} | {pages / seconds:.0f} |"


def _checked(texts: list[str]) -> tuple[float, float]:
    """Pages checked and the processor time it took, the first of two passes left out."""
    read = [api.read(text.encode(), name="a.md") for text in texts]
    for _ in range(2):
        began = time.process_time()
        for document in read:
            api.check(document)
        seconds = time.process_time() - began
    return sum(len(one.text) for one in read) / CHARACTERS_A_PAGE, seconds


if __name__ == "__main__":
    sys.exit(main())
