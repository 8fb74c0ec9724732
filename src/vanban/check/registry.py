"""The table of rules, sorted by code."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.dates import date_before_document
from vanban.check.rules.figures import ratio_mismatch
from vanban.check.rules.layout import missing_date, missing_number
from vanban.check.rules.spelling import unbalanced_parenthesis
from vanban.check.rules.structure import duplicate_section_number

RULES: tuple[Rule, ...] = (
    unbalanced_parenthesis.RULE,
    duplicate_section_number.RULE,
    ratio_mismatch.RULE,
    missing_number.RULE,
    missing_date.RULE,
    date_before_document.RULE,
)
