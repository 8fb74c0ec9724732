"""SC: passages taken over from a higher level. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule

RULES: tuple[Rule, ...] = ()
