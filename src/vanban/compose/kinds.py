"""The kinds of documents that can be composed: what they print as title, and the first part of their symbol."""

from __future__ import annotations

import re

from vanban.check.rules.layout.reading.decree import ABBREVIATIONS as STATE_ABBREVIATIONS
from vanban.check.rules.party_layout.reading.guide import ABBREVIATIONS as PARTY_ABBREVIATIONS
from vanban.check.rules.party_layout.reading.guide import LETTER as PARTY_LETTER
from vanban.compose.model import Kind, Layout

NAMES = {
    Kind.CHUONG_TRINH: "Chương trình", Kind.KE_HOACH: "Kế hoạch", Kind.CONG_VAN: "Công văn", Kind.BAO_CAO: "Báo cáo",
    Kind.TO_TRINH: "Tờ trình", Kind.THONG_BAO: "Thông báo", Kind.QUYET_DINH: "Quyết định",
    Kind.BIEU_MAU: "Biểu mẫu",
}  # fmt: skip
"""What a kind is called in running text."""


def abbreviation(kind: Kind, layout: Layout) -> str:
    """The letters of ``kind`` in a symbol; none for a letter of the State and for forms."""
    if kind is Kind.BIEU_MAU:
        return ""
    if kind is Kind.CONG_VAN:
        return PARTY_LETTER if layout is Layout.PARTY else ""
    table = PARTY_ABBREVIATIONS if layout is Layout.PARTY else STATE_ABBREVIATIONS
    return table[NAMES[kind].lower()]


_NUMBER_AND_SYMBOL = re.compile(r"\s*(?:[Ss]ố\s*:?)?\s*(?P<number>\d{1,6}[a-zđ]?)\s*[-/]\s*(?P<symbol>\S.*?)\s*")


def split_number(text: str) -> tuple[str, str]:
    """Number and symbol of what people type as one: "12/KH-UBND", "Số 12-KH/ĐU"; both "" when it is none."""
    found = _NUMBER_AND_SYMBOL.fullmatch(text)
    return (found["number"], found["symbol"]) if found else ("", "")
