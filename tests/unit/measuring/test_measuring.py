"""Targets measured from the records: counted, released, refused, and recorded with what they rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.factories.careers import make_standard
from tests.factories.headcounts import counted, stated
from tests.factories.organizations import ALWAYS, make_unit
from tests.factories.targets import HOUSES, POOR, make_share
from tests.factories.workforce import make_post
from tests.personas import World

from sauro.access.actor import Actor
from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.audit.models import AuditEvent
from sauro.careers.models import Standard
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed
from sauro.headcounts.catalogue import FIGURES as REPORTED
from sauro.headcounts.selectors.places import scope_for
from sauro.headcounts.selectors.report import Share as ShareOf
from sauro.headcounts.selectors.report import report_of
from sauro.headcounts.services.releases import release_figures
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.measuring.enums import FIGURES, Measure
from sauro.measuring.selectors.measures import measured
from sauro.measuring.services.measuring import link_measure, take_over
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.targets.models import Share
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Fact

HEAD, RECORDER = "snv_head", "snv_servant"


@pytest.fixture
def share(world: World) -> Share:
    """An indicator of the department of home affairs, measured by digital training."""
    made = make_share(world, POOR, persona=HEAD, unit="snv")
    link_measure(actor=world.actor(HEAD), share_id=made.pk, measure=Measure.DIGITAL)
    for letter, number in (("a", 3), ("b", 2)):
        for at in range(number):
            one = counted(world.units[f"ubnd_{letter}"], make_post())
            if at == 0:
                stated(one, FactKind.TRAINING, "digital")
    return made


def release_of_others(world: World) -> None:
    """Let the Party's and the Front's figures be released to the State's readers by a person."""
    for domain in (Domain.PARTY, Domain.FRONT):
        Grant.objects.create(
            user=world.users["party_clerk"], role=Role.PERSONNEL, unit=world.units["province"], include_subtree=True,
            domain=domain, valid=ALWAYS, basis="Dữ liệu thử",
        )  # fmt: skip
    territory = world.units["ubnd_a"].territory
    front = make_unit(
        "XA.MTTQ", "Ủy ban MTTQ xã A Thử", kind=UnitKind.FRONT, level=UnitLevel.COMMUNE, domain=Domain.FRONT,
        parent=territory, territory=territory,
    )  # fmt: skip
    for _number in range(9):
        counted(world.units["du_a"], make_post("TUV", "Chuyên viên Đảng"))
        counted(front, make_post("MT", "Chuyên viên Mặt trận"))
    for domain in (Domain.PARTY, Domain.FRONT):
        release_figures(actor=world.actor("party_clerk"), domain=domain, day=today(), readers=[Domain.STATE])


def test_a_figure_of_three_domains_waits_for_what_others_release(world: World, share: Share) -> None:
    actor = world.actor(RECORDER)
    found = measured(actor, share, Measure.DIGITAL, today())
    assert not found.is_whole and "Đảng" in found.missing and "Mặt trận" in found.missing
    with pytest.raises(DomainError) as refusal:
        take_over(actor=actor, share_id=share.pk, day=today())
    assert refusal.value.code == "not-whole" and not share.actuals.exists()
    release_of_others(world)
    actual = take_over(actor=world.actor(RECORDER), share_id=share.pk, day=today())
    assert (actual.numerator, actual.denominator) == (2, 23)
    assert actual.value == Decimal("8.695652")
    assert f"{today():%d/%m/%Y}" in actual.basis and "/nhan-su/so-lieu/?khoi=state" in actual.link
    assert actual.note.count("số chuyển giao") == 2
    assert AuditEvent.objects.filter(code="targets.actual.recorded").exists()


def test_only_whoever_sees_the_whole_branch_may_take_it_over(world: World, share: Share) -> None:
    with pytest.raises(NotAllowed):
        measured(world.actor(HEAD), share, Measure.DIGITAL, today())
    with pytest.raises(NotAllowed):
        take_over(actor=world.actor(HEAD), share_id=share.pk, day=today())


def test_a_link_is_for_ratios_and_can_end(world: World, share: Share) -> None:
    houses = make_share(world, HOUSES, persona=HEAD, unit="snv")
    with pytest.raises(DomainError) as refusal:
        link_measure(actor=world.actor(HEAD), share_id=houses.pk, measure=Measure.WELL)
    assert refusal.value.code == "not-a-ratio"
    with pytest.raises(DomainError):
        link_measure(actor=world.actor(HEAD), share_id=share.pk, measure="khac")
    with pytest.raises(NotAllowed):
        link_measure(actor=world.actor(RECORDER), share_id=share.pk, measure="")
    assert link_measure(actor=world.actor(HEAD), share_id=share.pk, measure="") is None
    with pytest.raises(DomainError) as refusal:
        take_over(actor=world.actor(RECORDER), share_id=share.pk, day=today())
    assert refusal.value.code == "not-linked"


def test_what_lies_ahead_and_what_a_domain_has_not_is_said(world: World, share: Share) -> None:
    actor = world.actor(RECORDER)
    with pytest.raises(DomainError):
        measured(actor, share, Measure.DIGITAL, today() + dt.timedelta(days=1))
    assert measured(actor, share, Measure.STANDING_POSTGRADUATE, today()).missing
    theory = measured(actor, share, Measure.THEORY, today())
    assert theory.missing and not theory.is_whole


def test_the_theory_standard_is_measured_on_any_day_and_across_domains_by_release(world: World, share: Share) -> None:
    since = dt.date(2026, 6, 1)
    for code in ("CV", "TUV"):
        make_standard(make_post(code, code), theory="intermediate", valid=(since, None))
    link_measure(actor=world.actor(HEAD), share_id=share.pk, measure=Measure.THEORY)
    lacking = Fact.objects.filter(kind=FactKind.THEORY, dossier__domain=Domain.STATE).first()
    assert lacking is not None
    Fact.objects.filter(pk=lacking.pk).update(value="elementary", level=FACTS[FactKind.THEORY].level_of("elementary"))
    release_of_others(world)
    actor = world.actor(RECORDER)
    found = measured(actor, share, Measure.THEORY, today())
    # Five of the State, one of whom lacks it, and nine of the Party; posts of the Front have no standard.
    assert found.numerator == 13 and found.denominator == 14 and found.is_whole
    assert "chuẩn lý luận chính trị" in found.above and len(found.sources) == 2
    before = measured(actor, share, Measure.THEORY, since - dt.timedelta(days=1))
    assert before.missing and not before.is_whole
    own = {one.domain: (one.numerator, one.denominator) for one in _shares(actor, since)}
    assert own[Domain.STATE] == (4, 5)
    standard = Standard.objects.get(post__code="CV")
    standard.valid = (today(), None)
    standard.save()
    assert {one.domain: one.denominator for one in _shares(actor, since)}[Domain.STATE] == 0
    assert measured(actor, share, Measure.THEORY, today()).denominator == 14


def _shares(actor: Actor, day: dt.date) -> Sequence[ShareOf]:
    report = report_of(actor, scope_for(actor, Domain.STATE, day), snapshot_of(Domain.STATE, day))
    line = report.line("everyone.standard")
    assert line is not None and line.unknown is None
    return line.shares


def test_every_measure_is_a_figure_of_the_report() -> None:
    assert set(FIGURES) == set(Measure) and set(FIGURES.values()) <= set(REPORTED)
