"""CH012 near-word: cụm hai tiếng chỉ khác dấu hoặc thiếu, thừa một chữ so với một từ quen thuộc.

Kiểm tra gì: hai tiếng liền nhau không thành từ, nhưng đổi dấu của một tiếng (hoặc thêm, bớt một chữ ở tiếng không
có trong từ nào) thì thành từ thường dùng trong văn bản hành chính, và tiếng ấy không ghép với tiếng đứng bên kia thành
từ khác. Tên riêng không tính.
Vì sao: phần lớn là gõ sai hoặc nhận dạng sai dấu ("nền tàng", "ứng cứ", "giảm thiếu").
Ví dụ: "bố trí kính phí thực hiện".
Nên viết: "bố trí kinh phí thực hiện".
Mức an toàn khi sửa: đề nghị sửa; người soạn xem lại vì có thể là cụm từ ít dùng.
Căn cứ: bảng từ hai tiếng của quy tắc này.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.slips import slips_of
from vanban.check.language.words import like_phrase, unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for pairs one mark away from a word."""
    severity = unless_recognised(document, RULE.severity)
    for slip in document.once(slips_of).near:
        written = document.text[slip.start : slip.end]
        meant = like_phrase(written, slip.right)
        yield RULE.at(
            document,
            slip.start,
            slip.end,
            f"“{written}” có lẽ gõ sai; xem có phải “{meant}” không.",
            expected=meant,
            severity=severity,
        )


RULE = Rule(
    "CH012", "near-word", "Cụm từ lạ, chỉ khác dấu với một từ quen thuộc", Severity.WARNING, check, fix=Fix.PROPOSED
)
