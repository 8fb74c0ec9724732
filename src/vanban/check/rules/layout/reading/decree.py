"""The decree on the form of State documents: its name, its first day, the abbreviations of kinds of its Annex III."""

from __future__ import annotations

from datetime import date

IN_FORCE = date(2020, 3, 5)
"""Nghị định số 30/2020/NĐ-CP holds from the day it was signed (Điều 38)."""

ABBREVIATIONS = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "quy chế": "QC", "quy định": "QyĐ", "thông cáo": "TC",
    "thông báo": "TB", "hướng dẫn": "HD", "chương trình": "CTr", "kế hoạch": "KH", "phương án": "PA", "đề án": "ĐA",
    "dự án": "DA", "báo cáo": "BC", "biên bản": "BB", "tờ trình": "TTr", "hợp đồng": "HĐ", "công điện": "CĐ",
    "bản ghi nhớ": "BGN", "bản thỏa thuận": "BTT", "giấy ủy quyền": "GUQ", "giấy mời": "GM",
    "giấy giới thiệu": "GGT", "giấy nghỉ phép": "GNP", "phiếu gửi": "PG", "phiếu chuyển": "PC", "phiếu báo": "PB",
}  # fmt: skip
"""Annex III: kinds of administrative documents by their printed title. Letters (công văn, thư công) have none."""

LETTER_ABBREVIATIONS = frozenset({"CV", "CTV", "CVĐ"})
"""What is printed for a letter although the decree gives letters no abbreviation."""


def annex(point: str) -> str:
    """The basis of a rule: a point of Annex I, such as "mục II.3"."""
    return f"Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, {point}"


def abbreviation_of(title: str) -> str | None:
    """The abbreviation of the kind that a printed title names; "CHƯƠNG TRÌNH HÀNH ĐỘNG" is a chương trình."""
    words = " ".join(title.lower().split())
    return ABBREVIATIONS.get(words) or ABBREVIATIONS.get(words.removesuffix(" hành động"))
