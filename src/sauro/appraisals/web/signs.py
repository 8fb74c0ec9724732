"""What stands beside a sheet for people to judge, and where the person answers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.appraisals.forms import SignForm
from sauro.appraisals.policies import HEAD_WAITS, sign_policy
from sauro.appraisals.rules.figures import shown
from sauro.appraisals.selectors.fair_play import FairPlay, Later, PartsBeside, ShownSign, get_sign
from sauro.appraisals.services.signs import answer_sign
from sauro.appraisals.sign_words import changes_of, counts_of, moves_of, question_of


@require_http_methods(["GET", "POST"])
@login_required
def sign_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what is to be explained, or store the person's answer."""
    sign = get_sign(request.actor, pk)
    sign_policy.require(request.actor, "own", sign)
    form = SignForm(request.POST if request.method == "POST" else None, initial={"text": sign.answer})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            answer_sign(actor=request.actor, sign_id=pk, text=form.cleaned_data["text"])
            messages.success(request, _("Đã ghi giải thích. Điểm không đổi vì việc này."))
            return redirect("sheet-detail", pk=sign.sheet_id)
    context = {"form": form, "sheet": sign.sheet, "sign": sign, "question": question_of(sign)}
    return render(request, "appraisals/sign.html", context, status=422 if form.is_bound else 200)


def fair_context(fair: FairPlay) -> dict[str, object]:
    """Return what the page of a sheet shows beside the score."""
    return {
        "signs": [_sign(one) for one in fair.signs],
        "splits": [_split(one) for one in fair.splits],
        "later": [_later(one) for one in fair.later],
        "led_otherwise": fair.is_led_otherwise,
        "score_now": _points(fair.score_now),
        "head_waits": HEAD_WAITS.days,
    }


def _sign(one: ShownSign) -> dict[str, object]:
    moves = moves_of(one.sign)
    return {
        "sign": one.sign,
        "question": question_of(one.sign),
        "works": [(item, moves.get(str(item.item.pk), "")) for item in one.items],
    }


def _split(one: PartsBeside) -> dict[str, object]:
    known = one.by_parts is not None and one.by_whole is not None
    return {
        "parts": [(item, counts_of(part)) for item, part in zip(one.items, one.parts, strict=True)],
        "whole": counts_of(one.whole),
        "by_parts": _points(one.by_parts),
        "by_whole": _points(one.by_whole),
        "difference": _points((one.by_parts or Fraction(0)) - (one.by_whole or Fraction(0))) if known else "",
    }


def _later(one: Later) -> tuple[object, Sequence[str]]:
    return one.shown, list(changes_of(one.shown.item, one.now))


def _points(value: Fraction | None) -> str:
    return "" if value is None else shown(value)
