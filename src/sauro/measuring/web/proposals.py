"""The page of figures of ends of months that wait: each is taken over, or set aside with a reason."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.measuring.forms import AsideForm
from sauro.measuring.selectors.proposals import MOST_SHOWN, open_proposals, waiting_for
from sauro.measuring.services.proposing import set_aside


@require_safe
@never_cache
@login_required
def measure_proposals(request: ActorRequest) -> HttpResponse:
    """Show what waits for the reader."""
    return _page(request)


@require_POST
@login_required
def measure_proposal_aside(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Do not take the figure of a month over."""
    form = AsideForm(request.POST, auto_id=_ids(pk))
    if form.is_valid():
        with form.showing_refusals(only_of_fields=True):
            set_aside(actor=request.actor, proposal_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã ghi: không dùng số đo này."))
            return redirect("measure-proposals")
    return _page(request, refused=pk, form=form, status=422)


def _ids(pk: UUID) -> str:
    """Fields of several forms on one page: their identities hold that of the proposal."""
    return f"{pk}_%s"


def _page(
    request: ActorRequest, *, refused: UUID | None = None, form: AsideForm | None = None, status: int = 200
) -> HttpResponse:
    rows = [
        (one, form if form is not None and one.proposal.pk == refused else AsideForm(auto_id=_ids(one.proposal.pk)))
        for one in waiting_for(request.actor)
    ]
    total = open_proposals(request.actor).count()
    context = {"rows": rows, "refused": refused, "more": max(0, total - MOST_SHOWN)}
    return render(request, "measuring/proposals.html", context, status=status)
