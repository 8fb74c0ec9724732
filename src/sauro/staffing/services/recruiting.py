"""Recruitment: making a plan from what moves leave, its lines, who applied, results and what follows from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.staffing import events
from sauro.staffing.enums import CandidateState, PlanState, ScenarioState, Way
from sauro.staffing.models import Candidate, RecruitmentLine, RecruitmentPlan, Scenario
from sauro.staffing.policies import MANAGE, plan_policy, scenario_policy
from sauro.staffing.selectors.scenarios import vacancies
from sauro.workforce.models import Dossier, Tenure
from sauro.workforce.policies import dossier_policy, establishment_policy, post_policy
from vanban.text.normalize import fold, name_sort_key, nfc

MOST_OF_A_LINE = 1000
OLDEST, YOUNGEST = 70, 16
_NEXT = {PlanState.DRAFT: PlanState.APPROVED, PlanState.APPROVED: PlanState.CLOSED}
_CHOSEN = (CandidateState.PASSED, CandidateState.APPOINTED)


@dataclass(frozen=True, slots=True)
class Applied:
    """Who applied, as far as choosing needs it."""

    full_name: str
    birth_year: int | None = None
    degree: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of somebody: the state, what was measured, the paper, and what an appointment rests on."""

    state: CandidateState
    result: str = ""
    decision: str = ""
    dossier_code: str = ""
    contract: str = ""
    contract_since: dt.date | None = None
    contract_until: dt.date | None = None


@transaction.atomic
def make_plan(
    *, actor: Actor, unit_id: UUID, name: str, year: int, way: Way = Way.SELECTION, scenario_id: UUID | None = None
) -> RecruitmentPlan:
    """Make a plan of a body; with a scenario its lines are the posts that one leaves vacant.

    Raises 403 without the right over the branch, ``name-needed``, ``year-wrong``, ``not-ready``, ``other-branch``.
    """
    unit = establishment_policy.get_visible(actor, unit_id)
    if not any(one.include_subtree and one.covers(unit.path, unit.domain) for one in actor.scopes(MANAGE)):
        raise NotAllowed("not-allowed", _("Bạn không quản lý biên chế của toàn nhánh đơn vị này."))
    written = " ".join(nfc(name).split())
    if not written:
        raise DomainError("name-needed", _("Hãy đặt tên kế hoạch."), field="name")
    if not today().year - 1 <= year <= today().year + 2:
        raise DomainError("year-wrong", _("Năm phải từ năm trước đến hai năm tới."), field="year")
    scenario = _scenario(actor, scenario_id, unit.path)
    plan = RecruitmentPlan.objects.create(
        name=written, unit=unit, domain=unit.domain, year=year, scenario=scenario, made_by_name=actor.name,
        search_key=fold(written)[:200],
    )  # fmt: skip
    left = vacancies(scenario) if scenario else []
    lines = [RecruitmentLine(plan=plan, unit=one.unit, post=one.post, number=one.left, way=way) for one in left]
    RecruitmentLine.objects.bulk_create(lines)
    record_event(actor=actor, event=events.PLAN_MADE, obj=plan, changes={"lines": len(lines)})
    return plan


def _scenario(actor: Actor, scenario_id: UUID | None, path: str) -> Scenario | None:
    if scenario_id is None:
        return None
    scenario = scenario_policy.get_visible(actor, scenario_id, base=Scenario.objects.select_related("unit"))
    if scenario.state != ScenarioState.READY:
        raise Conflict("not-ready", _("Phương án chưa có kết quả."))
    if not scenario.unit.path.startswith(path):
        raise DomainError("other-branch", _("Phương án thuộc nhánh đơn vị khác."), field="unit")
    return scenario


