"""Which posts the seats of a unit are meant for: chosen, tried seat by seat and shown, then laid down together."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sauro.access.requests import ActorRequest
from sauro.workforce.forms import SeatsForm
from sauro.workforce.policies import establishment_policy
from sauro.workforce.services.seating import MOST_SEATS, lay_down_seats, rehearse_seats

CONFIRMED = "ghi"


@require_POST
@login_required
def seats_of_unit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what laying down would do for the seats chosen; with ``buoc=ghi`` do it."""
    unit = establishment_policy.get_visible(request.actor, pk)
    establishment_policy.require(request.actor, "manage", unit)
    chosen = _chosen(request)
    if not chosen:
        messages.warning(request, _("Hãy chọn ít nhất một chỗ biên chế."))
        return redirect("establishment-unit", pk=pk)
    form = SeatsForm(request.POST)
    context = {"form": form, "unit": unit, "chosen": chosen, "post": None}
    if not form.is_valid():
        return render(request, "workforce/seats.html", context, status=422)
    post = form.cleaned_data["post"]
    post_id = post.pk if post else None
    if request.POST.get("buoc") == CONFIRMED:
        with form.showing_refusals():
            number = lay_down_seats(actor=request.actor, unit_id=pk, seat_ids=chosen, post_id=post_id)
            done = ngettext("Đã ghi cho %(number)d chỗ.", "Đã ghi cho %(number)d chỗ.", number)
            messages.success(request, done % {"number": number})
            return redirect("establishment-unit", pk=pk)
    outcomes = rehearse_seats(actor=request.actor, unit_id=pk, seat_ids=chosen, post_id=post_id)
    going = [one.seat.pk for one in outcomes if not one.refusal]
    shown = {**context, "post": post, "outcomes": outcomes, "going": going, "refused": len(outcomes) - len(going)}
    return render(request, "workforce/seats.html", shown, status=422 if form.errors else 200)


def _chosen(request: HttpRequest) -> list[UUID]:
    found = []
    for text in request.POST.getlist("cho")[:MOST_SEATS]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
