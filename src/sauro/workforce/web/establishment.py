"""The establishment: the table as of a day, the seats of a unit, decisions; the catalogue of positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.organizations.enums import UnitLevel
from sauro.organizations.models import Unit
from sauro.ui.forms import UnitPicker
from sauro.workforce.enums import Block
from sauro.workforce.forms import AllotmentForm, PostForm, SeatsForm
from sauro.workforce.models import Post
from sauro.workforce.page_panels import panels_of_post
from sauro.workforce.policies import establishment_policy, post_policy
from sauro.workforce.selectors.establishment import (
    Count3,
    SeatLine,
    UnitLine,
    by_post,
    decisions_of,
    establishment_as_of,
    seats_as_of,
    total,
)
from sauro.workforce.services.establishment import decide_allotment
from sauro.workforce.services.posts import save_post
from sauro.workforce.web.days import day_of, written
from sauro.workforce.workload import workload_of

SHOWN: dict[str, str | Promise] = {
    "": gettext_lazy("Tất cả"),
    "co": gettext_lazy("Đang có người"),
    "trong": gettext_lazy("Còn trống"),
    "ngoai": gettext_lazy("Ngoài biên chế"),
}
"""Which seats of a unit are shown, by their word in the address."""

MOST_UNITS_AT_ONCE = 60
"""Above this many units the table begins with a line for each commune."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and what it opens."""

    number: int
    url: str
    is_lacking: bool = False


@require_safe
@login_required
def establishment(request: ActorRequest) -> HttpResponse:
    """Show approved, present and vacant posts by unit as of a day; each number opens its list."""
    if not request.actor.holds("workforce.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem biên chế."))
    day, form = day_of(request)
    below = Unit.objects.filter(code=request.GET.get("dv", "")).first()
    level = request.GET.get("cap", "")
    level = level if below is None and level in UnitLevel.values else ""
    lines = _of_level(establishment_as_of(request.actor, day, below=below), level)
    by_commune = below is None and (
        request.GET.get("muc") == "xa" or (len(lines) > MOST_UNITS_AT_ONCE and "muc" not in request.GET)
    )
    if by_commune:
        lines = _of_level(establishment_as_of(request.actor, day, by_commune=True), level)
    sums = total(lines)
    with_work = request.GET.get("kl") == "1"
    work = workload_of([line.unit.pk for line in lines], day) if with_work else None
    context = {
        "form": form, "day": day, "below": below, "level": level, "levels": UnitLevel.choices,
        "by_commune": by_commune, "blocks": Block.choices,
        "lines": [
            (line.unit, list(_cells(line, written(day), by_commune=by_commune)), (work or {}).get(line.unit.pk))
            for line in lines
        ],
        "with_work": with_work, "has_work": work is not None,
        "sums": [sums[block] for block in Block.values], "all": sum(sums.values(), Count3()),
        "may_decide": request.actor.holds("workforce.manage"),
    }  # fmt: skip
    return render(request, "workforce/establishment.html", context)


def _of_level(lines: Sequence[UnitLine], level: str) -> Sequence[UnitLine]:
    """Return the lines of units of a level (``?cap=``), as the figures count them; all of them without one."""
    return [line for line in lines if line.unit.level == level] if level else lines


def _cells(line: UnitLine, day: str, *, by_commune: bool) -> Iterator[Cell]:
    """Yield approved, present and vacant of each block. A commune's numbers open the table of its units."""
    for block in Block.values:
        count = line.counts[block]
        for number, which in ((count.approved, ""), (count.present, "co"), (count.vacant, "trong")):
            is_territory = by_commune and line.unit.kind == "territory"
            if is_territory:
                url = f"{reverse('establishment')}?{urlencode({'dv': line.unit.code, 'ngay': day})}"
            else:
                query = {"khoi": block, "xem": which, "ngay": day}
                url = f"{reverse('establishment-unit', args=[line.unit.pk])}?{urlencode(query)}"
            yield Cell(number, url, which == "trong" and number > 0)


