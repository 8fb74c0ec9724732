"""Type and measures of runs and paragraphs, from the property elements of a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml.etree import _Element

from vanban.layout import Face, LineRule, ParagraphShape
from vanban.readers.docx.package import W
from vanban.types import Alignment

_TWIPS_PER_POINT = 20
_MM_PER_TWIP = 25.4 / 1440
_LINE = 240
_DEFAULT_SIZE = 10.0
_OFF = {"0", "false", "off", "none"}
_NAMES_OF_BLACK = {"auto", "windowtext", "black"}
_DARKEST = 0x40
"""No component of a colour that still prints as black is above this."""
_AUTOMATIC_SPACE = 14 * _TWIPS_PER_POINT
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINE_RULES = {"exact": LineRule.EXACTLY, "atLeast": LineRule.AT_LEAST}
_MEASURES = {
    f"{W}spacing": ("before", "after", "beforeAutospacing", "afterAutospacing", "line", "lineRule"),
    f"{W}ind": ("firstLine", "hanging", "left", "start", "right", "end"),
}
_MAX_TWIPS = 1_000_000

RunFace = dict[str, Any]
Measures = dict[str, str]


def theme_fonts(theme: _Element | None) -> dict[str, str]:
    """The Latin fonts that a theme calls "major" and "minor"."""
    fonts: dict[str, str] = {}
    if theme is not None:
        for kind in ("major", "minor"):
            latin = next(theme.iter(f"{_A}{kind}Font"), None)
            face = latin.find(f"{_A}latin") if latin is not None else None
            if face is not None and face.get("typeface"):
                fonts[kind] = face.get("typeface", "")
    return fonts


def inherited_face(layers: Iterable[_Element | None], theme: dict[str, str]) -> RunFace:
    """What styles and defaults say, nearest layer first."""
    found: RunFace = {}
    for layer in layers:
        found = {**_said(layer, theme), **found}
    return found


def own_face(properties: _Element | None, inherited: RunFace, theme: dict[str, str]) -> Face:
    """The type of a run with its own properties over the inherited ones."""
    said = {**inherited, **_said(properties, theme)} if properties is not None and len(properties) else inherited
    return Face(
        font=said.get("font"),
        size=said.get("size", _DEFAULT_SIZE),
        bold=said.get("bold", False),
        italic=said.get("italic", False),
        underline=said.get("underline", False),
        black=said.get("black", True),
    )


def _said(properties: _Element | None, theme: dict[str, str]) -> RunFace:
    """What one ``rPr`` says itself."""
    said: RunFace = {}
    for child in properties if properties is not None else ():
        tag = child.tag
        value = child.get(f"{W}val")
        if tag == f"{W}sz":
            if value and value.isdecimal() and len(value) < 5:
                said["size"] = int(value) / 2
        elif tag == f"{W}rFonts":
            font = _font(child, theme)
            if font:
                said["font"] = font
        else:
            _switch(said, str(tag), value)
    return said


def _switch(said: RunFace, tag: str, value: str | None) -> None:
    if tag == f"{W}b":
        said["bold"] = (value or "true").lower() not in _OFF
    elif tag == f"{W}i":
        said["italic"] = (value or "true").lower() not in _OFF
    elif tag == f"{W}u":
        said["underline"] = value is not None and value.lower() not in _OFF
    elif tag == f"{W}color":
        said["black"] = _prints_black((value or "auto").lower())


def _prints_black(colour: str) -> bool:
    if colour in _NAMES_OF_BLACK:
        return True
    try:
        return max(bytes.fromhex(colour)) <= _DARKEST
    except ValueError:
        return True


def _font(fonts: _Element, theme: dict[str, str]) -> str | None:
    """A font that the theme names goes before one named beside it."""
    themed = fonts.get(f"{W}hAnsiTheme") or fonts.get(f"{W}asciiTheme")
    if themed:
        return theme.get("major" if themed.startswith("major") else "minor")
    return fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")


def inherited_measures(layers: Iterable[_Element | None]) -> Measures:
    """Spacing and indents of styles and defaults, each attribute from the nearest layer that has it."""
    found: Measures = {}
    for layer in layers:
        found = _over(found, _measured(layer))
    return found


def own_shape(properties: _Element | None, inherited: Measures, alignment: Alignment, section: int) -> ParagraphShape:
    """How a paragraph is set with its own properties over the inherited ones."""
    said = _over(_measured(properties), inherited)
    rule = _LINE_RULES.get(said.get("lineRule", "auto"), LineRule.LINES)
    line = _twips(said.get("line"), _LINE)
    first = -_twips(said["hanging"]) if "hanging" in said else _twips(said.get("firstLine"))
    return ParagraphShape(
        alignment=alignment,
        first_line=first * _MM_PER_TWIP,
        left=_twips(said.get("start", said.get("left"))) * _MM_PER_TWIP,
        right=_twips(said.get("end", said.get("right"))) * _MM_PER_TWIP,
        before=_space(said, "before") / _TWIPS_PER_POINT,
        after=_space(said, "after") / _TWIPS_PER_POINT,
        spacing=line / (_LINE if rule is LineRule.LINES else _TWIPS_PER_POINT),
        line_rule=rule,
        section=section,
    )


def _over(nearer: Measures, farther: Measures) -> Measures:
    """A first-line indent and a hanging one exclude each other: the nearer layer decides."""
    if "firstLine" in nearer or "hanging" in nearer:
        farther = {name: value for name, value in farther.items() if name not in {"firstLine", "hanging"}}
    return {**farther, **nearer}


def _measured(properties: _Element | None) -> Measures:
    said: Measures = {}
    if properties is not None:
        for tag, names in _MEASURES.items():
            child = properties.find(tag)
            if child is not None:
                said.update({name: value for name in names if (value := child.get(f"{W}{name}")) is not None})
    return said


def _space(said: Measures, side: str) -> float:
    """The space before or after a paragraph; Word chooses it when it is automatic, as in text from the web."""
    automatic = said.get(f"{side}Autospacing", "0").lower() not in _OFF
    return _AUTOMATIC_SPACE if automatic else _twips(said.get(side))


def _twips(value: str | None, default: int = 0) -> float:
    """A length in twips; other units of the strict format ("12pt") and nonsense count as ``default``."""
    try:
        number = float(value) if value is not None else default
    except ValueError:
        return default
    return number if abs(number) <= _MAX_TWIPS else default
