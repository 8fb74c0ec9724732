"""Text of the years before Unicode: TCVN3 (ABC, the fonts ``.VnTime`` …) and VNI (``VNI-Times`` …).

Both keep Vietnamese letters in places where Latin-1 has others, so that such text arrives as "Céng hßa x· héi" or
"Coäng hoøa xaõ hoäi". A font name is proof; without one, text counts as old only when nearly all of its accented words
become Vietnamese syllables by conversion and were none before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from vanban.text.normalize import nfc
from vanban.text.syllables import is_syllable


class LegacyEncoding(StrEnum):
    """An encoding from before Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


def _pairs(codes: str, letters: str) -> dict[str, str]:
    return dict(zip(codes, letters, strict=True))


TCVN3 = (
    _pairs("¡¢£¤¥¦§¨©ª«¬\xad®", "ĂÂÊÔƠƯĐăâêôơưđ")
    | _pairs("µ¶·¸¹»¼½¾ÆÇÈÉÊË", "àảãáạằẳẵắặầẩẫấậ")
    | _pairs("ÌÎÏÐÑÒÓÔÕÖ", "èẻẽéẹềểễếệ")
    | _pairs("×ØÜÝÞ", "ìỉĩíị")
    | _pairs("ßáâãäåæçèéêëìíî", "òỏõóọồổỗốộờởỡớợ")
    | _pairs("ïñòóôõö÷øù", "ùủũúụừửữứự")
    | _pairs("úûüýþ", "ỳỷỹýỵ")
)
"""Characters of Latin-1 to the letters that TCVN3 has in their places. Capitals with tones exist in fonts alone."""

_VNI_MARKS = {
    "a": _pairs("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": _pairs("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": _pairs("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "ô": _pairs("ùøûõï", "ớờởỡợ"),
    "u": _pairs("ùøûõï", "úùủũụ"),
    "ö": _pairs("ùøûõï", "ứừửữự"),
    "y": _pairs("ùøûõ", "ýỳỷỹ"),
}
_VNI_LOWER = {base + mark: letter for base, marks in _VNI_MARKS.items() for mark, letter in marks.items()}
_VNI_LOWER |= _pairs("íìæóòôöîñ", "íìỉĩịơưỵđ")
VNI = (
    _VNI_LOWER
    | {code.upper(): letter.upper() for code, letter in _VNI_LOWER.items()}
    | {code[0].upper() + code[1]: letter.upper() for code, letter in _VNI_LOWER.items() if len(code) == 2}
)
"""Letters and pairs of letter and mark in VNI to the letters they stand for."""

_VNI_CODE = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_TCVN3_CODES = str.maketrans(TCVN3)
_OLD_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_WORD = re.compile("[A-Za-z\u00a1-\uffff]+")
_SEPARATORS = re.compile("[\u2000-\u206f«»]+")
_NOT_LATIN_1 = re.compile("[^\x00-\xff]")
_MOST_WORDS = 3_000
_FEWEST_WORDS = 4
_MOSTLY = 0.85
_MODERN = 0.1
_FEWER = 0.5


def encoding_of_font(name: str | None) -> LegacyEncoding | None:
    """The encoding that a font name stands for."""
    folded = (name or "").strip(" \"'").lower()
    if folded.startswith(".vn"):
        return LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if folded.startswith("vni-") else None


def is_capital_font(name: str) -> bool:
    """Whether a font of TCVN3 draws small letters as capitals, as ``.VnTimeH`` does."""
    return encoding_of_font(name) is LegacyEncoding.TCVN3 and name.strip(" \"'").endswith("H")


def encoding_of_text(text: str) -> LegacyEncoding | None:
    """The old encoding a text without fonts is in; None for Unicode, for other languages and when in doubt."""
    words = Counter(_accented_words(text))
    if words.total() < _FEWEST_WORDS or _share(words, _is_modern) > _MODERN or _share(words, is_syllable) > _FEWER:
        return None
    shares = {encoding: _share(_converted(words, encoding), is_syllable) for encoding in LegacyEncoding}
    best = max(LegacyEncoding, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _MOSTLY else None


def convert(text: str, encoding: LegacyEncoding) -> str:
    """The text in Unicode NFC. Text that already holds letters beyond Latin-1 is Unicode and comes back unchanged."""
    if text.isascii() or has_modern_letters(text):
        return text
    if encoding is LegacyEncoding.VNI:
        return nfc(_VNI_CODE.sub(lambda match: VNI[match.group()], text))
    return nfc(_from_tcvn3(text))


def convert_lines(text: str, encoding: LegacyEncoding) -> str:
    """The lines of a text, each converted unless it is in Unicode already."""
    return "\n".join(convert(line, encoding) for line in text.split("\n"))


def convert_run(text: str, font: str) -> str:
    """The text of a run set in a font, converted and in the case in which the font draws it."""
    encoding = encoding_of_font(font)
    if encoding is None or has_modern_letters(text):
        return text
    converted = convert(text, encoding)
    return converted.upper() if is_capital_font(font) else converted


def has_modern_letters(text: str) -> bool:
    """Whether a text holds letters that only Unicode has."""
    return any(char.isalpha() for char in _NOT_LATIN_1.findall(text))


def _from_tcvn3(text: str) -> str:
    """Letters by table; in words written in capitals the letters with tones become capitals, too."""
    words = list(_OLD_WORD.finditer(text))
    capital = [_capitals(match.group()) for match in words]
    pieces: list[str] = []
    end = 0
    for index, match in enumerate(words):
        word = match.group().translate(_TCVN3_CODES)
        around = [capital[near] for near in (index - 1, index + 1) if 0 <= near < len(words)]
        is_capital = capital[index]
        if is_capital is None:
            is_capital = True in around and False not in around
        pieces += [text[end : match.start()], word.upper() if is_capital else word]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _capitals(word: str) -> bool | None:
    """Whether a word is written in capitals; None when it has too few plain letters to tell."""
    plain = [char for char in word if char.isascii()]
    if any(char.islower() for char in plain):
        return False
    return True if len(plain) > 1 else None


def _accented_words(text: str) -> list[str]:
    """The first words with letters beyond ASCII; no word goes on in the next line."""
    words: list[str] = []
    for line in _SEPARATORS.sub(" ", text).split("\n"):
        words += [word for word in _WORD.findall(line) if not word.isascii()]
        if len(words) >= _MOST_WORDS:
            break
    return words[:_MOST_WORDS]


def _is_modern(word: str) -> bool:
    return _NOT_LATIN_1.search(word) is not None


def _converted(words: Counter[str], encoding: LegacyEncoding) -> Counter[str]:
    converted: Counter[str] = Counter()
    for word, count in words.items():
        converted[convert(word, encoding)] += count
    return converted


def _share(words: Counter[str], holds: Callable[[str], bool]) -> float:
    """How many of the words ``holds`` is true of; a word that comes often is asked about once."""
    return sum(count for word, count in words.items() if holds(word)) / words.total()