@transaction.atomic
def save_line(*, actor: Actor, plan_id: UUID, unit_id: UUID, post_id: UUID, number: int, way: Way) -> None:
    """Set down how many people of a position a unit recruits in one way; 0 takes the line away.

    Raises ``not-draft``, ``number-wrong``, ``other-branch``.
    """
    plan = plan_policy.get_locked(actor, plan_id)
    _require_draft(plan)
    unit = establishment_policy.get_visible(actor, unit_id)
    post = post_policy.get_visible(actor, post_id)
    if not unit.path.startswith(plan.unit.path) or unit.domain != plan.domain:
        raise DomainError("other-branch", _("Đơn vị không thuộc phạm vi của kế hoạch."), field="unit")
    if not 0 <= number <= MOST_OF_A_LINE:
        raise DomainError("number-wrong", _("Số người phải từ 0 đến 1000."), field="number")
    rows = RecruitmentLine.objects.filter(plan=plan, unit=unit, post=post, way=way)
    if number:
        RecruitmentLine.objects.update_or_create(plan=plan, unit=unit, post=post, way=way, defaults={"number": number})
    else:
        rows.delete()
    record_event(actor=actor, event=events.LINE_SAVED, obj=plan, changes={"post": post.code, "number": number})


@transaction.atomic
def move_plan(*, actor: Actor, plan_id: UUID, seen: PlanState, decision: str = "") -> RecruitmentPlan:
    """Approve a draft by a decision, or close an approved plan.

    Raises ``changed-meanwhile``, ``decision-needed``, ``no-lines``, ``still-open`` while somebody waits for a result.
    """
    plan = plan_policy.get_locked(actor, plan_id)
    if plan.state != seen or seen not in _NEXT:
        raise Conflict("changed-meanwhile", _("Kế hoạch vừa được người khác chuyển bước. Hãy xem lại."))
    if seen == PlanState.DRAFT:
        if not decision.strip():
            raise DomainError("decision-needed", _("Hãy ghi số quyết định phê duyệt."), field="decision")
        if not plan.lines.exists():
            raise DomainError("no-lines", _("Kế hoạch chưa có chỉ tiêu nào."))
        plan.decision = nfc(decision).strip()
    elif Candidate.objects.filter(line__plan=plan, state=CandidateState.APPLIED).exists():
        raise DomainError("still-open", _("Còn người dự tuyển chưa ghi kết quả."))
    plan.state = _NEXT[seen]
    plan.save(update_fields=["state", "decision"])
    record_event(actor=actor, event=events.PLAN_MOVED, obj=plan, changes={"state": [str(seen), str(plan.state)]})
    return plan


@transaction.atomic
def add_candidate(*, actor: Actor, line_id: UUID, applied: Applied) -> Candidate:
    """Record who applied for a line of an approved plan. Raises ``not-approved``, ``name-needed``, ``birth-odd``."""
    line = _locked_line(actor, line_id)
    name = " ".join(nfc(applied.full_name).split())
    if not name:
        raise DomainError("name-needed", _("Hãy ghi họ và tên."), field="full_name")
    year = applied.birth_year
    if year is not None and not today().year - OLDEST <= year <= today().year - YOUNGEST:
        raise DomainError("birth-odd", _("Năm sinh không hợp lý. Hãy kiểm tra lại."), field="birth_year")
    made = Candidate.objects.create(
        line=line, full_name=name, birth_year=year, degree=nfc(applied.degree).strip(), search_key=fold(name),
        sort_key=name_sort_key(name),
    )  # fmt: skip
    record_event(actor=actor, event=events.CANDIDATE_ADDED, obj=line.plan, changes={"post": line.post.code})
    return made


