"""How many people of each group have what: a table that adds up to the published figures.

Groups do not overlap. The committee holds the key posts, the other members of the standing committee (the chairs of the
Front apart), the heads of mass organisations and the other members; a number of a larger group is the sum over the
groups in it. Where the paper gives only the larger number, the split over the groups is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sauro.workforce.synthetic.published import number_of


class Group(StrEnum):
    """Who somebody is among those the paper counts."""

    SECRETARY = "secretary"
    DEPUTY = "deputy"
    CHAIR = "chair"
    COUNCIL = "council"
    STANDING = "standing"
    FRONT_CHAIR = "front_chair"
    WOMENS_HEAD = "womens_head"
    YOUTH_HEAD = "youth_head"
    OTHER_HEAD = "other_head"
    MEMBER = "member"
    STAFF = "staff"
    NURSERY = "nursery"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    HEALTH = "health"


KEY_GROUPS = (Group.SECRETARY, Group.DEPUTY, Group.CHAIR, Group.COUNCIL)
STANDING_GROUPS = (*KEY_GROUPS, Group.STANDING, Group.FRONT_CHAIR)
FRONT_HEADS = (Group.WOMENS_HEAD, Group.YOUTH_HEAD, Group.OTHER_HEAD)
COMMITTEE_GROUPS = (*STANDING_GROUPS, *FRONT_HEADS, Group.MEMBER)
EMPLOYEE_GROUPS = (Group.NURSERY, Group.PRIMARY, Group.SECONDARY, Group.HEALTH)


@dataclass(frozen=True, slots=True)
class Makeup:
    """How many of a group have what. ``education`` and ``theory`` map a choice to a number; "" is not on record."""

    number: int
    women: int
    young: int
    minority: int
    education: Mapping[str, int]
    theory: Mapping[str, int]


def _leaders(number: int, women: int, young: int, minority: int, postgraduate: int, advanced: int) -> Makeup:
    """Leaders with a degree at least, and intermediate theory at least."""
    education = {"doctor": postgraduate // 40, "master": postgraduate - postgraduate // 40}
    education["university"] = number - postgraduate
    return Makeup(number, women, young, minority, education, {"advanced": advanced, "intermediate": number - advanced})


_LEADERS = {
    Group.SECRETARY: _leaders(102, 16, 5, 2, postgraduate=81, advanced=102),
    Group.DEPUTY: _leaders(202, 47, 12, 5, postgraduate=133, advanced=202),
    Group.CHAIR: _leaders(102, 11, 7, 2, postgraduate=70, advanced=102),
    Group.COUNCIL: _leaders(102, 27, 6, 3, postgraduate=69, advanced=102),
    Group.STANDING: _leaders(403, 80, 91, 10, postgraduate=110, advanced=283),
    Group.FRONT_CHAIR: _leaders(102, 25, 12, 3, postgraduate=30, advanced=80),
    Group.WOMENS_HEAD: _leaders(102, 102, 30, 4, postgraduate=8, advanced=55),
    Group.YOUTH_HEAD: _leaders(102, 22, 102, 4, postgraduate=10, advanced=45),
    Group.OTHER_HEAD: _leaders(306, 60, 20, 11, postgraduate=20, advanced=211),
    Group.MEMBER: _leaders(1_425, 380, 416, 50, postgraduate=150, advanced=50),
}


def _staff() -> Makeup:
    """The rest of the cadres and civil servants: what the leaders leave of each published number."""

    def rest(name: str) -> int:
        return number_of(f"officials.{name}")

    leaders = _LEADERS.values()
    number = number_of("officials") - sum(one.number for one in leaders)
    unknown = number_of("officials") - rest("known_education")
    postgraduate = rest("postgraduate") - sum(one.education["doctor"] + one.education["master"] for one in leaders)
    university = rest("university") - sum(one.education["university"] for one in leaders)
    lower = number - unknown - postgraduate - university
    advanced = rest("advanced") - sum(one.theory["advanced"] for one in leaders)
    intermediate = rest("intermediate") - sum(one.theory["intermediate"] for one in leaders)
    return Makeup(
        number,
        rest("female") - sum(one.women for one in leaders),
        rest("young") - sum(one.young for one in leaders),
        rest("minority") - sum(one.minority for one in leaders),
        {"": unknown, "master": postgraduate, "university": university, "college": lower - 20, "intermediate": 20},
        {"": unknown, "advanced": advanced, "intermediate": intermediate,
         "elementary": number - unknown - advanced - intermediate},
    )  # fmt: skip


def _employees() -> Makeup:
    """All public employees together: only sex is told apart by kind of unit."""
    number, educated = number_of("employees"), number_of("employees.known_education")
    postgraduate, university = number_of("employees.postgraduate"), number_of("employees.university")
    intermediate = number_of("employees.intermediate")
    lower, advanced, elementary = educated - postgraduate - university, 240, 12_000
    education = {
        "": number - educated, "doctor": 6, "master": postgraduate - 6, "university": university,
        "college": lower - 1_400, "intermediate": 1_400,
    }  # fmt: skip
    theory = {
        "": number - educated, "advanced": advanced, "intermediate": intermediate, "elementary": elementary,
        "none": educated - advanced - intermediate - elementary,
    }  # fmt: skip
    women, young, minority = (number_of(f"employees.{name}") for name in ("female", "young", "minority"))
    return Makeup(number, women, young, minority, education, theory)


OFFICIALS: Mapping[Group, Makeup] = {**_LEADERS, Group.STAFF: _staff()}
EMPLOYEES = _employees()
WOMEN_RATES = {Group.NURSERY: 0.93, Group.PRIMARY: 0.55, Group.SECONDARY: 0.42, Group.HEALTH: 0.45}
"""How the women among the public employees lie over the kinds of units; their number is met whatever these say."""


def shared_out(total: int, weights: list[float]) -> list[int]:
    """Divide a number by weights: each part is within one of its share, and the parts add up to it.

    By largest remainders; of equal ones the earlier comes first.
    """
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda at: (parts[at] - exact[at], at))
    for at in order[: total - sum(parts)]:
        parts[at] += 1
    return parts
