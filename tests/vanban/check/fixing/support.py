"""Findings whose correction is safe, for any text."""

from __future__ import annotations

from vanban.check.registry import RULES
from vanban.check.rule import Fix
from vanban.results import Finding

SAFE = next(rule for rule in RULES if rule.fix is Fix.SAFE)


def change(text: str, old: str, new: str) -> Finding:
    """A finding at the last place of ``old`` in ``text`` that expects ``new``."""
    start = text.rindex(old)
    return Finding(SAFE.code, SAFE.name, SAFE.severity, old, start, start + len(old), "sai", expected=new)
