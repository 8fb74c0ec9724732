"""The page of a difficulty, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.difficulties.enums import Cause
from sauro.difficulties.forms import AlikeForm, AnswerForm, ForwardForm, JoinForm
from sauro.difficulties.selectors.difficulties import DifficultyPage, get_page
from sauro.difficulties.services import answering
from sauro.difficulties.tables import state_badge
from sauro.ui.forms import PageForm

Act = Callable[[Actor, UUID, Mapping[str, Any]], object]


def _answer(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return answering.answer_difficulty(actor=actor, difficulty_id=pk, text=held["text"], cause=Cause(held["cause"]))


def _forward(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return answering.forward_difficulty(
        actor=actor, difficulty_id=pk, reason=held["reason"], to_unit_id=held["to_unit"]
    )


def _join(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    others = [UUID(other) for other in held["others"]]
    return answering.join_difficulties(actor=actor, difficulty_id=pk, other_ids=others)


def _answer_alike(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return answering.answer_alike(actor=actor, difficulty_id=pk, other_id=held["other"])


def _withdraw(actor: Actor, pk: UUID, _held: Mapping[str, Any]) -> object:
    return answering.withdraw_difficulty(actor=actor, difficulty_id=pk)


ACTS: Mapping[str, tuple[Act, str | Promise]] = {
    "tra-loi": (_answer, _("Đã trả lời. Mọi đơn vị cùng nêu nội dung này đều nhận được.")),
    "nhu": (_answer_alike, _("Đã trả lời như lần trước. Mọi đơn vị cùng nêu nội dung này đều nhận được.")),
    "chuyen": (_forward, _("Đã chuyển lên, kèm cả quá trình.")),
    "ghep": (_join, _("Đã ghép: trả lời một lần cho tất cả.")),
    "rut": (_withdraw, _("Đã rút.")),
}


@require_safe
@login_required
def difficulty_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a difficulty."""
    return _page(request, get_page(request.actor, pk), {})


@require_POST
@login_required
def difficulty_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Do something with a difficulty; a wrong answer shows the page again with everything typed kept."""
    if act not in ACTS:
        raise Http404
    shown = get_page(request.actor, pk)
    form = _form(act, shown, request.POST)
    if form.is_valid():
        do, done = ACTS[act]
        with form.showing_refusals():
            do(request.actor, pk, form.cleaned_data)
            messages.success(request, str(done))
            return redirect("difficulty-detail", pk=pk)
    return _page(request, shown, {act: form}, status=422)


def _form(act: str, shown: DifficultyPage, data: Any = None) -> PageForm:
    auto_id = f"id_{act}_%s"
    if act == "ghep":
        return JoinForm(data, alike=shown.alike, auto_id=auto_id)
    kinds: dict[str, type[PageForm]] = {"tra-loi": AnswerForm, "chuyen": ForwardForm, "nhu": AlikeForm}
    return kinds.get(act, PageForm)(data, auto_id=auto_id)


def _page(
    request: ActorRequest, shown: DifficultyPage, bound: Mapping[str, PageForm], *, status: int = 200
) -> HttpResponse:
    forms = {act: bound.get(act) or _form(act, shown) for act in ACTS}
    context = {
        "shown": shown,
        "state": state_badge(shown.difficulty),
        "answer_form": forms["tra-loi"],
        "forward_form": forms["chuyen"],
        "join_form": forms["ghep"],
        "open_act": next(iter(bound), ""),
        "fault": next((form for act, form in bound.items() if act in ("rut", "nhu") or not shown.may_answer), None),
    }
    return render(request, "difficulties/detail.html", context, status=status)
