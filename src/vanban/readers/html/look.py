"""How text looks, as far as tags and inline styles tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml.etree import _Element

from vanban.types import Alignment

_BOLD_TAGS = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_ITALIC_TAGS = {"i", "em", "cite"}
_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTER,
    "middle": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "justify": Alignment.JUSTIFY,
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_ALIGN = re.compile(r"text-align\s*:\s*([a-z]+)")
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00)")
_SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)")
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_UPPER = re.compile(r"text-transform\s*:\s*uppercase")


@dataclass(frozen=True, slots=True)
class Look:
    """The inherited appearance of text."""

    bold: bool = False
    italic: bool = False
    alignment: Alignment = Alignment.UNKNOWN
    capitals: bool = False
    raised: bool = False
    preformatted: bool = False
    level: int | None = None
    font: str | None = None


def style_of(element: _Element) -> str:
    """The inline style in lower case."""
    return (element.get("style") or "").lower()


def is_hidden(element: _Element) -> bool:
    """Whether a browser would not show the element."""
    return element.get("hidden") is not None or _HIDDEN.search(style_of(element)) is not None


def _font_of(element: _Element, tag: str) -> str | None:
    named = _FONT.search(element.get("style") or "")
    if named:
        return named.group(1).strip()
    return element.get("face") if tag == "font" else None


def look_within(element: _Element, tag: str, outer: Look) -> Look:
    """The appearance of text inside an element."""
    style = style_of(element)
    align = _ALIGN.search(style)
    aligned = align.group(1) if align else (element.get("align") or ("center" if tag == "center" else "")).lower()
    weight = _WEIGHT.search(style)
    slant = _SLANT.search(style)
    bold = (
        weight.group(1) not in {"normal", "100", "200", "300", "400", "500"}
        if weight
        else outer.bold or tag in _BOLD_TAGS
    )
    italic = slant.group(1) != "normal" if slant else outer.italic or tag in _ITALIC_TAGS
    return replace(
        outer,
        bold=bold,
        italic=italic,
        alignment=_ALIGNMENTS.get(aligned, outer.alignment),
        capitals=outer.capitals or _UPPER.search(style) is not None,
        raised=outer.raised or tag == "sup",
        preformatted=outer.preformatted or tag == "pre",
        font=_font_of(element, tag) or outer.font,
        level=int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else outer.level,
    )
