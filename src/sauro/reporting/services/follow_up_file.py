"""The follow-up of a directive as a Word file that an office goes on editing, with who took it out on record."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

import docx
from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import _Row

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import VIETNAM, now
from sauro.reporting import events
from sauro.reporting.selectors.follow_up import FollowUp, Part, Point, follow_up
from sauro.tasks.enums import AssignmentState
from sauro.tasks.timeliness import Timeliness

FONT, BODY_SIZE, TABLE_SIZE = "Times New Roman", Pt(14), Pt(11)
_MARGINS = {"top_margin": Mm(20), "bottom_margin": Mm(20), "left_margin": Mm(30), "right_margin": Mm(15)}
_UNDER_WAY = (
    Timeliness.IN_TIME,
    Timeliness.DUE_SOON,
    Timeliness.NO_DEADLINE,
    Timeliness.RECURRING,
    Timeliness.WAITING,
    Timeliness.WAITING_OTHERS,
)
_WIDTHS = (Mm(12), Mm(86), Mm(52), Mm(24), Mm(34), Mm(44))


def follow_up_docx(*, actor: Actor, document_id: UUID) -> tuple[bytes, str]:
    """Return the follow-up as a .docx and its file name. Holds what the actor may see; the export is recorded."""
    shown = follow_up(actor, document_id)
    data = _write(shown)
    with transaction.atomic():
        record_event(
            actor=actor,
            event=events.FOLLOW_UP_EXPORTED,
            obj=shown.document,
            object_text=shown.document.code,
            changes={"rows": sum(len(point.parts) for point in shown.points)},
        )
    return data, f"theo-doi-{shown.document.code}.docx"


def _write(shown: FollowUp) -> bytes:
    word = docx.Document()
    _set_page(word)
    _paragraph(word, _("BÁO CÁO THEO DÕI THỰC HIỆN"), is_bold=True, is_centred=True)
    _paragraph(word, shown.document.title, is_centred=True)
    moment = formats.date_format(timezone.localtime(now(), VIETNAM), "SHORT_DATETIME_FORMAT")
    _paragraph(word, _("Số liệu lúc %(moment)s. %(figures)s") % {"moment": moment, "figures": _in_words(shown)})
    _fill_table(word, shown)
    if shown.directions:
        _paragraph(word, _("Chỉ đạo chung (không theo dõi bằng thời hạn):"), is_bold=True)
        for direction in shown.directions:
            _paragraph(word, f"- {direction.text}")
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _in_words(shown: FollowUp) -> str:
    whole = shown.whole
    words = _(
        "Tổng số %(total)s phần việc: %(done)s đã xong, %(late)s quá hạn, "
        "%(open)s đang làm hoặc chờ xác nhận, %(stopped)s đã dừng."
    ) % {
        "total": whole.total,
        "done": whole.of(Timeliness.DONE_ON_TIME) + whole.of(Timeliness.DONE_LATE),
        "late": whole.of(Timeliness.OVERDUE),
        "open": sum(whole.of(kind) for kind in _UNDER_WAY),
        "stopped": whole.of(Timeliness.STOPPED),
    }
    if not whole.judged:
        return words
    share = formats.number_format(Decimal(str(whole.share)).quantize(Decimal("0.1"), ROUND_HALF_UP))
    return (
        words
        + " "
        + _("Đúng hạn %(share)s%% (%(on_time)s/%(judged)s).")
        % {
            "share": share,
            "on_time": whole.on_time,
            "judged": whole.judged,
        }
    )


def _set_page(word: WordDocument) -> None:
    """A4 across, margins and typeface of NĐ 30/2020/NĐ-CP, Annex I."""
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for name, value in _MARGINS.items():
        setattr(section, name, value)
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY_SIZE


def _paragraph(word: WordDocument, text: str, *, is_bold: bool = False, is_centred: bool = False) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(text).bold = is_bold
    if is_centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _fill_table(word: WordDocument, shown: FollowUp) -> None:
    heads = (_("TT"), _("Nội dung"), _("Đơn vị"), _("Thời hạn"), _("Tình hình"), _("Báo cáo gần nhất"))
    lines = [line for number, point in enumerate(shown.points, 1) for line in _lines(number, point)]
    table = word.add_table(rows=1 + len(lines), cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    rows = list(table.rows)
    _fill_row(rows[0], heads, is_bold=True)
    _repeat(rows[0])
    for row, line in zip(rows[1:], lines, strict=True):
        _fill_row(row, line)


def _lines(number: int, point: Point) -> Iterator[tuple[str, ...]]:
    """The lines of a point: its number and words once, then a line for each body."""
    text = point.obligation.text
    if not point.parts:
        yield str(number), text, _("chưa giao"), "", "", ""
    for index, part in enumerate(point.parts):
        first = (str(number), text) if index == 0 else ("", "")
        yield *first, *_of_part(part)


def _of_part(part: Part) -> tuple[str, str, str, str]:
    row = part.assignment
    due = formats.date_format(row.due_on, "SHORT_DATE_FORMAT") if row.due_on else _("không nêu")
    timeliness = Timeliness(row.timeliness).label  # type: ignore[attr-defined]  # annotated by visible_assignments
    state = AssignmentState(row.state).label
    return f"{row.unit.name} ({row.get_role_display()})", due, f"{timeliness} – {state}", part.last_report


def _fill_row(row: _Row, texts: tuple[str, ...], *, is_bold: bool = False) -> None:
    for cell, text, width in zip(row.cells, texts, _WIDTHS, strict=True):
        cell.width = width
        run = cell.paragraphs[0].add_run(text)
        run.bold, run.font.size = is_bold, TABLE_SIZE


def _repeat(row: _Row) -> None:
    """Have Word print the row again at the head of every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))  # type: ignore[arg-type]  # its stubs want one kind of element
