"""TL021 party-body-size: chữ nội dung khác cỡ 14.

Kiểm tra gì: chữ nội dung cỡ 14.
Vì sao: thống nhất thể thức.
Ví dụ: nội dung cỡ 13.
Nên viết: nội dung cỡ 14.
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
from vanban.layout import ParagraphLook
from vanban.results import Finding, Severity

_SIZE = 14.0


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    face = max(paragraph.runs, key=lambda run: run.end - run.start).face
    if face.size is None or face.size == _SIZE:
        return None
    return f"Chữ nội dung cỡ {face.size:g}, quy định 14".replace(".", ",")


RULE = Rule(
    "TL021", "party-body-size", "Cỡ chữ nội dung không đúng", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip
