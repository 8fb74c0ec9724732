"""What the address of a page of figures asks for, and the addresses that its numbers open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.headcounts.dimensions import USUAL_CUT
from sauro.headcounts.forms import ALL_LEVELS, QuestionForm, ScopeForm
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.people import OF_BIRTHS
from sauro.headcounts.selectors.places import domains_of, may_see_births, scope_for
from sauro.organizations.models import Unit

NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Question:
    """The scope asked about, the day to compare with, the chosen units, and the form that shows them.

    ``shows_births``: the reader may open lists by age.
    """

    scope: Scope
    compared: dt.date | None
    units: Sequence[Unit]
    form: QuestionForm
    shows_births: bool

    @property
    def address(self) -> str:
        """The question as the part of an address after the question mark."""
        held = [
            ("khoi", str(self.scope.domain)), ("ngay", f"{self.scope.day:%d/%m/%Y}"),
            ("cap", self.scope.level or ALL_LEVELS), ("tuoi", str(self.scope.cut)),
            *(("dv", str(unit.pk)) for unit in self.units),
        ]  # fmt: skip
        if self.compared is not None:
            held.append(("so_voi", f"{self.compared:%d/%m/%Y}"))
        return urlencode(held)

    def people(self, what: str, *, units: str = "") -> str:
        """Return the address of the people behind a number, or nothing where the reader may not open them.

        ``units`` names others than those asked for.
        """
        if not self.shows_births and ("young" in what or any(f"{code}=" in what for code in OF_BIRTHS)):
            return ""
        units = units or ",".join(str(unit.pk) for unit in self.units) or NOTHING
        return reverse(
            "headcount-people",
            args=[
                str(self.scope.domain), f"{self.scope.day:%Y-%m-%d}", self.scope.level or ALL_LEVELS, self.scope.cut,
                units, what,
            ],
        )  # fmt: skip


def held_scope(
    request: ActorRequest, form: ScopeForm, domains: Sequence[Domain], *, cut: int
) -> tuple[Scope, list[Unit]]:
    """Return the scope that a form asks for, and the units chosen; what makes no sense is as good as absent.

    The form is shown with what holds: its level, and the names of the units.
    """
    held = form.cleaned_data
    domain = Domain(held["khoi"]) if held.get("khoi") else domains[0]
    level = {ALL_LEVELS: "", "": None, None: None}.get(held.get("cap"), held.get("cap"))
    units = list(Unit.objects.filter(pk__in=held.get("dv") or ()))
    day = not_later(form, "ngay", held.get("ngay")) or today()
    scope = scope_for(request.actor, domain, day, below=units, level=level, cut=cut)
    form.fields["dv"].widget.names = {str(one.pk): one.name for one in units}
    return scope, units


def asked_data(request: ActorRequest) -> QueryDict:
    """Return what the address asks, with the day of today where it names none."""
    data = request.GET.copy()
    data.setdefault("ngay", f"{today():%d/%m/%Y}")
    return data


def question_of(request: ActorRequest) -> Question:
    """Return what a request asks for; parts that make no sense are shown as faults and are as good as absent."""
    domains = domains_of(request.actor)
    if not domains:
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem số liệu đội ngũ."))
    data = asked_data(request)
    data.setdefault("tuoi", str(USUAL_CUT))
    form = QuestionForm(data, domains=[(str(one), one.label) for one in domains])
    form.is_valid()
    held = form.cleaned_data
    scope, units = held_scope(request, form, domains, cut=held.get("tuoi") or USUAL_CUT)
    if not data.get("cap"):
        data["cap"] = scope.level or ALL_LEVELS
    return Question(
        scope, not_later(form, "so_voi", held.get("so_voi")), units, form, may_see_births(request.actor, scope)
    )


def not_later(form: ScopeForm, name: str, day: dt.date | None) -> dt.date | None:
    """Return a day; one of the future is shown as a fault and left out."""
    if day is not None and day > today():
        form.add_error(name, _("Ngày ở tương lai: chưa có số liệu. Hãy chọn ngày đến hôm nay."))
        return None
    return day


def units_named(text: str) -> list[Unit]:
    """Return the units whose identities an address names, separated by commas."""
    ids = []
    for one in text.split(","):
        try:
            ids.append(UUID(one))
        except ValueError:
            continue
    return list(Unit.objects.filter(pk__in=ids))
