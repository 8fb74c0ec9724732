"""The parts of a .docx package and the few XML habits all of them share."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml.etree import _Element

from vanban.readers import messages
from vanban.readers.archive import Archive
from vanban.readers.safe_xml import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAX_DIGITS = 9
_OFF = {"0", "false", "off", "none"}


def local_name(element: _Element) -> str:
    """The tag without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(parent: _Element | None, name: str) -> str | None:
    """``w:val`` of a child such as ``<w:jc w:val="center"/>``; None when there is no such child or value."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def switch_of(parent: _Element | None, name: str) -> bool | None:
    """An on/off property such as ``<w:b/>``; None when it is not set here."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    if child is None:
        return None
    return child.get(f"{W}val", "true").lower() not in _OFF


def number_of(parent: _Element | None, name: str, default: int = 0) -> int:
    """An integer property; ``default`` when it is missing or not a number."""
    value = value_of(parent, name)
    try:
        return int(value) if value is not None else default
    except ValueError:
        return default


class Package:
    """Finds the parts of a document by their relationships; parts are parsed on demand."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.main_name = self._main_part()
        self._relations_of_main = self._relations(self.main_name)
        self._related = {kind: target for _, kind, target in self._relations_of_main}
        of_package = {kind: target for _, kind, target in self._relations("")}
        self._properties_name = of_package.get("extended-properties", "")

    @property
    def has_pictures(self) -> bool:
        """Whether the package holds images."""
        return any("/media/" in name for name in self._archive.names)

    @property
    def page_count(self) -> int | None:
        """The number of pages when the document was last saved; None when it does not say."""
        if self._properties_name not in self._archive:
            return None
        root = parse_xml(self._archive.read(self._properties_name))
        pages = next((child.text or "" for child in root if local_name(child) == "Pages"), "")
        return int(pages) if pages.isdecimal() and 0 < len(pages) < _MAX_DIGITS and int(pages) else None

    def main(self) -> _Element:
        """The root of the main document part."""
        return self._parse(self.main_name)

    def part(self, kind: str) -> _Element | None:
        """A part by the last word of its relationship type, such as ``styles`` or ``footnotes``."""
        name = self._related.get(kind)
        return self._parse(name) if name and name in self._archive else None

    def page_margins(self) -> Iterator[_Element]:
        """The parts that pages repeat at their head and foot."""
        for _, kind, name in self._relations_of_main:
            if kind in {"header", "footer"} and name in self._archive:
                yield self._parse(name)

    def related(self, relation_id: str) -> _Element | None:
        """The part behind a relationship of the main part; None when there is none."""
        name = next((target for own_id, _, target in self._relations_of_main if own_id == relation_id), None)
        return self._parse(name) if name and name in self._archive else None

    def _parse(self, name: str) -> _Element:
        return parse_xml(self._archive.read(name).replace(_STRICT, _TRANSITIONAL))

    def _main_part(self) -> str:
        for _, kind, target in self._relations(""):
            if kind == "officeDocument" and target in self._archive:
                return target
        if "word/document.xml" in self._archive:
            return "word/document.xml"
        raise messages.unreadable("unknown-format" if "word/" not in " ".join(self._archive.names) else "damaged")

    def _relations(self, source: str) -> list[tuple[str, str, str]]:
        """Id, last word of the type, and target of every relationship of a part."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self._archive:
            return []
        return list(_targets(parse_xml(self._archive.read(name)), folder))


def _targets(relations: _Element, folder: str) -> Iterator[tuple[str, str, str]]:
    for relation in relations:
        if relation.get("TargetMode") == "External":
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield relation.get("Id", ""), kind, whole
