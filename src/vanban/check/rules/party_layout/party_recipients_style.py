"""TL031 party-recipients-style: nơi nhận không đúng cỡ chữ, kiểu chữ hoặc vị trí quy định.

Kiểm tra gì: "Nơi nhận:" cỡ chữ 12, gạch chân; các nơi nhận cỡ chữ 11.
Vì sao: kiểu nghiêng, đậm là của văn bản nhà nước.
Ví dụ: "Nơi nhận:" không gạch chân.
Nên viết: "Nơi nhận:" cỡ 12, gạch chân; danh sách cỡ 11.
Mức an toàn khi sửa: không tự sửa; định dạng do người soạn chỉnh trong Word.
Căn cứ: Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule, Scope
from vanban.check.rules.layout.reading.form import form_of
from vanban.check.rules.layout.reading.looks import Prescribed, faults
from vanban.check.rules.party_layout.reading.guide import GUIDE_2026, GUIDE_2026_FROM
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_HEADING = Prescribed(sizes=(12, 12), underline=True)
_ENTRY = Prescribed(sizes=(11, 11))


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
    "TL031", "party-recipients-style", "Nơi nhận trình bày sai", Severity.INFO, check,
    needs=frozenset({Need.LAYOUT}),
    scope=Scope.PARTY, basis=GUIDE_2026, valid_from=GUIDE_2026_FROM,
)  # fmt: skip
