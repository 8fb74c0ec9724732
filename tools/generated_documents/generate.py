"""Generated documents by seed and number, with their annotations."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from tools.generated_documents.documents import compose
from tools.generated_documents.faults import with_faults
from tools.samples.annotation import annotation_of
from tools.samples.marked import MarkedText

SEED = 20261125


def documents(count: int, *, faults: bool, seed: int = SEED) -> Iterator[tuple[str, MarkedText]]:
    """Name and marked text of the first ``count`` documents of a seed; with faults, the same documents spoilt."""
    for number in range(1, count + 1):
        # A source of chance for each, so that document 7 is the same in a run of ten and of a hundred.
        document = compose(Random(f"{seed}/{number}"))  # noqa: S311 -- nothing secret is drawn
        if faults:
            document = with_faults(document, Random(f"{seed}/{number}/faults"))  # noqa: S311 -- nothing secret is drawn
        yield f"g{number:04d}", document


def annotated(name: str, document: MarkedText) -> dict[str, Any]:
    """The annotation of a generated document, its text included."""
    annotation = annotation_of(document, identifier=name, source=f"{name}.md")
    return {**annotation, "text": document.without_furniture()}
