"""Paper, margins and page numbers of the sections of a Word document."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.etree import _Element

from vanban.layout import PageNumber, SectionLook
from vanban.readers.docx.package import W, switch_of
from vanban.readers.docx.styles import Styles
from vanban.types import Alignment

_MM_PER_TWIP = 25.4 / 1440
_A4 = (11906, 16838)
_MARGIN = 1440
_PAGE_FIELD = re.compile(r"\bPAGE\b")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_R_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}"

PartOf = Callable[[str], _Element | None]
"""The header or footer part behind a relationship id."""


class SectionReader:
    """Reads sections in order: a header that a section does not name is that of the section before."""

    def __init__(self, styles: Styles, part_of: PartOf) -> None:
        self._styles = styles
        self._part_of = part_of
        self._references: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, PageNumber | None] = {}

    def read(self, properties: _Element) -> SectionLook:
        """The section that ``properties`` (a ``sectPr``) closes."""
        for kind in ("header", "footer"):
            for reference in properties.findall(f"{W}{kind}Reference"):
                part = reference.get(f"{_R}id") or reference.get(f"{_R_STRICT}id")
                if part:
                    self._references[kind, reference.get(f"{W}type", "default")] = part
        size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")
        number = self._number("default")
        return SectionLook(
            width=_mm(size, "w", _A4[0]),
            height=_mm(size, "h", _A4[1]),
            top=_mm(margins, "top", _MARGIN),
            bottom=_mm(margins, "bottom", _MARGIN),
            left=_mm(margins, "left", _MARGIN) + _mm(margins, "gutter", 0),
            right=_mm(margins, "right", _MARGIN),
            number=number,
            number_on_first=self._number("first") if switch_of(properties, "titlePg") else number,
        )

    def _number(self, page: str) -> PageNumber | None:
        for kind in ("header", "footer"):
            part = self._references.get((kind, page))
            if part is None:
                continue
            if part not in self._numbers:
                self._numbers[part] = self._find_number(part, in_header=kind == "header")
            if self._numbers[part] is not None:
                return self._numbers[part]
        return None

    def _find_number(self, part: str, *, in_header: bool) -> PageNumber | None:
        root = self._part_of(part)
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            run = _page_field(paragraph)
            if run is not None:
                properties = paragraph.find(f"{W}pPr")
                chain = self._styles.paragraph_chain(properties)
                face = self._styles.face(run.find(f"{W}rPr"), chain)
                placed = _is_framed(properties) or next(paragraph.iter(f"{W}ptab", f"{W}tab"), None) is not None
                alignment = Alignment.UNKNOWN if placed else self._styles.alignment(properties, chain)
                return PageNumber(in_header, alignment, face)
        return None


def _page_field(paragraph: _Element) -> _Element | None:
    """The run that asks for the page number."""
    for element in paragraph.iter(f"{W}instrText", f"{W}fldSimple"):
        instruction = element.text if element.tag == f"{W}instrText" else element.get(f"{W}instr")
        if instruction and _PAGE_FIELD.search(instruction):
            run = element.getparent() if element.tag == f"{W}instrText" else element.find(f"{W}r")
            return run if run is not None else element
    return None


def _is_framed(properties: _Element | None) -> bool:
    return properties is not None and properties.find(f"{W}framePr") is not None


def _mm(parent: _Element | None, name: str, default: int) -> float:
    try:
        twips = float(parent.get(f"{W}{name}", default)) if parent is not None else default
    except ValueError:
        twips = default
    return abs(twips) * _MM_PER_TWIP
