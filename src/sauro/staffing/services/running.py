"""Asking for a scenario, and its calculation in the background."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import DomainError, NotAllowed
from sauro.jobs.queue import defer
from sauro.staffing import events
from sauro.staffing.enums import ScenarioState
from sauro.staffing.models import Calculation, ProposedMove, Scenario, Unplaced
from sauro.staffing.models.scenarios import MOST_WEIGHT
from sauro.staffing.policies import MANAGE, move_policy, scenario_policy
from sauro.staffing.selectors.gather import Gathered, day_is_sensible, gather, opening_key
from sauro.staffing.solver.errors import ProblemError
from sauro.staffing.solver.explain import bar_of, limits
from sauro.staffing.solver.keeping import packed
from sauro.staffing.solver.problem import Weights
from sauro.staffing.solver.proposal import Move, Proposal, propose
from sauro.workforce.policies import establishment_policy
from vanban.text.normalize import fold, nfc

RUN_JOB = "staffing.run"
LONGEST_MINUTES = range(10, 1441)
STAY_MONTHS = range(61)


@dataclass(frozen=True, slots=True)
class Question:
    """What a scenario asks. ``budget`` is thousand đồng a month, None without a bound."""

    name: str
    day: dt.date
    weights: Weights = field(default_factory=Weights)
    longest_minutes: int = 180
    budget: int | None = None
    consent_needed: bool = True
    stay_months: int = 0


@dataclass(frozen=True, slots=True)
class Settled:
    """What people settle of an earlier proposal: the person of the move takes that post, or ``stays``."""

    move_id: UUID
    stays: bool


@transaction.atomic
def ask_scenario(
    *, actor: Actor, unit_id: UUID, question: Question, after_id: UUID | None = None, settled: Settled | None = None
) -> Scenario:
    """Ask for a proposal of moves below a unit; it is calculated in the background.

    ``after_id`` names a scenario whose settled people stay settled, ``settled`` one person more.

    Raises 403 without the right over the whole branch, ``name-needed``, ``day-wrong``, ``weight-wrong``,
    ``minutes-wrong``, ``stay-wrong``, ``budget-wrong``.
    """
    unit = establishment_policy.get_visible(actor, unit_id)
    if not any(one.include_subtree and one.covers(unit.path, unit.domain) for one in actor.scopes(MANAGE)):
        raise NotAllowed("not-allowed", _("Bạn không quản lý biên chế của toàn nhánh đơn vị này."))
    name = " ".join(nfc(question.name).split())
    _check(name, question)
    fixed = dict(scenario_policy.get_visible(actor, after_id).fixed) if after_id else {}
    if settled is not None:
        move = move_policy.get_visible(actor, settled.move_id)
        fixed[str(move.dossier_id)] = None if settled.stays else opening_key(move.unit_id, move.post_id)
    scenario = Scenario.objects.create(
        name=name, unit=unit, domain=unit.domain, day=question.day, **asdict(question.weights),
        longest_minutes=question.longest_minutes, budget=question.budget, consent_needed=question.consent_needed,
        stay_months=question.stay_months, fixed=fixed, made_by_name=actor.name, search_key=fold(name)[:200],
    )  # fmt: skip
    Calculation.objects.create(scenario=scenario)
    record_event(actor=actor, event=events.SCENARIO_ASKED, obj=scenario, changes=asdict(question.weights))
    defer(RUN_JOB, scenario_id=str(scenario.pk))
    return scenario


def _check(name: str, question: Question) -> None:
    if not name:
        raise DomainError("name-needed", _("Hãy đặt tên phương án."), field="name")
    if not day_is_sensible(question.day, today()):
        raise DomainError("day-wrong", _("Ngày dự kiến phải từ hôm nay đến hai năm tới."), field="day")
    for goal, weight in asdict(question.weights).items():
        if not 0 <= weight <= MOST_WEIGHT:
            raise DomainError("weight-wrong", _("Trọng số phải từ 0 đến 10."), field=goal)
    if question.longest_minutes not in LONGEST_MINUTES:
        raise DomainError("minutes-wrong", _("Số phút phải từ 10 đến 1440."), field="longest_minutes")
    if question.stay_months not in STAY_MONTHS:
        raise DomainError("stay-wrong", _("Số tháng phải từ 0 đến 60."), field="stay_months")
    if question.budget is not None and question.budget < 0:
        raise DomainError("budget-wrong", _("Mức hỗ trợ không được âm."), field="budget")


_GATHERED, _SOLVED, _EXPLAINED = 20, 70, 90
"""How far a calculation is after its steps, in per cent."""


def run_scenario(*, scenario_id: UUID) -> None:
    """Calculate a scenario that waits for it. Bears to run twice: all is written at the end, in one transaction.

    Only how far it is is written before, so that the page can tell.
    """
    scenario = Scenario.objects.select_related("unit").filter(pk=scenario_id, state=ScenarioState.COMPUTING).first()
    if scenario is None:
        return
    try:
        gathered = gather(scenario)
    except ProblemError as error:
        _finish(scenario_id, state=ScenarioState.FAILED, failure=_in_words(error))
        return
    _note(scenario_id, _GATHERED)
    proposal = propose(gathered.problem)
    _note(scenario_id, _SOLVED)
    unplaced = list(_unplaced(scenario, gathered, proposal))
    _note(scenario_id, _EXPLAINED)
    with transaction.atomic():
        is_mine = _finish(
            scenario_id, state=ScenarioState.READY, points=proposal.points, bound=proposal.bound,
            limits=[asdict(line) for line in limits(proposal)], vacant=_vacant(gathered, proposal),
        )  # fmt: skip
        if is_mine:
            ProposedMove.objects.bulk_create([_row(scenario, gathered, proposal, move) for move in proposal.moves])
            Unplaced.objects.bulk_create(unplaced)
            Calculation.objects.update_or_create(
                scenario=scenario, defaults={"content": packed(proposal), "percent": 100}
            )


def _note(scenario_id: UUID, percent: int) -> None:
    Calculation.objects.filter(scenario=scenario_id).update(percent=percent)


@transaction.atomic
def _finish(scenario_id: UUID, **columns: object) -> bool:
    """Write the answer, unless another run was faster."""
    waiting = Scenario.objects.select_for_update(of=("self",)).filter(pk=scenario_id, state=ScenarioState.COMPUTING)
    scenario = waiting.first()
    if scenario is None:
        return False
    for name, value in columns.items():
        setattr(scenario, name, value)
    scenario.computed_at = now()
    scenario.save()
    return True


def _unplaced(scenario: Scenario, gathered: Gathered, proposal: Proposal) -> Iterator[Unplaced]:
    for mover in gathered.problem.movers:
        if mover.key not in proposal.move_of:
            dossier, unit = gathered.people[mover.key]
            bar, fields = bar_of(proposal, mover.key), ", ".join(sorted(mover.fields))
            yield Unplaced(scenario=scenario, dossier_id=dossier, from_unit_id=unit, field=fields[:200], bar=bar or "")


def _vacant(gathered: Gathered, proposal: Proposal) -> list[dict[str, str | int]]:
    """Return the posts left for recruitment, by unit and position."""
    named = ((gathered.openings[key], left) for key, left in proposal.left.items() if left)
    return [{"unit": str(unit), "post": str(post), "left": left} for (unit, post), left in named]


def _in_words(error: ProblemError) -> str:
    known = {
        "unknown-person": _("Một người đã cố định nay không còn trong diện có thể điều động, hoặc đã có dự thảo khác."),
        "unknown-opening": _("Vị trí đã cố định cho một người nay không còn trống."),
        "more-fixed-than-open": _("Số người đã cố định cho một vị trí nhiều hơn số chỗ trống."),
    }
    return known.get(error.code) or _("Dữ liệu mâu thuẫn: %(what)s.") % {"what": error}


def _row(scenario: Scenario, gathered: Gathered, proposal: Proposal, move: Move) -> ProposedMove:
    dossier, from_unit = gathered.people[move.person]
    unit, post = gathered.openings[move.opening]
    return ProposedMove(
        scenario=scenario, dossier_id=dossier, from_unit_id=from_unit, unit_id=unit, post_id=post, minutes=move.minutes,
        support=move.support, importance=move.terms.importance, distance=move.terms.distance,
        circumstances=move.terms.circumstances, support_points=move.terms.support, fairness=move.terms.fairness,
        candidates=proposal.candidates[move.opening],
    )  # fmt: skip
