"""A person's own page: consent to being proposed for a move."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.staffing.selectors.scenarios import own_sides
from sauro.staffing.services.consenting import set_consent


@require_safe
@never_cache
@login_required
def own_moving(request: ActorRequest) -> HttpResponse:
    """Show whether whoever signed in consents, for each of their dossiers."""
    return render(request, "staffing/own.html", {"sides": own_sides(request.actor)})


@require_POST
@login_required
def own_moving_say(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give consent with ``dong-y=co``; anything else withdraws it."""
    consents = request.POST.get("dong-y") == "co"
    set_consent(actor=request.actor, dossier_id=pk, consents=consents)
    messages.success(request, _("Đã ghi đồng ý của bạn.") if consents else _("Đã rút đồng ý của bạn."))
    return redirect("own-moving")
