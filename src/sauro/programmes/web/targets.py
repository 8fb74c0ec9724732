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
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.programmes.enums import ProgrammeState
from sauro.programmes.forms import AmendTargetForm
from sauro.programmes.models import Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services.setting import amend_target, set_targets, settable
from sauro.programmes.web.passing import choose


@require_http_methods(["GET", "POST"])
@login_required
def set_lines(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose the lines that become targets, or set them."""

    def act(ids: Sequence[UUID]) -> str:
        made = set_targets(actor=request.actor, programme_id=pk, entry_ids=ids)
        return ngettext("Đã lập %(n)s chỉ tiêu.", "Đã lập %(n)s chỉ tiêu.", len(made)) % {"n": len(made)}

    return choose(request, pk, act, "programmes/targets.html", lambda one: _context(request, one))


@require_POST
@login_required
def amend(request: ActorRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Give a target line of the issued document another value or year."""
    programme = visible_programme(request.actor, pk)
    programme_policy.require(request.actor, "decide", programme)
    form = AmendTargetForm(request.POST)
    fault = " ".join(f"{form.fields[name].label}: {one}" for name, faults in form.errors.items() for one in faults)
    if form.is_valid():
        try:
            amend_target(actor=request.actor, programme_id=pk, entry_id=entry, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            fault = error.message
        else:
            messages.success(request, _("Đã điều chỉnh dòng và chỉ tiêu từ dòng này."))
            return redirect("programme-targets", pk=pk)
    shown = {"programme": programme, "chosen": [], "fault": fault, "amended": entry, "form": form}
    return render(request, "programmes/targets.html", {**shown, **_context(request, programme)}, status=422)


def _context(request: ActorRequest, programme: Programme) -> dict[str, Any]:
    is_issued = programme.state == ProgrammeState.ISSUED
    return {
        "lines": settable(programme),
        "may_amend": is_issued and programme_policy.can(request.actor, "decide", programme),
    }
