"""The marks at the ends of the entries of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban.check.rules.layout.reading.form import Item
from vanban.check.subject import CheckedDocument

_MARKS = ".,;:/"
_LAST_WORD = 24


class WrongEnd(NamedTuple):
    """The last word of an entry with its mark, what it should be, and a message."""

    start: int
    end: int
    expected: str
    message: str


def wrong_ends(document: CheckedDocument, items: Sequence[Item], *, between: str, last: str) -> Iterator[WrongEnd]:
    """The entries that do not end with ``between``, the last one with ``last``.

    An entry that ends with a colon or dots has its reasons and is left alone. The pages of a PDF tell too little about
    where an entry ends.
    """
    if document.structure.document.format == "pdf":
        return
    for index, item in enumerate(items):
        wanted = last if index == len(items) - 1 else between
        text = item.text.rstrip()
        bare = text.rstrip(_MARKS + " ")
        if not bare or wanted in text[len(bare) :] or text.endswith((":", "…", "...")):
            continue
        word = bare[-_LAST_WORD:].split()[-1]
        start = item.start + len(bare) - len(word)
        name = {";": "dấu chấm phẩy", ".": "dấu chấm", ",": "dấu phẩy"}[wanted]
        place = "dòng cuối cùng" if index == len(items) - 1 else "dòng"
        yield WrongEnd(start, item.start + len(text), f"{word}{wanted}", f"Cuối {place} này phải là {name}.")
