"""TD: layout of documents of the State system. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.layout import missing_date, missing_number

RULES: tuple[Rule, ...] = (
    missing_number.RULE,
    missing_date.RULE,
)
