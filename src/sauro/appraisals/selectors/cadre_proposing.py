"""What the rules propose for a cadre: quarters from the sheets of their months, longer periods from their quarters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from sauro.appraisals.enums import Appraised, CadreFact, CadrePeriod, Duty, SheetState, TermState
from sauro.appraisals.models import PeriodReview, Sheet, SheetItem
from sauro.appraisals.rules.months import mean, year_of
from sauro.appraisals.rules.people import (
    BASIC_TARGETS,
    HUNDRED,
    Conclusion,
    Discipline,
    Finding,
    LedUnit,
    Record,
    Work,
    rate_cadre,
)
from sauro.appraisals.rules.proposals import Proposal
from sauro.appraisals.rulings import enters, exact_score, settings_of
from sauro.appraisals.selectors.own_year import by_months, periods_of
from sauro.common.domains import Domain

QUARTERS = (CadrePeriod.Q1, CadrePeriod.Q2, CadrePeriod.Q3, CadrePeriod.Q4)
QUARTERS_OF = {CadrePeriod.H1: QUARTERS[:2], CadrePeriod.H2: QUARTERS[2:], CadrePeriod.YEAR: QUARTERS}
MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class CadreScore:
    """The score of a period: ``parts`` months or quarters have one, of the ``expected``. ``work`` is from the sheets.

    ``settings`` are as stored; ``duty`` and the group of like duties are those of the latest sheet.
    """

    score: Fraction | None
    parts: int
    is_provisional: bool
    work: Work
    settings: dict[str, Any]
    duty: str
    like_group: str


def months_of(period: CadrePeriod) -> range:
    """Return the months of a period."""
    quarters = QUARTERS_OF.get(period, (period,))
    first = QUARTERS.index(quarters[0])
    return range(first * MONTHS_OF_QUARTER + 1, (first + len(quarters)) * MONTHS_OF_QUARTER + 1)


def score_of_period(appointment_id: UUID, year: int, period: CadrePeriod) -> CadreScore | None:
    """Return the score of a cadre for a period; None while the Party's side has no sheet of them in it."""
    sheets = _sheets(appointment_id, year, period)
    if not sheets:
        return None
    last = sheets[-1]
    if period in QUARTERS:
        score, parts, provisional = _of_quarter(sheets, period)
    else:
        score, parts, provisional = _of_quarters(appointment_id, year, period)
    work = _work([one.pk for one in sheets])
    return CadreScore(score, parts, provisional, work, last.settings, last.duty, last.like_group)


def propose(one: PeriodReview) -> Proposal | None:
    """Return what the rules say of what is stored (QĐ 366-QĐ/TW Điều 11); None without a score."""
    score = exact_score(one.score_exact)
    if score is None:
        return None
    facts = set(one.facts)
    settings = settings_of(one.settings)
    return rate_cadre(_record(one, score, facts), stored_work(one), _led(facts), settings)


def stored_work(one: PeriodReview) -> Work:
    """Return the shares of work as the rules take them."""
    return Work(
        done=Fraction(one.done, 100),
        on_time=Fraction(one.on_time, 100),
        late=Fraction(one.late, 100),
        beyond=HUNDRED if CadreFact.BEYOND in one.facts else Fraction(0),
        defects_fixed=CadreFact.DEFECTS_FIXED in one.facts,
    )


def _sheets(appointment_id: UUID, year: int, period: CadrePeriod) -> list[Sheet]:
    rows = Sheet.objects.filter(
        appointment=appointment_id, domain=Domain.PARTY, subject=Appraised.CADRE,
        month__year=year, month__month__in=months_of(period),
    )  # fmt: skip
    return list(rows.order_by("month", "pk"))


def _of_quarter(sheets: Sequence[Sheet], period: CadrePeriod) -> tuple[Fraction | None, int, bool]:
    by_month: dict[int, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        by_month[sheet.month.month].append(sheet)
    periods = periods_of(by_month)
    year = year_of(periods.values(), by_months(settings_of(sheets[-1].settings)))
    is_open = any(not sheet.leave and sheet.state != SheetState.CLOSED for sheet in sheets)
    is_short = len(periods) < MONTHS_OF_QUARTER
    return year.quarters[QUARTERS.index(period)], year.counted, is_open or is_short


def _of_quarters(appointment_id: UUID, year: int, period: CadrePeriod) -> tuple[Fraction | None, int, bool]:
    wanted = QUARTERS_OF[period]
    rows = PeriodReview.objects.filter(
        appointment=appointment_id, year=year, period__in=wanted, state=TermState.DECIDED, domain=Domain.PARTY
    ).exclude(score_exact="")
    scores = [Fraction(text) for text in rows.order_by("period").values_list("score_exact", flat=True)]
    return mean(scores), len(scores), len(scores) < len(wanted)


def _work(sheets: Collection[UUID]) -> Work:
    items = [item for item in SheetItem.objects.filter(sheet__in=sheets) if enters(item)]
    late = [item for item in items if item.late > item.exempt_late]
    done = [item for item in items if item.is_done]
    on_time = [item for item in done if item not in late]

    def share(some: Sequence[SheetItem]) -> Fraction:
        return Fraction(100 * len(some), len(items)) if items else Fraction(0)

    return Work(share(done), share(on_time), share(late), beyond=Fraction(0), defects_fixed=False)


def _record(one: PeriodReview, score: Fraction, facts: Collection[str]) -> Record:
    conclusions = tuple(Conclusion(finding) for finding in Finding if finding.value in facts)
    disciplines = (Discipline("", one.year, "duty"),) if CadreFact.DISCIPLINE in facts else ()
    return Record(
        year=one.year, score=score, leader=one.duty != Duty.STAFF, conclusions=conclusions, disciplines=disciplines
    )


def _led(facts: Collection[str]) -> LedUnit:
    """What the authorities found, as the extreme of each measure: only whether a limit was passed is recorded."""
    targets = frozenset(str(number) for number in range(BASIC_TARGETS)) if CadreFact.TARGETS in facts else frozenset()
    return LedUnit(
        done=Fraction(0) if CadreFact.UNIT_UNDER_70 in facts else HUNDRED,
        sub_units_failed=HUNDRED if CadreFact.SUB_UNITS_FAILED in facts else Fraction(0),
        low_confidence=HUNDRED if CadreFact.LOW_CONFIDENCE in facts else Fraction(0),
        targets_failed=targets,
    )
