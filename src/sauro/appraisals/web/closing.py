"""Closing a month, and confirming several sheets at once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.appraisals.forms import CloseForm
from sauro.appraisals.policies import leads_people
from sauro.appraisals.services.closing import close_month
from sauro.appraisals.services.judging import confirm_many
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.plans.months import month_of, shifted

MOST_AT_ONCE = 200


@require_http_methods(["GET", "POST"])
@login_required
def month_close(request: ActorRequest) -> HttpResponse:
    """Ask which month of which unit is closed, or close it."""
    if not leads_people(request.actor):
        raise NotAllowed("not-allowed", _("Bạn không có quyền chốt phiếu đánh giá."))
    last = shifted(month_of(today()), -1)
    form = CloseForm(request.POST if request.method == "POST" else None, initial={"month": last})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            closed = close_month(actor=request.actor, unit_id=held["unit"], month=held["month"])
            words = _("Đã chốt %(closed)d phiếu; %(left)d phiếu chưa xác nhận nên chưa chốt.")
            messages.success(request, words % {"closed": closed.closed, "left": closed.left})
            return redirect("sheet-list")
    return render(request, "appraisals/close.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@login_required
def sheets_many(request: ActorRequest) -> HttpResponse:
    """Confirm the sheets chosen in the list with the people's own points; say what hinders each of the others."""
    if not leads_people(request.actor):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xác nhận phiếu đánh giá."))
    done, refused = confirm_many(actor=request.actor, sheet_ids=_chosen(request))
    if done:
        words = ngettext("Đã xác nhận %(number)d phiếu.", "Đã xác nhận %(number)d phiếu.", done)
        messages.success(request, words % {"number": done})
    for sentence in refused:
        messages.warning(request, sentence)
    if not done and not refused:
        messages.warning(request, _("Hãy chọn ít nhất một phiếu."))
    return redirect("sheet-list")


def _chosen(request: ActorRequest) -> list[UUID]:
    found = []
    for text in request.POST.getlist("row")[:MOST_AT_ONCE]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
