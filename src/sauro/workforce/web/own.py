"""A person's own dossier: what it says, who looked into it, and their word on it."""

from __future__ import annotations

from collections.abc import Mapping
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
from sauro.ui.timeline import TimelineEntry, entries_of
from sauro.workforce.forms import OwnCheckForm
from sauro.workforce.page_panels import panels_of_own
from sauro.workforce.selectors.own import looks_at, own_dossier, own_dossiers, own_in_clear
from sauro.workforce.selectors.people import page_of
from sauro.workforce.services.own import confirm_own
from sauro.workforce.web.people import person_context


@require_safe
@never_cache
@login_required
def own_dossier_page(request: ActorRequest) -> HttpResponse:
    """Show the dossiers of whoever signed in, one of each domain."""
    return _page(request, {})


@require_safe
@never_cache
@login_required
def own_dossier_clear(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show in clear what is covered in one's own dossier."""
    dossier = own_dossier(request.actor, pk)
    context = {"dossier": dossier, "opened": own_in_clear(request.actor, pk)}
    return render(request, "workforce/own_clear.html", context)


@require_POST
@login_required
def own_dossier_confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a person's word on their own dossier."""
    own_dossier(request.actor, pk)
    form = OwnCheckForm(request.POST, auto_id=f"id_{pk}_%s")
    if form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            confirm_own(actor=request.actor, dossier_id=pk, is_right=held["is_right"], remark=held["remark"])
            messages.success(request, _("Đã ghi ý kiến của bạn về hồ sơ."))
            return redirect("own-dossier")
    return _page(request, {pk: form}, status=422)


def _page(request: ActorRequest, bound: Mapping[UUID, OwnCheckForm], *, status: int = 200) -> HttpResponse:
    found = []
    for dossier in own_dossiers(request.actor):
        looks: list[TimelineEntry] = entries_of(looks_at(dossier))
        form = bound.get(dossier.pk) or OwnCheckForm(auto_id=f"id_{dossier.pk}_%s")
        context = person_context(page_of(dossier, today(), set()), is_own=True)
        panels = panels_of_own(request.actor, dossier)
        found.append({**context, "looks": looks, "check_form": form, "panels": panels})
    return render(request, "workforce/own.html", {"found": found}, status=status)
