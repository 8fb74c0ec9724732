"""The page on which a target is measured from the records: the link, the figure of a day, and taking it over."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.measuring.enums import Measure
from sauro.measuring.forms import DayForm, LinkForm
from sauro.measuring.models import MeasureLink
from sauro.measuring.selectors.measures import Measured, link_of, measured
from sauro.measuring.services.measuring import link_measure, take_over
from sauro.targets.models import Share
from sauro.targets.policies import indicator_policy, share_policy


@require_safe
@never_cache
@login_required
def target_measure(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what a target is measured by, and the measure on ``?day=`` to those who may have it."""
    form = DayForm(request.GET if "day" in request.GET else None, initial={"day": today()})
    asked = form.cleaned_data["day"] if form.is_bound and form.is_valid() else None
    return _page(request, _share(request, pk), day=asked or today(), day_form=form)


@require_POST
@login_required
def target_measure_link(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Link the indicator to a measure, or end the link."""
    share, form = _share(request, pk), LinkForm(request.POST)
    if form.is_valid():
        with form.showing_refusals():
            link_measure(actor=request.actor, share_id=pk, measure=form.cleaned_data["measure"])
            messages.success(request, _("Đã ghi liên kết của chỉ tiêu."))
            return redirect("target-measure", pk=pk)
    indicator_policy.require(request.actor, "keep", share.indicator)
    return _page(request, share, day=today(), link_form=form, status=422)


@require_POST
@login_required
def target_measure_take(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the measure of a day over as what was reached."""
    share, form = _share(request, pk), DayForm(request.POST)
    share_policy.require(request.actor, "record", share)
    if form.is_valid():
        with form.showing_refusals():
            take_over(actor=request.actor, share_id=pk, day=form.cleaned_data["day"])
            messages.success(request, _("Đã ghi số đo vào số thực hiện."))
            return redirect("target-detail", pk=pk)
    return _page(request, share, day=today(), day_form=form, status=422)


def _share(request: ActorRequest, pk: UUID) -> Share:
    base = Share.objects.select_related("indicator", "unit__territory")
    return share_policy.get_visible(request.actor, pk, base=base)


def _page(
    request: ActorRequest, share: Share, *, day: dt.date, day_form: DayForm | None = None,
    link_form: LinkForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    link = link_of(share)
    context: dict[str, Any] = {
        "share": share, "link": link, "day": day, "day_form": day_form or DayForm(initial={"day": day}),
        "link_form": link_form or LinkForm(initial={"measure": link.measure if link else ""}),
        "may_link": indicator_policy.can(request.actor, "keep", share.indicator),
        "may_record": share_policy.can(request.actor, "record", share),
    }  # fmt: skip
    if link is not None:
        context["found"], context["refused"] = _found(request, share, link, day)
    return render(request, "measuring/measure.html", context, status=status)


def _found(request: ActorRequest, share: Share, link: MeasureLink, day: dt.date) -> tuple[Measured | None, str]:
    try:
        return measured(request.actor, share, Measure(link.measure), day), ""
    except (NotAllowed, NotVisible):
        return None, _("Bạn không có quyền xem số liệu đội ngũ của phạm vi này.")
    except DomainError as refusal:
        return None, str(refusal.message)
