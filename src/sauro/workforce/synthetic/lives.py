"""What the dossiers of the synthetic province say beyond the published figures: ranks, ratings, training, moves, homes.

All of it is invented. The shares of ratings and of digital training lie below the targets of the resolution.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sauro.workforce.enums import Block, FactKind
from sauro.workforce.rules.terms import after_months
from sauro.workforce.synthetic.people import Invented
from sauro.workforce.synthetic.strata import KEY_GROUPS, Group

SINCE = dt.date(2025, 7, 1)
"""The first day of the communes of two tiers."""

_RATED_ON = dt.date(2025, 12, 31)
_RATINGS = (("excellent", 0.14), ("well", 0.795), ("done", 0.0625), ("failed", 0.0025))
_DIGITAL, _JOB = 0.61, 0.45
_JOINED_LATER = 0.08
_LATER_MONTHS = 9
_NOT_LOCAL = {Group.SECRETARY: 0.78, Group.CHAIR: 0.4, Group.COUNCIL: 0.2}
_USUALLY_AWAY = 0.12
_ROTATED = {Group.SECRETARY: 0.7, Group.CHAIR: 0.2, Group.DEPUTY: 0.15}
_SECONDED = 0.03
_DEGREE_AT, _THEORY_AT = 22 * 12, 24 * 12
_SUBJECTS = {
    "CV-DD": "Quản lý đất đai", "CV-TC": "Tài chính - ngân hàng", "CV-CDS": "Công nghệ thông tin",
    "CV-DT": "Kinh tế đầu tư", "GV-MN": "Giáo dục mầm non", "GV-TH": "Giáo dục tiểu học",
    "GV-CS": "Sư phạm", "YT-BS": "Y khoa", "YT-DD": "Điều dưỡng",
}  # fmt: skip
_USUAL_SUBJECTS = ("Luật", "Hành chính công", "Kinh tế", "Quản trị kinh doanh", "Xã hội học", "Văn hóa học")


@dataclass(frozen=True, slots=True)
class Said:
    """A fact of a dossier: from which day on, the choice, the words beside it, and a number."""

    kind: FactKind
    since: dt.date
    value: str
    detail: str = ""
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """What is invented beside the figures. ``home`` is the number of the commune somebody comes from."""

    since: dt.date
    recruited_on: dt.date
    home: int
    facts: tuple[Said, ...]


class Lives:
    """Invents lives in the order of the people, from one source of chance."""

    def __init__(self, day: dt.date, communes: int) -> None:
        self._random = Random("lives")  # noqa: S311 -- an invented story, no secret
        self._day, self._communes = day, communes

    def of(self, one: Invented) -> Life:
        """Return the life of somebody."""
        draw = self._random.random
        since = SINCE
        if one.place.group in (Group.STAFF, Group.NURSERY, Group.PRIMARY, Group.SECONDARY, Group.HEALTH):
            months = 1 + int(draw() * _LATER_MONTHS)
            later = after_months(SINCE, months)
            since = later if draw() < _JOINED_LATER and later <= self._day else SINCE
        recruited = min(after_months(one.birth_date, _DEGREE_AT + int(draw() * 36)), since)
        is_away = draw() < _NOT_LOCAL.get(one.place.group, _USUALLY_AWAY)
        home = (one.place.commune + 1 + int(draw() * (self._communes - 1))) % self._communes
        return Life(since, recruited, home if is_away else one.place.commune, tuple(self._facts(one, since)))

    def _facts(self, one: Invented, since: dt.date) -> Iterator[Said]:
        draw = self._random.random
        yield from trained(one, self._subject(one))
        yield Said(FactKind.RANK, since, _rank(one))
        if self._day >= _RATED_ON and since <= _RATED_ON:
            yield Said(FactKind.RATING, _RATED_ON, self._rating())
        if draw() < _DIGITAL:
            yield Said(FactKind.TRAINING, since, "digital", "Kỹ năng số cơ bản", 16)
        if draw() < _JOB:
            yield Said(FactKind.TRAINING, since, "job", "Bồi dưỡng theo vị trí việc làm", 40)
        yield from self._moves(one)

    def _subject(self, one: Invented) -> str:
        usual = _USUAL_SUBJECTS[int(self._random.random() * len(_USUAL_SUBJECTS))]
        return _SUBJECTS.get(one.place.post, usual)

    def _rating(self) -> str:
        left = self._random.random()
        for value, share in _RATINGS:
            if left < share:
                return value
            left -= share
        return "well"

    def _moves(self, one: Invented) -> Iterator[Said]:
        """Rotations of leaders began with the two tiers or in the two years before, secondments since then."""
        draw = self._random.random
        if draw() < _ROTATED.get(one.place.group, 0):
            yield Said(FactKind.MOVE, after_months(SINCE, -int(draw() * 24)), "rotation", "Luân chuyển")
        elif one.place.group == Group.STAFF and draw() < _SECONDED:
            since = after_months(SINCE, int(draw() * 16) - 12)
            if since <= self._day:
                yield Said(FactKind.MOVE, since, "secondment", "Biệt phái")


def trained(one: Invented, subject: str) -> Iterator[Said]:
    """Yield the degree and the theory of somebody, where they are on record."""
    if one.education:
        yield Said(FactKind.EDUCATION, after_months(one.birth_date, _DEGREE_AT), one.education, subject)
    if one.theory:
        yield Said(FactKind.THEORY, after_months(one.birth_date, _THEORY_AT), one.theory)


def _rank(one: Invented) -> str:
    if one.place.group in KEY_GROUPS:
        return "principal"
    if one.place.block == Block.EMPLOYEES and one.place.post == "NV-TH":
        return "staff"
    return "specialist" if one.education in ("university", "master", "doctor") else "officer"
