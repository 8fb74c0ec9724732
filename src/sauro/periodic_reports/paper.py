"""A report as an official document: what :mod:`vanban.compose` sets as .docx and .pdf. No database.

A joint report carries two annexes: the figures of every unit, and what every unit wrote, so that nothing of a source is
lost on paper either.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from sauro.periodic_reports.content import FigureLine, ReportContent, SectionLine
from sauro.periodic_reports.enums import FigureOrigin, FigureRule, Punctuality
from sauro.periodic_reports.numbers import shown_number
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Numbered,
    Paragraph,
    Row,
    Signature,
    Table,
    dash,
    item,
    section,
)

RATIO_PLACES = 1
_MOST_COLUMNS = 9
"""Figures on one page of the annex; more of them go on another table."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who issues the paper: the lines at its head, symbol, place, who signs; number and day when it has them."""

    upper: tuple[str, ...]
    issuer: tuple[str, ...]
    symbol: str
    place: str
    capacity: tuple[str, ...]
    recipients: tuple[str, ...]
    is_party: bool = False
    signer: str = ""
    number: str = ""
    day: dt.date | None = None
    is_draft: bool = False


def paper_of(content: ReportContent, head: Letterhead) -> Content:
    """Return the report as an official document."""
    return Content(
        kind=Kind.BAO_CAO,
        layout=Layout.PARTY if head.is_party else Layout.STATE,
        header=Header(
            upper=head.upper, issuer=head.issuer, symbol=head.symbol, place=head.place, number=head.number,
            date=head.day, draft=head.is_draft,
        ),
        subject=_subject(content),
        body=tuple(_body(content)),
        signature=Signature(head.capacity, head.signer),
        recipients=head.recipients,
        filing="VT",
        annexes=tuple(_annexes(content)) if content.is_joint else (),
    )  # fmt: skip


def _subject(content: ReportContent) -> str:
    return f"{content.subject} {content.label}"


def _body(content: ReportContent) -> Iterator[Block]:
    words = _("Số liệu từ ngày %(first)s đến hết ngày %(last)s.") % {
        "first": f"{content.first:%d/%m/%Y}",
        "last": f"{content.last:%d/%m/%Y}",
    }
    basis = content.basis.rstrip(" .")
    yield Paragraph(f"{basis}. {words}" if basis else words)
    if content.is_joint:
        yield section(_("Tình hình gửi báo cáo"), *_standing_blocks(content))
    if content.figures:
        yield section(_("Số liệu"), _figure_table(content), *_to_date_note(content))
    for line in content.sections:
        yield section(line.label, *_text_blocks(line))


def _to_date_note(content: ReportContent) -> Iterator[Block]:
    if content.to_date is not None and content.to_date.sent < content.to_date.rounds:
        said = _("Lũy kế chưa có số của %(count)s kỳ trước trong năm mà đơn vị chưa gửi.")
        yield Paragraph(said % {"count": content.to_date.rounds - content.to_date.sent})


def _text_blocks(line: SectionLine) -> Iterator[Block]:
    if not line.text:
        yield Paragraph(_("Không có."))
    for paragraph in line.text.split("\n"):
        words = paragraph.strip()
        if words.startswith(("- ", "– ", "+ ")):
            yield dash(words[2:].strip())
        elif words:
            yield Paragraph(words)


def _figure_table(content: ReportContent) -> Table:
    to_date = content.to_date
    return Table(
        columns=(
            Column(_("TT"), 0.6, Align.CENTER),
            Column(_("Nội dung"), 4.4),
            Column(_("Đơn vị tính"), 1.4, Align.CENTER),
            Column(_("Số liệu"), 1.5, Align.RIGHT),
            *((Column(_("Lũy kế %(year)s") % {"year": to_date.year}, 1.5, Align.RIGHT),) if to_date else ()),
            Column(_("Ghi chú"), 2.6),
        ),
        rows=tuple(
            (
                str(number),
                line.label,
                line.measure,
                figure_text(line),
                *((to_date_text(line),) if to_date else ()),
                _note(line, content),
            )
            for number, line in enumerate(content.figures, 1)
        ),
    )


