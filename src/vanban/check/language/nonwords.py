"""Words of a document that are no Vietnamese syllables, each with the kind of slip that made it and what is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from vanban.check.language import respelling
from vanban.check.language.grammar import VIETNAMESE, bare, is_syllable, key_of, read_syllable, without_tones
from vanban.check.language.misspelt import MISSPELT, WITHOUT_ONSET
from vanban.check.language.names import LOANWORDS, may_be_ethnic_name
from vanban.check.language.syllables_in_use import SYLLABLES_IN_USE
from vanban.check.language.words import Words, like
from vanban.check.subject import CheckedDocument


class Kind(StrEnum):
    """How a word came to be none."""

    MISPLACED_TONE = "misplaced tone"
    WRONG_ONSET = "wrong onset"
    MISSING_HOOK = "missing hook"
    WRONG_CLOSED_TONE = "wrong tone of a closed syllable"
    UNUSED = "unused syllable"
    TYPING_RESIDUE = "keys of the typing method"
    DOUBLED_LETTER = "doubled letter"
    SWAPPED_LETTERS = "swapped letters"
    RUN_TOGETHER = "run together"
    IMPOSSIBLE = "impossible syllable"


@dataclass(frozen=True, slots=True)
class NonWord:
    """A non-word, ``text[start:end]``, and what is meant in its capitals; None when that is not evident."""

    kind: Kind
    start: int
    end: int
    word: str
    meant: str | None


_LONGEST = 20
"""Two syllables run together have fewer letters; longer words are no Vietnamese."""
_VOWELS = frozenset("aăâeêioôơuưy")
_RESPELLINGS: tuple[tuple[Kind, Callable[[str], str | None]], ...] = (
    (Kind.WRONG_ONSET, respelling.wrong_onset),
    (Kind.MISPLACED_TONE, respelling.misplaced_tone),
    (Kind.WRONG_CLOSED_TONE, respelling.stopped_tone),
    (Kind.MISSING_HOOK, respelling.missing_hook),
    (Kind.TYPING_RESIDUE, respelling.typing_residue),
    (Kind.DOUBLED_LETTER, respelling.doubled_letter),
    (Kind.SWAPPED_LETTERS, respelling.swapped_letters),
)


def nonwords_of(document: CheckedDocument) -> tuple[NonWord, ...]:
    """The non-words of ``document`` in its order; ask for them with ``document.once(nonwords_of)``."""
    words = document.once(Words.of)
    found = [
        nonword
        for key, places in words.positions.items()
        if len(key) > 1 and key[0].isalpha() and (meant := _reading(key)) is not None
        for nonword in _at_places(words, places, *meant)
    ]
    return tuple(sorted(found, key=lambda nonword: nonword.start))


def of_kind(document: CheckedDocument, kinds: Iterable[Kind]) -> Iterator[NonWord]:
    """The non-words of ``document`` of the given kinds."""
    wanted = frozenset(kinds)
    return (nonword for nonword in document.once(nonwords_of) if nonword.kind in wanted)


def _reading(key: str) -> tuple[Kind, str | None] | None:
    """The kind of slip in ``key`` (lower case) and what is meant; None for words and for words of other languages."""
    if key in MISSPELT:
        return Kind.UNUSED, MISSPELT[key]
    if key in LOANWORDS or len(key) > _LONGEST:
        return None
    if is_syllable(key):
        return (Kind.IMPOSSIBLE, None) if _has_lost_its_onset(key) else None
    if key.isascii():
        return _foreign_looking(key)
    for kind, respell in _RESPELLINGS:
        meant = respell(key)
        if meant and key_of(meant) in SYLLABLES_IN_USE:
            return kind, meant
    pieces = respelling.run_together(key)
    if pieces and SYLLABLES_IN_USE.issuperset(map(key_of, pieces)):
        return Kind.RUN_TOGETHER, " ".join(pieces)
    return (Kind.IMPOSSIBLE, None) if _VOWELS.intersection(without_tones(key)[0]) else None


def _has_lost_its_onset(key: str) -> bool:
    """True for a syllable with a mark that begins with a vowel and that no word is ("ịnh")."""
    if key.isascii() or key in WITHOUT_ONSET:
        return False
    syllable = read_syllable(key)
    return syllable is not None and not syllable.onset


def _foreign_looking(key: str) -> tuple[Kind, str | None] | None:
    """Words in English letters are left alone, but for "ngh" before a, o, u and for keys English does not combine."""
    if key.startswith("ngh") and (meant := respelling.wrong_onset(key)):
        return Kind.WRONG_ONSET, meant
    meant = respelling.typing_residue(key)
    return (Kind.TYPING_RESIDUE, meant) if meant else None


def _at_places(words: Words, places: list[int], kind: Kind, meant: str | None) -> Iterator[NonWord]:
    for index in places:
        word = words.words[index]
        if _is_spelling(word) and not words.glued(index) and not words.in_code(index):
            if kind in _DOUBTFUL_IN_NAMES and _in_name(words, index, word):
                continue
            yield NonWord(kind, words.starts[index], words.ends[index], word, meant and like(word, meant))


_DOUBTFUL_IN_NAMES = frozenset(
    {Kind.IMPOSSIBLE, Kind.RUN_TOGETHER, Kind.SWAPPED_LETTERS, Kind.DOUBLED_LETTER, Kind.WRONG_ONSET, Kind.MISSING_HOOK}
)


def _is_spelling(word: str) -> bool:
    """False for abbreviations, codes and words with letters of another alphabet, which have a rule of their own."""
    if not VIETNAMESE.issuperset(word.lower()):
        return False
    if word.isupper():
        return bool(without_tones(word.lower())[1])
    return word[1:].islower()


def _in_name(words: Words, index: int, word: str) -> bool:
    """True for a capitalised word among capitalised words, or one of the shape that names of other tongues have."""
    if not word[0].isupper():
        return False
    if may_be_ethnic_name(word.lower()):
        return True
    if word.isupper():
        return False
    before = index > 0 and words.joined(index - 1) and words.words[index - 1][0].isupper()
    after = words.joined(index) and words.words[index + 1][0].isupper()
    return before or after or not _begins_sentence(words, index)


def _begins_sentence(words: Words, index: int) -> bool:
    return index == 0 or not words.joined(index - 1) or words.words[index - 1] in ".:!?"


def candidates_for(word: str) -> tuple[str, ...]:
    """Syllables that differ from ``word`` in one mark, for a reader to choose from."""
    lowered = word.lower()
    base, _ = without_tones(lowered)
    found = []
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
        toned = respelling.toned(base, tone)
        if toned and bare(toned) == bare(lowered):
            found.append(like(word, toned))
    return tuple(found)
