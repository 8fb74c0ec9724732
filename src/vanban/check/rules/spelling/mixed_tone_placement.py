"""CH032 mixed-tone-placement: đặt dấu thanh theo hai lối trong một văn bản.

Kiểm tra gì: "hòa" và "hoà", "ủy" và "uỷ" (vần oa, oe, uy không có phụ âm cuối) cùng có trong văn bản. Báo một lần
cho mỗi tiếng viết theo lối ít dùng hơn, ở chỗ đầu tiên.
Vì sao: trình bày không thống nhất; tìm một cách viết sẽ sót cách viết kia.
Ví dụ: "Ủy ban nhân dân" ở mục 1, "Uỷ ban nhân dân" ở mục 2.
Nên viết: một lối trong cả văn bản.
Mức an toàn khi sửa: không tự sửa; cả hai lối đều đúng, cơ quan tự chọn.
Căn cứ: tính thống nhất của văn bản.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.grammar import read_syllable
from vanban.check.language.words import Words, is_recognised
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Count the syllables of both schools."""
    if is_recognised(document):
        return
    words = document.once(Words.of)
    first: list[int] = []
    second: list[int] = []
    for key, places in words.positions.items():
        syllable = None if key.isascii() else read_syllable(key)
        if syllable and syllable.key != syllable.other:
            for index in places:
                (first if words.lower[index] == syllable.key else second).append(index)
    if first and second:
        yield from _findings(document, words, min(first, second, key=len))


def _findings(document: CheckedDocument, words: Words, rare: list[int]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index in sorted(rare):
        if words.lower[index] not in seen:
            seen.add(words.lower[index])
            message = f"“{words.words[index]}” đặt dấu khác lối của phần lớn văn bản."
            yield RULE.at(document, words.starts[index], words.ends[index], message)


RULE = Rule("CH032", "mixed-tone-placement", "Hai lối đặt dấu thanh", Severity.INFO, check)
