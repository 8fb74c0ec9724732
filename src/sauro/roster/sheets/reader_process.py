"""What reads a table that somebody sent: a process of its own that a hostile file may crash, fill or stall.

``python -I -m sauro.roster.sheets.reader_process ORDER < file`` with ORDER as JSON: ``kind`` (``book`` or ``csv``),
``sheet`` (its number, or null for the first that holds anything), ``encoding`` (of a .csv; empty: found out),
``seconds``, ``megabytes``, ``most_rows``, ``most_columns``.

It prints one line of JSON, then a line of JSON for each column with its distinct values, then, for each column, the
place of each row's value among them as 32 bit numbers of this machine. A year of 55.000 people is some thousand
distinct values: what comes after converts each of them once. Days are printed as ``{"day": "2026-11-25"}``. A file
that cannot be read answers ``{"error": CODE}``.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from array import array
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any, BinaryIO

from sauro.common.limits import limit_this_process

ENCODINGS = ("utf-8", "utf-16", "cp1258")
"""What a .csv may be written in, in the order of trying."""
_DELIMITERS = ";\t,|"
_SAMPLE_LINES = 20


class _RefusedError(Exception):
    """The file cannot be read; the code says why."""


def main() -> int:
    """Read standard input and print what is in it."""
    order = json.loads(sys.argv[1])
    limit_this_process(seconds=order["seconds"], megabytes=order["megabytes"])
    data, out = sys.stdin.buffer.read(), sys.stdout.buffer
    try:
        head, rows = _read_csv(data, order) if order["kind"] == "csv" else _read_book(data, order)
        _print(out, head, *_columns(rows, order))
    except _RefusedError as refused:
        out.write(json.dumps({"error": str(refused)}).encode() + b"\n")
    except (MemoryError, RecursionError, OverflowError):
        out.write(json.dumps({"error": "too-big"}).encode() + b"\n")
    out.flush()
    return 0


def _read_book(data: bytes, order: dict[str, Any]) -> tuple[dict[str, Any], Iterable[Sequence[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 -- a .csv does not need it

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = list(book.sheet_names)
        numbers = [order["sheet"]] if order["sheet"] is not None else range(len(names))
        if numbers and not 0 <= numbers[0] < len(names):
            raise _RefusedError("no-sheet")
        for number in numbers:
            sheet = book.get_sheet_by_index(number)
            if sheet.start is not None and sheet.end is not None:
                break
        else:
            raise _RefusedError("empty")
        if sheet.start is None or sheet.end is None:
            raise _RefusedError("empty")
        if sheet.end[0] >= order["most_rows"] or sheet.end[1] >= order["most_columns"]:
            raise _RefusedError("too-big")
        merged = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
    except (CalamineError, IndexError) as error:
        raise _RefusedError("unreadable") from error
    head = {"sheets": names, "sheet": number, "merged": merged, "left": sheet.start[1], "encoding": ""}
    return head, sheet.iter_rows()


def _read_csv(data: bytes, order: dict[str, Any]) -> tuple[dict[str, Any], Iterable[Sequence[Any]]]:
    encoding, text = _decoded(data, order["encoding"])
    if "\0" in text:
        raise _RefusedError("unreadable")
    sample = text.splitlines()[:_SAMPLE_LINES]
    delimiter = max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in sample))
    head = {"sheets": [], "sheet": 0, "merged": [], "left": 0, "encoding": encoding}
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise _RefusedError("unreadable") from error
    if not any(any(row) for row in rows):
        raise _RefusedError("empty")
    return head, rows


def _decoded(data: bytes, asked: str) -> tuple[str, str]:
    """Return the encoding and the text. A mark at the beginning decides, then what can be read without a fault."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and not asked:
        asked = "utf-16"
    for encoding in (asked,) if asked in ENCODINGS else ("utf-8", "cp1258"):
        try:
            return encoding, data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
        except UnicodeDecodeError:
            continue
    raise _RefusedError("encoding")


def _columns(rows: Iterable[Sequence[Any]], order: dict[str, Any]) -> tuple[int, list[dict[Any, int]], list[Any]]:
    """Return the number of rows and, for each column, its distinct values and the place of each row's among them."""
    tables: list[dict[Any, int]] = []
    places: list[array[int]] = []
    height = 0
    for row in rows:
        while len(tables) < len(row):
            if len(tables) >= order["most_columns"]:
                raise _RefusedError("too-big")
            tables.append({"": 0})
            places.append(array("I", bytes(4 * height)))
        for table, place, value in zip(tables, places, row, strict=False):
            # True equals 1 and 1 equals 1.0: only text is its own key.
            key = value if type(value) is str else (type(value), value)
            place.append(table.setdefault(key, len(table)))
        for place in places[len(row) :]:
            place.append(0)
        height += 1
        if height > order["most_rows"]:
            raise _RefusedError("too-big")
    return height, tables, places


def _print(out: BinaryIO, head: dict[str, Any], height: int, tables: list[dict[Any, int]], places: list[Any]) -> None:
    out.write(json.dumps({**head, "height": height, "columns": len(tables)}).encode() + b"\n")
    for table in tables:
        values = [_plain(key if isinstance(key, str) else key[1]) for key in table]
        out.write(json.dumps(values, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    for place in places:
        out.write(place.tobytes())


def _plain(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return {"day": value.date().isoformat()}
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value


if __name__ == "__main__":
    sys.exit(main())
