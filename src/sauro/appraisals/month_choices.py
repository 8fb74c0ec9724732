"""The months that lists and forms of appraisals offer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.plans.months import month_of, shifted

MONTHS_BACK = 24


def month_choices() -> list[tuple[str, str]]:
    """Return this month and the two years before it, newest first: as written in addresses, as shown."""
    month = month_of(today())
    shown = [shifted(month, -back) for back in range(MONTHS_BACK)]
    return [(f"{one:%Y-%m}", f"{one:%m/%Y}") for one in shown]


YEARS_BACK = 2
_PERIOD = re.compile(r"(20\d\d)-(?:q([1-4])|h([12]))", re.ASCII)
_SIZES = {"q": 3, "h": 6}


def period_choices() -> list[tuple[str, str]]:
    """Return the halves and quarters of this year and the ones before it, as written in addresses and as shown."""
    year = today().year
    names = {
        "h2": _("6 tháng cuối năm"), "h1": _("6 tháng đầu năm"), "q4": _("Quý IV"), "q3": _("Quý III"),
        "q2": _("Quý II"), "q1": _("Quý I"),
    }  # fmt: skip
    years = range(year, year - YEARS_BACK - 1, -1)
    return [(f"{one}-{code}", f"{name} {one}") for one in years for code, name in names.items()]


def months_of_period(text: str) -> list[dt.date]:
    """Return the months of a quarter (``2026-q1``) or a half (``2026-h2``); none for any other text."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return []
    year, quarter, half = found.groups()
    size, number = (_SIZES["q"], int(quarter)) if quarter else (_SIZES["h"], int(half))
    return [dt.date(int(year), month, 1) for month in range((number - 1) * size + 1, number * size + 1)]


def years_among(
    rows: Callable[[Actor], QuerySet[Any]], field: str = "year"
) -> Callable[[Actor], list[tuple[str, str]]]:
    """Return what offers the years of the rows an actor sees, newest first."""

    def choices(actor: Actor) -> list[tuple[str, str]]:
        years = rows(actor).order_by(f"-{field}").values_list(field, flat=True).distinct()
        return [(str(year), str(year)) for year in dict.fromkeys(years)]

    return choices
