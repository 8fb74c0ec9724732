"""Finds slips that spell another word: by the table of wrong phrases, and by closeness to a known compound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from vanban.check.language.compounds import (
    BY_FIRST_BARE,
    BY_SECOND_BARE,
    COMPOUNDS,
    is_free,
    is_function_word,
)
from vanban.check.language.confusions import TYPING_SLIPS
from vanban.check.language.grammar import bare, is_syllable
from vanban.check.language.habits import SPELLING_HABITS
from vanban.check.language.misspelt import MISSPELT
from vanban.check.language.syllables_in_use import SYLLABLES_IN_USE
from vanban.check.language.words import Words
from vanban.check.subject import CheckedDocument

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_FEWEST = 2
_COMMON_HEADS = frozenset({"các", "luật", "cho"})
"""First words with which a shortened slip reads like words that are right elsewhere ("các bộ")."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """A wrong phrase, the right one, and the words behind or before which the wrong one can stand by chance."""

    wrong: str
    right: str
    tokens: tuple[str, ...]
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong phrase in the text, ``text[start:end]``, and what is meant, in small letters."""

    start: int
    end: int
    right: str


Table = dict[str, dict[str, tuple[Confusion, ...]]]
"""Confusions by their first word, then by their second."""


def read_table(table: str) -> Table:
    """The confusions of a table by their first two words, the longest first."""
    found: dict[str, dict[str, list[Confusion]]] = {}
    for line in table.splitlines():
        right, _, wrong_ones = line.partition(" < ")
        for entry in filter(None, wrong_ones.split(" / ")):
            confusion = _read_entry(entry, right)
            first, second = confusion.tokens[:2]
            found.setdefault(first, {}).setdefault(second, []).append(confusion)
    return {
        first: {second: tuple(sorted(some, key=lambda one: -len(one.wrong))) for second, some in by_second.items()}
        for first, by_second in found.items()
    }


def _read_entry(entry: str, right: str) -> Confusion:
    """One wrong phrase with the limits in brackets behind it."""
    wrong, _, limits = entry.rstrip(")").partition(" (")
    words = {
        name: frozenset(word.strip() for word in rest.split(","))
        for name, _, rest in (limit.partition(": ") for limit in limits.split("; "))
    }
    return Confusion(
        wrong, right, tuple(_TOKEN.findall(wrong)), words.get("sau", frozenset()), words.get("trước", frozenset())
    )


def all_confusions() -> list[Confusion]:
    """Every entry of the tables."""
    by_second = [seconds for table in (_TYPING, _HABITS) for seconds in table.values()]
    return [one for seconds in by_second for some in seconds.values() for one in some]


_TYPING = read_table(TYPING_SLIPS)
_HABITS = read_table(SPELLING_HABITS)


def typing_slips(words: Words) -> list[Slip]:
    """Slips of the keyboard and of recognition that the table knows, in the order of the text."""
    return _known(words, _TYPING)


def dated_slips(words: Words) -> list[Slip]:
    """Words before numbers of days, months, years and quarters that lack their marks ("nằm 2026", "ngay 09/3")."""
    found: list[Slip] = []
    for bare_word, (right, follows) in _DATED.items():
        for key in _with_marks(bare_word, words):
            for index in words.positions[key] if key != right else ():
                small = words.words[index].islower()
                rest = words.text[words.ends[index] : words.ends[index] + _REACH]
                if small and follows.match(rest):
                    found.append(Slip(words.starts[index], words.ends[index], right))
    return sorted(found, key=lambda slip: slip.start)


def _with_marks(bare_word: str, words: Words) -> list[str]:
    return [key for key in words.positions if len(key) == len(bare_word) and bare(key) == bare_word]


_REACH = 16
_DATED = {
    "nam": ("năm", re.compile(r" (?:19|20)\d\d(?!\d)")),
    "ngay": ("ngày", re.compile(r" \d{1,2}(?:/\d{1,2}|\s+tháng\s)")),
    "thang": ("tháng", re.compile(r" \d{1,2}(?:/(?:19|20)\d\d| năm (?:19|20))")),
    "quy": ("quý", re.compile(r" (?:I{1,3}|IV)(?:/(?:19|20)\d\d| năm (?:19|20))")),
}


def spelling_habits(words: Words) -> list[Slip]:
    """Words taken for one another by their sound, in the order of the text."""
    return _known(words, _HABITS)


def _known(words: Words, table: Table) -> list[Slip]:
    found: list[Slip] = []
    keys = words.keys
    for first in table.keys() & words.positions.keys():
        seconds = table[first]
        if seconds.keys().isdisjoint(words.positions.keys()):
            continue
        for index in words.positions[first]:
            some = seconds.get(keys[index + 1]) if index + 1 < len(keys) else None
            confusion = next((one for one in some or () if _stands_at(words, index, one)), None)
            if confusion:
                found.append(_tight(words, index, confusion))
    return sorted(found, key=lambda slip: slip.start)


def _tight(words: Words, index: int, confusion: Confusion) -> Slip:
    """The slip without the words that only show the sense, two words at least."""
    wrong, right = list(confusion.tokens), _TOKEN.findall(confusion.right)
    first, last = 0, len(wrong)
    if len(wrong) == len(right):
        while last - first > _FEWEST and wrong[last - 1] == right[last - 1]:
            last -= 1
        while last - first > _FEWEST and wrong[first] == right[first]:
            first += 1
        if "," in wrong or wrong[0] in _COMMON_HEADS:
            first, last = 0, len(wrong)
        meant = " ".join(right[first:last]).replace(" ,", ",")
        return Slip(words.starts[index + first], words.ends[index + last - 1], meant)
    return Slip(words.starts[index], words.ends[index + last - 1], confusion.right)


