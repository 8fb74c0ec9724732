"""TL023 party-first-line-indent: dòng đầu đoạn không lùi 10 mm.

Kiểm tra gì: dòng đầu mỗi đoạn lùi vào 10 mm.
Vì sao: thống nhất thể thức.
Ví dụ: đoạn văn lùi 12,7 mm.
Nên viết: đoạn văn lùi 10 mm.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.body import first_wrong
from vanban.check.rules.layout.reading.looks import millimetres
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.layout import ParagraphLook
from vanban.results import Finding, Severity

_RIGHT, _TOLERANCE = 10.0, 0.6


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    shape = paragraph.shape
    indent = shape.first_line + shape.left
    if shape.listed or abs(indent - _RIGHT) <= _TOLERANCE:
        return None
    return f"Dòng đầu đoạn lùi {millimetres(indent)} mm, quy định 10 mm"


RULE = Rule(
    "TL023", "party-first-line-indent", "Dòng đầu đoạn lùi không đúng", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip
