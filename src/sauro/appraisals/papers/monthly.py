"""The form of a month: points of the general criteria, the result, words, and the work behind it (Mẫu số 01)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.badges import item_badges
from sauro.appraisals.criteria_words import CRITERIA
from sauro.appraisals.enums import Appraised, SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.papers.parts import form_header, layout_of, said, who
from sauro.appraisals.rules.appraisal import Appraisal
from sauro.appraisals.rules.figures import UNIT, exact, plain, shown
from sauro.appraisals.selectors.sheets import SheetPage, ShownItem
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Cell,
    Column,
    Content,
    Kind,
    Paragraph,
    Row,
    Signature,
    Table,
    dash,
    item,
    section,
)

FORMS = {
    Appraised.CIVIL_SERVANT: (
        gettext_lazy("Mẫu số 01"), gettext_lazy("Phiếu theo dõi, đánh giá công chức"), gettext_lazy("Công chức")
    ),
    Appraised.PUBLIC_EMPLOYEE: (
        "", gettext_lazy("Phiếu theo dõi, đánh giá viên chức"), gettext_lazy("Viên chức")
    ),
    Appraised.CADRE: ("", gettext_lazy("Phiếu theo dõi, đánh giá cán bộ"), gettext_lazy("Cán bộ")),
}  # fmt: skip
GROUPS: Mapping[str, object] = {
    "I": gettext_lazy("Phẩm chất và ý thức kỷ luật, kỷ cương"),
    "II": gettext_lazy("Năng lực, trách nhiệm, thái độ, phối hợp"),
    "III": gettext_lazy("Đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm"),
}
TERMS: Mapping[str, object] = {
    "a": gettext_lazy("Số lượng"), "b": gettext_lazy("Chất lượng"), "c": gettext_lazy("Tiến độ"),
    "d": gettext_lazy("Kết quả hoạt động của đơn vị"), "đ": gettext_lazy("Khả năng tổ chức triển khai"),
    "e": gettext_lazy("Năng lực tập hợp, đoàn kết"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion with its greatest points, the person's own and those of the head; None where none were given."""

    code: str
    most: Fraction
    own: Fraction | None
    given: Fraction | None


def monthly_form(page: SheetPage) -> Content:
    """Return the filled form of a sheet, for whoever may see it: work they may not open has no words in it."""
    sheet = page.sheet
    symbol, title, person = FORMS[Appraised(sheet.subject)]
    return Content(
        kind=Kind.BIEU_MAU,
        layout=layout_of(sheet.domain),
        header=form_header(sheet.unit, str(symbol), sheet.confirmed_at.date() if sheet.confirmed_at else None),
        title=str(title),
        subject=_("(Kỳ theo dõi, đánh giá: tháng %(month)s)") % {"month": f"{sheet.month:%m/%Y}"},
        body=(
            *who(sheet.appointment, sheet.unit),
            section(_("Kết quả theo dõi, đánh giá theo tiêu chí chung"), _criteria_table(_criteria(page))),
            section(_("Tổng hợp kết quả theo dõi, đánh giá"), *_results(page)),
        ),
        maker=Signature(
            (str(person), _("tự đánh giá")), sheet.appointment.person.full_name if sheet.submitted_at else ""
        ),
        signature=Signature((_("Cấp có thẩm quyền"), _("theo dõi, đánh giá")), sheet.confirmed_by_name),
        annexes=tuple(_annexes(page)),
    )


def _self(sheet: Sheet) -> str:
    """The name of the person stands under the form once they handed it over."""
    return str(sheet.appointment.person.full_name) if sheet.submitted_at else ""


def _criteria(page: SheetPage) -> list[Criterion]:
    sheet = page.sheet
    return [
        Criterion(code, exact(most), _given(sheet.own_points, code), _given(sheet.points, code))
        for code, most in page.limits
    ]


def _given(points: Mapping[str, str], code: str) -> Fraction | None:
    return exact(points[code]) if code in points else None


def _criteria_table(criteria: Sequence[Criterion]) -> Table:
    return Table(
        (
            Column(_("TT"), 1, Align.CENTER), Column(_("Tiêu chí chấm điểm"), 8),
            Column(_("Điểm tối đa"), 2, Align.NUMBER),
            Column(_("Cá nhân tự chấm"), 2, Align.NUMBER), Column(_("Cấp có thẩm quyền đánh giá"), 2.4, Align.NUMBER),
        ),
        tuple(_criteria_rows(criteria)),
        numbered_columns=True,
    )  # fmt: skip


def _criteria_rows(criteria: Sequence[Criterion]) -> Iterator[Row]:
    group = ""
    for one in criteria:
        above, _dot, below = one.code.partition(".")
        if above in GROUPS and above != group:
            group = above
            yield _sum_row(
                above, str(GROUPS[above]), [other for other in criteria if other.code.startswith(f"{above}.")]
            )
        words = next((str(CRITERIA[code]) for code in CRITERIA if _lies_in(one.code, code)), "")
        yield (below or one.code, words, plain(one.most), _points(one.own), _points(one.given))
    yield _sum_row("", _("Tổng điểm tiêu chí chung"), criteria)


