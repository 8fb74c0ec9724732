"""Reading catalogues: which one is in force for a unit, and its products."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.appraisals.enums import CatalogueState, ProductState
from sauro.appraisals.models import Catalogue, Product
from sauro.appraisals.policies import catalogue_policy, product_policy
from sauro.organizations.models import Unit
from sauro.organizations.paths import with_those_above

IN_FORCE = (ProductState.ACCEPTED, ProductState.PENDING)


def catalogue_for(unit: Unit, year: int) -> Catalogue | None:
    """Return the catalogue in force for a unit: the latest decided one of the nearest body that has one.

    Without one for the year, the last year's holds on.
    """
    rows = Catalogue.objects.filter(
        unit__path__in=with_those_above(unit.path), domain=unit.domain, state=CatalogueState.DECIDED, year__lte=year
    ).select_related("unit")
    return _nearest(rows)


class Catalogues:
    """The products in force, for many units and years: catalogues are asked for once, products once for each."""

    def __init__(self) -> None:
        self._decided: dict[tuple[str, str], list[Catalogue]] = defaultdict(list)
        for one in Catalogue.objects.filter(state=CatalogueState.DECIDED).select_related("unit"):
            self._decided[one.unit.path, one.domain].append(one)
        self._products: dict[UUID, list[Product]] = {}

    def products(self, unit: Unit, year: int) -> list[Product]:
        """Return what :func:`products_for` returns."""
        above = (one for path in with_those_above(unit.path) for one in self._decided.get((path, unit.domain), ()))
        catalogue = _nearest(one for one in above if one.year <= year)
        if catalogue is None:
            return []
        if catalogue.pk not in self._products:
            self._products[catalogue.pk] = _in_force(catalogue)
        return self._products[catalogue.pk]


def _nearest(rows: Iterable[Catalogue]) -> Catalogue | None:
    return max(rows, key=lambda one: (len(one.unit.path), one.year, one.number), default=None)


def _in_force(catalogue: Catalogue) -> list[Product]:
    return list(catalogue.products.filter(state__in=IN_FORCE).select_related("catalogue"))


def products_for(unit: Unit, year: int) -> list[Product]:
    """Return the products by which work of a unit is converted, those waiting for their decision among them."""
    catalogue = catalogue_for(unit, year)
    if catalogue is None:
        return []
    return _in_force(catalogue)


def products_of(catalogue: Catalogue) -> QuerySet[Product]:
    """Return every product of a catalogue but those taken for another one, in the order of its table."""
    return catalogue.products.exclude(state=ProductState.MERGED).order_by("group", "code", "id")


def visible_catalogues(actor: Actor) -> QuerySet[Catalogue]:
    """Return the catalogues an actor may read."""
    return catalogue_policy.visible(actor).select_related("unit")


def get_catalogue(actor: Actor, pk: UUID) -> Catalogue:
    """Return one of them. Raises ``NotVisible``."""
    return catalogue_policy.get_visible(actor, pk, base=Catalogue.objects.select_related("unit"))


def visible_products(actor: Actor) -> QuerySet[Product]:
    """Return the products an actor may read, merged ones left out."""
    rows = product_policy.visible(actor).exclude(state=ProductState.MERGED)
    return rows.select_related("catalogue__unit", "proposed_by")
