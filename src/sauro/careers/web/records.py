"""Posts closed to local people with progress, and official decisions on leaving, screening and replacement."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.careers.badges import due_badge
from sauro.careers.enums import Locality
from sauro.careers.forms import ActForm, ClosedPostForm, ReasonForm
from sauro.careers.policies import MANAGE, VIEW, act_policy, closed_post_policy
from sauro.careers.selectors.locals import Progress, closures, progress
from sauro.careers.services.records import close_post, open_post, record_act, withdraw_act
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.people import get_dossier
from sauro.workforce.services.establishment import Paper


@require_safe
@login_required
def local_progress(request: ActorRequest) -> HttpResponse:
    """Show how far posts closed to local people are held by others; each number opens its people."""
    if not request.actor.holds(VIEW):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem hồ sơ."))
    rules = closures(today())
    context = {
        "localities": Locality.choices,
        "lines": [(one, due_badge(one), _cells(one), rules.get(one.post.pk)) for one in progress(request.actor)],
        "may_manage": request.actor.holds(MANAGE),
    }  # fmt: skip
    return render(request, "careers/local_progress.html", context)


def _cells(one: Progress) -> list[tuple[int, str]]:
    address = reverse("local-holder-list")
    base = {"vt": one.post.code}
    cells = [(one.held, f"{address}?{urlencode(base)}")]
    for value, number in one.numbers.items():
        cells.append((number, f"{address}?{urlencode({**base, 'que': value})}"))
    return cells


@require_http_methods(["GET", "POST"])
@login_required
def closed_post_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a rule on a closed post, or lay it down."""
    if not request.actor.holds(MANAGE):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi quy định này."))
    form = ClosedPostForm(request.POST if request.method == "POST" else None, initial={"since": today()})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            close_post(
                actor=request.actor, post_id=held["post"].pk, rule=form.rule, since=held["since"],
                due_on=held["due_on"], paper=Paper(held["decision"], held["decided_on"]),
            )  # fmt: skip
            messages.success(request, _("Đã ghi."))
            return redirect("local-progress")
    context = {"form": form, "title": _("Vị trí không bố trí người địa phương")}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def closed_post_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why a rule on a closed post is taken back, or take it back."""
    row = closed_post_policy.get_visible(request.actor, pk)
    closed_post_policy.require(request.actor, "manage", row)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            open_post(actor=request.actor, closure_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút."))
            return redirect("local-progress")
    context = {"form": form, "title": _("Rút quy định: %(post)s") % {"post": row.post.title}}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def act_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of an official decision about somebody, or record it."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    form = ActForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            paper = Paper(held["decision"], held["decided_on"])
            record_act(actor=request.actor, dossier_id=pk, fields=form.values, paper=paper)
            messages.success(request, _("Đã ghi quyết định."))
            return redirect("person-detail", pk=pk)
    note = _(
        "Chỉ ghi quyết định đã ban hành. Phần mềm không đề xuất ai. Thôi giữ vị trí thì ghi thêm ở mục Vị trí việc làm."
    )
    context = {"form": form, "dossier": dossier, "note": note, "title": _("Quyết định thôi việc, sàng lọc, thay thế")}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def act_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why a decision recorded by mistake is taken back, or take it back."""
    row = act_policy.get_visible(request.actor, pk)
    act_policy.require(request.actor, "record", row)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            withdraw_act(actor=request.actor, act_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút; lần ghi cũ vẫn giữ trong lịch sử."))
            return redirect("person-detail", pk=row.dossier_id)
    context = {"form": form, "dossier": row.dossier, "title": _("Rút: %(what)s") % {"what": row.get_kind_display()}}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)
