"""Non-words with one evident reading: which slip of the keyboard or of spelling made them."""

from __future__ import annotations

import re
from functools import lru_cache

from vanban.check.language.grammar import is_syllable, read_syllable, with_tone, without_tones
from vanban.check.language.misspelt import COMMON_CLOSED

_VOWELS_AFTER_SHORT_ONSET = "aăâoôơuư"
_VOWELS = frozenset("aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýãẵẫẽễĩõỗỡũữỹảẳẩẻểỉỏổởủửỷạặậẹệịọộợụựỵ")
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_TELEX_LETTERS = {"aa": "â", "aw": "ă", "ee": "ê", "oo": "ô", "ow": "ơ", "uw": "ư", "dd": "đ", "ơw": "ơ", "ưw": "ư"}
_TELEX_PAIR = re.compile(r"aa|aw|ee|oo|ow|uw|dd|ơw|ưw")
_HOOKS = (
    (re.compile(r"uơ(?=[ctpmniu])|ưo(?=[ctpmniu])|ưô(?=[ctpmniu])"), "ươ"),
    (re.compile(r"(?<!u)ie(?=[ctpmnu])"), "iê"),
    (re.compile(r"uye(?=[nt])"), "uyê"),
)
_TONE_KEY = re.compile(r"(?<=[aăâeêioôơuưyngcmpth])[sfrxj](?=[ngcmpth]{0,2}$)")
_ENGLISH_ENDINGS = frozenset("sr")


@lru_cache(maxsize=1 << 14)
def misplaced_tone(word: str) -> str | None:
    """The syllable whose tone stands on a wrong letter in ``word`` ("tòan", "qúy", "đựơc")."""
    syllable = read_syllable(word)
    return syllable.key if syllable and word not in (syllable.key, syllable.other) else None


@lru_cache(maxsize=1 << 14)
def wrong_onset(word: str) -> str | None:
    """The syllable meant where ng/ngh, g/gh, c/k do not fit the vowel that follows ("nghành", "ngiệp", "cê")."""
    base, tone = without_tones(word)
    changed = _changed_onset(base)
    if changed is None:
        return None
    at = _tone_letter(word) + len(changed) - len(base)
    candidate = with_tone(changed, at, tone) if tone else changed
    return candidate if is_syllable(candidate) else None


def _changed_onset(base: str) -> str | None:
    for wrong, right, following in (
        ("ngh", "ng", _VOWELS_AFTER_SHORT_ONSET),
        ("gh", "g", _VOWELS_AFTER_SHORT_ONSET),
        ("k", "c", _VOWELS_AFTER_SHORT_ONSET),
        ("ng", "ngh", "eêi"),
        ("c", "k", "eêi"),
        ("g", "gh", "eê"),
    ):
        rest = base[len(wrong) :]
        if base.startswith(wrong) and rest[:1] in following and rest:
            return right + rest
    return None


def _tone_letter(word: str) -> int:
    return next((at for at, char in enumerate(word) if without_tones(char)[1]), 0)


@lru_cache(maxsize=1 << 14)
def missing_hook(word: str) -> str | None:
    """The syllable meant where a hook or roof of a double vowel was left out ("nguời", "trưòng", "tiép")."""
    base, tone = without_tones(word)
    if read_syllable(word) is not None:
        return None
    for pattern, right in _HOOKS:
        changed = pattern.sub(right, base)
        if changed != base and (syllable := toned(changed, tone)):
            return syllable
    return None


@lru_cache(maxsize=1 << 14)
def stopped_tone(word: str) -> str | None:
    """The word meant where a syllable in c, ch, p, t lacks its sắc or nặng ("đươc", "triểt"), when one is common."""
    if word.isascii() or read_syllable(word) is not None:
        return None
    base, _ = without_tones(word)
    found = {one for tone in "\u0301\u0323" if (one := toned(base, tone)) in COMMON_CLOSED}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1 << 14)
def typing_residue(word: str) -> str | None:
    """The syllable meant where keys of the Telex method stayed in ``word`` ("dduwowcj", "nhiệmj").

    Plain words of other languages ("boots", "tower") look alike, so a word in English letters must show two keys that
    English does not combine.
    """
    letters = _TELEX_PAIR.findall(word)
    changed = _TELEX_PAIR.sub(lambda found: _TELEX_LETTERS[found.group()], word)
    changed = re.sub(r"(?:uơ|ưo)(?=[^\W\d_])", "ươ", changed)
    base, tone, key = _without_tone_key(*without_tones(changed))
    if tone is None or not (letters or key) or (word.isascii() and not _is_no_english(word, letters, key)):
        return None
    return toned(base, tone)


def _without_tone_key(base: str, tone: str) -> tuple[str, str | None, str]:
    """The letters without a key of Telex that sets the tone, that tone (None when two disagree), and the key."""
    found = _TONE_KEY.search(base)
    if not found:
        return base, tone, ""
    key = found.group()
    shorter = base[: found.start()] + base[found.end() :]
    if tone and tone != _TELEX_TONES[key]:
        return base, None, key
    return shorter, _TELEX_TONES[key], key


def _is_no_english(word: str, letters: list[str], key: str) -> bool:
    if "uw" in letters or (word.startswith("dd") and len(word) > 2):
        return True
    return bool(letters) and bool(key) and (key == "j" or (key not in _ENGLISH_ENDINGS and len(letters) > 1))


@lru_cache(maxsize=1 << 14)
def doubled_letter(word: str) -> str | None:
    """The syllable meant where one letter was struck twice ("thhực", "Luuật")."""
    for at in range(len(word) - 1):
        same = without_tones(word[at])[0] == without_tones(word[at + 1])[0]
        if same:
            for gone in (at, at + 1):
                candidate = word[:gone] + word[gone + 1 :]
                if is_syllable(candidate):
                    return candidate
    return None


@lru_cache(maxsize=1 << 14)
def swapped_letters(word: str) -> str | None:
    """The syllable meant where two neighbouring letters changed places ("đồgn"), when only one fits."""
    found = {
        candidate
        for at in range(len(word) - 1)
        if word[at] != word[at + 1] and is_syllable(candidate := word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    }
    return found.pop() if len(found) == 1 and len(word) > len("xyz") else None


@lru_cache(maxsize=1 << 14)
def run_together(word: str) -> tuple[str, str] | None:
    """The two syllables that ``word`` runs together ("nhândân"), when it can be cut in one way only."""
    cuts = [
        (word[:at], word[at:])
        for at in range(2, len(word) - 2)
        if word[at] not in _VOWELS and is_syllable(word[:at]) and is_syllable(word[at:])
    ]
    return cuts[0] if len(cuts) == 1 else None


def toned(base: str, tone: str) -> str | None:
    """The syllable of the letters ``base`` with ``tone`` where it belongs; None when there is none."""
    for at in range(len(base)):
        syllable = read_syllable(with_tone(base, at, tone)) if base[at] in "aăâeêioôơuưy" else None
        if syllable:
            return syllable.key
    return None
