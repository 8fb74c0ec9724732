"""Gives a workbook back with a comment in each bad cell and a sheet of all faults, everything else as it was.

An .xlsx is a zip of parts. Four kinds of parts are added (comments, their shapes, the relations of the sheet, the sheet
of faults), and five get a few bytes inserted: the list of content types, the list of sheets and its relations, the
sheet itself, which has to name its shapes, and comments that were there before. All others go over as they are.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath, relpath
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from sauro.roster.sheets.grid import letter_of

MOST_COMMENTS = 2_000
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS, _VML, _SHEET = f"{_RELATIONS}/comments", f"{_RELATIONS}/vmlDrawing", f"{_RELATIONS}/worksheet"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_AFTER = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
)  # fmt: skip
"""What stands behind the element that names the shapes of comments."""
_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet\b[^>]*>")
_DATA_END = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>|<(?:[\w.-]+:)?sheetData\s*/>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AUTHOR = "Sáu Rõ"


class UnusualPackageError(Exception):
    """The package is built in a way this module does not insert into."""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands at a cell, both counted from 0."""

    row: int
    column: int
    text: str

    @property
    def place(self) -> str:
        """The name of the cell."""
        return f"{letter_of(self.column)}{self.row + 1}"


def annotate(data: bytes, sheet: str, notes: Sequence[Note], table: Sequence[Sequence[str]], title: str) -> bytes:
    """Return the workbook with a comment at each note in the named sheet (at most :data:`MOST_COMMENTS`, the first
    ones) and a sheet ``title`` holding ``table``, all of it as text. Raises :class:`UnusualPackageError`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            package = _Package(archive)
            package.comment(sheet, notes[:MOST_COMMENTS])
            package.add_sheet(title, table)
            return package.written()
    except (
        KeyError,
        IndexError,
        StopIteration,
        etree.XMLSyntaxError,
        ExpatError,
        UnicodeDecodeError,
        ValueError,
    ) as error:
        raise UnusualPackageError from error


class _Package:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = {entry.filename for entry in archive.infolist()}
        self.changed: dict[str, bytes] = {}
        relations = self._relations("")
        self.book = next(path for kind, path, _pk in relations if kind.endswith("/officeDocument"))

    def read(self, name: str) -> bytes:
        return self.changed[name] if name in self.changed else self.archive.read(name)

    def comment(self, sheet: str, notes: Sequence[Note]) -> None:
        path = self._path_of(sheet)
        there = {kind: part for kind, part, _pk in self._relations(path) if kind in (_COMMENTS, _VML)}
        if _COMMENTS in there and _VML in there:
            self._join(there[_COMMENTS], there[_VML], notes)
        elif there or not notes:
            if there:
                raise UnusualPackageError
        else:
            self._attach(path, notes)

    def add_sheet(self, title: str, table: Sequence[Sequence[str]]) -> None:
        path = self._free(join(dirname(self.book), "worksheets", "sheet%d.xml"))
        self.changed[path] = _sheet(table)
        self._type(path, "worksheet+xml")
        relation = self._relate(self.book, _SHEET, path)
        book = self.read(self.book)
        root = etree.fromstring(book, _parser())
        sheets = root.find(f"{{{_MAIN}}}sheets")
        if sheets is None:
            raise UnusualPackageError
        taken = {str(one.get("name")).casefold() for one in sheets}
        name = next(one for one in (title, *(f"{title} {number}" for number in range(2, 1000)))
                    if one.casefold() not in taken)  # fmt: skip
        number = max(int(str(one.get("sheetId"))) for one in sheets) + 1
        prefix = f"{sheets.prefix}:" if sheets.prefix else ""
        line = f'<{prefix}sheet xmlns:r="{_RELATIONS}" name={quoteattr(name)} sheetId="{number}" r:id="{relation}"/>'
        self.changed[self.book] = _before(book, f"</{prefix}sheets>".encode(), line.encode())

    def written(self) -> bytes:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
            for entry in self.archive.infolist():
                copy = zipfile.ZipInfo(entry.filename, entry.date_time)
                copy.compress_type, copy.external_attr = entry.compress_type, entry.external_attr
                made.writestr(copy, self.read(entry.filename), compresslevel=4)
            for name in sorted(set(self.changed) - self.names):
                made.writestr(name, self.changed[name])
        return stream.getvalue()

    def _path_of(self, sheet: str) -> str:
        root = etree.fromstring(self.read(self.book), _parser())
        found = next(one for one in root.iterfind(f"{{{_MAIN}}}sheets/{{{_MAIN}}}sheet") if one.get("name") == sheet)
        key = found.get(f"{{{_RELATIONS}}}id")
        return next(path for _kind, path, pk in self._relations(self.book) if pk == key)

    def _attach(self, path: str, notes: Sequence[Note]) -> None:
        folder = dirname(self.book)
        comments, shapes = (
            self._free(join(folder, "comments%d.xml")),
            self._free(join(folder, "drawings", "vmlDrawing%d.vml")),
        )
        self.changed[comments], self.changed[shapes] = _comments(notes), _vml(notes)
        self._type(comments, "comments+xml")
        self._default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
        self._relate(path, _COMMENTS, comments)
        self.changed[path] = _named(self.read(path), self._relate(path, _VML, shapes))

    def _join(self, comments: str, shapes: str, notes: Sequence[Note]) -> None:
        """Put comments beside those that were there; a cell that has one keeps it."""
        held = self.read(comments)
        root = etree.fromstring(held, _parser())
        taken = {one.get("ref") for one in root.iterfind(f"{{{_MAIN}}}commentList/{{{_MAIN}}}comment")}
        fresh = [note for note in notes if note.place not in taken]
        prefix = f"{root.prefix}:" if root.prefix else ""
        if prefix:
            raise UnusualPackageError
        lines = "".join(_comment(note) for note in fresh).encode()
        self.changed[comments] = _before(held, b"</commentList>", lines)
        self.changed[shapes] = _before(self.read(shapes), b"</xml>", "".join(_shape(one) for one in fresh).encode())

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return kind, path and identity of what a part refers to inside the package."""
        name = _relations_of(part)
        if name not in self.names and name not in self.changed:
            return []
        root = etree.fromstring(self.read(name), _parser())
        return [
            (str(one.get("Type")), _resolved(part, str(one.get("Target"))), str(one.get("Id")))
            for one in root.iterfind(f"{{{_PACKAGE}}}Relationship")
            if one.get("TargetMode") != "External"
        ]

    def _relate(self, part: str, kind: str, target: str) -> str:
        name = _relations_of(part)
        if name not in self.names and name not in self.changed:
            self.changed[name] = (f'{_XML}<Relationships xmlns="{_PACKAGE}"></Relationships>').encode()
        held = self.read(name)
        taken = set(re.findall(rb'\bId="([^"]*)"', held))
        key = next(f"rId{number}" for number in range(1, 100_000) if f"rId{number}".encode() not in taken)
        path = relpath(target, dirname(part) or ".")
        line = f'<Relationship Id="{key}" Type="{kind}" Target={quoteattr(path)}/>'.encode()
        if b"</Relationships>" not in held:
            held = re.sub(rb"<Relationships([^>]*)/>", rb"<Relationships\1></Relationships>", held)
        self.changed[name] = _before(held, b"</Relationships>", line)
        return key

    def _type(self, path: str, kind: str) -> None:
        line = f'<Override PartName={quoteattr("/" + path)} ContentType="{_TYPE}{kind}"/>'
        self.changed["[Content_Types].xml"] = _before(
            self.read("[Content_Types].xml"), b"</Types>", line.encode()
        )  # fmt: skip

    def _default(self, ending: str, kind: str) -> None:
        held = self.read("[Content_Types].xml")
        if re.search(rb'Extension="%s"' % ending.encode(), held, re.IGNORECASE):
            return
        line = f'<Default Extension="{ending}" ContentType="{kind}"/>'.encode()
        self.changed["[Content_Types].xml"] = _before(held, b"</Types>", line)

    def _free(self, pattern: str) -> str:
        return next(pattern % number for number in range(1, 10_000)
                    if pattern % number not in self.names and pattern % number not in self.changed)  # fmt: skip


