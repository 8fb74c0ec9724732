"""What a cell says for the field its column means: a value, and what is wrong or worth saying about it."""

from __future__ import annotations

import datetime as dt
import difflib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _

from sauro.roster.sheets import ethnic
from sauro.roster.sheets.columns import Field, Kind
from sauro.roster.sheets.days import Day, read_day
from sauro.roster.sheets.faults import Complaint, Severity
from sauro.roster.sheets.grid import Cell
from sauro.workforce import ethnic_groups
from sauro.workforce.enums import Sex
from vanban.text.normalize import fold, nfc

_DIGITS, _OLD_DIGITS, _LEAST_DIGITS = 12, 9, 10
_YOUNGEST, _OLDEST = 15, 100
_MARKS = frozenset(("x", "co", "da", "1", "1 0", "v", "dat", "yes"))
_NOTHING = frozenset(("", "khong", "khong co", "chua", "chua co", "0", "0 0"))
_ERRORS = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!")
_SEXES = {
    "nu": Sex.FEMALE, "female": Sex.FEMALE, "f": Sex.FEMALE, "ba": Sex.FEMALE, "gai": Sex.FEMALE,
    "nam": Sex.MALE, "male": Sex.MALE, "m": Sex.MALE, "ong": Sex.MALE, "trai": Sex.MALE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading depends on: the day it happens, and the table of ethnic numbers (empty: none was named)."""

    today: dt.date
    ethnic_table: str = ""


@dataclass(frozen=True, slots=True)
class Training:
    """A course: when it is known from the cell, and its name."""

    day: Day | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell says: None for nothing. A complaint of an error means that the value cannot be used."""

    value: Any = None
    complaint: Complaint | None = None


NOTHING = Read()


def read_cell(value: Cell, field: Field, setting: Setting) -> Read:
    """Return what one cell says."""
    if isinstance(value, str):
        value = " ".join(nfc(value).split())
        if value in ("", "-", "–", "—"):
            return NOTHING
        if value in _ERRORS:
            words = _("Ô này chứa lỗi công thức %(value)s. Hãy sửa công thức hoặc ghi thẳng giá trị.")
            return Read(None, Complaint("formula-error", words % {"value": value}))
    if isinstance(value, float) and not math.isfinite(value):
        return Read(None, Complaint("not-a-number", _("Ô này không phải là số đọc được.")))
    return _READERS[field.kind](value, field, setting)


def text_of(value: Cell) -> str:
    """Return a cell as people see it: days as dd/mm/yyyy, whole numbers without a point."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return " ".join(nfc(value).split())


def _text(value: Cell, field: Field, _setting: Setting) -> Read:
    text = text_of(value)
    if field.code == "religion" and fold(text) in _NOTHING:
        return NOTHING
    if field.code == "phone":
        return _phone(value, text)
    if len(text) > field.most:
        words = _("Dài %(length)d ký tự, quá %(most)d. Hãy viết ngắn lại.")
        return Read(None, Complaint("too-long", words % {"length": len(text), "most": field.most}))
    return Read(text)


def _phone(value: Cell, text: str) -> Read:
    if isinstance(value, float) and len(text) == len("912345678"):
        return Read(f"0{text}", _warning("zero-added", _("Số điện thoại mất số 0 ở đầu; đã thêm lại.")))
    if len(text) > len("+84 912 345 678 / 0296 123"):
        return Read(None, Complaint("too-long", _("Số điện thoại quá dài. Hãy ghi một số.")))
    return Read(text)


def _name(value: Cell, field: Field, _setting: Setting) -> Read:
    text = text_of(value)
    if any(letter.isdigit() for letter in text) or not any(letter.isalpha() for letter in text):
        return Read(None, Complaint("name-odd", _("Họ tên có chữ số hoặc không có chữ. Hãy kiểm tra cột này.")))
    if len(text) > field.most:
        return Read(None, Complaint("too-long", _("Họ tên quá dài. Hãy kiểm tra ô này.")))
    if text.isupper() and len(text) > 1:
        text = " ".join(word.capitalize() for word in text.split())
    if field.code == "full_name" and " " not in text:
        return Read(text, _warning("name-short", _("Họ tên chỉ có một chữ.")))
    return Read(text)


def _number(value: Cell, _field: Field, _setting: Setting) -> Read:
    text = text_of(value).strip("'").replace(" ", "").replace(".", "").replace("-", "")
    if isinstance(value, str) and "e+" in value.lower():
        words = _("Excel đã đổi số thành dạng mũ và mất chữ số. Hãy định dạng cột là Văn bản rồi ghi lại 12 chữ số.")
        return Read(None, Complaint("number-rounded", words))
    if not (text.isascii() and text.isdigit()):
        return Read(None, Complaint("number-wrong", _("Số định danh chỉ gồm chữ số.")))
    if len(text) == _DIGITS:
        return Read(text)
    if len(text) == _OLD_DIGITS:
        words = _("Đây là số chứng minh nhân dân cũ (9 số). Hãy ghi số định danh 12 chữ số.")
        return Read(None, Complaint("number-old", words))
    if _LEAST_DIGITS <= len(text) < _DIGITS:
        filled = text.zfill(_DIGITS)
        words = _("Thiếu số 0 ở đầu (ô là số hoặc bị Excel cắt); đã thêm cho đủ 12 chữ số.")
        return Read(filled, _warning("zero-added", words))
    words = _("Có %(length)d chữ số; số định danh gồm đúng 12.")
    return Read(None, Complaint("number-wrong", words % {"length": len(text)}))


def _sex(value: Cell, _field: Field, _setting: Setting) -> Read:
    found = _SEXES.get(fold(text_of(value)))
    if found is None:
        return Read(None, Complaint("sex-unknown", _("Không rõ giới tính. Hãy ghi Nam hoặc Nữ.")))
    return Read(found)


def _mark(value: Cell, _field: Field, _setting: Setting) -> Read:
    key = fold(text_of(value))
    if key in _NOTHING:
        return Read(value=False)
    if key in _MARKS or key == "nu" or value is True:
        return Read(value=True)
    return Read(None, Complaint("mark-unknown", _("Chỉ ghi x hoặc để trống.")))


def _day(value: Cell, _field: Field, setting: Setting) -> Read:
    day = read_day(value, latest_year=setting.today.year + 1)
    if day is None:
        return Read(None, _not_a_day(value))
    return Read(day)


def _birth(value: Cell, _field: Field, setting: Setting) -> Read:
    day = read_day(value, latest_year=setting.today.year - _YOUNGEST)
    if day is None:
        return Read(None, _not_a_day(value))
    if day.on > setting.today:
        return Read(None, Complaint("birth-in-future", _("Ngày sinh ở tương lai. Hãy kiểm tra lại năm sinh.")))
    age = setting.today.year - day.on.year
    if not _YOUNGEST <= age <= _OLDEST:
        words = _("Ngày sinh cho tuổi %(age)d, ngoài khoảng %(least)d–%(most)d. Hãy kiểm tra lại năm sinh.")
        return Read(None, Complaint("birth-odd", words % {"age": age, "least": _YOUNGEST, "most": _OLDEST}))
    if day.precision != "day":
        words = _("Không ghi đủ ngày, tháng sinh; lấy ngày %(day)s.")
        return Read(day, _warning("day-vague", words % {"day": f"{day.on:%d/%m/%Y}"}))
    return Read(day)


def _not_a_day(value: Cell) -> Complaint:
    words = _("Không đọc được ngày “%(value)s”. Hãy ghi như 25/11/2026 (ngày trước, tháng sau).")
    return Complaint("day-wrong", words % {"value": text_of(value)[:40]})


def _choice(value: Cell, field: Field, _setting: Setting) -> Read:
    # Excel makes 1.003 of the code 01.003.
    text = f"{value:.3f}" if isinstance(value, float) and value != int(value) else text_of(value)
    key = fold(text)
    found = _choices_of(field).get(key)
    if found is not None:
        return Read(found)
    if key in _NOTHING:
        return NOTHING
    allowed = ", ".join(str(label) for _code, label in field.choices)
    words = _("“%(value)s” không có trong danh mục. Hãy ghi một trong: %(allowed)s.")
    return Read(None, Complaint("value-unknown", words % {"value": text[:40], "allowed": allowed}))


def _choices_of(field: Field) -> Mapping[str, str]:
    known = _KNOWN.get(field.code)
    if known is None:
        labels: dict[str, str] = {}
        for code, label in field.choices:
            for words in (str(label), str(label).removesuffix(" nhiệm vụ"), str(label).removesuffix(" và tương đương")):
                labels.setdefault(fold(words), code)
        known = _KNOWN[field.code] = {**{fold(word): code for word, code in field.words.items()}, **labels}
    return known


_KNOWN: dict[str, Mapping[str, str]] = {}


def _ethnic(value: Cell, _field: Field, setting: Setting) -> Read:
    text = text_of(value)
    if text.isdigit():
        return _ethnic_number(int(text), setting)
    name = ethnic_groups.group_named(text)
    if name is not None:
        return Read(name)
    near = difflib.get_close_matches(text, ethnic_groups.NAMES, n=3, cutoff=0.5)
    words = _("Không có dân tộc tên như vậy trong danh mục.")
    if near:
        words += " " + _("Có phải: %(names)s?") % {"names": ", ".join(near)}
    return Read(None, Complaint("ethnic-unknown", words))


def _ethnic_number(number: int, setting: Setting) -> Read:
    if not setting.ethnic_table:
        words = _(
            "Dân tộc ghi bằng mã số, mà có hai bảng mã khác nhau. Hãy chọn bảng mã ở trang ghép cột, hoặc ghi tên."
        )
        return Read(None, Complaint("ethnic-table", words))
    name = ethnic.numbered(setting.ethnic_table, number)
    if name is None:
        words = _("Mã số này chưa được đối chiếu trong bảng mã đã chọn. Hãy ghi tên dân tộc.")
        return Read(None, Complaint("ethnic-number", words))
    return Read(name)


def _schooling(value: Cell, field: Field, setting: Setting) -> Read:
    if isinstance(value, dt.date):
        words = _("Excel đã đổi lớp học thành ngày; đã đọc lại là %(value)s.")
        text = f"{value.day}/{value.month}"
        return Read(text, _warning("day-for-class", words % {"value": text}))
    return _text(value, field, setting)


def _training(value: Cell, _field: Field, setting: Setting) -> Read:
    if value is True:
        return Read(Training())
    if value is False:
        return NOTHING
    day = read_day(value, latest_year=setting.today.year + 1)
    if day is not None:
        return Read(Training(day))
    text = text_of(value)
    key = fold(text)
    if key in _NOTHING:
        return NOTHING
    return Read(Training(None, "" if key in _MARKS else text[:300]))


def _raw(value: Cell, _field: Field, _setting: Setting) -> Read:
    return Read(text_of(value))


def _warning(code: str, message: str) -> Complaint:
    return Complaint(code, message, Severity.WARNING)


_READERS: Mapping[Kind, Callable[[Cell, Field, Setting], Read]] = MappingProxyType(
    {
        Kind.TEXT: _text, Kind.NAME: _name, Kind.NUMBER: _number, Kind.SEX: _sex, Kind.MARK: _mark, Kind.DAY: _day,
        Kind.BIRTH: _birth, Kind.CHOICE: _choice, Kind.ETHNIC: _ethnic, Kind.SCHOOLING: _schooling,
        Kind.TRAINING: _training, Kind.UNIT: _raw, Kind.POST: _raw,
    }
)  # fmt: skip
