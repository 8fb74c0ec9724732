"""Reads of the register for pages: lists, one unit with its history, completion of names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.common.errors import NotVisible
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Appointment, Unit, UnitAlias, UnitSuccession, UnitVersion
from sauro.organizations.policies import unit_policy
from vanban.text.normalize import fold

# More candidates than this are cut before ranking: whoever typed so little types on.
_MOST_CANDIDATES = 600
_NAME_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class UnitDetail:
    """A unit with everything its page shows. Lists are in the order shown."""

    unit: Unit
    versions: list[UnitVersion]
    aliases: list[UnitAlias]
    former_aliases: list[UnitAlias]
    people: list[Appointment]
    past_people: list[Appointment]
    children: list[Unit]
    came_from: list[UnitSuccession]
    went_into: list[UnitSuccession]
    is_in_force: bool


def units_in_force(actor: Actor, *, on: dt.date | None = None) -> QuerySet[Unit]:
    """Return the units that the actor may see and that exist on the day (None: today), with their parents."""
    visible = unit_policy.visible(actor).filter(valid__contains=on or today())
    return visible.select_related("parent")


def unit_detail(actor: Actor, unit_id: UUID) -> UnitDetail:
    """Return one unit with its versions, names, people and relations. Raises 404 for a hidden or missing one."""
    day = today()
    unit = unit_policy.get_visible(actor, unit_id, base=Unit.objects.select_related("parent", "territory"))
    aliases = list(unit.aliases.order_by("kind", "text"))
    posts = Appointment.objects.filter(unit=unit).select_related("person", "position")
    people = list(posts.order_by("position__rank", "person__sort_key"))
    return UnitDetail(
        unit=unit,
        versions=list(unit.versions.select_related("parent").order_by("-valid")),
        aliases=[alias for alias in aliases if _holds(alias, day)],
        former_aliases=[alias for alias in aliases if not _holds(alias, day)],
        people=[post for post in people if _holds(post, day)],
        past_people=[post for post in people if not _holds(post, day)],
        children=list(unit.children.filter(valid__contains=day).order_by("position", "sort_key")),
        came_from=list(unit.successions_in.select_related("predecessor").order_by("-on", "predecessor__sort_key")),
        went_into=list(unit.successions_out.select_related("successor").order_by("-on", "successor__sort_key")),
        is_in_force=_holds(unit, day),
    )


def get_alias(actor: Actor, alias_id: UUID) -> UnitAlias:
    """Return an alias of a visible unit, with the unit. Raises 404 otherwise."""
    alias = UnitAlias.objects.select_related("unit").filter(pk=alias_id).first()
    if alias is None:
        raise _not_found()
    unit_policy.get_visible(actor, alias.unit_id)
    return alias


def get_appointment(actor: Actor, appointment_id: UUID) -> Appointment:
    """Return an appointment in a visible unit, with unit, person and position. Raises 404 otherwise."""
    post = Appointment.objects.select_related("unit", "person", "position").filter(pk=appointment_id).first()
    if post is None:
        raise _not_found()
    unit_policy.get_visible(actor, post.unit_id)
    return post


def suggest_units(actor: Actor, q: str, limit: int = 10, *, with_territories: bool = False) -> list[Unit]:
    """Return units in force whose names contain the beginnings of all words typed, best first.

    Accents, case and abbreviations do not matter: "ubnd go tre", "so nn mt", "snv". Territories are left out unless
    asked for, since no work can be given to them. Former names of communes count as well.
    """
    words = fold(q).split()
    if not words:
        return []
    rows = units_in_force(actor)
    if not with_territories:
        rows = rows.exclude(kind=UnitKind.TERRITORY)
    for word in words:
        rows = rows.filter(search_key__regex=rf"\m{word}")
    candidates = rows.order_by("-level", "position")[:_MOST_CANDIDATES]
    typed = " ".join(words)
    return sorted(candidates, key=lambda unit: _rank(unit, typed))[:limit]


def _rank(unit: Unit, typed: str) -> tuple[int, bool, bool, int, int]:
    names = unit.search_key.split(_NAME_SEPARATOR)
    if typed in names:
        closeness = 0
    elif any(name.startswith(typed) for name in names):
        closeness = 1
    else:
        closeness = 2 if any(f" {typed}" in name for name in names) else 3
    is_former = closeness < 3 and not any(typed in name for name in names[:2])
    return closeness, is_former, unit.level != UnitLevel.PROVINCE, len(unit.name), unit.position


def _holds(row: Unit | UnitAlias | Appointment, day: dt.date) -> bool:
    return not row.valid.isempty and day in row.valid


def _not_found() -> NotVisible:
    return NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
