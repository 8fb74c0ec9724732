"""Finds in a text the names that were marked with an @."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; ``label`` is the name it marks, empty for plain text."""

    text: str
    label: str = ""


def split_mentions(text: str, labels: Iterable[str]) -> list[Piece]:
    """Cut a text into plain runs and marked names. Text and labels are in NFC; case does not matter.

    Of several names that fit, the longest is meant; a name ends where no letter or digit follows, and an @ within a
    word (an address of mail) marks nothing.
    """
    known = sorted({label for label in labels if label}, key=len, reverse=True)
    pieces: list[Piece] = []
    begun = at = 0
    while (at := text.find("@", at)) >= 0:
        label = None if at and text[at - 1].isalnum() else _name_at(text, at + 1, known)
        if label is None:
            at += 1
            continue
        end = at + 1 + len(label)
        pieces += [Piece(text[begun:at]), Piece(text[at:end], label)]
        begun = at = end
    pieces.append(Piece(text[begun:]))
    return [piece for piece in pieces if piece.text]


def _name_at(text: str, at: int, known: list[str]) -> str | None:
    for label in known:
        end = at + len(label)
        if text[at:end].casefold() == label.casefold() and not text[end : end + 1].isalnum():
            return label
    return None
