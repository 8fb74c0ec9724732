"""The blocks of a web page in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.html
from lxml.etree import _Element

from vanban.readers import messages
from vanban.readers.decode import CONVERTED
from vanban.readers.draft import DraftParagraph, DraftPart, DraftTable, assemble, clean
from vanban.readers.html.look import Look, is_hidden, look_within, style_of
from vanban.readers.html.tables import is_frame, read_table, table_cells
from vanban.readers.lines import soft_paragraphs
from vanban.readers.notes import lift_bracket_notes
from vanban.readers.superscript import superscript
from vanban.text.legacy_encodings import LegacyEncoding, convert, convert_run, encoding_of_font, encoding_of_text
from vanban.types import BlockKind, Limits, Notice, NoticeCode, ReadDocument, Style

_SKIPPED = {
    "script", "style", "head", "title", "template", "iframe", "object", "embed", "svg", "canvas", "noscript", "nav",
    "select", "button", "input", "textarea", "audio", "video", "map", "del", "xml", "meta", "link",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "pre",
    "section", "article", "header", "footer", "main", "body", "td", "th", "caption", "figure", "address", "fieldset",
    "form", "hr", "aside", "figcaption", "html", "tr", "tbody", "thead", "tfoot",
}  # fmt: skip
_NOTE_DIV = re.compile(r"(?:ftn|edn)\d+")
_TOO_DEEP = re.compile(r"excessive depth|maximum depth|depth limit", re.IGNORECASE)
_OPEN_CHANGES = Notice(
    NoticeCode.OPEN_CHANGES,
    "Văn bản còn sửa đổi chưa được chấp nhận (Track Changes); nội dung được đọc như khi đã chấp nhận hết.",
)
_OPEN_COMMENTS = Notice(NoticeCode.OPEN_COMMENTS, "Văn bản còn ghi chú góp ý (Comment); ghi chú không được đọc.")


def read_page(text: str, notices: Sequence[Notice], *, reader: str, limits: Limits) -> ReadDocument:
    """Read a page from its source text."""
    root = _parse(text)
    walker = _PageWalker(encoding_of_text(root.text_content()))  # type: ignore[attr-defined]  # lxml.html element
    walker.walk(root, Look())
    parts = lift_bracket_notes([*walker.finish(), *walker.notes])
    found = [*notices, *walker.notices.values()]
    return assemble(parts, format_name="html", reader=reader, limits=limits, notices=found)


def _parse(text: str) -> _Element:
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise messages.unreadable("damaged") from error
    if any(_TOO_DEEP.search(entry.message or "") for entry in parser.error_log):
        raise messages.unreadable("damaged")
    return root


class _PageWalker:
    """Collects paragraphs while it walks; a block tag ends the paragraph before it."""

    def __init__(self, encoding: LegacyEncoding | None) -> None:
        self._encoding = encoding
        self.notes: list[DraftPart] = []
        self.notices: dict[NoticeCode, Notice] = {}
        self._parts: list[DraftPart] = []
        self._pieces: list[tuple[str, Look]] = []
        self._label: str | None = None

    def finish(self) -> list[DraftPart]:
        """The parts found so far; ends the open paragraph."""
        self._end_paragraph()
        parts, self._parts = self._parts, []
        return parts

    def walk(self, element: _Element, look: Look) -> None:
        """Read an element and everything in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        self._note_markup(tag, element)
        if not tag or tag in _SKIPPED or is_hidden(element) or self._is_note_mark(element):
            return
        if tag == "br":
            self._pieces.append(("\n", look))
        elif "mso-list:ignore" in style_of(element).replace(" ", ""):
            self._label = clean(element.text_content())  # type: ignore[attr-defined]  # lxml.html element
        elif tag == "table":
            self._walk_table(element, look)
        elif tag == "div" and _NOTE_DIV.fullmatch(element.get("id") or ""):
            self._walk_note(element)
        else:
            self._walk_content(element, tag, look)

    def _walk_content(self, element: _Element, tag: str, look: Look) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        inner = look_within(element, tag, look)
        self._add(element.text, inner)
        for child in element:
            self.walk(child, inner)
            self._add(child.tail, inner)
        if tag in _BLOCKS:
            self._end_paragraph()

    def _walk_table(self, table: _Element, look: Look) -> None:
        self._end_paragraph()
        inner = look_within(table, "table", Look(alignment=look.alignment))
        if is_frame(table):
            for cell in table_cells(table):
                self._walk_content(cell, "td", inner)
            return
        self._parts.append(read_table(table, lambda cell: self._cell_paragraphs(cell, inner)))

    def _cell_paragraphs(self, cell: _Element, look: Look) -> tuple[DraftParagraph, ...]:
        outer, self._parts = self._parts, []
        self._walk_content(cell, str(cell.tag), look)
        found, self._parts = self.finish(), outer
        return tuple(part for part in found if isinstance(part, DraftParagraph))

    def _walk_note(self, element: _Element) -> None:
        outer = self.finish()
        self._walk_content(element, "div", Look())
        text = clean(" ".join(part.text for part in self.finish() if not isinstance(part, DraftTable)))
        self._parts = outer
        label = re.sub(r"\D", "", element.get("id") or "")
        if text:
            self.notes.append(DraftParagraph(f"{label} {text}", kind=BlockKind.FOOTNOTE, label=label))

    def _add(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if not look.preformatted:
            text = text.replace("\n", " ").replace("\r", " ")
        text = self._in_unicode(text, look.font)
        if look.raised:
            text = superscript(text, "".join(piece for piece, _ in self._pieces[-2:]))
        self._pieces.append((text.upper() if look.capitals else text, look))

    def _in_unicode(self, text: str, font: str | None) -> str:
        """Text in an old encoding, by its font or else by the look of the whole page, in Unicode."""
        if encoding_of_font(font):
            converted = convert_run(text, font or "")
        elif self._encoding and font is None:
            converted = convert(text, self._encoding)
        else:
            return text
        if converted != text:
            self.notices[NoticeCode.CONVERTED_ENCODING] = CONVERTED
        return converted

    def _end_paragraph(self) -> None:
        pieces, self._pieces = self._pieces, []
        label, self._label = self._label, None
        printed = [line for line in map(clean, soft_paragraphs("".join(text for text, _ in pieces))) if line]
        if not printed:
            return
        inked = [look for text, look in pieces if text.strip()]
        style = Style(
            bold=all(look.bold for look in inked),
            italic=all(look.italic for look in inked),
            alignment=inked[0].alignment,
            outline_level=inked[0].level,
        )
        first = f"{label} {printed[0]}" if label else printed[0]
        self._parts.append(DraftParagraph(first, label=label, style=style))
        self._parts.extend(DraftParagraph(line, style=style) for line in printed[1:])

    def _note_markup(self, tag: str, element: _Element) -> None:
        if tag in {"ins", "del"}:
            self.notices[NoticeCode.OPEN_CHANGES] = _OPEN_CHANGES
        elif "MsoCommentReference" in (element.get("class") or ""):
            self.notices[NoticeCode.OPEN_COMMENTS] = _OPEN_COMMENTS

    def _is_note_mark(self, element: _Element) -> bool:
        if "mso-element:comment" in style_of(element) or "MsoCommentReference" in (element.get("class") or ""):
            return True
        href = element.get("href") or ""
        return href.startswith(("#_ftn", "#_edn"))
