"""VD004 issuer-symbol-mismatch: cơ quan ban hành không khớp với ký hiệu.

Kiểm tra gì: cơ quan in sau "của" so với phần cơ quan trong ký hiệu (CP, TTg, QH, TW, UBND, HĐND, TU, bộ).
Vì sao: thường nhầm Chính phủ với Thủ tướng Chính phủ; hai cơ quan có thẩm quyền khác nhau.
Ví dụ: "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Chính phủ".
Nên viết: "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ".
Mức an toàn khi sửa: không tự sửa; đề xuất tên cơ quan theo ký hiệu.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I và III (ký hiệu gồm chữ viết tắt tên cơ quan ban hành).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.rules.citations.reading import citations
from vanban.check.subject import CheckedDocument
from vanban.results import Candidate, Finding, Severity

_CENTRAL = re.compile(r"Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Trung ương|Tổng Bí thư")
_PROVINCIAL = re.compile(r"(?:Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Đảng bộ |Tỉnh ủy|Thành ủy)")
_ISSUERS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("CP", re.compile(r"Chính phủ\b"), "Chính phủ"),
    ("TTg", re.compile(r"(?:Phó )?Thủ tướng(?: Chính phủ)?"), "Thủ tướng Chính phủ"),
    ("QH", re.compile(r"Quốc hội\b"), "Quốc hội"),
    ("UBTVQH", re.compile(r"Ủy ban Thường vụ Quốc hội", re.I), "Ủy ban Thường vụ Quốc hội"),
    ("TW", _CENTRAL, "cơ quan Trung ương của Đảng"),
    ("TU", _PROVINCIAL, "Tỉnh ủy, Thành ủy"),
    ("UBND", re.compile(r"(?:Chủ tịch )?Ủy ban nhân dân"), "Ủy ban nhân dân"),
    ("HĐND", re.compile(r"(?:Thường trực )?Hội đồng nhân dân"), "Hội đồng nhân dân"),
    ("VPCP", re.compile(r"Văn phòng Chính phủ"), "Văn phòng Chính phủ"),
)  # fmt: skip
_MINISTRIES = {
    "BTC": "Bộ Tài chính", "BNV": "Bộ Nội vụ", "BXD": "Bộ Xây dựng", "BYT": "Bộ Y tế", "BCT": "Bộ Công Thương",
    "BTP": "Bộ Tư pháp", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BKHCN": "Bộ Khoa học và Công nghệ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo", "BNNMT": "Bộ Nông nghiệp và Môi trường", "BNG": "Bộ Ngoại giao",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BDTTG": "Bộ Dân tộc và Tôn giáo",
}  # fmt: skip
_NUMBERED = re.compile(r"\d+$")


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the printed issuer of each citation with the one in its symbol."""
    for citation in document.once(citations):
        printed = _class_of(citation.issuer or "")
        meant = _class_of_symbol(citation.symbol)
        if printed and meant and printed[0] != meant[0]:
            message = f"Ký hiệu {citation.symbol} là của {meant[1]}, không phải {citation.issuer}."
            candidate = Candidate("issuer", meant[1], "cơ quan theo ký hiệu")
            yield RULE.at(document, citation.start, citation.end, message, candidates=(candidate,))


def _class_of(issuer: str) -> tuple[str, str] | None:
    ministry = next(((code, name) for code, name in _MINISTRIES.items() if issuer.lower() == name.lower()), None)
    return ministry or next(((code, name) for code, pattern, name in _ISSUERS if pattern.match(issuer)), None)


def _class_of_symbol(symbol: str) -> tuple[str, str] | None:
    parts = {_NUMBERED.sub("", part) for part in re.split(r"[/\-]", symbol)}
    found = [(code, name) for code, _, name in _ISSUERS if code in parts]
    found += [(code, name) for code, name in _MINISTRIES.items() if code in parts]
    return found[0] if len(found) == 1 else None


RULE = Rule(
    "VD004", "issuer-symbol-mismatch", "Cơ quan ban hành không khớp với ký hiệu", Severity.ERROR, check,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục I, III",
)  # fmt: skip
