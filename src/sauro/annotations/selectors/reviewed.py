"""The obligations of a document as its review left them, beside what the machine proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from sauro.annotations.gold import changed_fields, proposal_of, task_of
from sauro.documents.models import Document, Reading
from sauro.tasks.enums import ObligationState, Origin
from sauro.tasks.models import Obligation, ObligationBody

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReviewedTask:
    """An accepted obligation in the shape of an annotation; ``proposal`` is what the machine made of it, if it did."""

    obligation: Obligation
    task: Json
    proposal: Json | None

    @property
    def changed(self) -> list[str]:
        """The fields a person changed; none for what a person added."""
        return changed_fields(self.proposal, self.task) if self.proposal else []

    @property
    def is_added(self) -> bool:
        """Whether a person made a task of words that the machine had passed over."""
        row = self.obligation
        return row.origin == Origin.PERSON and row.derived_from_id is None and not row.replaces.all()


@dataclass(frozen=True, slots=True)
class Review:
    """The review of a document: what was accepted, what was set aside, and how much is still open."""

    document: Document
    reading: Reading
    accepted: Sequence[ReviewedTask]
    discarded: Sequence[Obligation]
    discarded_proposals: int
    reshaped: int
    open: int


def review_of(document: Document) -> Review | None:
    """Return the review of the current reading of a document; None when it was not read yet. Takes four queries."""
    reading = Reading.objects.select_related("text").filter(document=document, is_current=True).first()
    if reading is None:
        return None
    rows = list(_rows(reading))
    proposals = reading.extraction.get("tasks") or []
    by_state: dict[str, list[Obligation]] = {str(state): [] for state in ObligationState}
    for row in rows:
        by_state[row.state].append(row)
    machine_replaced = [row for row in by_state[ObligationState.REPLACED] if _proposal(row, proposals)]
    return Review(
        document=document,
        reading=reading,
        accepted=[_reviewed(row, proposals) for row in by_state[ObligationState.ACCEPTED]],
        discarded=by_state[ObligationState.DISCARDED],
        discarded_proposals=sum(_proposal(row, proposals) is not None for row in by_state[ObligationState.DISCARDED]),
        reshaped=len(machine_replaced),
        open=len(by_state[ObligationState.PROPOSED]),
    )


def _rows(reading: Reading) -> Any:
    bodies = ObligationBody.objects.order_by("role", "position", "id")
    rows = Obligation.objects.filter(reading=reading).order_by("start", "position", "id")
    return rows.prefetch_related(Prefetch("bodies", queryset=bodies), "replaces")


def _reviewed(row: Obligation, proposals: Sequence[Json]) -> ReviewedTask:
    return ReviewedTask(row, task_of(row, list(row.bodies.all())), _proposal(row, proposals))


def _proposal(row: Obligation, proposals: Sequence[Json]) -> Json | None:
    """Return what the rules proposed: their tasks were numbered by their position when they were proposed.

    What a language model proposed later lies between these numbers.
    """
    if row.origin != Origin.MACHINE or not row.position.is_integer():
        return None
    number = int(row.position)
    return proposal_of(proposals[number - 1]) if 1 <= number <= len(proposals) else None
