"""What has changed in the data since a report was counted, row by row, for the same period and the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.status_reports.enums import Group
from sauro.status_reports.models import ReportRow, StatusReport
from sauro.status_reports.selectors.counting import count_rows

_COMPARED: tuple[tuple[str, str | Promise], ...] = (
    ("group", _("Tình hình")),
    ("due_on", _("Thời hạn")),
    ("handed_in_on", _("Ngày nộp")),
    ("closed_on", _("Ngày kết thúc")),
    ("days_late", _("Số ngày quá hạn")),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact of a row: what the report says and what the data say now, in words."""

    label: str | Promise
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what it was. Without ``changes`` it is new (``is_new``) or no longer counted."""

    row: ReportRow
    changes: Sequence[Change]
    is_new: bool = False


def differences(report: StatusReport) -> list[Difference]:
    """Compare a report with the data of now. Takes two queries."""
    then = {row.assignment_id: row for row in report.rows.all()}
    return list(_compare(then, count_rows(report)))


def _compare(then: dict[UUID, ReportRow], current: Sequence[ReportRow]) -> Iterator[Difference]:
    for row in current:
        before = then.pop(row.assignment_id, None)
        if before is None:
            yield Difference(row, (), is_new=True)
        elif changes := _changes(before, row):
            yield Difference(before, changes)
    for row in then.values():
        yield Difference(row, ())


def _changes(before: ReportRow, row: ReportRow) -> list[Change]:
    found = []
    for name, label in _COMPARED:
        old, new = getattr(before, name), getattr(row, name)
        if old != new:
            found.append(Change(label, _in_words(name, old), _in_words(name, new)))
    return found


def _in_words(name: str, value: object) -> str:
    if value is None:
        return "–"
    if name == "group":
        return str(Group(str(value)).label)
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)
