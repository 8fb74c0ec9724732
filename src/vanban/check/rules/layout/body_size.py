"""TD048 body-size: chữ nội dung ngoài cỡ 13-14.

Kiểm tra gì: chữ nội dung cỡ 13-14, kiểu chữ đứng.
Vì sao: chữ nhỏ khó đọc, chữ to làm dài văn bản.
Ví dụ: nội dung cỡ 12.
Nên viết: nội dung cỡ 14.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.body import first_wrong
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.layout import ParagraphLook
from vanban.results import Finding, Severity

_SIZES = (13.0, 14.0)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at every paragraph of running text; the first wrong one is reported, with how many there are."""
    wrong = first_wrong(document, _wrong)
    if wrong:
        yield RULE.at(document, wrong.start, wrong.end, wrong.message)


def _wrong(paragraph: ParagraphLook) -> str | None:
    face = max(paragraph.runs, key=lambda run: run.end - run.start).face
    if face.size is None or _SIZES[0] <= face.size <= _SIZES[1]:
        return None
    return f"Chữ nội dung cỡ {face.size:g}, quy định 13-14".replace(".", ",")


RULE = Rule(
    "TD048", "body-size", "Cỡ chữ nội dung không đúng", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.6"), valid_from=IN_FORCE,
)  # fmt: skip
