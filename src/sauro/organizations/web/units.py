"""Pages of the register: the list, one unit, completion of names."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.organizations.forms import AliasForm
from sauro.organizations.models import Unit
from sauro.organizations.policies import unit_policy
from sauro.organizations.selectors.units import suggest_units, unit_detail
from sauro.organizations.tables import UNITS
from sauro.ui.lists.view import list_view

unit_list = list_view(UNITS)

MOST_SUGGESTIONS = 12


@login_required
@require_safe
def unit_page(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a unit with its names, people and history."""
    return show_unit(request, pk)


def show_unit(
    request: ActorRequest, pk: UUID, *, alias_form: AliasForm | None = None, status: int = 200
) -> HttpResponse:
    """Render the page of a unit, with the form of another page's answer when one was refused."""
    actor = request.actor
    detail = unit_detail(actor, pk)
    context = {
        "detail": detail,
        "unit": detail.unit,
        "may_manage": unit_policy.can(actor, "manage", detail.unit),
        "alias_form": alias_form or AliasForm(),
    }
    return render(request, "organizations/unit_detail.html", context, status=status)


@login_required
@require_safe
def unit_suggest(request: ActorRequest, *, with_territories: bool = False) -> JsonResponse:
    """Complete the name of a unit: ``{"results": [{"id", "code", "name", "detail"}]}``, best first."""
    query = request.GET.get("q", "")[:200]
    units = suggest_units(request.actor, query, MOST_SUGGESTIONS, with_territories=with_territories)
    return JsonResponse({"results": [_option(unit) for unit in units]})


def _option(unit: Unit) -> dict[str, str]:
    detail = " · ".join(filter(None, [unit.get_domain_display(), unit.parent.name if unit.parent else ""]))
    return {"id": str(unit.pk), "code": unit.code, "name": unit.name, "detail": detail}
