"""The dimensions by which people of a snapshot are counted: how each reads a line, and what it is called.

A dimension is a column of the line, or something worked out of one with the day and the age cut of the question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.headcounts.catalogue import Condition
from sauro.headcounts.enums import Age, Meets, Office, Side
from sauro.headcounts.ethnicity import MAJORITY
from sauro.workforce.enums import Block, FactKind, PostGroup, Sex
from sauro.workforce.ethnic_groups import LABELS
from sauro.workforce.fields import FACTS

Label = str | Promise
USUAL_CUT = 42
"""The age below which a cadre is counted as young (CT 45-CT/TW)."""

CUTS = range(18, 71)
NOT_STATED = _("Chưa có thông tin")


def _levels(kind: FactKind) -> tuple[tuple[Any, Label], ...]:
    return ((0, NOT_STATED), *enumerate((label for _code, label in FACTS[kind].choices), 1))


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something people are counted by. ``values`` are what it can hold, in their order, with their words."""

    code: str
    label: Label
    values: Sequence[tuple[Any, Label]]
    is_sensitive: bool = False

    def words_of(self, value: Any) -> str:
        """Return a value in words."""
        return next((str(label) for one, label in self.values if one == value), str(value))


DIMENSIONS: dict[str, Dimension] = {
    one.code: one
    for one in (
        Dimension("block", _("Khối biên chế"), Block.choices),
        Dimension("group", _("Nhóm vị trí"), PostGroup.choices),
        Dimension("sex", _("Giới tính"), (*Sex.choices, ("", NOT_STATED))),
        Dimension("age", _("Tuổi so với mốc"), (*Age.choices, ("", NOT_STATED))),
        Dimension("decade", _("Nhóm tuổi"), (
            ("u30", _("Dưới 30")), ("u40", _("30–39")), ("u50", _("40–49")), ("u60", _("50–59")), ("o60", _("Từ 60")),
            ("", NOT_STATED),
        )),
        Dimension("education", _("Trình độ chuyên môn"), _levels(FactKind.EDUCATION)),
        Dimension("theory", _("Lý luận chính trị"), _levels(FactKind.THEORY)),
        Dimension("rank", _("Ngạch"), _levels(FactKind.RANK)),
        Dimension("rating", _("Xếp loại"), _levels(FactKind.RATING)),
        Dimension("office", _("Chức danh"), (*Office.choices, ("", _("Khác")))),
        Dimension("committee", _("Cấp ủy"), (
            (0, _("Không")), *_levels(FactKind.PARTY_POST)[1:],
        )),
        Dimension("is_key", _("Chủ chốt"), ((True, _("Chủ chốt")), (False, _("Khác")))),
        Dimension("is_within", _("Bố trí"), ((True, _("Trong biên chế")), (False, _("Ngoài biên chế")))),
        Dimension("standard", _("Chuẩn lý luận chính trị"), (*Meets.choices, ("", _("Vị trí không có chuẩn")))),
        Dimension("is_digital", _("Kỹ năng số"), ((True, _("Đã bồi dưỡng")), (False, _("Chưa")))),
        Dimension("side", _("Dân tộc: Kinh, thiểu số"), (*Side.choices, ("", NOT_STATED)), is_sensitive=True),
        Dimension(
            "ethnicity", _("Dân tộc"), (*LABELS.items(), ("", NOT_STATED)), is_sensitive=True,
        ),
    )
}  # fmt: skip
"""Every dimension by its code."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the derived dimensions depend on: the day, and the age below which somebody is young."""

    day: dt.date
    cut: int = USUAL_CUT

    def born_after(self, years: int) -> dt.date:
        """Return the last birth date of those who have turned ``years`` by the day."""
        year = self.day.year - years
        try:
            return self.day.replace(year=year)
        except ValueError:
            # Whoever was born on 28 February has had the birthday on the 29th of a leap year, on 1 March not yet.
            return self.day.replace(year=year, day=28)

    def column(self, code: str) -> Combinable:
        """Return the expression that reads a dimension from a line. Raises ``KeyError`` for an unknown one."""
        if code == "age":
            return self._case(Q(birth_date__gt=self.born_after(self.cut)), Age.YOUNG.value, Age.OLDER.value)
        if code == "decade":
            steps = [(30, "u30"), (40, "u40"), (50, "u50"), (60, "u60")]
            whens = [When(birth_date__isnull=True, then=Value(""))]
            whens += [When(birth_date__gt=self.born_after(years), then=Value(name)) for years, name in steps]
            return Case(*whens, default=Value("o60"), output_field=CharField())
        if code == "side":
            return Case(
                When(ethnicity="", then=Value("")),
                When(ethnicity=MAJORITY, then=Value(Side.MAJORITY.value)),
                default=Value(Side.MINORITY.value), output_field=CharField(),
            )  # fmt: skip
        if code == "in_post":
            return F("in_post")
        return F(DIMENSIONS[code].code)

    def _case(self, condition: Q, then: str, otherwise: str) -> Case:
        return Case(
            When(birth_date__isnull=True, then=Value("")), When(condition, then=Value(then)), default=Value(otherwise),
            output_field=CharField(),
        )  # fmt: skip

    def q(self, condition: Condition) -> Q:
        """Return a condition over lines."""
        found = Q()
        for code, values in condition.items():
            found &= self._q(code, frozenset(values))
        return found

    def _q(self, code: str, values: frozenset[object]) -> Q:
        if code in {"age", "side", "decade"}:
            allowed = [Q(self._equals(code, value)) for value in values]
            either = Q(pk__in=[])
            for one in allowed:
                either |= one
            return either
        return Q(**{f"{code}__in": sorted(values, key=str)})

    def _equals(self, code: str, value: object) -> Q:
        if code == "side":
            if value == "":
                return Q(ethnicity="")
            majority = Q(ethnicity=MAJORITY)
            return majority if value == Side.MAJORITY else ~majority & ~Q(ethnicity="")
        if value == "":
            return Q(birth_date__isnull=True)
        if code == "age":
            younger = Q(birth_date__gt=self.born_after(self.cut))
            return younger if value == Age.YOUNG else Q(birth_date__lte=self.born_after(self.cut))
        least, below = {"u30": (None, 30), "u40": (30, 40), "u50": (40, 50), "u60": (50, 60), "o60": (60, None)}[
            str(value)
        ]
        found = Q(birth_date__isnull=False)
        if below is not None:
            found &= Q(birth_date__gt=self.born_after(below))
        if least is not None:
            found &= Q(birth_date__lte=self.born_after(least))
        return found
