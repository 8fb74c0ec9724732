"""CH002 impossible-syllable: chữ không thể là một tiếng Việt.

Kiểm tra gì: từ có dấu tiếng Việt mà âm đầu, vần và thanh không ghép được với nhau, hoặc mất phụ âm đầu ("ịnh"). Tên
riêng (kể cả tên dân tộc thiểu số như Đắk Lắk, Kon Tum), tiếng nước ngoài, chữ viết tắt, mã số, địa chỉ thư điện tử và
trang mạng không tính; chỗ CH012 đã đoán được từ đúng cũng không báo lại. Tệp PDF thì chỉ lưu ý, vì chữ được ghép lại.
Vì sao: từ ấy chắc chắn gõ hoặc nhận dạng sai, nhưng không đoán được chắc từ đúng.
Ví dụ: "sắp xêp lại bộ máy".
Nên viết: "sắp xếp lại bộ máy".
Mức an toàn khi sửa: không tự sửa; nêu các tiếng gần nhất để người soạn chọn.
Căn cứ: quy tắc chính tả; cấu tạo của âm tiết tiếng Việt.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.nonwords import Kind, candidates_for, of_kind
from vanban.check.language.slips import slips_of
from vanban.check.language.words import unless_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_PAGES = "pdf"
"""Letters of a page are put together from their places; a word that cannot be one may have been put together wrong."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at words that no onset, rhyme and tone make."""
    of_pages = document.structure.document.format == _PAGES
    severity = Severity.INFO if of_pages else unless_recognised(document, RULE.severity)
    told = [(slip.start, slip.end) for slip in document.once(slips_of).near]
    for found in of_kind(document, (Kind.IMPOSSIBLE,)):
        if any(start <= found.start < end for start, end in told):
            continue
        near = tuple(Candidate("word", word, "chỉ khác dấu thanh") for word in candidates_for(found.word))
        message = f"“{found.word}” không thể là một tiếng Việt; xem lại cách gõ."
        yield RULE.at(document, found.start, found.end, message, candidates=near, severity=severity)


RULE = Rule("CH002", "impossible-syllable", "Chữ không phải tiếng Việt", Severity.WARNING, check)
