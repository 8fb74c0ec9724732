"""TG: dates and deadlines. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.dates import date_before_document

RULES: tuple[Rule, ...] = (date_before_document.RULE,)
