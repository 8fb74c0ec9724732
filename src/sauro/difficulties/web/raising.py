"""The pages on which a difficulty is raised: in the work on an assignment, or alone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.difficulties.forms import RaiseAloneForm, RaiseForm
from sauro.difficulties.selectors.difficulties import units_that_may_raise
from sauro.difficulties.selectors.ways import ways_of
from sauro.difficulties.services.raising import Trouble, raise_alone, raise_difficulty
from sauro.tasks.selectors.work import get_assignment


@require_http_methods(["GET", "POST"])
@login_required
def raise_on_assignment(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form for an assignment, or raise the difficulty."""
    assignment = get_assignment(request.actor, pk)
    ways = ways_of(assignment)
    form = RaiseForm(request.POST if request.method == "POST" else None, ways=ways)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = raise_difficulty(
                actor=request.actor,
                assignment_id=pk,
                trouble=Trouble(held["text"], held["request"]),
                to_unit_id=UUID(held["to_unit"]) if "to_unit" in held else None,
            )
            messages.success(request, _("Đã gửi đến %(unit)s.") % {"unit": made.at_unit.name})
            return redirect("difficulty-detail", pk=made.pk)
    context = {"form": form, "assignment": assignment, "ways": ways}
    return render(request, "difficulties/raise.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def raise_without_work(request: ActorRequest) -> HttpResponse:
    """Show the form for a difficulty tied to no assignment, or raise it."""
    units = units_that_may_raise(request.actor)
    if not units:
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không nêu kiến nghị thay đơn vị nào được."))
    form = RaiseAloneForm(request.POST if request.method == "POST" else None, units=units)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = raise_alone(
                actor=request.actor,
                unit_id=UUID(held["unit"]) if "unit" in held else units[0].pk,
                trouble=Trouble(held["text"], held["request"], held["about"]),
                to_unit_id=held["to_unit"],
            )
            messages.success(request, _("Đã gửi đến %(unit)s.") % {"unit": made.at_unit.name})
            return redirect("difficulty-detail", pk=made.pk)
    context = {"form": form, "units": units}
    return render(request, "difficulties/raise_alone.html", context, status=422 if form.is_bound else 200)
