"""Counts the published figures over records: of the people invented, or of those the database holds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sauro.workforce.enums import Sex
from sauro.workforce.rules.terms import after_months

YOUNG_BELOW = 42
MAJORITY = "Kinh"
_POSTGRADUATE = frozenset({"master", "doctor"})
_ADVANCED = frozenset({"advanced", "bachelor"})
KEY_POSTS: Mapping[str, str] = {"DU-BT": "secretary", "DU-PBT": "deputy", "CT": "chair", "HD-CT": "council_chair"}
"""What the figures call the four key posts."""

HEADS: Mapping[str, str] = {"MT-TT": "org_head"}
"""The heads of socio-political organisations; the Front, which these belong to, is none."""

_STANDING = frozenset({"standing", "deputy", "secretary"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What the figures ask of one person. ``block`` is empty for what a committee's record says of its member."""

    block: str
    post: str
    sex: str
    birth_date: dt.date
    ethnicity: str
    education: str
    theory: str
    party_post: str = ""


def count(people: Iterable[Counted], members: Iterable[Counted], day: dt.date) -> dict[str, int]:
    """Return every figure about people by its code: ``people`` hold full posts, ``members`` are those of committees.

    The two are counted apart and never compared: they are records of different domains.
    """
    youngest = after_months(day, -YOUNG_BELOW * 12)
    found: Counter[str] = Counter()
    for one in people:
        _add(found, one, [one.block, KEY_POSTS.get(one.post, ""), HEADS.get(one.post, "")],
             youngest)  # fmt: skip
        found["everyone"] += 1
        if one.post in KEY_POSTS:
            found["key.young"] += one.birth_date > youngest
    for one in members:
        _add(found, one, ["committee", "standing" if one.party_post in _STANDING else ""], youngest)
    return dict(found)


def _add(found: Counter[str], one: Counted, groups: Iterable[str], youngest: dt.date) -> None:
    holds = {
        "": True,
        "female": one.sex == Sex.FEMALE,
        "young": one.birth_date > youngest,
        "minority": one.ethnicity != MAJORITY,
        "known_education": bool(one.education),
        "university": one.education == "university",
        "postgraduate": one.education in _POSTGRADUATE,
        "known_theory": bool(one.theory),
        "advanced": one.theory in _ADVANCED,
        "intermediate": one.theory == "intermediate",
    }
    for group in groups:
        if group:
            found.update(f"{group}.{what}".strip(".") for what, holds_so in holds.items() if holds_so)
