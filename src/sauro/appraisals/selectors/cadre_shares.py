"""How many cadres may stand on the highest level for a year (QĐ 366-QĐ/TW Điều 11).

A fifth of those rated "hoàn thành tốt", a quarter where that was decided for outstanding results: among all cadres of
the committee and inside each group of like duties.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.appraisals.enums import CadrePeriod, LevelChoice
from sauro.appraisals.models import PeriodReview
from sauro.appraisals.rules.quota import GREATEST_SHARE, USUAL_SHARE, most_of
from sauro.appraisals.rulings import settings_of

_GOOD = (LevelChoice.XS, LevelChoice.TOT)


@dataclass(frozen=True, slots=True)
class Room:
    """One circle, all of the committee's ("") or a group's, as if the cadre asked about stood highest.

    ``base``: how many are at "hoàn thành tốt" or better, decided or proposed; ``best``: how many are decided to stand
    highest, the cadre with them; ``most``: how many may, ``greatest``: how many with outstanding results.
    """

    group: str
    base: int
    best: int
    most: int
    greatest: int


def rooms_of(one: PeriodReview) -> list[Room]:
    """Return the circles a cadre's year stands in; none for shorter periods, which the share does not bound."""
    if one.period != CadrePeriod.YEAR:
        return []
    rows = PeriodReview.objects.filter(committee=one.committee_id, year=one.year, period=one.period).exclude(pk=one.pk)
    others = list(rows.values_list("level", "proposed", "like_group"))
    groups = ["", one.like_group] if one.like_group else [""]
    return [_room(one, group, [row[:2] for row in others if not group or row[2] == group]) for group in groups]


def room_words(room: Room) -> str:
    """Return what a circle allows, in words with its figures."""
    words = _(
        "Xuất sắc %(best)d người kể cả người này; được nhiều nhất %(most)d (20 %%), %(greatest)d khi quyết định đến "
        "25 %%, trong %(base)d người từ hoàn thành tốt trở lên của cấp ủy."
    )
    if room.group:
        words = _(
            "Nhóm %(group)s: xuất sắc %(best)d người kể cả người này; được nhiều nhất %(most)d (20 %%), %(greatest)d "
            "khi quyết định đến 25 %%, trong %(base)d người từ hoàn thành tốt trở lên."
        )
    return words % {name: getattr(room, name) for name in ("group", "best", "most", "greatest", "base")}


def _room(one: PeriodReview, group: str, others: list[tuple[str, str]]) -> Room:
    base = 1 + sum((level or proposed) in _GOOD for level, proposed in others)
    best = 1 + sum(level == LevelChoice.XS for level, _proposed in others)
    settings = settings_of(one.settings)
    return Room(group, base, best, most_of(base, USUAL_SHARE, settings), most_of(base, GREATEST_SHARE, settings))
