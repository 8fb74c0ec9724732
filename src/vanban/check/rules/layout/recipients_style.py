"""TD056 recipients-style: nơi nhận không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: "Nơi nhận:" cỡ chữ 12, nghiêng, đậm; các nơi nhận cỡ chữ 11, đứng.
Vì sao: thống nhất thể thức giữa các cơ quan.
Ví dụ: "Nơi nhận:" kiểu chữ đứng, danh sách cỡ 14.
Nên viết: "Nơi nhận:" cỡ 12, nghiêng, đậm; danh sách cỡ 11.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8 và Phụ lục I, mục II.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.decree import IN_FORCE, annex
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_HEADING = Prescribed(sizes=(12, 12), bold=True, italic=True)
_ENTRY = Prescribed(sizes=(11, 11), bold=False, italic=False)


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the heading and at the first entry that is wrong."""
    form = form_of(document)
    heading = form.recipients
    if heading is None:
        return
    words = heading.start + len(heading.text.partition(":")[0])
    found = faults(document, heading.start, words, _HEADING)
    if found:
        yield RULE.at(document, heading.start, words, f"“Nơi nhận”: {'; '.join(found)}.")
    for entry in form.entries:
        found = faults(document, entry.start, entry.end, _ENTRY)
        if found:
            yield RULE.at(document, entry.start, entry.end, f"Danh sách nơi nhận: {'; '.join(found)}.")
            return


RULE = Rule(
    "TD056", "recipients-style", "Nơi nhận trình bày sai", Severity.INFO, check,
    scope=Scope.STATE, needs=frozenset({Need.LAYOUT}), basis=annex("mục II.9"), valid_from=IN_FORCE,
)  # fmt: skip
