"""Figures handed in as results: a name, a unit of measure and a number, read and written as in Vietnamese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from vanban.text.normalize import nfc

LONGEST_NAME, LONGEST_UNIT, MOST = 200, 60, 50
DECIMALS, LARGEST = 6, Decimal(10) ** 15
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what was measured ("Số hộ nghèo"), in which unit ("hộ", may be empty), and how much."""

    name: str
    unit: str
    value: Decimal


def read_number(text: str) -> Decimal:
    """Return the number behind what was typed: ``1.234,5``, ``1234,5`` or ``12.5``.

    A point before groups of three digits separates thousands, as in Vietnamese; elsewhere it is taken for the comma.
    Raises ``DomainError`` on the field ``figures``.
    """
    plain = text.replace("\u2212", "-").replace("\u00a0", " ").replace(" ", "")
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "")
    elif not _PLAIN.fullmatch(plain):
        raise _refused("number-unreadable", _("“%(text)s” không phải là số. Viết như 1.234,5."), text)
    value = Decimal(plain.replace(",", "."))
    if abs(value) >= LARGEST or value != round(value, DECIMALS):
        raise _refused("number-range", _("“%(text)s” quá lớn hoặc có quá nhiều chữ số thập phân."), text)
    return value


def written_number(value: Decimal) -> str:
    """Write a number as in Vietnamese, without idle zeros: ``1.234,5``."""
    plain = f"{value.normalize():,f}"
    return plain.translate(str.maketrans(",.", ".,"))


def checked_figure(name: str, unit: str, number: str) -> Figure:
    """Return a figure from what was typed. Raises ``DomainError`` on the field ``figures``."""
    name, unit = (" ".join(nfc(text).split()) for text in (name, unit))
    if not name:
        raise _refused("figure-name", _("Giá trị “%(text)s” chưa có tên chỉ tiêu."), number)
    if len(name) > LONGEST_NAME or len(unit) > LONGEST_UNIT:
        raise _refused("figure-long", _("Tên chỉ tiêu hoặc đơn vị tính quá dài: “%(text)s…”."), name)
    if not number.strip():
        raise _refused("figure-value", _("Chỉ tiêu “%(text)s” chưa có giá trị."), name)
    return Figure(name, unit, read_number(number))


def _refused(code: str, sentence: str, text: str) -> DomainError:
    return DomainError(code, sentence % {"text": text.strip()[:40]}, field="figures")
