"""CT020 sentence-cut-off: câu bị cắt giữa chừng ở cuối mục.

Kiểm tra gì: mục kết thúc bằng từ nối hoặc từ chờ bổ nghĩa ("và", "của", "các", "theo", "với", "để" …) mà dòng sau
là một mục khác.
Vì sao: phần sau của câu đã mất.
Ví dụ: "a) Rà soát hồ sơ của" rồi đến "b) Tổng hợp".
Nên viết: "a) Rà soát hồ sơ của các xã".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: quy tắc ngữ pháp.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.outline import own_parts, reading_order
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_JOINING_WORDS = """
và của các những theo với cho để tại về hoặc do bởi trong từ nhằm cùng như là bằng được
"""
_JOINING = frozenset(_JOINING_WORDS.split())


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the last word of lines that another item follows."""
    severity = unless_recognised(document, RULE.severity)
    for part in own_parts(document):
        for node, following in reading_order(part):
            line = node.line
            if line is None or line.marker is None or line.table is not None:
                continue
            last = line.text.rsplit(None, 1)[-1]
            ends = following is None or (following.line is not None and following.line.marker is not None)
            if last in _JOINING and ends:
                message = f"Câu kết thúc ở từ “{last}”; có lẽ mất phần sau."
                yield RULE.at(document, line.end - len(last), line.end, message, severity=severity)


RULE = Rule("CT020", "sentence-cut-off", "Câu bị cắt giữa chừng", Severity.WARNING, check)
