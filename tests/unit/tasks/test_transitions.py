"""The table of steps, and the page of the docs that prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sauro.common.errors import Conflict
from sauro.tasks.enums import AssignmentState
from sauro.tasks.policies import assignment_policy
from sauro.tasks.transitions import TRANSITIONS, Step, check_step, steps_from

DOCS = Path(__file__).resolve().parents[3] / "docs" / "domain" / "life-of-an-assignment.md"


def test_table_knows_every_step_and_only_existing_policy_actions() -> None:
    assert set(TRANSITIONS) == set(Step)
    assert {transition.action for transition in TRANSITIONS.values()} <= set(assignment_policy.actions)


@pytest.mark.parametrize("state", [AssignmentState.CONFIRMED, AssignmentState.STOPPED])
def test_closed_assignment_allows_no_step(state: AssignmentState) -> None:
    assert steps_from(state) == []


@pytest.mark.parametrize("step", list(Step))
def test_every_state_outside_the_sources_is_refused(step: Step) -> None:
    for state in AssignmentState:
        if state in TRANSITIONS[step].sources:
            assert check_step(step, state, reason="có lý do").target in AssignmentState
        else:
            with pytest.raises(Conflict) as refused:
                check_step(step, state, reason="có lý do")
            assert refused.value.code == "step-not-allowed"


@pytest.mark.parametrize("step", [step for step, transition in TRANSITIONS.items() if transition.needs_reason])
def test_blank_reason_is_refused_where_one_is_needed(step: Step) -> None:
    source = next(iter(TRANSITIONS[step].sources))
    with pytest.raises(Conflict) as refused:
        check_step(step, source, reason="   ")
    assert (refused.value.code, refused.value.field) == ("reason-needed", "reason")


def test_docs_print_the_table_as_it_is() -> None:
    rows = [
        [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]
        for line in DOCS.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    printed = {row[0]: (frozenset(row[1].replace("`", "").split(", ")), row[2], row[3]) for row in rows}
    actual = {
        str(step): (frozenset(map(str, transition.sources)), str(transition.target), transition.action)
        for step, transition in TRANSITIONS.items()
    }
    assert printed == actual
