"""How sure a task is. A start value for the rule that decided, less for what had to be inferred."""

from __future__ import annotations

from vanban.tasks.zones import Zone

_BY_RULE = {
    "explicit-order": 0.96,
    "item": 0.92,
    "item-of-body": 0.85,
    "labelled-lines": 0.95,
    "table-row": 0.95,
    "closing-formula": 0.93,
    "closing-order": 0.85,
    "split-other-lead": 0.92,
    "split-own-delivery": 0.85,
    "split-restated-lead": 0.9,
    "split-conditional-report": 0.9,
    "lead-in-obliges": 0.8,
    "lead-in-clauses": 0.8,
    "opening-order": 0.7,
}
"""Set by hand; to be replaced by shares measured on the annotated set (docs/domain/algorithms/extraction.md)."""
_UNNAMED_LEAD = 0.12
_NEUTRAL_ZONE = 0.05


def confidence_of(why: str, lead_source: str | None, zone: Zone) -> float:
    """A value from 0 to 1: the chance that the unit is a task and cut right."""
    value = _BY_RULE.get(why, 0.8)
    if lead_source is None:
        value -= _UNNAMED_LEAD
    if zone is not Zone.DIRECTIVE and lead_source != "explicit":
        value -= _NEUTRAL_ZONE
    return round(value, 2)
