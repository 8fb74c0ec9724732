"""The living report over the synthetic province, held against part I of the resolution line by line."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.factories.folders import file_folder

from sauro.access.actor import Door, system_actor
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.demo.accounts import create_people
from sauro.demo.cast import demo_actors
from sauro.demo.chapters import play_preludes
from sauro.demo.province import PROVINCE, SINCE, demo_communes
from sauro.headcounts.demo import play_headcounts
from sauro.headcounts.selectors.places import scope_for
from sauro.headcounts.selectors.report import Report, report_of
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.organizations.services.set_up import set_up_units
from sauro.workforce.synthetic.published import PUBLISHED

__all__ = ["file_folder"]

SYSTEM = system_actor("test", door=Door.COMMAND)
_NOT_A_FIGURE = frozenset({"communes"})


def _report(username: str, domain: Domain, day: dt.date) -> Report:
    actor = demo_actors()[username]
    scope = scope_for(actor, domain, day)
    return report_of(actor, scope, snapshot_of(domain, day))


def _shown(report: Report, code: str) -> int | None:
    """Return the number of a count as the report shows it: above or below the line of the figure that has it."""
    group, _dot, trait = code.partition(".")
    for _part, lines in report.parts:
        for line in lines:
            if line.figure.numerator == code:
                return line.numerator
            if line.figure.denominator == code:
                return line.denominator
    filled = report.line(f"{group}.within")
    return filled.numerator if filled is not None and not trait else None


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.usefixtures("file_folder")
def test_the_joint_report_gives_the_resolution_line_by_line() -> None:
    set_up_units(actor=SYSTEM, province=PROVINCE, communes=demo_communes(), earlier=SINCE)
    create_people(actor=SYSTEM)
    play_preludes(SYSTEM, lambda _line: None)
    play_headcounts()
    report = _report("noivu.tinh", Domain.STATE, today())
    asked = [one for one in PUBLISHED if one.code not in _NOT_A_FIGURE]
    assert {one.code: _shown(report, one.code) for one in asked} == {one.code: one.number for one in asked}
    line = report.line("officials.within")
    assert line is not None and str(line.percent) == "65.8"
    assert {share.domain for share in line.shares} == set(Domain)
