"""From what is stored of a sheet to what the pure rules take, and back. No decision is made here."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from sauro.appraisals.enums import ClaimAbout, ClaimState, Duty, OwnLine
from sauro.appraisals.models import Sheet, SheetItem
from sauro.appraisals.rules.criteria import general_points, limits_of
from sauro.appraisals.rules.figures import exact
from sauro.appraisals.rules.instruments import RULE_SETS, Subject, rule_set_for
from sauro.appraisals.rules.leadership import Conflict, Leader, Subordinate, UnitResult
from sauro.appraisals.rules.options import Settings, settings_for
from sauro.appraisals.rules.scoring import score_period, staff_score
from sauro.appraisals.rules.tasks import Exemption, Kind, Sums, Task
from sauro.plans.months import last_day_of


@dataclass(frozen=True, slots=True)
class Below:
    """Somebody a leader answers for: the path of their unit and the score of the same month."""

    name: str
    path: str
    score: Fraction | None


def stored_settings(
    subject: str, month: dt.date, given: Mapping[str, object], *, is_regulated: bool
) -> dict[str, object]:
    """Return the settings a sheet keeps: the instrument in force at the end of the month, and what the body laid down.

    Raises RuleError where no instrument is in force or a setting cannot be.
    """
    rules = rule_set_for(Subject(subject), last_day_of(month), unit_has_regulation=is_regulated)
    settings_for(rules, given)
    return {"rules": rules.code, "given": dict(given)}


@lru_cache(maxsize=512)
def _settings(text: str) -> Settings:
    held = json.loads(text)
    return settings_for(RULE_SETS[held["rules"]], held["given"])


def settings_of(stored: Mapping[str, object]) -> Settings:
    """Return the settings a sheet was made under."""
    return _settings(json.dumps(stored, sort_keys=True))


@lru_cache(maxsize=4096)
def _general(points: str, stored: str) -> Fraction:
    return general_points(_exact(json.loads(points)), _settings(stored))


def _exact(points: Mapping[str, str]) -> dict[str, Fraction]:
    return {code: exact(text, code) for code, text in points.items()}


def general_of(points: Mapping[str, str], stored: Mapping[str, object]) -> Fraction | None:
    """Return the points of the general criteria; None while they are not all given."""
    if not points:
        return None
    return _general(json.dumps(points, sort_keys=True), json.dumps(stored, sort_keys=True))


def checked_points(points: Mapping[str, str], settings: Settings) -> dict[str, str]:
    """Return points as they are stored, after the checks of the rules. Raises RuleError."""
    general_points(_exact(points), settings)
    return {code: points[code] for code in limits_of(settings)}


def points_that_count(sheet: Sheet) -> Mapping[str, str]:
    """Return the head's points once there are any, the person's own before; none of a month not worked at all."""
    held: Mapping[str, str] = {} if sheet.leave else sheet.points or sheet.own_points
    return held


class Judged(Protocol):
    """What a head says of somebody, beside points. A :class:`Sheet` is one."""

    @property
    def duty(self) -> str: ...
    @property
    def initiative(self) -> str: ...
    @property
    def prolonged(self) -> str: ...
    @property
    def conflict(self) -> str: ...


class Summed(Judged, Protocol):
    """What is judged, with its sums, its settings and the points that count, both as JSON."""

    @property
    def sums(self) -> Sums: ...
    @property
    def settings(self) -> str: ...
    @property
    def points(self) -> str: ...


def leader_of(one: Judged, below: Sequence[Below], field_paths: Sequence[str], *, complete: bool) -> Leader | None:
    """Return what the terms of a leader are judged by; None for staff.

    A deputy answers for the units named; each of the people there is then in a field of that name.
    """
    if one.duty == Duty.STAFF:
        return None

    def field(path: str) -> str:
        return next((known for known in field_paths if path.startswith(known)), "")

    is_deputy = one.duty == Duty.DEPUTY and bool(field_paths)
    place = field_paths[0] if is_deputy else ""
    return Leader(
        role="deputy" if is_deputy else "head",
        fields=frozenset(field_paths),
        subordinates=tuple(Subordinate(person.name, person.score, field(person.path)) for person in below),
        results=(UnitResult(complete, bool(one.initiative), bool(one.prolonged), place),),
        conflicts=(Conflict(bool(one.conflict), place),),
    )


def score_of(one: Summed, leader: Leader | None) -> Fraction | None:
    """Score sums; None while general criteria are missing or nothing was assigned."""
    if one.points == "{}":
        return None
    general, settings = _general(one.points, one.settings), _settings(one.settings)
    if leader is None:
        return staff_score(one.sums, general, settings)
    return score_period(one.sums, general, leader, settings).score


def tasks_of(items: Iterable[SheetItem], names: Mapping[object, str]) -> list[Task]:
    """Return the lines of a sheet as the rules take them, for the trace. ``names`` maps an item to its code.

    What enters no sum (stopped, done before, excused, refused, not converted) is left out, as the sums do.
    """
    return [
        Task(
            id=names[item.pk],
            units=item.units,
            kind=Kind(item.kind),
            done=item.is_done,
            given_back=item.given_back,
            failures=item.failures,
            late=item.late,
            exemption=_exemption(item),
            pending=item.is_pending,
        )
        for item in items
        if enters(item)
    ]


def enters(item: SheetItem) -> bool:
    """Tell whether a line enters the sums. The condition of :mod:`sauro.appraisals.services.sums` in Python."""
    return (
        item.is_counted
        and not item.is_excused
        and item.own not in (OwnLine.PROPOSED, OwnLine.REFUSED)
        and item.units > 0
    )


def _exemption(item: SheetItem) -> Exemption:
    approvers = {
        claim.decided_by_name
        for claim in item.claims.all()
        if claim.state == ClaimState.GRANTED and claim.about != ClaimAbout.WHOLE
    }
    return Exemption(item.exempt_failures, item.exempt_late, "; ".join(sorted(approvers)))


def exact_score(text: str) -> Fraction | None:
    """Return a stored score."""
    return Fraction(text) if text else None
