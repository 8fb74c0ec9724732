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
from sauro.targets.models import Ask, Settlement, Share, YearLine
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

    A year that somebody asks a value for may be set higher by the unit itself, never lower or empty, nor below what
    people settled on: that is for a decision with its reason (:mod:`sauro.targets.services.settling`). Raises
    ``Conflict`` then.
    """
    share = lock_share(actor, share_id, "keep")
    if (baseline is None) != (baseline_year is None):
        field = "baseline" if baseline is None else "baseline_year"
        raise DomainError("baseline-half", _("Năm gốc và số năm gốc phải ghi cả hai."), field=field)
    share.baseline_year, share.baseline = baseline_year, baseline
    share.save()
    lines = {line.year: line for line in share.lines.all()}
    floors = _floors(share)
    changes: dict[str, list[object]] = {}
    for entry in entries:
        line = lines.get(entry.year) or YearLine(share=share, year=entry.year)
        before = line.target
        _write(line, entry, share, floors.get(entry.year, []))
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


@dataclass(frozen=True, slots=True)
class _Floor:
    """A value below which a unit does not set a year by itself: asked for, or (None) what people settled on."""

    value: Decimal
    ask: Ask | None


def _floors(share: Share) -> dict[int, list[_Floor]]:
    found: dict[int, list[_Floor]] = {}
    for ask in Ask.objects.filter(share=share, state__in=(AskState.OPEN, AskState.ADOPTED)):
        found.setdefault(ask.year, []).append(_Floor(ask.value, ask))
    newest = Settlement.objects.filter(line__share=share).order_by("line_id", "-at", "-pk").distinct("line_id")
    for one in newest.select_related("line"):
        if one.is_weaker and one.after is not None:
            found.setdefault(one.line.year, []).append(_Floor(one.after, None))
    return found


def _write(line: YearLine, entry: PathEntry, share: Share, floors: Sequence[_Floor]) -> None:
    if not FIRST_YEAR <= entry.year <= LAST_YEAR:
        raise DomainError("year", _("Năm phải từ %(first)d đến %(last)d.") % {"first": FIRST_YEAR, "last": LAST_YEAR})
    field = f"target_{entry.year}"
    target = checked_target(share, entry.target, field=field)
    if target.value != line.target:
        _refuse_weaker(entry.year, target.value, share, floors, field)
        line.target_from = next((one.ask for one in floors if one.ask and one.value == target.value), None)
    line.target, line.target_numerator, line.target_denominator = target.value, target.numerator, target.denominator
    forecast = checked_target(share, entry.forecast, field=f"forecast_{entry.year}")
    line.forecast, line.forecast_numerator = forecast.value, forecast.numerator
    line.forecast_denominator = forecast.denominator
    line.save()


def _refuse_weaker(year: int, target: Decimal | None, share: Share, floors: Sequence[_Floor], field: str) -> None:
    direction = Direction(share.indicator.direction)
    for floor in floors:
        if target is not None and not rules.is_weaker(direction, floor.value, target):
            continue
        known = {"year": year, "value": written_number(floor.value)}
        words = (
            _("Năm %(year)d được giao %(value)s nên không ghi mức kém hơn. Được cho phép kém hơn, hoặc có văn bản cho "
              "mức khác, thì thống nhất giá trị ở trang chỉ tiêu, ghi lý do và ai cho phép.")
            if floor.ask
            else _("Năm %(year)d đã thống nhất theo %(value)s nên không ghi mức kém hơn. Muốn kém hơn nữa thì "
                   "thống nhất lại ở trang chỉ tiêu, ghi lý do và ai cho phép.")
        )  # fmt: skip
        raise Conflict("weaker-than-asked", words % known, field=field)
