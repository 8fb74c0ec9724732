"""CH033 i-for-y: viết "i" thay "y" khác lệ của văn bản hành chính.

Kiểm tra gì: "qui định", "qui chế", "qui hoạch", "quí"; "kĩ thuật", "kỉ luật", "xử lí", "quản lí", "tỉ lệ", "mĩ
thuật", "hi vọng" khi văn bản cũng viết tiếng ấy với "y". Báo một lần cho mỗi cụm, ở chỗ đầu tiên.
Vì sao: cả hai cách đều có trong từ điển; văn bản hành chính quen dùng "y", và một văn bản chỉ nên dùng một cách.
Ví dụ: "qui định", "xử lí" và "xử lý" trong một văn bản.
Nên viết: "quy định", "xử lý".
Mức an toàn khi sửa: đề nghị sửa cho thống nhất.
Căn cứ: cách viết của các văn bản quy phạm pháp luật; tính thống nhất của văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import Words, is_recognised, like_phrase
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_ALWAYS = {
    "qui định": "quy định", "qui chế": "quy chế", "qui hoạch": "quy hoạch", "qui trình": "quy trình",
    "qui mô": "quy mô", "qui chuẩn": "quy chuẩn", "qui tắc": "quy tắc", "qui phạm": "quy phạm",
}  # fmt: skip
_WHEN_MIXED = {
    "kĩ": "kỹ", "kỉ": "kỷ", "lí": "lý", "tỉ": "tỷ", "mĩ": "mỹ", "quí": "quý", "kì": "kỳ", "hi": "hy", "sĩ": "sỹ",
}  # fmt: skip
_ALWAYS_WITH_I = frozenset({"tỉ mỉ", "hi hữu", "bác sĩ", "nghệ sĩ"})


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for phrases with i; of syllables that waver only where the document has both."""
    if is_recognised(document):
        return
    words = document.once(Words.of)
    seen: set[str] = set()
    for short in _WHEN_MIXED.keys() | {"qui"}:
        for index in words.positions.get(short, ()):
            right = _meant(words, index, short)
            if right and right not in seen:
                seen.add(right)
                yield _finding(document, words, index, right)


def _meant(words: Words, index: int, short: str) -> str | None:
    """The spelling with y, in small letters; None where i is right or the document keeps to it."""
    following = words.keys[index + 1] if words.joined(index) else ""
    if short == "qui":
        return _ALWAYS.get(f"qui {following}")
    if f"{short} {following}" in _ALWAYS_WITH_I or short == "sĩ":
        return None
    with_y = _WHEN_MIXED[short]
    return with_y if with_y in words.positions else None


def _finding(document: CheckedDocument, words: Words, index: int, right: str) -> Finding:
    end = words.ends[index + len(right.split()) - 1]
    start = words.starts[index]
    meant = like_phrase(document.text[start:end], right)
    return RULE.at(document, start, end, f"Viết “{meant}” cho thống nhất.", expected=meant)


RULE = Rule("CH033", "i-for-y", "Viết i thay y", Severity.INFO, check, fix=Fix.PROPOSED)
