"""SC: passages taken over from a higher level. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.copying import copied_passage, mostly_copied

RULES: tuple[Rule, ...] = (copied_passage.RULE, mostly_copied.RULE)
