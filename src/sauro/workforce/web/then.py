"""Who held which post on another day: ``/nhan-su/?ngay=01/07/2025`` leads to a list of its own for that day."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.ui.lists.view import list_view, render_list
from sauro.workforce.selectors.people import holders_on
from sauro.workforce.tables import PEOPLE, PEOPLE_THEN
from sauro.workforce.web.days import AsOfForm, day_of

_IN_ADDRESS = "%d-%m-%Y"
_PRESENT = list_view(PEOPLE)


@require_safe
@login_required
def people(request: ActorRequest) -> HttpResponseBase:
    """Show the people of the present, or lead to those of the day ``?ngay=``."""
    return people_then_choose(request) if "ngay" in request.GET else _PRESENT(request)


@require_safe
@login_required
def people_then_choose(request: ActorRequest) -> HttpResponse:
    """Lead to the list of the day ``?ngay=``; a day that makes no sense is today."""
    if not request.actor.holds("workforce.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem hồ sơ."))
    day, _form = day_of(request)
    return redirect("person-list-on", day=f"{day:{_IN_ADDRESS}}")


@require_safe
@login_required
def people_then(request: ActorRequest, day: str) -> HttpResponseBase:
    """List who held a full post on a day, with what the records say of that day."""
    try:
        on = dt.datetime.strptime(day, _IN_ADDRESS).date()  # noqa: DTZ007 -- a day has no zone
    except ValueError as error:
        raise Http404 from error
    form = AsOfForm(initial={"ngay": on})
    rows = holders_on(request.actor, on)
    return render_list(request, PEOPLE_THEN, rows=rows, context={"day": on, "day_form": form})
