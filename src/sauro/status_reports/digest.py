"""The SHA-256 over the rows of a report, so that anybody can prove that an issued report has not changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from sauro.status_reports.models import ReportRow

GONE = "[đã tiêu hủy]"
"""What a purge leaves where the words of a document stood."""

_FIELDS = (
    "position", "assignment_id", "group", "code", "wording", "source_text", "unit_id", "unit_name", "giver_unit_id",
    "giver_name", "role", "point", "given_on", "due_on", "due_original", "handed_in_on", "closed_on", "days_late",
    "progress", "reason", "reason_origin",
)  # fmt: skip
_HELD = ("giver_days", "other_days")


def digest_of(rows: Iterable[ReportRow]) -> str:
    """Return the digest over rows in their order, as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for row in rows:
        values = [str(getattr(row, name)) for name in _FIELDS]
        # Rows counted before these were known have none of them, and their digest stays what it was.
        values += [f"{name}={getattr(row, name)}" for name in _HELD if getattr(row, name)]
        digest.update(json.dumps(values, ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()
