"""Who leaves a post, or whose term or move ends, until 2031: for the people in full posts whose dossiers one may see.

The days are expressions over dossiers, so that a number and the list behind it are the same question. Retirement goes
by the month; what would fall due after it does not.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, DateField, F, Func, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind, PostGroup, Sex
from sauro.workforce.models import Dossier, Fact, Post
from sauro.workforce.policies import dossier_policy
from sauro.workforce.rules.forecast import Period, retirement_borders
from sauro.workforce.rules.terms import ROTATION_MONTHS, SECONDMENT_MONTHS, TERM_MONTHS

LAST_YEAR = 2031


class Ending(models.TextChoices):
    """What ends. The first two leave the post vacant; the others are decided on before they end."""

    RETIREMENT = "nghi-huu", _("Nghỉ hưu")
    FIXED = "co-han", _("Hết thời hạn giữ vị trí")
    TERM = "nhiem-ky", _("Hết 5 năm giữ chức vụ")
    ROTATION = "luan-chuyen", _("Đủ 36 tháng luân chuyển")
    SECONDMENT = "biet-phai", _("Hết hạn biệt phái")


FIELDS: dict[str, str] = {
    Ending.RETIREMENT: "due_retirement", Ending.FIXED: "due_fixed", Ending.TERM: "due_term",
    Ending.ROTATION: "due_rotation", Ending.SECONDMENT: "due_secondment",
}  # fmt: skip
LEAVING, LEAVING_FIELD = "trong", "due_leaving"
"""The sooner of retirement and the end of a post held until a day: the post is vacant after it."""


class _MonthsLater(Func):
    """A day so many months later, less one day; at the end of short months as PostgreSQL and the law have it."""

    template = "((%(expressions)s)::date - 1)"
    arg_joiner = " + "
    output_field = DateField()


class _Months(Func):
    template = "make_interval(months => (%(expressions)s)::integer)"
    output_field = models.DurationField()


def _after(day: Any, months: Any) -> Func:
    return _MonthsLater(day, _Months(months))


def endings_until(actor: Actor, on: dt.date, last_year: int = LAST_YEAR) -> QuerySet[Dossier]:
    """Return the dossiers of people in full posts that the actor may see and of whom something may end, with a day for
    each kind of ending or None.

    Days after the last year are None; retirement and terms that are past on ``on`` keep their day.
    """
    # What is certain to have no ending is left out first: the days of the others are dear to work out.
    rows = dossier_policy.visible(actor).filter(_may_end(on, last_year), tenure__isnull=False)
    last = Value(dt.date(last_year, 12, 31))
    rows = rows.annotate(
        due_retirement=_retirement(on, last_year),
        due_fixed=_UntilDay(_after(F("tenure__valid__endswith"), Value(0)), last),
    )
    rows = rows.annotate(due_leaving=Least("due_retirement", "due_fixed"))
    term = _after(Greatest(F("tenure__valid__startswith"), _newest_move("reappointment")), Value(TERM_MONTHS))
    return rows.annotate(
        due_term=_before_leaving(Case(When(tenure__post__group=PostGroup.LEADERSHIP, then=term)), last),
        due_rotation=_before_leaving(_after(_newest_move("rotation", on), Value(ROTATION_MONTHS)), last),
        due_secondment=_before_leaving(_after(_newest_move("secondment", on), Value(SECONDMENT_MONTHS)), last),
    )


def _may_end(on: dt.date, last_year: int) -> Q:
    found = Q(tenure__post__group=PostGroup.LEADERSHIP) | Q(tenure__valid__endswith__isnull=False)
    moves = Fact.objects.as_of(on).filter(kind=FactKind.MOVE, value__in=("rotation", "secondment"))
    found |= Q(pk__in=moves.values("dossier"))
    for sex in Sex:
        border = retirement_borders(on.replace(day=1), last_year, is_female=sex == Sex.FEMALE)[-1]
        found |= Q(particulars__sex=sex, particulars__birth_date__lt=border)
    return found


def _retirement(on: dt.date, last_year: int) -> Case:
    first = on.replace(day=1)
    cases = []
    for sex in Sex:
        borders = list(retirement_borders(first, last_year, is_female=sex == Sex.FEMALE))
        passed: Any = Func(
            F("particulars__birth_date"), Value(borders, ArrayField(DateField())), function="width_bucket",
            template="%(function)s(%(expressions)s::date[])", output_field=IntegerField(),
        )  # fmt: skip
        # Whoever was born on or after the last border retires later than is asked.
        known = Q(particulars__sex=sex, particulars__birth_date__lt=borders[-1])
        cases.append(When(known, then=_after(Value(first), passed)))
    return Case(*cases, output_field=DateField())


def _newest_move(kind: str, on: dt.date | None = None) -> Subquery:
    """Return the first day of the newest move of a kind; of those that hold on a day when one is given."""
    rows = Fact.objects.standing() if on is None else Fact.objects.as_of(on)
    own = rows.filter(dossier=OuterRef("pk"), kind=FactKind.MOVE).order_by().values("dossier")
    # The kind stands outside the condition: with it, every dossier would walk through all moves of the kind.
    newest = own.annotate(day=Max("valid__startswith", filter=Q(value=kind)))
    return Subquery(newest.values("day"), output_field=DateField())


def _before_leaving(day: Any, last: Value) -> Func:
    return _UntilDay(day, Least(last, F("due_leaving")))


class _UntilDay(Func):
    """The first day, or None where it is after the second; worked out once."""

    template = "(SELECT given.day FROM (SELECT %(expressions)s)"
    arg_joiner = " AS day OFFSET 0) given WHERE given.day <= "
    output_field = DateField()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Numbers of endings: by kind and period, and of posts left vacant by position and by unit. Periods by place.

    ``overdue`` counts those whose day was before today and of whom nothing was recorded.
    """

    periods: Sequence[Period]
    kinds: dict[tuple[str, int], int]
    posts: dict[tuple[UUID, int], int]
    units: dict[tuple[UUID, int], int]
    overdue: dict[str, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """All endings in these periods."""
        return sum(self.kinds.values())


def forecast(
    actor: Actor, on: dt.date, periods: Sequence[Period], *, below: Unit | None = None, block: str = ""
) -> Forecast:
    """Count endings in some periods until 2031. A unit is the commune, or the body itself where one commune is asked.

    Takes one query.
    """
    rows = endings_until(actor, on).order_by()
    if below is not None:
        rows = rows.filter(unit__path__startswith=below.path)
    if block:
        rows = rows.filter(tenure__post__block=block)
    rows = rows.filter(Q(*[(f"{name}__isnull", False) for name in FIELDS.values()], _connector=Q.OR))
    place = "unit_id" if below is not None else "unit__territory_id"
    counts: dict[str, Counter[Any]] = {name: Counter() for name in ("kinds", "posts", "units", "overdue")}
    for post, unit, *days in rows.values_list("tenure__post", place, *FIELDS.values()):
        for kind, day in zip(FIELDS, days, strict=True):
            if day is not None:
                _count(counts, kind, day, post, unit, on, periods)
    return Forecast(periods, **{name: dict(found) for name, found in counts.items()})


def _count(
    counts: dict[str, Counter[Any]], kind: str, day: dt.date, post: UUID, unit: UUID, on: dt.date,
    periods: Sequence[Period],
) -> None:  # fmt: skip
    if day < on:
        counts["overdue"][kind] += 1
        return
    at = next((number for number, period in enumerate(periods) if day in period), None)
    if at is None:
        return
    counts["kinds"][kind, at] += 1
    if kind in (Ending.RETIREMENT, Ending.FIXED):
        counts["posts"][post, at] += 1
        counts["units"][unit, at] += 1


def endings(actor: Actor) -> QuerySet[Dossier]:
    """Return the rows of the list behind the numbers: people of whom something ends until 2031."""
    rows = endings_until(actor, today())
    rows = rows.filter(Q(*[(f"{name}__isnull", False) for name in FIELDS.values()], _connector=Q.OR))
    return rows.select_related("person", "unit", "particulars", "tenure__post")


def posts_named(ids: Sequence[UUID]) -> list[Post]:
    """Return positions in their order."""
    return list(Post.objects.filter(pk__in=ids))


def units_named(ids: Sequence[UUID]) -> list[Unit]:
    """Return units in the order of the register."""
    return sorted(Unit.objects.filter(pk__in=ids), key=lambda one: (one.level != "province", one.position))
