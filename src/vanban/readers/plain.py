"""Plain text: one paragraph a line, or lines wrapped at the margin, or pages laid out with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.readers.decode import decode_text, looks_like_text
from vanban.readers.draft import DraftParagraph, assemble, clean
from vanban.readers.lines import Line, Wrapping, group_lines, join_lines
from vanban.readers.notes import lift_bracket_notes
from vanban.types import Limits, ReadDocument

_COLUMN_GAP = re.compile(r"\S(\s{4,})\S")
_PAGE_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,4}\s*[-–]?\s*")
_DRAWN_RULE = re.compile(r"(?<=\S)[ \t]+-{5,}(?=[ \t]|$)[ \t]*", re.MULTILINE)
_MOTTO = re.compile(r"(?<=VIỆT NAM)[ \t]+(?=Độc lập)")
_RIGHT_COLUMN = 25
_COLUMN_REACH = 4
"""Lines of one column alone after which side-by-side text has ended; beside the recipients the signature is lower."""
_CLOSING_REACH = 25
_RECIPIENTS = re.compile(r"\s*Nơi nhận")
_TAB_WIDTH = 8


class PlainReader:
    """Reads text files without markup."""

    name = "plain"
    version = 1

    def recognises(self, data: bytes) -> bool:
        """Anything that can be text; asked last."""
        return looks_like_text(data)

    def read(self, data: bytes, limits: Limits) -> ReadDocument:
        """The paragraphs of the text, with wrapped lines and page breaks joined."""
        text, notices = decode_text(data)
        lines = list(_stacked_columns(_at_drawn_rules(_without_page_numbers(text)).split("\n")))
        wrapping = Wrapping.of(lines)
        parts = [DraftParagraph(join_lines(line.text for line in group)) for group in group_lines(lines, wrapping)]
        reader = f"{self.name}/{self.version}"
        return assemble(lift_bracket_notes(parts), format_name="txt", reader=reader, limits=limits, notices=notices)


def _without_page_numbers(text: str) -> str:
    """Form feeds become blank lines, and a number alone at the head or foot of a page goes."""
    if "\f" not in text:
        return text
    pages = []
    for page in text.split("\f"):
        lines = page.split("\n")
        filled = [index for index, line in enumerate(lines) if line.strip()]
        for index in {*filled[:1], *filled[-1:]}:
            if _PAGE_NUMBER.fullmatch(lines[index]):
                lines[index] = ""
        pages.append("\n".join(lines))
    return "\n\n".join(pages)


def _at_drawn_rules(text: str) -> str:
    """A header block run together on one line comes apart at its drawn rules and before the national motto."""
    return _MOTTO.sub("\n\n", _DRAWN_RULE.sub("\n\n", text))


def _stacked_columns(raw_lines: Sequence[str]) -> Iterator[Line]:
    """The lines in reading order: where two columns stand side by side, the left one first, then the right one."""
    expanded = [line.expandtabs(_TAB_WIDTH).rstrip() for line in raw_lines]
    after_blank = False
    index = 0
    while index < len(expanded):
        end = _column_run_end(expanded, index)
        if end > index:
            yield from _columns(expanded[index:end], after_blank=after_blank)
            after_blank = True
            index = end
            continue
        text = clean(expanded[index])
        if text:
            yield Line(text, indent=_indent(expanded[index]), after_blank=after_blank)
        after_blank = not text
        index += 1


def _column_run_end(lines: Sequence[str], start: int) -> int:
    """Where the run of side-by-side lines that begins at ``start`` ends; ``start`` when there is none."""
    if not _COLUMN_GAP.search(lines[start]):
        return start
    end = start + 1
    reach = _CLOSING_REACH if _RECIPIENTS.match(lines[start]) else _COLUMN_REACH
    for index in range(start + 1, len(lines)):
        if index - end >= reach:
            break
        if _COLUMN_GAP.search(lines[index]) or _indent(lines[index]) >= _RIGHT_COLUMN:
            end = index + 1
    return end


def _columns(lines: Sequence[str], *, after_blank: bool) -> Iterator[Line]:
    """Left parts, then right parts; every part its own paragraph."""
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        gap = _COLUMN_GAP.search(line)
        if gap:
            left.append(line[: gap.end(1)])
            right.append(line[gap.end(1) :])
        elif _indent(line) >= _RIGHT_COLUMN:
            right.append(line)
        else:
            left.append(line)
    for text in map(clean, [*left, *right]):
        if text:
            yield Line(text, after_blank=after_blank)
            after_blank = True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
