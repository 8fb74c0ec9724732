"""The stored search and sort keys of the register. Every write of a name goes through here."""

from __future__ import annotations

from collections.abc import Iterable

from vanban.text.normalize import fold, sort_key

SEARCH_LENGTH = 600
SORT_LENGTH = 900
ALIAS_LENGTH = 300


def search_key(texts: Iterable[str]) -> str:
    """Return the folded text in which a unit is searched: its names one after the other, each once."""
    return " | ".join(dict.fromkeys(fold(text) for text in texts if text))[:SEARCH_LENGTH]


def unit_sort_key(name: str) -> str:
    """Return the key by which units are listed in the order of Vietnamese dictionaries."""
    return sort_key(name)[:SORT_LENGTH]


def alias_key(text: str) -> str:
    """Return the folded text by which an alias is compared."""
    return fold(text)[:ALIAS_LENGTH]
