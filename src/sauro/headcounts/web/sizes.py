"""Laying down the sizes of committees."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.headcounts.enums import SizeOf
from sauro.headcounts.forms import SizeForm
from sauro.headcounts.models import CommitteeSize
from sauro.headcounts.policies import size_policy
from sauro.headcounts.selectors.places import MANAGE, places_of
from sauro.headcounts.services.sizes import decide_size
from sauro.workforce.services.establishment import Paper

MOST_SHOWN = 400


@require_http_methods(["GET", "POST"])
@login_required
def headcount_sizes(request: ActorRequest) -> HttpResponse:
    """Show the numbers of members in force and the form of a decision; or record one."""
    if not places_of(request.actor, MANAGE, Domain.PARTY):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi số lượng cấp ủy."))
    form = SizeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            decide_size(
                actor=request.actor, unit_id=held["unit"], of=SizeOf(held["of"]), number=held["number"],
                since=held["since"], paper=Paper(held["decision"], held["decided_on"]),
            )  # fmt: skip
            messages.success(request, _("Đã ghi số lượng cấp ủy."))
            return redirect("headcount-sizes")
    in_force = CommitteeSize.objects.standing().filter(valid__endswith__isnull=True)
    rows = size_policy.visible(request.actor, base=in_force).select_related("unit").order_by("unit__sort_key", "of")
    context = {"form": form, "rows": rows[:MOST_SHOWN]}
    return render(request, "headcounts/sizes.html", context, status=422 if form.is_bound else 200)
