"""Scenarios: asking, the result, one move with its reasons, two scenarios side by side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.documents.web.file_answers import made_file_answer
from sauro.staffing.badges import move_badge, scenario_badge
from sauro.staffing.enums import MoveState, ScenarioState
from sauro.staffing.forms import DecisionForm, ScenarioForm
from sauro.staffing.models import ProposedMove, Scenario
from sauro.staffing.policies import MANAGE
from sauro.staffing.selectors.picture import picture_of
from sauro.staffing.selectors.reasons import others_of
from sauro.staffing.selectors.scenarios import (
    calculated_percent,
    differences,
    field_lines,
    get_move,
    get_scenario,
    has_consented,
    sums_of,
    visible_moves,
    visible_scenarios,
)
from sauro.staffing.services.deciding import decide_move
from sauro.staffing.services.exporting import export_recruitment
from sauro.staffing.services.running import Settled, ask_scenario
from sauro.staffing.solver.problem import Weights
from sauro.staffing.web.reasons import sliders_of
from sauro.ui.forms import UnitPicker

_ASKED = (
    "day", "importance", "fairness", "distance", "circumstances", "support", "longest_minutes", "budget",
    "consent_needed", "stay_months",
)  # fmt: skip
_GOALS: tuple[tuple[str, str | Promise], ...] = (
    ("importance", gettext_lazy("vị trí quan trọng")), ("fairness", gettext_lazy("công bằng")),
    ("distance", gettext_lazy("đường đi")), ("circumstances", gettext_lazy("hoàn cảnh")),
    ("support", gettext_lazy("chi hỗ trợ")),
)  # fmt: skip
_LONGEST_NAME = 200
MOST_SHOWN = 100
"""Moves on the page of a scenario; all of them are in their list."""


def require_manager(actor: Actor) -> None:
    """Refuse those who manage no branch."""
    if not actor.holds(MANAGE):
        raise NotAllowed("not-allowed", _("Bạn không có quyền lập phương án điều động."))


@require_http_methods(["GET", "POST"])
@login_required
def scenario_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a scenario, begun from another by ``?tu=``, or ask for it."""
    require_manager(request.actor)
    form = ScenarioForm(request.POST if request.method == "POST" else None, initial=_begun_from(request))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            before = _asked_scenario(request, "tu")
            made = ask_scenario(
                actor=request.actor, unit_id=form.cleaned_data["unit"], question=form.question,
                after_id=before.pk if before else None, settled=_settled(request),
            )  # fmt: skip
            messages.success(request, _("Đã nhận phương án; kết quả có sau ít giây."))
            return redirect("scenario-detail", pk=made.pk)
    if not form.is_bound and form.initial.get("unit"):
        form.fields["unit"].widget = UnitPicker(form.initial["unit_name"], {"class": "form-control"})
    context = {"form": form, "title": _("Lập phương án điều động"), "note": _settled_in_words(request)}
    return render(request, "staffing/form.html", context, status=422 if form.is_bound else 200)


def _begun_from(request: ActorRequest) -> dict[str, Any]:
    before = _asked_scenario(request, "tu")
    if before is None:
        return {}
    initial = {name: getattr(before, name) for name in _ASKED}
    ending = _(" (trọng số khác)")
    name = before.name.removesuffix(ending)[: _LONGEST_NAME - len(ending)] + ending
    initial |= {goal: request.GET[goal] for goal in Weights.__slots__ if request.GET.get(goal, "").isdecimal()}
    return {**initial, "name": name, "unit": before.unit_id, "unit_name": before.unit.name}


def _settled(request: ActorRequest) -> Settled | None:
    """Return whom the address settles: ``?giu=`` a move to keep, or ``?o-lai=`` one whose person stays."""
    for name in ("giu", "o-lai"):
        try:
            return Settled(UUID(request.GET.get(name, "")), stays=name == "o-lai")
        except ValueError:
            continue
    return None


def _settled_in_words(request: ActorRequest) -> str:
    """Return who is settled by the address, for the form to say; nothing where it settles nobody the reader may see."""
    settled = _settled(request)
    move = settled and visible_moves(request.actor).filter(pk=settled.move_id).select_related("dossier__person").first()
    if not settled or not move:
        return ""
    stays, goes = _("%(name)s được giữ ở lại đơn vị hiện nay."), _("%(name)s được giữ ở đúng vị trí đã đề xuất.")
    return (stays if settled.stays else goes) % {"name": move.dossier.person.full_name}


