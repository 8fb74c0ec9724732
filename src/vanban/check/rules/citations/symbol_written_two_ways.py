"""VD010 symbol-written-two-ways: cùng một văn bản mà ký hiệu viết hai kiểu.

Kiểm tra gì: cùng số, tên loại mà ký hiệu chỉ khác thứ tự các phần, dấu nối hoặc chữ hoa, chữ thường.
Vì sao: tìm theo ký hiệu sẽ không ra; không rõ ký hiệu nào đúng.
Ví dụ: "Kế hoạch số 16/KH-MTTQ-BTT" rồi "Kế hoạch số 16/KH-BTT-MTTQ".
Nên viết: một ký hiệu, đúng bản gốc.
Mức an toàn khi sửa: không tự sửa; nêu cách viết nhiều nhất trong văn bản.
Căn cứ: đối chiếu trong văn bản.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import Citation, citations
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the symbols that are the same but for order, joints and case with the one printed most."""
    groups: defaultdict[tuple[str, tuple[str, ...]], list[Citation]] = defaultdict(list)
    for one in document.once(citations):
        if not one.title.isupper():
            groups[one.key[0], _parts(one.symbol)].append(one)
    for group in groups.values():
        printed = Counter(one.symbol for one in group)
        usual = max(group, key=lambda one: (printed[one.symbol], -one.start))
        for one in group:
            if one.symbol != usual.symbol and _same_day(usual, one):
                message = f"Ký hiệu này ở chỗ khác viết {usual.number}/{usual.symbol}; thống nhất một cách viết."
                candidate = Candidate("symbol", usual.symbol, "cách viết nhiều nhất trong văn bản")
                yield RULE.at(document, *one.place, message, candidates=(candidate,))


def _same_day(first: Citation, second: Citation) -> bool:
    return None in (first.issued_on, second.issued_on) or first.issued_on == second.issued_on


def _parts(symbol: str) -> tuple[str, ...]:
    return tuple(sorted(part.upper() for part in re.split(r"[/\-]", symbol)))


RULE = Rule("VD010", "symbol-written-two-ways", "Ký hiệu viết hai kiểu", Severity.WARNING, check)
