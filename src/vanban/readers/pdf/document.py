"""A PDF file as a document: pages to rows, rows to columns, tables and running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vanban.readers import messages
from vanban.readers.draft import DraftParagraph, DraftPart, assemble
from vanban.readers.notes import lift_bracket_notes
from vanban.readers.pdf.columns import Columns, find_columns
from vanban.readers.pdf.extract import extract_pages
from vanban.readers.pdf.fragments import Row, fragments_of, line_of, rows_of, typical_spacing
from vanban.readers.pdf.furniture import without_furniture
from vanban.readers.pdf.grids import Item, PlacedTable, continue_tables, find_tables
from vanban.readers.pdf.model import Line, Page
from vanban.readers.pdf.notes import split_notes
from vanban.readers.pdf.paragraphs import Frame, align, column_paragraphs, frame_of, paragraphs_of
from vanban.types import Limits, Notice, NoticeCode, ReadDocument

_FEW_LINES = 8


def read_pdf(data: bytes, *, reader: str, limits: Limits) -> ReadDocument:
    """Read the text layer. Pages that are only pictures are named in a notice, or refused when there are no others."""
    pages = extract_pages(data, limits)
    scanned = [page.number for page in pages if page.is_picture]
    if not any(page.words and not page.is_picture for page in pages):
        raise messages.unreadable("scanned" if scanned else "empty")
    notices = [_scanned_notice(scanned)] if scanned else []
    return assemble(
        _Flow(pages).parts(), format_name="pdf", reader=reader, limits=limits, page_count=len(pages), notices=notices
    )


def _scanned_notice(numbers: Sequence[int]) -> Notice:
    listed = ", ".join(map(str, numbers))
    return Notice(
        NoticeCode.SCANNED_PAGES,
        f"Trang {listed} chỉ có ảnh chụp nên chưa được đọc. Hãy đối chiếu với tệp gốc và bổ sung phần còn thiếu.",
    )


def _extent(page: Page) -> Frame:
    """The edges of all that is printed on a page, for one that is turned or cut differently from the others."""
    if not page.words:
        return Frame(0.0, page.width, page.width / 2)
    return Frame(min(word.x0 for word in page.words), max(word.x1 for word in page.words), page.width / 2)


class _Flow:
    """Puts the content of all pages in reading order."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._frames: dict[int, Frame] = {}
        self._spacing = 0.0
        self._notes: list[DraftParagraph] = []

    def parts(self) -> list[DraftPart]:
        """Paragraphs and tables in order, then the footnotes."""
        tables = [find_tables(page) for page in self._pages]
        rows = [
            rows_of(fragments_of([word for word in page.words if not any(table.holds(word) for table in found)]))
            for page, found in zip(self._pages, tables, strict=True)
        ]
        rows = without_furniture(self._pages, rows)
        self._measure(rows)
        items: list[Item] = []
        for page, page_rows, found in zip(self._pages, rows, tables, strict=True):
            body, notes = split_notes(page_rows, page)
            self._notes.extend(notes)
            items.extend(self._page_items(page, body, found))
        return [*lift_bracket_notes(list(self._joined(continue_tables(items)))), *self._notes]

    def _measure(self, rows: Sequence[list[Row]]) -> None:
        """Find the frame of every page; a page with few lines takes that of the document."""
        extents = {
            page.number: [(row.x0, row.x1) for row in page_rows]
            for page, page_rows in zip(self._pages, rows, strict=True)
        }
        everything = [extent for page_extents in extents.values() for extent in page_extents]
        if not everything:
            return
        overall = frame_of(everything, self._pages[0].width / 2)
        usual_width = Counter(round(page.width) for page in self._pages).most_common(1)[0][0]
        for page in self._pages:
            if len(extents[page.number]) >= _FEW_LINES:
                self._frames[page.number] = frame_of(extents[page.number], page.width / 2)
            else:
                self._frames[page.number] = overall if round(page.width) == usual_width else _extent(page)
        longest = max(rows, key=len)
        self._spacing = typical_spacing(longest)

    def _page_items(self, page: Page, rows: Sequence[Row], tables: Sequence[PlacedTable]) -> Iterator[Item]:
        """Lines, columns and tables of a page from top to bottom."""
        waiting = list(tables)
        columns = {found.start: found for found in find_columns(rows, page.width)}
        index = 0
        while index < len(rows):
            while waiting and waiting[0].top < rows[index].y:
                yield waiting.pop(0)
            found = columns.get(index)
            if found is not None:
                yield self._columns(found, page)
                index = found.end
                continue
            line = line_of(rows[index].fragments, page.number)
            align(line, self._frames[page.number])
            yield line
            index += 1
        yield from waiting

    def _columns(self, found: Columns, page: Page) -> list[DraftParagraph]:
        paragraphs: list[DraftParagraph] = []
        for side in (found.left, found.right):
            lines = [line_of(fragments, page.number) for fragments in side]
            paragraphs.extend(column_paragraphs(lines))
        return paragraphs

    def _joined(self, items: Sequence[Item]) -> Iterator[DraftPart]:
        lines: list[Line] = []
        for item in items:
            if isinstance(item, Line):
                lines.append(item)
                continue
            yield from paragraphs_of(lines, self._frames, self._spacing)
            lines = []
            if isinstance(item, PlacedTable):
                yield item.draft
            else:
                yield from item
        yield from paragraphs_of(lines, self._frames, self._spacing)
