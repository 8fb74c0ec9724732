"""Scenarios, their moves, and what pages tell of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.staffing.enums import MoveState, bar_words
from sauro.staffing.models import Calculation, Consent, Need, PlaceData, ProposedMove, Road, Scenario, Standing
from sauro.staffing.policies import move_policy, need_policy, place_policy, road_policy, scenario_policy
from sauro.workforce.models import Dossier, Post
from sauro.workforce.selectors.own import own_dossiers


@dataclass(frozen=True, slots=True)
class Sums:
    """A scenario in figures. ``support`` is thousand đồng a month, ``left`` the posts that stay vacant, ``gap`` the
    points a better proposal could have at most."""

    moves: int
    confirmed: int
    minutes: int
    support: int
    posts: int
    left: int
    points: int
    gap: int


@dataclass(frozen=True, slots=True)
class FieldLine:
    """What limits a field, and ``left``, what is left for recruitment. ``bars`` are (reason, people), most first."""

    field: str
    posts: int
    left: int
    people: int
    unplaced: int
    without_candidate: int
    bars: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Posts of a position in a unit that a scenario leaves for recruitment."""

    unit: Unit
    post: Post
    left: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody whom two scenarios send to different posts; None is nowhere."""

    dossier: Dossier
    first: ProposedMove | None
    second: ProposedMove | None


@dataclass(frozen=True, slots=True)
class OwnSide:
    """A dossier of whoever signed in and their consent, where it stands."""

    dossier: Dossier
    consent: Consent | None


def visible_scenarios(actor: Actor) -> QuerySet[Scenario]:
    """Return the scenarios of the branches the actor manages."""
    return scenario_policy.visible(actor).select_related("unit")


def visible_moves(actor: Actor) -> QuerySet[ProposedMove]:
    """Return the moves of these scenarios with what lists show."""
    rows = move_policy.visible(actor).select_related(
        "scenario__unit", "dossier__person", "from_unit", "unit", "post", "dossier__tenure__post"
    )
    # What a scenario keeps of all its fields and posts would come with each move again.
    return rows.defer("scenario__limits", "scenario__vacant", "scenario__fixed")


def visible_places(actor: Actor) -> QuerySet[PlaceData]:
    """Return the places the actor keeps."""
    return place_policy.visible(actor).select_related("unit").order_by("unit__sort_key")


def visible_needs(actor: Actor) -> QuerySet[Need]:
    """Return the needs of the units the actor keeps."""
    return need_policy.visible(actor).select_related("unit", "post").order_by("unit__sort_key", "post__rank")


def visible_roads(actor: Actor) -> QuerySet[Road]:
    """Return the measured ways from places the actor keeps."""
    return road_policy.visible(actor).select_related("one", "other")


def get_scenario(actor: Actor, scenario_id: UUID) -> Scenario:
    """Return a scenario. Raises ``NotVisible``."""
    return scenario_policy.get_visible(actor, scenario_id, base=Scenario.objects.select_related("unit"))


def calculated_percent(scenario: Scenario) -> int:
    """Return how far the calculation of a scenario is, in per cent."""
    return Calculation.objects.filter(scenario=scenario).values_list("percent", flat=True).first() or 0


def get_move(actor: Actor, move_id: UUID) -> ProposedMove:
    """Return a proposed move. Raises ``NotVisible``."""
    return move_policy.get_visible(actor, move_id, base=visible_moves(actor))


def standing_of(dossier: Dossier) -> Standing | None:
    """Return what officers set down about moving somebody. The caller has checked that the reader may see it."""
    return Standing.objects.filter(dossier=dossier).select_related("home").first()


def has_consented(dossier: Dossier) -> bool:
    """Tell whether the person's consent stands."""
    return Consent.objects.filter(dossier=dossier, withdrawn_at__isnull=True).exists()


def sums_of(scenario: Scenario, moves: Sequence[ProposedMove]) -> Sums:
    """Return the figures of a scenario from all its moves."""
    points = scenario.points or 0
    return Sums(
        moves=len(moves),
        confirmed=sum(move.state == MoveState.CONFIRMED for move in moves),
        minutes=sum(move.minutes for move in moves),
        support=sum(move.support for move in moves),
        posts=sum(line["posts"] for line in scenario.limits),
        left=sum(line["left"] for line in scenario.limits),
        points=points,
        gap=max(0, (scenario.bound or 0) - points),
    )


def field_lines(actor: Actor, scenario: Scenario) -> list[FieldLine]:
    """Return what limits each field, most vacant posts first.

    Timed bars are one number for whoever may not open what a legal bar comes from: a field may have one person.
    """
    knows = actor.holds_for("private_facts.view", scenario.unit.path, scenario.domain)
    return [_field_line(line, knows_bars=knows) for line in scenario.limits]


def _field_line(line: dict[str, Any], *, knows_bars: bool) -> FieldLine:
    numbers: Counter[str] = Counter()
    for bar, number in line["bars"].items():
        numbers[bar_words(bar, knows_bar=knows_bars)] += number
    return FieldLine(**{**line, "bars": sorted(numbers.items(), key=lambda bar: (-bar[1], bar[0]))})


def vacancies(scenario: Scenario) -> list[Vacancy]:
    """Return what a scenario leaves for recruitment, by unit and position in the order of the catalogue."""
    units = {str(key): unit for key, unit in Unit.objects.in_bulk({one["unit"] for one in scenario.vacant}).items()}
    posts = {str(key): post for key, post in Post.objects.in_bulk({one["post"] for one in scenario.vacant}).items()}
    found = [Vacancy(units[one["unit"]], posts[one["post"]], one["left"]) for one in scenario.vacant]
    return sorted(found, key=lambda one: (one.post.field, one.post.rank, one.post.code, one.unit.sort_key))


def differences(first: Iterable[ProposedMove], second: Iterable[ProposedMove]) -> tuple[int, list[Changed]]:
    """Return how many moves two scenarios share, and the people they send to different posts, by name."""
    one, other = ({move.dossier_id: move for move in moves} for moves in (first, second))
    changed, same = [], 0
    for dossier_id in {**one, **other}:
        before, after = one.get(dossier_id), other.get(dossier_id)
        if before and after and (before.unit_id, before.post_id) == (after.unit_id, after.post_id):
            same += 1
        else:
            shown = before or after
            assert shown is not None  # noqa: S101 -- the person is in one of both
            changed.append(Changed(shown.dossier, before, after))
    return same, sorted(changed, key=lambda row: (row.dossier.sort_key, str(row.dossier.pk)))


def own_sides(actor: Actor) -> list[OwnSide]:
    """Return the dossiers of whoever signed in, with their standing consent."""
    dossiers = list(own_dossiers(actor))
    standing = Consent.objects.filter(dossier__in=dossiers, withdrawn_at__isnull=True)
    by_dossier = {consent.dossier_id: consent for consent in standing}
    return [OwnSide(dossier, by_dossier.get(dossier.pk)) for dossier in dossiers]
