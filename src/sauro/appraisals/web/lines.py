"""What is done with one line of a sheet, and with a claim on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.appraisals import forms
from sauro.appraisals.enums import ClaimAbout, ClaimKind
from sauro.appraisals.models import Claim, SheetItem
from sauro.appraisals.policies import claim_policy, item_policy
from sauro.appraisals.selectors.catalogues import products_for
from sauro.appraisals.selectors.sheets import words_for
from sauro.appraisals.services.claims import decide_claim, make_claim, withdraw_claim
from sauro.appraisals.services.judging import judge_own_work
from sauro.appraisals.services.stating import choose_product, remove_own_work
from sauro.common.errors import NotAllowed
from sauro.ui.forms import PageForm

YES = "co"


@dataclass(frozen=True, slots=True)
class LineAct:
    """An act on a line: its words, for whom it is (any of ``actions``), its form and its service."""

    title: str | Promise
    button: str | Promise
    done: str | Promise
    actions: tuple[str, ...]
    build: Callable[[SheetItem, Any], PageForm]
    do: Callable[[Actor, UUID, Mapping[str, Any]], object]


def _claim(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return make_claim(
        actor=actor, item_id=pk, kind=ClaimKind(held["kind"]), about=ClaimAbout(held["about"]), text=held["text"],
        times=held["times"],
    )  # fmt: skip


def _judge(actor: Actor, pk: UUID, held: Mapping[str, Any]) -> object:
    return judge_own_work(actor=actor, item_id=pk, is_accepted=held["is_accepted"] == YES, reason=held["reason"])


ACTS: Mapping[str, LineAct] = {
    "san-pham": LineAct(
        gettext_lazy("Chọn sản phẩm quy đổi"),
        gettext_lazy("Chọn"),
        gettext_lazy("Đã quy đổi theo sản phẩm này."),
        ("own", "judge"),
        lambda item, data: forms.ProductForm(
            data,
            products=products_for(item.sheet.unit, item.sheet.month.year),
            initial={"product": str(item.product_id or "")},
        ),
        lambda actor, pk, held: choose_product(actor=actor, item_id=pk, product_id=UUID(held["product"])),
    ),
    "de-nghi": LineAct(
        gettext_lazy("Đề nghị xem lại"),
        gettext_lazy("Gửi đề nghị"),
        gettext_lazy("Đã gửi. Điểm chỉ đổi khi người có thẩm quyền chấp nhận."),
        ("own",),
        lambda item, data: forms.ClaimForm(data, item=item),
        _claim,
    ),
    "ket-luan": LineAct(
        gettext_lazy("Kết luận việc tự khai"),
        gettext_lazy("Ghi kết luận"),
        gettext_lazy("Đã ghi kết luận."),
        ("judge",),
        lambda _item, data: forms.LineForm(data),
        _judge,
    ),
}


@require_http_methods(["GET", "POST"])
@login_required
def sheet_line_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a line, or do it."""
    if act not in ACTS:
        raise Http404
    step = ACTS[act]
    item = _get_item(request.actor, pk)
    if not item_policy.allowed(request.actor, step.actions, item):
        raise NotAllowed("not-allowed", _("Bạn xem được mục này nhưng không có quyền thực hiện thao tác."))
    form = step.build(item, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            step.do(request.actor, pk, form.cleaned_data)
            messages.success(request, str(step.done))
            return redirect("sheet-detail", pk=item.sheet_id)
    words = words_for(request.actor, item)
    context = {"form": form, "sheet": item.sheet, "step": step, "words": words, "item": item}
    return render(request, "appraisals/act.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def sheet_line_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take back a line the actor added."""
    item = _get_item(request.actor, pk)
    remove_own_work(actor=request.actor, item_id=pk)
    messages.success(request, _("Đã bỏ việc tự khai."))
    return redirect("sheet-detail", pk=item.sheet_id)


@require_http_methods(["GET", "POST"])
@login_required
def claim_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a claim for an answer, or answer it."""
    claim = claim_policy.get_visible(request.actor, pk, base=_claims())
    claim_policy.require(request.actor, "judge", claim)
    form = forms.AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            decide_claim(actor=request.actor, claim_id=pk, is_granted=held["is_granted"] == YES, answer=held["answer"])
            messages.success(request, _("Đã trả lời đề nghị."))
            return redirect("sheet-detail", pk=claim.item.sheet_id)
    words = words_for(request.actor, claim.item)
    context = {"form": form, "sheet": claim.item.sheet, "claim": claim, "words": words}
    return render(request, "appraisals/claim.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def claim_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take back a claim."""
    claim = claim_policy.get_visible(request.actor, pk, base=_claims())
    withdraw_claim(actor=request.actor, claim_id=pk)
    messages.success(request, _("Đã rút đề nghị."))
    return redirect("sheet-detail", pk=claim.item.sheet_id)


def _get_item(actor: Actor, pk: UUID) -> SheetItem:
    base = SheetItem.objects.select_related(
        "sheet__unit", "sheet__appointment__person", "plan_item__assignment", "plan_item__part", "product"
    )
    return item_policy.get_visible(actor, pk, base=base)


def _claims() -> Any:
    return Claim.objects.select_related(
        "item__sheet__unit", "item__sheet__appointment__person", "item__plan_item__assignment"
    )
