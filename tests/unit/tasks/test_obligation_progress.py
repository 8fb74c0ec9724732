"""Where an obligation stands, over every set of assignments hypothesis can think of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import BodyRole, Progressing
from sauro.tasks.lights import Light
from sauro.tasks.obligation_progress import Strand, obligation_progress

strands = st.builds(
    Strand,
    role=st.sampled_from(BodyRole.values),
    state=st.sampled_from(State.values),
    progress=st.integers(min_value=0, max_value=100),
    light=st.sampled_from(Light.values),
)
several = st.lists(strands, max_size=8)


def lead(state: str, progress: int = 0, light: str = Light.BLUE) -> Strand:
    return Strand(BodyRole.LEAD, state, progress, light)


@given(several, st.randoms())
def test_order_means_nothing(every: list[Strand], random: object) -> None:
    shuffled = list(every)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert obligation_progress(shuffled) == obligation_progress(every)


@given(several, strands)
def test_coordinators_and_stopped_leads_change_nothing_once_a_lead_is_left(every: list[Strand], extra: Strand) -> None:
    before = obligation_progress(every)
    stopped = obligation_progress([*every, replace(extra, role=BodyRole.LEAD, state=State.STOPPED)])
    helped = obligation_progress([*every, replace(extra, role=BodyRole.COORDINATOR)])
    assert (helped.standing, helped.progress, helped.light) == (before.standing, before.progress, before.light)
    if before.leads:
        assert (stopped.standing, stopped.progress, stopped.light) == (before.standing, before.progress, before.light)


@given(several)
def test_done_means_that_every_lead_is_confirmed_and_green_never_hides_red(every: list[Strand]) -> None:
    found = obligation_progress(every)
    live = [one for one in every if one.role == BodyRole.LEAD and one.state != State.STOPPED]
    assert (found.standing == Progressing.DONE) == (bool(live) and all(one.state == State.CONFIRMED for one in live))
    assert found.leads_done <= found.leads
    assert found.coordinators_done <= found.coordinators
    if any(one.light == Light.RED for one in live):
        assert found.light == Light.RED


@given(several, st.data())
def test_progress_is_bounded_and_grows_with_that_of_a_lead(every: list[Strand], data: st.DataObject) -> None:
    before = obligation_progress(every)
    assert 0 <= before.progress <= 100
    if not every:
        return
    index = data.draw(st.integers(min_value=0, max_value=len(every) - 1))
    further = list(every)
    further[index] = replace(every[index], progress=data.draw(st.integers(every[index].progress, 100)))
    assert obligation_progress(further).progress >= before.progress


@pytest.mark.parametrize(
    ("leads", "standing"),
    [
        ([], Progressing.NOT_SENT),
        ([State.GIVEN, State.QUESTIONED], Progressing.GIVEN),
        ([State.GIVEN, State.CONFIRMED], Progressing.IN_PROGRESS),
        ([State.HANDED_IN, State.CONFIRMED], Progressing.WAITING),
        ([State.CONFIRMED, State.STOPPED], Progressing.DONE),
        ([State.STOPPED], Progressing.STOPPED),
        ([State.RETURNED], Progressing.IN_PROGRESS),
    ],
)
def test_examples_a_person_can_check(leads: list[str], standing: Progressing) -> None:
    assert obligation_progress(lead(state) for state in leads).standing == standing
