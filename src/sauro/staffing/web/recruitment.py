"""Recruitment: plans, their lines, who applied and what became of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.staffing.badges import candidate_badge, plan_badge
from sauro.staffing.enums import CandidateState, PlanState, Way
from sauro.staffing.forms import CandidateForm, LineForm, PlanForm, ResultForm, StepForm
from sauro.staffing.models import Candidate, RecruitmentPlan, Scenario
from sauro.staffing.selectors.recruitment import candidates_of, get_line, get_plan, lines_of, sums_by_field
from sauro.staffing.selectors.scenarios import visible_scenarios
from sauro.staffing.services.recruiting import (
    add_candidate,
    find_candidate,
    make_plan,
    move_plan,
    save_line,
    settle_candidate,
)
from sauro.staffing.web.scenarios import require_manager
from sauro.ui.forms import PageForm, UnitPicker
from sauro.workforce.policies import post_policy


@require_http_methods(["GET", "POST"])
@login_required
def recruitment_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a plan, begun from what the scenario ``?pa=`` leaves vacant, or make it."""
    require_manager(request.actor)
    scenario = _scenario(request)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=_begun(scenario))
    if scenario is not None and not form.is_bound:
        form.fields["unit"].widget = UnitPicker(scenario.unit.name, {"class": "form-control"})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            plan = make_plan(
                actor=request.actor, unit_id=held["unit"], name=held["name"], year=held["year"], way=Way(held["way"]),
                scenario_id=scenario.pk if scenario else None,
            )  # fmt: skip
            messages.success(request, _("Đã lập kế hoạch. Hãy xem lại từng chỉ tiêu rồi trình duyệt."))
            return redirect("recruitment-plan", pk=plan.pk)
    context = {"form": form, "title": _("Lập kế hoạch tuyển dụng"), "back": reverse("recruitment-list")}
    return render(request, "staffing/form.html", context, status=422 if form.is_bound else 200)


def _scenario(request: ActorRequest) -> Scenario | None:
    try:
        key = UUID(request.GET.get("pa", ""))
    except ValueError:
        return None
    return visible_scenarios(request.actor).filter(pk=key).first()


def _begun(scenario: Scenario | None) -> dict[str, Any]:
    year = today().year
    if scenario is None:
        return {"year": year}
    name = _("Tuyển dụng %(year)d từ %(name)s") % {"year": year, "name": scenario.name}
    return {"year": year, "name": name[:200], "unit": scenario.unit_id}


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def recruitment_plan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a plan with its lines and sums by field; a POST sets a line down."""
    plan = get_plan(request.actor, pk)
    form = LineForm(request.POST if request.method == "POST" else None, posts=_posts(request))
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            save_line(
                actor=request.actor, plan_id=pk, unit_id=held["unit"], post_id=held["post"].pk, number=held["number"],
                way=Way(held["way"]),
            )  # fmt: skip
            messages.success(request, _("Đã ghi chỉ tiêu."))
            return redirect("recruitment-plan", pk=pk)
    step = StepForm(initial={"seen": plan.state})
    return render(
        request, "staffing/plan.html", _of_plan(plan, form, step), status=422 if form.is_bound else 200
    )  # fmt: skip


def _of_plan(plan: RecruitmentPlan, form: PageForm, step: PageForm) -> dict[str, Any]:
    lines = lines_of(plan)
    is_draft = plan.state == PlanState.DRAFT
    if is_draft:
        step.fields["decision"].required = True
    else:
        del step.fields["decision"]
    return {
        "plan": plan, "badge": plan_badge(plan), "lines": lines, "fields": sums_by_field(lines), "form": form,
        "step": step, "is_draft": is_draft, "is_approved": plan.state == PlanState.APPROVED,
    }  # fmt: skip


def _posts(request: ActorRequest) -> Any:
    return post_policy.visible(request.actor).filter(is_closed=False).order_by("rank", "sort_key")


@require_POST
@login_required
def recruitment_step(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Approve a plan, or close it."""
    plan = get_plan(request.actor, pk)
    step = StepForm(request.POST)
    if step.is_valid():
        with step.showing_refusals():
            moved = move_plan(
                actor=request.actor, plan_id=pk, seen=PlanState(step.cleaned_data["seen"]),
                decision=step.cleaned_data["decision"],
            )  # fmt: skip
            messages.success(request, _("Kế hoạch: %(state)s.") % {"state": moved.get_state_display()})
            return redirect("recruitment-plan", pk=pk)
    context = _of_plan(plan, LineForm(posts=_posts(request)), step)
    return render(request, "staffing/plan.html", context, status=422)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def recruitment_line(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show who applied for a line; a POST adds somebody."""
    line = get_line(request.actor, pk)
    form = CandidateForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            add_candidate(actor=request.actor, line_id=pk, applied=form.applied)
            messages.success(request, _("Đã ghi người dự tuyển."))
            return redirect("recruitment-line", pk=pk)
    context = {
        "line": line, "form": form, "people": [(one, candidate_badge(one)) for one in candidates_of(line)],
        "is_open": line.plan.state == PlanState.APPROVED,
    }  # fmt: skip
    return render(request, "staffing/line.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def candidate_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show somebody who applied; a POST records the result or what followed."""
    candidate = find_candidate(request.actor, pk)
    form = ResultForm(
        request.POST if request.method == "POST" else None, is_contract=candidate.line.way == Way.CONTRACT,
        initial={"seen": candidate.state, "state": _likely(candidate), "decision": candidate.decision},
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            settle_candidate(
                actor=request.actor, candidate_id=pk, seen=CandidateState(form.cleaned_data["seen"]),
                settled=form.settled,
            )  # fmt: skip
            messages.success(request, _("Đã ghi kết quả."))
            return redirect("recruitment-line", pk=candidate.line_id)
    line = candidate.line
    begin = urlencode({"ten": candidate.full_name, "dv": line.unit.code})
    context = {
        "candidate": candidate, "badge": candidate_badge(candidate), "form": form, "line": line,
        "is_open": line.plan.state == PlanState.APPROVED, "new_dossier": f"{reverse('person-new')}?{begin}",
        "has_passed": candidate.state == CandidateState.PASSED and line.way != Way.CONTRACT,
    }  # fmt: skip
    return render(request, "staffing/candidate.html", context, status=422 if form.is_bound else 200)


def _likely(candidate: Candidate) -> str:
    return CandidateState.APPOINTED if candidate.state == CandidateState.PASSED else CandidateState.PASSED
