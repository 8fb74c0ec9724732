"""Charts of targets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from sauro.targets.models import Indicator, YearLine
from sauro.ui.badges import Tone
from sauro.ui.charts import Chart, ChartKind, Series

_LEAST_YEARS = 2


def path_chart(indicator: Indicator, lines: Sequence[YearLine], links: Sequence[str] = ()) -> Chart | None:
    """Return the path of a target: what each year has to reach, what was reached, what is expected; None for a year."""
    if len(lines) < _LEAST_YEARS:
        return None
    series = [
        Series(_("Chỉ tiêu"), [drawn(line.target) for line in lines]),
        Series(_("Thực hiện"), [drawn(line.actual) for line in lines], Tone.DONE),
    ]
    if any(line.forecast is not None for line in lines):
        series.append(Series(_("Ước cả năm"), [drawn(line.forecast) for line in lines], Tone.SOON))
    years = [str(line.year) for line in lines]
    title = _("Lộ trình: %(name)s") % {"name": indicator.name}
    return Chart(title, ChartKind.LINES, years, series, indicator.measure, links)


def drawn(value: Decimal | None) -> float | None:
    """Return a number as a chart draws it, with two decimals."""
    return None if value is None else round(float(value), 2)
