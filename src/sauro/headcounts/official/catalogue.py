"""The forms of this area. What the records of a domain do not hold has no column: it is never printed as nought.

The columns follow what home-affairs offices are used to (the tables of number and quality once issued with TT
08/2011/TT-BNV and TT 11/2012/TT-BNV); what the state of affairs since Law 80/2025/QH15 no longer has is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from sauro.headcounts.official.declaring import (
    Column,
    Counting,
    Heading,
    Naming,
    OfficialForm,
    Period,
    Value,
    register_form,
)
from sauro.headcounts.official.rows import WITHHELD, PersonRow, UnitRow
from sauro.workforce.enums import Block, FactKind, Sex
from sauro.workforce.fields import FACTS

NAME, POST, UNIT, DAY, SHORT = 38.0, 34.0, 40.0, 18.0, 22.0


def number(**wanted: Any) -> Callable[[UnitRow], int]:
    """Return what counts the people who have the values named, dimension by dimension."""
    held = {name: value if isinstance(value, frozenset) else frozenset({value}) for name, value in wanted.items()}
    return lambda row: row.count(held)


def _level(kind: FactKind, value: str) -> int:
    return FACTS[kind].level_of(value)


def _levels(dimension: str, kind: FactKind, *parts: tuple[str, Any]) -> list[Column]:
    return [Column(label, number(**{dimension: _level(kind, value)})) for value, label in parts]


def _minority(row: UnitRow) -> Value:
    return WITHHELD if row.minority is None else row.minority


_POSTS = (
    Column(_("Tên đơn vị"), lambda row: row.name, NAME),
    Column(_("Biên chế giao"), lambda row: row.approved),
    Column(_("Hiện có"), lambda row: row.present),
    Heading(
        _("Trong đó"),
        [Column(_("Nữ"), number(sex=Sex.FEMALE.value)), Column(_("Dân tộc thiểu số"), _minority)],
    ),
)
_RANKS = Heading(
    _("Chia theo ngạch và tương đương"),
    _levels(
        "rank", FactKind.RANK,
        ("expert", _("CG cao cấp")), ("senior", _("CV cao cấp")), ("principal", _("CV chính")),
        ("specialist", _("CV")), ("officer", _("Cán sự")), ("staff", _("Nhân viên")),
    ),
)  # fmt: skip
_EDUCATION = Heading(
    _("Chuyên môn"),
    _levels(
        "education", FactKind.EDUCATION,
        ("doctor", _("Tiến sĩ")), ("master", _("Thạc sĩ")), ("university", _("Đại học")), ("college", _("Cao đẳng")),
        ("intermediate", _("Trung cấp")), ("elementary", _("Sơ cấp")),
    ),
)  # fmt: skip
_THEORY = Heading(
    _("Lý luận chính trị"),
    _levels(
        "theory", FactKind.THEORY,
        ("bachelor", _("Cử nhân")), ("advanced", _("Cao cấp")), ("intermediate", _("Trung cấp")),
        ("elementary", _("Sơ cấp")),
    ),
)  # fmt: skip
_AGES = Heading(
    _("Chia theo độ tuổi"),
    [
        Column(_("Đến 30"), number(band="30")), Column(_("31 đến 40"), number(band="40")),
        Column(_("41 đến 50"), number(band="50")), Column(_("51 đến 60"), number(band="60")),
        Column(_("Trên 60"), number(band="70")),
    ],
)  # fmt: skip
_RATED = Heading(
    _("Xếp loại năm gần nhất"),
    _levels(
        "rating", FactKind.RATING,
        ("excellent", _("Xuất sắc")), ("well", _("Tốt")), ("done", _("Hoàn thành")), ("failed", _("Không hoàn thành")),
    ),
)  # fmt: skip
_TRAINED = Heading(_("Trình độ đào tạo"), [_EDUCATION, _THEORY])
_COUNT_NOTES = (
    _("Mỗi người tính một lần theo vị trí chính thức đang giữ; trình độ là mức cao nhất có trong hồ sơ ngày đó. "
      "Người chưa có thông tin không nằm trong cột nào của nhóm cột đó."),
    _("Hồ sơ của khối này không giữ đảng viên, tôn giáo ở dạng đếm được; tin học, ngoại ngữ chưa tách mức, "
      "nên biểu không có các cột đó."),
)  # fmt: skip

register_form(
    OfficialForm(
        "01", "01/ĐN", _("Số lượng, chất lượng cán bộ, công chức"),
        _("Mỗi đơn vị một dòng: biên chế giao, số hiện có, cơ cấu, ngạch, trình độ, độ tuổi."),
        _("Luật Cán bộ, công chức số 80/2025/QH15; Nghị định 27/2026/NĐ-CP"),
        [*_POSTS, _RANKS, _TRAINED, _AGES], Counting(Block.OFFICIALS.value), notes=_COUNT_NOTES,
    )
)  # fmt: skip
register_form(
    OfficialForm(
        "02", "02/ĐN", _("Số lượng, chất lượng viên chức"),
        _("Mỗi đơn vị một dòng: số lượng người làm việc giao, số hiện có, cơ cấu, trình độ, độ tuổi, xếp loại."),
        _("Luật Viên chức số 129/2025/QH15; Nghị định 27/2026/NĐ-CP"),
        [*_POSTS, _TRAINED, _AGES, _RATED], Counting(Block.EMPLOYEES.value), notes=_COUNT_NOTES,
    )
)  # fmt: skip


def _words(kind: FactKind) -> Callable[[PersonRow], Value]:
    return lambda row: row.words.get(kind, "")


def _born(*, is_female: bool) -> Callable[[PersonRow], Value]:
    """A year of birth is no number to be summed or grouped by thousands: it is printed as text."""

    def value(row: PersonRow) -> Value:
        if row.is_female != is_female:
            return None
        return str(row.born) if isinstance(row.born, int) else row.born

    return value


_WHO = (
    Column(_("Họ và tên"), lambda row: row.name, NAME),
    Heading(
        _("Ngày, năm sinh"),
        [Column(_("Nam"), _born(is_female=False), DAY), Column(_("Nữ"), _born(is_female=True), DAY)],
    ),
    Column(_("Chức vụ, vị trí việc làm"), lambda row: row.post, POST),
)
_UNIT = Column(_("Đơn vị"), lambda row: row.unit, UNIT)
_BIRTHS = _("Người lập không có quyền ghi hồ sơ thì ngày sinh chỉ hiện năm.")

register_form(
    OfficialForm(
        "03", "03/ĐN", _("Danh sách cán bộ, công chức, viên chức theo đơn vị"),
        _("Danh sách theo từng đơn vị, đầu mỗi đơn vị là biên chế giao và số hiện có."),
        _("Luật Cán bộ, công chức số 80/2025/QH15; Luật Viên chức số 129/2025/QH15"),
        [
            *_WHO,
            Column(_("Giữ vị trí từ"), lambda row: row.in_post_since, DAY),
            Column(_("Quyết định"), lambda row: row.post_decision, SHORT),
            Column(_("Dân tộc"), lambda row: row.clear(FactKind.ETHNICITY), DAY),
            Column(_("Chuyên môn"), _words(FactKind.EDUCATION), SHORT),
            Column(_("Lý luận chính trị"), _words(FactKind.THEORY), SHORT),
            Column(_("Ngạch"), _words(FactKind.RANK), SHORT + 6),
        ],
        Naming(sealed=(FactKind.ETHNICITY,)), notes=(_BIRTHS,),
    )
)  # fmt: skip


def _retires(row: PersonRow, period: Period) -> bool:
    return row.retires_on is not None and period.day <= row.retires_on <= period.until


register_form(
    OfficialForm(
        "04", "04/ĐN", _("Danh sách cán bộ, công chức, viên chức đến tuổi nghỉ hưu"),
        _("Người hết thời gian làm việc trong khoảng đã chọn, theo lộ trình tuổi nghỉ hưu ở điều kiện bình thường."),
        _("Nghị định 135/2020/NĐ-CP, Điều 4"),
        [
            *_WHO, _UNIT,
            Column(_("Khối biên chế"), lambda row: row.details.get("block", ""), SHORT),
            Column(_("Ngày tuyển dụng"), lambda row: row.recruited_on, DAY),
            Column(_("Ngày cuối thời gian làm việc"), lambda row: row.retires_on, DAY),
        ],
        Naming(keeps=_retires, by_unit=False, order=lambda row: row.retires_on),
        notes=(
            _("Nghỉ hưu từ ngày sau ngày cuối của thời gian làm việc; trường hợp nghỉ sớm hơn, muộn hơn không tính."),
            _BIRTHS,
        ),
        looks_ahead=True,
    )
)  # fmt: skip
register_form(
    OfficialForm(
        "06", "06/ĐN", _("Danh sách và xếp ngạch, lương cán bộ, công chức, viên chức"),
        _("Ngạch, mã ngạch và bậc đang giữ, giữ từ ngày nào, theo hồ sơ."),
        _("Luật Cán bộ, công chức số 80/2025/QH15, Điều 24"),
        [
            *_WHO,
            Column(_("Ngày tuyển dụng"), lambda row: row.recruited_on, DAY),
            Heading(
                _("Ngạch đang giữ"),
                [
                    Column(_("Ngạch"), _words(FactKind.RANK), SHORT + 8),
                    Column(_("Mã ngạch, bậc"), lambda row: row.details.get(FactKind.RANK, ""), SHORT),
                    Column(_("Từ ngày"), lambda row: row.since.get(FactKind.RANK), DAY),
                ],
            ),
            Column(_("Xếp loại gần nhất"), _words(FactKind.RATING), SHORT + 8),
            Column(_("Ghi chú"), lambda _row: None, SHORT),
        ],
        Naming(),
        notes=(_("Hồ sơ chưa giữ hệ số lương và phụ cấp; ghi tay ở cột Ghi chú khi nơi nhận yêu cầu."), _BIRTHS),
    )
)  # fmt: skip
