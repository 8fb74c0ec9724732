"""Everything a person has in appraisals of a year, as a workbook: the sheets, the work, the reckoning, who looked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import IO, Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals.badges import item_badges
from sauro.appraisals.criteria_words import words_of
from sauro.appraisals.models import Claim, PeriodReview, Rating, Sign
from sauro.appraisals.rules.figures import UNIT, exact, rounded
from sauro.appraisals.selectors.cadres import CadreFile, own_file
from sauro.appraisals.selectors.fair_play import signs_of
from sauro.appraisals.selectors.looks import looks_at_cadre, looks_of_others
from sauro.appraisals.selectors.own_levels import own_level
from sauro.appraisals.selectors.ratings import own_ratings
from sauro.appraisals.selectors.sheets import SheetPage, get_sheet_page, own_sheets
from sauro.appraisals.sign_words import question_of
from sauro.audit.registry import event_label
from sauro.common.errors import DomainError
from sauro.ui.lists.export import CellFormats, write_values

_WIDTH = 24


def own_data_file(*, actor: Actor, year: int) -> tuple[IO[bytes], str]:
    """Return the actor's own data of a year as an open workbook, and its name. Raises ``no-sheet``."""
    pages = [get_sheet_page(actor, sheet.pk) for sheet in own_sheets(actor, year=year)]
    if not pages:
        raise DomainError("no-sheet", _("Năm này bạn chưa có phiếu đánh giá tháng nào."))
    # Owned by the caller, who hands it to the answer that closes it.
    file = tempfile.TemporaryFile(suffix=".xlsx")  # noqa: SIM115 -- see above
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    for title, heads, rows in _tables(actor, pages, year):
        _write(book, title, heads, rows)
    book.close()
    file.seek(0)
    return file, f"danh-gia-cua-toi-{year}.xlsx"


def _write(book: Any, title: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    sheet, formats = book.add_worksheet(title), CellFormats(book)
    sheet.set_column(0, len(heads) - 1, _WIDTH)
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, formats.head)
    for place, values in enumerate(rows, 1):
        write_values(sheet, place, values, formats)


def _tables(
    actor: Actor, pages: Sequence[SheetPage], year: int
) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
    yield (
        _("Phiếu"),
        [_("Tháng"), _("Chức danh"), _("Đơn vị"), _("Trạng thái"), _("Điểm"), _("Điểm tạm"), _("Ưu điểm"),
         _("Hạn chế, khuyết điểm"), _("Nhận xét"), _("Người xác nhận"), _("Xác nhận lúc"), _("Chốt lúc")],
        (_of_sheet(page) for page in pages),
    )  # fmt: skip
    yield (
        _("Tiêu chí chung"),
        [_("Tháng"), _("Tiêu chí"), _("Điểm tối đa"), _("Tự chấm"), _("Người đánh giá")],
        (
            (
                _month(page), words_of(code), _number(most), _number(page.sheet.own_points.get(code, "")),
                _number(page.sheet.points.get(code, "")),
            )
            for page in pages
            for code, most in page.limits
        ),
    )  # fmt: skip
    yield (
        _("Việc"),
        [_("Tháng"), _("Mã"), _("Việc"), _("Sản phẩm"), _("Số lượng"), _("Đơn vị chuẩn"), _("Loại"), _("Kết quả"),
         _("Đề nghị, trả lời")],
        (row for page in pages for row in _of_items(page)),
    )  # fmt: skip
    yield (
        _("Cách tính"),
        [_("Tháng"), _("Bước"), _("Điều khoản")],
        ((_month(page), line.text, line.article) for page in pages if page.appraisal for line in page.appraisal.lines),
    )
    yield (
        _("Điều cần giải thích"),
        [_("Tháng"), _("Điều"), _("Câu hỏi"), _("Giải thích"), _("Giải thích lúc"), _("Không còn từ")],
        (_of_sign(one) for one in signs_of(actor, [page.sheet.pk for page in pages])),
    )
    file = own_file(actor)
    yield from _of_year(actor, file, year)
    yield from _of_cadre(file, year)
    yield (
        _("Ai đã xem"),
        [_("Lúc"), _("Người xem"), _("Việc"), _("Phiếu")],
        (
            (event.at, event.actor_name, str(event_label(event.code)), event.object_text)
            for event in [
                *looks_of_others(actor, [page.sheet.pk for page in pages]),
                *looks_at_cadre(actor, [*file.reviews, *file.periods]),
            ]
        ),
    )


