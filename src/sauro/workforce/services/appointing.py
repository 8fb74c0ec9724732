"""Putting somebody into a post, and ending it: neither two full posts nor a post above the establishment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.organizations.models import Person, Unit
from sauro.organizations.services.people import close_post, hold_post, void_post
from sauro.workforce import events
from sauro.workforce.enums import EndReason, TenureKind
from sauro.workforce.models import Allotment, Dossier, Post, Seat, Tenure
from sauro.workforce.policies import dossier_policy, establishment_policy, tenure_policy
from sauro.workforce.services.establishment import Paper, check_open, free_seats, lock_allotment, next_number
from sauro.workforce.services.settling import settle_dossiers
from vanban.text.normalize import nfc


@dataclass(frozen=True, slots=True)
class Place:
    """The post to be held: where, which, how, and on which days. ``until`` is the last day, when it is known."""

    unit_id: UUID
    post_id: UUID
    since: dt.date
    until: dt.date | None = None
    kind: TenureKind = TenureKind.FULL


@dataclass(frozen=True, slots=True)
class AboveEstablishment:
    """What lets a post stand above the establishment: the decision, why, and the last day."""

    decision: str
    reason: str
    until: dt.date


@transaction.atomic
def appoint(
    *, actor: Actor, dossier_id: UUID, place: Place, paper: Paper, above: AboveEstablishment | None = None,
    ends_present: bool = False,
) -> Tenure:  # fmt: skip
    """Put the person of a dossier into a post.

    A full post takes a free seat of the nearest unit, upwards from the post's, that has posts of the block. Without
    one it is refused (``no-seat``), unless ``above`` opens an exceptional seat. ``ends_present`` ends the post
    held before it. Raises ``two-posts``, ``unit-closed``, ``other-domain``, ``decision-needed``.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    # Dossiers of two domains may lead to the same person: who comes second waits here.
    person = Person.objects.select_for_update(no_key=True).get(pk=dossier.person_id)
    unit = establishment_policy.get_visible(actor, place.unit_id)
    establishment_policy.require(actor, "manage" if above else "record", unit)
    post = _post(place.post_id)
    valid = _days(dossier, unit, place, paper, above)
    seat = None
    if place.kind == TenureKind.FULL:
        _make_room(actor, dossier, valid, ends_present=ends_present)
        seat = _seat(actor, unit, post, valid, above)
    tenure = _write(actor, dossier, person, unit, post, place, valid, seat, paper)
    settle_dossiers([dossier.pk])
    record_event(
        actor=actor, event=events.APPOINTED, obj=tenure, object_text=dossier.code, domain=dossier.domain,
        unit_id=unit.pk, changes={"post": post.code, "kind": str(place.kind), "since": place.since.isoformat()},
    )  # fmt: skip
    return tenure


@transaction.atomic
def end_tenure(*, actor: Actor, tenure_id: UUID, last_day: dt.date, reason: EndReason, paper: Paper) -> Tenure:
    """End a post after its last day; its seat is free from the next. Raises ``before-begin``, ``ended-already``."""
    seen = tenure_policy.get_visible(actor, tenure_id)
    tenure_policy.require(actor, "record", seen)
    Dossier.objects.select_for_update(of=("self",)).get(pk=seen.dossier_id)
    tenure = tenure_policy.get_locked(actor, tenure_id)
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    if tenure.first_day is not None and last_day < tenure.first_day:
        words = _("Ngày cuối không được trước ngày bắt đầu (%(day)s).") % {"day": f"{tenure.first_day:%d/%m/%Y}"}
        raise DomainError("before-begin", words, field="last_day")
    if tenure.last_day is not None and tenure.last_day <= last_day:
        words = _("Vị trí này đã kết thúc ngày %(day)s.") % {"day": f"{tenure.last_day:%d/%m/%Y}"}
        raise Conflict("ended-already", words, field="last_day")
    _end(actor, tenure, last_day, reason, paper.number.strip())
    settle_dossiers([tenure.dossier_id])
    return tenure


