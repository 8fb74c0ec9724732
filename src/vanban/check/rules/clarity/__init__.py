"""6R: the six clears, as far as a document says them. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule

RULES: tuple[Rule, ...] = ()
