"""CT017 open-changes: tệp còn thay đổi đang theo dõi hoặc nhận xét chưa xử lý.

Kiểm tra gì: tệp Word còn đoạn chèn, đoạn xóa đang theo dõi (Track Changes) hoặc còn nhận xét bên lề.
Vì sao: người nhận thấy được nội dung đã bỏ và ý kiến nội bộ; bản in có thể khác bản trên máy.
Ví dụ: tệp gửi đi còn ba nhận xét bên lề.
Nên viết: chấp nhận hoặc từ chối mọi thay đổi, xóa nhận xét trước khi trình ký.
Mức an toàn khi sửa: không tự sửa; phải có người quyết định từng thay đổi.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 10: dự thảo phải hoàn chỉnh trước khi ký.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.types import NoticeCode

_MESSAGES = {
    NoticeCode.OPEN_CHANGES: "Tệp còn thay đổi đang theo dõi; chấp nhận hoặc từ chối trước khi trình ký.",
    NoticeCode.OPEN_COMMENTS: "Tệp còn nhận xét bên lề; xử lý và xóa trước khi trình ký.",
}


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Take over what the reader of the file noticed; the finding stands at the first line."""
    block = document.structure.document.blocks[0] if document.structure.document.blocks else None
    for notice in document.structure.document.notices:
        if block and notice.code in _MESSAGES:
            end = document.text.find("\n", block.start, block.end)
            yield RULE.at(document, block.start, end if end > 0 else block.end, _MESSAGES[notice.code])


RULE = Rule(
    "CT017",
    "open-changes",
    "Tệp còn thay đổi, nhận xét chưa xử lý",
    Severity.WARNING,
    check,
    needs=frozenset({Need.LAYOUT}),
)
