"""The body of a Word document in order, then its notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from lxml.etree import _Element

from vanban.layout import DocumentLayout, SectionLook
from vanban.readers import messages
from vanban.readers.archive import Archive
from vanban.readers.decode import CONVERTED
from vanban.readers.docx.numbering import Numbering
from vanban.readers.docx.package import Package, W, local_name, number_of, value_of
from vanban.readers.docx.placed_looks import paragraph_looks
from vanban.readers.docx.runs import Findings, RunReader, RunText, is_mark_deleted
from vanban.readers.docx.sections import SectionReader
from vanban.readers.docx.styles import Styles
from vanban.readers.docx.tables import flat_paragraphs, read_table
from vanban.readers.draft import DraftParagraph, DraftPart, DraftTable, Placed, Source, assemble, clean
from vanban.readers.lines import soft_paragraphs
from vanban.readers.list_numbers import roman
from vanban.readers.notes import lift_bracket_notes
from vanban.readers.secrecy_marks import has_secrecy_mark
from vanban.types import BlockKind, Limits, Notice, NoticeCode, ReadDocument, Style, UnreadableDocument

_CONTAINERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
_REMOVED = {"del", "moveFrom"}
_DEFAULT_TAB = 12.7
"""Millimetres to the first tab stop unless a document says otherwise."""
_OPEN_CHANGES = Notice(
    NoticeCode.OPEN_CHANGES,
    "Văn bản còn sửa đổi chưa được chấp nhận (Track Changes); "
    "nội dung được đọc như khi đã chấp nhận hết. Hãy kiểm tra lại đây có phải bản chính thức không.",
)
_OPEN_COMMENTS = Notice(
    NoticeCode.OPEN_COMMENTS, "Văn bản còn ghi chú góp ý (Comment), có thể là bản dự thảo; ghi chú không được đọc."
)
_EMBEDDED_OBJECTS = Notice(
    NoticeCode.EMBEDDED_OBJECTS,
    "Văn bản có tệp nhúng (như bảng Excel); nội dung trong tệp nhúng không được đọc. Hãy mở tệp gốc để xem.",
)


@dataclass(frozen=True, slots=True)
class TracedDocument:
    """A document, and where in the root of its main part its text comes from."""

    document: ReadDocument
    root: _Element
    placed: tuple[Placed, ...]


def read_package(data: bytes, *, reader: str, limits: Limits) -> ReadDocument:
    """Read the document in a package; pictures alone are reported as a scan."""
    return read_traced(data, reader=reader, limits=limits).document


def read_traced(data: bytes, *, reader: str, limits: Limits) -> TracedDocument:
    """Read the document in a package and keep the way back into its main part."""
    package = Package(Archive(data, limits))
    pages = package.page_count
    if pages is not None and pages > limits.pages:
        raise messages.too_many_pages(pages, limits.pages)
    root = package.main()
    body = root.find(f"{W}body")
    if body is None:
        raise messages.unreadable("damaged")
    walker = _BodyReader(package)
    parts = [*walker.secrecy_marks(), *lift_bracket_notes(walker.read(body)), *walker.notes()]
    notices = _notices(walker.findings)
    placed: list[Placed] = []
    try:
        document = assemble(
            parts, format_name="docx", reader=reader, limits=limits, page_count=pages, notices=notices, placed=placed
        )
    except UnreadableDocument as error:
        if error.code == "empty" and package.has_pictures:
            raise messages.pictures_in_document() from error
        raise
    layout = DocumentLayout(walker.sections(body), paragraph_looks(placed, document.text))
    return TracedDocument(replace(document, layout=layout), root, tuple(placed))


def _notices(findings: Findings) -> list[Notice]:
    found = (
        (findings.open_changes, _OPEN_CHANGES),
        (findings.open_comments, _OPEN_COMMENTS),
        (findings.embedded_objects, _EMBEDDED_OBJECTS),
        (findings.old_encoding, CONVERTED),
    )
    return [notice for is_found, notice in found if is_found]


def _begins_with_tab(text: RunText) -> bool:
    first = next((piece for piece in text.pieces if piece.text), None)
    return first is not None and local_name(cast("_Element", first.element)) == "tab"


class _BodyReader:
    """Walks blocks in document order."""

    def __init__(self, package: Package) -> None:
        self.findings = Findings()
        self._package = package
        self._styles = Styles(package.part("styles"), package.part("theme"))
        self._closed_sections: list[_Element] = []
        self._numbering = Numbering(package.part("numbering"))
        self._runs = RunReader(self._styles, self.findings)

    def read(self, container: _Element) -> list[DraftPart]:
        """The paragraphs and tables of a container, such as the body, a cell or a text box."""
        parts: list[DraftPart] = []
        carried: RunText | None = None
        for block in self._blocks(container):
            if local_name(block) == "tbl":
                parts.extend(read_table(block, self._styles, self.read))
                continue
            properties = block.find(f"{W}pPr")
            chain = self._styles.paragraph_chain(properties)
            text = self._runs.read(block, chain)
            if carried is not None:
                carried.extend(text)
                text, carried = carried, None
            if is_mark_deleted(properties):
                self.findings.open_changes = True
                carried = text
                continue
            parts.extend(self._paragraph(text, properties, chain))
            closing = properties.find(f"{W}sectPr") if properties is not None else None
            if closing is not None:
                self._closed_sections.append(closing)
        if carried is not None:
            parts.extend(self._paragraph(carried, None, ()))
        return parts

    def sections(self, body: _Element) -> tuple[SectionLook, ...]:
        """The sections of the body, which has been read, in order."""
        reader = SectionReader(self._styles, self._package.related)
        last = body.find(f"{W}sectPr")
        return tuple(reader.read(one) for one in (*self._closed_sections, *(() if last is None else (last,))))

    def secrecy_marks(self) -> list[DraftParagraph]:
        """Marks of state secrets in page headers and footers, each once; nothing else of those is read."""
        marks: dict[str, DraftParagraph] = {}
        for margin in self._package.page_margins():
            found = flat_paragraphs(self.read(margin))
            marks.update({one.text: replace(one, source=None) for one in found if has_secrecy_mark(one.text)})
        return list(marks.values())

    def notes(self) -> Iterator[DraftParagraph]:
        """Footnotes, then endnotes, in order of their marks, each with its printed number as label."""
        referenced = list(self.findings.notes)
        for kind in ("footnote", "endnote"):
            root = self._package.part(f"{kind}s")
            by_id = {note.get(f"{W}id"): note for note in root} if root is not None else {}
            ids = [(note_id, mark) for note_kind, note_id, mark in referenced if note_kind == kind]
            for number, (note_id, mark) in enumerate(ids, start=1):
                note = by_id.get(note_id)
                if note is not None:
                    printed = str(number) if kind == "footnote" else roman(number)
                    yield from self._note(note, mark or printed)

    def _note(self, note: _Element, label: str) -> Iterator[DraftParagraph]:
        paragraphs: list[str] = []
        for part in self.read(note):
            if isinstance(part, DraftTable):
                paragraphs.extend(cell.text for cell in part.cells)
            else:
                paragraphs.append(part.text)
        text = clean(" ".join(paragraphs))
        if text:
            yield DraftParagraph(f"{label} {text}", kind=BlockKind.FOOTNOTE, label=label)

    def _blocks(self, container: _Element) -> Iterator[_Element]:
        for child in container:
            name = local_name(child)
            if name in {"p", "tbl"}:
                yield child
            elif name in _CONTAINERS:
                self.findings.open_changes |= name in {"ins", "moveTo"}
                yield from self._blocks(child)
            elif name in _REMOVED:
                self.findings.open_changes = True
            elif name == "AlternateContent":
                for chosen in child[:1]:
                    yield from self._blocks(chosen)
            elif name == "altChunk":
                self.findings.embedded_objects = True

    def _paragraph(
        self, text: RunText, properties: _Element | None, chain: tuple[_Element, ...]
    ) -> Iterator[DraftPart]:
        printed = [line for line in map(clean, soft_paragraphs(text.text)) if line]
        if printed:
            label = self._label(properties, chain)
            label = clean(label) if label else None
            style = Style(
                bold=text.bold,
                italic=text.italic,
                alignment=self._styles.alignment(properties, chain),
                outline_level=self._styles.outline_level(properties, chain),
            )
            shape = self._styles.shape(properties, chain, len(self._closed_sections))
            tab = _DEFAULT_TAB if _begins_with_tab(text) else 0.0
            shape = replace(shape, listed=label is not None, first_line=shape.first_line + tab)
            source = Source(shape, tuple(text.pieces))
            lead = f"{label} " if label else ""
            yield DraftParagraph(lead + printed[0], label=label or None, style=style, source=source, computed=len(lead))
            yield from (DraftParagraph(line, style=style, source=source) for line in printed[1:])
        for box in text.text_boxes:
            yield from self.read(box)

    def _label(self, properties: _Element | None, chain: tuple[_Element, ...]) -> str | None:
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        num_id, level, style_id = value_of(numbering, "numId"), number_of(numbering, "ilvl", -1), ""
        if num_id is None:
            for style in chain:
                inherited = style.find(f"{W}pPr/{W}numPr")
                if inherited is not None and value_of(inherited, "numId") is not None:
                    num_id, style_id = value_of(inherited, "numId"), style.get(f"{W}styleId", "")
                    level = level if level >= 0 else number_of(inherited, "ilvl", -1)
                    break
        if num_id is None or num_id == "0":
            return None
        return self._numbering.label(num_id, level if level >= 0 else self._numbering.level_of_style(num_id, style_id))