@transaction.atomic
def withdraw_tenure(*, actor: Actor, tenure_id: UUID, reason: str) -> Tenure:
    """Take back a post that was recorded by mistake: it stays on record, marked, and its seat is free on all its days.

    Raises ``reason-needed``, ``withdrawn-already``.
    """
    seen = tenure_policy.get_visible(actor, tenure_id)
    tenure_policy.require(actor, "record", seen)
    Dossier.objects.select_for_update(of=("self",)).get(pk=seen.dossier_id)
    tenure = tenure_policy.get_locked(actor, tenure_id)
    if tenure.withdrawn_at is not None:
        raise Conflict("withdrawn-already", _("Thông tin này đã được rút."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    tenure.withdrawn_at, tenure.withdrawn_by_name, tenure.withdrawn_reason = now(), actor.name, reason.strip()
    tenure.save(update_fields=["withdrawn_at", "withdrawn_by_name", "withdrawn_reason"])
    # An appointment that was there before, for work, is not the mistake.
    if tenure.appointment is not None and tenure.appointment.valid == tenure.valid:
        void_post(actor=actor, appointment=tenure.appointment, reason=reason.strip())
    settle_dossiers([tenure.dossier_id])
    record_event(
        actor=actor, event=events.TENURE_WITHDRAWN, obj=tenure, object_text=tenure.dossier.code, reason=reason.strip()
    )
    return tenure


def _end(actor: Actor, tenure: Tenure, last_day: dt.date, reason: EndReason, decision: str) -> None:
    tenure.valid = DateRange(tenure.valid.lower, last_day + dt.timedelta(days=1))
    tenure.end_reason, tenure.end_decision = reason, decision
    tenure.save(update_fields=["valid", "end_reason", "end_decision"])
    if tenure.appointment is not None:
        close_post(actor=actor, appointment=tenure.appointment, last_day=last_day, reason=str(reason.label))
    record_event(
        actor=actor, event=events.TENURE_ENDED, obj=tenure, object_text=tenure.dossier.code,
        changes={"last_day": last_day.isoformat(), "why": str(reason)},
    )  # fmt: skip


def _post(post_id: UUID) -> Post:
    post = Post.objects.filter(pk=post_id, is_closed=False).first()
    if post is None:
        raise DomainError("post-unknown", _("Hãy chọn một vị trí việc làm đang dùng."), field="post")
    return post


def _days(dossier: Dossier, unit: Unit, place: Place, paper: Paper, above: AboveEstablishment | None) -> DateRange:
    if unit.domain != dossier.domain:
        raise DomainError("other-domain", _("Đơn vị và hồ sơ thuộc hai khối khác nhau."), field="unit")
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    until = place.until
    if above is not None:
        _check_exception(above, place)
        until = min(until or above.until, above.until)
    if until is not None and until < place.since:
        raise DomainError("until-before", _("Ngày kết thúc không được trước ngày bắt đầu."), field="until")
    # A unit that will end some day may be staffed until then.
    check_open(unit, place.since, until if until is not None else _last_day(unit))
    return DateRange(place.since, until + dt.timedelta(days=1) if until else unit.valid.upper)


def _last_day(unit: Unit) -> dt.date | None:
    return unit.valid.upper - dt.timedelta(days=1) if unit.valid.upper else None


def _check_exception(above: AboveEstablishment, place: Place) -> None:
    if not above.decision.strip() or not above.reason.strip():
        words = _("Bố trí ngoài biên chế phải ghi số quyết định và lý do.")
        raise DomainError("exception-unnamed", words, field="above_decision")
    if above.until < place.since:
        words = _("Thời hạn bố trí ngoài biên chế kết thúc trước ngày bắt đầu.")
        raise DomainError("exception-over", words, field="above_until")


def _make_room(actor: Actor, dossier: Dossier, valid: DateRange, *, ends_present: bool) -> None:
    """End the full post held, or refuse a second. What other domains hold is only said to be there."""
    held = Tenure.objects.standing().filter(person=dossier.person_id, kind=TenureKind.FULL, valid__overlap=valid)
    own = list(held.filter(dossier=dossier).select_related("post", "unit", "dossier", "appointment"))
    if ends_present and len(own) == 1 and own[0].valid.lower < valid.lower:
        _end(actor, own[0], valid.lower - dt.timedelta(days=1), EndReason.MOVED, own[0].end_decision)
        own = []
    if own:
        words = _(
            "Người này đang giữ vị trí %(post)s tại %(unit)s từ %(day)s. Hãy ghi thôi vị trí đó trước, "
            "hoặc chọn hình thức kiêm nhiệm."
        )
        one = own[0]
        named = {"post": one.post.title, "unit": one.unit.name, "day": f"{one.valid.lower:%d/%m/%Y}"}
        raise Conflict("two-posts", words % named, field="since")
    if held.exclude(dossier=dossier).exists():
        raise _elsewhere()


def _elsewhere() -> Conflict:
    words = _("Trong thời gian này, người này đã giữ một vị trí chính thức khác. Hãy chọn hình thức kiêm nhiệm.")
    return Conflict("two-posts", words, field="since")


def _seat(actor: Actor, unit: Unit, post: Post, valid: DateRange, above: AboveEstablishment | None) -> Seat:
    allotment = _nearest(unit, post.block)
    free = None
    if allotment is not None:
        open_seats = free_seats(allotment, valid)
        free = open_seats.filter(post=post).first() or open_seats.filter(post__isnull=True).first()
    if free is not None and above is None:
        return free
    if above is None:
        raise _no_seat(unit, post, allotment, valid)
    allotment = allotment or lock_allotment(unit, post.block)
    seat = Seat.objects.create(
        allotment=allotment, number=next_number(allotment), post=post, valid=valid, is_exceptional=True,
        decision=above.decision.strip(), reason=nfc(above.reason).strip(),
    )  # fmt: skip
    record_event(
        actor=actor, event=events.SEAT_EXCEPTED, obj=allotment, domain=unit.domain,
        changes={"post": post.code, "decision": seat.decision, "until": above.until.isoformat()},
        reason=seat.reason,
    )  # fmt: skip
    return seat


def _nearest(unit: Unit, block: str) -> Allotment | None:
    """Return, locked, the establishment of the unit, or else of the nearest unit above it that has one."""
    codes = unit.path.rstrip("/").split("/")
    paths = ["/".join(codes[:end]) + "/" for end in range(len(codes), 0, -1)]
    rows = Allotment.objects.filter(unit__path__in=paths, block=block, domain=unit.domain)
    found = max(rows.select_related("unit"), key=lambda row: len(row.unit.path), default=None)
    return Allotment.objects.select_for_update(of=("self",)).get(pk=found.pk) if found else None


def _no_seat(unit: Unit, post: Post, allotment: Allotment | None, valid: DateRange) -> Conflict:
    if allotment is None:
        words = _("%(unit)s chưa được giao biên chế khối %(block)s.")
        named = {"unit": unit.name, "block": str(post.get_block_display()).lower()}
        return Conflict("no-seat", words % named, field="post")
    later = _free_from(allotment, valid)
    if free_seats(allotment, valid).exists():
        words = _("Các chỗ còn trống đã định cho vị trí việc làm khác, không còn chỗ cho vị trí %(post)s.")
        return Conflict("no-seat", words % {"post": post.title}, field="post")
    if later is not None:
        words = _("Không còn chỗ trống suốt thời gian này; có chỗ trống từ %(day)s.")
        return Conflict("no-seat", words % {"day": f"{later:%d/%m/%Y}"}, field="since")
    words = _(
        "Đã hết biên chế khối %(block)s của đơn vị. Muốn bố trí vượt biên chế, hãy ghi quyết định cho phép, lý do và "
        "thời hạn."
    )
    return Conflict("no-seat", words % {"block": str(post.get_block_display()).lower()}, field="post")


def _free_from(allotment: Allotment, valid: DateRange) -> dt.date | None:
    """Return the first day after the beginning of a range from which some seat is free for good."""
    ends = Tenure.objects.standing().filter(
        seat__allotment=allotment, seat__is_exceptional=False, valid__endswith__gt=valid.lower
    )
    for day in ends.order_by("valid__endswith").values_list("valid__endswith", flat=True)[:20]:
        if free_seats(allotment, DateRange(day, None)).exists():
            found: dt.date = day
            return found
    return None


def _write(
    actor: Actor, dossier: Dossier, person: Person, unit: Unit, post: Post, place: Place, valid: DateRange,
    seat: Seat | None, paper: Paper,
) -> Tenure:  # fmt: skip
    work = hold_post(
        actor=actor, unit=unit, person=person, title=post.title, is_head=post.is_head, rank=post.rank, valid=valid
    )
    try:
        with transaction.atomic():
            made: Tenure = Tenure.objects.create(
                dossier=dossier, person=person, unit=unit, post=post, kind=place.kind, seat=seat, appointment=work,
                valid=valid, decision=paper.number.strip(), decided_on=paper.on, recorded_by_name=actor.name,
            )  # fmt: skip
    except IntegrityError as error:
        # Raw writers do not lock; the constraints do not ask who writes.
        raise _elsewhere() from error
    return made
