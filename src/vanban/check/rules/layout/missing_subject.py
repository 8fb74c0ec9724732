"""TD016 missing-subject: dưới tên loại hoặc dưới số công văn không có trích yếu.

Kiểm tra gì: văn bản có tên loại có trích yếu dưới tên loại; công văn có trích yếu dưới số, ký hiệu.
Vì sao: không có trích yếu thì không vào sổ, không tra cứu được.
Ví dụ: dưới "KẾ HOẠCH" là ngay phần căn cứ.
Nên viết: dưới "KẾ HOẠCH" là "Phòng, chống dịch bệnh mùa hè năm 2026".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure import marks
from vanban.types import Span


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the subject below the title, or below the number of a letter that has its letterhead."""
    head = document.structure.main.head
    if head.subject or (head.title_span and _is_followed_by_words(document, head.title_span)):
        return
    if head.title_span:
        message = "Thiếu trích yếu nội dung dưới tên loại văn bản."
        yield RULE.at(document, head.title_span.start, head.title_span.end, message)
    elif form_of(document).national and head.number_span and form_of(document).addressed:
        message = "Thiếu trích yếu nội dung công văn (V/v …) dưới số và ký hiệu."
        yield RULE.at(document, head.number_span.start, head.number_span.end, message)


def _is_followed_by_words(document: CheckedDocument, title: Span) -> bool:
    """The line below the title may be a subject that was not understood; body text, an item or addressees are none."""
    form = form_of(document)
    line = next((line for line in (*form.head, *form.body) if line.start >= title.end), None)
    rest = document.text[title.end : document.text.find("\n", title.end)].strip()
    if rest:
        return True
    if line is None or line.marker or marks.ADDRESSED_TO.match(line.text):
        return False
    return not marks.BODY_OPENING.match(line.text)


RULE = Rule(
    "TD016", "missing-subject", "Thiếu trích yếu nội dung", Severity.WARNING, check,
    scope=Scope.STATE, basis=annex("mục II.5"), valid_from=IN_FORCE,
)  # fmt: skip
