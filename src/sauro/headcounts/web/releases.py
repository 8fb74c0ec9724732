"""Releasing figures, and what was released."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.headcounts.forms import ReleaseForm
from sauro.headcounts.models import Release
from sauro.headcounts.services.releases import release_figures, releasing_domains
from sauro.headcounts.services.snapshots import last_month_end

MOST_SHOWN = 50


@require_http_methods(["GET", "POST"])
@login_required
def headcount_release(request: ActorRequest) -> HttpResponse:
    """Show what was released and the form; or release the figures of a day."""
    domains = releasing_domains(request.actor)
    if not domains:
        raise NotAllowed("not-allowed", _("Bạn không có quyền chuyển giao số liệu."))
    choices = [(str(one), one.label) for one in domains]
    initial = {"day": last_month_end(today()), "domain": choices[0][0], "readers": list(Domain.values)}
    form = ReleaseForm(request.POST if request.method == "POST" else None, initial=initial, domains=choices)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            made = release_figures(
                actor=request.actor, domain=Domain(held["domain"]), day=held["day"],
                readers=[Domain(one) for one in held["readers"]], note=held["note"],
            )  # fmt: skip
            words = {"day": f"{made.day:%d/%m/%Y}", "version": made.version}
            messages.success(request, _("Đã chuyển số liệu tại ngày %(day)s, phiên bản %(version)s.") % words)
            return redirect("headcount-release")
    rows = Release.objects.filter(domain__in=[str(one) for one in domains]).order_by("-released_at")[:MOST_SHOWN]
    labels = dict(Domain.choices)
    shown = [(one, ", ".join(str(labels[reader]) for reader in one.readers)) for one in rows]
    context = {"form": form, "shown": shown}
    return render(request, "headcounts/release.html", context, status=422 if form.is_bound else 200)
