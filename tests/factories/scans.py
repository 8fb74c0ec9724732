"""Scans of invented orders: pages typeset, turned into pictures and put into a .pdf without a word of text."""

from __future__ import annotations

import typst

from tests.vanban.readers.scans import grey_page, scanned_pdf

PAGE = '#set page(margin: 3cm)\n#set text(size: 14pt, lang: "vi", hyphenate: false)\n'
ORDER = "Giao Sở Nội vụ chủ trì rà soát danh mục vị trí việc làm, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/6/2026."
SECOND = "Giao Sở Tài chính xây dựng dự toán kinh phí số hóa hồ sơ, trình Ủy ban nhân dân tỉnh trong tháng 7 năm 2026."
MARK = "#text(size: 18pt)[*TỐI MẬT*]"


def scanned(*texts: str) -> bytes:
    """Return a .pdf of pictures, a page for each text in the language of Typst."""
    return scanned_pdf(*(grey_page(typst.compile((PAGE + text).encode(), format="pdf"), 1) for text in texts))
