"""CT011 missing-annex: viện dẫn phụ lục kèm theo mà văn bản không có.

Kiểm tra gì: "Phụ lục II", "Phụ lục kèm theo" của chính văn bản mà tệp không có phụ lục ấy. Tệp không có phụ lục nào
thì chỉ lưu ý, vì phụ lục có thể để ở tệp khác; có phụ lục khác mà thiếu đúng số được viện dẫn thì cảnh báo. Phụ lục
của văn bản khác không tính.
Vì sao: nơi nhận không có căn cứ để làm.
Ví dụ: "theo Phụ lục III" trong văn bản chỉ có Phụ lục I và II.
Nên viết: kèm đủ phụ lục, hoặc sửa số phụ lục.
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục III.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.annexes import annex_numbers, citations_of_annexes, has_annexes
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the annexes that are cited with those that are there; each missing one is reported once."""
    there = document.once(annex_numbers)
    any_there = document.once(has_annexes)
    told: set[int | None] = set()
    for citation in document.once(citations_of_annexes):
        missing = not any_there or (citation.number is not None and bool(there) and citation.number not in there)
        if missing and citation.number not in told:
            told.add(citation.number)
            severity = Severity.WARNING if any_there else Severity.INFO
            message = "Văn bản viện dẫn phụ lục này nhưng trong tệp không có."
            yield RULE.at(document, citation.start, citation.end, message, severity=severity)


RULE = Rule("CT011", "missing-annex", "Thiếu phụ lục được viện dẫn", Severity.WARNING, check)
