"""Pages on which lines are chosen: to become tasks, or to be handed to the State's side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from sauro.programmes.amend_forms import AmendForm
from sauro.programmes.enums import ProgrammeState
from sauro.programmes.models import Entry, Programme
from sauro.programmes.policies import programme_policy
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.selectors.starting import lead_units, names_of_units, people_of
from sauro.programmes.selectors.workspace import visible_programme
from sauro.programmes.services.amending import amend_entry, withdraw_entry
from sauro.programmes.services.common import entry_of
from sauro.programmes.services.giving import give_entries, giveable
from sauro.programmes.services.releasing import receiving_unit, release_entries


@require_http_methods(["GET", "POST"])
@login_required
def give(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose the lines that become tasks, or give them."""

    def act(ids: Sequence[UUID]) -> str:
        made = give_entries(actor=request.actor, programme_id=pk, entry_ids=ids)
        return ngettext("Đã giao %(n)s nhiệm vụ.", "Đã giao %(n)s nhiệm vụ.", len(made)) % {"n": len(made)}

    def context(one: Programme) -> dict[str, Any]:
        may_amend = one.state == ProgrammeState.ISSUED and programme_policy.can(request.actor, "decide", one)
        return {"lines": giveable(one), "may_amend": may_amend}

    return choose(request, pk, act, "programmes/give.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def amend(request: ActorRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Show the form that amends a line of the issued document, or amend it."""
    programme = visible_programme(request.actor, pk)
    programme_policy.require(request.actor, "decide", programme)
    row = entry_of(programme, entry)
    form = _amend_form(request, programme, row)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            amend_entry(actor=request.actor, programme_id=pk, entry_id=entry, amendment=form.amendment)
            messages.success(request, _("Đã điều chỉnh dòng và nhiệm vụ đã giao từ dòng này."))
            return redirect("programme-give", pk=pk)
    given = [link.assignment for link in row.given.select_related("assignment__unit")]
    context = {"programme": programme, "entry": row, "form": form, "given": given}
    return render(request, "programmes/amend.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def withdraw(request: ActorRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Take a line out of the issued document."""
    withdraw_entry(actor=request.actor, programme_id=pk, entry_id=entry, reason=request.POST.get("reason", ""))
    messages.success(request, _("Đã bãi bỏ dòng; nhiệm vụ đã giao từ dòng này dừng lại, có ghi lý do."))
    return redirect("programme-give", pk=pk)


def _amend_form(request: ActorRequest, programme: Programme, row: Entry) -> AmendForm:
    initial = AmendForm.initial_of(row)
    chosen = [*request.POST.getlist("coordinator_units"), *initial["coordinator_units"]]
    data = request.POST if request.method == "POST" else None
    return AmendForm(
        data, initial=initial, units=lead_units(programme), people_near=people_of(programme),
        names=names_of_units(request.actor, chosen),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def release(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose the lines that cross to the State's side, or release them."""

    def act(ids: Sequence[UUID]) -> str:
        made = release_entries(actor=request.actor, programme_id=pk, entry_ids=ids)
        return ngettext("Đã chuyển %(n)s nội dung.", "Đã chuyển %(n)s nội dung.", len(made)) % {"n": len(made)}

    def context(one: Programme) -> dict[str, Any]:
        return {"lines": marked_entries(one), "receiver": receiving_unit(one)}

    return choose(request, pk, act, "programmes/release.html", context)


def choose(
    request: ActorRequest,
    pk: UUID,
    act: Callable[[Sequence[UUID]], str],
    template: str,
    context: Callable[[Programme], dict[str, Any]],
) -> HttpResponse:
    """Show the lines of a programme to choose from, or do ``act`` with those chosen; what is refused keeps them."""
    programme = visible_programme(request.actor, pk)
    programme_policy.require(request.actor, "appraise", programme)
    chosen = request.POST.getlist("entries")
    fault = ""
    if request.method == "POST":
        try:
            messages.success(request, act([_uuid(one) for one in chosen]))
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            fault = error.message
        else:
            return redirect("programme-approval", pk=pk)
    shown = {"programme": programme, "chosen": chosen, "fault": fault, **context(programme)}
    return render(request, template, shown, status=422 if fault else 200)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise DomainError("line-unknown", _("Có dòng không còn trong văn bản. Hãy tải lại trang.")) from error
