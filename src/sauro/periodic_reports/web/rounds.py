"""Rounds: opening one, seeing who has sent and who has not, urging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.organizations.comparison import UnitGroup
from sauro.organizations.models import Unit
from sauro.periodic_reports.badges import punctuality_badge, state_badge
from sauro.periodic_reports.definition_checks import UNITS, due_field
from sauro.periodic_reports.enums import Punctuality
from sauro.periodic_reports.forms import OpenRoundForm, chosen_units
from sauro.periodic_reports.models import LevelRule, UnitReport
from sauro.periodic_reports.selectors.rounds import (
    DefinitionPage,
    LevelStanding,
    get_definition,
    get_round,
    periods_of,
    units_to_ask,
    usual_deadlines,
)
from sauro.periodic_reports.services.rounds import Opening, open_round, urge_missing
from sauro.periods.models import Period
from sauro.ui.badges import Badge, Tone

Groups = Mapping[UnitGroup, Sequence[Unit]]
_TILES = (
    (Punctuality.MISSING, "alert-triangle", Tone.LATE),
    (Punctuality.PENDING, "clock", Tone.SOON),
    (Punctuality.ON_TIME, "circle-check", Tone.DONE),
    (Punctuality.LATE, "history", Tone.LATE),
)


@require_safe
@login_required
def round_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show who has sent, who is late, who is missing."""
    page = get_round(request.actor, pk)
    address = f"{reverse('report-list')}?dot={page.round.code}"
    context = {
        "page": page,
        "round": page.round,
        "joint_state": state_badge(page.joint),
        "below": [_shown_level(one, f"{address}&cap={one.level.level}") for one in page.below],
    }
    return render(request, "periodic_reports/round.html", context)


@require_POST
@login_required
def round_urge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Urge everybody who has not sent."""
    try:
        urged = urge_missing(actor=request.actor, round_id=pk)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
    else:
        told = sum(not one.is_kept for one in urged)
        text = _("Đã đôn đốc %(told)s đơn vị có tài khoản, trong %(all)s đơn vị chưa gửi; mỗi ngày báo một lần.")
        messages.success(request, text % {"told": told, "all": len(urged)})
    return redirect("round-detail", pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def round_open(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what a round would be: its period, days and units, all of which may be changed; or open it."""
    page = get_definition(request.actor, pk)
    if not page.may_manage:
        raise NotAllowed("not-allowed", _("Bạn xem được mẫu này nhưng không được mở đợt."))
    if page.published is None:
        messages.error(request, _("Mẫu này chưa ban hành. Hãy ban hành mẫu rồi mở đợt."))
        return redirect("definition-detail", pk=pk)
    periods = periods_of(request.actor, page.published)
    groups = units_to_ask(page.definition.owner_unit)
    if request.method == "POST":
        return _open(request, page, periods, groups)
    chosen = _chosen_period(request.GET.get("ky", ""), periods)
    initial = _initial(page, chosen)
    ticked = {unit.pk for group, units in groups.items() for unit in units if _usually_asked(group)}
    return _opening(
        request, page, OpenRoundForm(periods=periods, levels=_levels(page), initial=initial), groups, ticked
    )


def _open(request: ActorRequest, page: DefinitionPage, periods: Sequence[Period], groups: Groups) -> HttpResponse:
    form = OpenRoundForm(request.POST, periods=periods, levels=_levels(page))
    units = chosen_units(request.POST, groups)
    if form.is_valid():
        held = form.cleaned_data
        opening = Opening(
            UUID(held["period"]), [one.pk for one in units], held["units_due"], held["joint_due"], held["note"],
            form.lower_due,
        )  # fmt: skip
        with form.showing_refusals():
            made = open_round(actor=request.actor, definition_id=page.definition.pk, opening=opening)
            count = made.reports.filter(level__gte=UNITS).count()
            messages.success(request, _("Đã mở đợt báo cáo cho %(count)s đơn vị.") % {"count": count})
            return redirect("round-detail", pk=made.pk)
    return _opening(request, page, form, groups, {one.pk for one in units}, status=422)


def _opening(
    request: ActorRequest, page: DefinitionPage, form: OpenRoundForm, groups: Groups, ticked: set[UUID],
    *, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "page": page,
        "form": form,
        "groups": [
            (group, [(unit, unit.pk in ticked) for unit in units], sum(unit.pk in ticked for unit in units))
            for group, units in groups.items()
        ],
        "has_lower": any(one.level > UNITS for one in _levels(page)),
        "has_periods": bool(form.fields["period"].choices),  # type: ignore[attr-defined]  # a choice field
    }
    return render(request, "periodic_reports/open_round.html", context, status=status)


def _chosen_period(text: str, periods: Sequence[Period]) -> Period | None:
    """The period asked for; else the newest that has ended, else the newest."""
    asked = next((one for one in periods if str(one.pk) == text), None)
    return asked or (periods[0] if periods else None)


def _initial(page: DefinitionPage, period: Period | None) -> dict[str, Any]:
    if period is None or page.published is None:
        return {}
    days = usual_deadlines(page.published, period)
    return {"period": str(period.pk), **{due_field(level): day for level, day in days.items()}}


def _levels(page: DefinitionPage) -> Sequence[LevelRule]:
    return list(page.published.levels.all()) if page.published else []


def _usually_asked(group: UnitGroup) -> bool:
    return group in (UnitGroup.COMMUNES, UnitGroup.WARDS, UnitGroup.ZONES, UnitGroup.DIVISIONS)


def _shown_level(standing: LevelStanding, address: str) -> dict[str, Any]:
    """A level as the page shows it: its numbers, each with its list, and its reports by group."""
    return {
        "standing": standing,
        "tiles": [
            (kind.label, standing.counts[kind], f"{address}&dh={kind}", tone if standing.counts[kind] else "", icon)
            for kind, icon, tone in _TILES
        ],
        "groups": [(one, [_line(report) for report in one.reports]) for one in standing.groups],
        "share": 100 * standing.sent / standing.total if standing.total else None,
    }


def _line(report: UnitReport) -> tuple[UnitReport, Badge, Badge]:
    return report, punctuality_badge(report.punctuality), state_badge(report)  # type: ignore[attr-defined]  # annotated by get_round
