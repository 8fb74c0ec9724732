"""The figures of part I of the resolution on the commune workforce, each with its line.

The paper counts by hand and contradicts itself in places; ``note`` says how a line is read. ``origin`` tells apart what
is printed, what follows from a printed share, and what nobody published.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Where a number comes from: printed, worked out from a printed share, or invented for want of one."""

    PRINTED = "printed"
    FROM_SHARE = "from_share"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Published:
    """A number by its code, which is that of the count in the figures. ``line`` is paragraph and sentence of part I."""

    code: str
    number: int
    line: str
    origin: Origin = Origin.PRINTED
    note: str = ""


_SHARE, _INVENTED = Origin.FROM_SHARE, Origin.INVENTED
_HEADS_BASE = "no number of heads is printed: five organisations in each of 102 communes, the Front itself is none"

PUBLISHED: tuple[Published, ...] = (
    Published("communes", 102, "1.1"),
    Published("everyone", 47_557, "1.2"),
    Published("everyone.approved", 55_152, "1.2"),
    Published("officials", 7_362, "1.2"),
    Published("officials.approved", 11_185, "1.2"),
    Published("employees", 40_195, "1.2"),
    Published("employees.approved", 43_967, "1.2"),
    Published("officials.female", 3_047, "1.3"),
    Published("employees.female", 22_747, "1.3"),
    Published("officials.minority", 250, "1.4", note="printed over the number of women; the whole is 7.362"),
    Published("employees.minority", 2_010, "1.4", _INVENTED, "the numerator printed is of the young; 5 % chosen"),
    Published("officials.young", 3_186, "1.5"),
    Published("employees.young", 14_279, "1.5"),
    Published("officials.known_education", 6_849, "1.5", note="read as those whose qualifications are on record"),
    Published("officials.university", 6_017, "1.5", note="the highest degree; postgraduates are counted apart"),
    Published("officials.postgraduate", 781, "1.5"),
    Published("employees.known_education", 39_412, "1.5", note="read as those whose qualifications are on record"),
    Published("employees.university", 33_069, "1.5"),
    Published("employees.postgraduate", 606, "1.5"),
    Published("committee.approved", 3_162, "2.1"),
    Published("committee", 2_948, "2.1"),
    Published("committee.female", 770, "2.1", note="26,1 % of those present"),
    Published("committee.young", 701, "2.1", note="23,8 % of those present"),
    Published("committee.minority", 94, "2.1", note="printed over 3.162; 3,2 % of those present"),
    Published("standing.approved", 1_054, "2.1"),
    Published("standing", 1_013, "2.1"),
    Published("standing.female", 206, "2.1", note="printed over 1.054; 20,3 % of those present"),
    Published("standing.young", 133, "2.1", note="printed over 1.054; 13,1 % of those present"),
    Published("standing.minority", 25, "2.1", note="printed over 1.045; 2,5 % of those present"),
    Published("secretary", 102, "2.1"),
    Published("deputy.approved", 204, "2.1", note="two are missing"),
    Published("deputy", 202, "2.1"),
    Published("chair", 102, "2.1"),
    Published("council_chair", 102, "2.1"),
    Published("secretary.female", 16, "2.1", _SHARE, "15,7 % of 102"),
    Published("deputy.female", 47, "2.1", _SHARE, "23,3 % of 202"),
    Published("chair.female", 11, "2.1", _SHARE, "10,8 % of 102"),
    Published("council_chair.female", 27, "2.1", _SHARE, "26,5 % of 102"),
    Published("secretary.postgraduate", 81, "2.2"),
    Published("deputy.postgraduate", 133, "2.2"),
    Published("chair.postgraduate", 70, "2.2"),
    Published("council_chair.postgraduate", 69, "2.2"),
    Published("secretary.advanced", 102, "2.3", _SHARE, "100 %"),
    Published("deputy.advanced", 202, "2.3", _SHARE, "100 %"),
    Published("chair.advanced", 102, "2.3", _SHARE, "100 %"),
    Published("council_chair.advanced", 102, "2.3", _SHARE, "100 %"),
    Published("key.young", 30, "3.4", _INVENTED, "said to be few, without a number; 5,9 % of 508"),
    Published("standing.advanced", 871, "2.3", _SHARE, "86 % of 1.013"),
    Published("org_head", 510, "2.3", _INVENTED, _HEADS_BASE),
    Published("org_head.advanced", 311, "2.3", _SHARE, f"61 %; {_HEADS_BASE}"),
    Published("officials.known_theory", 6_849, "2.3"),
    Published("employees.known_theory", 39_412, "2.3"),
    Published("officials.advanced", 1_248, "2.3"),
    Published("officials.intermediate", 4_543, "2.3"),
    Published("employees.intermediate", 5_466, "2.3"),
)  # fmt: skip

BY_CODE = {one.code: one for one in PUBLISHED}


def number_of(code: str) -> int:
    """Return a figure by its code. Raises ``KeyError``."""
    return BY_CODE[code].number


NOT_IN_DOSSIERS = frozenset({"committee.approved", "standing.approved"})
"""Numbers that a decision lays down for committees: they are no posts, and stand with the figures."""
