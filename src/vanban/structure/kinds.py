"""Kinds of documents by their printed title and by the abbreviation in their symbol (NĐ 30/2020, HD 36-HD/VPTW)."""

from __future__ import annotations

import re

from vanban.structure import marks

KIND_BY_TITLE: dict[str, str] = {
    "nghị quyết": "nghi_quyet",
    "quyết định": "quyet_dinh",
    "chỉ thị": "chi_thi",
    "kết luận": "ket_luan",
    "quy định": "quy_dinh",
    "quy chế": "quy_che",
    "thông báo": "thong_bao",
    "thông cáo": "thong_cao",
    "hướng dẫn": "huong_dan",
    "chương trình hành động": "chuong_trinh",
    "chương trình": "chuong_trinh",
    "kế hoạch": "ke_hoach",
    "phương án": "phuong_an",
    "đề án": "de_an",
    "báo cáo": "bao_cao",
    "tờ trình": "to_trinh",
    "công điện": "cong_dien",
    "công văn": "cong_van",
    "văn bản": "cong_van",
    "biên bản": "bien_ban",
    "giấy mời": "giay_moi",
}
"""Lower-case title to kind. Thông tư, nghị định and luật are no kinds of this list: citations of them have no kind."""

KIND_BY_SYMBOL: dict[str, str] = {
    "NQ": "nghi_quyet", "QĐ": "quyet_dinh", "CT": "chi_thi", "KL": "ket_luan", "QC": "quy_che", "QyĐ": "quy_dinh",
    "TB": "thong_bao", "HD": "huong_dan", "CTr": "chuong_trinh", "CTR": "chuong_trinh", "KH": "ke_hoach",
    "PA": "phuong_an", "ĐA": "de_an", "BC": "bao_cao", "TTr": "to_trinh", "TTR": "to_trinh", "CĐ": "cong_dien",
    "CV": "cong_van", "BB": "bien_ban", "GM": "giay_moi",
}  # fmt: skip
"""First part of a symbol to kind."""

UNLISTED_TITLES = ("thông tư", "nghị định", "luật", "bộ luật", "pháp lệnh", "lệnh", "sắc lệnh")
"""Titles of documents that may be cited and have no kind here."""

_TITLES = sorted(KIND_BY_TITLE, key=len, reverse=True)
TITLE_PATTERN = "|".join(title.replace(" ", r"\s+") for title in _TITLES)
_HEADINGS = "|".join(title.replace(" ", r"\s+") for title in _TITLES if title not in ("văn bản", "công văn"))
TITLE_LINE = re.compile(rf"\s*({_HEADINGS})\b", re.I)
"""A title over a document. Letters have none."""
UNLISTED_PATTERN = "|".join(title.replace(" ", r"\s+") for title in UNLISTED_TITLES)


def is_bare_title(text: str) -> bool:
    """True for a line that is a title in capitals and nothing else, such as "KẾ HOẠCH"."""
    found = TITLE_LINE.match(text)
    return found is not None and marks.is_capitals(text) and not text[found.end() :].strip(" *.:")


def kind_of_title(title: str) -> str | None:
    """Return the kind named by a title such as "KẾ HOẠCH" or "Quyết định", or None."""
    return KIND_BY_TITLE.get(" ".join(title.lower().split()))


def kind_of_symbol(symbol: str) -> str | None:
    """Return the kind a symbol tells ("KL/TW", "KH-UBND", "2025/QĐ-TTg"), or None: official letters carry none."""
    for part in re.split(r"[/\-]", symbol)[:2]:
        if part in KIND_BY_SYMBOL:
            return KIND_BY_SYMBOL[part]
    return None
