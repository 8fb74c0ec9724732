"""What falls due for people in posts: retirement, ends of terms, secondments, rotations, posts given until a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind, PostGroup, Sex
from sauro.workforce.models import Dossier, Fact, Tenure
from sauro.workforce.policies import dossier_policy
from sauro.workforce.rules.retirement import latest_birth_retired, retirement_day
from sauro.workforce.rules.terms import ROTATION_MONTHS, SECONDMENT_MONTHS, TERM_MONTHS, after_months, last_day


class DeadlineKind(models.TextChoices):
    """What falls due."""

    RETIREMENT = "nghi-huu", _("Nghỉ hưu")
    TERM = "nhiem-ky", _("Hết 5 năm giữ chức vụ, xét bổ nhiệm lại")
    SECONDMENT = "biet-phai", _("Hết hạn biệt phái")
    ROTATION = "luan-chuyen", _("Đủ 36 tháng luân chuyển")
    FIXED = "co-han", _("Hết thời hạn giữ vị trí")
    EXCEPTION = "ngoai-bc", _("Hết thời hạn ngoài biên chế")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due on a day for the person of a dossier. ``is_past``: the day is over and nothing was recorded."""

    day: dt.date
    kind: DeadlineKind
    dossier: Dossier
    is_past: bool


def deadlines(actor: Actor, on: dt.date, months: int, *, below: Unit | None = None) -> list[Deadline]:
    """Return what falls due within some months of a day, and what is past and still open, the earliest first.

    Of people in a full post whose dossier the actor may see. Takes five queries.
    """
    people = dossier_policy.visible(actor)
    if below is not None:
        people = people.filter(unit__path__startswith=below.path)
    return deadlines_among(people, on, months)


def deadlines_among(people: QuerySet[Dossier], on: dt.date, months: int) -> list[Deadline]:
    """Return the same of some dossiers. What it returns is not narrowed to a reader."""
    last = after_months(on, months)
    people = people.filter(tenure__isnull=False)
    people = people.select_related("person", "unit", "particulars", "tenure__post", "tenure__unit", "tenure__seat")
    found = [*_retiring(people, last), *_terms(people, last), *_ending(people, last), *_moves(people, on, last)]
    dated = [Deadline(day, kind, dossier, day < on) for day, kind, dossier in found]
    return sorted(dated, key=lambda one: (one.day, one.dossier.sort_key, one.kind))


_Found = tuple[dt.date, DeadlineKind, Dossier]


def _retiring(people: QuerySet[Dossier], last: dt.date) -> Iterator[_Found]:
    after = last + dt.timedelta(days=1)
    due = Q()
    for sex in Sex:
        border = latest_birth_retired(after, is_female=sex == Sex.FEMALE)
        due |= Q(particulars__sex=sex, particulars__birth_date__lt=border)
    for dossier in people.filter(due):
        stated = dossier.particulars
        if stated is not None:
            day = retirement_day(stated.birth_date, is_female=stated.sex == Sex.FEMALE)
            yield day, DeadlineKind.RETIREMENT, dossier


def _terms(people: QuerySet[Dossier], last: dt.date) -> Iterator[_Found]:
    """A leader's term begins with the post or with the last re-appointment."""
    begun = after_months(last, -TERM_MONTHS) + dt.timedelta(days=1)
    leaders = people.filter(tenure__post__group=PostGroup.LEADERSHIP, tenure__valid__startswith__lte=begun)
    renewed: dict[object, dt.date] = {}
    again = Fact.objects.standing().filter(dossier__in=leaders.values("pk"), kind=FactKind.MOVE, value="reappointment")
    for fact in again:
        renewed[fact.dossier_id] = max(renewed.get(fact.dossier_id, dt.date.min), fact.valid.lower)
    for dossier in leaders:
        tenure = dossier.tenure
        if tenure is not None and tenure.first_day is not None:
            day = last_day(max(tenure.first_day, renewed.get(dossier.pk, dt.date.min)), TERM_MONTHS)
            if day <= last:
                yield day, DeadlineKind.TERM, dossier


def _ending(people: QuerySet[Dossier], last: dt.date) -> Iterator[_Found]:
    for dossier in people.filter(tenure__valid__endswith__lte=last + dt.timedelta(days=1), tenure__end_reason=""):
        tenure: Tenure | None = dossier.tenure
        if tenure is not None and tenure.last_day is not None:
            is_above = tenure.seat is not None and tenure.seat.is_exceptional
            yield tenure.last_day, DeadlineKind.EXCEPTION if is_above else DeadlineKind.FIXED, dossier


def _moves(people: QuerySet[Dossier], on: dt.date, last: dt.date) -> Iterator[_Found]:
    terms = {
        "secondment": (SECONDMENT_MONTHS, DeadlineKind.SECONDMENT), "rotation": (ROTATION_MONTHS, DeadlineKind.ROTATION)
    }  # fmt: skip
    rows = Fact.objects.as_of(on).filter(kind=FactKind.MOVE, value__in=terms)
    rows = rows.filter(dossier__in=people.values("pk")).select_related("dossier__person", "dossier__unit")
    for fact in rows.select_related(
        "dossier__tenure__post", "dossier__tenure__unit", "dossier__person", "dossier__unit"
    ):
        months, kind = terms[fact.value]
        day = min(last_day(fact.valid.lower, months), fact.last_day or dt.date.max)
        if day <= last:
            yield day, kind, fact.dossier
