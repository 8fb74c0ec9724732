"""What reads an uploaded file: a process of its own that a hostile file may crash, fill or stall without harm.

``python -I -m sauro.documents.reader_process SUFFIX SECONDS MEGABYTES PAGES PURPOSE < file`` prints lines of one JSON
object each. While a scan is recognised, ``{"page": …, "of": …}`` tells of every page; the last line is the answer:
``{"secret": …}`` when the file carries a secrecy mark (and then no word of it), ``{"error": {code, message}}`` when it
cannot be read, else the text, its blocks and what was found. At most PAGES pages of a scan are recognised; with the
PURPOSE ``check`` only the first ones, in search of a mark. The process limits itself before it looks at the first
byte. It gets no environment, no settings and no database.
"""

from __future__ import annotations

import ctypes
import dataclasses
import html
import json
import re
import resource
import signal
import sys
import traceback
import zipfile
import zlib
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from sauro.documents import secrecy
from sauro.documents.reader_purpose import Purpose
from vanban import api
from vanban.readers import OcrSession, PageResult, read
from vanban.results import Passage, Task
from vanban.types import ReadDocument, Span, UnreadableDocument

MEBIBYTE = 1024 * 1024
_PR_SET_PDEATHSIG = 1
LARGEST_OUTPUT = 400 * MEBIBYTE
_PART_LIMIT = 2 * MEBIBYTE
_HEADER_PARTS = re.compile(r"^word/(?:header|footer)\d*\.xml$|^docProps/(?:core|custom)\.xml$|^(?:styles|meta)\.xml$")
_PARAGRAPH_END = re.compile(rb"</(?:w:p|w:tc|text:p|text:h|dc:\w+|cp:\w+|vt:\w+)>|<w:(?:br|tab)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_PDF_PAGES_CHECKED = 60
PAGES_CHECKED = 2
"""Pages of a scan that are looked at for a mark when it is only stored: stamps stand on the first page."""
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
    suffix, seconds, megabytes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    most_pages, purpose = int(sys.argv[4]), Purpose(sys.argv[5])
    limit_this_process(seconds=seconds, megabytes=megabytes)
    try:
        answer = examine(sys.stdin.buffer.read(), f"document{suffix}", _ScanWatch(most_pages, purpose))
    except Exception as error:
        answer = {"crash": _where(error)}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False))
    return 0


def _where(error: BaseException) -> str:
    """Return the kind of an error and the lines it passed through; never its message, which may quote the file."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return f"{type(error).__name__} at " + " > ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames)


def limit_this_process(*, seconds: int, megabytes: int) -> None:
    """Bound processor time, memory and output, forbid memory images, which would hold the text, and end with the
    process that asked, even when that is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEBIBYTE, megabytes * MEBIBYTE))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_OUTPUT, LARGEST_OUTPUT))


class _Answered(Exception):
    """The recognition of a scan need not go on; the answer is known."""

    def __init__(self, answer: dict[str, Any]) -> None:
        super().__init__()
        self.answer = answer


@dataclasses.dataclass(frozen=True, slots=True)
class _ScanWatch:
    """Looks at every page of a scan as soon as it is recognised, for a mark first of all, and tells of it."""

    most_pages: int
    purpose: Purpose

    def hear(self, page: PageResult) -> None:
        """Take a page, or raise :class:`_Answered`."""
        mark = secrecy.find_in_recognised(page.text)
        if mark is not None:
            raise _Answered(_secret_answer(mark))
        if self.purpose is Purpose.CHECK and page.done >= PAGES_CHECKED:
            raise _Answered({"error": {"code": "scanned", "message": ""}})
        if self.purpose is Purpose.READ and page.total > self.most_pages:
            raise _Answered({"error": {"code": "long-scan", "message": "", "pages": page.total}})
        sys.stdout.write(json.dumps({"page": page.done, "of": page.total}) + "\n")
        sys.stdout.flush()


def examine(data: bytes, name: str, watch: _ScanWatch) -> dict[str, Any]:
    """Return the answer for the bytes of a file. Looks for a secrecy mark before and after the text is read."""
    try:
        document = _storable(read(data, name=name, ocr=OcrSession(on_page=watch.hear)))
    except _Answered as known:
        return _secret(_text_outside_body(data)) or known.answer
    except UnreadableDocument as error:
        return _secret(_text_outside_body(data)) or {"error": {"code": error.code, "message": error.message}}
    return _secret(_text_outside_body(data)) or _secret(document.text) or _describe(document)


def _storable(document: ReadDocument) -> ReadDocument:
    """Replace, one for one so that spans hold, what no database takes: null characters and halves of pairs."""
    text = _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", document.text)
    return document if text == document.text else dataclasses.replace(document, text=text)


def _secret(text: str) -> dict[str, Any] | None:
    mark = secrecy.find_in_text(text)
    return _secret_answer(mark) if mark else None


def _secret_answer(mark: secrecy.SecrecyMark) -> dict[str, Any]:
    return {"secret": {"level": mark.level, "place": mark.place}}


def _describe(document: ReadDocument) -> dict[str, Any]:
    extraction = api.extract(document)
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
