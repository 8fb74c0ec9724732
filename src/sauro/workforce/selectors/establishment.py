"""The establishment as of a day: approved, present, vacant, by unit and block."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.workforce.enums import Block
from sauro.workforce.models import Allotment, AllotmentDecision, Post, Seat, Tenure
from sauro.workforce.policies import dossier_policy, establishment_policy


@dataclass(frozen=True, slots=True)
class Count3:
    """Posts of a block: approved by decision, exceptional ones, and people in both. ``vacant`` are approved ones."""

    approved: int = 0
    exceptional: int = 0
    present: int = 0
    vacant: int = 0

    def __add__(self, other: Count3) -> Count3:
        """Return both together."""
        return Count3(
            self.approved + other.approved,
            self.exceptional + other.exceptional,
            self.present + other.present,
            self.vacant + other.vacant,
        )


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit, or a commune with all its units, with its counts by block."""

    unit: Unit
    counts: dict[str, Count3]

    @property
    def together(self) -> Count3:
        """All blocks."""
        return sum(self.counts.values(), Count3())


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat as of a day, and who holds it. ``may_open``: the reader sees the holder's dossier too."""

    seat: Seat
    holder: Tenure | None
    may_open: bool = False


def visible_allotments(actor: Actor) -> QuerySet[Allotment]:
    """Return the establishments of the units whose workforce the actor may see, in the domain of the unit."""
    return Allotment.objects.filter(unit__in=establishment_policy.visible(actor).values("pk"))


def counts_as_of(allotments: QuerySet[Allotment], day: dt.date) -> dict[tuple[UUID, str], Count3]:
    """Return the counts of establishments on a day by unit and block. Takes two queries.

    Who holds a seat does so on days on which it stands, so both may be counted apart.
    """
    seats = Seat.objects.filter(allotment__in=allotments, valid__contains=day).values_list(
        "allotment__unit", "allotment__block"
    )
    held = (
        Tenure.objects.as_of(day)
        .filter(seat__allotment__in=allotments)
        .values_list("seat__allotment__unit", "seat__allotment__block")
    )
    approved, exceptional = Q(is_exceptional=False), Q(is_exceptional=True)
    people = {
        (unit, block): (present, in_approved)
        for unit, block, present, in_approved in held.annotate(
            present=Count("pk"), in_approved=Count("pk", filter=Q(seat__is_exceptional=False))
        ).order_by()
    }
    counts = {}
    for unit, block, given, above in seats.annotate(
        given=Count("pk", filter=approved), above=Count("pk", filter=exceptional)
    ).order_by():
        present, in_approved = people.get((unit, block), (0, 0))
        counts[unit, block] = Count3(given, above, present, given - in_approved)
    return counts


def establishment_as_of(
    actor: Actor, day: dt.date, *, below: Unit | None = None, by_commune: bool = False
) -> list[UnitLine]:
    """Return the establishment of the units the actor may see on a day, in the order of the register.

    ``below`` leaves that unit and those under it. ``by_commune`` adds the units of a commune up in a line of its own.
    Units with no posts and nobody on that day are left out.
    """
    allotments = visible_allotments(actor)
    if below is not None:
        allotments = allotments.filter(unit__path__startswith=below.path)
    counts = counts_as_of(allotments, day)
    units = _units({unit_id for unit_id, _block in counts})
    lines: dict[UUID, UnitLine] = {}
    for (unit_id, block), count in counts.items():
        unit = units[unit_id]
        shown = unit.territory if by_commune and unit.territory is not None and unit.level == "commune" else unit
        line = lines.setdefault(shown.pk, UnitLine(shown, dict.fromkeys(Block.values, Count3())))
        line.counts[block] += count
    return sorted(lines.values(), key=lambda line: (-_is_province(line.unit), line.unit.position, line.unit.sort_key))


def _is_province(unit: Unit) -> bool:
    return unit.level == "province"


def _units(ids: Iterable[UUID]) -> dict[UUID, Unit]:
    return {unit.pk: unit for unit in Unit.objects.filter(pk__in=ids).select_related("territory")}


def total(lines: Iterable[UnitLine]) -> dict[str, Count3]:
    """Return the sum of lines by block."""
    sums = dict.fromkeys(Block.values, Count3())
    for line in lines:
        for block, count in line.counts.items():
            sums[block] += count
    return sums


def seats_as_of(actor: Actor, unit: Unit, day: dt.date, *, block: str = "") -> list[SeatLine]:
    """Return the seats of one unit on a day, with the people in them, filled and vacant, by number."""
    rows = Seat.objects.filter(
        allotment__in=visible_allotments(actor).filter(unit=unit), valid__contains=day
    ).select_related("allotment", "post")
    if block:
        rows = rows.filter(allotment__block=block)
    holders = Tenure.objects.as_of(day).select_related("dossier__person", "post", "unit")
    rows = rows.prefetch_related(Prefetch("tenures", queryset=holders, to_attr="holders"))
    found = [(seat, next(iter(seat.holders), None)) for seat in rows.order_by("allotment__block", "number")]
    people = [holder.dossier_id for _seat, holder in found if holder is not None]
    seen = set(dossier_policy.visible(actor).filter(pk__in=people).values_list("pk", flat=True))
    return [SeatLine(seat, holder, holder is not None and holder.dossier_id in seen) for seat, holder in found]


@dataclass(frozen=True, slots=True)
class PostLine:
    """Approved seats meant for one position (None: for any) of a block, how many are held, and how many are vacant.

    ``holding``: people who hold the position, in whichever seat.
    """

    post: Post | None
    block: str
    seats: int
    vacant: int
    holding: int


def by_post(lines: Sequence[SeatLine]) -> list[PostLine]:
    """Return the seats of a unit by position: those laid down for one, then those meant for any, in order of rank."""
    posts: dict[tuple[str, UUID | None], Post | None] = {}
    seats: Counter[tuple[str, UUID | None]] = Counter()
    vacant: Counter[tuple[str, UUID | None]] = Counter()
    holding: Counter[tuple[str, UUID | None]] = Counter()
    for line in lines:
        block, post = line.seat.allotment.block, line.seat.post
        key = (block, post.pk if post else None)
        if not line.seat.is_exceptional:
            posts[key] = post
            seats[key] += 1
            vacant[key] += line.holder is None
        if line.holder is not None:
            own = (block, line.holder.post_id)
            posts[own] = line.holder.post
            holding[own] += 1
    found = [PostLine(post, key[0], seats[key], vacant[key], holding[key]) for key, post in posts.items()]
    return sorted(found, key=lambda one: (one.block, one.post is None, one.post.rank if one.post else 0, str(one.post)))


def decisions_of(actor: Actor, unit: Unit) -> list[AllotmentDecision]:
    """Return the decisions on a unit's establishment, newest first."""
    rows = AllotmentDecision.objects.standing().filter(allotment__in=visible_allotments(actor).filter(unit=unit))
    return list(rows.select_related("allotment").order_by("-valid"))


def approved_on(unit: Unit, block: str, day: dt.date) -> int | None:
    """Return how many posts a unit has in a block on a day; None where no decision gives it any."""
    row = AllotmentDecision.objects.as_of(day).filter(allotment__unit=unit, allotment__block=block).first()
    return row.posts if row else None
