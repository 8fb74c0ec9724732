"""What part of the workforce somebody may have figures of, and whether in full."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed, NotVisible
from sauro.headcounts.dimensions import USUAL_CUT
from sauro.headcounts.scope import Place, Scope
from sauro.headcounts.selectors.counting import whole
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit

VIEW, OPEN, RECORD, MANAGE = "workforce.view", "private_facts.view", "workforce.record", "workforce.manage"


def places_of(actor: Actor, permission: str, domain: Domain) -> tuple[Place, ...]:
    """Return the parts of the tree in which the actor holds a permission in a domain."""
    held = (one for one in actor.scopes(permission) if one.domain == domain)
    return whole(Place(one.path, one.include_subtree) for one in held)


def domains_of(actor: Actor) -> list[Domain]:
    """Return the domains of whose workforce the actor may have figures."""
    return [domain for domain in Domain if places_of(actor, VIEW, domain)]


def scope_for(
    actor: Actor, domain: Domain, day: dt.date, *, below: Sequence[Unit] = (), level: str | None = None,
    cut: int = USUAL_CUT,
) -> Scope:  # fmt: skip
    """Return the scope of a question, cut down to what the actor may see.

    ``below`` leaves these units and what is under them; ``level`` None is the usual one. Raises ``NotAllowed`` for
    those who see the workforce of the domain nowhere, ``NotVisible`` when none of the units is within reach.
    """
    places = places_of(actor, VIEW, domain)
    if not places:
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem số liệu đội ngũ."))
    if below:
        met = (one.meets(Place(unit.path)) for one in places for unit in below)
        places = whole(one for one in met if one is not None)
        if not places:
            raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
    if level is None:
        level = usual_level(places)
    return Scope(domain, day, places, level, cut)


def usual_level(places: Iterable[Place]) -> str:
    """Return the level of units meant when none is named: communes, where the places reach from a province to them."""
    paths = [one.path for one in places if one.with_subtree]
    of_province = Unit.objects.filter(path__in=paths, level=UnitLevel.PROVINCE, kind=UnitKind.TERRITORY)
    return UnitLevel.COMMUNE.value if paths and of_province.exists() else ""


def may_open(actor: Actor, scope: Scope) -> bool:
    """Tell whether the actor may open the sensitive facts of everybody in the scope: then figures are in full."""
    return _holds_throughout(actor, OPEN, scope)


def may_see_births(actor: Actor, scope: Scope) -> bool:
    """Tell whether the actor sees birth dates in the scope: lists by age on any day would tell them to the day."""
    return _holds_throughout(actor, RECORD, scope)


def _holds_throughout(actor: Actor, permission: str, scope: Scope) -> bool:
    held = places_of(actor, permission, scope.domain)
    return all(any(one.covers(place) for one in held) for place in scope.places)


def communes_in(scope: Scope) -> list[Unit]:
    """Return the communes that lie in the scope, or whose body the scope is, in the order of the register."""
    inside = Q(pk__in=[])
    for place in scope.places:
        inside |= Q(path__startswith=place.path) if place.with_subtree else Q(path=place.path)
        above, _slash, _own = place.path.rstrip("/").rpartition("/")
        inside |= Q(path=f"{above}/")
    rows = Unit.objects.filter(inside, kind=UnitKind.TERRITORY, level=UnitLevel.COMMUNE)
    return list(rows.order_by("position", "sort_key"))
