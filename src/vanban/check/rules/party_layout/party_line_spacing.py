"""TL022 party-line-spacing: khoảng cách dòng không đặt chính xác từ 18 pt.

Kiểm tra gì: khoảng cách dòng đặt chính xác, tối thiểu 18 pt.
Vì sao: thống nhất thể thức.
Ví dụ: khoảng cách dòng đơn.
Nên viết: khoảng cách dòng chính xác 18 pt.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.body import first_wrong
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.layout import LineRule, ParagraphLook
from vanban.results import Finding, Severity

_LEAST = 18.0


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    shape = paragraph.shape
    if shape.line_rule is LineRule.EXACTLY and shape.spacing >= _LEAST:
        return None
    if shape.line_rule is LineRule.EXACTLY:
        return f"Khoảng cách dòng {shape.spacing:g} pt, quy định tối thiểu 18 pt".replace(".", ",")
    return "Khoảng cách dòng phải đặt chính xác (Exactly), tối thiểu 18 pt"


RULE = Rule(
    "TL022", "party-line-spacing", "Khoảng cách dòng không đúng", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip
