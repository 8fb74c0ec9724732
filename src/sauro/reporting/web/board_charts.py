"""The pictures of the board, each with its figures as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.reporting.selectors.board import UnitLine, UnitTable, coming_days, month_trend
from sauro.reporting.selectors.counting import AGES, age_days
from sauro.reporting.selectors.figures import Figures
from sauro.reporting.selectors.scope import Reader
from sauro.reporting.web.board_query import BoardQuery
from sauro.tasks.timeliness import Timeliness
from sauro.ui.badges import Tone
from sauro.ui.charts import Chart, ChartKind, Series

_AGE_LABELS = {
    1: gettext_lazy("1–7 ngày"),
    8: gettext_lazy("8–30 ngày"),
    31: gettext_lazy("31–90 ngày"),
    91: gettext_lazy("trên 90 ngày"),
}
_HEAVIEST = 15


def overview_charts(reader: Reader, whole: Figures, query: BoardQuery) -> Iterator[Chart]:
    """Yield the share by month, the next days, and the age of what is overdue."""
    trend = month_trend(reader)
    yield Chart(
        title=_("Tỷ lệ đúng hạn theo tháng đến hạn"),
        kind=ChartKind.LINES,
        categories=[f"{month:%m/%Y}" for month, _figures in trend],
        series=[Series(_("Đúng hạn"), [_rounded(figures.share) for _month, figures in trend])],
        unit="%",
    )
    coming = coming_days(reader)
    yield Chart(
        title=_("Việc đến hạn trong 14 ngày tới"),
        kind=ChartKind.BARS,
        categories=[f"{day:%d/%m}" for day, _number in coming],
        series=[Series(_("Số nhiệm vụ"), [number for _day, number in coming])],
        links=[query.last_between(day, day, hinh="con-han") for day, _number in coming],
    )
    yield Chart(
        title=_("Việc quá hạn theo số ngày"),
        kind=ChartKind.ROWS,
        categories=[_AGE_LABELS[first] for first, _last in AGES],
        series=[Series(_("Số nhiệm vụ"), [whole.ages.get(first, 0) for first, _last in AGES], Tone.LATE)],
        links=[_aged(query, first, last, reader.today) for first, last in AGES],
    )


def _aged(query: BoardQuery, first: int, last: int | None, today: dt.date) -> str:
    return query.last_between(*age_days(first, last, today), hinh=str(Timeliness.OVERDUE))


def load_chart(table: UnitTable, query: BoardQuery) -> Chart | None:
    """Return the units with the most to do; nothing when no unit has anything."""
    lines = [line for group in table.groups.values() for line in group if line.line.whole.doing]
    heaviest = sorted(lines, key=lambda one: -one.line.whole.doing)[:_HEAVIEST]
    if not heaviest:
        return None
    soon, rest = (Timeliness.DUE_SOON,), (Timeliness.IN_TIME, Timeliness.WAITING_OTHERS, Timeliness.NO_DEADLINE)
    return Chart(
        title=_("Đơn vị có nhiều việc đang phải làm nhất"),
        kind=ChartKind.STACKED_ROWS,
        categories=[one.unit.name for one in heaviest],
        series=[
            Series(_("Quá hạn"), _numbers(heaviest, (Timeliness.OVERDUE,)), Tone.LATE),
            Series(_("Sắp đến hạn"), _numbers(heaviest, soon), Tone.SOON),
            Series(_("Còn lại"), _numbers(heaviest, rest), Tone.ACTIVE),
        ],
        links=[query.list(dv=one.unit.code, dv_rieng="1", hinh="phai-lam") for one in heaviest],
    )


def _numbers(lines: Sequence[UnitLine], kinds: tuple[Timeliness, ...]) -> list[int]:
    return [one.line.whole.of(*kinds) for one in lines]


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 1)
