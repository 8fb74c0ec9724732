"""Recording a fact of a dossier, and withdrawing one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.forms import FactForm, ReasonForm
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.people import get_dossier, get_fact
from sauro.workforce.services.facts import record_fact, withdraw_fact


@require_http_methods(["GET", "POST"])
@login_required
def person_fact(request: ActorRequest, pk: UUID, kind: str) -> HttpResponse:
    """Show the form of a kind of fact, or record one."""
    dossier = get_dossier(request.actor, pk)
    spec = FACTS.get(kind)
    if spec is None or spec.domain not in (None, dossier.domain):
        raise Http404
    dossier_policy.require(request.actor, "seal" if spec.is_sealed else "record", dossier)
    form = FactForm(request.POST if request.method == "POST" else None, spec=spec)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            record_fact(actor=request.actor, dossier_id=pk, kind=FactKind(kind), content=form.content, paper=form.paper)
            messages.success(request, _("Đã ghi: %(what)s.") % {"what": spec.label})
            return redirect("person-detail", pk=pk)
    context = {"form": form, "dossier": dossier, "title": spec.label, "purpose": spec.purpose}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def fact_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why a fact is withdrawn, or withdraw it."""
    fact = get_fact(request.actor, pk)
    dossier_policy.require(request.actor, "seal" if FACTS[fact.kind].is_sealed else "record", fact.dossier)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            withdraw_fact(actor=request.actor, fact_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút thông tin; lần ghi cũ vẫn giữ trong lịch sử."))
            return redirect("person-detail", pk=fact.dossier_id)
    title = _("Rút thông tin: %(what)s") % {"what": FACTS[fact.kind].label}
    context = {"form": form, "dossier": fact.dossier, "title": title}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)
