"""Where a difficulty goes: the body the document names, the giver, the next level; and difficulties raised alone."""

from __future__ import annotations

import pytest
from tests.factories.assignments import make_assignment
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.common.errors import DomainError, NotVisible
from sauro.difficulties.enums import Route
from sauro.difficulties.policies import difficulty_policy
from sauro.difficulties.selectors.difficulties import units_that_may_raise, visible_difficulties
from sauro.difficulties.selectors.ways import ways_of
from sauro.difficulties.services.raising import Trouble, raise_alone, raise_difficulty
from sauro.documents.services.purging import propose_purge
from sauro.tasks.models import Assignment

CLOSING = "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các xã kịp thời phản ánh về Sở Nội vụ để tổng hợp."


def given(world: World, closing: str = CLOSING, unit: str = "ubnd_a") -> Assignment:
    spec = DocumentSpec(["THÔNG BÁO", TaskSpec("UBND xã A Thử rà soát trụ sở."), closing])
    obligation = make_document(world.units["ubnd"], spec).obligations.get()
    return make_assignment(world.units["ubnd"], world.units[unit], obligation=obligation, state="accepted")


def test_body_named_by_the_document_comes_first(world: World) -> None:
    row = given(world)
    first, second = ways_of(row)
    assert (first.unit, first.route, first.sentence) == (world.units["snv"], Route.NAMED, CLOSING)
    assert (second.unit, second.route) == (world.units["ubnd"], Route.GIVER)
    made = raise_difficulty(actor=world.actor("office_a"), assignment_id=row.pk, trouble=Trouble("Thiếu trụ sở"))
    assert (made.at_unit, made.route, made.route_text) == (world.units["snv"], Route.NAMED, CLOSING)
    assert visible_difficulties(world.actor("snv_head")).filter(pk=made.pk).exists()
    # Who gave the work sees what it waits for without answering it; a commune beside does not.
    head = world.actor("head")
    assert visible_difficulties(head).filter(pk=made.pk).exists()
    assert not difficulty_policy.can(head, "answer", made)
    assert not visible_difficulties(world.actor("office_b")).filter(pk=made.pk).exists()


def test_another_of_the_bodies_in_question_may_be_chosen_and_no_other(world: World) -> None:
    row, office = given(world), world.actor("office_a")
    unit = world.units["ubnd"]
    made = raise_difficulty(actor=office, assignment_id=row.pk, trouble=Trouble("Thiếu trụ sở"), to_unit_id=unit.pk)
    assert (made.at_unit, made.route, made.route_text) == (unit, Route.GIVER, "")
    with pytest.raises(DomainError) as refused:
        raise_difficulty(
            actor=office, assignment_id=row.pk, trouble=Trouble("Thiếu"), to_unit_id=world.units["ubnd_b"].pk
        )
    assert refused.value.field == "to_unit"


@pytest.mark.parametrize(
    "closing",
    [
        "Tháo gỡ khó khăn, vướng mắc cho doanh nghiệp trên địa bàn.",
        # Not in the register, of another domain, without accounts: nobody there would answer.
        "Nếu có vướng mắc thì phản ánh về Sở Dân tộc để tổng hợp.",
        "Nếu có vướng mắc thì phản ánh về Tỉnh ủy Lạc Giang để tổng hợp.",
        "Nếu có vướng mắc thì phản ánh về Sở Tài chính để tổng hợp.",
    ],
)
def test_without_a_body_that_answers_it_goes_to_the_giver(world: World, closing: str) -> None:
    assert [way.route for way in ways_of(given(world, closing))] == [Route.GIVER]


def test_document_closed_for_secrecy_is_not_read(world: World) -> None:
    row = given(world)
    assert row.obligation is not None
    propose_purge(actor=world.actor("head"), document_id=row.obligation.document_id, reason="Có nội dung bí mật")
    assert [way.route for way in ways_of(row)] == [Route.GIVER]


def test_work_that_crossed_goes_to_the_committee_above_in_its_own_domain(world: World) -> None:
    unit = world.units["du_a"]
    crossed = make_assignment(unit, unit, giver_text="Ủy ban nhân dân tỉnh", state="accepted")
    # The Party committee of the commune hangs under its territory; that of the province stands above it.
    assert [(way.unit, way.route) for way in ways_of(crossed)] == [(world.units["tu"], Route.ABOVE)]
    made = raise_difficulty(actor=world.actor("party_a"), assignment_id=crossed.pk, trouble=Trouble("Thiếu người"))
    assert made.at_unit == world.units["tu"]


def test_alone_it_goes_to_the_next_level_or_a_chosen_body_of_the_province(world: World) -> None:
    division = make_assignment(world.units["ubnd_a"], world.units["pkt_a"]).unit
    office = world.actor("office_a")
    trouble = Trouble("Thiếu biên chế địa chính", "Bổ sung 02 biên chế", "Nghị quyết 12/NQ-HĐND")
    made = raise_alone(
        actor=office, unit_id=world.units["ubnd_a"].pk, trouble=trouble, to_unit_id=world.units["snv"].pk
    )
    assert (made.at_unit, made.route, made.about) == (world.units["snv"], Route.CHOSEN, "Nghị quyết 12/NQ-HĐND")
    assert visible_difficulties(office).filter(pk=made.pk).exists()
    with pytest.raises(NotVisible):
        raise_alone(actor=office, unit_id=division.pk, trouble=trouble)
    for unit in ("ubnd_b", "tu", "province", "stc", "ubnd_a"):
        with pytest.raises(DomainError) as refused:
            raise_alone(
                actor=office, unit_id=world.units["ubnd_a"].pk, trouble=trouble, to_unit_id=world.units[unit].pk
            )
        assert refused.value.field == "to_unit"


def test_department_alone_goes_to_the_committee_above(world: World) -> None:
    made = raise_alone(actor=world.actor("snv_head"), unit_id=world.units["snv"].pk, trouble=Trouble("Thiếu trụ sở"))
    assert (made.at_unit, made.route, made.assignment) == (world.units["ubnd"], Route.ABOVE, None)


def test_only_who_works_for_a_unit_raises_in_its_name(world: World) -> None:
    may = {name for name in world.users if units_that_may_raise(world.actor(name))}
    assert may == {"head", "chair", "snv_head", "office_a", "office_b", "party_a"}
