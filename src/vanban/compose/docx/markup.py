"""Elements of WordprocessingML, and the units they measure in."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element

from vanban.compose.typography import NO_BREAK_HYPHEN, WORD_JOINER

_TWIPS_PER_MM = 1440 / 25.4
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, /, *children: _Element | None, **attributes: str | float | None) -> _Element:
    """The element of the main namespace called ``tag``; children and attributes that are None are left out."""
    element: _Element = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        if value is not None:
            element.set(qn(f"w:{key}"), str(value))
    element.extend([child for child in children if child is not None])
    return element


def twips(millimetres: float) -> int:
    """A length as twentieths of a point."""
    return round(millimetres * _TWIPS_PER_MM)


def twentieths(points: float) -> int:
    """A space in points as twentieths of a point."""
    return round(points * 20)


def text_elements(text: str) -> Iterator[_Element]:
    """``text`` in pieces between the hyphens at which Word must not end a line. After a slash it never does."""
    for place, piece in enumerate(text.replace(WORD_JOINER, "").split(NO_BREAK_HYPHEN)):
        if place:
            yield w("noBreakHyphen")
        if piece:
            yield text_element(piece)


def text_element(text: str) -> _Element:
    """``w:t`` that keeps its spaces."""
    element = w("t")
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element