def _asked_scenario(request: ActorRequest, name: str) -> Scenario | None:
    """Return the scenario an address names, None when it names none that the reader may see."""
    try:
        key = UUID(request.GET.get(name, ""))
    except ValueError:
        return None
    return visible_scenarios(request.actor).filter(pk=key).first()


def _moves(actor: Actor, scenario: Scenario) -> list[ProposedMove]:
    rows = visible_moves(actor).filter(scenario=scenario)
    return list(rows.select_related("from_unit__territory", "unit__territory", "dossier__person", "post"))


@require_safe
@never_cache
@login_required
def scenario_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a scenario: how far it is; once ready its sums, picture, moves and what is left for recruitment."""
    scenario = get_scenario(request.actor, pk)
    moves = _moves(request.actor, scenario)
    goals = [(label, getattr(scenario, name)) for name, label in _GOALS]
    lines = [(line, line.bars) for line in field_lines(request.actor, scenario)]
    context = {
        "scenario": scenario, "badge": scenario_badge(scenario), "goals": goals, "sums": sums_of(scenario, moves),
        "is_computing": scenario.state == ScenarioState.COMPUTING, "is_ready": scenario.state == ScenarioState.READY,
        "lines": lines, "moves": [(move, move_badge(move)) for move in moves[:MOST_SHOWN]],
        "more": max(0, len(moves) - MOST_SHOWN), "picture": picture_of(moves),
        "percent": calculated_percent(scenario), "sliders": sliders_of(scenario),
        "siblings": visible_scenarios(request.actor).filter(domain=scenario.domain).exclude(pk=pk)[:20],
    }  # fmt: skip
    return render(request, "staffing/scenario.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def move_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show why somebody is proposed for a post; take what the officer says of it."""
    move = get_move(request.actor, pk)
    form = DecisionForm(request.POST if request.method == "POST" else None, initial={"seen": move.state})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            decide_move(
                actor=request.actor, move_id=pk, seen=MoveState(held["seen"]), outcome=MoveState(held["outcome"]),
                reason=held["reason"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi kết luận. Chưa có ai được điều động: việc đó cần quyết định riêng."))
            return redirect("move-detail", pk=pk)
    terms = [
        (_("Lấp vị trí quan trọng"), move.importance), (_("Công bằng giữa các địa bàn"), move.fairness),
        (_("Đường đi"), move.distance), (_("Hoàn cảnh"), move.circumstances), (_("Chi hỗ trợ"), move.support_points),
    ]  # fmt: skip
    context = {
        "move": move, "badge": move_badge(move), "terms": terms, "others": others_of(move), "form": form,
        "consents": has_consented(move.dossier), "is_draft": move.state == MoveState.CONFIRMED,
        "is_done": move.dossier.tenure is not None and move.dossier.tenure.unit_id == move.unit_id,
    }  # fmt: skip
    return render(request, "staffing/move.html", context, status=422 if form.is_bound else 200)


@require_safe
@never_cache
@login_required
def scenario_recruitment(request: ActorRequest, pk: UUID) -> FileResponse:
    """Give what a scenario leaves for recruitment as a workbook."""
    file = export_recruitment(actor=request.actor, scenario_id=pk)
    return made_file_answer(file, f"can-tuyen-{today():%Y%m%d}.xlsx")


@require_safe
@never_cache
@login_required
def scenario_compare(request: ActorRequest) -> HttpResponse:
    """Show two scenarios of one domain side by side, ``?a=`` and ``?b=``."""
    require_manager(request.actor)
    first, second = _asked_scenario(request, "a"), _asked_scenario(request, "b")
    context: dict[str, Any] = {"first": first, "second": second}
    if first is not None and second is not None and first.domain == second.domain:
        one, other = (_moves(request.actor, scenario) for scenario in (first, second))
        same, changed = differences(one, other)
        left, right = sums_of(first, one), sums_of(second, other)
        rows = [
            (_("Số người điều động"), left.moves, right.moves), (_("Tổng phút đi"), left.minutes, right.minutes),
            (_("Hỗ trợ (nghìn đồng/tháng)"), left.support, right.support),
            (_("Vị trí còn trống"), left.left, right.left),
            (_("Điểm theo trọng số của mình"), left.points, right.points),
        ]  # fmt: skip
        context |= {"rows": rows, "same": same, "changed": changed, "is_comparable": True}
    return render(request, "staffing/compare.html", context)
