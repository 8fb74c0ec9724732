"""A filled form as an official document or workbook, taken out on record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import IO

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.domains import Domain
from sauro.common.errors import DomainError
from sauro.documents.services.composing import PaperKind, composed
from sauro.headcounts import events
from sauro.headcounts.official.declaring import Column, HeadCell, OfficialForm, Value, head_cells
from sauro.headcounts.selectors.official import Filled, FormLine
from sauro.headcounts.services.exporting import FileKind
from sauro.headcounts.services.official_book import form_book
from sauro.organizations.models import Unit
from sauro.organizations.selectors.letterhead import Letterhead, capacity_lines, letterhead_of
from vanban.compose.model import (
    Align,
    Block,
    Cell,
    Content,
    Header,
    Kind,
    Layout,
    Row,
    Signature,
    Table,
)
from vanban.compose.model import Column as PaperColumn
from vanban.compose.typography import bold_width

MOST_ON_PAPER = 500
"""So many lines go on paper at most, some seconds of work; a longer list leaves as a workbook, or unit by unit."""

MOST_IN_BOOK = 10_000
"""So many lines a workbook holds at most: it is made while its reader waits."""

_SIZE, _PADDING, _PORTRAIT, _LANDSCAPE = 9.0, 0.7, 165.0, 252.0
_OWN_SHARE = 4.0
"""The part of the room left over that a column of numbers takes, beside the widths of columns of words."""


def form_file(*, actor: Actor, filled: Filled, place: str, kind: FileKind) -> tuple[IO[bytes], str]:
    """Return a form as an open file with its name, and record that it was taken out. Raises ``too-long``."""
    most = MOST_IN_BOOK if kind == FileKind.XLSX else MOST_ON_PAPER
    if filled.rows > most:
        words = _(
            "Danh sách có %(rows)d dòng, tệp này nhận nhiều nhất %(most)d. Hãy lấy .xlsx, hoặc chọn ít đơn vị hơn."
        )
        raise DomainError("too-long", words % {"rows": filled.rows, "most": most})
    content = official_form(actor, filled, place)
    file: IO[bytes]
    if kind == FileKind.XLSX:
        file = form_book(filled, content, widths_of(filled), head_of(filled.form), notes_of(filled))
    else:
        file = BytesIO(composed(content, PaperKind(kind)))
    scope = filled.scope
    with transaction.atomic():
        record_event(
            actor=actor, event=events.FORM_TAKEN_OUT, object_text=str(filled.form.sign), domain=str(scope.domain),
            unit_id=actor.unit_id,
            changes={
                "form": filled.form.code, "kind": str(kind), "day": scope.day.isoformat(), "rows": filled.rows,
                "people": len(filled.dossiers),
            },
        )  # fmt: skip
    return file, f"bieu-{filled.form.code}-{scope.day:%Y-%m-%d}.{kind}"


def official_form(actor: Actor, filled: Filled, place: str) -> Content:
    """Return what the paper says; number and date are left to whoever issues it."""
    units = Unit.objects.select_related("parent", "territory")
    unit = units.filter(pk=actor.unit_id).first() if actor.unit_id is not None else None
    head = letterhead_of(unit) if unit is not None else Letterhead((), (place,), "")
    day = _("Tính đến ngày %(day)s") % {"day": f"{filled.scope.day:%d/%m/%Y}"}
    if filled.form.looks_ahead:
        day = _("%(day)s, cho khoảng đến ngày %(until)s") % {"day": day, "until": f"{filled.period.until:%d/%m/%Y}"}
    title = str(filled.form.title)
    return Content(
        kind=Kind.BAO_CAO,
        layout=Layout.PARTY if filled.scope.domain == Domain.PARTY else Layout.STATE,
        title=title, subject=f"{place[:1].upper()}{place[1:]}. {day}",
        header=Header(upper=head.upper, issuer=head.issuer, symbol="BC", place=head.place),
        body=tuple(_body(filled)),
        maker=Signature((_("Người lập biểu"),), actor.name),
        signature=Signature(
            capacity_lines(unit, _("Thủ trưởng cơ quan")) if unit is not None else (_("Thủ trưởng cơ quan"),)
        ),
        recipients=(_("Cơ quan yêu cầu báo cáo"),), filing="VT", landscape=is_landscape(filled),
    )  # fmt: skip


def is_landscape(filled: Filled) -> bool:
    """Tell whether the columns need more than the width of an upright page."""
    return sum(needed_widths(filled)) > _PORTRAIT


def _body(filled: Filled) -> Iterator[Block]:
    columns = [PaperColumn("", width, align) for width, align in zip(widths_of(filled), aligns_of(filled), strict=True)]
    counts = not filled.dossiers and not filled.hidden
    unit = _("Biểu %(sign)s. Đơn vị tính: người") if counts else _("Biểu %(sign)s")
    yield Table(
        tuple(columns), tuple(_rows(filled.lines, len(columns))), head=tuple(_head(filled.form)),
        unit=unit % {"sign": filled.form.sign}, numbered_columns=True, dense=True,
        notes=notes_of(filled),
    )  # fmt: skip


def notes_of(filled: Filled) -> tuple[str, ...]:
    """Return what stands below the table: what the form rests on, and what to know of its numbers."""
    return (_("Căn cứ: %(basis)s.") % {"basis": filled.form.basis}, *filled.notes)


def head_of(form: OfficialForm) -> list[HeadCell]:
    """Return the heading of a form, its column of running numbers included."""
    return head_cells(form, _("STT"))


def _head(form: OfficialForm) -> Iterator[Row]:
    for _row, cells in groupby(head_of(form), key=lambda one: one.row):
        yield tuple(Cell(one.text, column_span=one.columns, row_span=one.rows) for one in cells)


def _rows(lines: Sequence[FormLine], columns: int) -> Iterator[Row]:
    for line in lines:
        if line.words:
            yield (Cell(line.words, column_span=columns, bold=True, align=Align.LEFT),)
        elif line.is_total:
            name, *numbers = line.values
            yield (
                "",
                Cell(str(name or _("Tổng cộng")), bold=True),
                *(Cell(_printed(one), bold=True) for one in numbers),
            )
        else:
            yield (str(line.number), *(_printed(value) for value in line.values))


def _printed(value: Value) -> str | int:
    if value is None:
        return ""
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else value


def aligns_of(filled: Filled) -> list[Align]:
    """Return how each column is set: numbers at the right, days and the running number in the middle."""
    plain = [line.values for line in filled.lines if line.values and not line.is_total]
    return [Align.CENTER, *(_align(column, [row[at] for row in plain]) for at, column in enumerate(filled.form.leaves))]


def _align(column: Column, values: Sequence[Value]) -> Align:
    if not column.width:
        return Align.RIGHT
    stated = [value for value in values if value is not None]
    return Align.CENTER if stated and all(isinstance(value, dt.date) for value in stated) else Align.LEFT


def needed_widths(filled: Filled) -> list[float]:
    """Return the least width of each column in millimetres, that of the running numbers first."""
    words = {one.column: one.text for one in head_of(filled.form) if one.columns == 1}
    running = _fitting("STT", f"{filled.rows}")
    found = [running]
    for at, column in enumerate(filled.form.leaves):
        longest = max((f"{line.values[at]:,}" for line in filled.lines if _is_number(line, at)), key=len, default="")
        found.append(max(column.width, _fitting(words[at + 1], longest)))
    return found


def _is_number(line: FormLine, at: int) -> bool:
    return len(line.values) > at and isinstance(line.values[at], int)


def _fitting(heading: str, number: str) -> float:
    texts = [*heading.split(), number]
    return max(bold_width(text, _SIZE) for text in texts) + 2 * _PADDING + 0.5


def widths_of(filled: Filled) -> list[float]:
    """Return the width of each column on its paper in millimetres: room left over goes mostly to those of words."""
    needed = needed_widths(filled)
    room = (_LANDSCAPE if sum(needed) > _PORTRAIT else _PORTRAIT) - sum(needed)
    wordy = [_OWN_SHARE, *(column.width or _OWN_SHARE for column in filled.form.leaves)]
    if room <= 0:
        return needed
    return [width + room * share / sum(wordy) for width, share in zip(needed, wordy, strict=True)]
