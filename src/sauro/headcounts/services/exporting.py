"""The report as an official document and as a workbook, taken out on record."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.documents.services.composing import PaperKind, composed
from sauro.headcounts import events
from sauro.headcounts.selectors.report import Line, Report, words_above, words_below
from sauro.headcounts.sentences import change_of, in_digits, in_percent, more_than, notes_of, sentences_of
from sauro.organizations.models import Unit
from sauro.organizations.selectors.letterhead import capacity_lines, letterhead_of
from sauro.ui.lists.export import CellFormats, write_labelled, write_values
from vanban.compose.model import (
    Align,
    Block,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Paragraph,
    Signature,
    Table,
    section,
)

_WIDTHS = (26, 60, 14, 52, 14, 11, 14, 14, 11, 12, 40)


class FileKind(StrEnum):
    """The files a report leaves as."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


def report_file(
    *, actor: Actor, report: Report, before: Report | None, place: str, kind: FileKind
) -> tuple[IO[bytes], str]:
    """Return a report as an open file with its name, and record that it was taken out.

    It holds what the report on the page holds: numbers that are withheld from its reader are withheld here.
    """
    if kind == FileKind.XLSX:
        file = _workbook(actor, report, before, place)
    else:
        file = BytesIO(composed(official_content(actor, report, before, place), PaperKind(kind)))
    day = report.scope.day
    with transaction.atomic():
        record_event(
            actor=actor, event=events.TAKEN_OUT, object_text=f"{day:%d/%m/%Y}", domain=str(report.scope.domain),
            changes={"kind": str(kind), "day": day.isoformat(), "full": report.is_full},
        )  # fmt: skip
    return file, f"so-lieu-doi-ngu-{day:%Y-%m-%d}.{kind}"


def official_content(actor: Actor, report: Report, before: Report | None, place: str) -> Content:
    """Return what the document says; its number and date are left to whoever issues it."""
    units = Unit.objects.select_related("parent", "territory")
    unit = units.filter(pk=actor.unit_id).first() if actor.unit_id is not None else None
    head = letterhead_of(unit) if unit is not None else None
    day = f"{report.scope.day:%d/%m/%Y}"
    return Content(
        kind=Kind.BAO_CAO,
        layout=Layout.PARTY if report.scope.domain == Domain.PARTY else Layout.STATE,
        subject=_("Số liệu đội ngũ cán bộ, công chức, viên chức %(place)s tại ngày %(day)s")
        % {"place": place, "day": day},
        header=Header(
            upper=head.upper if head else (), issuer=head.issuer if head else (place,), symbol="BC",
            place=head.place if head else "",
        ),
        body=tuple(_body(report, before)),
        signature=Signature(
            capacity_lines(unit, _("Thủ trưởng cơ quan")) if unit is not None else (_("Thủ trưởng cơ quan"),), ""
        ),
        recipients=(_("Cơ quan yêu cầu báo cáo"),),
        filing="VT",
    )  # fmt: skip


def _body(report: Report, before: Report | None) -> Iterator[Block]:
    for part, lines in report.parts:
        shown = [line for line in lines if line.shares]
        if not shown:
            continue
        words = [Paragraph(text) for text in sentences_of(shown, report.scope.cut)]
        yield section(str(part.title), *words, _table(shown, report, before))
    notes = [Paragraph(text) for text in notes_of(report, before)]
    if notes:
        yield section(_("Ghi chú về số liệu"), *notes)


def _table(lines: list[Line], report: Report, before: Report | None) -> Table:
    columns = [
        Column(_("Nội dung"), 6), Column(_("Số lượng"), 2, Align.RIGHT), Column(_("Trên tổng số"), 5),
        Column(_("Số lượng"), 2, Align.RIGHT), Column(_("Tỷ lệ (%)"), 1.6, Align.RIGHT),
    ]  # fmt: skip
    if before is not None:
        columns.append(Column(_("Tăng, giảm so với %(day)s") % {"day": f"{before.scope.day:%d/%m/%Y}"}, 2, Align.RIGHT))
    rows = []
    for line in lines:
        row = [
            words_above(line.figure, report.scope.cut), in_digits(line.numerator), words_below(line.figure),
            in_digits(line.denominator), in_percent(line.percent) or "–",
        ]  # fmt: skip
        if before is not None:
            row.append(change_of(line, before.line(line.figure.code)) or "–")
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows))


def _workbook(actor: Actor, report: Report, before: Report | None, place: str) -> IO[bytes]:
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats = CellFormats(book)
    sheet = book.add_worksheet(_("Số liệu"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(_heads(before)):
        sheet.write_string(0, column, head, formats.head)
    rows = (
        _values(str(part.title), line, report, before) for part, lines in report.parts for line in lines if line.shares
    )
    for place_in_sheet, values in enumerate(rows, 1):
        write_values(sheet, place_in_sheet, values, formats)
    about = book.add_worksheet(_("Thông tin"))
    about.set_column(0, 1, 60)
    lines: list[tuple[str, Any]] = [
        (_("Phạm vi"), place), (_("Khối"), report.scope.domain.label), (_("Số liệu tại ngày"), report.scope.day),
        (_("Tuổi trẻ là dưới"), report.scope.cut), (_("Người xuất"), actor.name), (_("Lúc"), now()),
        *((_("Ghi chú"), text) for text in notes_of(report, before)),
    ]  # fmt: skip
    write_labelled(about, lines, formats)
    book.close()
    file.seek(0)
    return file


def _heads(before: Report | None) -> list[str]:
    heads = [
        _("Phần"), _("Tử số"), _("Số lượng"), _("Mẫu số"), _("Số lượng mẫu"), _("Tỷ lệ (%)"),
    ]  # fmt: skip
    if before is not None:
        day = f"{before.scope.day:%d/%m/%Y}"
        heads += [f"{_('Tử số')} {day}", f"{_('Mẫu số')} {day}", f"{_('Tỷ lệ (%)')} {day}", _("Tăng, giảm")]
    return heads


def _values(part: str, line: Line, report: Report, before: Report | None) -> list[Any]:
    values: list[Any] = [
        part, words_above(line.figure, report.scope.cut), _number(line.numerator), words_below(line.figure),
        _number(line.denominator), _ratio(line),
    ]  # fmt: skip
    if before is not None:
        other = before.line(line.figure.code)
        values += [
            other.numerator if other else None, other.denominator if other else None, _ratio(other) if other else None,
            more_than(line, other),
        ]  # fmt: skip
    return values


def _number(number: int | None) -> int | str:
    return in_digits(None) if number is None else number


def _ratio(line: Line) -> float | None:
    return None if line.percent is None else float(line.percent)
