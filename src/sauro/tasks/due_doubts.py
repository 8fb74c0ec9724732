"""Printed deadlines from which no day follows without a person: two readings, no such day, no year, an unlikely year.

Pure: works on the stored element, needs no database.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vanban.text.dates import find_dates
from vanban.text.normalize import nfc

_DATED = frozenset({"date", "fortnight", "month", "quarter", "half", "year"})
# Has a 29th of February: what does not exist in it exists in no year.
_LONGEST_YEAR = 2028


class DueDoubt(StrEnum):
    """Why a person has to choose the day."""

    TWO_READINGS = "two-readings"
    NO_SUCH_DAY = "no-such-day"
    NO_YEAR = "no-year"
    UNLIKELY = "unlikely"


DOUBT_NOTES: Mapping[DueDoubt, Promise] = {
    DueDoubt.TWO_READINGS: _("có hai cách hiểu, hãy chọn khi sửa"),
    DueDoubt.NO_SUCH_DAY: _("ngày in không có thật, hãy chọn khi sửa"),
    DueDoubt.NO_YEAR: _("chưa rõ năm nào, hãy chọn khi sửa"),
    DueDoubt.UNLIKELY: _("ngày in không hợp lý, hãy chọn khi sửa"),
}

VAGUE_AS_PRINTED = frozenset({DueDoubt.NO_SUCH_DAY, DueDoubt.NO_YEAR})
"""Doubts that make the document itself unclear: it names no day at all."""


def doubt_of(due: Mapping[str, Any] | None) -> DueDoubt | None:
    """Return the doubt about a stored deadline, whether or not a person has chosen a day since."""
    if not due:
        return None
    if len(due.get("readings") or ()) > 1:
        return DueDoubt.TWO_READINGS
    if due.get("kind") in _DATED and not due.get("value"):
        return DueDoubt.NO_YEAR if _is_in_a_calendar(str(due.get("text") or "")) else DueDoubt.NO_SUCH_DAY
    return DueDoubt.UNLIKELY if due.get("value_corrected") else None


def _is_in_a_calendar(phrase: str) -> bool:
    """Tell whether every date in the phrase exists in some year: "15/6" without a year does, "31/02" does not."""
    phrase = nfc(phrase)
    return all(found.last(_LONGEST_YEAR) is not None for found in find_dates(phrase, 0, len(phrase)))