def _named(sheet: bytes, relation: str) -> bytes:
    """Return a sheet that names its shapes, at the place the format gives to the element."""
    root, data = _ROOT.search(sheet), list(_DATA_END.finditer(sheet))
    if root is None or not data or b"<!DOCTYPE" in sheet[: root.end()] or b"legacyDrawing " in sheet[data[-1].end() :]:
        raise UnusualPackageError
    head, start = sheet[: root.end()], data[-1].end()
    offset = start + _place(head + sheet[start:]) - len(head)
    prefix = f"{root[1].decode()}:" if root[1] else ""
    line = f'<{prefix}legacyDrawing xmlns:r="{_RELATIONS}" r:id="{relation}"/>'.encode()
    return sheet[:offset] + line + sheet[offset:]


def _place(document: bytes) -> int:
    """Return the byte before which the element goes, in a sheet whose rows were left out."""
    found: list[int] = []
    depth = 0
    parser = ParserCreate()

    def begin(name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal depth
        if depth == 1 and not found and name.rpartition(":")[2] in _AFTER:
            found.append(parser.CurrentByteIndex)
        depth += 1

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 0 and not found:
            found.append(parser.CurrentByteIndex)

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(document, True)
    return found[0]


def _comments(notes: Sequence[Note]) -> bytes:
    lines = "".join(_comment(note) for note in notes)
    return (
        f'{_XML}<comments xmlns="{_MAIN}"><authors><author>{_AUTHOR}'
        f"</author></authors><commentList>{lines}</commentList></comments>"
    ).encode()


def _comment(note: Note) -> str:
    return (
        f'<comment ref="{note.place}" authorId="0"><text><r><t xml:space="preserve">{_clean(note.text)}</t></r></text>'
        "</comment>"
    )


def _vml(notes: Sequence[Note]) -> bytes:
    shapes = "".join(_shape(note) for note in notes)
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
        '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
        'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" '
        f'o:connecttype="rect"/></v:shapetype>{shapes}</xml>'
    ).encode()


def _shape(note: Note) -> str:
    left, top = note.column + 1, max(note.row - 1, 0)
    return (
        '<v:shape type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path '
        'o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{left}, 15, {top}, 10, {left + 4}, 15, {top + 6}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{note.row}</x:Row><x:Column>{note.column}</x:Column></x:ClientData></v:shape>"
    )


def _sheet(table: Sequence[Sequence[str]]) -> bytes:
    rows = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{letter_of(at)}{number}" t="inlineStr"><is><t xml:space="preserve">{_clean(text)}</t></is></c>'
            for at, text in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(table, 1)
    )
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="4" '
        f'width="18" customWidth="1"/><col min="5" max="5" width="90" customWidth="1"/></cols><sheetData>{rows}'
        "</sheetData></worksheet>"
    ).encode()


def _clean(text: str) -> str:
    return escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


def _before(held: bytes, mark: bytes, inserted: bytes) -> bytes:
    place = held.rfind(mark)
    if place < 0:
        raise UnusualPackageError
    return held[:place] + inserted + held[place:]


def _relations_of(part: str) -> str:
    folder, _slash, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
