"""The page on which target lines of an issued document become targets of the register, or are amended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.programmes.amend_forms import AmendTargetForm
from sauro.programmes.enums import ProgrammeState
from sauro.programmes.models import EntryTarget, Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.starting import lead_units, people_of
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services.amending_targets import amend_target
from sauro.programmes.services.common import entry_of
from sauro.programmes.services.setting import set_targets, settable
from sauro.programmes.web.passing import choose


@require_http_methods(["GET", "POST"])
@login_required
def set_lines(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose the lines that become targets, or set them."""

    def act(ids: Sequence[UUID]) -> str:
        made = set_targets(actor=request.actor, programme_id=pk, entry_ids=ids)
        return ngettext("Đã lập %(n)s chỉ tiêu.", "Đã lập %(n)s chỉ tiêu.", len(made)) % {"n": len(made)}

    return choose(request, pk, act, "programmes/targets.html", lambda one: _context(request, one))


@require_http_methods(["GET", "POST"])
@login_required
def amend(request: ActorRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Show the form that amends a target line of the issued document, or amend it."""
    programme = visible_programme(request.actor, pk)
    programme_policy.require(request.actor, "decide", programme)
    row = entry_of(programme, entry)
    form = AmendTargetForm(
        request.POST if request.method == "POST" else None, initial=AmendTargetForm.initial_of(row),
        units=lead_units(programme), people_near=people_of(programme),
        years=range(programme.first_year, programme.last_year),
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            amend_target(actor=request.actor, programme_id=pk, entry_id=entry, amendment=form.amendment)
            messages.success(request, _("Đã điều chỉnh dòng và chỉ tiêu từ dòng này."))
            return redirect("programme-targets", pk=pk)
    target = EntryTarget.objects.filter(entry=row).select_related("share__indicator", "part__unit").first()
    context = {"programme": programme, "entry": row, "form": form, "target": target}
    return render(request, "programmes/target_amend.html", context, status=422 if form.is_bound else 200)


def _context(request: ActorRequest, programme: Programme) -> dict[str, Any]:
    is_issued = programme.state == ProgrammeState.ISSUED
    lines = settable(programme)
    return {
        "lines": lines,
        "may_choose": any(one.target is None and not one.blocked for one in lines),
        "may_amend": is_issued and programme_policy.can(request.actor, "decide", programme),
    }
