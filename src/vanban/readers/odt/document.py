"""The body of an OpenDocument text in order, then its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from vanban.readers import messages
from vanban.readers.archive import Archive
from vanban.readers.draft import DraftCell, DraftParagraph, DraftPart, DraftTable, assemble, clean
from vanban.readers.lines import soft_paragraphs
from vanban.readers.notes import lift_bracket_notes
from vanban.readers.odt.styles import STYLE, TEXT, ListLevel, Styles, label_of
from vanban.readers.safe_xml import parse_xml
from vanban.readers.secrecy_marks import has_secrecy_mark
from vanban.readers.superscript import superscript
from vanban.types import BlockKind, Limits, Notice, NoticeCode, ReadDocument, Style, UnreadableDocument

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MAX_DIGITS = 7
_MAX_REPEAT = 200
_SKIPPED = {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "ruby-text", "change"}
_ROW_GROUPS = {"table-rows", "table-header-rows", "table-row-group"}
_OPEN_CHANGES = Notice(
    NoticeCode.OPEN_CHANGES,
    "Văn bản còn sửa đổi chưa được chấp nhận; nội dung được đọc như khi đã chấp nhận hết. "
    "Hãy kiểm tra lại đây có phải bản chính thức không.",
)
_OPEN_COMMENTS = Notice(NoticeCode.OPEN_COMMENTS, "Văn bản còn ghi chú góp ý; ghi chú không được đọc.")


def read_package(data: bytes, *, reader: str, limits: Limits) -> ReadDocument:
    """Read the document in a package."""
    archive = Archive(data, limits)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise messages.unreadable("encrypted")
    pages = _page_count(archive)
    if pages is not None and pages > limits.pages:
        raise messages.too_many_pages(pages, limits.pages)
    content = parse_xml(archive.read("content.xml"))
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise messages.unreadable("damaged")
    common = parse_xml(archive.read("styles.xml")) if "styles.xml" in archive else None
    walker = _BodyReader(Styles(common, content))
    parts = [*walker.secrecy_marks(common), *lift_bracket_notes(walker.read(body)), *walker.notes]
    notices = list(walker.notices.values())
    try:
        return assemble(parts, format_name="odt", reader=reader, limits=limits, page_count=pages, notices=notices)
    except UnreadableDocument as error:
        if error.code == "empty" and any(name.startswith("Pictures/") for name in archive.names):
            raise messages.pictures_in_document() from error
        raise


def _page_count(archive: Archive) -> int | None:
    """The number of pages when the document was last saved; None when it does not say."""
    if "meta.xml" not in archive:
        return None
    statistic = next(parse_xml(archive.read("meta.xml")).iter(f"{_META}document-statistic"), None)
    pages = statistic.get(f"{_META}page-count", "") if statistic is not None else ""
    return int(pages) if pages.isdecimal() and len(pages) < _MAX_DIGITS and int(pages) else None


@dataclass(slots=True)
class _Inked:
    """The text of a paragraph as it is collected."""

    pieces: list[str] = field(default_factory=list)
    bold: bool = True
    italic: bool = True
    boxes: list[_Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    raised: bool = False
    capitals: bool = False


class _BodyReader:
    """Walks blocks in document order."""

    def __init__(self, styles: Styles) -> None:
        self.notes: list[DraftParagraph] = []
        self.notices: dict[NoticeCode, Notice] = {}
        self._styles = styles
        self._counters: dict[str, dict[int, int]] = {}

    def read(self, container: _Element) -> list[DraftPart]:
        """The paragraphs and tables of a container."""
        return list(self._blocks(container))

    def secrecy_marks(self, styles_root: _Element | None) -> list[DraftParagraph]:
        """Marks of state secrets in page headers and footers, each once; nothing else of those is read."""
        marks: dict[str, DraftParagraph] = {}
        for name in ("header", "footer", "header-first", "footer-first", "header-left", "footer-left"):
            for margin in styles_root.iter(f"{STYLE}{name}") if styles_root is not None else ():
                found = _flat(self.read(margin))
                marks.update({paragraph.text: paragraph for paragraph in found if has_secrecy_mark(paragraph.text)})
        return list(marks.values())

    def _blocks(self, container: _Element) -> Iterator[DraftPart]:
        for child in container:
            name = _name(child)
            self._note_markup(name)
            if name in _SKIPPED:
                continue
            if name in {"p", "h"}:
                yield from self._paragraph(child)
            elif name == "list":
                yield from self._list(child, None, 1)
            elif name == "table":
                yield from self._table(child)
            else:
                yield from self._blocks(child)

    def _note_markup(self, name: str) -> None:
        if name in {"tracked-changes", "change-start", "change"}:
            self.notices[NoticeCode.OPEN_CHANGES] = _OPEN_CHANGES
        elif name == "annotation":
            self.notices[NoticeCode.OPEN_COMMENTS] = _OPEN_COMMENTS

    def _paragraph(self, element: _Element, label: str | None = None) -> Iterator[DraftPart]:
        style_name = element.get(f"{TEXT}style-name")
        look = _Look(
            bold=bool(self._styles.is_bold("paragraph", style_name)),
            italic=bool(self._styles.is_italic("paragraph", style_name)),
            capitals=self._styles.is_upper_case("paragraph", style_name),
        )
        inked = _Inked()
        self._walk(element, inked, look)
        printed = [line for line in map(clean, soft_paragraphs("".join(inked.pieces))) if line]
        level = element.get(f"{TEXT}outline-level", "") if _name(element) == "h" else ""
        style = Style(
            bold=inked.bold,
            italic=inked.italic,
            alignment=self._styles.alignment(style_name),
            outline_level=int(level) if level.isdecimal() and len(level) == 1 else None,
        )
        if printed:
            first = f"{label} {printed[0]}" if label else printed[0]
            yield DraftParagraph(first, label=label, style=style)
            yield from (DraftParagraph(line, style=style) for line in printed[1:])
        for box in inked.boxes:
            yield from self._blocks(box)

    def _walk(self, parent: _Element, inked: _Inked, look: _Look) -> None:
        self._add(parent.text, inked, look)
        for child in parent:
            self._walk_child(child, _name(child), inked, look)
            self._add(child.tail, inked, look)

    def _walk_child(self, child: _Element, name: str, inked: _Inked, look: _Look) -> None:
        self._note_markup(name)
        if name in {"s", "tab"}:
            inked.pieces.append(" ")
        elif name == "line-break":
            inked.pieces.append("\n")
        elif name == "note":
            self._note(child)
        elif name == "frame":
            inked.boxes.append(child)
        elif name == "span":
            style_name = child.get(f"{TEXT}style-name")
            if not self._styles.is_hidden(style_name):
                self._walk(child, inked, self._span_look(style_name, look))
        elif name not in _SKIPPED:
            self._walk(child, inked, look)

    def _span_look(self, style_name: str | None, look: _Look) -> _Look:
        bold = self._styles.is_bold("text", style_name)
        italic = self._styles.is_italic("text", style_name)
        return _Look(
            bold=look.bold if bold is None else bold,
            italic=look.italic if italic is None else italic,
            raised=look.raised or self._styles.is_raised(style_name),
            capitals=look.capitals or self._styles.is_upper_case("text", style_name),
        )

    def _add(self, text: str | None, inked: _Inked, look: _Look) -> None:
        if not text:
            return
        text = text.replace("\n", " ")
        if look.raised:
            text = superscript(text, "".join(inked.pieces[-2:]))
        if text.strip():
            inked.bold = inked.bold and look.bold
            inked.italic = inked.italic and look.italic
        inked.pieces.append(text.upper() if look.capitals else text)

    def _note(self, note: _Element) -> None:
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        if citation is None or body is None:
            return
        label = clean("".join(citation.itertext()))
        paragraphs = [part.text for part in self._blocks(body) if isinstance(part, DraftParagraph)]
        text = clean(" ".join(paragraphs))
        if text:
            self.notes.append(DraftParagraph(f"{label} {text}", kind=BlockKind.FOOTNOTE, label=label or None))

    def _list(self, element: _Element, outer_style: str | None, depth: int) -> Iterator[DraftPart]:
        style_name = element.get(f"{TEXT}style-name") or outer_style
        counters = self._counters.setdefault(style_name or "", {})
        continues = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not continues:
            for deeper in [level for level in counters if level >= depth]:
                del counters[deeper]
        for item in element:
            if _name(item) in {"list-item", "list-header"}:
                yield from self._list_item(item, style_name, depth, counters)

    def _list_item(
        self, item: _Element, style_name: str | None, depth: int, counters: dict[int, int]
    ) -> Iterator[DraftPart]:
        label = self._next_label(item, style_name, depth, counters) if _name(item) == "list-item" else None
        for child in item:
            name = _name(child)
            if name in {"p", "h"}:
                yield from self._paragraph(child, label)
                label = None
            elif name == "list":
                yield from self._list(child, style_name, depth + 1)

    def _next_label(self, item: _Element, style_name: str | None, depth: int, counters: dict[int, int]) -> str | None:
        if all(_name(child) == "list" for child in item):
            return None
        level = self._styles.list_level(style_name, depth)
        if level is None:
            return None
        given = item.get(f"{TEXT}start-value", "")
        counters[depth] = (
            int(given) if given.isdecimal() and len(given) < 7 else counters.get(depth, level.start - 1) + 1
        )
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]
        upper: list[ListLevel | None] = [self._styles.list_level(style_name, above) for above in range(1, depth)]
        return clean(label_of(level, counters, depth, upper)) or None

    def _table(self, table: _Element) -> Iterator[DraftPart]:
        cells: list[DraftCell] = []
        for row_index, row in enumerate(_rows(table)):
            column = 0
            for cell in row:
                repeat = min(_number(cell, "number-columns-repeated"), _MAX_REPEAT)
                if _name(cell) == "table-cell":
                    paragraphs = tuple(_flat(self.read(cell)))
                    rows, columns = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
                    places = range(column, column + repeat)
                    cells.extend(DraftCell(row_index, place, paragraphs, rows, columns) for place in places)
                column += repeat
        height = 1 + max((cell.row for cell in cells), default=0)
        yield DraftTable(tuple(replace(cell, row_span=min(cell.row_span, height - cell.row)) for cell in cells))


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        name = _name(child)
        if name == "table-row":
            yield child
        elif name in _ROW_GROUPS:
            yield from _rows(child)


def _flat(parts: list[DraftPart]) -> Iterator[DraftParagraph]:
    for part in parts:
        if isinstance(part, DraftTable):
            for cell in part.cells:
                yield from cell.paragraphs
        else:
            yield part


def _name(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _number(element: _Element, name: str) -> int:
    value = element.get(f"{_TABLE}{name}", "1")
    return max(int(value), 1) if value.isdecimal() and len(value) < _MAX_DIGITS else 1
