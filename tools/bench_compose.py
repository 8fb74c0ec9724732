"""Measures composing and writes its figures: `make bench-compose`.

A plan of sixty pages with an annex of three hundred rows as .docx and as .pdf, the .pdf in a process just started and
again after a small change in one that stays open. The page docs/dev/compose-figures.md is written by this command.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from vanban import api
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Column,
    Content,
    Header,
    Kind,
    Paragraph,
    Signature,
    Table,
    item,
    point,
    section,
)
from vanban.compose.pdf.press import Press

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "compose-figures.md"
SENTENCE = (
    "Phòng Kinh tế chủ trì, phối hợp với các đơn vị liên quan rà soát quy hoạch các điểm dân cư trên địa bàn, tham mưu "
    "Ủy ban nhân dân xã ban hành kế hoạch thực hiện, xong trước ngày 30 tháng 11 năm 2026 với kinh phí 1,5 tỷ đồng."
)
ROWS = 300
TIMES = 5


def main() -> int:
    """Measure everything, write the page and print it."""
    text = "\n".join(_page()) + "\n"
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def plan(sections: int = 42, *, changed: str = "") -> Content:
    """About sixty pages, the annex included; ``changed`` stands in the middle of the text."""
    body: list[Block] = [Paragraph("Ủy ban nhân dân xã xây dựng Kế hoạch (Phụ lục kèm theo) như sau:")]
    for place in range(sections):
        words = changed if changed and place == sections // 2 else SENTENCE
        items = (item(words, *(point(SENTENCE) for _ in range(3))) for _ in range(3))
        body.append(section(f"Nhóm nhiệm vụ thứ {place + 1}", *items))
    return Content(
        kind=Kind.KE_HOACH,
        header=Header(
            issuer=("Ủy ban nhân dân xã Đồi Chè Thử",), number="12", symbol="KH-UBND", place="Đồi Chè Thử",
            date=date(2026, 9, 5),
        ),
        subject="Phát triển kinh tế - xã hội giai đoạn 2026 - 2030",
        body=tuple(body),
        signature=Signature(("TM. Ủy ban nhân dân", "Chủ tịch"), "Trần Thị Thử"),
        recipients=("Ủy ban nhân dân tỉnh",),
        annexes=(Annex("Phân công nhiệm vụ", (_duties(),), landscape=True),),
    )  # fmt: skip


def _duties() -> Table:
    columns = (
        Column("STT", 1, Align.CENTER), Column("Nhiệm vụ", 5, Align.JUSTIFY), Column("Chủ trì", 3),
        Column("Phối hợp", 3), Column("Thời hạn", 2, Align.CENTER), Column("Kinh phí", 2, Align.NUMBER),
    )  # fmt: skip
    rows = (
        (number, f"Rà soát quy hoạch điểm dân cư số {number}", "Phòng Kinh tế", "Các ấp", "20/10/2026", 1000 * number)
        for number in range(1, ROWS + 1)
    )  # fmt: skip
    return Table(columns, tuple(rows), unit="Đơn vị tính: nghìn đồng")


def _page() -> Iterator[str]:
    content = plan()
    pages = len(pypdfium2.PdfDocument(api.compose_pdf(content)))
    today = date.today()  # noqa: DTZ011  # a local day
    beside = f"{os.getloadavg()[0]:.1f}".replace(".", ",")
    yield from (
        "# Figures of composing", "",
        f"Written by `make bench-compose` on {today:%d.%m.%Y}; do not edit. A plan of {pages} pages with an annex of",
        f"{ROWS} rows, median of {TIMES}, {os.cpu_count()} cores, load {beside}. Processor time counts the child",
        "too; wall clock is what a person waits, and on a busy machine what others made them wait.", "",
        "| what | wall clock | processor time | bound, wall clock |", "| --- | --- | --- | --- |",
    )  # fmt: skip
    yield _row(".docx", "3 s", lambda: api.compose_docx(content))
    yield _row(".pdf, process and fonts included", "1 s", lambda: api.compose_pdf(content))
    with Press() as press:
        api.compose_pdf(content, press=press)
        changes = (plan(changed=f"Sửa lần thứ {place}. {SENTENCE}") for place in range(100))
        yield _row(".pdf after a change in the middle, process open", "–", lambda: _again(next(changes), press), press)
        files = (replace(content, filing=f"VT, KT{place}") for place in range(100))
        yield _row(".pdf after a change on the last page, process open", "–", lambda: _again(next(files), press), press)


def _again(content: Content, press: Press) -> bytes:
    return api.compose_pdf(content, press=press)


def _row(what: str, bound: str, work: Callable[[], object], press: Press | None = None) -> str:
    walls, processors = [], []
    for _ in range(TIMES):
        began, busy = time.perf_counter(), _processor_time(press)
        work()
        walls.append(time.perf_counter() - began)
        processors.append(_processor_time(press) - busy)
    return f"| {what} | {statistics.median(walls):.2f} s | {statistics.median(processors):.2f} s | {bound} |"


def _processor_time(press: Press | None) -> float:
    """Seconds of this process, of its ended children, and of the process of ``press``."""
    times = os.times()
    open_process = press.processor_time() if press else 0.0
    return times.user + times.system + times.children_user + times.children_system + open_process


if __name__ == "__main__":
    sys.exit(main())
