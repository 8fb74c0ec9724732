"""The catalogue of competence: who may do what, given as data with its legal basis and validity.

The catalogue belongs to a site; nothing is assumed where it has no entry. Acts are recognised by the words an entry
lists, so an entry decides how narrowly it reads.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from vanban.text.normalize import fold


@dataclass(frozen=True, slots=True)
class CompetenceEntry:
    """Who may do an act: ``holders`` are levels or bodies as names begin ("UBND xã", "Sở Xây dựng", "cấp xã").

    ``field`` and ``act`` name it for people; ``words`` are groups of phrases that must all be in the order for the
    entry to apply, in any order. ``delegated_to`` are bodies that act by delegation. ``valid_to`` is the last day.
    """

    field: str
    act: str
    words: tuple[str, ...]
    holders: tuple[str, ...]
    basis: str
    valid_from: date | None = None
    valid_to: date | None = None
    delegated_to: tuple[str, ...] = ()

    def holds_on(self, day: date | None) -> bool:
        """True when the entry is in force on ``day``, or the day is not known."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def allows(self, body: str) -> bool:
        """True when ``body`` holds the competence itself or by delegation."""
        name = f"{fold(body)} "
        return any(name.startswith(f"{fold(holder)} ") for holder in (*self.holders, *self.delegated_to))


class CompetenceCatalogue(Protocol):
    """Where rules look competence up."""

    def entries_for(self, order: str, day: date | None) -> Iterable[CompetenceEntry]:
        """The entries whose act the printed ``order`` names, as of ``day``; none means "chưa có căn cứ"."""
        ...


def beyond(leads: Iterable[str], entries: Sequence[CompetenceEntry]) -> str:
    """The first of ``leads`` that no entry of an act allows; "" when each is allowed or no entry is known."""
    return next((name for name in leads if entries and not any(entry.allows(name) for entry in entries)), "")


class CatalogueInMemory:
    """A catalogue of entries at hand."""

    def __init__(self, entries: Iterable[CompetenceEntry]) -> None:
        self._entries = tuple((entry, tuple(f" {fold(word)} " for word in entry.words)) for entry in entries)

    def entries_for(self, order: str, day: date | None) -> Iterator[CompetenceEntry]:
        """See :meth:`CompetenceCatalogue.entries_for`."""
        folded = f" {fold(order)} "
        for entry, words in self._entries:
            if words and all(word in folded for word in words) and entry.holds_on(day):
                yield entry


class MalformedCatalogue(Exception):
    """A catalogue that cannot be read; says which entry and what is wrong, in Vietnamese."""


_LISTS = ("words", "holders", "delegated_to")
_TEXTS = ("field", "act", "basis")
_DATES = ("valid_from", "valid_to")
_NEEDED = (*_TEXTS, "words", "holders")


def read_catalogue(text: str) -> CatalogueInMemory:
    """Read a catalogue from TOML: one table ``[[entry]]`` for each act, with the fields of :class:`CompetenceEntry`.

    Raises :class:`MalformedCatalogue`.
    """
    try:
        entries = tomllib.loads(text).get("entry", [])
    except tomllib.TOMLDecodeError as error:
        raise MalformedCatalogue(f"Danh mục thẩm quyền không đúng định dạng TOML: {error}.") from error
    if not isinstance(entries, list):
        raise MalformedCatalogue("Danh mục thẩm quyền phải gồm các mục [[entry]].")
    return CatalogueInMemory(_entry(number, fields) for number, fields in enumerate(entries, start=1))


def _entry(number: int, fields: dict[str, Any]) -> CompetenceEntry:
    unknown = set(fields) - {*_LISTS, *_TEXTS, *_DATES}
    missing = [name for name in _NEEDED if not fields.get(name)]
    if unknown or missing:
        wrong = f"thừa {', '.join(sorted(unknown))}" if unknown else f"thiếu {', '.join(missing)}"
        raise MalformedCatalogue(f"Mục {number} của danh mục thẩm quyền {wrong}.")
    if not _is_well_typed(fields):
        raise MalformedCatalogue(f"Mục {number} của danh mục thẩm quyền có ô sai kiểu (chữ, danh sách chữ, ngày).")
    return CompetenceEntry(
        fields["field"], fields["act"], tuple(fields["words"]), tuple(fields["holders"]), fields["basis"],
        fields.get("valid_from"), fields.get("valid_to"), tuple(fields.get("delegated_to", ())),
    )  # fmt: skip


def _is_well_typed(fields: dict[str, Any]) -> bool:
    lists = [fields.get(name, []) for name in _LISTS]
    return (
        all(isinstance(fields[name], str) for name in _TEXTS)
        and all(isinstance(one, list) and all(isinstance(word, str) for word in one) for one in lists)
        and all(type(fields[name]) is date for name in _DATES if name in fields)
    )
