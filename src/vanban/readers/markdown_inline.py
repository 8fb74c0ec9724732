"""Markup inside a paragraph of Markdown: emphasis, escapes, raised footnote marks, simple tags, links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.readers.lines import starts_item
from vanban.readers.superscript import superscript

_TOKEN = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()<>#+\-.!|~&^/])"
    r"|(?P<stars>\*{1,3})"
    r"|<sup>(?P<raised>[^<]{0,200})</sup>"
    r"|(?P<break><br\s*/?>)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<tag></?(?:b|i|u|em|strong|sup|sub|p|div|span|font|a|center)(?:\s[^<>]{0,500})?/?>)"
    r"|\[\^(?P<note>[^\]\s]{1,20})\]"
    r"|!?\[(?P<link>[^\[\]\n]{0,500})\]\((?:[^()\s]{1,2000})\)",
    re.DOTALL,
)
_ANY_MARKUP = re.compile(r"[\\*<\[]")
_LONG_EMPHASIS = 500
_BOLD_TOKENS = {"**", "***"}
_ITALIC_TOKENS = {"*", "***"}


@dataclass(frozen=True, slots=True)
class Inline:
    """Text without markup and the ranges of it that are bold or italic."""

    text: str
    bold: tuple[tuple[int, int], ...]
    italic: tuple[tuple[int, int], ...]

    def emphasis(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether all of ``text[start:end]``, apart from white space, is bold, and whether it is italic."""
        return self._covered(self.bold, start, end), self._covered(self.italic, start, end)

    def continues_at(self, position: int) -> bool:
        """Whether emphasis is open at a line break, so that the line goes on."""
        return any(start < position < end for start, end in (*self.bold, *self.italic))

    def _covered(self, ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
        outside = start
        covered = False
        for range_start, range_end in ranges:
            if range_end <= start or range_start >= end:
                continue
            if self.text[outside : max(outside, range_start)].strip():
                return False
            outside = max(outside, range_end)
            covered = True
        return covered and not self.text[outside:end].strip(" \n.,:;")


def strip_markup(source: str) -> Inline:
    """The printed text of a paragraph. Line feeds stay where they are."""
    if not _ANY_MARKUP.search(source):
        return Inline(source, (), ())
    writer = _Writer(_paired_stars(source))
    position = 0
    for token in _TOKEN.finditer(source):
        writer.write(source[position : token.start()])
        writer.take(token)
        position = token.end()
    writer.write(source[position:])
    return writer.result()


def _paired_stars(source: str) -> set[int]:
    """Where stars are markup. A lone star, a star bullet and a star between brackets are printed ones."""
    singles: list[int] = []
    markup: set[int] = set()
    for token in _TOKEN.finditer(source):
        stars = token.group("stars")
        if not stars:
            continue
        before, after = source[token.start() - 1 : token.start()], source[token.end() : token.end() + 1]
        if stars != "*":
            markup.add(token.start())
        elif not (before == "(" and after == ")") and not (
            before in {"", "\n"} and after in {" ", "\t"} and _is_bullet(source, token.end())
        ):
            singles.append(token.start())
    markup.update(singles[: len(singles) // 2 * 2])
    return markup


def _is_bullet(source: str, after: int) -> bool:
    line_end = source.find("\n", after)
    rest = source[after : line_end if line_end >= 0 else len(source)]
    return bool(rest.strip()) and "*" not in rest


class _Writer:
    """Collects printed text and the ranges of emphasis."""

    def __init__(self, markup: set[int]) -> None:
        self._markup = markup
        self._pieces: list[str] = []
        self._length = 0
        self._open: dict[str, int] = {}
        self._ranges: dict[str, list[tuple[int, int]]] = {"bold": [], "italic": []}

    def write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or ""
        value = token.group(kind)
        if kind == "escape":
            self.write(value[1:])
        elif kind == "stars":
            self._take_stars(value, token.start())
        elif kind == "raised":
            self.write(superscript(value, self._tail()))
        elif kind == "break":
            self.write("\n")
        elif kind == "link":
            self.write(value)

    def result(self) -> Inline:
        for name in list(self._open):
            self._toggle(name)
        return Inline("".join(self._pieces), tuple(self._ranges["bold"]), tuple(self._ranges["italic"]))

    def _take_stars(self, stars: str, position: int) -> None:
        if position not in self._markup:
            self.write(stars)
            return
        if stars in _BOLD_TOKENS:
            self._toggle("bold")
        if stars in _ITALIC_TOKENS:
            self._toggle("italic")

    def _toggle(self, name: str) -> None:
        start = self._open.pop(name, None)
        if start is None or self._is_stray(start):
            self._open[name] = self._length
        elif start < self._length:
            self._ranges[name].append((start, self._length))

    def _is_stray(self, start: int) -> bool:
        """Emphasis over several list items is a mark that lost its partner: what was taken for its end begins anew."""
        if self._length - start < _LONG_EMPHASIS:
            return False
        emphasised = "".join(self._pieces)[start:]
        return any(starts_item(line) for line in emphasised.split("\n")[1:])

    def _tail(self) -> str:
        return "".join(self._pieces[-3:])[-6:]
