"""Faults planted in true statements with figures are found, and the true statements are left alone."""

from __future__ import annotations

from tools.figure_faults import STATEMENTS, measured


def test_planted_faults_are_found_and_true_statements_left_alone() -> None:
    tallies = measured(count=12)
    assert set(tallies) == set(STATEMENTS)
    missed = {kind: tally for kind, tally in tallies.items() if tally.planted - tally.found > 1 or not tally.planted}
    assert missed == {}
    assert {kind: tally.alarms for kind, tally in tallies.items() if tally.alarms} == {}
