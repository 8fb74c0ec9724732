"""The Party's guides on the form of its documents: when each holds, and the abbreviations of kinds.

What a rule takes from the guide of 2026 alone holds from its first day; what both guides say holds from 2018.
"""

from __future__ import annotations

from datetime import date

GUIDE_2018_FROM = date(2018, 4, 3)
GUIDE_2018_LAST = date(2026, 5, 26)
GUIDE_2026_FROM = date(2026, 5, 27)
GUIDE_2018 = "Hướng dẫn số 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng"
GUIDE_2026 = "Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng"
BOTH_GUIDES = f"{GUIDE_2026}; trước đó {GUIDE_2018}"

ABBREVIATIONS = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "quy định": "QĐ", "chỉ thị": "CT", "kết luận": "KL", "quy chế": "QC",
    "thông tri": "TT", "hướng dẫn": "HD", "thông báo": "TB", "báo cáo": "BC", "kế hoạch": "KH", "chương trình": "CTr",
    "đề án": "ĐA", "phương án": "PA", "tờ trình": "TTr", "biên bản": "BB",
}  # fmt: skip
"""Kinds by their printed title. A letter has "CV"."""
LETTER = "CV"


def abbreviation_of(title: str) -> str | None:
    """The abbreviation of the kind that a printed title names; "CHƯƠNG TRÌNH HÀNH ĐỘNG" is a chương trình."""
    words = " ".join(title.lower().split())
    return ABBREVIATIONS.get(words) or ABBREVIATIONS.get(words.removesuffix(" hành động"))
