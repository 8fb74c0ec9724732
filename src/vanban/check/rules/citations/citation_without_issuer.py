"""VD002 citation-without-issuer: viện dẫn lần đầu mà không ghi cơ quan ban hành.

Kiểm tra gì: lần đầu nhắc văn bản có ký hiệu của UBND, HĐND, cấp ủy, là ký hiệu nhiều nơi cùng dùng.
Vì sao: "12/KH-UBND" có thể của tỉnh, của xã nào cũng được.
Ví dụ: "theo Kế hoạch số 12/KH-UBND ngày 10/01/2026".
Nên viết: "theo Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation, first_mentions, series_from
from vanban.check.rules.citations.summing_up import each_or_one
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_MANY_ISSUERS = re.compile(r"(?:^|[-/])(?:UBND|HĐND|TU|ĐU|HU|BTV|MTTQ)(?:$|[-/])")
_OF_ISSUER = re.compile(r"[\s,(]*của\b|[\s,(]*(?:Ủy|Uỷ|UBND|Tỉnh|Hội|Đảng)\b", re.I)
_ISSUER_BEFORE = re.compile(
    r"\b(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Tỉnh ủy|Đảng ủy|Thành ủy|của [Tt]ỉnh)\b[^.;]{0,60}$"
)
_NEAR = 80


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look at the first mention of every document whose symbol many bodies use."""
    firsts = [group[0] for group in document.once(first_mentions)]
    lacking = [one for one in firsts if _lacks_issuer(document, one)]
    yield from each_or_one(RULE, document, lacking, "Viện dẫn lần đầu thiếu tên cơ quan ban hành văn bản")


def _lacks_issuer(document: CheckedDocument, one: Citation) -> bool:
    if one.issuer or not _MANY_ISSUERS.search(one.symbol) or _shares_suffix(document, one):
        return False
    if any(other.issuer for other in series_from(document, one)):
        return False
    before = document.text[max(0, one.start - _NEAR) : one.start]
    return not _OF_ISSUER.match(document.text, one.end) and not _ISSUER_BEFORE.search(before)


def _shares_suffix(document: CheckedDocument, one: Citation) -> bool:
    """A document of the same issuer as this one needs no name."""
    own = re.split(r"[-/]", document.header.symbol or "")
    return bool(set(own) & set(re.split(r"[-/]", one.symbol)) & {"UBND", "HĐND", "TU", "ĐU", "MTTQ"})


RULE = Rule(
    "VD002", "citation-without-issuer", "Viện dẫn lần đầu thiếu cơ quan ban hành", Severity.INFO, check,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I",
)  # fmt: skip
