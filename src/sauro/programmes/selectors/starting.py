"""What somebody may start, from what, and which units and people its lines may name."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.access.policies import within
from sauro.common.clock import today
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Appointment, Unit
from sauro.organizations.policies import unit_policy
from sauro.programmes.builtin import BUILT_IN
from sauro.programmes.models import Programme, ProgrammeTemplate
from sauro.programmes.policies import programme_policy, template_policy
from sauro.targets.policies import share_policy

COMPOSING_KINDS = (UnitKind.PEOPLES_COMMITTEE, UnitKind.PARTY_COMMITTEE)


def composing_units(actor: Actor) -> list[Unit]:
    """Return the committees the actor may compose for."""
    rows = Unit.objects.filter(within(actor, "programmes.write", unit=None), kind__in=COMPOSING_KINDS)
    return list(rows.filter(valid__contains=today()).order_by("level", "sort_key"))


def template_choices(actor: Actor) -> list[tuple[str, str]]:
    """Return the templates the actor may start from: those built in, then those of offices."""
    own = template_policy.visible(actor).select_related("owner_unit").order_by("sort_key")
    return [(one.key, str(one.name)) for one in BUILT_IN.values()] + [
        (str(one.pk), f"{one.name} – {one.owner_unit.name}") for one in own
    ]


def visible_templates(actor: Actor) -> QuerySet[ProgrammeTemplate]:
    """Return the templates of offices that the actor may use."""
    return template_policy.visible(actor).select_related("owner_unit")


def lead_units(programme: Programme) -> list[Unit]:
    """Return the units that a line may name as its lead: those of the programme's place and side."""
    place = programme.unit.territory.path if programme.unit.territory else programme.unit.path
    rows = Unit.objects.filter(path__startswith=place, domain=programme.domain, valid__contains=today())
    return list(rows.exclude(kind=UnitKind.TERRITORY).order_by("path"))


def names_of_units(actor: Actor, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of units the actor may see, by identity as text. What is no identity is left out."""
    known = {text for text in ids if _is_identity(text)}
    if not known:
        return {}
    return {str(pk): name for pk, name in unit_policy.visible(actor).filter(pk__in=known).values_list("pk", "name")}


def _is_identity(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def people_of(programme: Programme) -> list[Appointment]:
    """Return the people of the unit and its offices today."""
    rows = Appointment.objects.filter(
        unit__path__startswith=programme.unit.path, unit__domain=programme.domain, valid__contains=today()
    )
    return list(rows.select_related("person", "position").order_by("unit__path", "position__rank", "person__sort_key"))


def share_choices(actor: Actor, programme: Programme) -> list[tuple[str, str]]:
    """Return the targets of the unit's register that a line may be a value of, with their names."""
    rows = share_policy.visible(actor).filter(unit=programme.unit_id, indicator__is_closed=False)
    rows = rows.select_related("indicator").order_by("indicator__sort_key", "pk")
    return [(str(one.pk), f"{one.indicator.code} – {one.indicator.name} ({one.indicator.measure})") for one in rows]


def sees_all_sources(actor: Actor, programme: Programme) -> bool:
    """Tell whether the actor's role reaches the documents that the unit took in and the work it was given.

    Others gather less than the unit is asked for. Whether there is any such document or work is not said.
    """
    unit = programme.unit
    return all(actor.holds_for(name, unit.path, programme.domain) for name in ("documents.view", "tasks.view"))


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """Return the programmes whose words the actor may read."""
    return programme_policy.visible(actor).select_related("unit")
