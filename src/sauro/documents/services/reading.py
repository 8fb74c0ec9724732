"""Reads quarantined files in a child process, so that no file can crash, fill or stall the product."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.calendars.selectors.working_days import complete_years, working_calendar
from sauro.checking.selectors.rules import rules_switched_off
from sauro.common.errors import DomainError
from sauro.documents.file_names import extension
from sauro.documents.quarantine import PIECE, QuarantinedUpload, working_folder
from sauro.documents.reader_order import Order
from sauro.documents.reader_purpose import Outcome, Purpose
from sauro.documents.reader_store import MalformedQuestion, Question, write_known
from sauro.documents.secrecy import Level, Place, SecrecyMark
from vanban.text.working_days import WorkingCalendar

logger = logging.getLogger(__name__)

# What the reader's process leaves to be said here, where the words can be translated.
_UNSAID = {
    "scanned": gettext_lazy(
        "Tệp này là bản quét (ảnh chụp trang giấy) nên chưa kiểm tra được câu chữ. "
        "Hãy dùng tệp .docx hoặc .pdf xuất từ phần mềm soạn thảo."
    )
}
READERS_AT_ONCE = 2
_turns = threading.BoundedSemaphore(READERS_AT_ONCE)

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "html": "text/html",
    "md": "text/markdown",
    "txt": "text/plain",
    "doc": "application/msword",
    "rtf": "application/rtf",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "tiff": "image/tiff",
}


class Unreadable(DomainError):
    """A file that cannot be read; the message says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: text, blocks as JSON, what was found (contract shape without text, with provenance)."""

    text: str
    blocks: list[dict[str, Any]]
    notices: list[dict[str, str]]
    format: str
    reader: str
    extractor: str
    page_count: int | None
    extraction: dict[str, Any]
    uncertain: list[list[float]] = field(default_factory=list)

    @property
    def media_type(self) -> str:
        """The type decided by content, never the one the browser claimed."""
        return MEDIA_TYPES.get(self.format, "application/octet-stream")


@dataclass(frozen=True, slots=True)
class NeedsRecognition:
    """A file whose characters have to be recognised, on so many pages."""

    pages: int


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The ``done``-th of ``total`` pages. ``result`` is what to keep of page ``number``; None when it was known."""

    done: int
    total: int
    number: int
    result: str | None


PageListener = Callable[[RecognisedPage], None]
Listener = Callable[[dict[str, Any], Path], None]
"""Hears a line the reader printed before its answer; the folder is the one the reader works in."""
AnswerQuestion = Callable[[Question], dict[str, Any]]


def read_quarantined(
    upload: QuarantinedUpload, *, purpose: Purpose = Purpose.READ, pages: int | None = None
) -> ReadFile | SecrecyMark:
    """Read a file and find what it orders, or the secrecy mark it carries, of which nothing else is then known.

    With the purpose ``check`` a scan is not read but only looked at for a mark on its first pages, and then refused as
    ``scanned``. ``pages`` bounds how many are recognised. Raises :class:`Unreadable` for every file that cannot be read
    and for every reader that died of one. Takes at most the site's limit of seconds, for a scan as long again after
    every page; at most two files are read at the same time in one process.
    """
    return _read(_answer(upload, _order(upload, purpose, pages=pages or settings.SCAN_PAGES)))


def read_at_door(upload: QuarantinedUpload) -> ReadFile | SecrecyMark | NeedsRecognition:
    """Read a file like :func:`read_quarantined` unless its characters must be recognised: then tell only that."""
    answer = _answer(upload, _order(upload, Purpose.DOOR))
    return NeedsRecognition(answer["scan"]["pages"]) if "scan" in answer else _read(answer)


def proofread_quarantined(
    upload: QuarantinedUpload, *, outcome: Outcome, answer_question: AnswerQuestion
) -> dict[str, Any] | SecrecyMark:
    """Check a draft and return what :func:`sauro.documents.reader_proofread.proofread` says of it, or its secrecy mark.

    ``answer_question`` is asked once what is known of the documents the draft cites and copies from. Scans are refused
    as ``scanned``. Raises :class:`Unreadable`.
    """
    asked: list[Question] = []

    def hear(told: dict[str, Any], folder: Path) -> None:
        try:
            question = Question.from_told(told)
        except MalformedQuestion:
            raise _gave_up("reader-died") from None
        if asked:
            raise _gave_up("reader-died")
        asked.append(question)
        write_known(folder, answer_question(question))

    answer = _answer(upload, _order(upload, Purpose.PROOFREAD, outcome=outcome), hear)
    return _mark(answer) or answer


def recognise(upload: QuarantinedUpload, *, known: Path, on_page: PageListener) -> ReadFile | SecrecyMark:
    """Read a scan, taking the pages whose results lie in the folder ``known`` from there.

    ``on_page`` is called after every page that holds no mark; what it raises ends the reading and passes through.
    Raises :class:`Unreadable`.
    """
    order = _order(upload, Purpose.READ, known_folder=str(known))
    return _read(_answer(upload, order, lambda told, _folder: on_page(_page(told))))


def _order(
    upload: QuarantinedUpload,
    purpose: Purpose,
    *,
    pages: int = 0,
    known_folder: str = "",
    outcome: Outcome = Outcome.FINDINGS,
) -> Order:
    return Order(
        suffix=extension(upload.name),
        seconds=settings.READER_SECONDS,
        megabytes=settings.READER_MEMORY_MB,
        pages=pages or settings.SCAN_PAGES,
        purpose=purpose,
        known_folder=known_folder,
        rules_off=rules_switched_off(),
        outcome=outcome,
        **_calendar(),
    )


