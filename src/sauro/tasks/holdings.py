"""What hangs on an assignment at all: asked in one query, so that its page reads only the tables that hold something.

Most work has no difficulty, no split, no binding. A holding says whether there is any row, whoever may see it: where
there is none, nothing is read; where there is one, it is read under the policy as ever. No right is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, QuerySet

from sauro.access.kept import ask
from sauro.tasks.enums import BodyRole, PairState
from sauro.tasks.models import (
    Assignment,
    BoundAssignment,
    Criterion,
    DeadlineChange,
    LikelyPair,
    ProductVersion,
    ProgressReport,
    Question,
    Wait,
)

Rows = Callable[[], QuerySet[Any]]

RECORD: Mapping[str, type[Model]] = {
    "products": ProductVersion,
    "waits": Wait,
    "reports": ProgressReport,
    "deadline_changes": DeadlineChange,
    "questions": Question,
    "criteria": Criterion,
}
"""The rows an assignment's own record is made of, by the names under which it carries them."""

_HOLDINGS: dict[str, Rows] = {}
_READ = "_holdings_read"


def register_holding(name: str, rows: Rows) -> None:
    """Add a table; ``rows`` returns those of the assignment ``OuterRef("pk")``. The same name twice is an error."""
    if name in _HOLDINGS:
        raise ValueError(f"holding {name!r} is registered twice")
    _HOLDINGS[name] = rows


def read_holdings(assignment: Assignment) -> None:
    """Note on an assignment what hangs on it now, for a page that changes nothing meanwhile. Takes one query."""
    found = ask(_held, pk=assignment.pk)
    answers = found[0] if found else ()
    setattr(assignment, _READ, {name for name, held in zip(_HOLDINGS, answers, strict=False) if held})


def holds(assignment: Assignment, name: str) -> bool:
    """Tell whether something may hang on an assignment: without :func:`read_holdings`, something always may."""
    if name not in _HOLDINGS:
        raise KeyError(name)
    read: set[str] | None = getattr(assignment, _READ, None)
    return read is None or name in read


def _held(*, pk: UUID) -> QuerySet[Assignment, Any]:
    return Assignment.objects.filter(pk=pk).order_by().values_list(*(Exists(rows()) for rows in _HOLDINGS.values()))


def _of_record(model: type[Model]) -> Rows:
    return lambda: model._default_manager.filter(assignment=OuterRef("pk"))


for _name, _model in RECORD.items():
    register_holding(_name, _of_record(_model))
register_holding("below", lambda: Assignment.objects.filter(parent=OuterRef("pk")))
register_holding(
    "shared",
    lambda: Assignment.objects.filter(
        obligation=OuterRef("obligation"), parent__isnull=True, role=BodyRole.COORDINATOR
    ),
)
register_holding("moved", lambda: Assignment.objects.filter(continues=OuterRef("pk")))
register_holding("binding", lambda: BoundAssignment.objects.filter(assignment=OuterRef("pk"), unbound_at__isnull=True))
register_holding("likely-first", lambda: LikelyPair.objects.filter(first=OuterRef("pk"), state=PairState.PROPOSED))
register_holding("likely-second", lambda: LikelyPair.objects.filter(second=OuterRef("pk"), state=PairState.PROPOSED))
