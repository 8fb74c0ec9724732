"""TD036 typeface: chữ dùng phông khác Times New Roman.

Kiểm tra gì: chữ của văn bản dùng phông Times New Roman.
Vì sao: phông khác làm lệch trang và mất chữ ở máy khác.
Ví dụ: đoạn văn dùng phông Arial.
Nên viết: phông Times New Roman.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục I.4.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_RIGHT = "times new roman"


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the font of every paragraph; the first wrong one of each font is reported, with how many there are."""
    wrong: dict[str, list[tuple[int, int]]] = {}
    for paragraph in document.layout.paragraphs if document.layout else ():
        run = max(paragraph.runs, key=lambda one: one.end - one.start, default=None)
        if run and run.face.font and run.face.font.lower() != _RIGHT:
            wrong.setdefault(run.face.font, []).append((paragraph.start, paragraph.end))
    for font, places in wrong.items():
        start, end = places[0]
        more = f" ({len(places)} đoạn)" if len(places) > 1 else ""
        yield RULE.at(document, start, end, f"Phông chữ {font}{more}, quy định Times New Roman.")


RULE = Rule(
    "TD036", "typeface", "Phông chữ không phải Times New Roman", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục I.4"), valid_from=IN_FORCE,
)  # fmt: skip