def _lies_in(code: str, known: str) -> bool:
    return code == known or code.startswith(f"{known}.")


def _sum_row(code: str, words: str, criteria: Sequence[Criterion]) -> Row:
    own, given = _total([one.own for one in criteria]), _total([one.given for one in criteria])
    cells = (code, words, plain(sum((one.most for one in criteria), Fraction())), _points(own), _points(given))
    return _bold(*cells)


def _bold(*texts: str) -> Row:
    return tuple(Cell(text, bold=True) for text in texts)


def _total(points: Sequence[Fraction | None]) -> Fraction | None:
    known = [one for one in points if one is not None]
    return sum(known, Fraction()) if known and len(known) == len(points) else None


def _points(value: Fraction | None) -> str:
    return plain(value) if value is not None else ""


def _results(page: SheetPage) -> Iterator[Block]:
    sheet, criteria = page.sheet, _criteria(page)
    own, given = _total([one.own for one in criteria]), _total([one.given for one in criteria])
    results = page.appraisal.score.results if page.appraisal else None
    yield Table(
        (
            Column(_("Nội dung"), 8), Column(_("Cá nhân tự chấm"), 2.4, Align.NUMBER),
            Column(_("Cấp có thẩm quyền đánh giá"), 2.6, Align.NUMBER),
        ),
        (
            (_("Điểm tiêu chí chung"), _score(own), _score(given)),
            (_("Điểm tiêu chí kết quả thực hiện nhiệm vụ"), _score(results), _score(results)),
            *((words, share, share) for words, share in _terms(page.appraisal)),
            _bold(_("Tổng điểm theo dõi, đánh giá"), _score(_sum(own, results)), _score(_sum(given, results))),
        ),
    )  # fmt: skip
    yield from _remarks(sheet)


def _remarks(sheet: Sheet) -> Iterator[Block]:
    if sheet.leave:
        yield Paragraph(_("Nghỉ cả tháng: %(leave)s.") % {"leave": sheet.get_leave_display().lower()})
    if sheet.is_provisional:
        yield Paragraph(_("Điểm tạm: còn việc chờ xác nhận hoặc chờ bổ sung danh mục."))
    if sheet.state != SheetState.CLOSED:
        yield Paragraph(_("Phiếu chưa chốt (%(state)s).") % {"state": sheet.get_state_display().lower()})
    yield item("", *said(sheet.own_note), heading=_("Ưu điểm"))
    yield item("", *said(sheet.own_shortcomings), heading=_("Hạn chế, khuyết điểm"))
    yield item("", *said(sheet.comment), heading=_("Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá"))


def _terms(appraisal: Appraisal | None) -> Iterator[tuple[str, str]]:
    for name, value in (appraisal.score.terms if appraisal else {}).items():
        yield f"{TERMS[name]} ({name})", f"{shown(value * 100)} %"


def _sum(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one + other if one is not None and other is not None else None


def _score(value: Fraction | None) -> str:
    return shown(value) if value is not None else ""


def _annexes(page: SheetPage) -> Iterator[Annex]:
    """The work that was counted, and how the points come of it."""
    if page.items:
        yield Annex(_("Sản phẩm, công việc trong kỳ"), (_work_table(page.items),), landscape=True, reference="")
    if page.appraisal:
        lines = tuple(dash(f"{line.text} [{line.article}]") for line in page.appraisal.lines)
        yield Annex(_("Cách tính điểm"), lines, reference="")


def _work_table(items: Sequence[ShownItem]) -> Table:
    return Table(
        (
            Column(_("TT"), 1, Align.CENTER), Column(_("Mã"), 3), Column(_("Việc"), 9), Column(_("Sản phẩm"), 6),
            Column(_("Số lượng"), 1.6, Align.NUMBER), Column(_("Đơn vị chuẩn"), 1.8, Align.NUMBER),
            Column(_("Loại"), 2.4), Column(_("Kết quả"), 4),
        ),
        tuple(_work_row(number, one) for number, one in enumerate(items, 1)),
    )  # fmt: skip


def _work_row(number: int, shown_item: ShownItem) -> Row:
    one = shown_item.item
    is_open = shown_item.may_open or one.plan_item is None
    return (
        str(number),
        shown_item.code if is_open else "–",
        one.words if is_open else _("Việc của đơn vị khác"),
        f"{one.product.code} – {one.product.product}" if one.product else "",
        one.quantity,
        plain(Fraction(one.units, UNIT)) if one.units else "",
        str(one.get_kind_display()),
        "; ".join(str(badge.text) for badge in item_badges(one)),
    )
