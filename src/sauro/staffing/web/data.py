"""What proposals are calculated from: places, needs, who could move."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.staffing.forms import NeedForm, PlaceForm, StandingForm
from sauro.staffing.models import Need, PlaceData
from sauro.staffing.selectors.scenarios import standing_of, visible_needs, visible_places, visible_roads
from sauro.staffing.services.data import OnMap, save_need, save_place, save_standing
from sauro.staffing.web.scenarios import require_manager
from sauro.ui.forms import PageForm, UnitPicker
from sauro.workforce.policies import dossier_policy, post_policy
from sauro.workforce.selectors.people import get_dossier


@require_safe
@login_required
def staffing_data(request: ActorRequest) -> HttpResponse:
    """Show how many places, needs and measured ways the reader keeps, and lead to them."""
    require_manager(request.actor)
    sums = [
        (_("nhu cầu bố trí"), "need-list", visible_needs(request.actor).count()),
        (_("địa bàn có tọa độ"), "place-list", visible_places(request.actor).count()),
        (_("đường đi đã đo"), "road-list", visible_roads(request.actor).count()),
    ]
    context = {"sums": [(label, reverse(name), number) for label, name, number in sums]}
    return render(request, "staffing/data.html", context)


def _show_unit(form: PageForm, name: str) -> None:
    form.fields["unit"].widget = UnitPicker(name, {"class": "form-control"})


@require_http_methods(["GET", "POST"])
@login_required
def place_save(request: ActorRequest) -> HttpResponse:
    """Show the form of a place, filled for the unit ``?dv=``, or set it down."""
    require_manager(request.actor)
    known = visible_places(request.actor).filter(unit__code=request.GET.get("dv", "")).first()
    form = PlaceForm(request.POST if request.method == "POST" else None, initial=_of_place(known))
    if known is not None and not form.is_bound:
        _show_unit(form, known.unit.name)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            save_place(actor=request.actor, unit_id=form.cleaned_data["unit"], on_map=form.on_map)
            messages.success(request, _("Đã ghi dữ liệu địa bàn."))
            return redirect("staffing-data")
    context = {"form": form, "title": _("Dữ liệu địa bàn")}
    return render(request, "staffing/form.html", context, status=422 if form.is_bound else 200)


def _of_place(known: PlaceData | None) -> dict[str, Any]:
    if known is None:
        return {}
    return {name: getattr(known, name) for name in OnMap.__slots__} | {"unit": known.unit_id}


@require_http_methods(["GET", "POST"])
@login_required
def need_save(request: ActorRequest) -> HttpResponse:
    """Show the form of a need, filled for ``?dv=`` and ``?vt=``, or set it down."""
    require_manager(request.actor)
    posts = post_policy.visible(request.actor).filter(is_closed=False).order_by("rank", "sort_key")
    known = visible_needs(request.actor).filter(
        unit__code=request.GET.get("dv", ""), post__code=request.GET.get("vt", "")
    )
    form = NeedForm(request.POST if request.method == "POST" else None, posts=posts, initial=_of_need(known.first()))
    if form.initial and not form.is_bound:
        _show_unit(form, form.initial["unit_name"])
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            save_need(actor=request.actor, unit_id=held["unit"], post_id=held["post"].pk, number=held["number"])
            messages.success(request, _("Đã ghi nhu cầu."))
            return redirect("staffing-data")
    context = {"form": form, "title": _("Nhu cầu bố trí")}
    return render(request, "staffing/form.html", context, status=422 if form.is_bound else 200)


def _of_need(known: Need | None) -> dict[str, Any]:
    if known is None:
        return {}
    held = {"unit": known.unit_id, "post": known.post_id, "number": known.number}
    return {**held, "unit_name": known.unit.name}


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def standing_save(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what is set down about moving somebody, or set it down."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    standing = standing_of(dossier)
    initial: dict[str, Any] = {}
    if standing is not None:
        initial = {name: getattr(standing, name) for name in ("could_move", "circumstances", "not_before")}
        initial["home"] = standing.home_id
    form = StandingForm(request.POST if request.method == "POST" else None, initial=initial)
    if standing is not None and standing.home is not None and not form.is_bound:
        form.fields["home"].widget = UnitPicker(standing.home.name, {"class": "form-control"})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            save_standing(actor=request.actor, dossier_id=pk, movable=form.movable)
            messages.success(request, _("Đã ghi khả năng điều động."))
            return redirect("person-detail", pk=pk)
    context = {"form": form, "title": _("Khả năng điều động"), "dossier": dossier}
    return render(request, "staffing/form.html", context, status=422 if form.is_bound else 200)
