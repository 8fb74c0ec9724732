"""The path of a share: where it sets out, what each year has to reach, what is expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError
from sauro.targets import events, rules
from sauro.targets.enums import AskState
from sauro.targets.models import Ask, Share, YearLine
from sauro.targets.rules import AddUp, Amount, Direction
from sauro.targets.services.locking import lock_share
from sauro.targets.services.standings import refresh
from sauro.tasks.figures import written_number

FIRST_YEAR, LAST_YEAR = 2020, 2050


@dataclass(frozen=True, slots=True)
class PathEntry:
    """What is planned for a year. ``forecast`` is what the unit expects at its end."""

    year: int
    target: Amount = rules.NOTHING
    forecast: Amount = rules.NOTHING


@transaction.atomic
def set_path(
    *,
    actor: Actor,
    share_id: UUID,
    baseline_year: int | None,
    baseline: Decimal | None,
    entries: Sequence[PathEntry],
) -> Share:
    """Write the baseline and the years given; other years stay.

    A year that somebody asks a value for may be set higher by the unit itself, never lower or empty: that is for a
    decision with its reason (:func:`sauro.targets.services.settling.settle`). Raises ``Conflict`` then.
    """
    share = lock_share(actor, share_id, "keep")
    if (baseline is None) != (baseline_year is None):
        field = "baseline" if baseline is None else "baseline_year"
        raise DomainError("baseline-half", _("Năm gốc và số năm gốc phải ghi cả hai."), field=field)
    share.baseline_year, share.baseline = baseline_year, baseline
    share.save()
    lines = {line.year: line for line in share.lines.all()}
    asked = _asked(share)
    changes: dict[str, list[object]] = {}
    for entry in entries:
        line = lines.get(entry.year) or YearLine(share=share, year=entry.year)
        before = line.target
        _write(line, entry, share, asked.get(entry.year, []))
        if before != line.target:
            changes[str(entry.year)] = [str(before or ""), str(line.target or "")]
    refresh(share)
    record_event(actor=actor, event=events.PATH_SET, obj=share, changes=changes)
    return share


def checked_target(share: Share, target: Amount, *, field: str) -> Amount:
    """Return a target or forecast with its value worked out; refuse parts that do not give the value beside them."""
    if share.indicator.rule != AddUp.RATIO:
        return Amount(target.value)
    whole = rules.share(target.numerator, target.denominator, per=share.indicator.per)
    if target.value is None or whole.value is None:
        return Amount(target.value if target.value is not None else whole.value, target.numerator, target.denominator)
    if abs(whole.value - target.value) > _TOLERANCE:
        raise DomainError(
            "ratio-differs",
            _("Tử số trên mẫu số cho ra %(worked)s, khác %(typed)s. Hãy kiểm tra lại.")
            % {"worked": written_number(round(whole.value, 2)), "typed": written_number(target.value)},
            field=field,
        )
    return target


_TOLERANCE = Decimal("0.05")
"""A share is printed with one decimal."""


def forecast_of(line: YearLine) -> Amount:
    """Return what is expected for a year, to be written again as it stands."""
    return Amount(line.forecast, line.forecast_numerator, line.forecast_denominator)


def _asked(share: Share) -> dict[int, list[Ask]]:
    found: dict[int, list[Ask]] = {}
    for ask in Ask.objects.filter(share=share, state__in=(AskState.OPEN, AskState.ADOPTED)):
        found.setdefault(ask.year, []).append(ask)
    return found


def _write(line: YearLine, entry: PathEntry, share: Share, asked: Sequence[Ask]) -> None:
    if not FIRST_YEAR <= entry.year <= LAST_YEAR:
        raise DomainError("year", _("Năm phải từ %(first)d đến %(last)d.") % {"first": FIRST_YEAR, "last": LAST_YEAR})
    field = f"target_{entry.year}"
    target = checked_target(share, entry.target, field=field)
    if target.value != line.target:
        _refuse_weaker(target.value, share, asked, field)
        line.target_from = next((ask for ask in asked if ask.value == target.value), None)
    line.target, line.target_numerator, line.target_denominator = target.value, target.numerator, target.denominator
    forecast = checked_target(share, entry.forecast, field=f"forecast_{entry.year}")
    line.forecast, line.forecast_numerator = forecast.value, forecast.numerator
    line.forecast_denominator = forecast.denominator
    line.save()


def _refuse_weaker(target: Decimal | None, share: Share, asked: Sequence[Ask], field: str) -> None:
    direction = Direction(share.indicator.direction)
    for ask in asked:
        if target is None or rules.is_weaker(direction, ask.value, target):
            raise Conflict(
                "weaker-than-asked",
                _(
                    "Năm %(year)d được giao %(value)s nên không ghi thấp hơn. Có văn bản cho mức khác thì đưa giá trị "
                    "đó vào danh mục, rồi thống nhất giá trị và ghi lý do."
                )
                % {"year": ask.year, "value": written_number(ask.value)},
                field=field,
            )
