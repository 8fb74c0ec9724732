"""Closing a month, and confirming several sheets at once."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.appraisals.forms import CloseForm
from sauro.appraisals.policies import leads_people, ruled_policy
from sauro.appraisals.services.closing import close_month
from sauro.appraisals.services.judging import confirm_many
from sauro.common.errors import NotAllowed

MOST_AT_ONCE = 200


@require_http_methods(["GET", "POST"])
@login_required
def month_close(request: ActorRequest) -> HttpResponse:
    """Ask which month of which unit is closed, or close it."""
    if not leads_people(request.actor):
        raise NotAllowed("not-allowed", _("Bạn không có quyền chốt phiếu đánh giá."))
    units = ruled_policy.visible(request.actor, "judge")
    usual = units.order_by("path").first()
    form = CloseForm(request.POST if request.method == "POST" else None, initial={"unit": usual.pk if usual else None})
    if usual is not None and not form.is_bound:
        form.fields["unit"].widget.text = usual.name
    if form.is_bound and form.is_valid():
        unit, month = units.filter(pk=form.cleaned_data["unit"]).first(), form.day
        if unit is None:
            form.add_error(
                "unit", _("Bạn không chốt phiếu của đơn vị này. Hãy chọn đơn vị bạn đứng đầu hoặc đơn vị dưới.")
            )
            return _close_page(request, form)
        with form.showing_refusals():
            closed = close_month(actor=request.actor, unit_id=unit.pk, month=month)
            words = _("Đã chốt %(closed)d phiếu; %(left)d phiếu chưa xác nhận nên chưa chốt.")
            messages.success(request, words % {"closed": closed.closed, "left": closed.left})
            return redirect(f"{reverse('sheet-list')}?{urlencode({'th': f'{month:%Y-%m}', 'dv': unit.code})}")
    return _close_page(request, form)


def _close_page(request: ActorRequest, form: CloseForm) -> HttpResponse:
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
