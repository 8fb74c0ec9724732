"""Preparing a move, recording its decision, its end, or that it does not come about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.careers import events
from sauro.careers.enums import Bars, Condition, MoveKind, MoveState, Outcome
from sauro.careers.models import Move
from sauro.careers.policies import move_policy
from sauro.careers.selectors.moves import findings_of
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind, TenureKind
from sauro.workforce.models import Post, Tenure
from sauro.workforce.policies import dossier_policy
from sauro.workforce.services.appointing import Place, appoint
from sauro.workforce.services.establishment import Paper
from sauro.workforce.services.facts import Content, record_fact, withdraw_fact
from vanban.text.normalize import nfc

CODE_PREFIX = "DC"


@dataclass(frozen=True, slots=True)
class MoveFields:
    """What a move is to be. ``last_day`` is the planned end."""

    kind: MoveKind
    to_unit_id: UUID
    to_post_id: UUID
    first_day: dt.date
    last_day: dt.date | None = None
    bars: Bars = Bars.NOT_CHECKED
    is_excepted: bool = False
    issuer_id: UUID | None = None
    signer_capacity: str = ""
    note: str = ""


@transaction.atomic
def prepare_move(*, actor: Actor, dossier_id: UUID, fields: MoveFields) -> Move:
    """Begin the record of a move of somebody, without any decision. Raises what :func:`change_move` raises."""
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    tenure = dossier.tenure
    if tenure is None:
        raise DomainError("no-post", _("Người này không giữ vị trí chính thức nên chưa lập được hồ sơ điều động."))
    move = Move(
        code=next_code(prefix=CODE_PREFIX, year=today().year), dossier=dossier, from_unit_id=tenure.unit_id,
        from_post_id=tenure.post_id, made_by_name=actor.name,
    )  # fmt: skip
    _fill(move, fields)
    move.save()
    record_event(actor=actor, event=events.MOVE_SAVED, obj=move, changes={"kind": move.kind})
    return move


@transaction.atomic
def change_move(*, actor: Actor, move_id: UUID, fields: MoveFields) -> Move:
    """Change what is only prepared. Raises ``decided-already``, ``unit-unknown``, ``post-unknown``, ``last-before``."""
    move = move_policy.get_locked(actor, move_id)
    move_policy.require(actor, "record", move)
    _require_draft(move)
    _fill(move, fields)
    move.save()
    record_event(actor=actor, event=events.MOVE_SAVED, obj=move, changes={"kind": move.kind})
    return move


@transaction.atomic
def decide_move(*, actor: Actor, move_id: UUID, paper: Paper, despite: str = "", appoints: bool = False) -> Move:
    """Record the decision on a move: the dossier tells of it, and with ``appoints`` the post is taken at once.

    A condition that fails needs ``despite``, why the decision is recorded all the same; one that is unknown does not
    stop it, and stays on record as unknown. Raises ``decision-needed``, ``conditions-fail``, ``decided-later``, and
    what appointing raises.
    """
    seen = move_policy.get_visible(actor, move_id)
    move_policy.require(actor, "record", seen)
    dossier_policy.get_locked(actor, seen.dossier_id)
    move = move_policy.get_locked(actor, move_id)
    _require_draft(move)
    _check_paper(paper)
    found = findings_of(move)
    failed = [Condition(one.condition).label for one in found if one.outcome == Outcome.LACKING]
    if failed and not despite.strip():
        words = _("Có điều kiện chưa đạt: %(what)s. Hãy ghi vì sao vẫn ghi quyết định này.")
        raise DomainError("conditions-fail", words % {"what": "; ".join(map(str, failed))}, field="despite")
    move.state, move.decision, move.decided_on = MoveState.DECIDED, paper.number.strip(), paper.on
    move.despite = nfc(despite).strip() if failed else ""
    move.findings = [
        {"condition": str(one.condition), "outcome": str(one.outcome), "source": one.source,
         "day": one.day.isoformat() if one.day else None} for one in found
    ]  # fmt: skip
    content = Content(move.first_day, move.kind, move.to_post.title, move.to_unit.name, until=move.last_day)
    move.fact = record_fact(actor=actor, dossier_id=move.dossier_id, kind=FactKind.MOVE, content=content, paper=paper)
    move.tenure = _appointed(actor, move, paper) if appoints else None
    move.save()
    record_event(actor=actor, event=events.MOVE_DECIDED, obj=move, changes={"decision": move.decision})
    return move


@transaction.atomic
def end_move(*, actor: Actor, move_id: UUID, on: dt.date, paper: Paper, reason: str = "") -> Move:
    """Record that a decided move ended on a day. Raises ``not-decided``, ``before-begin``, ``decision-needed``."""
    seen = move_policy.get_visible(actor, move_id)
    move_policy.require(actor, "record", seen)
    dossier_policy.get_locked(actor, seen.dossier_id)
    move = move_policy.get_locked(actor, move_id)
    if move.state != MoveState.DECIDED:
        raise Conflict("not-decided", _("Chỉ ghi kết thúc được cho trường hợp đã có quyết định và chưa kết thúc."))
    if on < move.first_day:
        words = _("Ngày kết thúc không được trước ngày bắt đầu (%(day)s).") % {"day": f"{move.first_day:%d/%m/%Y}"}
        raise DomainError("before-begin", words, field="ended_on")
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    if move.fact is not None and move.fact.withdrawn_at is None and on != move.last_day:
        _shorten_fact(actor, move, on)
    move.state, move.ended_on, move.end_decision = MoveState.ENDED, on, paper.number.strip()
    move.end_reason = nfc(reason).strip()
    move.save()
    record_event(actor=actor, event=events.MOVE_ENDED, obj=move, changes={"on": on.isoformat()})
    return move


@transaction.atomic
def drop_move(*, actor: Actor, move_id: UUID, reason: str) -> Move:
    """Record that a move that was prepared does not come about. Raises ``decided-already``, ``reason-needed``."""
    move = move_policy.get_locked(actor, move_id)
    move_policy.require(actor, "record", move)
    _require_draft(move)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    move.state, move.end_reason = MoveState.DROPPED, nfc(reason).strip()
    move.save()
    record_event(actor=actor, event=events.MOVE_DROPPED, obj=move, reason=move.end_reason)
    return move


def _require_draft(move: Move) -> None:
    if move.state != MoveState.DRAFT:
        raise Conflict("decided-already", _("Hồ sơ này không còn ở bước chuẩn bị. Hãy tải lại trang."))


def _check_paper(paper: Paper) -> None:
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số quyết định."), field="decision")
    if paper.on is None:
        raise DomainError("decision-needed", _("Hãy ghi ngày quyết định."), field="decided_on")
    if paper.on > today():
        raise DomainError("decided-later", _("Ngày quyết định ở tương lai."), field="decided_on")


def _fill(move: Move, fields: MoveFields) -> None:
    """Write what was typed. Units are of the domain of the dossier; a re-appointment stays where the person is."""
    units = Unit.objects.filter(domain=move.dossier.domain)
    to_unit = units.filter(pk=fields.to_unit_id).first()
    if to_unit is None:
        raise DomainError("unit-unknown", _("Hãy chọn một đơn vị cùng khối với hồ sơ."), field="to_unit")
    to_post = Post.objects.filter(pk=fields.to_post_id).first()
    if to_post is None:
        raise DomainError("post-unknown", _("Hãy chọn vị trí việc làm trong danh mục."), field="to_post")
    if fields.last_day is not None and fields.last_day < fields.first_day:
        raise DomainError("last-before", _("Ngày kết thúc không được trước ngày bắt đầu."), field="last_day")
    stays = (move.from_unit_id, move.from_post_id) == (to_unit.pk, to_post.pk)
    if (fields.kind == MoveKind.REAPPOINTMENT) != stays:
        words = _("Bổ nhiệm lại là ở đúng đơn vị và vị trí đang giữ; hình thức khác thì phải đổi đơn vị hoặc vị trí.")
        raise DomainError("place-odd", words, field="to_unit")
    issuer = units.filter(pk=fields.issuer_id).first() if fields.issuer_id else None
    if fields.issuer_id and issuer is None:
        raise DomainError("unit-unknown", _("Hãy chọn một đơn vị cùng khối với hồ sơ."), field="issuer")
    move.kind, move.to_unit, move.to_post, move.issuer = fields.kind, to_unit, to_post, issuer
    move.first_day, move.last_day, move.bars = fields.first_day, fields.last_day, fields.bars
    move.is_excepted, move.note = fields.is_excepted, nfc(fields.note).strip()
    move.signer_capacity = " ".join(nfc(fields.signer_capacity).split())


def _appointed(actor: Actor, move: Move, paper: Paper) -> Tenure | None:
    """Let the person take the post: on secondment beside the one they keep, otherwise in its place."""
    if move.kind == MoveKind.REAPPOINTMENT:
        return None
    is_seconded = move.kind == MoveKind.SECONDMENT
    place = Place(
        move.to_unit_id, move.to_post_id, move.first_day, move.last_day if is_seconded else None,
        TenureKind.SECONDED if is_seconded else TenureKind.FULL,
    )  # fmt: skip
    return appoint(actor=actor, dossier_id=move.dossier_id, place=place, paper=paper, ends_present=not is_seconded)


def _shorten_fact(actor: Actor, move: Move, on: dt.date) -> None:
    """Let the dossier tell the days as they were: what is written there is withdrawn and written anew."""
    fact = move.fact
    if fact is None:
        return
    withdraw_fact(actor=actor, fact_id=fact.pk, reason=_("Kết thúc ngày %(day)s") % {"day": f"{on:%d/%m/%Y}"})
    content = Content(move.first_day, move.kind, fact.detail, fact.place, until=on)
    move.fact = record_fact(
        actor=actor, dossier_id=move.dossier_id, kind=FactKind.MOVE, content=content,
        paper=Paper(fact.decision, fact.decided_on),
    )  # fmt: skip
