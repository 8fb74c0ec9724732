"""The page of a share, and the forms of its definition and path."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.targets.badges import standing_badge
from sauro.targets.charts import path_chart
from sauro.targets.forms import IndicatorForm, PathForm
from sauro.targets.page_panels import panels_of
from sauro.targets.policies import indicator_policy, share_policy
from sauro.targets.selectors.comparing import own_place
from sauro.targets.selectors.register import get_share, get_share_page, units_to_keep_for
from sauro.targets.services.indicators import change_indicator, define_indicator
from sauro.targets.services.lines import set_path
from sauro.ui.timeline import entries_of


@require_safe
@login_required
def target_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a share: its definition, years, sources, parts, figures and history."""
    shown = get_share_page(request.actor, pk)
    context = {
        "shown": shown,
        "share": shown.share,
        "indicator": shown.share.indicator,
        "lines": [(one, standing_badge(one.line, today())) for one in shown.lines],
        "entries": entries_of(shown.events),
        "chart": path_chart(shown.share.indicator, [one.line for one in shown.lines]),
        "place": own_place(shown.share, today().year),
        "panels": panels_of(request.actor, shown.share),
    }
    return render(request, "targets/detail.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def target_new(request: ActorRequest) -> HttpResponse:
    """Define an indicator in the register of one of the actor's units."""
    units = list(units_to_keep_for(request.actor))
    if not units:
        raise NotAllowed("not-allowed", _("Bạn không có quyền lập chỉ tiêu."))
    form = IndicatorForm(request.POST if request.method == "POST" else None, units=units)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            share = define_indicator(
                actor=request.actor, unit_id=UUID(form.cleaned_data["unit"]), fields=form.fields_written
            )
            messages.success(request, _("Đã lập chỉ tiêu. Hãy ghi lộ trình đến 2030."))
            return redirect("target-path", pk=share.pk)
    status = 422 if form.is_bound else 200
    return render(request, "targets/indicator_form.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@login_required
def target_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change the definition behind a share."""
    share = get_share(request.actor, pk)
    indicator_policy.require(request.actor, "keep", share.indicator)
    form = IndicatorForm(request.POST if request.method == "POST" else None)
    form.show(share.indicator)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            change_indicator(
                actor=request.actor, indicator_id=share.indicator_id, fields=form.fields_written,
                is_closed="is_closed" in request.POST,
            )  # fmt: skip
            messages.success(request, _("Đã sửa chỉ tiêu."))
            return redirect("target-detail", pk=pk)
    context = {"form": form, "share": share, "is_closed": share.indicator.is_closed}
    return render(request, "targets/indicator_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def target_path(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write the path of a share."""
    share = get_share(request.actor, pk)
    share_policy.require(request.actor, "keep", share)
    form = PathForm(request.POST if request.method == "POST" else None, share=share, lines=list(share.lines.all()))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            set_path(
                actor=request.actor, share_id=pk, baseline_year=form.cleaned_data["baseline_year"],
                baseline=form.cleaned_data["baseline"], entries=form.entries,
            )  # fmt: skip
            messages.success(request, _("Đã ghi lộ trình."))
            return redirect("target-detail", pk=pk)
    return render(
        request, "targets/path_form.html", {"form": form, "share": share}, status=422 if form.is_bound else 200
    )
