"""Floors under the figures of extraction: what is understood today must not be lost.

They stand a little below the measured figures (docs/domain/algorithms/extraction-figures.md).
"""

from __future__ import annotations

import pytest
from tools.bench_scores import Score, total
from tools.bench_sets import clean_documents, faulty_documents, generated_documents

CLEAN_FLOORS = {"tasks": 0.98, "leads": 0.96, "coordinators": 0.96, "due": 0.98, "product": 0.85, "submit_to": 0.95}
FAULTY_FLOORS = {
    "tasks": 0.95,
    "leads": 0.95,
    "coordinators": 0.89,
    "due": 0.965,
    "recurrence": 0.95,
    "product": 0.83,
    "submit_to": 0.92,
    "standing": 0.95,
    "references": 0.98,
    "targets": 0.95,
    "metadata": 0.97,
}
GENERATED = 40
GENERATED_FLOORS = {
    "tasks": 0.98,
    "leads": 0.97,
    "coordinators": 0.94,
    "due": 0.96,
    "recurrence": 0.95,
    "product": 0.94,
    "submit_to": 0.97,
    "standing": 0.98,
    "references": 0.98,
    "targets": 0.98,
    "metadata": 0.99,
}
SPOILT_FLOORS = GENERATED_FLOORS | {"tasks": 0.96, "leads": 0.95, "coordinators": 0.93, "metadata": 0.97}
MOST_WRONG_DUES = 0.03


@pytest.fixture(scope="module")
def clean() -> Score:
    return total(document.score() for document in clean_documents())


@pytest.fixture(scope="module")
def faulty() -> Score:
    return total(document.score() for document in faulty_documents())


@pytest.mark.parametrize(("name", "floor"), CLEAN_FLOORS.items())
def test_clean_documents(clean: Score, name: str, floor: float) -> None:
    assert (clean.value(name) or 0) >= floor, "\n".join(clean.details)


@pytest.mark.parametrize(("name", "floor"), FAULTY_FLOORS.items())
def test_faulty_documents(faulty: Score, name: str, floor: float) -> None:
    assert (faulty.value(name) or 0) >= floor, "\n".join(faulty.details)


@pytest.fixture(scope="module")
def generated() -> Score:
    return total(document.score() for document in generated_documents(GENERATED, faults=False))


@pytest.fixture(scope="module")
def spoilt() -> Score:
    return total(document.score() for document in generated_documents(GENERATED, faults=True))


@pytest.mark.parametrize(("name", "floor"), GENERATED_FLOORS.items())
def test_generated_documents(generated: Score, name: str, floor: float) -> None:
    assert (generated.value(name) or 0) >= floor, "\n".join(generated.details)


@pytest.mark.parametrize(("name", "floor"), SPOILT_FLOORS.items())
def test_generated_documents_with_faults(spoilt: Score, name: str, floor: float) -> None:
    assert (spoilt.value(name) or 0) >= floor, "\n".join(spoilt.details)


def test_no_task_is_invented_where_there_is_none(clean: Score, faulty: Score) -> None:
    assert clean.documents_of_none + faulty.documents_of_none >= 12
    assert clean.invented_where_none + faulty.invented_where_none == 0


def test_hardly_a_due_is_wrong(clean: Score, faulty: Score) -> None:
    assert (total([clean, faulty]).value("due_wrong") or 0) <= MOST_WRONG_DUES
