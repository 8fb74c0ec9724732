"""Footnotes that a conversion has left as bracketed numbers: ``…báo cáo[2].`` and, at the end, ``[2] Bộ …``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vanban.readers.draft import DraftParagraph, DraftPart, DraftTable
from vanban.types import BlockKind

_DEFINITION = re.compile(r"\[(\d{1,3})\]\s*(?=\S)")
_MARK = re.compile(r"(?<=[^\s\[(])\s?\[(\d{1,3})\]")


def lift_bracket_notes(parts: Sequence[DraftPart]) -> list[DraftPart]:
    """The parts with defined notes as footnotes at the end, and their marks left out of the sentences.

    A number counts as a note when it begins a paragraph and stands inside another one. A bracketed number without a
    definition is a mark too when it clings to the word before it.
    """
    defined = {match.group(1) for match in map(_definition, parts) if match}
    referenced = {number for text in _texts(parts) if "[" in text for number in _MARK.findall(text)}
    if not referenced:
        return list(parts)
    notes = defined & referenced
    body: list[DraftPart] = []
    footnotes: list[DraftPart] = []
    for part in parts:
        match = _definition(part)
        if match and match.group(1) in notes and isinstance(part, DraftParagraph):
            footnotes.append(_as_footnote(part, match))
        else:
            body.append(_without_marks(part, notes))
    return body + footnotes


def _definition(part: DraftPart) -> re.Match[str] | None:
    return _DEFINITION.match(part.text) if isinstance(part, DraftParagraph) else None


def _texts(parts: Sequence[DraftPart]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, DraftParagraph):
            yield part.text
        else:
            yield from (cell.text for cell in part.cells)


def _as_footnote(paragraph: DraftParagraph, match: re.Match[str]) -> DraftParagraph:
    label = match.group(1)
    text = f"{label} {paragraph.text[match.end() :]}"
    return replace(paragraph, text=text, kind=BlockKind.FOOTNOTE, label=label)


def _without_marks(part: DraftPart, notes: set[str]) -> DraftPart:
    if isinstance(part, DraftTable):
        return replace(
            part,
            cells=tuple(
                replace(cell, paragraphs=tuple(_unmarked(paragraph, notes) for paragraph in cell.paragraphs))
                for cell in part.cells
            ),
        )
    return _unmarked(part, notes)


def _unmarked(paragraph: DraftParagraph, notes: set[str]) -> DraftParagraph:
    def kept(match: re.Match[str]) -> str:
        return "" if match.group(1) in notes or match.group().startswith("[") else match.group()

    text = _MARK.sub(kept, paragraph.text)
    return paragraph if text == paragraph.text else replace(paragraph, text=text)
