"""CH: spelling and typing. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.spelling import unbalanced_parenthesis

RULES: tuple[Rule, ...] = (unbalanced_parenthesis.RULE,)