def figure_text(line: FigureLine) -> str:
    """Return the value of a figure as it is printed."""
    return _number_text(line.value, line.rule)


def to_date_text(line: FigureLine) -> str:
    """Return a figure since the beginning of the year as it is printed."""
    return _number_text(line.to_date, line.rule)


def _number_text(value: Decimal | None, rule: str) -> str:
    if value is None:
        return "–"
    return f"{shown_number(value, places=RATIO_PLACES)}%" if rule == FigureRule.RATIO else shown_number(value)


def _note(line: FigureLine, content: ReportContent) -> str:
    notes = []
    if line.rule == FigureRule.RATIO and line.denominator is not None:
        notes.append(f"{shown_number(line.numerator)}/{shown_number(line.denominator)}")
    if content.is_rolled_up(line) and len(line.parts) != len(content.standings):
        counts = {"counted": len(line.parts), "all": len(content.standings)}
        notes.append(_("%(counted)s/%(all)s đơn vị có số") % counts)
    if line.origin == FigureOrigin.CHANGED:
        notes.append(
            _("Hệ thống: %(value)s. %(reason)s") % {"value": shown_number(line.system_value), "reason": line.reason}
        )
    return "; ".join(notes)


def _standing_blocks(content: ReportContent) -> Iterator[Block]:
    of = {kind: [one for one in content.standings if one.punctuality == kind] for kind in Punctuality}
    sent = len(of[Punctuality.ON_TIME]) + len(of[Punctuality.LATE])
    yield Paragraph(
        _("%(sent)s/%(all)s đơn vị đã gửi báo cáo: %(on_time)s đúng hạn, %(late)s muộn.")
        % {
            "sent": sent,
            "all": len(content.standings),
            "on_time": len(of[Punctuality.ON_TIME]),
            "late": len(of[Punctuality.LATE]),
        }
    )
    if of[Punctuality.LATE]:
        names = [f"{one.unit} ({one.sent_on:%d/%m/%Y})" for one in of[Punctuality.LATE] if one.sent_on]
        yield item(_("Gửi muộn: %(units)s.") % {"units": "; ".join(names)})
    missing = [*of[Punctuality.MISSING], *of[Punctuality.PENDING]]
    if missing:
        yield item(_("Chưa gửi: %(units)s.") % {"units": "; ".join(one.unit for one in missing)})


def _annexes(content: ReportContent) -> Iterator[Annex]:
    added = [line for line in content.figures if line.parts]
    if added:
        tables = [added[start : start + _MOST_COLUMNS] for start in range(0, len(added), _MOST_COLUMNS)]
        yield Annex(
            title=_("Số liệu của từng đơn vị"), body=tuple(_unit_table(lines) for lines in tables), landscape=True
        )
    told = [line for line in content.sections if line.sources]
    if told:
        yield Annex(title=_("Nội dung báo cáo của từng đơn vị"), body=tuple(_source_section(line) for line in told))


def _unit_table(lines: list[FigureLine]) -> Table:
    units = {part.unit_code: part.unit for line in lines for part in line.parts}
    values = {(line.code, part.unit_code): part.value for line in lines for part in line.parts}
    return Table(
        columns=(
            Column(_("TT"), 0.6, Align.CENTER),
            Column(_("Đơn vị"), 4.0),
            *(Column(line.label, 1.4, Align.RIGHT) for line in lines),
        ),
        rows=(
            *(
                (str(number), name, *(_cell(line, values.get((line.code, code))) for line in lines))
                for number, (code, name) in enumerate(units.items(), 1)
            ),
            _total_row(lines),
        ),
    )


def _cell(line: FigureLine, value: Decimal | None) -> str:
    if value is None:
        return "–"
    is_ratio = line.rule == FigureRule.RATIO
    return f"{shown_number(value, places=RATIO_PLACES)}%" if is_ratio else shown_number(value)


def _total_row(lines: list[FigureLine]) -> Row:
    return ("", _("Tổng hợp"), *(figure_text(line) for line in lines))


def _source_section(line: SectionLine) -> Numbered:
    return section(
        line.label,
        *(
            item("", *(Paragraph(words) for words in source.text.split("\n") if words.strip()), heading=source.unit)
            for source in line.sources
        ),
    )
