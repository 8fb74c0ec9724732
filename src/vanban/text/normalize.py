"""Normal forms of Vietnamese text: one for storing (:func:`nfc`), one for searching (:func:`fold`), one for sorting.

Search and sort keys are computed here and stored, never left to the collation of a database, so that every list of
the product orders and finds alike on every machine.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Combining tone marks in the order of Vietnamese dictionaries: huyền, hỏi, ngã, sắc, nặng (ngang is "0")."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VOWELS = "aeiouy"
_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg"
_LETTER_CODES = dict(zip(_ALPHABET, _CODES, strict=True))

_NOT_WORD = re.compile(r"[\W_]+")
_Y_FOR_I = re.compile(r"\b((?:b|c|ch|d|g|gi|h|k|kh|l|m|n|ng|nh|p|ph|qu|r|s|t|th|tr|v|x)?)y\b")
_WORD_OR_NUMBER = re.compile(r"\d+|[^\W\d_]+")


def nfc(text: str) -> str:
    """The text in Unicode normal form C, the only form in which text is stored or compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The key by which text is searched and compared.

    Lower case, without accents and tones (``đ`` becomes ``d``), punctuation and white space as one space, and without
    the difference between ``i`` and ``y`` where Vietnamese spelling wavers (``kỹ``/``kĩ``, ``quý``/``quí``). Since the
    tone is gone, its placement does not matter (``hoà``/``hòa``). The key has no fixed relation to offsets in the text.
    """
    lowered = text.lower()
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered).replace("đ", "d").lower()
        lowered = "".join(char for char in decomposed if not unicodedata.combining(char))
    spaced = _NOT_WORD.sub(" ", lowered).strip()
    return _Y_FOR_I.sub(r"\1i", spaced) if "y" in spaced else spaced


def sort_key(text: str) -> str:
    """An ASCII string whose byte order is the order of Vietnamese dictionaries.

    Syllable by syllable; within a syllable the letters first (a ă â b c d đ e ê …), then the tone (ngang, huyền, hỏi,
    ngã, sắc, nặng). Numbers come before letters and sort by value. Case and punctuation do not count.
    """
    return " ".join(_token_key(token) for token in _WORD_OR_NUMBER.findall(nfc(text).lower()))


def name_sort_key(full_name: str) -> str:
    """The sort key of a person: the given name (the last word) first, then family and middle names."""
    words = full_name.split()
    return sort_key(" ".join(words[-1:] + words[:-1]))


def _token_key(token: str) -> str:
    if token.isdecimal():
        return str(int(token)).zfill(12)
    letters: list[str] = []
    tone = "0"
    for char in token:
        letter, char_tone = _letter_and_tone(char)
        letters.append(letter)
        tone = char_tone or tone
    return "".join(letters) + tone


def _letter_and_tone(char: str) -> tuple[str, str]:
    if char in _LETTER_CODES:
        return _LETTER_CODES[char], ""
    decomposed = unicodedata.normalize("NFD", char)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), "")
    letter = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    if letter in _LETTER_CODES and decomposed[0] in _VOWELS:
        return _LETTER_CODES[letter], tone
    return _LETTER_CODES.get(decomposed[0], ""), ""
