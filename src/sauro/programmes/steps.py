"""The steps of approval: from which state to which, and who may take them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sauro.programmes.enums import ProgrammeState, Step

S = ProgrammeState


@dataclass(frozen=True, slots=True)
class StepRule:
    """``action`` is that of the policy; ``not_after`` are steps whose person must be somebody else."""

    sources: frozenset[ProgrammeState]
    target: ProgrammeState
    action: str
    not_after: frozenset[Step] = frozenset()
    needs_note: bool = False


STEPS: Mapping[Step, StepRule] = {
    Step.SUBMIT: StepRule(frozenset({S.DRAFT}), S.SUBMITTED, "write"),
    Step.APPRAISE: StepRule(frozenset({S.SUBMITTED}), S.APPRAISED, "appraise", frozenset({Step.SUBMIT})),
    Step.ADOPT: StepRule(frozenset({S.APPRAISED}), S.ADOPTED, "decide", frozenset({Step.SUBMIT, Step.APPRAISE})),
    Step.TO_COUNCIL: StepRule(frozenset({S.ADOPTED}), S.AT_COUNCIL, "appraise"),
    Step.ISSUE: StepRule(frozenset({S.ADOPTED, S.AT_COUNCIL}), S.ISSUED, "decide"),
    Step.RETURN: StepRule(
        frozenset({S.SUBMITTED, S.APPRAISED, S.ADOPTED, S.AT_COUNCIL}), S.DRAFT, "appraise", needs_note=True
    ),
}
"""Proposer, appraiser and decider are different people. Replacing is a consequence of issuing another one."""


def steps_from(state: str) -> list[Step]:
    """Return the steps that lead on from a state, the way back last."""
    return [step for step, rule in STEPS.items() if state in rule.sources]
