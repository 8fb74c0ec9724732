"""Content as JSON, the form that ``compose.reading`` reads; what has its default is left out."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from vanban.compose.model import Content, Numbered, Paragraph, Table
from vanban.compose.typography import number


def content_to_json(content: Content) -> str:
    """``content`` as one JSON object with Vietnamese letters as they are."""
    return json.dumps(content_to_value(content), ensure_ascii=False, indent=1)


def content_to_value(content: Content) -> dict[str, Any]:
    """``content`` as values that JSON knows.

    Numbers with decimals become ``float``, as JSON has no others; those that would lose a digit become what is printed.
    """
    value = _value(content)
    return value if isinstance(value, dict) else {}


def _value(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value) if Decimal(repr(float(value))).as_tuple() == value.as_tuple() else number(value)
    if isinstance(value, tuple):
        return [_value(entry) for entry in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value)
    return value


def _object(value: Any) -> dict[str, object]:
    made: dict[str, object] = {}
    if isinstance(value, Numbered):
        made["type"] = value.level.value
    elif isinstance(value, (Paragraph, Table)):
        made["type"] = type(value).__name__.lower()
    for field in fields(value):
        own = getattr(value, field.name)
        if field.name != "level" and (field.default is MISSING or own != field.default):
            made[field.name] = _value(own)
    return made
