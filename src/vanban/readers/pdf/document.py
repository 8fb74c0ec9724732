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
from vanban.readers.scan import tesseract
from vanban.readers.scan.recognition import READER as RECOGNITION
from vanban.readers.scan.recognition import PictureSource, is_available, recognise_pages
from vanban.readers.scan.render import render_page
from vanban.readers.scan.rules import with_rules
from vanban.readers.scan.session import OcrSession
from vanban.readers.scan.uncertain import with_uncertain_words
from vanban.types import Limits, Notice, NoticeCode, ReadDocument, UnreadableDocument

_FEW_LINES = 8


def read_pdf(data: bytes, *, reader: str, limits: Limits, ocr: OcrSession | None = None) -> ReadDocument:
    """Read the text layer, and recognise the pages that are only pictures.

    Pictures without a word, or all of them on a machine without Tesseract, are named in a notice, or refused when
    there are no other pages.
    """
    pages = extract_pages(data, limits)
    pictures = [page for page in pages if page.is_picture]
    found: dict[int, Page] = {}
    if pictures and is_available():
        found = recognise_pages([_source(data, page) for page in pictures], ocr)
        pages = [found.get(page.number, page) for page in pages]
    if not any(page.words and not page.is_picture for page in pages):
        raise _nothing_read(has_pictures=bool(pictures))
    return assemble_pages(
        pages,
        recognised=sorted(found),
        unread=[page.number for page in pages if page.is_picture],
        format_name="pdf",
        reader=reader,
        limits=limits,
        page_count=len(pages),
    )


def assemble_pages(
    pages: Sequence[Page],
    *,
    recognised: Sequence[int],
    unread: Sequence[int],
    format_name: str,
    reader: str,
    limits: Limits,
    page_count: int,
) -> ReadDocument:
    """Pages as one document. ``recognised`` and ``unread`` are the numbers of pictures that were and were not read."""
    notices = [_recognised_notice(recognised, page_count)] if recognised else []
    notices += [_unread_notice(unread)] if unread else []
    document = assemble(
        _Flow(pages).parts(),
        format_name=format_name,
        reader=f"{reader}+{RECOGNITION}" if recognised else reader,
        limits=limits,
        page_count=page_count,
        notices=notices,
    )
    return with_uncertain_words(document, [page for page in pages if page.number in recognised])


def _source(data: bytes, page: Page) -> PictureSource:
    def recognise(slope: float, turn: int) -> str:
        picture, resolution = render_page(data, page.number, slope=slope, turn=turn)
        return with_rules(tesseract.recognise(picture, dots_per_inch=resolution), picture, thicken=slope != 0)

    def turn() -> int:
        return tesseract.turn_of(render_page(data, page.number)[0])

    return PictureSource(page.number, (page.width, page.height), recognise, turn)


def _nothing_read(*, has_pictures: bool) -> UnreadableDocument:
    if not has_pictures:
        return messages.unreadable("empty")
    return messages.nothing_recognised() if is_available() else messages.unreadable("scanned")


def _recognised_notice(numbers: Sequence[int], page_count: int) -> Notice:
    which = "Văn bản" if len(numbers) == page_count else f"Trang {_listed(numbers)}"
    return Notice(
        NoticeCode.RECOGNISED_TEXT,
        f"{which} được nhận dạng từ ảnh chụp nên có thể sai chữ, nhất là số, ngày và tên. "
        "Hãy đối chiếu với bản gốc trước khi giao việc.",
    )


def _unread_notice(numbers: Sequence[int]) -> Notice:
    return Notice(
        NoticeCode.SCANNED_PAGES,
        f"Trang {_listed(numbers)} chỉ có ảnh chụp (hoặc để trắng) và chưa đọc được chữ nào. "
        "Hãy đối chiếu với tệp gốc và bổ sung phần còn thiếu.",
    )


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


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
