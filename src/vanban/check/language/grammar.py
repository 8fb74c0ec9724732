"""Which syllables Vietnamese can spell: an onset, a rhyme and a tone that go together, and where the tone stands.

Both placements of the tone in open ``oa``, ``oe``, ``uy`` are right (``hòa`` and ``hoà``). The form with the tone
on the first vowel is the *key* under which words are compared, so that tables of words need one spelling only.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Combining huyền, sắc, ngã, hỏi, nặng."""
_SHARP_AND_HEAVY = "\u0301\u0323"
_QUALITY = frozenset("ăâêôơư")
_VOWELS = frozenset("aăâeêioôơuưy")
_FRONT = frozenset("eêiy")
_ONSETS_TABLE = """
b c ch d đ g gh gi h k kh l m n nh ng ngh p ph qu r s t th tr v x
"""
_ONSETS = frozenset(_ONSETS_TABLE.split())
_LABIALS_TABLE = """
b m p ph v
"""
_LABIALS = frozenset(_LABIALS_TABLE.split())
_ROUNDED_AFTER_LABIALS = frozenset({"buyt", "voan", "phuy", "moa", "boa", "voa", "phoai"})
_RHYMES_TABLE = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch
êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oong ooc oa oac
oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp
ơt u uc ui um un ung up ut ua uân uâng uât uây uê uêch uên uênh uêt uôc uôi uôm uôn uông uôt uơ uy uya uych uyên
uyêt uyn uynh uyp uyt uyu ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
"""
_RHYMES = frozenset(_RHYMES_TABLE.split())
_RHYMES_AFTER_QU_TABLE = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê êch ên ênh êt êu i ich
in inh it iu ôc ơ ơi ơn y ych yên yêt ynh yt yp
"""
_RHYMES_AFTER_QU = frozenset(_RHYMES_AFTER_QU_TABLE.split())
VIETNAMESE = frozenset("abcdefghijklmnopqrstuvwxyzđăâêôơưàằầèềìòồờùừỳáắấéếíóốớúứýãẵẫẽễĩõỗỡũữỹảẳẩẻểỉỏổởủửỷạặậẹệịọộợụựỵ")
"""The small letters of a Vietnamese text, those of English words included, in NFC."""
_OPEN_ROUNDED = frozenset({"oa", "oe", "uy"})


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable without its tone, the tone, and the word with the tone where the two schools of spelling set it."""

    onset: str
    rhyme: str
    tone: str
    key: str
    other: str


@lru_cache(maxsize=1 << 16)
def read_syllable(word: str) -> Syllable | None:
    """The syllable that ``word`` (lower case, NFC) spells, wherever its tone stands; None when there is no such one."""
    base, tones = without_tones(word)
    if len(tones) > 1 or not base:
        return None
    for onset, rhyme in _divisions(base):
        if _go_together(onset, rhyme) and (not _is_stopped(rhyme) or tones in ("\u0301", "\u0323")):
            return Syllable(onset, rhyme, tones, *_placements(onset, rhyme, tones))
    return None


def is_syllable(word: str) -> bool:
    """Whether ``word`` (lower case, NFC) is a syllable with its tone in a right place."""
    syllable = read_syllable(word)
    return syllable is not None and word in (syllable.key, syllable.other)


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """The form under which ``word`` (lower case, NFC) is compared: one tone placement for both schools."""
    syllable = None if word.isascii() else read_syllable(word)
    return syllable.key if syllable and word == syllable.other else word


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """``word`` (lower case) without tones, hooks and strokes: the letters of an English keyboard."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word).replace("đ", "d")
    return "".join(char for char in letters if not unicodedata.combining(char))


def without_tones(word: str) -> tuple[str, str]:
    """The letters of ``word`` without its tones, and the tones, in NFC."""
    if word.isascii():
        return word, ""
    marks = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in marks if char in TONES)
    if not tones:
        return word, ""
    return unicodedata.normalize("NFC", "".join(char for char in marks if char not in TONES)), tones


def with_tone(base: str, at: int, tone: str) -> str:
    """``base`` with ``tone`` on its letter number ``at``, in NFC."""
    return unicodedata.normalize("NFC", base[: at + 1] + tone + base[at + 1 :]) if tone else base


def _divisions(base: str) -> list[tuple[str, str]]:
    """Ways to cut a syllable into onset and rhyme, the longest onset first."""
    return [(base[:at], base[at:]) for at in (3, 2, 1) if base[:at] in _ONSETS and at < len(base)] + [("", base)]


def _go_together(onset: str, rhyme: str) -> bool:
    if onset == "qu":
        return rhyme in _RHYMES_AFTER_QU
    if rhyme not in _RHYMES:
        return False
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    return _fits_others(onset, rhyme, front=front)


def _fits_others(onset: str, rhyme: str, *, front: bool) -> bool:
    if onset == "g":
        return not front or rhyme in ("i", "in", "im", "iêng")
    if onset == "gi":
        return rhyme[0] not in "iy"
    if onset == "":
        return not rhyme.startswith("iê")
    if onset in _LABIALS and rhyme[:2] in ("oa", "oă", "oe", "uâ", "uê", "uy", "uơ"):
        return onset + rhyme in _ROUNDED_AFTER_LABIALS
    return not rhyme.startswith("yê")


def _is_stopped(rhyme: str) -> bool:
    return rhyme.endswith(("c", "ch", "p", "t"))


def _placements(onset: str, rhyme: str, tone: str) -> tuple[str, str]:
    """The word with its tone as in ``hòa``, and as in ``hoà``."""
    first = len(onset) + tone_position(rhyme)
    second = first + 1 if rhyme in _OPEN_ROUNDED and onset != "qu" else first
    return with_tone(onset + rhyme, first, tone), with_tone(onset + rhyme, second, tone)


def tone_position(rhyme: str) -> int:
    """Which letter of a rhyme carries the tone: the last with a hook or roof, else by the number of vowels."""
    marked = [at for at, letter in enumerate(rhyme) if letter in _QUALITY]
    if marked:
        return marked[-1]
    vowels = sum(letter in _VOWELS for letter in rhyme)
    if vowels == 1:
        return 0
    closed = rhyme[-1] not in _VOWELS
    return 1 if vowels == 3 or closed else 0
