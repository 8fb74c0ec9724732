"""SL: figures, ratios, sums. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.figures import ratio_mismatch

RULES: tuple[Rule, ...] = (ratio_mismatch.RULE,)
