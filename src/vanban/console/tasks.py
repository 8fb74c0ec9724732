"""The tasks of a document as a table with the six clears as columns."""

from __future__ import annotations

import shutil
import textwrap

from vanban.results import Due, Element, Extraction, Mark, Passage, Task

_COLUMNS = (
    ("Mục", 1),
    ("Việc", 6),
    ("Người", 3),
    ("Biện pháp, nguồn lực", 2),
    ("Thời hạn", 2),
    ("Thẩm quyền, trách nhiệm", 2),
    ("Sản phẩm", 3),
)
_NARROWEST = 6
_NOT_STATED = "–"
_INHERITED = " (theo mục trên)"
_RECURRENCE = {
    "daily": "hằng ngày", "weekly": "hằng tuần", "monthly": "hằng tháng", "quarterly": "hằng quý",
    "semiannual": "6 tháng", "annual": "hằng năm",
}  # fmt: skip


def task_table(extraction: Extraction, width: int | None = None) -> str:
    """The tasks as a table ``width`` characters wide; by default as wide as the terminal."""
    total = width or shutil.get_terminal_size((120, 24)).columns
    widths = _widths(total)
    rows = [_row([name for name, _ in _COLUMNS], widths), "  ".join("─" * one for one in widths)]
    for task in extraction.tasks:
        rows.append(_row(_cells(task), widths))
    return "\n".join([*_heading(extraction), "", *rows, "", _summary(extraction)])


def _heading(extraction: Extraction) -> list[str]:
    header = extraction.document
    number = f"{header.number or '…'}/{header.symbol}" if header.symbol else "không số"
    return [
        part for part in (header.issuer, f"{number}, {header.issued_on or 'không ghi ngày'}", header.subject) if part
    ]


def _summary(extraction: Extraction) -> str:
    standing = sum(task.standing for task in extraction.tasks)
    count = len(extraction.tasks)
    others = f"{len(extraction.targets)} chỉ tiêu, {len(extraction.findings)} phát hiện"
    return f"{count} nhiệm vụ ({standing} chỉ đạo chung), {others}"


def _widths(total: int) -> list[int]:
    room = total - 2 * (len(_COLUMNS) - 1)
    parts = sum(share for _, share in _COLUMNS)
    return [max(_NARROWEST, room * share // parts) for _, share in _COLUMNS]


def _cells(task: Task) -> list[str]:
    clears = task.clears
    people = ", ".join(task.leads) + (f"; phối hợp: {', '.join(task.coordinators)}" if task.coordinators else "")
    inherited = _INHERITED if clears[Element.PEOPLE].mark is Mark.INHERITED else ""
    return [
        task.section, task.text, (people or _NOT_STATED) + inherited, _said(task.resources, task.measures), _when(task),
        _said(task.authority, task.responsibility, task.issuing_body), _product(task),
    ]  # fmt: skip


def _said(*passages: Passage | None) -> str:
    return next((passage.text for passage in passages if passage), _NOT_STATED)


def _when(task: Task) -> str:
    parts = [_due(task.due)] if task.due else []
    if task.recurrence:
        parts.append(_RECURRENCE.get(task.recurrence.kind, task.recurrence.text))
    return "; ".join(parts) or _NOT_STATED


def _due(due: Due) -> str:
    if not due.value:
        return due.text
    day = "/".join(reversed(due.value.split("-")))
    return f"trước {day}" if due.exclusive else day


def _product(task: Task) -> str:
    if task.product is None:
        return _NOT_STATED
    return task.product.text + (f" → {task.submit_to.text}" if task.submit_to else "")


def _row(cells: list[str], widths: list[int]) -> str:
    wrapped = [textwrap.wrap(" ".join(cell.split()), width) or [""] for cell, width in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    padded = [lines + [""] * (height - len(lines)) for lines in wrapped]
    return "\n".join(
        "  ".join(part.ljust(width) for part, width in zip(row, widths, strict=True)).rstrip()
        for row in zip(*padded, strict=True)
    )
