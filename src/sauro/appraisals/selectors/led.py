"""Whom leaders answer for, and how these stand in a month."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol
from uuid import UUID

from sauro.appraisals.enums import Duty
from sauro.appraisals.models import Sheet
from sauro.appraisals.rules.leadership import Leader
from sauro.appraisals.rules.tasks import Sums
from sauro.appraisals.rulings import Below, Judged, exact_score, leader_of

_AFTER_ANY_CODE = "\uffff"


class Placed(Judged, Protocol):
    """What is judged, with the month, the domain and the path of the unit it belongs to."""

    @property
    def month(self) -> dt.date: ...
    @property
    def domain(self) -> str: ...
    @property
    def path(self) -> str: ...


@dataclass(slots=True)
class _Stand:
    """How somebody stands in a month. ``is_complete``: all planned work done, in time and well."""

    path: str
    duty: str
    name: str
    score: Fraction | None
    is_complete: bool


def _is_complete(assigned: int, quality: int, progress: int) -> bool:
    return min(quality, progress) >= assigned * 100


class Led:
    """Whom leaders answer for, read once for all of them. Whoever was away the whole month bears on nobody."""

    def __init__(self, leaders: Sequence[Placed]) -> None:
        rows = Sheet.objects.filter(
            month__in={one.month for one in leaders}, domain__in={one.domain for one in leaders}, leave=""
        )
        if len(leaders) == 1:
            rows = rows.filter(unit__path__startswith=leaders[0].path)
        self._rows: dict[tuple[dt.date, str], list[_Stand]] = defaultdict(list)
        self._stands: dict[UUID, _Stand] = {}
        columns = ("pk", "month", "domain", "unit__path", "duty", "appointment__person__full_name", "score_exact")
        for sheet_id, month, domain, path, duty, name, score, assigned, quality, progress in rows.values_list(
            *columns, "assigned", "quality", "progress"
        ):
            is_complete = _is_complete(assigned, quality, progress)
            stand = self._stands[sheet_id] = _Stand(path, duty, name, exact_score(score), is_complete)
            self._rows[month, domain].append(stand)
        for held in self._rows.values():
            held.sort(key=lambda one: (one.path, one.name))
        self._paths = {key: [one.path for one in held] for key, held in self._rows.items()}

    def hear(self, sheet_id: UUID, sums: Sums, score: Fraction | None) -> None:
        """Take what somebody's month has just come to, before it is stored."""
        stand = self._stands.get(sheet_id)
        if stand:
            stand.score, stand.is_complete = score, _is_complete(sums.assigned, sums.quality, sums.progress)

    def leader(self, one: Placed, fields: Sequence[str]) -> Leader | None:
        """Return what the three terms of a leader are judged by.

        A leader answers for the staff of the unit and for everybody below it; a head also for the deputies.
        """
        below = list(self._below(one))
        is_complete = all(stand.is_complete for stand in below)
        known = [Below(stand.name, stand.path, stand.score) for stand in below]
        return leader_of(one, known, fields, complete=is_complete)

    def _below(self, one: Placed) -> Iterator[_Stand]:
        answered = (Duty.STAFF, Duty.DEPUTY) if one.duty == Duty.HEAD else (Duty.STAFF,)
        key = one.month, one.domain
        paths = self._paths.get(key, [])
        first, end = bisect_left(paths, one.path), bisect_left(paths, one.path + _AFTER_ANY_CODE)
        for stand in self._rows[key][first:end] if paths else ():
            if stand.path != one.path or stand.duty in answered:
                yield stand
