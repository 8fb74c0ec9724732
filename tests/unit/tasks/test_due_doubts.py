"""Which printed deadlines need a person, and why."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from sauro.tasks.due_doubts import DOUBT_NOTES, DueDoubt, doubt_of
from vanban.tasks.due import find_due

ISSUED = dt.date(2026, 10, 5)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("phrase", "issued", "expected"),
    [
        ("trước ngày 31/02/2027", ISSUED, DueDoubt.NO_SUCH_DAY),
        ("trước ngày 31/02", None, DueDoubt.NO_SUCH_DAY),
        ("hoàn thành trong tháng 13/2026", ISSUED, DueDoubt.NO_SUCH_DAY),
        ("trước ngày 15/6", None, DueDoubt.NO_YEAR),
        ("trước ngày 15/6", ISSUED, None),
        ("trước ngày 30/11/2016", ISSUED, DueDoubt.UNLIKELY),
        ("hoàn thành trong quý I", ISSUED, None),
        ("ngay sau khi được phê duyệt", ISSUED, None),
    ],
)
def test_doubt_about_a_printed_deadline(
    phrase: str, issued: dt.date | None, expected: DueDoubt | None, form: str
) -> None:
    due = find_due(f"Sở Nội vụ báo cáo {phrase}.", 0, len(phrase) + 19, issued)
    assert due is not None
    stored = due.to_dict()
    stored["text"] = unicodedata.normalize(form, stored["text"])  # type: ignore[arg-type]  # one of the two forms
    assert doubt_of(stored) == expected


def test_nothing_printed_leaves_no_doubt() -> None:
    assert doubt_of(None) is None
    assert doubt_of({"text": "khẩn trương", "kind": "vague", "value": None}) is None


def test_every_doubt_has_a_note() -> None:
    assert set(DOUBT_NOTES) == set(DueDoubt)
