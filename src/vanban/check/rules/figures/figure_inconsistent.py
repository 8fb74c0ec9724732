"""SL023 figure-inconsistent: cùng một tổng số in hai lần với hai giá trị khác nhau.

Kiểm tra gì: "Tổng số hộ nghèo … 120 hộ", "tỷ lệ … đạt tối thiểu 80%" lặp lại nguyên văn phần tên gọi và đơn vị mà con
số khác, cả trong ô bảng; các câu nêu mốc thời gian thì không xét.
Vì sao: một nơi đã sửa, nơi kia còn để số cũ.
Ví dụ: phần đầu ghi "tổng số hộ nghèo là 120 hộ", phần sau ghi "tổng số hộ nghèo là 112 hộ".
Nên viết: cùng một số ở cả hai nơi.
Mức an toàn khi sửa: không tự sửa; phải đối chiếu số liệu gốc.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.figures.reading.numbers import Figure, Role, figures_between
from vanban.check.rules.figures.reading.sentences import counting_sentences
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity
from vanban.types import Span

_LABEL = re.compile(
    r"\b(?P<label>(?:tổng\s+(?:số|diện\s+tích|kinh\s+phí|vốn|mức\s+đầu\s+tư|biên\s+chế|dân\s+số)|tỷ\s+lệ|tỉ\s+lệ|dân\s+số|"
    r"diện\s+tích)(?:\s+[^\W\d_]+(?:\s?[,/-]\s?[^\W\d_]+)?){1,12}?)\s+(?:là|hiện\s+có|có|đạt|chiếm|gồm|:)\s*:?\s*"
    r"(?:(?:tối\s+thiểu|ít\s+nhất|trên|hơn|tối\s+đa|dưới)\s+)?(?=\d)",
    re.I,
)
_DATED = re.compile(
    r"\b(?:năm|tháng|quý|ngày|đến|kế\s+hoạch|mục\s+tiêu|phấn\s+đấu|trước|sau|cũ|mới|ước|dự\s+kiến|giai\s+đoạn)\b",
    re.I,
)
"""Two values of different times are no contradiction."""
_SHORTEST_CELL = 40


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the values printed behind the same label, in sentences and in cells of tables."""
    known: dict[tuple[str, str, str], Figure] = {}
    for span in (*document.once(counting_sentences), *_cells(document)):
        for found in _LABEL.finditer(document.text, span.start, span.end):
            figure = next(iter(figures_between(document, found.end(), span.end)), None)
            context = document.text[span.start : found.end()]
            if figure is None or figure.start != found.end() or _DATED.search(context):
                continue
            if figure.role not in (Role.COUNT, Role.PERCENT):
                continue
            key = (" ".join(found.group("label").lower().split()), figure.unit, figure.about)
            first = known.setdefault(key, figure)
            if abs(first.amount - figure.amount) > first.slack + figure.slack:
                yield _finding(document, found, first, figure)


def _cells(document: CheckedDocument) -> Iterator[Span]:
    """Cells of tables that hold a sentence."""
    for block in document.structure.document.blocks:
        for cell in block.table.cells if block.table else ():
            if cell.end - cell.start >= _SHORTEST_CELL:
                yield Span(cell.start, cell.end)


def _finding(document: CheckedDocument, found: re.Match[str], first: Figure, figure: Figure) -> Finding:
    label = " ".join(found.group("label").split())
    sign = "%" if figure.role is Role.PERCENT else ""
    message = f"“{label}” ở trên là {first.text}{sign}, ở đây là {figure.text}{sign}; thống nhất một số."
    candidate = Candidate("value", first.text, f"{first.text} được in ở trên cho cùng nội dung")
    return RULE.at(document, figure.start, figure.tail, message, candidates=(candidate,))


RULE = Rule("SL023", "figure-inconsistent", "Cùng một số liệu in hai giá trị", Severity.WARNING, check)
