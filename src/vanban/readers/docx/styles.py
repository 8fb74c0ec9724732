"""Properties that paragraphs and runs inherit from styles.xml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from lxml.etree import _Element

from vanban.layout import Face, ParagraphShape
from vanban.readers.docx.looks import (
    Measures,
    RunFace,
    inherited_face,
    inherited_measures,
    own_face,
    own_shape,
    theme_fonts,
)
from vanban.readers.docx.package import W, switch_of, value_of
from vanban.types import Alignment

_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFY,
    "distribute": Alignment.JUSTIFY,
}
_BODY_TEXT_LEVEL = 9
_MAX_INHERITANCE = 20
_Found = TypeVar("_Found")


class Styles:
    """Looks properties up along ``basedOn``, then in the defaults of the document."""

    def __init__(self, root: _Element | None, theme: _Element | None = None) -> None:
        styles = root.findall(f"{W}style") if root is not None else []
        self._by_id = {style.get(f"{W}styleId", ""): style for style in styles}
        self._default_paragraph = next(
            (key for key, style in self._by_id.items() if _is_default_paragraph_style(style)), None
        )
        self._default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._default_shape = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr") if root is not None else None
        self._theme_fonts = theme_fonts(theme)
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._measures: dict[tuple[_Element, ...], Measures] = {}
        self._faces: dict[tuple[_Element, ...], RunFace] = {}

    def face(self, properties: _Element | None, paragraph_chain: tuple[_Element, ...]) -> Face:
        """The type of a run, by itself and by inheritance."""
        chain = (*self.run_chain(properties), *paragraph_chain) if properties is not None else paragraph_chain
        inherited = self._faces.get(chain)
        if inherited is None:
            layers = [style.find(f"{W}rPr") for style in chain]
            inherited = inherited_face((*layers, self._default_run), self._theme_fonts)
            self._faces[chain] = inherited
        return own_face(properties, inherited, self._theme_fonts)

    def shape(self, properties: _Element | None, chain: tuple[_Element, ...], section: int) -> ParagraphShape:
        """How a paragraph is set, by itself and by inheritance."""
        inherited = self._measures.get(chain)
        if inherited is None:
            layers = [style.find(f"{W}pPr") for style in chain]
            inherited = inherited_measures((*layers, self._default_shape))
            self._measures[chain] = inherited
        return own_shape(properties, inherited, self.alignment(properties, chain), section)

    def paragraph_chain(self, properties: _Element | None) -> tuple[_Element, ...]:
        """The styles of a paragraph, nearest first."""
        style_id = value_of(properties, "pStyle") or self._default_paragraph
        return self._chain(style_id) if style_id else ()

    def run_chain(self, properties: _Element | None) -> tuple[_Element, ...]:
        """The character styles of a run, nearest first."""
        style_id = value_of(properties, "rStyle")
        return self._chain(style_id) if style_id else ()

    def table_chain(self, properties: _Element | None) -> tuple[_Element, ...]:
        """The styles of a table, nearest first."""
        style_id = value_of(properties, "tblStyle")
        return self._chain(style_id) if style_id else ()

    def run_switch(self, name: str, properties: _Element | None, paragraph_chain: tuple[_Element, ...]) -> bool:
        """Whether a run is bold, italic, hidden … by itself or by inheritance."""
        own = switch_of(properties, name)
        if own is not None:
            return own
        chain = (*self.run_chain(properties), *paragraph_chain)
        inherited = _first(chain, lambda style: switch_of(style.find(f"{W}rPr"), name))
        if inherited is not None:
            return inherited
        return bool(switch_of(self._default_run, name))

    def run_font(self, properties: _Element | None, paragraph_chain: tuple[_Element, ...]) -> str | None:
        """The font of Latin letters in a run, by itself or by inheritance; None when only a theme names it."""
        own = _font_of(properties)
        if own is not None:
            return own
        chain = (*self.run_chain(properties), *paragraph_chain)
        return _first(chain, lambda style: _font_of(style.find(f"{W}rPr"))) or _font_of(self._default_run)

    def alignment(self, properties: _Element | None, chain: tuple[_Element, ...]) -> Alignment:
        """How a paragraph is set; left when nothing says otherwise, as Word does."""
        value = value_of(properties, "jc") or _first(chain, lambda style: value_of(style.find(f"{W}pPr"), "jc"))
        return _ALIGNMENTS.get(value or "left", Alignment.LEFT)

    def outline_level(self, properties: _Element | None, chain: tuple[_Element, ...]) -> int | None:
        """The heading level, from 1; None for body text."""
        value = value_of(properties, "outlineLvl")
        value = value or _first(chain, lambda style: value_of(style.find(f"{W}pPr"), "outlineLvl"))
        if value is None or not value.isdecimal() or int(value) >= _BODY_TEXT_LEVEL:
            return None
        return int(value) + 1

    def _chain(self, style_id: str) -> tuple[_Element, ...]:
        if style_id not in self._chains:
            self._chains[style_id] = self._follow(style_id)
        return self._chains[style_id]

    def _follow(self, style_id: str) -> tuple[_Element, ...]:
        chain: list[_Element] = []
        current: str | None = style_id
        while current in self._by_id and len(chain) < _MAX_INHERITANCE:
            style = self._by_id[current]
            chain.append(style)
            current = value_of(style, "basedOn")
        return tuple(chain)


def _is_default_paragraph_style(style: _Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}


def _font_of(properties: _Element | None) -> str | None:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")


def _first(chain: tuple[_Element, ...], look: Callable[[_Element], _Found | None]) -> _Found | None:
    for style in chain:
        found = look(style)
        if found is not None:
            return found
    return None
