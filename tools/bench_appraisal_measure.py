"""The measuring part of `make bench-appraisal`; docs/dev/appraisal-figures.md is written here."""

from __future__ import annotations

import datetime as dt
import json
import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import django

django.setup()

from django.db import connection, transaction  # noqa: E402 -- settings first
from tools.bench_appraisal_data import fill  # noqa: E402 -- as above

from sauro.appraisals.enums import SheetState  # noqa: E402 -- as above
from sauro.appraisals.models import Sheet, SheetItem  # noqa: E402 -- as above
from sauro.appraisals.rules.criteria import CRITERIA_335  # noqa: E402 -- as above
from sauro.appraisals.rules.instruments import ND335  # noqa: E402 -- as above
from sauro.appraisals.rules.months import Period, State, year_of  # noqa: E402 -- as above
from sauro.appraisals.rules.options import Settings  # noqa: E402 -- as above
from sauro.appraisals.services.closing import close_sheets  # noqa: E402 -- as above
from sauro.appraisals.services.filling import renew  # noqa: E402 -- as above
from sauro.appraisals.services.scoring import score_sheets  # noqa: E402 -- as above

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "appraisal-figures.md"
CORRECTIONS = 30


def main() -> int:
    """Fill, measure, write the page and print it."""
    people, months, lines = map(int, sys.argv[1:4])
    points = json.dumps({code: f"{float(most):g}" for code, most in CRITERIA_335.items()})
    fill(os.environ["BENCH_OWNER_DATABASE_URL"], people=people, months=months, lines=lines, points=points)
    text = "\n".join(_page(people, lines)) + "\n"
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def _page(people: int, lines: int) -> Iterator[str]:
    beside = f"{os.getloadavg()[0]:.1f}"
    months = list(Sheet.objects.order_by("month").values_list("month", flat=True).distinct())
    yield "# Figures of appraisals"
    yield ""
    yield f"Written by `make bench-appraisal` on {dt.date.today():%d.%m.%Y}; not edited by hand. {people} people, "  # noqa: DTZ011 -- a local day
    yield f"{lines} lines a sheet, {os.cpu_count()} processors shared with the database, load {beside} at the start."
    yield "*Processor* is that of the product's process; the database has its own. Nothing was scored before: every"
    yield "sheet changes and leaves its history."
    yield ""
    yield "| what | sheets | lines | waited, s | processor, s | bound, s |"
    yield "| --- | --- | --- | --- | --- | --- |"
    _forget()
    total: dict[str, float] = defaultdict(float)
    for number, month in enumerate(months):
        ids = list(Sheet.objects.filter(month=month).values_list("pk", flat=True))
        waited, used = _timed(lambda ids=ids: score_sheets(ids))
        total["waited"] += waited
        total["used"] += used
        if number == 0:
            yield f"| a month added up and scored | {len(ids)} | {len(ids) * lines} | {waited:.2f} | {used:.2f} | 5 |"
            waited, used = _timed(lambda month=month: close_sheets(Sheet.objects.filter(month=month)))
            yield f"| the same again, and closed | {len(ids)} | {len(ids) * lines} | {waited:.2f} | {used:.2f} | 5 |"
    sheets = people * len(months)
    waited, used = _timed(_year)
    total["waited"] += waited
    total["used"] += used
    yield f"| means of the year | {sheets} | – | {waited:.2f} | {used:.2f} | – |"
    yield (
        f"| a year: {len(months)} months and the means | {sheets} | {sheets * lines} | {total['waited']:.2f} | "
        f"{total['used']:.2f} | 60 |"
    )
    yield f"| one person after a correction, median of {CORRECTIONS} | 1 | {lines} | {_correction():.4f} | – | 0.05 |"


def _forget() -> None:
    """Take all scores back, so that what is measured has everything to write."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE appraisals_sheet SET assigned = 0, score_exact = '', score = NULL, state = 'confirmed'")


def _timed(act: object) -> tuple[float, float]:
    wall, processor = time.monotonic(), time.process_time()
    with transaction.atomic():
        act()  # type: ignore[operator]  # a call without arguments
    return time.monotonic() - wall, time.process_time() - processor


def _year() -> None:
    """Take the means of everybody's months from the stored scores."""
    settings = Settings(ND335)
    scores: dict[object, list[Period]] = defaultdict(list)
    rows = Sheet.objects.exclude(score_exact="").values_list("appointment", "month", "score_exact")
    for person, month, score in rows.iterator(chunk_size=20_000):
        scores[person].append(Period(month.month, State.WORKED, Fraction(score)))
    for periods in scores.values():
        year_of(periods, settings)


def _correction() -> float:
    taken = []
    some = list(Sheet.objects.order_by("pk").values_list("pk", flat=True)[:CORRECTIONS])
    Sheet.objects.filter(pk__in=some).update(state=SheetState.CONFIRMED)
    for item in SheetItem.objects.filter(sheet__in=some, is_done=True)[:CORRECTIONS]:
        begin = time.monotonic()
        with transaction.atomic():
            SheetItem.objects.filter(pk=item.pk).update(failures=2)
            renew([item.sheet_id])
        taken.append(time.monotonic() - begin)
    return statistics.median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
