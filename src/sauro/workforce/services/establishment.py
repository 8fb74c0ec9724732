"""Deciding how many posts a unit has, and job positions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Exists, F, Max, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.workforce import events
from sauro.workforce.enums import Block
from sauro.workforce.models import Allotment, AllotmentDecision, Seat, Tenure
from sauro.workforce.policies import establishment_policy

MOST_POSTS = 5_000


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper a deed rests on: its number, its date when known."""

    number: str
    on: dt.date | None = None


@transaction.atomic
def decide_allotment(
    *, actor: Actor, unit_id: UUID, block: Block, posts: int, since: dt.date, paper: Paper, note: str = ""
) -> AllotmentDecision:
    """Give a unit ``posts`` posts of a block from ``since`` on, until the next decision.

    From the same day as the last decision it corrects that one, and ``note`` says why. Seats are opened, or closed
    where they are free from that day on. Raises ``below-headcount`` when more people hold posts than would remain,
    ``unit-closed`` for a unit not in force, ``later-decision`` when a later one stands.
    """
    unit = establishment_policy.get_visible(actor, unit_id)
    establishment_policy.require(actor, "manage", unit)
    _check(unit, posts, since, paper)
    allotment = lock_allotment(unit, block)
    before = _last_decision(allotment)
    _check_order(before, since)
    held = _fit_seats(allotment, posts, since)
    if before is not None:
        _give_way(actor, before, since, note)
    made = AllotmentDecision.objects.create(
        allotment=allotment, year=since.year, posts=posts, valid=DateRange(since, None), decision=paper.number.strip(),
        decided_on=paper.on, recorded_by_name=actor.name, note=note.strip(),
    )  # fmt: skip
    record_event(
        actor=actor, event=events.ALLOTTED, obj=allotment, domain=unit.domain,
        changes={"posts": [before.posts if before else None, posts], "held": held, "since": since.isoformat()},
    )  # fmt: skip
    return made


def lock_allotment(unit: Unit, block: str) -> Allotment:
    """Return the establishment of a unit in a block, made when it is not there, locked until the transaction ends."""
    Allotment.objects.get_or_create(unit=unit, block=block, defaults={"domain": unit.domain})
    return Allotment.objects.select_for_update(of=("self",)).get(unit=unit, block=block)


def check_open(unit: Unit, since: dt.date, until: dt.date | None, *, field: str = "unit") -> None:
    """Refuse a territory, and a unit that is not in force from ``since`` to ``until`` (None: without end)."""
    if unit.kind == UnitKind.TERRITORY:
        raise DomainError(
            "territory", _("Đơn vị hành chính không có biên chế. Hãy chọn một cơ quan, đơn vị."), field=field
        )
    upper = unit.valid.upper
    is_begun = unit.valid.lower is None or unit.valid.lower <= since
    is_on = upper is None or (since < upper and until is not None and until < upper)
    if not (is_begun and is_on):
        words = _("%(unit)s không hoạt động suốt thời gian này (đơn vị đã giải thể, sáp nhập hoặc chưa thành lập).")
        raise DomainError("unit-closed", words % {"unit": unit.name}, field=field)


def free_seats(allotment: Allotment, valid: DateRange) -> QuerySet[Seat]:
    """Return the approved seats of an establishment that stand and are free on all days of a range."""
    taken = Tenure.objects.standing().filter(seat=OuterRef("pk"), valid__overlap=valid)
    seats = Seat.objects.filter(allotment=allotment, is_exceptional=False, valid__contains=valid)
    return seats.exclude(Exists(taken))


def next_number(allotment: Allotment) -> int:
    """Return the number of the next seat. The establishment must be locked."""
    highest: int | None = Seat.objects.filter(allotment=allotment).aggregate(last=Max("number"))["last"]
    return (highest or 0) + 1


def _check_order(before: AllotmentDecision | None, since: dt.date) -> None:
    """Refuse a decision from before the one that stands last."""
    if before is not None and before.first_day is not None and before.first_day > since:
        raise Conflict(
            "later-decision",
            _("Quyết định %(number)s đã có hiệu lực từ %(day)s. Hãy chọn ngày đó (để sửa sai) hoặc ngày sau đó.")
            % {"number": before.decision, "day": f"{before.first_day:%d/%m/%Y}"},
            field="since",
        )


def _give_way(actor: Actor, before: AllotmentDecision, since: dt.date, note: str) -> None:
    """End the decision that stood until now, or withdraw it when the new one corrects it from the same day."""
    if before.first_day != since:
        before.valid = DateRange(before.valid.lower, since)
        before.save(update_fields=["valid"])
        return
    if not note.strip():
        words = _("Đã có quyết định từ ngày này. Sửa sai thì ghi lý do vào ghi chú.")
        raise DomainError("reason-needed", words, field="note")
    before.withdrawn_at, before.withdrawn_by_name, before.withdrawn_reason = now(), actor.name, note.strip()
    before.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])


def _check(unit: Unit, posts: int, since: dt.date, paper: Paper) -> None:
    check_open(unit, since, None)
    if not 0 <= posts <= MOST_POSTS:
        raise DomainError("posts-wrong", _("Số biên chế phải từ 0 đến %(most)d.") % {"most": MOST_POSTS}, field="posts")
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định giao biên chế."), field="decision")
    if paper.on is not None and paper.on > since:
        words = _("Ngày hiệu lực không được trước ngày ký quyết định.")
        raise DomainError("since-before-decision", words, field="since")


def _last_decision(allotment: Allotment) -> AllotmentDecision | None:
    rows = AllotmentDecision.objects.standing().filter(allotment=allotment)
    last: AllotmentDecision | None = rows.order_by("-valid").first()
    return last


def _fit_seats(allotment: Allotment, posts: int, since: dt.date) -> int:
    """Open or close seats so that ``posts`` stand from a day on; return how many of them somebody holds."""
    always = DateRange(since, None)
    standing = Seat.objects.filter(allotment=allotment, is_exceptional=False, valid__contains=always).count()
    free = free_seats(allotment, always)
    held = standing - free.count()
    if posts < held:
        raise Conflict(
            "below-headcount",
            ngettext(
                "Biên chế mới (%(posts)d) thấp hơn %(held)d người đang giữ vị trí từ ngày này. "
                "Hãy điều chuyển hoặc ghi thôi vị trí trước.",
                "Biên chế mới (%(posts)d) thấp hơn %(held)d người đang giữ vị trí từ ngày này. "
                "Hãy điều chuyển hoặc ghi thôi vị trí trước.",
                held,
            )
            % {"posts": posts, "held": held},
            field="posts",
        )
    if posts > standing:
        first = next_number(allotment)
        Seat.objects.bulk_create(
            Seat(allotment=allotment, number=number, valid=always) for number in range(first, first + posts - standing)
        )
    elif posts < standing:
        # Seats not meant for one position go first, then the highest numbers.
        closed = free.order_by(F("post__rank").asc(nulls_first=True), "-number")[: standing - posts]
        for seat in Seat.objects.filter(pk__in=[one.pk for one in closed]):
            seat.valid = DateRange(seat.valid.lower, since)
            seat.save(update_fields=["valid"])
    return held
