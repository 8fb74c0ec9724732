"""Free seats of the establishment, given out to the rows of a sheet in their order."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from sauro.roster.selectors.units import Place
from sauro.roster.sheets.faults import Complaint
from sauro.workforce.models import Post

_SEATS = """
SELECT allotment.id, unit.path, allotment.block, seat.id, seat.post_id, lower(seat.valid), upper(seat.valid),
       coalesce(bool_or(tenure.id IS NOT NULL AND upper(tenure.valid) IS NULL), false), max(upper(tenure.valid))
FROM workforce_allotment allotment
JOIN organizations_unit unit ON unit.id = allotment.unit_id
LEFT JOIN workforce_seat seat ON seat.allotment_id = allotment.id AND NOT seat.is_exceptional
  AND (upper(seat.valid) IS NULL OR upper(seat.valid) > %(day)s)
LEFT JOIN workforce_tenure tenure ON tenure.seat_id = seat.id AND tenure.withdrawn_at IS NULL
WHERE allotment.domain = %(domain)s AND unit.path = ANY(%(paths)s)
GROUP BY 1, 2, 3, 4, 5, 6, 7, seat.number
ORDER BY unit.path, allotment.block, seat.number
"""


@dataclass(slots=True)
class Free:
    """A seat that is free from a day on, for as long as it is approved."""

    seat_id: UUID
    post_id: UUID | None
    since: dt.date
    upper: dt.date | None


@dataclass(slots=True)
class Seats:
    """Free seats by path of unit and block. ``allotments`` are those given out from, which a writer locks."""

    free: dict[tuple[str, str], list[Free]] = field(default_factory=lambda: defaultdict(list))
    allotments: dict[tuple[str, str], UUID] = field(default_factory=dict)
    begins: dict[tuple[str, str], dt.date] = field(default_factory=dict)
    homes: dict[UUID, tuple[tuple[str, str], Free]] = field(default_factory=dict)
    meant: set[tuple[str, str]] = field(default_factory=set)
    lacking: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def home(self, place: Place, block: str) -> tuple[str, str] | None:
        """Return which establishment a post in a unit counts against: the nearest one upwards, None for none."""
        codes = place.path.rstrip("/").split("/")
        for end in range(len(codes), 0, -1):
            key = ("/".join(codes[:end]) + "/", block)
            if key in self.allotments:
                return key
        return None

    def release(self, seat_id: UUID, since: dt.date) -> None:
        """Let a seat be given out again from a day on: who held it moves by the same import."""
        held = self.homes.get(seat_id)
        if held is not None:
            key, seat = held
            self.free[key].append(Free(seat.seat_id, seat.post_id, max(since, seat.since), seat.upper))

    def take(self, place: Place, post: Post, since: dt.date) -> UUID | Complaint:
        """Return a seat for a post from a day on, and count it as taken; or why there is none."""
        key = self.home(place, post.block)
        if key is None:
            block = str(post.get_block_display()).lower()
            words = _("%(unit)s chưa được giao biên chế khối %(block)s. Hãy ghi quyết định giao biên chế trước.")
            return Complaint("no-seat", words % {"unit": place.name, "block": block})
        seats = self.free[key]
        # Nearly always no seat is meant for one position, and the first that fits is the one.
        any_meant = key in self.meant
        found = None
        for one in seats:
            if one.post_id not in (None, post.pk) or one.since > since or not _covers(one, place):
                continue
            found = found or one
            if one.post_id == post.pk:
                found = one
                break
            if not any_meant:
                break
        if found is not None:
            seats.remove(found)
            return found.seat_id
        self.lacking[key] += 1
        block = str(post.get_block_display()).lower()
        words = _("Đã hết biên chế khối %(block)s của %(unit)s (dòng thứ %(number)d vượt). Hãy điều chỉnh biên chế, "
                  "hoặc bố trí ngoài biên chế ở trang hồ sơ.")  # fmt: skip
        return Complaint("no-seat", words % {"block": block, "unit": place.name, "number": self.lacking[key]})


def load_seats(domain: str, places: Collection[Place], day: dt.date) -> Seats:
    """Return the free seats of the establishments of some units and of those above them. Takes one query."""
    paths = set()
    for place in places:
        codes = place.path.rstrip("/").split("/")
        paths |= {"/".join(codes[:end]) + "/" for end in range(1, len(codes) + 1)}
    seats = Seats()
    with connection.cursor() as cursor:
        cursor.execute(_SEATS, {"domain": domain, "paths": sorted(paths), "day": day})
        for allotment, path, block, seat, post, lower, upper, is_taken, until in cursor:
            key = (path, block)
            seats.allotments[key] = allotment
            if seat is None:
                continue
            seats.begins[key] = min(lower, seats.begins.get(key, lower))
            free = Free(seat, post, max(lower, until) if until else lower, upper)
            seats.homes[seat] = (key, free)
            if post is not None:
                seats.meant.add(key)
            if not is_taken:
                seats.free[key].append(free)
    return seats


def _covers(seat: Free, place: Place) -> bool:
    return seat.upper is None or (place.upper is not None and place.upper <= seat.upper)
