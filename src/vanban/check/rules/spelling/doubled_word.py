"""CH013 doubled-word: một từ gõ hai lần liền nhau.

Kiểm tra gì: hai tiếng giống nhau đứng liền nhau, trừ từ láy ("ngày ngày", "dần dần") và chỗ hai từ gặp nhau ("cơ
quan quan trọng"). Khi tiếng thứ nhất là cuối của một từ hai tiếng mà sau đó còn một thực từ thì chỉ lưu ý.
Vì sao: thường do sửa câu mà quên xóa; với từ nối ("của của", "và và") thì chắc chắn sai.
Ví dụ: "nhiệm vụ của của các sở".
Nên viết: "nhiệm vụ của các sở".
Mức an toàn khi sửa: sửa ngay được với từ nối; các từ khác chỉ báo để người soạn xem.
Căn cứ: quy tắc chính tả.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from vanban.check.language.compounds import COMPOUNDS, is_function_word
from vanban.check.language.reduplicatives import JOINING_WORDS, NAME_HEADS, REDUPLICATIVES, WORDS_WITH_JOINING_END
from vanban.check.language.words import Words, unless_recognised
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare every word with the next one."""
    words = document.once(Words.of)
    pairs = enumerate(zip(words.keys, islice(words.keys, 1, None), strict=False))
    for index in [index for index, (first, second) in pairs if first == second]:
        if _is_double(words, index):
            yield _finding(document, words, index)
    severity = unless_recognised(document, Severity.ERROR)
    for index in _doubled_compounds(words):
        start, end = words.starts[index], words.ends[index + 3]
        message = f"“{document.text[start:end]}” lặp một từ."
        yield RULE.at(document, start, end, message, severity=severity)


def _doubled_compounds(words: Words) -> Iterator[int]:
    """Where a word of two syllables stands twice ("hoạt động hoạt động"), by the index of its first syllable."""
    keys = words.keys
    for index in range(len(keys) - 3):
        if keys[index] == keys[index + 2] and keys[index + 1] == keys[index + 3] and keys[index] != keys[index + 1]:
            joined = words.joined(index) and words.joined(index + 1) and words.joined(index + 2)
            if joined and f"{keys[index]} {keys[index + 1]}" in COMPOUNDS and not _is_name(words, index):
                yield index


def _is_name(words: Words, index: int) -> bool:
    """True when the second of the two begins a name ("cơ quan Cơ quan điều tra")."""
    return words.words[index + 2][0].isupper() and not words.words[index][0].isupper()


def _is_double(words: Words, index: int) -> bool:
    """Not for words that double on purpose, and not where the second one begins a compound ("cơ quan | quan trọng")."""
    word, second = words.keys[index], words.words[index + 1]
    if len(word) == 1 or not word.isalpha() or not words.joined(index):
        return False
    if word in JOINING_WORDS:
        return index == 0 or f"{words.keys[index - 1]} {word}" not in WORDS_WITH_JOINING_END
    if second[0].isupper() and not second.isupper():
        return word in NAME_HEADS and words.words[index] == second
    if word in REDUPLICATIVES or second.isupper():
        return False
    return not _begins_a_word(words, index) or (not _ends_a_word(words, index) and _stands_alone_before(words, index))


def _begins_a_word(words: Words, index: int) -> bool:
    return index + 2 < len(words) and f"{words.keys[index]} {words.keys[index + 2]}" in COMPOUNDS


def _ends_a_word(words: Words, index: int) -> bool:
    return index > 0 and f"{words.keys[index - 1]} {words.keys[index]}" in COMPOUNDS


def _stands_alone_before(words: Words, index: int) -> bool:
    """True when the word before the pair cannot be the first half of a word: a sign, or a word that only joins."""
    return index == 0 or not words.joined(index - 1) or _joins_nothing(words.keys[index - 1])


def _stands_alone_behind(words: Words, index: int) -> bool:
    """True when the word behind the pair cannot be the second half of a word."""
    return index + 2 >= len(words) or not words.joined(index + 1) or _joins_nothing(words.keys[index + 2])


def _joins_nothing(word: str) -> bool:
    return not word.isalpha() or is_function_word(word)


def _finding(document: CheckedDocument, words: Words, index: int) -> Finding:
    start, end = words.starts[index], words.ends[index + 1]
    certain = words.keys[index] in JOINING_WORDS
    severity = unless_recognised(document, Severity.ERROR if certain else _doubt(words, index))
    word = words.words[index]
    message = f"“{document.text[start:end]}” lặp một từ."
    return RULE.at(document, start, end, message, expected=word if certain else None, severity=severity)


def _doubt(words: Words, index: int) -> Severity:
    """Certain when one half belongs to a word beside it and the other half to none; a hint when it could belong."""
    if _ends_a_word(words, index):
        return Severity.ERROR if _stands_alone_behind(words, index) else Severity.INFO
    return Severity.ERROR if _begins_a_word(words, index) else Severity.WARNING


RULE = Rule("CH013", "doubled-word", "Từ gõ lặp", Severity.ERROR, check, fix=Fix.SAFE)
