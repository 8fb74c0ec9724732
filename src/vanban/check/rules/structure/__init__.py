"""CT: structure. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.structure import (
    duplicate_section_number,
)

RULES: tuple[Rule, ...] = (duplicate_section_number.RULE,)
