"""The instruments in force, from when and for whom, and the article behind each clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sauro.appraisals.rules.errors import RuleError


class Subject(StrEnum):
    """Who or what is appraised."""

    CIVIL_SERVANT = "civil_servant"
    ORGANISATION = "organisation"
    PUBLIC_EMPLOYEE = "public_employee"
    PUBLIC_UNIT = "public_unit"
    CADRE = "cadre"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One instrument. ``fixed`` names the settings it leaves no choice in; ``articles`` cites clause by clause."""

    code: str
    title: str
    valid_from: date
    subjects: frozenset[Subject]
    fixed: frozenset[str]
    articles: Mapping[str, str]

    def cite(self, clause: str) -> str:
        """The article of a clause with the instrument's name: "Điều 14 khoản 2 điểm a NĐ 335/2025/NĐ-CP"."""
        return f"{self.articles[clause]} {self.title}"


ND335 = RuleSet(
    code="nd-335-2025",
    title="NĐ 335/2025/NĐ-CP",
    valid_from=date(2026, 1, 1),
    subjects=frozenset({Subject.CIVIL_SERVANT, Subject.ORGANISATION}),
    fixed=frozenset({"failure_deduction", "late_deduction", "weights"}),
    articles={
        "catalogue": "Điều 13 khoản 1",
        "pending": "Điều 13 khoản 3",
        "assigned": "Điều 14 khoản 1, Điều 18 khoản 1 điểm d",
        "a": "Điều 14 khoản 2 điểm a",
        "b": "Điều 14 khoản 2 điểm b",
        "c": "Điều 14 khoản 2 điểm c",
        "d": "Điều 15 khoản 3 điểm a",
        "đ": "Điều 15 khoản 3 điểm b",
        "e": "Điều 15 khoản 3 điểm c",
        "deputy": "Điều 15 khoản 4",
        "k": "Điều 16 khoản 1",
        "k_leader": "Điều 16 khoản 2",
        "general": "Điều 12 khoản 2, Phụ lục I",
        "results": "Điều 12 khoản 3",
        "score": "Điều 17 khoản 1",
    },
)

ND233 = RuleSet(
    code="nd-233-2026",
    title="NĐ 233/2026/NĐ-CP",
    valid_from=date(2026, 7, 1),
    subjects=frozenset({Subject.PUBLIC_EMPLOYEE, Subject.PUBLIC_UNIT}),
    fixed=frozenset({"failed_conditions"}),
    articles={
        "catalogue": "Điều 12 khoản 5",
        "pending": "Điều 12 khoản 5",
        "assigned": "Điều 11 khoản 2 điểm a",
        "a": "Điều 11 khoản 2 điểm a",
        "b": "Điều 11 khoản 2 điểm b",
        "c": "Điều 11 khoản 2 điểm c",
        "d": "Điều 11 khoản 3 điểm b",
        "đ": "Điều 11 khoản 3 điểm c",
        "e": "Điều 11 khoản 3 điểm d",
        "deputy": "Điều 11 khoản 3 điểm b",
        "k": "Điều 12 khoản 5 và quy chế của đơn vị,",
        "k_leader": "Điều 12 khoản 5 và quy chế của đơn vị,",
        "general": "Điều 10, Phụ lục I",
        "results": "Điều 11 khoản 1",
        "score": "Điều 3 khoản 5",
    },
)

# The text at hand gives the scale (30 + 70) and the levels, no formula: the terms are those of the decrees.
_CADRE = "thang 30 + 70 điểm,"
QD366 = RuleSet(
    code="qd-366-2025",
    title="QĐ 366-QĐ/TW",
    valid_from=date(2025, 8, 30),
    subjects=frozenset({Subject.CADRE}),
    fixed=frozenset(),
    articles=dict.fromkeys(ND335.articles, _CADRE),
)

RULE_SETS = {rules.code: rules for rules in (ND335, ND233, QD366)}


def rule_set_for(subject: Subject, day: date, *, unit_has_regulation: bool = False) -> RuleSet:
    """The instrument in force for a subject on a day, as a rule the last day of the period or year.

    NĐ 335/2025 Điều 27 khoản 1; NĐ 233/2026 Điều 19 khoản 1 and, for a unit that has not issued its own regulation at
    the rating of 2026, Điều 20 khoản 1: the rules of before, which are not carried here. QĐ 366-QĐ/TW from its date.
    """
    for rules in RULE_SETS.values():
        if subject in rules.subjects and day >= rules.valid_from:
            if rules is ND233 and not unit_has_regulation:
                raise RuleError("old_rules" if day.year == ND233.valid_from.year else "regulation_missing")
            return rules
    raise RuleError("no_rule_set")