@require_safe
@login_required
def establishment_unit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the seats of a unit as of a day, who holds them, and the decisions behind them."""
    unit = establishment_policy.get_visible(request.actor, pk)
    day, form = day_of(request)
    block = request.GET.get("khoi", "")
    block = block if block in Block.values else ""
    which = request.GET.get("xem", "")
    which = which if which in SHOWN else ""
    every = seats_as_of(request.actor, unit, day, block=block)
    base = {"khoi": block, "ngay": written(day)}
    context = {
        "unit": unit, "day": day, "form": form, "seats": _narrowed(every, which), "block": block, "which": which,
        "faces": [
            (label, f"?{urlencode({**base, 'xem': key})}", key == which, len(_narrowed(every, key)))
            for key, label in SHOWN.items()
        ],
        "decisions": decisions_of(request.actor, unit), "posts": by_post(every), "seats_form": SeatsForm(),
        "may_decide": establishment_policy.can(request.actor, "manage", unit),
    }  # fmt: skip
    return render(request, "workforce/unit.html", context)


def _narrowed(lines: Sequence[SeatLine], which: str) -> list[SeatLine]:
    if which == "trong":
        return [line for line in lines if line.holder is None and not line.seat.is_exceptional]
    if which == "co":
        return [line for line in lines if line.holder is not None]
    if which == "ngoai":
        return [line for line in lines if line.seat.is_exceptional]
    return list(lines)


@require_http_methods(["GET", "POST"])
@login_required
def allotment_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a decision on posts, or record it."""
    if not request.actor.holds("workforce.manage"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi quyết định giao biên chế."))
    form = AllotmentForm(request.POST if request.method == "POST" else None)
    _begin_with_unit(form, request)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            decide_allotment(
                actor=request.actor, unit_id=held["unit"], block=Block(held["block"]), posts=held["posts"],
                since=held["since"], paper=form.paper, note=held["note"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi quyết định giao biên chế."))
            return redirect("establishment-unit", pk=held["unit"])
    context = {"form": form, "title": _("Ghi quyết định giao biên chế")}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


def _begin_with_unit(form: AllotmentForm, request: ActorRequest) -> None:
    unit = establishment_policy.visible(request.actor).filter(code=request.GET.get("dv", "")).first()
    if unit is not None and not form.is_bound:
        form.fields["unit"].initial = unit.pk
        form.fields["unit"].widget = UnitPicker(unit.name, {"class": "form-control"})


@require_http_methods(["GET", "POST"])
@login_required
def post_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a new job position, or enter it."""
    if not request.actor.holds("workforce.manage"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi danh mục vị trí việc làm."))
    return _post_page(request, None)


@require_http_methods(["GET", "POST"])
@login_required
def post_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a job position; to those who keep the catalogue as a form, which changes it."""
    return _post_page(request, post_policy.get_visible(request.actor, pk))


def _post_page(request: ActorRequest, post: Post | None) -> HttpResponse:
    may_keep = request.actor.holds("workforce.manage")
    initial: dict[str, Any] = {}
    if post is not None:
        initial = {name: getattr(post, name) for name in PostForm.base_fields}
    form = PostForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound:
        if not may_keep:
            raise NotAllowed("not-allowed", _("Bạn không có quyền ghi danh mục vị trí việc làm."))
        if form.is_valid():
            with form.showing_refusals():
                save_post(actor=request.actor, fields=form.values, post_id=post.pk if post else None)
                messages.success(request, _("Đã ghi vị trí việc làm."))
                return redirect("post-list")
    panels = panels_of_post(request.actor, post) if post is not None else ()
    context = {"form": form, "post": post, "may_keep": may_keep, "panels": panels}
    return render(request, "workforce/post.html", context, status=422 if form.is_bound else 200)
