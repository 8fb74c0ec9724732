"""SL023 figure-inconsistent: cùng một tổng số in hai lần với hai giá trị khác nhau.

Kiểm tra gì: "Tổng số hộ nghèo … 120 hộ", "tỷ lệ …" lặp lại nguyên văn phần tên gọi và đơn vị mà con số khác.
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

_LABEL = re.compile(
    r"\b(?P<label>(?:tổng\s+(?:số|diện\s+tích|kinh\s+phí|vốn|mức\s+đầu\s+tư|biên\s+chế|dân\s+số)|tỷ\s+lệ|tỉ\s+lệ|dân\s+số|"
    r"diện\s+tích)(?:\s+[^\W\d_]+(?:\s?[,/-]\s?[^\W\d_]+)?){1,12}?)\s+(?:là|hiện\s+có|có|đạt|chiếm|gồm|:)\s*:?\s*(?=\d)",
    re.I,
)
_DATED = re.compile(
    r"\b(?:năm|tháng|quý|ngày|đến|kế\s+hoạch|mục\s+tiêu|phấn\s+đấu|trước|sau|cũ|mới|ước|dự\s+kiến|giai\s+đoạn)\b",
    re.I,
)
"""Two values of different times are no contradiction."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the values printed behind the same label."""
    known: dict[tuple[str, str], Figure] = {}
    for sentence in document.once(counting_sentences):
        for found in _LABEL.finditer(document.text, sentence.start, sentence.end):
            figure = next(iter(figures_between(document, found.end(), sentence.end)), None)
            context = document.text[sentence.start : found.end()]
            if figure is None or figure.start != found.end() or _DATED.search(context):
                continue
            if figure.role not in (Role.COUNT, Role.PERCENT) or figure.about:
                continue
            key = (" ".join(found.group("label").lower().split()), figure.unit)
            first = known.setdefault(key, figure)
            if abs(first.amount - figure.amount) > first.slack + figure.slack:
                yield _finding(document, found, first, figure)


def _finding(document: CheckedDocument, found: re.Match[str], first: Figure, figure: Figure) -> Finding:
    label = " ".join(found.group("label").split())
    message = f"“{label}” ở trên là {first.text}, ở đây là {figure.text}; thống nhất một số."
    candidate = Candidate("value", first.text, f"{first.text} được in ở trên cho cùng nội dung")
    return RULE.at(document, figure.start, figure.tail, message, candidates=(candidate,))


RULE = Rule("SL023", "figure-inconsistent", "Cùng một số liệu in hai giá trị", Severity.WARNING, check)
