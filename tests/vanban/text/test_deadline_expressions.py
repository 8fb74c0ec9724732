"""The open set of deadline phrases: a table written by hand and a seeded generator, each phrase with its value."""

from __future__ import annotations

import calendar
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from vanban.results import Due
from vanban.tasks.due import find_due
from vanban.text.working_days import WorkingCalendar

TABLE = Path(__file__).with_name("deadline_expressions.txt")
TODAY = date(2026, 5, 15)
CALENDAR = WorkingCalendar.of([date(2026, 8, 31), date(2026, 9, 1)])
SEED = 20260515
GENERATED = 320


class Expected(NamedTuple):
    """A phrase and what it must be read as; ``note`` as explained at the head of the table."""

    phrase: str
    kind: str
    value: str
    note: str


def by_hand() -> list[Expected]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [Expected(*(part.strip() for part in line.split("|"))) for line in lines]


def day_of(due: Due | None) -> tuple[str, str, str]:
    """Kind, value and note of a result, in the words of the table."""
    if due is None:
        return "none", "", ""
    notes = ["before"] if due.exclusive else []
    notes += ["readings", *(one.value for one in due.readings)] if due.readings else []
    notes += ["corrected", due.value_corrected] if due.value_corrected else []
    return due.kind, due.value or "", " ".join(notes)


@pytest.mark.parametrize("expected", by_hand(), ids=lambda one: one.phrase)
def test_phrases_written_by_hand(expected: Expected) -> None:
    working = CALENDAR if "working" in expected.note else None
    found = find_due(expected.phrase, 0, len(expected.phrase), TODAY, working)
    note = expected.note.replace("working", "").strip()
    assert day_of(found) == (expected.kind, expected.value, note)


def test_the_table_is_large_enough() -> None:
    assert len(by_hand()) >= 100


WORK = (
    "hoàn thành việc rà soát hồ sơ", "gửi báo cáo về Sở Nội vụ", "bàn giao mặt bằng", "tổng hợp nhu cầu kinh phí",
    "cập nhật dữ liệu dân cư", "trình Ủy ban nhân dân tỉnh phê duyệt", "ban hành quy chế phối hợp",
)  # fmt: skip
DAY_FORMS = ("{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d:02} tháng {m:02} năm {y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}")
BEFORE = ("trước ngày", "xong trước ngày", "trước 17 giờ ngày", "trước 16h30 ngày")
BY = ("chậm nhất ngày", "chậm nhất là ngày", "muộn nhất vào ngày", "đến hết ngày", "trong ngày", "không quá ngày")
MONTH_FORMS = ("{m}/{y}", "{m:02}/{y}", "{m} năm {y}", "{m:02} năm {y}")
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}


def generated() -> Iterator[Expected]:
    """Phrases put together from forms seen in documents; the value is computed, never read back."""
    chance = random.Random(SEED)  # noqa: S311  # no secret: the same phrases every time
    makers = (_before_day, _by_day, _within_month, _within_quarter, _within_half, _term, _part_of_month)
    for number in range(GENERATED):
        yield makers[number % len(makers)](chance)


def _some_day(chance: random.Random) -> date:
    return TODAY + timedelta(days=chance.randrange(1, 900))


def _printed(day: date, chance: random.Random) -> str:
    return chance.choice(DAY_FORMS).format(d=day.day, m=day.month, y=day.year)


def _last(year: int, month: int) -> str:
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def _before_day(chance: random.Random) -> Expected:
    day = _some_day(chance)
    phrase = f"{chance.choice(WORK)} {chance.choice(BEFORE)} {_printed(day, chance)}"
    return Expected(phrase, "date", day.isoformat(), "before")


def _by_day(chance: random.Random) -> Expected:
    day = _some_day(chance)
    return Expected(f"{chance.choice(WORK)} {chance.choice(BY)} {_printed(day, chance)}", "date", day.isoformat(), "")


def _within_month(chance: random.Random) -> Expected:
    day = _some_day(chance)
    month = chance.choice(MONTH_FORMS).format(m=day.month, y=day.year)
    word = chance.choice(("trong tháng", "chậm nhất trong tháng", "chậm nhất hết tháng", "cuối tháng", "đến hết tháng"))
    return Expected(f"{chance.choice(WORK)} {word} {month}", "month", _last(day.year, day.month), "")


def _within_quarter(chance: random.Random) -> Expected:
    day = _some_day(chance)
    quarter = (day.month + 2) // 3
    name = chance.choice((ROMAN[quarter], str(quarter)))
    joint = chance.choice(("/", " năm "))
    word = chance.choice(("trong quý", "trong Quý", "chậm nhất trong quý", "cuối quý"))
    phrase = f"{chance.choice(WORK)} {word} {name}{joint}{day.year}"
    return Expected(phrase, "quarter", _last(day.year, 3 * quarter), "")


def _within_half(chance: random.Random) -> Expected:
    year = chance.choice((2026, 2027, 2028))
    first = chance.random() < 0.5
    number = chance.choice(("6", "06", "sáu"))
    phrase = f"{chance.choice(WORK)} trong {number} tháng {'đầu' if first else 'cuối'} năm {year}"
    return Expected(phrase, "month", f"{year}-06-30" if first else f"{year}-12-31", "")


def _term(chance: random.Random) -> Expected:
    days = chance.randrange(2, 60)
    word = chance.choice(("trong vòng", "trong thời hạn", "chậm nhất", "không quá"))
    signed = chance.choice(("ký", "ban hành", "ký ban hành", "ban hành Kế hoạch này", "ký Công văn này"))
    phrase = f"{chance.choice(WORK)} {word} {days:02} ngày kể từ ngày {signed}"
    return Expected(phrase, "event", (TODAY + timedelta(days=days)).isoformat(), "")


def _part_of_month(chance: random.Random) -> Expected:
    day = _some_day(chance)
    half = chance.random() < 0.5
    month = chance.choice(MONTH_FORMS).format(m=day.month, y=day.year)
    value = date(day.year, day.month, 15).isoformat() if half else _last(day.year, day.month)
    return Expected(f"{chance.choice(WORK)} trong nửa {'đầu' if half else 'cuối'} tháng {month}", "month", value, "")


@pytest.mark.parametrize("expected", list(generated()), ids=lambda one: one.phrase)
def test_generated_phrases(expected: Expected) -> None:
    found = find_due(expected.phrase, 0, len(expected.phrase), TODAY)
    assert day_of(found) == (expected.kind, expected.value, expected.note)
