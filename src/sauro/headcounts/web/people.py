"""The list behind a number."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.headcounts.dimensions import CUTS
from sauro.headcounts.forms import ALL_LEVELS
from sauro.headcounts.selectors.people import condition_named, counted_in, people_behind
from sauro.headcounts.selectors.places import scope_for
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.headcounts.tables import COUNTED
from sauro.headcounts.web.question import NOTHING, units_named
from sauro.organizations.enums import UnitLevel
from sauro.ui.lists.view import render_list


@require_safe
@never_cache
@login_required
def headcount_people(
    request: ActorRequest, domain: str, day: str, level: str, cut: int, units: str, what: str
) -> HttpResponseBase:
    """Show who is counted in a number, as far as the reader may see them."""
    asked = _day(day)
    if domain not in Domain.values or level not in {*UnitLevel.values, ALL_LEVELS} or cut not in CUTS or not asked:
        raise Http404
    below = units_named(units)
    if units != NOTHING and not below:
        raise Http404
    condition, words = condition_named(what)
    scope = scope_for(
        request.actor, Domain(domain), asked, below=below, level="" if level == ALL_LEVELS else level, cut=cut
    )
    snapshot = snapshot_of(scope.domain, scope.day)
    rows = people_behind(request.actor, snapshot, scope, condition)
    context = {
        "counted": counted_in(snapshot, scope, condition), "words": words % {"cut": cut} if "%" in words else words,
        "scope": scope, "units": below,
    }  # fmt: skip
    return render_list(request, COUNTED, rows=rows, context=context)


def _day(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day <= today() else None
