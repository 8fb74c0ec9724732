"""A directive and an assignment while their stories run, with what services would look up in the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Model

from sauro.demo.lifelike.ledger import Ledger
from sauro.demo.lifelike.templates import Target
from sauro.documents.models import Document
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment, DeadlineChange, Obligation, ObligationBody, ProductVersion, Question, Wait
from sauro.tasks.parts import UNDELIVERED, kept_of, portion_of
from sauro.tasks.roll_up import Split
from sauro.tasks.transitions import OPEN_STATES


@dataclass(slots=True, eq=False)
class Family:
    """An assignment that was sent and everything below it: its rows are written together once all of it is closed."""

    rows: list[Model] = field(default_factory=list)
    open: int = 0
    is_told: bool = False
    """Whether people are told of what happens to it: notices are kept of a share of the work alone."""

    def write(self, ledger: Ledger) -> None:
        """Hand the rows over, parents before children."""
        for row in self.rows:
            ledger.keep(row)
        self.rows.clear()


@dataclass(slots=True, eq=False)
class Work:
    """An assignment, its place in its family, and its open ends. ``shared`` are coordinators of several leads alike."""

    row: Assignment
    family: Family
    parent: Work | None = None
    parts: list[Work] = field(default_factory=list)
    shared: list[Work] = field(default_factory=list)
    products: int = 0
    pending: ProductVersion | None = None
    asked: DeadlineChange | None = None
    question: Question | None = None
    waits_for: tuple[Wait, Work] | None = None
    awaited_by: list[Work] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.row.state in OPEN_STATES

    def split(self) -> Split:
        """Return how the work is split just now, as ``split_of`` finds it."""
        parts = [one.row for one in self.parts if one.row.is_part and one.row.state != AssignmentState.STOPPED]
        return Split(kept_of(self.row), tuple(portion_of(part) for part in parts))

    def open_below(self) -> list[Work]:
        """Return everything below that is open, at every level."""
        below = [each for one in self.parts for each in (one, *one.open_below())]
        return [one for one in below if one.is_open]

    def owed(self) -> list[Work]:
        """Return the parts that others still owe, as ``awaited_parts`` orders them."""
        every = (*self.parts, *self.shared)
        open_parts = [one for one in every if one.row.period_first is None and one.row.state in UNDELIVERED]
        return sorted(open_parts, key=lambda one: (one.row.due_on is None, one.row.due_on or "", one.row.code))


@dataclass(slots=True, eq=False)
class Order:
    """An obligation on the desk, the bodies it names, and whom it will go to."""

    obligation: Obligation
    bodies: list[ObligationBody]
    target: Target


@dataclass(slots=True, eq=False)
class Directive:
    """A document at the desk. Its rows are written together once it is sent."""

    document: Document
    orders: list[Order]
    rows: list[Model]

    def write(self, ledger: Ledger) -> None:
        """Hand the rows over, parents before children."""
        for row in self.rows:
            ledger.keep(row)
