"""Keeps the words of documents out of events, which are sealed and can never be taken back.

A model whose rows may turn out to carry a state secret has a property ``event_text``: the code by which its events
name it. Of the changed values only codes, figures, dates and marks are kept; a value with words in it is replaced by a
dash. What the row held stays in the row history, which a purge can reach (docs/domain/secrecy.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

HIDDEN = "—"
_LONGEST_CODE = 64


def text_of(obj: Model | None) -> str:
    """Return how an event names its object: its code where words must stay out, else its usual name."""
    if obj is None:
        return ""
    return str(getattr(obj, "event_text", None) or obj)


def kept_changes(obj: Model | None, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changed values as the event may keep them."""
    return {key: _kept(value) for key, value in changes.items()} if hasattr(obj, "event_text") else dict(changes)


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_CODE and not any(char.isspace() for char in value) else HIDDEN
    if isinstance(value, Mapping):
        return {key: _kept(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_kept(inner) for inner in value]
    return value
