"""Scenarios are calculated in the background; people decide on each move, and each says for themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.at_once import at_once
from tests.factories.staffing import answered, movable, needed, on_the_map, scenario_row, unplaced
from tests.factories.workforce import KEEPER, allotted, days, known, make_post, taken
from tests.personas import World

from sauro.access.actor import Actor
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.organizations.models import Appointment
from sauro.staffing.badges import unplaced_words
from sauro.staffing.enums import MoveState, ScenarioState
from sauro.staffing.models import Consent, ProposedMove, Scenario
from sauro.staffing.selectors.reasons import visible_unplaced
from sauro.staffing.selectors.scenarios import field_lines
from sauro.staffing.services.consenting import set_consent
from sauro.staffing.services.data import OnMap, save_need, save_place
from sauro.staffing.services.deciding import decide_move
from sauro.staffing.services.running import Question, Settled, ask_scenario, run_scenario
from sauro.staffing.solver.problem import Weights
from sauro.workforce.models import Tenure


def _decide(world: World, move: ProposedMove, outcome: MoveState, reason: str = "") -> ProposedMove:
    return decide_move(
        actor=world.actor(KEEPER), move_id=move.pk, seen=MoveState.PROPOSED, outcome=outcome, reason=reason
    )


def _one_move(world: World) -> ProposedMove:
    movable(world, "Nguyễn Thị Mẫu")
    needed(world, number=2)
    on_the_map(world)
    return answered(world).moves.get()


@pytest.mark.django_db
def test_the_answer_is_kept_and_a_second_run_changes_nothing(world: World) -> None:
    move = _one_move(world)
    scenario = move.scenario
    assert (scenario.state, scenario.points, scenario.bound) == (ScenarioState.READY, move.points, move.points)
    assert (move.unit, move.minutes > 0, move.candidates) == (world.units["ubnd_b"], True, 1)
    assert [(line["field"], line["posts"], line["left"]) for line in scenario.limits] == [("Chuyên viên", 2, 1)]
    run_scenario(scenario_id=scenario.pk)
    assert ProposedMove.objects.get().pk == move.pk


@pytest.mark.django_db
def test_without_consent_nobody_is_proposed(world: World) -> None:
    movable(world, "Nguyễn Thị Mẫu", consents=False)
    needed(world)
    on_the_map(world)
    asked = answered(world)
    assert not asked.moves.exists()
    assert asked.limits[0]["bars"] == {"consent": 1}
    assert answered(world, consent_needed=False).moves.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("name-needed", Question(" ", days(1))),
        ("day-wrong", Question("Thử", days(-1))),
        ("weight-wrong", Question("Thử", days(1), Weights(fairness=11))),
        ("minutes-wrong", Question("Thử", days(1), longest_minutes=0)),
        ("budget-wrong", Question("Thử", days(1), budget=-1)),
    ],
)
def test_a_wrong_question_is_refused(world: World, code: str, asked: Question) -> None:
    with pytest.raises(DomainError) as refused:
        ask_scenario(actor=world.actor(KEEPER), unit_id=world.units["province"].pk, question=asked)
    assert refused.value.code == code
    assert not Scenario.objects.exists()


@pytest.mark.django_db
def test_who_does_not_manage_the_branch_asks_nothing(world: World) -> None:
    with pytest.raises(NotAllowed):
        ask_scenario(actor=world.actor("office_a"), unit_id=world.units["ubnd_a"].pk, question=Question("Thử", days(1)))
    with pytest.raises(NotVisible):
        ask_scenario(actor=world.actor(KEEPER), unit_id=world.units["tu"].pk, question=Question("Thử", days(1)))


@pytest.mark.django_db
def test_confirming_makes_a_draft_and_appoints_nobody(world: World) -> None:
    move = _one_move(world)
    before = Tenure.objects.count(), Appointment.objects.count()
    with pytest.raises(DomainError) as unreasoned:
        _decide(world, move, MoveState.REFUSED)
    assert unreasoned.value.code == "reason-needed"
    assert _decide(world, move, MoveState.CONFIRMED).state == MoveState.CONFIRMED
    assert (Tenure.objects.count(), Appointment.objects.count()) == before
    with pytest.raises(Conflict) as late:
        _decide(world, move, MoveState.REFUSED, "Cần ở lại")
    assert late.value.code == "changed-meanwhile"


@pytest.mark.django_db
def test_whom_people_settle_stays_settled(world: World) -> None:
    move = _one_move(world)
    states = []
    after = move.scenario_id
    for stays in (True, False):
        made = ask_scenario(
            actor=world.actor(KEEPER), unit_id=world.units["province"].pk, question=Question("Thử", days(30)),
            after_id=after, settled=Settled(move.pk, stays=stays),
        )  # fmt: skip
        run_scenario(scenario_id=made.pk)
        states.append((made.fixed, made.moves.count()))
        after = made.pk
    person, post = str(move.dossier_id), f"{move.unit_id}:{move.post_id}"
    assert states == [({person: None}, 0), ({person: post}, 1)]
    world.units["ubnd_b"].needs.all().delete()
    gone = ask_scenario(
        actor=world.actor(KEEPER), unit_id=world.units["province"].pk, question=Question("Thử", days(30)),
        after_id=after,
    )  # fmt: skip
    run_scenario(scenario_id=gone.pk)
    gone.refresh_from_db()
    assert (gone.state, "không còn trống" in gone.failure) == (ScenarioState.FAILED, True)


@pytest.mark.django_db
def test_a_withdrawn_consent_stops_the_draft(world: World) -> None:
    move = _one_move(world)
    Consent.objects.update(withdrawn_at=move.scenario.made_at)
    with pytest.raises(Conflict) as refused:
        _decide(world, move, MoveState.CONFIRMED)
    assert refused.value.code == "consent-withdrawn"


@pytest.mark.django_db
def test_only_the_person_consents_and_withdraws(world: World) -> None:
    tenure = movable(world, "Nguyễn Thị Mẫu", consents=False)
    with pytest.raises(NotVisible):
        set_consent(actor=world.actor(KEEPER), dossier_id=tenure.dossier_id, consents=True)
    tenure.dossier.person = world.users["servant_a"].person
    tenure.dossier.save()
    person = world.actor("servant_a")
    for consents, standing in ((True, 1), (True, 1), (False, 0), (False, 0), (True, 1)):
        set_consent(actor=person, dossier_id=tenure.dossier_id, consents=consents)
        assert Consent.objects.filter(withdrawn_at__isnull=True).count() == standing
    assert Consent.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "on_map"),
    [("crossing_minutes", OnMap(10.0, 105.0, crossing_minutes=30)), ("latitude", OnMap(48.0, 105.0))],
)
def test_a_place_off_the_map_is_refused(world: World, field: str, on_map: OnMap) -> None:
    with pytest.raises(DomainError) as refused:
        save_place(actor=world.actor(KEEPER), unit_id=world.units["commune_a"].pk, on_map=on_map)
    assert refused.value.field == field


@pytest.mark.django_db
def test_a_need_of_nobody_is_taken_away(world: World) -> None:
    need = needed(world)
    save_need(actor=world.actor(KEEPER), unit_id=need.unit_id, post_id=need.post_id, number=0)
    assert not world.units["ubnd_b"].needs.exists()


def test_two_officers_at_once_decide_once(committed_world: World) -> None:
    world = committed_world
    move = _one_move(world)
    outcome = at_once(
        lambda: _decide(world, move, MoveState.CONFIRMED), lambda: _decide(world, move, MoveState.REFUSED, "Ở lại")
    )
    assert outcome == ["changed-meanwhile", "ok"]


def test_two_scenarios_at_once_draft_one_move_of_a_person(committed_world: World) -> None:
    world = committed_world
    first = _one_move(world)
    second = answered(world).moves.get()
    outcome = at_once(*(lambda move=move: _decide(world, move, MoveState.CONFIRMED) for move in (first, second)))
    assert outcome == ["ok", "person-drafted"]


@pytest.mark.django_db
def test_which_timed_bar_holds_is_told_to_those_alone_who_may_open_such_facts(world: World) -> None:
    held = taken(known(world.units["ubnd_a"], "Trần Văn Thử"), make_post(), allotted(world.units["ubnd_a"]))
    scenario = scenario_row(world.units["province"], "Quý I")
    scenario.limits = [{**scenario.limits[0], "bars": {"not-before": 1, "stay": 2}}]
    unplaced(scenario, held, bar="not-before")
    officer = world.actor(KEEPER)
    other = [tuple(rank for rank in one.ranks if rank[0] != "private_facts") for one in officer.grants]
    grants = tuple(replace(one, ranks=ranks) for one, ranks in zip(officer.grants, other, strict=True))
    blind = replace(officer, grants=grants)

    def told(actor: Actor) -> tuple[str, list[tuple[str, int]]]:
        return unplaced_words(visible_unplaced(actor).get()), list(field_lines(actor, scenario)[0].bars)

    by_day = [("còn trong thời gian phải ở lại", 2), ("chưa đến ngày được điều động", 1)]
    assert told(officer) == ("chưa đến ngày được điều động", by_day)
    assert told(blind) == ("chưa điều động được lúc này", [("chưa điều động được lúc này", 3)])
