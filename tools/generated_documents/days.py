"""Deadlines and periods as directives print them, with the day they mean written into the mark."""

from __future__ import annotations

import calendar
import datetime
from random import Random

QUARTERS = ("I", "II", "III", "IV")
PERIODS = (
    ("daily", ("hằng ngày", "vào 16 giờ hằng ngày", "mỗi ngày")),
    ("weekly", ("hằng tuần", "vào thứ Sáu hằng tuần", "vào chiều thứ Năm hàng tuần", "mỗi tuần")),
    ("monthly", ("hằng tháng", "hàng tháng", "mỗi tháng một lần", "định kỳ hằng tháng")),
    ("quarterly", ("hằng quý", "định kỳ hằng quý", "mỗi quý")),
    ("semiannual", ("6 tháng một lần", "định kỳ 6 tháng")),
    ("annual", ("hằng năm", "định kỳ hằng năm", "mỗi năm một lần")),
)
EVENTS = (
    "sau khi có hướng dẫn của cơ quan có thẩm quyền",
    "ngay sau khi Nghị quyết được ban hành",
    "sau khi kết thúc đợt kiểm tra",
    "trước khai giảng năm học mới",
)


def period(random: Random, issued: datetime.date) -> str:
    """A marked period; one with a day of the month is also a deadline, first due after the document's own day."""
    kind, words = random.choice(PERIODS)
    if kind != "monthly" or random.random() < 0.7:
        return f"⟦R {kind}⟧{random.choice(words)}⟦/⟧"
    day = random.choice((5, 10, 15, 20, 25))
    month = issued if issued.day < day else _end_of_month(issued) + datetime.timedelta(days=1)
    return f"⟦R {kind}⟧⟦D date {month.replace(day=day)} x⟧trước ngày {day:02d} hằng tháng⟦/⟧⟦/⟧"


def event(random: Random) -> str:
    """A marked deadline that is an event."""
    return f"⟦D event⟧{random.choice(EVENTS)}⟦/⟧"


def deadline(random: Random, issued: datetime.date) -> str:
    """A marked deadline in running text, after the day the document is issued."""
    maker = random.choices((_date, _month, _quarter, _year, _term), weights=(60, 15, 12, 5, 8))[0]
    return maker(random, issued)


def deadline_of_cell(random: Random, issued: datetime.date, mark: str = "D") -> str:
    """A marked deadline as a table or a labelled line prints it."""
    day = _later(random, issued)
    quarter_end = _end_of_quarter(day)
    forms = (
        (f"{mark} date {day} x", f"Trước ngày {_short(day)}"),
        (f"{mark} date {day} x", f"Trước {_short(day)}"),
        (f"{mark} date {day}", _short(day)),
        (f"{mark} month {_end_of_month(day)}", f"Tháng {day.month}/{day.year}"),
        (f"{mark} month {_end_of_month(day)}", f"Tháng {day.month:02d} năm {day.year}"),
        (f"{mark} quarter {quarter_end}", f"Quý {QUARTERS[quarter_end.month // 3 - 1]}/{day.year}"),
        (f"{mark} quarter {quarter_end}", f"Quý {QUARTERS[quarter_end.month // 3 - 1]} năm {day.year}"),
        (f"{mark} year {day.year}-12-31", f"Năm {day.year}"),
    )
    code, words = random.choices(forms, weights=(4, 3, 2, 3, 2, 3, 2, 1))[0]
    return f"⟦{code}⟧{words}⟦/⟧"


def _later(random: Random, issued: datetime.date) -> datetime.date:
    return issued + datetime.timedelta(days=random.randint(5, 200))


def _short(day: datetime.date) -> str:
    # Laws on the form of documents want a zero before January and February and before days under ten.
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def _long(day: datetime.date) -> str:
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def _date(random: Random, issued: datetime.date) -> str:
    day = _later(random, issued)
    before = (f"trước ngày {_short(day)}", f"trước {_short(day)}", f"trước ngày {_long(day)}")
    not_after = (
        f"chậm nhất ngày {_short(day)}",
        f"chậm nhất là ngày {_long(day)}",
        f"đến hết ngày {_short(day)}",
        f"trước 17 giờ ngày {_short(day)}",
        f"trước 16 giờ 30 phút ngày {_short(day)}",
    )
    if random.random() < 0.65:
        return f"⟦D date {day} x⟧{random.choice(before)}⟦/⟧"
    return f"⟦D date {day}⟧{random.choice(not_after)}⟦/⟧"


def _month(random: Random, issued: datetime.date) -> str:
    day = _end_of_month(_later(random, issued))
    words = random.choice((f"trong tháng {day.month}/{day.year}", f"trong tháng {day.month:02d} năm {day.year}"))
    return f"⟦D month {day}⟧{words}⟦/⟧"


def _quarter(random: Random, issued: datetime.date) -> str:
    day = _end_of_quarter(_later(random, issued))
    name = QUARTERS[day.month // 3 - 1]
    return f"⟦D quarter {day}⟧{random.choice((f'trong quý {name}/{day.year}', f'trong quý {name} năm {day.year}'))}⟦/⟧"


def _year(random: Random, issued: datetime.date) -> str:
    return f"⟦D year {issued.year}-12-31⟧{random.choice(('trong năm', 'hoàn thành trong năm'))} {issued.year}⟦/⟧"


def _term(random: Random, issued: datetime.date) -> str:
    days = random.choice((5, 7, 10, 15, 20, 30))
    day = issued + datetime.timedelta(days=days)
    return f"⟦D date {day}⟧trong vòng {days:02d} ngày kể từ ngày ký văn bản này⟦/⟧"


def _end_of_month(day: datetime.date) -> datetime.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _end_of_quarter(day: datetime.date) -> datetime.date:
    return _end_of_month(day.replace(month=(day.month + 2) // 3 * 3, day=1))