def _stands_at(words: Words, index: int, confusion: Confusion) -> bool:
    stop = index + len(confusion.tokens)
    if tuple(words.keys[index:stop]) != confusion.tokens:
        return False
    start, end = words.starts[index], words.ends[stop - 1]
    if end - start != len(confusion.wrong) or "\n" in words.text[start:end]:
        return False
    if confusion.not_after and index and words.keys[index - 1] in confusion.not_after:
        return False
    if confusion.not_before and stop < len(words) and words.keys[stop] in confusion.not_before:
        return False
    return not _odd_word_is_at_home(words, index, stop, confusion)


def _odd_word_is_at_home(words: Words, first: int, stop: int, confusion: Confusion) -> bool:
    """True when the wrong syllable makes a compound with its neighbour outside ("tiến hành | đồng bộ")."""
    right = _TOKEN.findall(confusion.right)
    if right[0] != confusion.tokens[0] and _makes_compound(words, first - 1):
        return True
    return right[-1] != confusion.tokens[-1] and _makes_compound(words, stop - 1)


def _makes_compound(words: Words, index: int) -> bool:
    """True when the token and the next one are a compound, at the end of a line too."""
    if index < 0 or index + 1 >= len(words) or not words.text[words.ends[index] : words.starts[index + 1]].isspace():
        return False
    return f"{words.keys[index]} {words.keys[index + 1]}" in COMPOUNDS


def near_compounds(words: Words) -> Iterator[Slip]:
    """Pairs of syllables that differ from a known compound in the marks of one syllable, or in one letter.

    One letter only where the syllable is in no word at all ("hực hiện"). Not when one of the two makes a compound with
    its other neighbour ("điều chỉnh | phủ …"), and not in names. Words in English letters alone are left to other
    rules: file names and addresses are written so.
    """
    keys = words.keys
    bared = {key: bare(key) for key in words.positions}
    rare = {key for key in words.positions if key.isalpha() and key not in SYLLABLES_IN_USE}
    for index, (one, other) in enumerate(zip(keys, islice(keys, 1, None), strict=False)):
        seconds, firsts = BY_SECOND_BARE.get(one), BY_FIRST_BARE.get(other)
        second = (seconds.get(bared[other]) or (other in rare and _close(seconds, bared[other]))) if seconds else None
        first = (firsts.get(bared[one]) or (one in rare and _close(firsts, bared[one]))) if firsts else None
        if (first or second) and f"{one} {other}" not in COMPOUNDS and words.joined(index):
            slip = _slip(words, index, first or None, second or None)
            if slip:
                yield slip


def _close(near: dict[str, tuple[str, ...]], letters: str) -> tuple[str, ...] | None:
    """The compound whose syllable has one letter more or less than ``letters``; None if many fit."""
    found = [compounds for odd, compounds in near.items() if _one_letter_apart(letters, odd)]
    return found[0] if len(found) == 1 else None


def _one_letter_apart(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _slip(words: Words, index: int, first: tuple[str, ...] | None, second: tuple[str, ...] | None) -> Slip | None:
    first_word, second_word = words.keys[index], words.keys[index + 1]
    if is_function_word(first_word) or is_function_word(second_word) or _may_be_name(words, index):
        return None
    if first_word.isascii() and second_word.isascii():
        return None
    if _makes_compound(words, index - 1) or _makes_compound(words, index + 1):
        return None
    start, end = words.starts[index], words.ends[index + 1]
    if second and _may_be_odd(second_word):
        return Slip(start, end, second[0])
    return Slip(start, end, first[0]) if first and _may_be_odd(first_word) else None


def _may_be_odd(word: str) -> bool:
    """True for syllables that could be slips; what is none is reported as a non-word."""
    return len(word) > 1 and not is_free(word) and (word.isascii() or is_syllable(word)) and word not in MISSPELT


def _may_be_name(words: Words, index: int) -> bool:
    """True for a pair whose second word has a capital; all in capitals is no name."""
    first, second = words.words[index], words.words[index + 1]
    return second[0].isupper() and not (first.isupper() and second.isupper() and len(second) > 1)


@dataclass(frozen=True, slots=True)
class Slips:
    """All slips of a document that spell another word; a place belongs to the first list that has it."""

    typing: tuple[Slip, ...]
    habits: tuple[Slip, ...]
    near: tuple[Slip, ...]


def slips_of(document: CheckedDocument) -> Slips:
    """The slips of ``document``; ask for them with ``document.once(slips_of)``."""
    words = document.once(Words.of)
    typing = _apart(sorted([*typing_slips(words), *dated_slips(words)], key=lambda slip: slip.start), [])
    habits = _apart(spelling_habits(words), typing)
    near = _apart(near_compounds(words), [*typing, *habits])
    return Slips(tuple(typing), tuple(habits), tuple(near))


def _apart(slips: list[Slip] | Iterator[Slip], taken: list[Slip]) -> list[Slip]:
    """The slips that overlap none of ``taken`` and none before them."""
    known = {offset for slip in taken for offset in range(slip.start, slip.end)}
    kept: list[Slip] = []
    for slip in slips:
        if slip.start not in known and slip.end - 1 not in known:
            kept.append(slip)
            known.update(range(slip.start, slip.end))
    return kept
