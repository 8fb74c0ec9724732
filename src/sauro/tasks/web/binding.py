"""Pages of work that several documents asked for: comparing two, binding them, taking one out again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.tasks.binding_forms import BindForm, BindReasonForm, UnbindForm
from sauro.tasks.policies import assignment_policy, pair_policy
from sauro.tasks.selectors.likely import get_pair
from sauro.tasks.selectors.work import find_by_code, get_assignment
from sauro.tasks.services.binding import bind_assignments, unbind_assignment
from sauro.tasks.services.likely import dismiss_pair
from sauro.ui.forms import PageForm


@require_http_methods(["GET", "POST"])
@login_required
def likely_pair(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show two assignments side by side with what they have in common, or bind them."""
    shown = get_pair(request.actor, pk)
    form = BindReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        pair_policy.require(request.actor, "decide", shown.pair)
        ids = {"assignment_id": shown.pair.first_id, "other_id": shown.pair.second_id}
        if form.is_valid() and _bind(request, form, **ids, reason=form.cleaned_data["reason"]):
            return redirect("assignment-detail", pk=shown.pair.first_id)
    context = {"shown": shown, "form": form, "may_decide": pair_policy.can(request.actor, "decide", shown.pair)}
    return render(request, "tasks/likely_pair.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def dismiss(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Remember that a pair is not the same work."""
    dismiss_pair(actor=request.actor, pair_id=pk)
    messages.success(request, _("Đã ghi nhớ: không phải cùng một việc."))
    return redirect("likely-list")


@require_http_methods(["GET", "POST"])
@login_required
def bind(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form to bind an assignment with another by its code, or bind them."""
    assignment = get_assignment(request.actor, pk)
    assignment_policy.require(request.actor, "lead", assignment)
    form = BindForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        other = find_by_code(request.actor, form.cleaned_data["other"])
        if other is None:
            form.add_error("other", _("Không có nhiệm vụ nào mang mã này trong số việc bạn xem được."))
        elif _bind(request, form, assignment_id=pk, other_id=other.pk, reason=form.cleaned_data["reason"]):
            return redirect("assignment-detail", pk=pk)
    status = 422 if form.is_bound else 200
    return render(request, "tasks/bind.html", {"assignment": assignment, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
@login_required
def unbind(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why an assignment is taken out of its binding, and do so."""
    assignment = get_assignment(request.actor, pk)
    assignment_policy.require(request.actor, "lead", assignment)
    form = UnbindForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            unbind_assignment(actor=request.actor, assignment_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã gỡ. Nhiệm vụ này từ nay được báo cáo và nộp riêng."))
            return redirect("assignment-detail", pk=pk)
    status = 422 if form.is_bound else 200
    return render(request, "tasks/unbind.html", {"assignment": assignment, "form": form}, status=status)


def _bind(request: ActorRequest, form: PageForm, **arguments: Any) -> bool:
    """Bind, or put the refusal into the form; tells whether it was done."""
    with form.showing_refusals():
        bind_assignments(actor=request.actor, **arguments)
        messages.success(
            request, _("Đã gắn chung: báo cáo và nộp một lần cho tất cả; mỗi bên giao xác nhận phần của mình.")
        )
        return True
    return False
