"""Builds the solver's problem from the records of a day.

What is read of a person: the unit and position they hold and since when, the grade, day and home an officer set down,
whether they consent, and from the records their degrees, the days of a rotation, those of a legal bar (not what it is),
and the home town. No other fact of a dossier and no other particular is read; a contract test watches the queries.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef

from sauro.careers.rules.standards import Wanted
from sauro.careers.selectors.fitting import degree_demands, posts_by_degrees
from sauro.staffing.enums import MoveState
from sauro.staffing.models import Consent, Need, PlaceData, ProposedMove, Road, Scenario
from sauro.staffing.selectors.homes import home_reader
from sauro.staffing.solver.places import Crossing, Place, Point, Roads
from sauro.staffing.solver.problem import Mover, Opening, Problem, Rules, Weights
from sauro.workforce.enums import PostGroup, TenureKind
from sauro.workforce.models import Post, Seat, Tenure
from sauro.workforce.rules.terms import last_day
from sauro.workforce.selectors.moving import bar_days, rotation_days, rotation_ends

_KEY, _HEAD, _USUAL, _SUPPORT = 5, 4, 3, 2
"""Importance of positions: key posts of a commune, heads of units, most, and those that support others."""


@dataclass(frozen=True)
class Gathered:
    """A problem and what its keys stand for: people by dossier and present unit, openings by unit and position."""

    problem: Problem
    people: dict[str, tuple[UUID, UUID]]
    openings: dict[str, tuple[UUID, UUID]]


@dataclass
class _Counts:
    """Posts of places, and vacant ones by unit and position, or by unit and block when for none yet."""

    approved: Counter[str] = field(default_factory=Counter)
    present: Counter[str] = field(default_factory=Counter)
    named: Counter[tuple[UUID, UUID]] = field(default_factory=Counter)
    free: Counter[tuple[UUID, str]] = field(default_factory=Counter)
    place: dict[UUID, str] = field(default_factory=dict)


def gather(scenario: Scenario) -> Gathered:
    """Build the problem of a scenario. Takes eleven queries however many people there are."""
    counts = _count_seats(scenario)
    posts = {post.pk: post for post in Post.objects.filter(is_closed=False).order_by("rank", "code")}
    vacant = _vacant(scenario, counts, posts)
    demands = degree_demands({post for _unit, post in vacant}, scenario.day)
    movers, people = _movers(scenario, counts, posts, demands)
    openings = list(_openings(vacant, counts, posts, demands))
    places, roads = _places(counts)
    rules = Rules(
        on=scenario.day, consent_needed=scenario.consent_needed, longest_minutes=scenario.longest_minutes,
        budget=scenario.budget,
    )  # fmt: skip
    weights = Weights(*(getattr(scenario, name) for name in Weights.__slots__))
    problem = Problem(places, movers, tuple(one for one, _ids in openings), rules, weights, roads, scenario.fixed)
    return Gathered(problem, people, {one.key: ids for one, ids in openings})


def opening_key(unit: UUID, post: UUID) -> str:
    """The key of the vacant posts of a position in a unit."""
    return f"{unit}:{post}"


def field_of(post: Post) -> str:
    """The field of a position; one without a field is a field of its own."""
    return post.field or post.title


def _place_of(unit: UUID, territory: UUID | None, level: str) -> str:
    """Units of a commune are at one place; every other unit is a place of its own."""
    return str(territory if territory is not None and level == "commune" else unit)


def _count_seats(scenario: Scenario) -> _Counts:
    held = Tenure.objects.as_of(scenario.day).filter(seat=OuterRef("pk"))
    rows = Seat.objects.filter(
        valid__contains=scenario.day, allotment__domain=scenario.domain,
        allotment__unit__path__startswith=scenario.unit.path,
    )  # fmt: skip
    counts = _Counts()
    columns = ("allotment__unit", "allotment__unit__territory", "allotment__unit__level", "allotment__block")
    # The database counts seats that are alike: a province has 55.000 of them in some thousands of kinds.
    alike = rows.annotate(is_held=Exists(held)).values_list(*columns, "is_exceptional", "post", "is_held")
    for unit, territory, level, block, above, post, is_held, number in alike.annotate(number=Count("pk")).order_by():
        place = counts.place[unit] = _place_of(unit, territory, level)
        counts.approved[place] += 0 if above else number
        counts.present[place] += number if is_held else 0
        if not above and not is_held:
            if post is None:
                counts.free[unit, block] += number
            else:
                counts.named[unit, post] += number
    return counts


def pending(scenario: Scenario) -> Any:
    """Return the drafts in the scenario's branch that people confirmed and that are not carried out yet."""
    rows = ProposedMove.objects.filter(
        state=MoveState.CONFIRMED, scenario__domain=scenario.domain, unit__path__startswith=scenario.unit.path,
        dossier__tenure__unit=F("from_unit"),
    )  # fmt: skip
    return rows.exclude(scenario=scenario).order_by()


