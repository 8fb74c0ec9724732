"""Tables of targets: a column of indicators, one of units and columns of years or plans, one target a row.

The value is that of the last period of the header that is filled; columns of what has been reached are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.results import Target
from vanban.targets.periods import period_in
from vanban.targets.quantities import parse_number
from vanban.types import Cell, Table

_INDICATOR = re.compile(r"(?:tên\s+|các\s+|nội\s+dung\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|chỉ\s+số)(?:\s|$)", re.I)
_UNIT = re.compile(r"(?:đơn\s+vị(?:\s+tính)?|đvt|đv\s+tính)\W*$", re.I)
_PLANNED = re.compile(
    r"(?:kế\s+hoạch|mục\s+tiêu|chỉ\s+tiêu|phấn\s+đấu|đến\s+năm|năm|kh)?\s*(?:năm\s+)?\d{4}\W*$|giai\s+đoạn\s+\d{4}|"
    r"kế\s+hoạch|mục\s+tiêu\s+đến|chỉ\s+tiêu\s+(?:giao|phấn\s+đấu)",
    re.I,
)
_REACHED = re.compile(r"thực\s+hiện|hiện\s+trạng|kết\s+quả|ước|ƯTH|\bTH\b", re.I)
_NUMBER = re.compile(
    r"(?P<least>[≥>]|trên\s|ít\s+nhất\s|tối\s+thiểu\s)?(?P<most>[≤<]|dưới\s|không\s+quá\s|tối\s+đa\s)?\s*(?P<number>\d[\d.]*(?:,\d+)?)\s*(?P<percent>%)?"
    r"(?:\s*[-–]\s*\d[\d.,]*\s*%?)?",
    re.I,
)
_HEADER_ROWS = 3


def table_targets(text: str, table: Table, period: str | None) -> Iterator[Target]:
    """Yield a target for each row of a table of targets; nothing for other tables."""
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    header = _header(text, rows, table.column_count)
    if header is None:
        return
    last, indicator = header[:2]
    group = ""
    for number in range(last + 1, table.row_count):
        row = rows.get(number, {})
        named = " ".join(text[row[indicator].start : row[indicator].end].split()) if indicator in row else ""
        target = _row_target(text, row, f"{group}: {named}" if group else named, header, period)
        if target:
            yield target
        elif named:
            group = named


_Columns = tuple[int, int, int | None, dict[int, str]]


def _header(text: str, rows: dict[int, dict[int, Cell]], width: int) -> _Columns | None:
    """Last row of the header, the columns of indicator and unit, and the planned columns with their labels."""
    indicator: int | None = None
    unit: int | None = None
    planned: dict[int, str] = {}
    last = -1
    for row in range(_HEADER_ROWS):
        labels = {column: " ".join(text[one.start : one.end].split()) for column, one in rows.get(row, {}).items()}
        if indicator is None:
            indicator = next((column for column, label in labels.items() if _INDICATOR.match(label)), None)
            last = row if indicator is not None else last
        if unit is None:
            unit = next((column for column, label in labels.items() if _UNIT.match(label)), None)
        periods = {
            column: label for column, label in labels.items() if _PLANNED.match(label) and not _REACHED.search(label)
        }
        if (
            indicator is not None
            and periods
            and (row == last or len(periods) == len([one for one in labels.values() if one]))
        ):
            planned = _under_merged(periods, labels, width) if row > last else periods
            last = row
    if indicator is None or unit is None or not planned:
        return None
    return last, indicator, unit, planned


def _under_merged(periods: dict[int, str], labels: dict[int, str], width: int) -> dict[int, str]:
    """The columns of a second header row: formats that cannot merge cells print it from the left."""
    first = min(labels)
    if first > 0:
        return periods
    moved = width - len(labels)
    return {column + moved: label for column, label in periods.items()}


def _row_target(text: str, row: dict[int, Cell], name: str, header: _Columns, period: str | None) -> Target | None:
    _, indicator, unit, planned = header
    named = row.get(indicator)
    filled = [(column, found) for column in sorted(planned) if (found := _figure(text, row.get(column)))]
    if named is None or not name or not filled:
        return None
    column, figure = filled[-1]
    end = row[column].end
    printed = text[row[unit].start : row[unit].end].strip() if unit is not None and unit in row else ""
    year = re.search(r"\d{4}", planned[column])
    operator = ">=" if figure.group("least") else "<=" if figure.group("most") else "="
    stated = period_in(planned[column]) or (year.group() if year else period)
    return Target(
        text[named.start : end], named.start, end, name, operator, parse_number(figure.group("number")),
        "%" if figure.group("percent") else printed or None, stated,
    )  # fmt: skip


def _figure(text: str, cell: Cell | None) -> re.Match[str] | None:
    return _NUMBER.fullmatch(text[cell.start : cell.end].strip()) if cell is not None else None
