"""Marks of outcomes, and demands in words."""

from __future__ import annotations

import datetime as dt

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sauro.careers.enums import Condition, Locality, LocalRule, MoveState, Need, NominationState, Outcome, PlanningRule
from sauro.careers.models import Gap, Move, Nomination
from sauro.careers.rules.planning import PlanningFinding
from sauro.careers.selectors.locals import Progress
from sauro.common.clock import today
from sauro.ui.badges import Badge, Tone
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier

_TONES = {Outcome.MET: Tone.DONE, Outcome.LACKING: Tone.SOON, Outcome.UNKNOWN: Tone.IDLE}
_STATES = {
    MoveState.DRAFT: Tone.SOON, MoveState.DECIDED: Tone.ACTIVE, MoveState.ENDED: Tone.DONE, MoveState.DROPPED: Tone.IDLE
}  # fmt: skip
_NAMES = {
    NominationState.NOMINATED: Tone.SOON, NominationState.APPROVED: Tone.DONE, NominationState.REMOVED: Tone.IDLE
}  # fmt: skip
_PLACES = {Locality.OTHER: Tone.DONE, Locality.LOCAL: Tone.SOON, Locality.UNKNOWN: Tone.IDLE}
_LEVELS = {Need.EDUCATION: FactKind.EDUCATION, Need.THEORY: FactKind.THEORY}


def outcome_badge(outcome: str, due: dt.date | None) -> Badge:
    """Return how a demand stands; what is lacking after its last day is late."""
    if outcome == Outcome.LACKING and due is not None and due < today():
        return Badge(_("Chưa đạt, quá hạn"), Tone.LATE)
    return Badge(Outcome(outcome).label, _TONES[Outcome(outcome)])


def gap_badge(row: Gap) -> Badge:
    """Return how a demand of a list stands."""
    return outcome_badge(row.outcome, row.due_on)


def move_badge(move: Move) -> Badge:
    """Return how far a move is; one whose planned end has passed without an end on record is late."""
    if move.state == MoveState.DECIDED and move.last_day is not None and move.last_day < today():
        return Badge(_("Quá hạn, chưa ghi kết thúc"), Tone.LATE)
    state = MoveState(move.state)
    return Badge(state.label, _STATES[state])


def nomination_badge(row: Nomination) -> Badge:
    """Return how far a name in planning is."""
    state = NominationState(row.state)
    return Badge(state.label, _NAMES[state])


def locality_badge(row: Dossier) -> Badge:
    """Return whether whoever holds a closed post comes from there."""
    found = Locality(row.__dict__["locality"])
    return Badge(found.label, _PLACES[found])


def due_badge(one: Progress) -> Badge:
    """Return how far a closed post is: done when nobody local holds it and nobody's home is unknown."""
    if one.held == one.numbers[Locality.OTHER]:
        return Badge(_("Đạt"), Tone.DONE)
    is_late = one.rule == LocalRule.MUST and one.due_on is not None and one.due_on < today()
    if is_late and one.numbers[Locality.LOCAL]:
        return Badge(_("Quá hạn"), Tone.LATE)
    return Badge(_("Chưa xong"), Tone.SOON)


def level_words(need: str, level: str) -> str:
    """Return a level of a demand in words: that of education or theory by its name, of a competency by its number."""
    kind = _LEVELS.get(Need(need))
    if not level:
        return ""
    if kind is not None:
        return str(FACTS[kind].choices[int(level) - 1][1])
    if need == Need.COMPETENCY:
        return _("mức %(level)s") % {"level": level}
    return _("%(number)s tiết") % {"number": level} if need == Need.YEARLY_PERIODS else ""


def need_words(need: str, wanted: str, competency: str) -> str:
    """Return a demand in words: what is demanded and how much of it."""
    label, level = str(Need(need).label), level_words(need, wanted)
    if need == Need.COMPETENCY:
        return f"{competency}, {level}"
    if need in _LEVELS:
        return _("%(what)s từ %(level)s") % {"what": label, "level": level.lower()}
    return f"{label}: {level}" if level else label


def course_words(course: str, competencies: dict[str, str]) -> str:
    """Return what would close gaps in words. ``competencies`` maps codes to titles."""
    need, _colon, rest = course.partition(":")
    code, _colon, level = rest.rpartition(":")
    return need_words(need, level or rest, competencies.get(code, code))


_DAYS: dict[str, str | Promise] = {
    Condition.SECONDMENT_LENGTH: _lazy("muộn nhất %(day)s"),
    Condition.ROTATION_LENGTH: _lazy("sớm nhất %(day)s"),
    Condition.WORKING_TIME: _lazy("nghỉ hưu %(day)s"),
    Condition.RENEWABLE: _lazy("nghỉ hưu %(day)s"),
    Condition.RENEWED_UNTIL: _lazy("đúng đến %(day)s"),
}


def day_words(condition: str, day: dt.date | None) -> str:
    """Return the day that decides a condition of a move, in words; empty where none does."""
    if day is None or condition not in _DAYS:
        return ""
    return str(_DAYS[condition]) % {"day": date_format(day, "SHORT_DATE_FORMAT")}


_COMPARED: dict[str, str | Promise] = {
    PlanningRule.HIGHER: _lazy("đang giữ bậc %(number)s, chức danh này bậc %(limit)s"),
    PlanningRule.WORKING_TIME: _lazy("còn %(number)s tháng, cần từ %(limit)s"),
    PlanningRule.PER_POST: _lazy("%(number)s người, nhiều nhất %(limit)s"),
    PlanningRule.PER_PERSON: _lazy("%(number)s chức danh, nhiều nhất %(limit)s"),
}


def compared_words(one: PlanningFinding) -> str:
    """Return the two numbers that a rule of planning compares, in words; empty where one of them is missing."""
    if one.number is None or one.limit is None:
        return ""
    return str(_COMPARED[one.rule]) % {"number": one.number, "limit": one.limit}
