"""Approval and versions of a programme, and its money."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.programmes.enums import WRITABLE, Step
from sauro.programmes.forms import IssueForm, StepForm
from sauro.programmes.models import Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.comparing import compare
from sauro.programmes.selectors.entries import part_counts
from sauro.programmes.selectors.money import money_table
from sauro.programmes.selectors.workspace import allowed_steps, visible_programme
from sauro.programmes.services.approving import StepFields, take_step
from sauro.programmes.services.giving import may_give
from sauro.programmes.services.releasing import may_release
from sauro.programmes.services.versions import content_of, keep_version
from sauro.programmes.steps import STEPS
from sauro.programmes.tables import state_badge

_MOST_DIGITS = 5


@require_safe
@login_required
def approval(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the steps taken and possible, and the versions; ``?cu=&moi=`` compares two."""
    return _page(request, visible_programme(request.actor, pk), {})


@require_POST
@login_required
def step(request: ActorRequest, pk: UUID, step: str) -> HttpResponse:
    """Take a step; a refusal shows the page again with everything typed kept."""
    if step not in STEPS:
        raise Http404
    programme = visible_programme(request.actor, pk)
    form = _form(Step(step), request.POST)
    if form.is_valid():
        with form.showing_refusals():
            take_step(actor=request.actor, programme_id=pk, step=Step(step), fields=StepFields(**form.cleaned_data))
            messages.success(request, _("Đã ghi bước “%(step)s”.") % {"step": Step(step).label})
            return redirect("programme-approval", pk=pk)
    return _page(request, programme, {step: form}, status=422)


@require_POST
@login_required
def version_keep(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep a version of what stands there now."""
    kept = keep_version(actor=request.actor, programme_id=pk, label=request.POST.get("label", ""))
    messages.success(request, _("Đã lưu phiên bản %(number)s.") % {"number": kept.number})
    return redirect("programme-approval", pk=pk)


@require_safe
@login_required
def resources(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the sums of money by source and year, and direct work and coordination apart."""
    programme = visible_programme(request.actor, pk)
    context = {"programme": programme, "money": money_table(programme), "parts": part_counts(programme)}
    return render(request, "programmes/resources.html", context)


def _form(step: Step, data: Any = None) -> StepForm:
    form_class = IssueForm if step == Step.ISSUE else StepForm
    return form_class(data, auto_id=f"id_{step}_%s")


def _page(
    request: ActorRequest, programme: Programme, bound: Mapping[str, StepForm], *, status: int = 200
) -> HttpResponse:
    steps = [(one, bound.get(one) or _form(one)) for one in allowed_steps(request.actor, programme)]
    context = {
        "programme": programme,
        "state": state_badge(programme),
        "taken": programme.steps.order_by("at", "pk"),
        "steps": steps,
        "open_step": next(iter(bound), ""),
        "versions": programme.versions.defer("content"),
        "comparison": _comparison(request, programme),
        "may_write": programme_policy.can(request.actor, "write", programme),
        "may_keep": programme.state in WRITABLE,
        "may_give": may_give(request.actor, programme),
        "may_release": may_release(request.actor, programme),
    }
    return render(request, "programmes/approval.html", context, status=status)


def _comparison(request: ActorRequest, programme: Programme) -> dict[str, Any] | None:
    older = _version(programme, request.GET.get("cu", ""))
    if older is None:
        return None
    newer = _version(programme, request.GET.get("moi", ""))
    content = newer.content if newer else content_of(programme)
    return {"older": older, "newer": newer, "changes": compare(older.content, content)}


def _version(programme: Programme, number: str) -> Any:
    return (
        programme.versions.filter(number=int(number)).first()
        if number.isdecimal() and len(number) <= _MOST_DIGITS
        else None
    )
