"""Correcting the identity number, and erasing what is sealed by two people."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.ui.timeline import entries_of
from sauro.workforce.forms import ErasureForm, NumberForm
from sauro.workforce.models import Dossier
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.erasing import open_erasure, remains, settled_erasures
from sauro.workforce.selectors.own import number_changes
from sauro.workforce.selectors.people import get_dossier
from sauro.workforce.services.dossiers import set_identity_number
from sauro.workforce.services.erasing import ask_erasure, confirm_erasure, take_back_erasure


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def person_number(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of an identity number with its changes so far, or set it."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    form = NumberForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            set_identity_number(
                actor=request.actor, dossier_id=pk, number=held["identity_number"], reason=held["reason"]
            )
            messages.success(request, _("Đã ghi số định danh."))
            return redirect("person-detail", pk=pk)
    changes = entries_of(number_changes(dossier))
    context = {"form": form, "dossier": dossier, "changes": changes}
    return render(request, "workforce/number.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def person_erasure(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what erasing destroys and what stays, and the request that waits; or ask for it."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "seal", dossier)
    form = ErasureForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            ask_erasure(actor=request.actor, dossier_id=pk, basis=form.cleaned_data["basis"])
            messages.success(request, _("Đã ghi đề nghị. Một người khác phải xác nhận thì mới xóa."))
            return redirect("person-erasure", pk=pk)
    return render(
        request, "workforce/erasure.html", _shown(request, dossier, form), status=422 if form.is_bound else 200
    )


def _shown(request: ActorRequest, dossier: Dossier, form: ErasureForm) -> dict[str, object]:
    waiting = open_erasure(dossier)
    return {
        "dossier": dossier, "form": form, "held": remains(dossier), "waiting": waiting,
        "is_own": waiting is not None and waiting.asked_by_id == request.actor.user_id,
        "settled": settled_erasures(dossier),
    }  # fmt: skip


@require_POST
@login_required
def person_erasure_settle(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Confirm the request with ``act=xac-nhan``; anything else takes it back."""
    if request.POST.get("act") == "xac-nhan":
        confirm_erasure(actor=request.actor, dossier_id=pk)
        messages.success(request, _("Đã hủy khóa: thông tin niêm phong của người này không còn ai đọc được."))
    else:
        take_back_erasure(actor=request.actor, dossier_id=pk)
        messages.success(request, _("Đã rút đề nghị xóa."))
    return redirect("person-erasure", pk=pk)
