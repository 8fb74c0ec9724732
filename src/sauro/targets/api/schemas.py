"""Targets as the API shows and takes them. Numbers are exact decimals, written as strings."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

from sauro.api_kit import Text, Word
from sauro.targets.enums import AddUpChoice, AskKind, AskState, DirectionChoice, Operator, StandingChoice
from sauro.targets.models import Actual, Ask, Share, YearLine
from sauro.targets.rules import NOTHING, Amount
from sauro.targets.selectors.register import LineView, SharePage
from sauro.targets.services.lines import FIRST_YEAR, LAST_YEAR, PathEntry

Number = Annotated[Decimal, Field(max_digits=21, decimal_places=6)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


class AmountOut(Schema):
    """A figure; of a ratio with what it is worked out from, where that is known."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None


class TargetRow(Schema):
    """A year of the part of one unit, as the list shows it. ``standing`` is as of ``actual_on``."""

    share_id: UUID
    code: str
    name: str
    measure: str
    unit_id: UUID
    unit: str
    year: int
    target: Decimal | None
    actual: Decimal | None
    actual_on: dt.date | None
    progress: Decimal | None
    standing: StandingChoice
    is_contested: bool


class AskOut(Schema):
    """A value asked for by a document's sentence, or given by the unit above; ``reason`` is why it is not followed."""

    id: UUID
    kind: AskKind
    state: AskState
    operator: Operator
    value: Decimal
    source: str
    giver: str
    sentence: str
    reason: str


class YearOut(Schema):
    """A year of a share: what is to be reached, what is expected, what was reached, and who asks for what."""

    year: int
    target: AmountOut
    forecast: AmountOut
    actual: AmountOut
    actual_on: dt.date | None
    counted: int
    parts: int
    progress: Decimal | None
    standing: StandingChoice
    asks: list[AskOut]


class ActualOut(Schema):
    """A figure that was recorded, with its evidence; a cancelled one stays with the reason."""

    id: UUID
    as_of: dt.date
    amount: AmountOut
    basis: str
    link: str
    note: str
    recorded_by: str
    recorded_at: dt.datetime
    is_cancelled: bool
    cancel_reason: str


class TargetOut(Schema):
    """The part of one unit: its definition, its years and its figures, newest first."""

    id: UUID
    code: str
    name: str
    measure: str
    direction: DirectionChoice
    rule: AddUpChoice
    numerator_label: str
    denominator_label: str
    per: int
    unit_id: UUID
    unit: str
    given_by: str
    baseline_year: int | None
    baseline: Decimal | None
    years: list[YearOut]
    actuals: list[ActualOut]


class AmountIn(Schema):
    """A figure: of a ratio by numerator and denominator, of everything else by its value."""

    value: Number | None = None
    numerator: Number | None = None
    denominator: Number | None = None

    def to_amount(self) -> Amount:
        """Return it as the services take it."""
        return Amount(self.value, self.numerator, self.denominator)


class YearIn(Schema):
    """What a year has to reach and what is expected; an absent one is emptied."""

    year: Year
    target: AmountIn | None = None
    forecast: AmountIn | None = None

    def to_entry(self) -> PathEntry:
        """Return it as the services take it."""
        target, forecast = (one.to_amount() if one else NOTHING for one in (self.target, self.forecast))
        return PathEntry(self.year, target, forecast)


class PathIn(Schema):
    """Where the path sets out, and the years to write; other years stay."""

    baseline_year: Year | None = None
    baseline: Number | None = None
    years: list[YearIn] = Field(max_length=LAST_YEAR - FIRST_YEAR + 1)


class ActualIn(AmountIn):
    """What was reached by the end of ``as_of``, with one evidence at least: the number of a report, or a link."""

    as_of: dt.date
    basis: Word = ""
    link: Word = ""
    note: Text = ""


def target_row(line: YearLine) -> TargetRow:
    """Return a year of a share as the list shows it."""
    share = line.share
    return TargetRow(
        share_id=share.pk, code=share.indicator.code, name=share.indicator.name, measure=share.indicator.measure,
        unit_id=share.unit_id, unit=share.unit.name, year=line.year, target=line.target, actual=line.actual,
        actual_on=line.actual_on, progress=line.progress, standing=StandingChoice(line.standing),
        is_contested=line.is_contested,  # type: ignore[attr-defined]  # annotated by visible_lines
    )  # fmt: skip


def target_out(page: SharePage) -> TargetOut:
    """Return a share with everything its page shows to the caller."""
    share, indicator = page.share, page.share.indicator
    return TargetOut(
        id=share.pk, code=indicator.code, name=indicator.name, measure=indicator.measure,
        direction=DirectionChoice(indicator.direction), rule=AddUpChoice(indicator.rule),
        numerator_label=indicator.numerator_label, denominator_label=indicator.denominator_label, per=indicator.per,
        unit_id=share.unit_id, unit=share.unit.name, given_by=_giver(share), baseline_year=share.baseline_year,
        baseline=share.baseline, years=[_year(view) for view in page.lines],
        actuals=[_actual(one) for one in page.actuals],
    )  # fmt: skip


def _giver(share: Share) -> str:
    return share.parent.unit.name if share.parent else ""


def _year(view: LineView) -> YearOut:
    line = view.line
    return YearOut(
        year=line.year, target=_amount(line.target, line.target_numerator, line.target_denominator),
        forecast=_amount(line.forecast, line.forecast_numerator, line.forecast_denominator),
        actual=_amount(line.actual, line.actual_numerator, line.actual_denominator), actual_on=line.actual_on,
        counted=line.counted, parts=line.parts, progress=line.progress, standing=StandingChoice(line.standing),
        asks=[_ask(ask) for ask in view.asks],
    )  # fmt: skip


def _amount(value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None) -> AmountOut:
    return AmountOut(value=value, numerator=numerator, denominator=denominator)


def _ask(ask: Ask) -> AskOut:
    return AskOut(
        id=ask.pk, kind=AskKind(ask.kind), state=AskState(ask.state), operator=Operator(ask.operator), value=ask.value,
        source=ask.source_text, giver=ask.giver_unit.name if ask.giver_unit else "", sentence=ask.sentence,
        reason=ask.reason,
    )  # fmt: skip


def _actual(one: Actual) -> ActualOut:
    return ActualOut(
        id=one.pk, as_of=one.as_of, amount=_amount(one.value, one.numerator, one.denominator), basis=one.basis,
        link=one.link, note=one.note, recorded_by=one.recorded_by_name, recorded_at=one.recorded_at,
        is_cancelled=one.is_cancelled, cancel_reason=one.cancel_reason,
    )  # fmt: skip
