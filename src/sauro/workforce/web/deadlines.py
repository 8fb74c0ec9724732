"""What falls due for people: retirement, terms, secondments, rotations."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.organizations.models import Unit
from sauro.workforce.selectors.deadlines import DeadlineKind, deadlines

SPANS = (3, 6, 12, 36, 60)
USUAL_SPAN = 6
MOST_SHOWN = 500


@require_safe
@login_required
def workforce_deadlines(request: ActorRequest) -> HttpResponse:
    """Show what falls due within ``?thang=`` months, of one kind (``?loai=``), below one unit (``?dv=``)."""
    if not request.actor.holds("workforce.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem hồ sơ."))
    asked = request.GET.get("thang", "")
    months = int(asked) if asked.isascii() and asked.isdigit() and int(asked) in SPANS else USUAL_SPAN
    below = Unit.objects.filter(code=request.GET.get("dv", "")).first()
    kind = request.GET.get("loai", "")
    found = deadlines(request.actor, today(), months, below=below)
    shown = [one for one in found if kind not in DeadlineKind.values or one.kind == kind]
    context = {
        "months": months, "spans": SPANS, "below": below, "kind": kind, "kinds": DeadlineKind.choices,
        "shown": shown[:MOST_SHOWN], "more": max(0, len(shown) - MOST_SHOWN), "late": sum(one.is_past for one in shown),
    }  # fmt: skip
    return render(request, "workforce/deadlines.html", context)