def _movers(
    scenario: Scenario, counts: _Counts, posts: dict[UUID, Post], demands: Mapping[UUID, Wanted]
) -> tuple[tuple[Mover, ...], dict[str, tuple[UUID, UUID]]]:
    read_home, rows = home_reader(), list(_rows_of_movers(scenario))
    fits = posts_by_degrees([row[0] for row in rows], demands, scenario.day)
    movers, people = [], {}
    for dossier, unit, territory, level, post, *known in rows:
        held, rotated, barred, home_town, circumstances, not_before, home, consents = known
        place = counts.place.setdefault(unit, _place_of(unit, territory, level))
        movers.append(
            Mover(
                str(dossier), place, home=str(home) if home else read_home(home_town or ""),
                fields=frozenset({field_of(posts[post])} if post in posts else ()), circumstances=circumstances or 0,
                not_before=_first_free_day(not_before, barred), stays_until=_stays_until(scenario, held, rotated),
                consents=consents, qualifications=frozenset(str(one) for one in fits.get(dossier, ())),
            )
        )  # fmt: skip
        people[str(dossier)] = (dossier, unit)
    return tuple(movers), people


def _rows_of_movers(scenario: Scenario) -> Any:
    """Those above the establishment, and those of whom an officer set down that they could move, by dossier."""
    there = Tenure.objects.as_of(scenario.day).filter(kind=TenureKind.FULL).order_by().values_list("pk", flat=True)
    # Asked for first, as one "or" over two tables would read every seat, dossier and particular of the province.
    few = list(there.filter(seat__is_exceptional=True).union(there.filter(dossier__standing__could_move=True)))
    rows = Tenure.objects.filter(pk__in=few, dossier__domain=scenario.domain, unit__path__startswith=scenario.unit.path)
    consents = Consent.objects.filter(dossier=OuterRef("dossier"), withdrawn_at__isnull=True)
    standing = (f"dossier__standing__{name}" for name in ("circumstances", "not_before", "home"))
    return (
        rows.exclude(dossier__in=pending(scenario).values("dossier"))
        .values_list(
            "dossier", "unit", "unit__territory", "unit__level", "post", "valid", rotation_days(scenario.day),
            bar_days(scenario.day), "dossier__particulars__home_town", *standing, Exists(consents),
        )
        .order_by("dossier_id")
    )  # fmt: skip


def _first_free_day(set_down: dt.date | None, barred: Any) -> dt.date | None:
    """The later of what an officer set down and the end of a legal bar; a bar without a known end has none."""
    by_law = None if barred is None else barred.upper or dt.date.max
    return max(filter(None, (set_down, by_law)), default=None)


def _stays_until(scenario: Scenario, held: Any, rotated: Any) -> dt.date | None:
    """The last day of a rotation's least time, or of the months that the scenario leaves everybody in a post."""
    ends = [rotation_ends(rotated.lower)] if rotated is not None and rotated.lower else []
    if scenario.stay_months and held.lower:
        ends.append(last_day(held.lower, scenario.stay_months))
    return max(ends, default=None)


def _vacant(scenario: Scenario, counts: _Counts, posts: dict[UUID, Post]) -> Counter[tuple[UUID, UUID]]:
    """Return the vacant posts that are needed, by unit and position, less those for which there is a draft."""
    vacant = Counter({ids: number for ids, number in counts.named.items() if ids[1] in posts})
    free = counts.free.copy()
    needs = Need.objects.filter(unit__in=counts.place, post__is_closed=False).order_by("post__rank", "pk")
    for unit, post, number in needs.values_list("unit", "post", "number"):
        block = posts[post].block
        taken = min(number, free[unit, block])
        free[unit, block] -= taken
        vacant[unit, post] += taken
    vacant.subtract(Counter(pending(scenario).values_list("unit", "post")))
    return +vacant


def _openings(
    vacant: Mapping[tuple[UUID, UUID], int], counts: _Counts, posts: dict[UUID, Post], demands: Mapping[UUID, Wanted]
) -> Iterator[tuple[Opening, tuple[UUID, UUID]]]:
    for (unit, post), number in sorted(vacant.items(), key=lambda one: str(one[0])):
        if post in posts and unit in counts.place:
            key, wanted = opening_key(unit, post), frozenset({str(post)} if post in demands else ())
            yield _opening(key, counts.place[unit], posts[post], number, wanted), (unit, post)


def _opening(key: str, place: str, post: Post, number: int, wanted: frozenset[str]) -> Opening:
    importance = _USUAL if post.group != PostGroup.SUPPORT else _SUPPORT
    importance = _KEY if post.is_key else _HEAD if post.is_head else importance
    return Opening(
        key, place, field_of(post), number, wanted, importance=importance, closed_to_locals=post.is_barred_to_locals
    )


def _places(counts: _Counts) -> tuple[tuple[Place, ...], Roads]:
    keys = sorted(set(counts.place.values()))
    known = {str(row.unit_id): row for row in PlaceData.objects.filter(unit__in=[UUID(key) for key in keys])}
    places = tuple(
        Place(
            key, Point(row.latitude, row.longitude) if (row := known.get(key)) else None, row.hardship if row else 0,
            counts.approved[key], counts.present[key],
        )
        for key in keys
    )  # fmt: skip
    roads = Road.objects.filter(one__in=[UUID(key) for key in keys]).values_list("one", "other", "minutes")
    return places, Roads(
        measured={frozenset((str(one), str(other))): minutes for one, other, minutes in roads.order_by()},
        crossings={key: crossing for key, row in known.items() if (crossing := _crossing(row))},
    )


def _crossing(row: PlaceData) -> Crossing | None:
    if row.crossing_minutes is None or row.harbour_latitude is None or row.harbour_longitude is None:
        return None
    return Crossing(Point(row.harbour_latitude, row.harbour_longitude), row.crossing_minutes)


def day_is_sensible(day: dt.date, today: dt.date) -> bool:
    """Whether a proposal can be asked for a day: from today to two years on, as records of later days are not there."""
    return today <= day <= today + dt.timedelta(days=730)
