"""What reads an uploaded file: a process of its own that a hostile file may crash, fill or stall without harm.

``python -I -m sauro.documents.reader_process ORDER < file`` prints lines of one JSON object each. ORDER is the
:class:`~sauro.documents.reader_order.Order` as JSON. While a scan is recognised, ``{"page": …, "of": …}`` tells of
every page, with its ``number`` and ``result`` when it was not known before; a draft makes it ask once, see
:mod:`~sauro.documents.reader_store`. The last line is the answer:
``{"secret": …}`` when the file carries a secrecy mark (and then no word of it), ``{"scan": …}`` when its characters
have to be recognised and the order is to find that out, ``{"error": {code, message}}`` when it cannot be read, else
the text, its blocks and what was found. The process limits itself before it looks at the first byte. It gets no
environment, no settings and no database.
"""

from __future__ import annotations

import dataclasses
import html
import json
import re
import sys
import traceback
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from sauro.calendars.terms import years_of_terms
from sauro.common.limits import MEBIBYTE, limit_this_process
from sauro.documents import secrecy
from sauro.documents.reader_order import Order
from sauro.documents.reader_purpose import Purpose
from sauro.documents.reader_store import ask
from sauro.documents.scan_pages import known_pages
from vanban import api
from vanban.readers import OcrSession, PageResult, read
from vanban.results import Passage, Task
from vanban.structure.document import read_structure
from vanban.structure.header import document_date
from vanban.text.working_days import WorkingCalendar
from vanban.types import ReadDocument, Span, UnreadableDocument

_PART_LIMIT = 2 * MEBIBYTE
_HEADER_PARTS = re.compile(r"^word/(?:header|footer)\d*\.xml$|^docProps/(?:core|custom)\.xml$|^(?:styles|meta)\.xml$")
_PARAGRAPH_END = re.compile(rb"</(?:w:p|w:tc|text:p|text:h|dc:\w+|cp:\w+|vt:\w+)>|<w:(?:br|tab)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_PDF_PAGES_CHECKED = 60
PAGES_CHECKED = 2
"""Pages of a scan that are looked at for a mark when it is only stored: stamps stand on the first page."""
_WORKING_DAYS = re.compile(r"ngày\s+làm\s+việc", re.I)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ELEMENTS = (
    "measures",
    "authority",
    "responsibility",
    "issuing_body",
    "condition",
    "product",
    "submit_to",
    "resources",
)


def main() -> int:
    """Read standard input and print the result."""
    order = Order.from_json(sys.argv[1])
    limit_this_process(seconds=order.seconds, megabytes=order.megabytes)
    try:
        known = known_pages(Path(order.known_folder)) if order.known_folder else {}
        answer = examine(sys.stdin.buffer.read(), f"document{order.suffix}", _ScanWatch(order, known))
    except Exception as error:
        answer = {"crash": _where(error)}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))
    return 0


def _where(error: BaseException) -> str:
    """Return the kind of an error and the lines it passed through; never its message, which may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return f"{type(error).__name__} at " + " > ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)


class _Answered(Exception):
    """The recognition of a scan need not go on; the answer is known."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__()
        self.answer = answer


@dataclasses.dataclass(frozen=True, slots=True)
class _ScanWatch:
    """Looks at every page of a scan as soon as it is recognised, for a mark first of all, and tells of it."""

    order: Order
    known: Mapping[int, str]

    def begin(self, pages: int) -> None:
        """Take the number of pages that have to be recognised, or raise :class:`_Answered`."""
        if self.order.purpose in (Purpose.CHECK, Purpose.PROOFREAD):
            return
        if pages > self.order.pages:
            raise _Answered({"error": {"code": "long-scan", "message": "", "pages": pages}})
        if self.order.purpose is Purpose.DOOR:
            raise _Answered({"scan": {"pages": pages}})

    def hear(self, page: PageResult) -> None:
        """Take a page, or raise :class:`_Answered`."""
        mark = secrecy.find_in_recognised(page.text)
        if mark is not None:
            raise _Answered(_secret_answer(mark))
        if self.order.purpose in (Purpose.CHECK, Purpose.PROOFREAD) and page.done >= PAGES_CHECKED:
            raise _Answered({"error": {"code": "scanned", "message": ""}})
        if self.order.purpose in (Purpose.CHECK, Purpose.PROOFREAD):
            return
        told: dict[str, Any] = {"page": page.done, "of": page.total}
        if page.number not in self.known:
            told |= {"number": page.number, "result": page.result}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


