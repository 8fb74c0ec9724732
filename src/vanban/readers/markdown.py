"""Markdown, as exported from office documents: markup is left out, what is printed stays.

Bullets and numbers are printed content of official documents and are kept as written.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vanban.readers.decode import decode_text
from vanban.readers.draft import DraftParagraph, DraftPart, DraftTable, assemble, clean
from vanban.readers.lines import Line, Wrapping, group_lines, join_lines
from vanban.readers.markdown_inline import strip_markup
from vanban.readers.markdown_tables import PipeTable, split_tables
from vanban.readers.notes import lift_bracket_notes
from vanban.types import BlockKind, Limits, ReadDocument, Style

_STRONG_SIGN = re.compile(r"(?<!\*)\*\*(?=[^\s*])[^*]{1,400}\*\*(?!\*)")
_SIGNS = re.compile(
    r"\*\*[^*\n]|(?<![\w*])\*[^\s*][^*]{0,300}\*(?![\w*])|\\[*\-.#_+()]|<sup>|</?(?:br|b|i|u|em|strong)\s*/?>"
    r"|^#{1,6} |^\|.*\||^\|\s*$|^\s*> |^```|^\s*\[\^",
    re.M,
)
_ANY_SIGN = re.compile(r"[*\\<#|>`\[]")
_ENOUGH_SIGNS = 2
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_QUOTE = re.compile(r"^(?:\s{0,3}>\s?)+")
_NOTE = re.compile(
    r"\s*(?:<sup>\s*[\[(]?(?P<raised>\d{1,3}|\*{1,3})[\])]?\s*</sup>|\[\^(?P<named>[^\]\s]{1,20})\]:)\s*"
)
_FENCE = re.compile(r"^\s*(?:```|~~~)")


class MarkdownReader:
    """Reads text with Markdown markup; ``expected`` when the name of the file says so."""

    name = "markdown"
    version = 1

    def __init__(self, *, expected: bool = False) -> None:
        self._expected = expected

    def recognises(self, data: bytes) -> bool:
        """Whether the text carries Markdown signs: one is enough when Markdown is expected."""
        text = data[:200_000].decode("utf-8", errors="ignore")
        if not _ANY_SIGN.search(text):
            return False
        if _STRONG_SIGN.search(text):
            return True
        found = sum(1 for _ in zip(_SIGNS.finditer(text), range(_ENOUGH_SIGNS), strict=False))
        return found >= (1 if self._expected else _ENOUGH_SIGNS)

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """The printed text without markup."""
        text, notices = decode_text(data)
        reader = f"{self.name}/{self.version}"
        parts = lift_bracket_notes(list(_parts(text.split("\n"))))
        return assemble(parts, format_name="md", reader=reader, limits=limits, notices=notices)


def _parts(raw_lines: Sequence[str]) -> Iterator[DraftPart]:
    wrapping = Wrapping.of([Line(clean(line), after_blank=False) for line in raw_lines if clean(line) not in {"", "|"}])
    wrapping = replace(wrapping, blank_separated=_is_blank_separated(raw_lines))
    notes: list[DraftPart] = []
    for chunk in split_tables(raw_lines):
        if isinstance(chunk, PipeTable):
            yield _table(chunk, wrapping)
            continue
        for paragraph in _paragraphs(chunk, wrapping):
            if paragraph.kind is BlockKind.FOOTNOTE:
                notes.append(paragraph)
            else:
                yield paragraph
    yield from notes


def _is_blank_separated(raw_lines: Sequence[str]) -> bool:
    blanks = sum(1 for line in raw_lines if not line.strip())
    return blanks * 12 >= len(raw_lines)


def _table(table: PipeTable, wrapping: Wrapping) -> DraftTable:
    return DraftTable(tuple(table.cells(lambda lines: tuple(_paragraphs(lines, wrapping)))))


def _paragraphs(raw_lines: Sequence[str], wrapping: Wrapping) -> Iterator[DraftParagraph]:
    lines: list[_StyledLine] = []
    for block, kind, level, label in _blocks(raw_lines):
        if kind is BlockKind.FOOTNOTE or level is not None:
            yield from _flush(lines, wrapping)
            lines = []
            yield _whole_block(block, kind, level, label)
        else:
            lines.extend(_lines_of_block(block))
    yield from _flush(lines, wrapping)


class _StyledLine:
    """A line of text with the emphasis that covers all of it."""

    __slots__ = ("bold", "italic", "line")

    def __init__(self, line: Line, *, bold: bool, italic: bool) -> None:
        self.line = line
        self.bold = bold
        self.italic = italic


_RawBlock = tuple[list[str], BlockKind, int | None, str | None]


def _blocks(raw_lines: Iterable[str]) -> Iterator[_RawBlock]:
    """Runs of lines between blank lines; headings and footnote definitions by themselves."""
    block: list[str] = []
    kind, label = BlockKind.PARAGRAPH, None
    for raw_line in raw_lines:
        line = _QUOTE.sub("", raw_line) if ">" in raw_line else raw_line
        heading = _HEADING.match(line)
        note = _NOTE.match(line)
        if block and (heading or note or not line.strip()):
            yield block, kind, None, label
            block, kind, label = [], BlockKind.PARAGRAPH, None
        if heading:
            yield [heading.group(2)], BlockKind.PARAGRAPH, len(heading.group(1)), None
        elif note:
            kind, label = BlockKind.FOOTNOTE, note.group("raised") or note.group("named")
            block = [line[note.end() :]]
        elif line.strip() and not _FENCE.match(line):
            block.append(line)
    if block:
        yield block, kind, None, label


def _whole_block(block: list[str], kind: BlockKind, level: int | None, label: str | None) -> DraftParagraph:
    inline = strip_markup("\n".join(block))
    text = clean(inline.text)
    if label:
        text = f"{label} {text}"
    bold, italic = inline.emphasis(0, len(inline.text))
    return DraftParagraph(text, kind=kind, label=label, style=Style(bold=bold, italic=italic, outline_level=level))


def _lines_of_block(block: list[str]) -> Iterator[_StyledLine]:
    inline = strip_markup("\n".join(line.rstrip("\n") for line in block))
    position = 0
    soft = False
    for index, text in enumerate(inline.text.split("\n")):
        end = position + len(text)
        printed = clean(html.unescape(text))
        if printed:
            bold, italic = inline.emphasis(position, end)
            line = Line(printed, after_blank=index == 0, soft=soft, emphasis=(bold, italic))
            yield _StyledLine(line, bold=bold, italic=italic)
        soft = inline.continues_at(end) or text.endswith("  ")
        position = end + 1


def _flush(styled: list[_StyledLine], wrapping: Wrapping) -> Iterator[DraftParagraph]:
    position = 0
    for group in group_lines([entry.line for entry in styled], wrapping):
        members = styled[position : position + len(group)]
        position += len(group)
        style = Style(bold=all(entry.bold for entry in members), italic=all(entry.italic for entry in members))
        yield DraftParagraph(join_lines(line.text for line in group), style=style)
