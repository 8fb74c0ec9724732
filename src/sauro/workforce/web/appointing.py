"""Putting somebody into a post, and ending it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.ui.forms import UnitPicker
from sauro.workforce.enums import EndReason
from sauro.workforce.forms import AppointForm, EndForm, ReasonForm
from sauro.workforce.policies import dossier_policy, establishment_policy, post_policy, tenure_policy
from sauro.workforce.selectors.people import get_dossier, get_tenure
from sauro.workforce.services.appointing import appoint, end_tenure, withdraw_tenure
from sauro.workforce.services.establishment import Paper
from sauro.workforce.web.days import AsOfForm


@require_http_methods(["GET", "POST"])
@login_required
def person_appoint(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a post for somebody, or put them into it."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    may_except = request.actor.holds("workforce.manage")
    form = AppointForm(request.POST if request.method == "POST" else None, dossier=dossier, may_except=may_except)
    _begin_with(form, request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            made = appoint(
                actor=request.actor, dossier_id=pk, place=form.place, paper=form.paper, above=form.above,
                ends_present=form.cleaned_data["ends_present"],
            )  # fmt: skip
            messages.success(request, _("Đã bố trí vào vị trí %(post)s.") % {"post": made.post.title})
            return redirect("person-detail", pk=pk)
    context = {"form": form, "dossier": dossier, "title": _("Bố trí vào vị trí việc làm")}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


def _begin_with(form: AppointForm, request: ActorRequest) -> None:
    """Fill in what the address names: ``?dv=`` a unit, ``?vt=`` a position, ``?tu=`` a day. Nothing is written."""
    if form.is_bound:
        return
    unit = establishment_policy.visible(request.actor).filter(code=request.GET.get("dv", "")).first()
    post = post_policy.visible(request.actor).filter(code=request.GET.get("vt", ""), is_closed=False).first()
    day = AsOfForm({"ngay": request.GET.get("tu", "")})
    if unit is not None:
        form.fields["unit"].initial = unit.pk
        form.fields["unit"].widget = UnitPicker(unit.name, {"class": "form-control"})
        form.fields["ends_present"].initial = True
    if post is not None:
        form.fields["post"].initial = post.pk
    if day.is_valid():
        form.fields["since"].initial = day.cleaned_data["ngay"]


@require_http_methods(["GET", "POST"])
@login_required
def tenure_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask for the end of a post, or end it."""
    tenure = get_tenure(request.actor, pk)
    tenure_policy.require(request.actor, "record", tenure)
    form = EndForm(request.POST if request.method == "POST" else None, initial={"last_day": today()})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            end_tenure(
                actor=request.actor, tenure_id=pk, last_day=held["last_day"], reason=EndReason(held["reason"]),
                paper=Paper(held["decision"]),
            )  # fmt: skip
            messages.success(request, _("Đã ghi thôi vị trí."))
            return redirect("person-detail", pk=tenure.dossier_id)
    title = _("Thôi vị trí %(post)s, %(unit)s") % {"post": tenure.post.title, "unit": tenure.unit.name}
    context = {"form": form, "dossier": tenure.dossier, "title": title}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def tenure_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why a post recorded by mistake is taken back, or take it back."""
    tenure = get_tenure(request.actor, pk)
    tenure_policy.require(request.actor, "record", tenure)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            withdraw_tenure(actor=request.actor, tenure_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút lần bố trí; lần ghi cũ vẫn giữ trong lịch sử."))
            return redirect("person-detail", pk=tenure.dossier_id)
    title = _("Rút lần bố trí ghi nhầm: %(post)s") % {"post": tenure.post.title}
    context = {"form": form, "dossier": tenure.dossier, "title": title}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)
