"""Faults of form planted in the samples are found."""

from __future__ import annotations

from tools.form_faults import FAULTS, measured


def test_every_planted_fault_of_form_has_its_place_and_is_found() -> None:
    counts = measured(count=4)
    assert set(counts) == set(FAULTS)
    assert {code for code, (_, planted) in counts.items() if not planted} == set()
    missed = {code: (found, planted) for code, (found, planted) in counts.items() if found < 0.95 * planted - 1}
    assert missed == {}
    found, planted = (sum(pair[at] for pair in counts.values()) for at in (0, 1))
    assert found >= 0.98 * planted