@transaction.atomic
def settle_candidate(*, actor: Actor, candidate_id: UUID, seen: CandidateState, settled: Settled) -> Candidate:
    """Record a result, or what followed from it. No more may pass than the line has posts.

    Appointed means a dossier with the post recorded there, or for a contract its number and days. Raises
    ``changed-meanwhile``, ``decision-needed``, ``line-full``, ``not-passed``, ``not-in-post``, ``contract-incomplete``.
    """
    found = find_candidate(actor, candidate_id)
    line = _locked_line(actor, found.line_id)
    candidate = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate_id)
    if candidate.state != seen:
        raise Conflict("changed-meanwhile", _("Người khác vừa ghi kết quả cho người này. Hãy xem lại."))
    if not settled.decision.strip() and settled.state != CandidateState.WITHDRAWN:
        raise DomainError("decision-needed", _("Hãy ghi số văn bản."), field="decision")
    if settled.state == CandidateState.PASSED:
        _require_room(line, candidate)
    if settled.state == CandidateState.APPOINTED:
        _appoint(actor, line, candidate, settled)
    candidate.state, candidate.decision = settled.state, nfc(settled.decision).strip()
    candidate.result = nfc(settled.result).strip() or candidate.result
    candidate.save()
    record_event(
        actor=actor, event=events.CANDIDATE_SETTLED, obj=line.plan,
        changes={"post": line.post.code, "state": [str(seen), str(settled.state)]},
    )  # fmt: skip
    return candidate


def find_candidate(actor: Actor, candidate_id: UUID) -> Candidate:
    """Return somebody who applied for a plan the actor may see. Raises ``NotVisible``."""
    rows = Candidate.objects.filter(pk=candidate_id, line__plan__in=plan_policy.visible(actor).values("pk"))
    found = rows.select_related("line__plan__unit", "line__unit", "line__post", "dossier").first()
    if found is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    return found


def _require_draft(plan: RecruitmentPlan) -> None:
    if plan.state != PlanState.DRAFT:
        raise Conflict("not-draft", _("Kế hoạch đã duyệt nên không sửa chỉ tiêu được."))


def _locked_line(actor: Actor, line_id: UUID) -> RecruitmentLine:
    """Return a line of an approved plan, locked: results of one line are recorded one after the other."""
    rows = RecruitmentLine.objects.filter(pk=line_id, plan__in=plan_policy.visible(actor).values("pk"))
    line = rows.select_related("plan__unit", "unit", "post").select_for_update(of=("self",)).first()
    if line is None:
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    if line.plan.state != PlanState.APPROVED:
        raise Conflict("not-approved", _("Chỉ ghi được khi kế hoạch đã duyệt và chưa kết thúc."))
    return line


def _require_room(line: RecruitmentLine, candidate: Candidate) -> None:
    if line.candidates.filter(state__in=_CHOSEN).exclude(pk=candidate.pk).count() >= line.number:
        words = _("Chỉ tiêu này tuyển %(number)d người và đã đủ.")
        raise Conflict("line-full", words % {"number": line.number}, field="state")


def _appoint(actor: Actor, line: RecruitmentLine, candidate: Candidate, settled: Settled) -> None:
    if candidate.state != CandidateState.PASSED:
        raise DomainError("not-passed", _("Người này chưa trúng tuyển."), field="state")
    if line.way == Way.CONTRACT:
        since, until = settled.contract_since, settled.contract_until
        if not settled.contract.strip() or since is None or until is None or until < since:
            words = _("Hợp đồng cần số, ngày bắt đầu và ngày kết thúc sau ngày bắt đầu.")
            raise DomainError("contract-incomplete", words, field="contract")
        candidate.contract, candidate.contract_since = nfc(settled.contract).strip(), since
        candidate.contract_until = until
        return
    candidate.dossier = _dossier_in_post(actor, line, settled.dossier_code.strip())


def _dossier_in_post(actor: Actor, line: RecruitmentLine, code: str) -> Dossier:
    dossier = dossier_policy.visible(actor).filter(code=code, domain=line.plan.domain).first() if code else None
    if (
        dossier is None
        or not Tenure.objects.standing().filter(dossier=dossier, unit=line.unit, post=line.post).exists()
    ):
        words = _("Hãy lập hồ sơ và bố trí người này vào vị trí %(post)s, %(unit)s trước, rồi ghi mã hồ sơ.")
        held = {"post": line.post.title, "unit": line.unit.name}
        raise DomainError("not-in-post", words % held, field="dossier_code")
    return dossier
