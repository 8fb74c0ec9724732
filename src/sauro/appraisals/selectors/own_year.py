"""A person's own year: the score of each month, and the means the decree takes of them (Mẫu số 02)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sauro.access.actor import Actor
from sauro.appraisals.enums import SheetState
from sauro.appraisals.models import Sheet
from sauro.appraisals.rules.figures import shown
from sauro.appraisals.rules.months import Period, State, Stay, Year, score_of_stays, year_of
from sauro.appraisals.rules.options import Settings
from sauro.appraisals.rulings import exact_score, settings_of
from sauro.appraisals.selectors.sheets import own_sheets

MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month: its sheets (several after a move), and its score as shown, empty while there is none."""

    month: dt.date
    sheets: Sequence[Sheet]
    score: str


@dataclass(frozen=True, slots=True)
class PersonYear:
    """The months of a year and the means; ``year`` is None while there is no sheet."""

    months: Sequence[MonthLine]
    year: Year | None

    @property
    def quarters(self) -> list[str]:
        """Means of the quarters as shown."""
        return [_shown(value) for value in self.year.quarters] if self.year else []

    @property
    def halves(self) -> list[str]:
        """Means of the halves as shown."""
        return [_shown(value) for value in self.year.halves] if self.year else []

    @property
    def mean(self) -> str:
        """The mean of the year as shown."""
        return _shown(self.year.year) if self.year else ""


def year_of_person(actor: Actor, year: int) -> PersonYear:
    """Return the actor's own year."""
    return person_year(own_sheets(actor, year=year), year)


def person_year(sheets: Sequence[Sheet], year: int) -> PersonYear:
    """Return the year of one person from their sheets; the settings are those of the latest sheet."""
    by_month: dict[int, list[Sheet]] = {}
    for sheet in sheets:
        by_month.setdefault(sheet.month.month, []).append(sheet)
    periods = periods_of(by_month)
    if not sheets:
        return PersonYear([MonthLine(dt.date(year, index, 1), (), "") for index in range(1, MONTHS + 1)], None)
    settings = by_months(settings_of(sheets[-1].settings))
    lines = [
        MonthLine(dt.date(year, index, 1), by_month.get(index, ()), _score_of(periods.get(index), settings))
        for index in range(1, MONTHS + 1)
    ]
    return PersonYear(lines, year_of(periods.values(), settings, Fraction(len(periods))))


def by_months(settings: Settings) -> Settings:
    """The same reading of a rule set where scores come by month, as sheets do: of cadres it is by quarter itself."""
    return replace(settings, period="month")


def periods_of(by_month: Mapping[int, Sequence[Sheet]]) -> dict[int, Period]:
    """Return the months as the rules take them. Months that were not scored yet are left out, and so missing."""
    found = {}
    for index, sheets in by_month.items():
        period = _period(index, sheets)
        if period is not None:
            found[index] = period
    return found


def _period(index: int, sheets: Sequence[Sheet]) -> Period | None:
    if all(sheet.leave for sheet in sheets):
        return Period(index, State.ABSENT)
    scored = [(sheet, exact_score(sheet.score_exact)) for sheet in sheets if not sheet.leave]
    known = [(sheet, score) for sheet, score in scored if score is not None]
    if not known:
        return None
    is_final = all(sheet.state == SheetState.CLOSED for sheet, _score in known)
    state = State.WORKED if is_final else State.PROVISIONAL
    if len(known) == 1:
        return Period(index, state, known[0][1])
    stays = tuple(Stay(str(sheet.unit_id), max(sheet.days, 1), score) for sheet, score in known)
    return Period(index, state, stays=stays)


def _score_of(period: Period | None, settings: Settings) -> str:
    if period is None or period.state is State.ABSENT:
        return ""
    return _shown(score_of_stays(period.stays, settings) if period.stays else period.score)


def _shown(value: Fraction | None) -> str:
    return shown(value) if value is not None else ""
