"""The rules with what they say of themselves and how the site uses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sauro.checking.models import RuleSwitch
from vanban.check.reference import FIXES, SCOPES, SEVERITIES, STATUSES, Explanation, explain
from vanban.check.registry import FAMILIES, RULES
from vanban.check.rule import Rule, Status


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule as pages show it."""

    rule: Rule
    switch: RuleSwitch | None

    @property
    def is_off(self) -> bool:
        """Whether the site switched it off."""
        return self.switch is not None and self.switch.is_off

    @property
    def is_preview(self) -> bool:
        """Whether it runs only when asked for."""
        return self.rule.status is Status.PREVIEW

    @property
    def severity(self) -> str:
        """How grave its findings are, in words."""
        return SEVERITIES[self.rule.severity]

    @property
    def status(self) -> str:
        """How far it is trusted, in words."""
        return STATUSES[self.rule.status]

    @property
    def scope(self) -> str:
        """Which documents it speaks about, in words."""
        return SCOPES[self.rule.scope]

    @property
    def fix(self) -> str:
        """What may be done with its corrections, in words."""
        return FIXES[self.rule.fix]

    @property
    def explanation(self) -> Explanation:
        """What it says of itself."""
        return explain(self.rule)


@dataclass(frozen=True, slots=True)
class RuleFamily:
    """Rules of one kind."""

    title: str
    rules: Sequence[ShownRule]


def rule_families() -> list[RuleFamily]:
    """Return all rules by family. Takes one query."""
    switches = {row.code: row for row in RuleSwitch.objects.all()}
    return [
        RuleFamily(family.title, [ShownRule(rule, switches.get(rule.code)) for rule in family.rules])
        for family in FAMILIES.values()
        if family.rules
    ]


def find_rule(code: str) -> ShownRule | None:
    """Return the rule with a code, or None."""
    rule = next((one for one in RULES if one.code == code), None)
    return ShownRule(rule, RuleSwitch.objects.filter(code=code).first()) if rule else None


def rules_switched_off() -> tuple[str, ...]:
    """Return the codes of the rules that do not run at this site, sorted."""
    return tuple(RuleSwitch.objects.filter(is_off=True).order_by("code").values_list("code", flat=True))