def _calendar() -> dict[str, Any]:
    """Return the calendar for the reader; only days of complete years matter."""
    years = sorted(complete_years())
    days = working_calendar(years[0], years[-1]) if years else WorkingCalendar()
    return {
        "holidays": tuple(day.isoformat() for day in sorted(days.holidays)),
        "worked": tuple(day.isoformat() for day in sorted(days.worked)),
        "halves": tuple(day.isoformat() for day in sorted(days.halves)),
        "saturday_years": tuple(sorted(days.saturday_years)),
        "complete_years": tuple(years),
    }


def _answer(upload: QuarantinedUpload, order: Order, hear: Listener | None = None) -> dict[str, Any]:
    """Return what the reader answered; raise for a reader that died, and for what it could not read."""
    with _turns:
        answer = _run_reader(upload, order, hear)
    if "crash" in answer:
        logger.error("a file of %d bytes (%s) stopped its reader: %s", upload.size, upload.sha256, answer["crash"])
        raise _gave_up("reader-died")
    if answer.get("error", {}).get("code") == "long-scan":
        raise _long_scan(answer["error"]["pages"], order.pages)
    if "error" in answer:
        error = answer["error"]
        raise Unreadable(error["code"], error["message"] or str(_UNSAID.get(error["code"], "")), field="files")
    return answer


def _read(answer: dict[str, Any]) -> ReadFile | SecrecyMark:
    return _mark(answer) or ReadFile(**answer)


def _mark(answer: dict[str, Any]) -> SecrecyMark | None:
    if "secret" not in answer:
        return None
    return SecrecyMark(Level(answer["secret"]["level"]), Place(answer["secret"]["place"]))


def _run_reader(upload: QuarantinedUpload, order: Order, hear: Listener | None) -> dict[str, Any]:
    command = [sys.executable, "-I", "-m", "sauro.documents.reader_process", order.to_json()]
    with working_folder() as folder, upload.open() as stream:
        process = subprocess.Popen(  # noqa: S603 -- our own module; the one foreign argument is a checked extension
            command,
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"LANG": "C.UTF-8", "PATH": os.defpath, "TMPDIR": str(folder)},
            cwd=folder,
            start_new_session=True,
        )
        try:
            output = _last_line(process, order.seconds, lambda told: hear(told, folder) if hear else None)
        finally:
            _end(process, folder)
    if process.returncode != 0:
        raise _gave_up("reader-died")
    return _parse(output)


def _last_line(process: subprocess.Popen[bytes], seconds: int, hear: Callable[[dict[str, Any]], None]) -> bytes:
    """Return what the reader printed last; every line before gives it its time anew."""
    printed = bytearray()
    for piece in _pieces(process, seconds):
        printed += piece
        while b"\n" in printed:
            line, _newline, printed = printed.partition(b"\n")
            hear(_parse(bytes(line)))
    return bytes(printed)


def _page(told: dict[str, Any]) -> RecognisedPage:
    return RecognisedPage(told["page"], told["of"], told.get("number", 0), told.get("result"))


def _pieces(process: subprocess.Popen[bytes], seconds: int) -> Iterator[bytes]:
    """Yield what the process prints until it ends. Raises when it says nothing for too long after a line."""
    assert process.stdout is not None  # noqa: S101 -- it was opened as a pipe
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while selector.select(max(0.0, deadline - time.monotonic())):
            piece = os.read(process.stdout.fileno(), PIECE)
            if not piece:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(max(0.0, deadline - time.monotonic()))
                    return
                break
            yield piece
            if b"\n" in piece:
                deadline = time.monotonic() + seconds
    raise _gave_up("too-slow")


def _parse(output: bytes) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        raise _gave_up("reader-died") from None
    return answer


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Kill the reader with everything it started; what they held in memory goes with them.

    A converter runs in a session of its own, so it is found by the folder it works in.
    """
    if process.stdout is not None:
        process.stdout.close()
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for number in _working_in(folder):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(number, signal.SIGKILL)


def _working_in(folder: Path) -> list[int]:
    """Return the processes whose current folder lies in ``folder`` (Linux only; elsewhere none)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if entry.readlink().is_relative_to(folder):
                found.append(int(entry.parent.name))
    return found


def _long_scan(pages: int, most: int) -> Unreadable:
    message = _(
        "Bản quét có %(pages)d trang; mỗi tệp chỉ nhận dạng được tối đa %(most)d trang, nên chưa lưu gì. "
        "Hãy dùng bản .docx hoặc .pdf xuất từ phần mềm soạn thảo, hoặc tách riêng phần giao việc thành tệp khác."
    )
    return Unreadable("long-scan", message % {"pages": pages, "most": most}, field="files")


def _gave_up(code: str) -> Unreadable:
    if code == "too-slow":
        message = _(
            "Đọc tệp này lâu quá mức cho phép nên đã dừng lại; chưa lưu gì. "
            "Hãy mở tệp, lưu lại thành .docx hoặc tách thành nhiều tệp nhỏ hơn rồi thử lại."
        )
    else:
        message = _(
            "Không đọc được tệp này: tệp có nội dung bất thường; chưa lưu gì. "
            "Hãy mở tệp bằng phần mềm soạn thảo, lưu thành tệp .docx mới rồi thử lại."
        )
    return Unreadable(code, message, field="files")
