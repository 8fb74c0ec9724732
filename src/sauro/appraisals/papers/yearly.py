"""The form of a year: months with their means, the level somebody gave themselves, the decided one (Mẫu số 02)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.enums import Appraised, SheetState
from sauro.appraisals.models import OwnLevel, Rating, Sheet
from sauro.appraisals.papers.parts import form_header, layout_of, level_row, said, who
from sauro.appraisals.selectors.own_year import PersonYear
from sauro.organizations.models import Appointment, Unit
from vanban.compose.model import Align, Block, Cell, Column, Content, Kind, Paragraph, Row, Signature, Table, section

FORMS = {
    Appraised.CIVIL_SERVANT: (
        gettext_lazy("Mẫu số 02"), gettext_lazy("Phiếu xếp loại chất lượng công chức"),
        gettext_lazy("Công chức tự xếp loại"),
    ),
    Appraised.PUBLIC_EMPLOYEE: (
        gettext_lazy("Phụ lục II"), gettext_lazy("Phiếu xếp loại chất lượng viên chức"),
        gettext_lazy("Viên chức tự xếp loại"),
    ),
    Appraised.CADRE: ("", gettext_lazy("Phiếu xếp loại chất lượng cán bộ"), gettext_lazy("Cán bộ tự xếp loại")),
}  # fmt: skip
QUARTERS = ("I", "II", "III", "IV")
MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class YearPaper:
    """What the form is filled from. ``rating`` is None while its reader may not know of it yet."""

    appointment: Appointment
    unit: Unit
    subject: str
    number: int
    year: PersonYear
    own: OwnLevel | None
    rating: Rating | None


def yearly_form(paper: YearPaper) -> Content:
    """Return the filled form of a year."""
    symbol, title, person = FORMS[Appraised(paper.subject)]
    decided = paper.rating.round if paper.rating and paper.rating.level else None
    return Content(
        kind=Kind.BIEU_MAU,
        layout=layout_of(paper.unit.domain),
        header=form_header(paper.unit, str(symbol), decided.decided_on if decided else None),
        title=str(title),
        subject=_("Năm %(year)s") % {"year": paper.number},
        body=(
            *who(paper.appointment, paper.unit),
            section(_("Tổng hợp kết quả theo dõi, đánh giá"), _months(paper.year)),
            section(str(person), *_own(paper.own)),
            section(_("Kết quả xếp loại của cấp có thẩm quyền"), *_decided(paper.rating)),
        ),
        maker=Signature((str(person),), paper.appointment.person.full_name if paper.own else ""),
        signature=Signature((_("Cấp có thẩm quyền xếp loại"),), decided.decided_by_name if decided else ""),
    )


def _months(year: PersonYear) -> Table:
    return Table(
        (Column(_("Tháng"), 3, Align.CENTER), Column(_("Tổng điểm"), 3, Align.NUMBER), Column(_("Ghi chú"), 8)),
        tuple(_month_rows(year)),
    )


def _month_rows(year: PersonYear) -> Iterator[Row]:
    quarters = iter(year.quarters)
    for number, line in enumerate(year.months, 1):
        yield (str(number), line.score, _note(line.sheets))
        if number % MONTHS_OF_QUARTER == 0:
            words = _("Quý %(quarter)s") % {"quarter": QUARTERS[number // MONTHS_OF_QUARTER - 1]}
            yield (Cell(words, bold=True), Cell(next(quarters, ""), bold=True), _("Trung bình các tháng của quý"))
    for words, value in zip((_("6 tháng đầu năm"), _("6 tháng cuối năm")), year.halves or ["", ""], strict=True):
        yield (Cell(words, bold=True), Cell(value, bold=True), "")
    yield (Cell(_("Cả năm"), bold=True), Cell(year.mean, bold=True), _("Trung bình các tháng có làm việc"))


def _note(sheets: Sequence[Sheet]) -> str:
    notes = []
    for sheet in sheets:
        if sheet.leave:
            notes.append(str(sheet.get_leave_display()))
        elif sheet.is_provisional or sheet.state != SheetState.CLOSED:
            notes.append(_("điểm tạm"))
    return "; ".join(dict.fromkeys(notes))


def _own(own: OwnLevel | None) -> Iterator[Block]:
    yield level_row(own.level if own else "")
    if own and own.note:
        yield from said(own.note)


def _decided(rating: Rating | None) -> Iterator[Block]:
    yield level_row(rating.level if rating else "")
    if rating and rating.level:
        found = rating.round
        held = {"decision": found.decision, "day": f"{found.decided_on:%d/%m/%Y}" if found.decided_on else ""}
        yield Paragraph(_("Quyết định %(decision)s ngày %(day)s.") % held)
        if rating.reason:
            yield Paragraph(_("Lý do: %(reason)s") % {"reason": rating.reason})
