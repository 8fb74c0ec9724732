"""The deadline of a task with labels: the label's, unless the task prints a day of its own."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.tasks.due import due_of_field
from vanban.types import Span

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("task", "label", "value"),
    [
        ("Họp dân lần hai: chậm nhất ngày 20/5/2026.", "Quý II/2026", "2026-05-20"),
        ("Họp dân lần hai: chậm nhất ngày 20/5/2026.", "Thường xuyên", "2026-05-20"),
        ("Họp dân lần hai: chậm nhất ngày 20/5/2026.", "15/5/2026", "2026-05-15"),
        ("Họp dân lần hai.", "Quý II/2026", "2026-06-30"),
        ("Họp dân lần hai, xong trước ngày 20/5/2026.", None, "2026-05-20"),
        ("Họp dân lần hai.", None, None),
    ],
)
def test_the_more_exact_deadline_counts(task: str, label: str | None, value: str | None) -> None:
    text = f"{task}\n{label or ''}"
    field = Span(len(task) + 1, len(text)) if label else None
    due = due_of_field(text, field, Span(0, len(task)), TODAY)
    assert (due.value if due else None) == value
