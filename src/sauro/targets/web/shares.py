"""Dividing a target, recording what was reached, and deciding between values that differ."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.uploads import QuarantinedFile
from sauro.documents.web.file_answers import file_answer
from sauro.targets.forms import PATH_END, ActualForm, GiveForm, ReasonForm, SettleForm
from sauro.targets.models import Share
from sauro.targets.policies import actual_policy, line_policy, share_policy
from sauro.targets.selectors.register import asks_of_line, confirmed_products, get_file, get_line, get_share
from sauro.targets.services.actuals import Evidence, cancel_actual, record_actual
from sauro.targets.services.settling import settle, settle_at
from sauro.targets.services.shares import give_share
from sauro.targets.web.returning import back_of


@require_http_methods(["GET", "POST"])
@login_required
def target_give(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give a unit below its part."""
    share = get_share(request.actor, pk)
    share_policy.require(request.actor, "decide", share)
    form = GiveForm(request.POST if request.method == "POST" else None, share=share, years=_years(share))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            give_share(
                actor=request.actor, share_id=pk, unit_id=form.cleaned_data["unit"], values=form.values,
                basis=form.cleaned_data["basis"],
            )  # fmt: skip
            messages.success(request, _("Đã phân bổ."))
            return redirect("target-detail", pk=pk)
    return render(request, "targets/give.html", {"form": form, "share": share}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def target_record(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record a figure with its evidence."""
    share = get_share(request.actor, pk)
    share_policy.require(request.actor, "record", share)
    products = confirmed_products(request.actor, share)
    data: tuple[Any, ...] = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ActualForm(*data, share=share, products=products, initial={"as_of": today()})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            record_actual(
                actor=request.actor, share_id=pk, as_of=form.cleaned_data["as_of"], amount=form.amount,
                evidence=_evidence(form), note=form.cleaned_data["note"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi số thực hiện."))
            return redirect("target-detail", pk=pk)
    context = {"form": form, "share": share}
    return render(request, "targets/record.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def actual_cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Cancel a wrong figure."""
    actual = actual_policy.get_visible(request.actor, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            cancel_actual(actor=request.actor, actual_id=pk, reason=form.cleaned_data["reason"])
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Đã hủy số liệu."))
    else:
        actual_policy.require(request.actor, "record", actual)
        messages.error(request, _("Hãy ghi vì sao hủy số liệu."))
    return redirect("target-detail", pk=actual.share_id)


@require_safe
@login_required
def actual_file(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Give the file that is the evidence of a figure."""
    file, name = get_file(request.actor, pk)
    return file_answer(file, name)


@require_http_methods(["GET", "POST"])
@login_required
def target_settle(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Decide which of several values a year follows, or that it goes by another one with permission."""
    line = get_line(request.actor, pk)
    line_policy.require(request.actor, "decide", line)
    asks = asks_of_line(line)
    form = SettleForm(request.POST if request.method == "POST" else None, line=line, asks=asks)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            _settle(request, pk, form)
            messages.success(request, _("Đã thống nhất giá trị. Lý do được giữ lại."))
            return redirect(back_of(request) or reverse("target-detail", args=[line.share_id]))
    context = {"form": form, "line": line, "share": line.share, "asks": asks, "back": back_of(request)}
    return render(request, "targets/settle.html", context, status=422 if form.is_bound else 200)


def _settle(request: ActorRequest, pk: UUID, form: SettleForm) -> None:
    held = form.cleaned_data
    if form.other is None:
        settle(actor=request.actor, line_id=pk, chosen_id=form.chosen_id, reason=held["reason"])
    else:
        settle_at(
            actor=request.actor, line_id=pk, target=form.other, reason=held["reason"], allowed_by=held["allowed_by"]
        )  # fmt: skip


def _years(share: Share) -> list[int]:
    held = share.lines.filter(target__isnull=False).values_list("year", flat=True)
    return sorted({*held, today().year, PATH_END})


def _evidence(form: ActualForm) -> Evidence:
    held = form.cleaned_data
    file, product = held.get("file"), held.get("product")
    return Evidence(
        upload=file.upload if isinstance(file, QuarantinedFile) else None,
        link=held["link"],
        product_id=UUID(product) if product else None,
        basis=held["basis"],
    )
