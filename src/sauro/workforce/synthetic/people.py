"""Invents the people of the synthetic province: who sits where, and what their dossiers say. Touches no database.

The method is a draw without replacement from a fixed seed. Each group has its number of places and of people; an
attribute that so many of a group have is dealt to so many of its people, each attribute with a deck of its own. Every
published number is then met exactly, and attributes of one group meet in a person no more often than chance has it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from sauro.workforce.enums import Sex
from sauro.workforce.rules.retirement import latest_birth_retired
from sauro.workforce.rules.terms import after_months
from sauro.workforce.synthetic.published import number_of
from sauro.workforce.synthetic.shape import COMMUNES, SCARCE, STATE_BODIES, Place
from sauro.workforce.synthetic.strata import (
    COMMITTEE_GROUPS,
    EMPLOYEE_GROUPS,
    EMPLOYEES,
    OFFICIALS,
    STANDING_GROUPS,
    WOMEN_RATES,
    Group,
    shared_out,
)

YOUNG_BELOW = 42
"""The age below which the resolution counts somebody as young, in years."""

_YEAR = 12
_YOUNGEST, _STILL_YOUNG, _NO_MORE_YOUNG = 25, YOUNG_BELOW - 1, YOUNG_BELOW + 1
"""Ages in years: nobody turns 42 in the year before the day of loading, or in the year after it."""

_FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trương",
    "Đinh", "Lâm", "Mai", "Tô", "Cao",
)  # fmt: skip
_MIDDLE = {
    Sex.FEMALE: ("Thị", "Ngọc", "Kim", "Thu", "Mỹ", "Hồng"), Sex.MALE: ("Văn", "Hữu", "Minh", "Quốc", "Công", "Thành"),
}  # fmt: skip
_GIVEN = (
    "An", "Bình", "Châu", "Giang", "Hà", "Khánh", "Lan", "Long", "Mai", "Nam", "Phúc", "Sơn", "Tâm", "Yến", "Hải",
    "Hiền", "Hòa", "Lâm", "Linh", "Minh", "Ngân", "Phương", "Quang", "Thanh", "Thảo", "Trung", "Vân", "Xuân",
)  # fmt: skip
_INVENTED = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")
_MINORITIES = ("Khmer", "Khmer", "Hoa", "Chăm", "Khmer", "Hoa")
MAJORITY = "Kinh"

_NO_DEGREE = frozenset({"college", "intermediate"})
_PARTY = {Group.SECRETARY: "secretary", Group.DEPUTY: "deputy"}


@dataclass(slots=True)
class Invented:
    """Somebody in a place. ``party_post`` is a choice of that kind of fact; "" for what is not on record."""

    place: Place
    name: str = ""
    sex: Sex = Sex.MALE
    birth_date: dt.date = dt.date.min
    is_young: bool = False
    ethnicity: str = MAJORITY
    education: str = ""
    theory: str = ""
    party_post: str = ""


def people_for(every: Sequence[Place], day: dt.date) -> dict[int, Invented]:
    """Return who sits where, by the number of the place; a place without anybody is vacant. Ages are those on ``day``.

    The same places and the same day give the same people.
    """
    found = {at: Invented(every[at]) for at in sorted(_taken(every))}
    by_group: dict[Group, list[Invented]] = defaultdict(list)
    for one in found.values():
        by_group[one.place.group].append(one)
    _deal_officials(by_group)
    _deal_employees([one for group in EMPLOYEE_GROUPS for one in by_group[group]], by_group)
    for one in found.values():
        one.party_post = _party_post(one.place.group)
    _give_births(found.values(), day)
    _give_names(found.values())
    return found


def _taken(every: Sequence[Place]) -> Iterator[int]:
    """Yield the numbers of the places with somebody in them: so many of each group as there are people."""
    places: dict[Group, list[int]] = defaultdict(list)
    for at, place in enumerate(every):
        places[place.group].append(at)
    for group, makeup in OFFICIALS.items():
        if group == Group.STAFF:
            yield from _drawn_by_weight(every, places[group], makeup.number)
        else:
            yield from _all_but_a_few(places[group], makeup.number)
    employees = [at for group in EMPLOYEE_GROUPS for at in places[group]]
    yield from _drawn_by_weight(every, sorted(employees), number_of("employees"))


def _all_but_a_few(places: Sequence[int], number: int) -> list[int]:
    """Leave the places that are too many vacant, spread evenly, and never the first of a commune's."""
    vacant = len(places) - number
    left_out = {(2 * step + 1) * len(places) // (2 * vacant) | 1 for step in range(vacant)}
    return [at for number, at in enumerate(places) if number not in left_out]


def _drawn_by_weight(every: Sequence[Place], places: Sequence[int], number: int) -> list[int]:
    """Draw places, one after the other, each commune with a fullness of its own; heads are always there."""
    random = Random(f"places {number}")  # noqa: S311 -- an invented story, no secret
    fullness = [random.uniform(0.45, 1.6) for _commune in range(COMMUNES)]

    def key(at: int) -> float:
        place = every[at]
        weight = fullness[place.commune] * (0.45 if place.post in SCARCE else 1.0)
        drawn: float = random.random() ** (1 / weight)
        return 2.0 if place.post in _HEADS else drawn

    return sorted(places, key=key, reverse=True)[:number]


_HEADS = frozenset({"GD-HCC", "HT", "TTYT"})


def _deal_officials(by_group: Mapping[Group, Sequence[Invented]]) -> None:
    for group, makeup in OFFICIALS.items():
        own = by_group[group]
        for name, number in (("women", makeup.women), ("young", makeup.young), ("minority", makeup.minority)):
            _mark(own, name, number, deck=group)
        _deal_training(own, makeup.education, makeup.theory, deck=group)
    _keep_small_numbers_together(by_group[Group.STAFF])


def _keep_small_numbers_together(staff: Sequence[Invented]) -> None:
    """Let those without a degree work in the State's bodies: a handful of them elsewhere would withhold every figure
    that the other domains release of degrees, as one to four people must not be made out.
    """
    elsewhere = [one for one in staff if one.place.suffix not in STATE_BODIES and one.education in _NO_DEGREE]
    with_degree = [one for one in staff if one.place.suffix in STATE_BODIES and one.education == "university"]
    for one, other in zip(elsewhere, with_degree, strict=False):
        one.education, other.education = other.education, one.education


def _deal_employees(everybody: Sequence[Invented], by_group: Mapping[Group, Sequence[Invented]]) -> None:
    weights = [WOMEN_RATES[group] * len(by_group[group]) for group in EMPLOYEE_GROUPS]
    for group, number in zip(EMPLOYEE_GROUPS, shared_out(EMPLOYEES.women, weights), strict=True):
        _mark(by_group[group], "women", number, deck=group)
    _mark(everybody, "young", EMPLOYEES.young, deck="employees")
    _mark(everybody, "minority", EMPLOYEES.minority, deck="employees")
    _deal_training(everybody, EMPLOYEES.education, EMPLOYEES.theory, deck="employees")


def _deck(count: int, name: str) -> list[int]:
    """Return the numbers below ``count`` in an order that depends on the name alone."""
    order = list(range(count))
    Random(name).shuffle(order)  # noqa: S311 -- as above
    return order


def _mark(people: Sequence[Invented], what: str, number: int, *, deck: str) -> None:
    for turn, at in enumerate(_deck(len(people), f"{deck} {what}")[:number]):
        one = people[at]
        if what == "women":
            one.sex = Sex.FEMALE
        elif what == "young":
            one.is_young = True
        else:
            one.ethnicity = _MINORITIES[turn % len(_MINORITIES)]


def _deal_training(
    people: Sequence[Invented], education: Mapping[str, int], theory: Mapping[str, int], *, deck: str
) -> None:
    """Deal degrees, then theory; whose degree is not on record has no theory on record either."""
    dealt = [choice for choice, number in education.items() for _one in range(number)]
    for at, choice in zip(_deck(len(people), f"{deck} education"), dealt, strict=True):
        people[at].education = choice
    known = [one for one in people if one.education]
    dealt = [choice for choice, number in theory.items() if choice for _one in range(number)]
    for at, choice in zip(_deck(len(known), f"{deck} theory"), dealt, strict=True):
        known[at].theory = choice


def _party_post(group: Group) -> str:
    if group not in COMMITTEE_GROUPS:
        return ""
    return _PARTY.get(group, "standing" if group in STANDING_GROUPS else "member")


def _give_births(people: Iterable[Invented], day: dt.date) -> None:
    random = Random("births")  # noqa: S311 -- as above
    spans = {}
    for sex in Sex:
        # Whoever is born then or later still works in the month after.
        oldest = latest_birth_retired(after_months(day, 1), is_female=sex == Sex.FEMALE)
        spans[sex, False] = _span(oldest, after_months(day, -_NO_MORE_YOUNG * _YEAR))
        spans[sex, True] = _span(
            after_months(day, -_STILL_YOUNG * _YEAR) + dt.timedelta(days=1), after_months(day, -_YOUNGEST * _YEAR)
        )
    for one in people:
        first, days = spans[one.sex, one.is_young]
        one.birth_date = first + dt.timedelta(days=int(random.random() * days))


def _span(first: dt.date, last: dt.date) -> tuple[dt.date, int]:
    return first, (last - first).days + 1


def _give_names(people: Iterable[Invented]) -> None:
    """Name everybody as invented; the same name comes again only after all of a sex have been used."""
    random = Random("names")  # noqa: S311 -- as above
    every = {
        sex: [
            f"{family} {middle} {given} {mark}"
            for family in _FAMILY
            for middle in middles
            for given in _GIVEN
            for mark in _INVENTED
        ]
        for sex, middles in _MIDDLE.items()
    }
    used = dict.fromkeys(every, 0)
    for names in every.values():
        random.shuffle(names)
    for one in people:
        names = every[one.sex]
        one.name = names[used[one.sex] % len(names)]
        used[one.sex] += 1
