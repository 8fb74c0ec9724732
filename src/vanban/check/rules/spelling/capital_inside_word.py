"""CH028 capital-inside-word: chữ hoa lọt vào trong từ.

Kiểm tra gì: tiếng Việt có chữ hoa ở giữa hoặc chữ thường ở đầu ("CHủ tịch", "nHân dân"). Chữ viết tắt và tên riêng
tiếng nước ngoài không tính.
Vì sao: phím Shift nhả chậm hoặc Caps Lock còn bật.
Ví dụ: "CHủ tịch Ủy ban nhân dân".
Nên viết: "Chủ tịch Ủy ban nhân dân".
Mức an toàn khi sửa: đề nghị sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.grammar import is_syllable
from vanban.check.language.words import Words, unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_SHORTEST = 3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for capitals behind the first letter of syllables with a Vietnamese mark."""
    words = document.once(Words.of)
    severity = unless_recognised(document, RULE.severity)
    slipped = {word for word in set(words.words) if _has_capital_inside(word)}
    for index, word in enumerate(words.words if slipped else ()):
        if word in slipped and not words.glued(index) and not words.in_code(index):
            right = word.capitalize() if word[0].isupper() else word.lower()
            message = f"“{word}” có chữ hoa ở giữa; viết “{right}”."
            yield RULE.at(document, words.starts[index], words.ends[index], message, expected=right, severity=severity)


def _has_capital_inside(word: str) -> bool:
    """True for a syllable with a Vietnamese mark that is neither small nor capital nor begins with its only capital."""
    if len(word) < _SHORTEST or word.isascii() or word.islower() or word.istitle() or word.isupper():
        return False
    return is_syllable(word.lower())


RULE = Rule("CH028", "capital-inside-word", "Chữ hoa lọt vào trong từ", Severity.WARNING, check, fix=Fix.PROPOSED)