def examine(data: bytes, name: str, watch: _ScanWatch) -> dict[str, Any]:
    """Return the answer for the bytes of a file. Looks for a secrecy mark before and after the text is read."""
    try:
        session = OcrSession(known=watch.known, on_start=watch.begin, on_page=watch.hear)
        document = _storable(read(data, name=name, ocr=session))
    except _Answered as known:
        return _secret(_text_outside_body(data)) or known.answer
    except UnreadableDocument as error:
        return _secret(_text_outside_body(data)) or {"error": {"code": error.code, "message": error.message}}
    mark = _secret(_text_outside_body(data)) or _secret(document.text)
    if mark is not None:
        return mark
    order = watch.order
    if order.purpose is Purpose.PROOFREAD:
        from sauro.documents.reader_proofread import proofread  # noqa: PLC0415 -- an eighth of the start, for drafts alone

        return proofread(document, data, name=name, order=order, ask=ask)
    return _describe(document, _calendar_for(document, order), order.rules_off)


def read_text(data: bytes, *, rules_off: tuple[str, ...]) -> dict[str, Any]:
    """Return the answer for a plain text that is known to be harmless, in this very process and without bounds."""
    order = Order(".txt", seconds=0, megabytes=0, pages=0, purpose=Purpose.READ, rules_off=rules_off)
    return examine(data, "document.txt", _ScanWatch(order, {}))


def _storable(document: ReadDocument) -> ReadDocument:
    """Replace, one for one so that spans hold, what no database takes: null characters and halves of pairs."""
    text = _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", document.text)
    return document if text == document.text else dataclasses.replace(document, text=text)


def _secret(text: str) -> dict[str, Any] | None:
    mark = secrecy.find_in_text(text)
    return _secret_answer(mark) if mark else None


def _secret_answer(mark: secrecy.SecrecyMark) -> dict[str, Any]:
    return {"secret": {"level": mark.level, "place": mark.place}}


def _calendar_for(document: ReadDocument, order: Order) -> WorkingCalendar | None:
    """Return the calendar when it is complete for the terms of this document: no day is better than a wrong one."""
    if not order.complete_years or not _WORKING_DAYS.search(document.text):
        return None
    issued = document_date(read_structure(document))
    if issued is None or not years_of_terms(issued) <= set(order.complete_years):
        return None
    listed = (order.holidays, order.worked, order.halves)
    holidays, worked, halves = (tuple(map(date.fromisoformat, days)) for days in listed)
    return WorkingCalendar.of(holidays, worked, halves, order.saturday_years)


def _describe(document: ReadDocument, calendar: WorkingCalendar | None, rules_off: tuple[str, ...]) -> dict[str, Any]:
    extraction = api.extract(document, calendar=calendar, settings=api.Settings(ignore=rules_off))
    found = extraction.to_dict()
    del found["text"]
    for task, printed in zip(extraction.tasks, found["tasks"], strict=True):
        printed["provenance"] = _provenance(task)
    return {
        "text": document.text,
        "blocks": [dataclasses.asdict(block) for block in document.blocks],
        "notices": [{"code": notice.code, "message": notice.message} for notice in document.notices],
        "format": document.format,
        "reader": document.reader,
        "uncertain": [[word.start, word.end, word.confidence] for word in document.uncertain],
        "page_count": document.page_count,
        "extractor": f"{found['schema']} {version('sauro')}",
        "extraction": found,
    }


def _provenance(task: Task) -> dict[str, Any]:
    """Return which rule gave each field and where an inherited one comes from; the printed shape has no room for it."""
    fields: dict[str, Passage | None] = {name: getattr(task, name) for name in _ELEMENTS}
    traced = {name: _trace(part.why, part.inherited_from) for name, part in fields.items() if part}
    if task.due:
        traced["due"] = _trace(task.due.why, task.due.inherited_from) | {"start": task.due.start, "end": task.due.end}
    traced["lead"] = _trace(task.lead_source or "", task.leads_inherited_from)
    traced["work"] = _trace(task.why, None)
    return traced


def _trace(why: str, source: Span | None) -> dict[str, Any]:
    return {"why": why, "from": {"start": source.start, "end": source.end} if source else None}


def _text_outside_body(data: bytes) -> str:
    """Return what readers leave out as furniture but a stamp may stand in: page headers and footers, properties."""
    if data.startswith(b"PK\x03\x04"):
        return _zip_furniture(data)
    if data.lstrip()[:5] == b"%PDF-":
        return _pdf_pages(data)
    return ""


def _zip_furniture(data: bytes) -> str:
    lines: list[str] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                if _HEADER_PARTS.match(entry.filename) and entry.file_size <= _PART_LIMIT:
                    with archive.open(entry) as stream:
                        xml = _PARAGRAPH_END.sub(b"\n", stream.read(_PART_LIMIT))
                    lines.append(html.unescape(_TAG.sub("", xml.decode("utf-8", "replace"))))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return "\n".join(lines)
    return "\n".join(lines)


def _pdf_pages(data: bytes) -> str:
    import pypdfium2  # type: ignore[import-untyped]  # has no stubs  # noqa: PLC0415 -- most files are no .pdf, and loading it takes longer than reading them

    try:
        pdf = pypdfium2.PdfDocument(data)
        count = min(len(pdf), _PDF_PAGES_CHECKED)
        return "\n".join(pdf[number].get_textpage().get_text_range() for number in range(count))
    except pypdfium2.PdfiumError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
