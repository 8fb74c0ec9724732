"""VD003 kind-symbol-mismatch: tên loại không khớp với chữ viết tắt trong ký hiệu.

Kiểm tra gì: "Quyết định số 12/KH-UBND", "Nghị định số 30/2020/TT-BNV": tên loại in trước số so với ký hiệu.
Vì sao: người đọc tìm theo tên loại hoặc theo ký hiệu đều có thể ra văn bản khác.
Ví dụ: "Quyết định số 12/KH-UBND".
Nên viết: "Kế hoạch số 12/KH-UBND".
Mức an toàn khi sửa: không tự sửa; phải đối chiếu bản gốc.
Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục III (chữ viết tắt tên loại); quy định của Đảng về ký hiệu văn bản.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule, Seen
from vanban.check.rules.citations.reading import Citation, citations
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.kinds import KIND_BY_SYMBOL, KIND_BY_TITLE

_KINDS = {**KIND_BY_SYMBOL, "TT": "thong_tu", "NĐ": "nghi_dinh", "TTLT": "thong_tu"}
_TITLES = {**KIND_BY_TITLE, "thông tư": "thong_tu", "nghị định": "nghi_dinh", "thông tư liên tịch": "thong_tu"}
_NAMES = {kind: title.capitalize() for title, kind in reversed(_TITLES.items())}
_ALSO = {
    "quy_dinh": {"QĐ"}, "ket_luan": {"TB"}, "thong_bao": {"KL"}, "quy_che": {"QĐ", "NQ"}, "de_an": {"QĐ"},
    "chuong_trinh": {"QĐ"}, "cong_van": set(KIND_BY_SYMBOL), "quyet_dinh": {"QyĐ"}, "phuong_an": {"QĐ"},
    "ke_hoach": {"QĐ"}, "thong_tu": {"TTLT"},
}  # fmt: skip
"""Titles that are cited with another symbol: issued by a decision, printed as a notice of conclusions, or general."""
_GENERAL = frozenset({"văn bản", "công văn"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the printed kind of each citation with its symbol."""
    for citation in document.once(citations):
        printed, meant = _printed_kind(citation), _symbol_part(citation.symbol)
        if printed and meant and _KINDS[meant] != printed and meant not in _ALSO.get(printed, ()):
            message = (
                f"Ký hiệu {citation.symbol} là của {_NAMES[_KINDS[meant]].lower()}, không phải {_bare(citation.title)}."
            )
            yield RULE.at(document, citation.start, citation.place.end, message)


def seen(document: CheckedDocument) -> Seen:
    """How many documents are cited, and how many with a kind and a symbol that tells one."""
    known = document.once(citations)
    judged = sum(_printed_kind(one) is not None and _symbol_part(one.symbol) is not None for one in known)
    return Seen("viện dẫn", len(known), judged)


def _bare(title: str) -> str:
    return re.sub(r"^các\s+|\s+(?:liên\s+tịch|kết\s+luận)$", "", title.lower().strip())


def _printed_kind(citation: Citation) -> str | None:
    """The kind named with a capital: "theo quy định" names none."""
    title = " ".join(_bare(citation.title).split())
    if title in _GENERAL or not citation.title[:1].isupper():
        return None
    return _TITLES.get(title)


def _symbol_part(symbol: str) -> str | None:
    parts = [part for part in re.split(r"[/\-]", symbol) if not part.isdigit()]
    return parts[0] if parts and parts[0] in _KINDS else None


RULE = Rule(
    "VD003", "kind-symbol-mismatch", "Tên loại không khớp với ký hiệu", Severity.ERROR, check, seen=seen,
    basis="NĐ 30/2020/NĐ-CP, Phụ lục III",
)  # fmt: skip
