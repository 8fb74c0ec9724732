"""CT: structure. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.structure import (
    duplicate_section_number,
    list_starts_late,
    mixed_numbering,
    number_of_another_section,
    number_out_of_order,
    skipped_level,
    skipped_number,
)

RULES: tuple[Rule, ...] = (
    duplicate_section_number.RULE,
    skipped_number.RULE,
    number_out_of_order.RULE,
    mixed_numbering.RULE,
    skipped_level.RULE,
    number_of_another_section.RULE,
    list_starts_late.RULE,
)
