"""Planning: the site's confirmation, lists, names, approval, yearly review, removal."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.careers import events
from sauro.careers.enums import NominationState, Outcome, PlanningGroup, PlanningRule, ReviewOutcome
from sauro.careers.models import Nomination, PlanningClearance, PlanningList, PlanningReview
from sauro.careers.policies import PLANNING_RECORD, nomination_policy, planning_list_policy
from sauro.careers.rules.planning import examine, names_wanted
from sauro.careers.selectors.planning import STANDING, candidates, is_open, is_switched_on, may_confirm
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.numbering.services import next_code
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind
from sauro.workforce.models import Dossier, Post
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.as_of import opened_as_of
from sauro.workforce.services.establishment import Paper
from vanban.text.normalize import fold, nfc

CODE_PREFIX = "QH"
MAJORITY = "kinh"
"""The folded name of the people that is no minority."""


@dataclass(frozen=True, slots=True)
class ListFields:
    """What a planning list is for. ``reference`` is a day of the month at which working time left is counted."""

    unit_id: UUID
    post_id: UUID
    term: str
    reference: dt.date
    is_collective: bool = False
    seats: int = 1


@transaction.atomic
def confirm_classification(*, actor: Actor, domain: str, paper: Paper) -> PlanningClearance:
    """Record the site's word that unpublished names of a domain are no state secret.

    Raises ``planning-off``, ``decision-needed``, ``decided-later``, ``cleared-already``; 403 without the right over the
    whole province.
    """
    if not may_confirm(actor, domain):
        raise NotAllowed("not-allowed", _("Chỉ người quản lý quy hoạch toàn tỉnh của khối này mới xác nhận được."))
    if not is_switched_on():
        raise Conflict("planning-off", _("Phần quy hoạch chưa được quản trị mở ở bản cài này."))
    _check_paper(paper)
    if PlanningClearance.objects.filter(domain=domain, withdrawn_at__isnull=True).exists():
        raise Conflict("cleared-already", _("Khối này đã được xác nhận."))
    made = PlanningClearance.objects.create(
        domain=domain, decision=paper.number.strip(), decided_on=paper.on or today(), confirmed_by_name=actor.name
    )
    record_event(actor=actor, event=events.CLEARED, obj=made, changes={"decision": made.decision})
    return made


@transaction.atomic
def withdraw_classification(*, actor: Actor, domain: str, reason: str) -> PlanningClearance:
    """Take the word back: nothing of planning is seen or recorded in the domain any more. Raises ``reason-needed``."""
    if not may_confirm(actor, domain):
        raise NotAllowed("not-allowed", _("Chỉ người quản lý quy hoạch toàn tỉnh của khối này mới rút xác nhận được."))
    row = PlanningClearance.objects.select_for_update().filter(domain=domain, withdrawn_at__isnull=True).first()
    if row is None:
        raise NotVisible("not-found", _("Khối này chưa được xác nhận."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    row.withdrawn_at, row.withdrawn_by_name, row.withdrawn_reason = now(), actor.name, nfc(reason).strip()
    row.save()
    record_event(actor=actor, event=events.CLEARANCE_WITHDRAWN, obj=row, reason=row.withdrawn_reason)
    return row


@transaction.atomic
def make_list(*, actor: Actor, fields: ListFields) -> PlanningList:
    """Make a planning list of a post and a term. Raises ``planning-closed``, ``list-there``, ``term-needed``."""
    unit = Unit.objects.filter(pk=fields.unit_id).first()
    if unit is None or not actor.holds_for(PLANNING_RECORD, unit.path, unit.domain):
        raise NotAllowed("not-allowed", _("Bạn không ghi quy hoạch của đơn vị này."))
    _require_open(unit.domain)
    post = Post.objects.filter(pk=fields.post_id, is_closed=False).first()
    if post is None:
        raise DomainError("post-unknown", _("Hãy chọn vị trí việc làm trong danh mục."), field="post")
    term = " ".join(nfc(fields.term).split())
    if not term:
        raise DomainError("term-needed", _("Hãy ghi nhiệm kỳ, ví dụ 2030–2035."), field="term")
    if PlanningList.objects.filter(unit=unit, post=post, term=term).exists():
        raise Conflict("list-there", _("Đã có danh sách của chức danh này trong nhiệm kỳ này."), field="post")
    made = PlanningList.objects.create(
        code=next_code(prefix=CODE_PREFIX, year=today().year), domain=unit.domain, unit=unit, post=post, term=term,
        reference=fields.reference.replace(day=1), is_collective=fields.is_collective, seats=fields.seats,
        made_by_name=actor.name, search_key=fold(f"{post.title} {unit.name}")[:500],
    )  # fmt: skip
    record_event(actor=actor, event=events.PLANNING_LIST_MADE, obj=made)
    return made


@transaction.atomic
def nominate(*, actor: Actor, list_id: UUID, dossier_id: UUID, group: PlanningGroup, despite: str = "") -> Nomination:
    """Enter somebody into a list; the person may come from any unit of the domain whose dossier the actor sees.

    The numbers for the post, the person and the committee are limits: two clerks who enter names at once wait for each
    other. Another rule that fails needs ``despite``. Raises ``person-unknown``, ``named-already``, ``too-many``,
    ``rule-fails``.
    """
    seen = planning_list_policy.get_visible(actor, list_id)
    planning_list_policy.require(actor, "record", seen)
    dossier = _dossier(actor, dossier_id, seen.domain)
    row = planning_list_policy.get_locked(actor, list_id)
    if Nomination.objects.filter(STANDING, planning_list=row, dossier=dossier).exists():
        raise Conflict("named-already", _("Người này đã có trong danh sách."), field="dossier")
    _check_rules(row, dossier, group, despite)
    made = Nomination.objects.create(
        planning_list=row, dossier=dossier, group=group, despite=nfc(despite).strip(), nominated_by_name=actor.name
    )
    record_event(actor=actor, event=events.NOMINATED, obj=made)
    return made


@transaction.atomic
def approve(*, actor: Actor, nomination_id: UUID, paper: Paper) -> Nomination:
    """Record the approval of a name. Raises ``not-nominated``, ``decision-needed``, ``decided-later``."""
    row = _locked(actor, nomination_id)
    if row.state != NominationState.NOMINATED:
        raise Conflict("not-nominated", _("Chỉ ghi phê duyệt được cho người đang được giới thiệu."))
    _check_paper(paper)
    row.state, row.decision, row.decided_on = NominationState.APPROVED, paper.number.strip(), paper.on
    row.save()
    record_event(actor=actor, event=events.NOMINATION_APPROVED, obj=row, changes={"decision": row.decision})
    return row


@transaction.atomic
def review(
    *, actor: Actor, nomination_id: UUID, outcome: ReviewOutcome, paper: Paper, remark: str = ""
) -> PlanningReview:
    """Record this year's review of a name; a name that does not stay is removed by it.

    Raises ``removed-already``, ``reviewed-already``, ``decision-needed``, ``reason-needed``.
    """
    row = _locked(actor, nomination_id)
    _require_standing(row)
    year = today().year
    if row.reviews.filter(year=year).exists():
        raise Conflict("reviewed-already", _("Người này đã được soát trong năm nay."))
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số văn bản soát quy hoạch."), field="decision")
    if outcome == ReviewOutcome.REMOVED and not remark.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do đưa ra khỏi quy hoạch."), field="remark")
    made = PlanningReview.objects.create(
        nomination=row, year=year, outcome=outcome, remark=nfc(remark).strip(), decision=paper.number.strip(),
        reviewed_by_name=actor.name,
    )  # fmt: skip
    record_event(actor=actor, event=events.NOMINATION_REVIEWED, obj=row, changes={"year": year})
    if outcome == ReviewOutcome.REMOVED:
        _remove(actor, row, today(), made.remark, made.decision)
    return made


@transaction.atomic
def remove(*, actor: Actor, nomination_id: UUID, on: dt.date, reason: str, paper: Paper) -> Nomination:
    """Record that a name left planning. Raises ``removed-already``, ``reason-needed``, ``decision-needed``."""
    row = _locked(actor, nomination_id)
    _require_standing(row)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số văn bản."), field="decision")
    if on > today():
        raise DomainError("decided-later", _("Ngày này ở tương lai."), field="removed_on")
    _remove(actor, row, on, nfc(reason).strip(), paper.number.strip())
    return row


@transaction.atomic
def count_minorities(*, actor: Actor, list_id: UUID) -> tuple[int, int]:
    """Return how many names of a list are of an ethnic minority, and of how many it is not on record.

    Opens what is sealed, for this count only; that it was opened, and of how many, is recorded. 403 without the right
    to open it for the unit of the list.
    """
    row = planning_list_policy.get_visible(actor, list_id)
    if not actor.holds_for("private_facts.view", row.unit.path, row.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền mở thông tin dân tộc."))
    ids = list(Nomination.objects.filter(STANDING, planning_list=row).values_list("dossier", flat=True))
    opened = opened_as_of(FactKind.ETHNICITY, today(), ids)
    minority = sum(fold(held.get("detail", "")).strip() != MAJORITY for held in opened.values())
    record_event(actor=actor, event=events.STRUCTURE_COUNTED, obj=row, changes={"number": len(opened)})
    return minority, len(ids) - len(opened)


def _dossier(actor: Actor, dossier_id: UUID, domain: str) -> Dossier:
    """Return a dossier, locked: one the actor sees, of the domain of the list."""
    found = dossier_policy.visible(actor).filter(pk=dossier_id, domain=domain).first()
    if found is None:
        words = _("Người này không cùng khối với danh sách, hoặc không trong phạm vi bạn xem được.")
        raise DomainError("person-unknown", words, field="dossier")
    Dossier.objects.select_for_update(of=("self",), no_key=True).get(pk=found.pk)
    return Dossier.objects.select_related("tenure__post", "particulars", "unit").get(pk=found.pk)


def _check_rules(row: PlanningList, dossier: Dossier, group: PlanningGroup, despite: str) -> None:
    candidate = candidates(row, [(dossier, group)], more=1)[dossier.pk]
    found = [one for one in examine(candidate, today()) if one.outcome == Outcome.LACKING]
    limits = [one for one in found if one.rule in (PlanningRule.PER_POST, PlanningRule.PER_PERSON)]
    if row.is_collective and candidate.names_for_post > names_wanted(row.seats, today())[1]:
        words = _("Danh sách này nhiều nhất %(most)d người theo hệ số.") % {"most": names_wanted(row.seats, today())[1]}
        raise Conflict("too-many", words, field="dossier")
    if limits:
        words = _("%(what)s nhiều nhất là %(limit)d.") % {"what": limits[0].rule.label, "limit": limits[0].limit}
        raise Conflict("too-many", words, field="dossier")
    if found and not despite.strip():
        rules = "; ".join(str(one.rule.label) for one in found)
        words = _("Chưa đạt: %(what)s. Hãy ghi vì sao vẫn ghi người này.") % {"what": rules}
        raise DomainError("rule-fails", words, field="despite")


def _require_open(domain: str) -> None:
    if not is_open(domain):
        words = _("Quy hoạch của khối này chưa mở: chưa xác nhận danh sách không thuộc danh mục bí mật nhà nước.")
        raise Conflict("planning-closed", words)


def _locked(actor: Actor, nomination_id: UUID) -> Nomination:
    row = nomination_policy.get_locked(actor, nomination_id)
    nomination_policy.require(actor, "record", row)
    return row


def _require_standing(row: Nomination) -> None:
    if row.state == NominationState.REMOVED:
        raise Conflict("removed-already", _("Người này đã được đưa ra khỏi quy hoạch."))


def _remove(actor: Actor, row: Nomination, on: dt.date, reason: str, decision: str) -> None:
    row.state, row.removed_on, row.removed_reason, row.removed_decision = NominationState.REMOVED, on, reason, decision
    row.save()
    record_event(actor=actor, event=events.NOMINATION_REMOVED, obj=row, reason=reason)


def _check_paper(paper: Paper) -> None:
    if not paper.number.strip():
        raise DomainError("decision-needed", _("Hãy ghi số văn bản."), field="decision")
    if paper.on is None:
        raise DomainError("decision-needed", _("Hãy ghi ngày văn bản."), field="decided_on")
    if paper.on > today():
        raise DomainError("decided-later", _("Ngày văn bản ở tương lai."), field="decided_on")
