"""Moves: one move with its conditions, preparing it, its decision, its end, its papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.careers.badges import day_words, move_badge, outcome_badge
from sauro.careers.enums import Condition, MoveState
from sauro.careers.forms import DecideForm, EndMoveForm, MoveForm, ReasonForm
from sauro.careers.models import Move
from sauro.careers.policies import move_policy
from sauro.careers.selectors.moves import MovePage, get_move
from sauro.careers.services.moves import change_move, decide_move, drop_move, end_move, prepare_move
from sauro.careers.services.papers import MovePaper, compose_move
from sauro.common.clock import today
from sauro.documents.web.file_answers import made_file_answer
from sauro.organizations.models import Unit
from sauro.ui.forms import PageForm, UnitPicker
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.people import get_dossier
from sauro.workforce.services.establishment import Paper


@require_safe
@never_cache
@login_required
def career_move(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a move: while it is prepared its conditions as of today, afterwards as they were decided upon."""
    shown = get_move(request.actor, pk)
    move = shown.move
    context = {
        "move": move, "badge": move_badge(move), "may_record": shown.may_record, "findings": _shown(shown),
        "is_draft": move.state == MoveState.DRAFT, "is_decided": move.state == MoveState.DECIDED,
        "papers": [(paper.value, _PAPERS[paper]()) for paper in MovePaper],
    }  # fmt: skip
    return render(request, "careers/move.html", context)


_PAPERS: dict[MovePaper, Callable[[], str]] = {
    MovePaper.SUBMISSION: lambda: _("Tờ trình (.docx)"), MovePaper.DECISION: lambda: _("Dự thảo quyết định (.docx)")
}  # fmt: skip


def _shown(shown: MovePage) -> list[tuple[object, ...]]:
    """Return the conditions of a move: words, the day that decides, where it is laid down, how it stands."""
    if shown.move.state in (MoveState.DECIDED, MoveState.ENDED):
        kept = ((one["condition"], one["day"], one["source"], one["outcome"]) for one in shown.move.findings)
        rows = [(one, dt.date.fromisoformat(day) if day else None, *rest) for one, day, *rest in kept]
    else:
        rows = [(one.condition, one.day, one.source, one.outcome) for one in shown.findings]
    return [
        (Condition(condition).label, day_words(condition, day), source, outcome_badge(outcome, None))
        for condition, day, source, outcome in rows
    ]


@require_http_methods(["GET", "POST"])
@login_required
def career_move_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a move of somebody, or begin its record."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    form = MoveForm(request.POST if request.method == "POST" else None, initial={"first_day": today()})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            made = prepare_move(actor=request.actor, dossier_id=pk, fields=form.values)
            messages.success(request, _("Đã lập hồ sơ %(code)s.") % {"code": made.code})
            return redirect("career-move", pk=made.pk)
    context = {"form": form, "dossier": dossier, "title": _("Điều động, luân chuyển, biệt phái, bổ nhiệm lại")}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def career_move_change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a move that is prepared, or change it."""
    move = _kept(request, pk)
    form = MoveForm(request.POST if request.method == "POST" else None, initial=_initial(move))
    if not form.is_bound:
        _show_unit(form, "to_unit", move.to_unit)
        _show_unit(form, "issuer", move.issuer)

    def act() -> None:
        change_move(actor=request.actor, move_id=pk, fields=form.values)

    return _asked(request, move, form, act, _("Sửa hồ sơ %(code)s") % {"code": move.code}, _("Đã sửa hồ sơ."))


@require_http_methods(["GET", "POST"])
@login_required
def career_move_decide(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a decision, or record it."""
    move = _kept(request, pk)
    form = DecideForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        held = form.cleaned_data
        paper = Paper(held["decision"], held["decided_on"])
        decide_move(actor=request.actor, move_id=pk, paper=paper, despite=held["despite"], appoints=held["appoints"])

    return _asked(request, move, form, act, _("Ghi quyết định %(kind)s") % _words(move), _("Đã ghi quyết định."))


@require_http_methods(["GET", "POST"])
@login_required
def career_move_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of the end of a move, or record it."""
    move = _kept(request, pk)
    form = EndMoveForm(request.POST if request.method == "POST" else None, initial={"ended_on": move.last_day})

    def act() -> None:
        held = form.cleaned_data
        paper = Paper(held["decision"])
        end_move(actor=request.actor, move_id=pk, on=held["ended_on"], paper=paper, reason=held["reason"])

    return _asked(request, move, form, act, _("Ghi kết thúc %(kind)s") % _words(move), _("Đã ghi kết thúc."))


@require_http_methods(["GET", "POST"])
@login_required
def career_move_drop(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why a move does not come about, or record it."""
    move = _kept(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        drop_move(actor=request.actor, move_id=pk, reason=form.cleaned_data["reason"])

    return _asked(request, move, form, act, _("Không thực hiện %(kind)s") % _words(move), _("Đã ghi."))


@require_safe
@login_required
def career_move_paper(request: ActorRequest, pk: UUID, paper: str) -> FileResponse:
    """Give a paper of a move as a .docx."""
    if paper not in list(MovePaper):
        raise Http404
    data, name = compose_move(actor=request.actor, move_id=pk, paper=MovePaper(paper))
    return made_file_answer(BytesIO(data), name)


def _kept(request: ActorRequest, pk: UUID) -> Move:
    """Return a move whose record the actor keeps: 404 when they do not see it, 403 when they only see it."""
    shown = get_move(request.actor, pk)
    move_policy.require(request.actor, "record", shown.move)
    return shown.move


def _words(move: Move) -> dict[str, str]:
    return {"kind": move.get_kind_display().lower()}


def _asked(
    request: ActorRequest, move: Move, form: PageForm, act: Callable[[], object], title: str, done: str
) -> HttpResponse:
    """Show a form about a move, or do what it asks for and return to the move."""
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            act()
            messages.success(request, done)
            return redirect("career-move", pk=move.pk)
    context = {"form": form, "move": move, "title": title}
    return render(request, "careers/move_form.html", context, status=422 if form.is_bound else 200)


def _initial(move: Move) -> dict[str, Any]:
    names = ("kind", "first_day", "last_day", "bars", "is_excepted", "signer_capacity", "note")
    return {
        **{name: getattr(move, name) for name in names}, "to_unit": move.to_unit_id, "to_post": move.to_post_id,
        "issuer": move.issuer_id,
    }  # fmt: skip


def _show_unit(form: MoveForm, name: str, unit: Unit | None) -> None:
    if unit is not None:
        form.fields[name].widget = UnitPicker(unit.name, {"class": "form-control"})