def _of_year(actor: Actor, file: CadreFile, year: int) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
    """Yield what was decided of the whole year, and what the person said to it."""
    rated = [one for one in own_ratings(actor) if one.round.year == year]
    periods = [one for one in file.periods if one.year == year]
    yield (
        _("Xếp loại"),
        [_("Năm"), _("Mức"), _("Điểm năm"), _("Quyết định"), _("Ngày"), _("Lý do")],
        (
            (
                one.round.year,
                str(one.get_level_display()),
                one.score,
                one.round.decision,
                one.round.decided_on,
                one.reason,
            )
            for one in rated
        ),
    )
    complaints = [row for one in rated for row in _of_complaints(one)]
    complaints += [row for one in periods for row in _of_complaints(one)]
    yield (
        _("Tự xếp loại, kiến nghị"),
        [_("Lúc"), _("Loại"), _("Nội dung"), _("Kết quả"), _("Trả lời"), _("Người trả lời")],
        [*_of_own_level(actor, year), *complaints],
    )


def _of_own_level(actor: Actor, year: int) -> Iterator[Sequence[Any]]:
    stated = own_level(actor, year)
    if stated is not None:
        yield stated.stated_at, _("Tự xếp loại"), stated.note, str(stated.get_level_display()), "", ""


def _of_complaints(rating: Rating | PeriodReview) -> Iterator[Sequence[Any]]:
    for one in rating.complaints.all():
        yield one.made_at, _("Kiến nghị"), one.text, str(one.get_state_display()), one.answer, one.answered_by_name


def _number(text: str) -> float | None:
    """Points are stored exactly ("2.5", or a fraction as "5/2"); a workbook holds numbers."""
    return float(exact(text)) if text else None


def _of_cadre(file: CadreFile, year: int) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
    """Yield what a committee said of the person, where it said anything."""
    reviews = [one for one in file.reviews if one.decided_on.year == year]
    periods = [one for one in file.periods if one.year == year]
    if periods:
        yield (
            _("Xếp loại theo kỳ"),
            [_("Kỳ"), _("Điểm"), _("Mức"), _("Cấp quyết định"), _("Quyết định"), _("Ngày"), _("Lý do"), _("Ý kiến")],
            (
                (str(one.get_period_display()), one.score, str(one.get_level_display()), str(one.get_body_display()),
                 one.decision, one.decided_on, one.reason, one.opinion)
                for one in periods
            ),
        )  # fmt: skip
    if reviews:
        yield (
            _("Biểu dương, nhắc nhở"),
            [_("Hình thức"), _("Sự việc"), _("Cấp quyết định"), _("Căn cứ"), _("Ngày"), _("Hiệu lực đến hết"),
             _("Ý kiến của tôi")],
            (
                (str(one.get_kind_display()), one.fact, f"{one.get_body_display()}, {one.committee.name}", one.basis,
                 one.decided_on, one.ends_on, one.reply)
                for one in reviews
            ),
        )  # fmt: skip


def _month(page: SheetPage) -> str:
    return f"{page.sheet.month:%m/%Y}"


def _of_sheet(page: SheetPage) -> Sequence[Any]:
    sheet = page.sheet
    return (
        _month(page), sheet.appointment.position.title, sheet.unit.name, str(sheet.get_state_display()), sheet.score,
        _("Có") if sheet.is_provisional else "", sheet.own_note, sheet.own_shortcomings, sheet.comment,
        sheet.confirmed_by_name, sheet.confirmed_at, sheet.closed_at,
    )  # fmt: skip


def _of_sign(one: Sign) -> Sequence[Any]:
    month = f"{one.sheet.month:%m/%Y}"
    return month, str(one.get_code_display()), question_of(one), one.answer, one.answered_at, one.gone_at


def _of_items(page: SheetPage) -> Iterator[Sequence[Any]]:
    for shown in page.items:
        one = shown.item
        may_read = shown.may_open or one.plan_item is None
        yield (
            _month(page), shown.code if may_read else "–", one.words if may_read else _("Việc của đơn vị khác"),
            f"{one.product.code} – {one.product.product}" if one.product else "", one.quantity,
            rounded(Fraction(one.units, UNIT), 4), str(one.get_kind_display()),
            "; ".join(str(badge.text) for badge in item_badges(one)),
            "; ".join(_of_claim(claim) for claim in shown.claims),
        )  # fmt: skip


def _of_claim(claim: Claim) -> str:
    return f"{claim.get_kind_display()}: {claim.get_state_display()} {claim.answer}".strip()
