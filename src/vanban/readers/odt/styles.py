"""Styles and list labels of OpenDocument."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from vanban.readers.list_numbers import letters, roman
from vanban.types import Alignment

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_ALIGNMENTS = {
    "start": Alignment.LEFT,
    "left": Alignment.LEFT,
    "center": Alignment.CENTER,
    "end": Alignment.RIGHT,
    "right": Alignment.RIGHT,
    "justify": Alignment.JUSTIFY,
}
_MAX_INHERITANCE = 20
_MAX_LEVELS = 10


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is labelled."""

    form: str
    prefix: str
    suffix: str
    start: int
    shown_levels: int
    bullet: str | None


class Styles:
    """Looks properties up along the parents of a style."""

    def __init__(self, *roots: _Element | None) -> None:
        self._styles: dict[tuple[str, str], _Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        for root in roots:
            if root is None:
                continue
            for style in root.iter(f"{STYLE}style"):
                self._styles[(style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", ""))] = style
            for style in root.iter(f"{TEXT}list-style"):
                self._lists[style.get(f"{STYLE}name", "")] = dict(_levels(style))

    def is_bold(self, family: str, name: str | None) -> bool | None:
        """Whether a style sets bold type; None when it does not say."""
        value = self._find(family, name, "text-properties", f"{_FO}font-weight")
        return None if value is None else value in {"bold", "600", "700", "800", "900"}

    def is_italic(self, family: str, name: str | None) -> bool | None:
        """Whether a style sets italic type; None when it does not say."""
        value = self._find(family, name, "text-properties", f"{_FO}font-style")
        return None if value is None else value in {"italic", "oblique"}

    def is_raised(self, name: str | None) -> bool:
        """Whether a text style sets superscript."""
        value = self._find("text", name, "text-properties", f"{STYLE}text-position") or ""
        return value.startswith("super") or (value[:1].isdigit() and not value.startswith("0%"))

    def is_upper_case(self, family: str, name: str | None) -> bool:
        """Whether a style shows its text in capitals."""
        return self._find(family, name, "text-properties", f"{_FO}text-transform") == "uppercase"

    def is_hidden(self, name: str | None) -> bool:
        """Whether a text style hides its text."""
        return self._find("text", name, "text-properties", f"{TEXT}display") == "none"

    def alignment(self, name: str | None) -> Alignment:
        """How a paragraph style is set."""
        value = self._find("paragraph", name, "paragraph-properties", f"{_FO}text-align")
        return _ALIGNMENTS.get(value or "start", Alignment.LEFT)

    def list_level(self, list_style: str | None, level: int) -> ListLevel | None:
        """The labels of a list at a level, counted from 1."""
        return self._lists.get(list_style or "", {}).get(level)

    def _find(self, family: str, name: str | None, group: str, attribute: str) -> str | None:
        for _ in range(_MAX_INHERITANCE):
            style = self._styles.get((family, name or ""))
            if style is None:
                return None
            properties = style.find(f"{STYLE}{group}")
            value = properties.get(attribute) if properties is not None else None
            if value is not None:
                return value
            name = style.get(f"{STYLE}parent-style-name")
        return None


def label_of(level: ListLevel, counters: dict[int, int], depth: int, upper: list[ListLevel | None]) -> str:
    """The printed label at a depth, with the numbers of the levels above it when the style shows them."""
    if level.bullet is not None:
        return level.bullet
    first = max(depth - level.shown_levels + 1, 1)
    numbers = []
    for shown in range(first, depth + 1):
        style = level if shown == depth else upper[shown - 1]
        numbers.append(_format(counters.get(shown, 1), style.form if style is not None else "1"))
    body = ".".join(number for number in numbers if number)
    return f"{level.prefix}{body}{level.suffix}" if body else ""


def _format(number: int, form: str) -> str:
    forms = {"a": letters(number), "A": letters(number).upper(), "i": roman(number), "I": roman(number).upper(), "": ""}
    return forms.get(form, str(number))


def _levels(style: _Element) -> Iterator[tuple[int, ListLevel]]:
    for child in style:
        level = child.get(f"{TEXT}level", "")
        if level.isdecimal() and int(level) <= _MAX_LEVELS:
            yield (
                int(level),
                ListLevel(
                    form=child.get(f"{STYLE}num-format", ""),
                    prefix=child.get(f"{STYLE}num-prefix", ""),
                    suffix=child.get(f"{STYLE}num-suffix", ""),
                    start=_number(child.get(f"{TEXT}start-value"), 1),
                    shown_levels=_number(child.get(f"{TEXT}display-levels"), 1),
                    bullet=child.get(f"{TEXT}bullet-char"),
                ),
            )


def _number(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 7 else default
