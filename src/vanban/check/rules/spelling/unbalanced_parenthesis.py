"""CH001 unbalanced-parenthesis: ngoặc đơn mở mà không đóng, hoặc đóng mà không mở.

Kiểm tra gì: ngoặc đơn trong từng đoạn; dấu ")" sau số, chữ thứ tự như "a)" không tính.
Vì sao: người đọc không biết phần chú thích từ đâu đến đâu; thường mất một dấu khi gõ.
Ví dụ: "viên chức 50/200) đạt yêu cầu".
Nên viết: "viên chức (50/200) đạt yêu cầu".
Mức an toàn khi sửa: không tự sửa; chỗ đặt dấu còn thiếu do người soạn chọn.
Căn cứ: quy tắc chính tả.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.lines import Line

_PARENTHESIS = re.compile(r"[()]")
_ENUMERATOR = re.compile(
    r"(?:^|[\s“\"(,;:])(?:[a-zđ]{1,2}|\d{1,2}|[ivx]{1,4}|[a-zđ]\.\d{1,2}|\d{1,2}\.\d{1,2})\)$", re.I
)
_SENTENCE_END = re.compile(r"[.;]\s*$|\./\s*$")
_WORD_BEFORE = re.compile(r"\S+$")
_WORD_AFTER = re.compile(r"\S+")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Match the parentheses of each paragraph; a paragraph broken in two is matched with what follows it."""
    for part in document.structure.parts:
        carried = False
        for line in part.part.body:
            if line.table is None:
                opened, closed = _unmatched(document.text, line)
                if closed and not carried:
                    yield _stray(document, line, closed[0])
                carried = bool(opened) and not _SENTENCE_END.search(line.text)
                if opened and not carried:
                    yield _unclosed(document, line, opened[-1])


def _unmatched(text: str, line: Line) -> tuple[list[int], list[int]]:
    """Offsets of parentheses that open without closing, and close without opening."""
    opened: list[int] = []
    closed: list[int] = []
    for found in _PARENTHESIS.finditer(text, line.start, line.end):
        at = found.start()
        if text[at] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _ENUMERATOR.search(text[max(line.start, at - 6) : at + 1]) and at > line.start:
            closed.append(at)
    return opened, closed


def _stray(document: CheckedDocument, line: Line, at: int) -> Finding:
    before = _WORD_BEFORE.search(document.text, line.start, at)
    start = before.start() if before else at
    severity = unless_recognised(document, RULE.severity)
    return RULE.at(document, start, at + 1, "Ngoặc đơn đóng mà không mở.", severity=severity)


def _unclosed(document: CheckedDocument, line: Line, at: int) -> Finding:
    after = _WORD_AFTER.match(document.text, at, line.end)
    severity = unless_recognised(document, RULE.severity)
    return RULE.at(document, at, after.end() if after else at + 1, "Ngoặc đơn mở mà không đóng.", severity=severity)


RULE = Rule("CH001", "unbalanced-parenthesis", "Ngoặc đơn không đóng hoặc không mở", Severity.WARNING, check)
