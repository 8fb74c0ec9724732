"""How the reader's child process, which has no database, gets to know other documents: it asks once, in one line.

It prints the numbers its draft cites and the fingerprints of its own words; whoever runs it writes what the person who
checks may know of them into a file of the folder the process works in. Pure: both sides use it.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from vanban.check.competence import CatalogueInMemory, CompetenceEntry
from vanban.check.fingerprints import run_hashes, winnowed
from vanban.check.rules.citations.reading import citations
from vanban.check.rules.copying.overlap import own_words
from vanban.check.store import DocumentsInMemory, StoredDocument
from vanban.check.subject import CheckedDocument

KNOWN_FILE = "known.json"
MOST_CITED = 300
MOST_PRINTS = 20_000
"""Fingerprints that are asked for: of some sixty thousand words; what stands behind is not compared."""
_LONGEST = 80
_LONGEST_NAME = 300
_LARGEST_PRINT = 1 << 61
_PAUSE_SECONDS = 0.01


class MalformedQuestion(Exception):
    """The process asked something no reader asks: it is no longer itself."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a draft makes the reader ask: numbers, symbols and printed issuers; fingerprints; its own issuer.

    An issuer is empty where none is printed.
    """

    cited: tuple[tuple[str, str, str], ...]
    prints: tuple[int, ...]
    issuer: str

    @classmethod
    def from_told(cls, told: dict[str, Any]) -> Question:
        """Return the question of a printed line. It comes from a process that read a foreign file: nothing is trusted.

        Raises :class:`MalformedQuestion`.
        """
        try:
            asked = told["ask"]
            cited = tuple(
                (str(number)[:_LONGEST], str(symbol)[:_LONGEST], str(issuer)[:_LONGEST_NAME])
                for number, symbol, issuer in asked["cited"]
            )
            prints = tuple(int(value) for value in asked["prints"])
            issuer = str(asked["issuer"])
        except (KeyError, TypeError, ValueError) as error:
            raise MalformedQuestion from error
        if len(cited) > MOST_CITED or len(prints) > MOST_PRINTS or any(not 0 <= one < _LARGEST_PRINT for one in prints):
            raise MalformedQuestion
        return cls(cited, prints, issuer)


def question_of(document: CheckedDocument) -> Question:
    """Return what has to be known of other documents to check this one."""
    cited = dict.fromkeys((one.number, one.symbol, one.issuer or "") for one in document.once(citations))
    prints = dict.fromkeys(
        value
        for stretch in document.once(own_words)
        for value in winnowed(run_hashes([word for word, _, _ in stretch]))
    )
    return Question(tuple(cited)[:MOST_CITED], tuple(prints)[:MOST_PRINTS], document.header.issuer or "")


def ask(question: Question, seconds: int) -> dict[str, Any]:
    """Print the question and wait for the answer, ``seconds`` at most. Raises :class:`TimeoutError`."""
    sys.stdout.write(json.dumps({"ask": asdict(question)}) + "\n")
    sys.stdout.flush()
    file = Path(KNOWN_FILE)
    until = time.monotonic() + seconds
    while not file.exists():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(_PAUSE_SECONDS)
    known: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return known


def write_known(folder: Path, known: dict[str, Any]) -> None:
    """Give the answer; it appears all at once."""
    written = folder / f"{KNOWN_FILE}.part"
    written.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    written.rename(folder / KNOWN_FILE)


def store_of(known: dict[str, Any]) -> DocumentsInMemory | None:
    """Return the store of an answer; None when the person who checks sees no documents at all."""
    if not known["has_store"]:
        return None
    return DocumentsInMemory(map(_stored, known["cited"]), higher=map(_stored, known["sources"]))


def catalogue_of(known: dict[str, Any]) -> CatalogueInMemory | None:
    """Return the catalogue of competence; None when the site has no entry, so that no rule calls it complete."""
    if not known["competence"]:
        return None
    return CatalogueInMemory(_entry(held) for held in known["competence"])


def _stored(held: dict[str, Any]) -> StoredDocument:
    days = {name: _day(held.get(name)) for name in ("issued_on", "repealed_on")}
    return StoredDocument(**{**held, **days})


def _entry(held: dict[str, Any]) -> CompetenceEntry:
    lists = {name: tuple(held[name]) for name in ("words", "holders", "delegated_to")}
    days = {name: _day(held[name]) for name in ("valid_from", "valid_to")}
    return CompetenceEntry(**{**held, **lists, **days})


def _day(held: str | None) -> date | None:
    return date.fromisoformat(held) if held else None
