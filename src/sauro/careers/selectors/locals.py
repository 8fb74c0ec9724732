"""Who holds posts that are closed to local people, and whether they come from there."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from sauro.access.actor import Actor
from sauro.careers.enums import Locality, LocalRule
from sauro.careers.models import ClosedPost
from sauro.careers.rules.locals import bare, comes_from
from sauro.common.clock import today
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit, UnitAlias
from sauro.workforce.models import Dossier, Post
from sauro.workforce.policies import dossier_policy


@dataclass(frozen=True, slots=True)
class Places:
    """The communes and the province by their bare names, present, other and former ones."""

    communes: Mapping[str, Collection[str]]
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True)
class Progress:
    """A closed post: how strictly and by when, and how many of its holders are of which locality."""

    post: Post
    rule: LocalRule
    due_on: dt.date | None
    decision: str
    numbers: Mapping[str, int]

    @property
    def held(self) -> int:
        """How many hold it."""
        return sum(self.numbers.values())


def known_places() -> Places:
    """Return the names by which home towns are recognised. Takes two queries."""
    territories = {
        one.pk: one for one in Unit.objects.filter(kind=UnitKind.TERRITORY).only("pk", "name", "level")
    }  # fmt: skip
    communes: dict[str, set[str]] = defaultdict(set)
    provinces: set[str] = set()
    aliases = UnitAlias.objects.filter(unit__in=territories).values_list("unit", "text")
    for pk, name in [*((pk, one.name) for pk, one in territories.items()), *aliases]:
        short = bare(name.removeprefix("Địa bàn "))
        if territories[pk].level == UnitLevel.COMMUNE:
            communes[short].add(str(pk))
        else:
            provinces.add(short)
    return Places(communes, frozenset(provinces))


def locality_of(dossier: Dossier, unit: Unit, places: Places) -> Locality:
    """Return whether somebody comes from the commune of a unit.

    The commune an officer set down for the person counts first, then the home town the dossier states. The dossier
    comes with particulars and what was set down about moving.
    """
    territory = unit.territory_id or (unit.pk if unit.kind == UnitKind.TERRITORY else None)
    if territory is None:
        return Locality.UNKNOWN
    standing = getattr(dossier, "standing", None)
    home = standing.home if standing is not None else None
    if home is not None:
        return Locality.LOCAL if territory in (home.pk, home.territory_id) else Locality.OTHER
    stated = dossier.particulars
    found = comes_from(stated.home_town, str(territory), places.communes, places.provinces) if stated else None
    return {True: Locality.LOCAL, False: Locality.OTHER}.get(found, Locality.UNKNOWN)  # type: ignore[arg-type]  # None is no key


def closures(day: dt.date) -> dict[UUID, ClosedPost]:
    """Return the rules on posts closed to locals that hold on a day, by post."""
    return {one.post_id: one for one in ClosedPost.objects.as_of(day).select_related("post")}


def _closed_posts(day: dt.date) -> Q:
    """Posts closed by a rule of the day, or marked so in the catalogue."""
    return Q(tenure__post__in=list(closures(day))) | Q(tenure__post__is_barred_to_locals=True)


def _holders(actor: Actor | None) -> QuerySet[Dossier]:
    rows = Dossier.objects.all() if actor is None else dossier_policy.visible(actor)
    return rows.filter(_closed_posts(today()), tenure__isnull=False)


def _sorted_out(rows: QuerySet[Dossier]) -> dict[UUID, Locality]:
    places = known_places()
    found = rows.select_related("particulars", "tenure__unit", "standing__home").order_by()
    return {
        one.pk: locality_of(one, one.tenure.unit, places) for one in found if one.tenure is not None
    }  # fmt: skip


def visible_holders(actor: Actor) -> QuerySet[Dossier]:
    """Return who holds a closed post, as far as the actor may see them, each with ``locality``. Six queries in all."""
    rows = _holders(actor)
    localities = _sorted_out(rows)
    cases = [
        When(pk__in=[pk for pk, found in localities.items() if found == one], then=Value(one.value)) for one in Locality
    ]
    return rows.select_related("person", "unit", "tenure__post", "tenure__unit").annotate(
        locality=Case(*cases, default=Value(Locality.UNKNOWN.value), output_field=CharField())
    )


def progress(actor: Actor) -> list[Progress]:
    """Return every closed post with the numbers of its holders the actor may see, in the order of posts."""
    rules = closures(today())
    rows = _holders(actor)
    localities = _sorted_out(rows)
    numbers: dict[UUID, Counter[str]] = defaultdict(Counter)
    for pk, post_id in rows.order_by().values_list("pk", "tenure__post"):
        numbers[post_id][localities[pk].value] += 1
    posts = Post.objects.filter(Q(pk__in=rules) | Q(is_barred_to_locals=True)).order_by("rank", "sort_key")
    return [_progress(post, rules.get(post.pk), numbers[post.pk]) for post in posts]


def _progress(post: Post, rule: ClosedPost | None, numbers: Counter[str]) -> Progress:
    counted = {one.value: numbers[one.value] for one in Locality}
    if rule is None:
        return Progress(post, LocalRule.MUST, None, "", counted)
    return Progress(post, LocalRule(rule.rule), rule.due_on, rule.decision, counted)


def posts_closed() -> Sequence[tuple[str, str]]:
    """Return code and title of every closed post, for a filter."""
    posts = Post.objects.filter(Q(pk__in=list(closures(today()))) | Q(is_barred_to_locals=True))
    return list(posts.order_by("rank", "sort_key").values_list("code", "title"))


def is_local_at(dossier_id: UUID, unit: Unit) -> bool | None:
    """Tell whether the person of a dossier comes from the commune of a unit; None when it cannot be told."""
    dossier = Dossier.objects.select_related("particulars", "standing__home").get(pk=dossier_id)
    found = locality_of(dossier, unit, known_places())
    return None if found == Locality.UNKNOWN else found == Locality.LOCAL
