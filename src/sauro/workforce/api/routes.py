"""The workforce: the establishment as of a day, and people, with the masks of the pages."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from ninja import Field, Query, Router, Schema

from sauro.access.requests import ActorRequest
from sauro.api_kit import READS, PageOf, Paging, Word, answers, page_answer
from sauro.common.clock import YEARS, today
from sauro.organizations.models import Unit
from sauro.ui.lists.paging import Order
from sauro.workforce.fields import PARTICULARS, Sensitivity
from sauro.workforce.models import Dossier, Fact, Particulars, Tenure
from sauro.workforce.selectors.establishment import Count3, establishment_as_of
from sauro.workforce.selectors.people import DossierPage, FactGroup, get_page, visible_dossiers
from sauro.workforce.services.looking import note_look
from vanban.text.normalize import fold

router = Router()


class Day(Schema):
    """The day asked for, today without it."""

    day: dt.date | None = Field(None, ge=dt.date(YEARS[0], 1, 1), le=dt.date(YEARS[-1], 12, 31))


class EstablishmentQuery(Day):
    """Which units: all, or the one with this code and those below it."""

    below: Word = ""


class CountOut(Schema):
    """Posts of a block: approved, above the establishment, people present, approved posts that are vacant."""

    block: str
    approved: int
    exceptional: int
    present: int
    vacant: int


class UnitCountsOut(Schema):
    """A unit with its posts by block."""

    unit_id: UUID
    code: str
    name: str
    counts: list[CountOut]


class DossierQuery(Paging):
    """Whom: every word of ``q`` is in the name, accents aside; ``unit`` is the code of a unit, with those below."""

    q: Word = ""
    unit: Word = ""


class DossierLineOut(Schema):
    """Somebody's dossier, and the post held now."""

    id: UUID
    code: str
    full_name: str
    unit: str
    post: str
    since: dt.date | None


class TenureOut(Schema):
    """A post held. ``until`` is the last day, when it is known."""

    post: str
    unit: str
    kind: str
    since: dt.date | None
    until: dt.date | None
    decision: str


class FactOut(Schema):
    """A fact that holds on the day. Of a sensitive kind the days alone are given; this API opens no seal."""

    kind: str
    is_sealed: bool
    value: str
    detail: str
    place: str
    since: dt.date | None
    until: dt.date | None


class DossierOut(DossierLineOut):
    """A dossier as of a day. Of a masked particular null is given; of a masked birth date the year."""

    day: dt.date
    birth_year: int | None
    particulars: dict[str, str | None]
    has_identity_number: bool
    posts: list[TenureOut]
    facts: list[FactOut]


@router.get("/establishment", response=answers(list[UnitCountsOut]), summary="Posts by unit as of a day")
def read_establishment(request: ActorRequest, query: Query[EstablishmentQuery]) -> list[UnitCountsOut]:
    """Return approved, present and vacant posts of the units whose workforce the caller may see."""
    below = Unit.objects.filter(code=query.below).first() if query.below else None
    if query.below and below is None:
        return []
    lines = establishment_as_of(request.actor, query.day or today(), below=below)
    return [
        UnitCountsOut(
            unit_id=line.unit.pk, code=line.unit.code, name=line.unit.name,
            counts=[_count_out(block, count) for block, count in line.counts.items()],
        )
        for line in lines
    ]  # fmt: skip


@router.get("/dossiers", response=answers(PageOf[DossierLineOut]), summary="List people")
def list_dossiers(request: ActorRequest, query: Query[DossierQuery]) -> dict[str, Any]:
    """Return the people whose dossiers the caller may see, by name."""
    rows = visible_dossiers(request.actor)
    for word in fold(query.q).split():
        rows = rows.filter(search_key__contains=word)
    if query.unit:
        unit = Unit.objects.filter(code=query.unit).first()
        rows = rows.filter(unit__path__startswith=unit.path) if unit else rows.none()
    return page_answer(rows, Order(("sort_key",), descending=False), query, _person_out)


@router.get("/dossiers/{uuid:dossier_id}", response=answers(DossierOut, *READS), summary="One dossier as of a day")
def read_dossier(request: ActorRequest, dossier_id: UUID, query: Query[Day]) -> DossierOut:
    """Return a dossier; that it was opened is recorded for the person to read."""
    shown = get_page(request.actor, dossier_id, query.day or today())
    note_look(actor=request.actor, dossier=shown.dossier)
    return _dossier_out(shown)


def _count_out(block: str, count: Count3) -> CountOut:
    return CountOut(
        block=block, approved=count.approved, exceptional=count.exceptional, present=count.present, vacant=count.vacant
    )


def _person(row: Dossier) -> dict[str, Any]:
    return {
        "id": row.pk, "code": row.code, "full_name": row.person.full_name, "unit": row.unit.name,
        "post": row.tenure.post.title if row.tenure else "", "since": row.tenure.first_day if row.tenure else None,
    }  # fmt: skip


def _person_out(row: Dossier) -> DossierLineOut:
    return DossierLineOut(**_person(row))


def _dossier_out(shown: DossierPage) -> DossierOut:
    stated = shown.particulars
    return DossierOut(
        **_person(shown.dossier), day=shown.day, birth_year=stated.birth_date.year if stated else None,
        particulars=_particulars(stated, in_clear="record" in shown.may), has_identity_number=shown.has_number,
        posts=[_tenure_out(one) for one in shown.tenures],
        facts=[_fact_out(group, fact) for group in shown.groups for fact in group.now],
    )  # fmt: skip


def _particulars(stated: Particulars | None, *, in_clear: bool) -> dict[str, str | None]:
    shown: dict[str, str | None] = {}
    for field in PARTICULARS if stated else ():
        value = getattr(stated, field.code)
        is_open = in_clear or field.sensitivity == Sensitivity.BASIC
        shown[field.code] = str(value or "") if is_open else None
    return shown


def _tenure_out(one: Tenure) -> TenureOut:
    return TenureOut(
        post=one.post.title, unit=one.unit.name, kind=one.kind, since=one.first_day, until=one.last_day,
        decision=one.decision,
    )  # fmt: skip


def _fact_out(group: FactGroup, fact: Fact) -> FactOut:
    return FactOut(
        kind=str(group.spec.kind), is_sealed=group.spec.is_sealed, value=fact.value, detail=fact.detail,
        place=fact.place, since=fact.first_day, until=fact.last_day,
    )  # fmt: skip
