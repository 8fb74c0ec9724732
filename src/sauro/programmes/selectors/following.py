"""What the level above follows: every body that has to issue a programme or plan, and how far each got."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY
from sauro.common.clock import today
from sauro.organizations.enums import UnitLevel
from sauro.organizations.models import Unit
from sauro.programmes.enums import ProgrammeState
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.starting import COMPOSING_KINDS

NONE = "none"
"""The state of a body that has not begun."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many bodies stand at one point; ``key`` is the value of the list's filter."""

    key: str
    label: str | Promise
    count: int


def followed_bodies(actor: Actor) -> QuerySet[Any]:
    """Return the committees of communes below the actor's committee, of its domain, each with its programme.

    Columns added: ``programme_id``, ``state`` (:data:`NONE` without one), ``number``, ``issued_on``, ``code``,
    ``figures`` and ``checked_at`` of the one in force, else of the newest one begun.
    """
    below = NOBODY
    own = [scope.unit_id for scope in actor.scopes("programmes.view")]
    for scope in actor.scopes("programmes.view"):
        above = scope.path.rstrip("/").rpartition("/")[0]
        if above:
            below |= Q(path__startswith=f"{above}/", domain=scope.domain)
    rows = Unit.objects.filter(below, kind__in=COMPOSING_KINDS, level=UnitLevel.COMMUNE, valid__contains=today())
    best = programme_policy.visible(actor, "follow").filter(unit=OuterRef("pk")).annotate(rank=_rank())
    best = best.order_by("rank", "-issued_on", "-made_at")
    columns: dict[str, Any] = {
        name: Subquery(best.values(name)[:1]) for name in ("number", "issued_on", "figures", "checked_at")
    }
    return rows.exclude(pk__in=own).annotate(
        programme_id=Subquery(best.values("pk")[:1]),
        programme_code=Subquery(best.values("code")[:1]),
        state=Subquery(best.values("state")[:1]),
        **columns,
    )


def _rank() -> Case:
    return Case(
        When(state=ProgrammeState.ISSUED, then=Value(0)), When(state=ProgrammeState.REPLACED, then=Value(2)),
        default=Value(1), output_field=IntegerField(),
    )  # fmt: skip


def shares_of(states: Sequence[str | None]) -> list[Share]:
    """Return how many bodies have issued, are composing and have not begun. Pure."""
    counts = Counter(point_of(state) for state in states)
    return [Share(key, label, counts[key]) for key, label in POINTS]


def point_of(state: str | None) -> str:
    """Return at which of :data:`POINTS` a body stands."""
    if state is None:
        return NONE
    return ProgrammeState.ISSUED if state == ProgrammeState.ISSUED else "doing"


POINTS: tuple[tuple[str, str | Promise], ...] = (
    (ProgrammeState.ISSUED, _("Đã ban hành")),
    ("doing", _("Đang làm")),
    (NONE, _("Chưa lập")),
)
"""Where a body stands, in the words of the list."""


def at_point(value: str) -> Q:
    """Return the condition of the list's filter."""
    if value == NONE:
        return Q(state__isnull=True)
    issued = Q(state=ProgrammeState.ISSUED)
    return issued if value == ProgrammeState.ISSUED else Q(state__isnull=False) & ~issued
