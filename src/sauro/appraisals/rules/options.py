"""What the law leaves open, as settings with a default; each is argued in docs/domain/appraisal-rules.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin, get_type_hints

from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import exact
from sauro.appraisals.rules.instruments import QD366, RuleSet

TERMS = ("a", "b", "c", "d", "đ", "e")


@dataclass(frozen=True, slots=True)
class Settings:
    """One reading of one rule set.

    - period: score by month or by quarter. provisional: provisional periods count in means, or not. moved: one month
      spent in several units.
    - points_cap: where the 70 points end, at the points or at each of a, b, c. empty_plan: without planned work there
      is no score, or the added work is the plan. pending_products: those not yet decided count provisionally or not.
    - between_results: term đ when neither of its two cases is found. no_subordinates: term d without scored ones.
    - threshold: levels compare the exact score or the shown one. failed_conditions: the score fits a level whose
      conditions fail. targets: how many of the five basic targets must fail.
    - cap_base: the highest level is a share of "hoàn thành tốt" alone, or of it and better. small_groups: a share below
      one person.
    - Deductions are whole per cent of a product's points each time; weights and criteria are the unit's regulation.
    """

    rules: RuleSet
    period: Literal["month", "quarter"] = "month"
    points_cap: Literal["points", "terms"] = "points"
    empty_plan: Literal["not_scored", "added_as_plan"] = "not_scored"
    pending_products: Literal["provisional", "left_out"] = "provisional"
    between_results: Literal["full", "half"] = "full"
    no_subordinates: Literal["full", "left_out"] = "full"
    threshold: Literal["exact", "shown"] = "exact"
    provisional: Literal["counted", "left_out"] = "counted"
    moved: Literal["by_days", "mean", "longest"] = "by_days"
    cap_base: Literal["good_only", "good_or_better"] = "good_only"
    small_groups: Literal["strict", "at_least_one"] = "strict"
    failed_conditions: Literal["lower_level", "authority"] = "lower_level"
    targets: Literal["all", "any"] = "all"
    failure_deduction: int = 25
    late_deduction: int = 25
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    criteria: Mapping[str, Fraction] = field(default_factory=dict)


def settings_for(rules: RuleSet, given: Mapping[str, object] | None = None) -> Settings:
    """The settings of a rule set with those given put in. Numbers come as text, as in the conformance format.

    Raises RuleError for a name or value that does not exist and for what the instrument leaves no choice in.
    """
    settings = Settings(rules)
    if "failed_conditions" in rules.fixed:
        settings = replace(settings, failed_conditions="authority")
    if rules is QD366:
        settings = replace(settings, period="quarter")
    known = {one.name for one in fields(Settings)} - {"rules"}
    read: dict[str, Any] = {}
    for name, value in (given or {}).items():
        if name not in known:
            raise RuleError("unknown_setting", name)
        read[name] = _read(name, value)
        if name in rules.fixed and read[name] != getattr(settings, name):
            raise RuleError("setting_fixed", name)
    return replace(settings, **read)


_HINTS = get_type_hints(Settings)


def _read(name: str, value: object) -> object:
    hint = _HINTS[name]
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise RuleError("setting_value", name)
        return value
    return _per_cent(name, value) if hint is int else _numbers(name, value)


def _per_cent(name: str, value: object) -> int:
    number = exact(value, name) if isinstance(value, (str, int)) else Fraction(-1)
    if not 0 <= number <= 100 or number.denominator != 1:
        raise RuleError("setting_value", name)
    return int(number)


def _numbers(name: str, value: object) -> dict[str, Fraction]:
    if not isinstance(value, Mapping):
        raise RuleError("setting_value", name)
    numbers = {str(code): exact(one, name) for code, one in value.items()}
    if any(number < 0 for number in numbers.values()) or (name == "weights" and not set(numbers) <= set(TERMS)):
        raise RuleError("setting_value", name)
    return numbers
