"""What one domain tells another: numbers a person released, in versions, without anybody who could be made out."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.headcounts import counted, stated
from tests.factories.organizations import ALWAYS
from tests.factories.workforce import known, make_post
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.audit.models import AuditEvent
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed
from sauro.headcounts import events
from sauro.headcounts.models import ReleasedCount
from sauro.headcounts.releasing import released_counts
from sauro.headcounts.selectors.places import scope_for
from sauro.headcounts.selectors.report import Line, Report, report_of
from sauro.headcounts.services.releases import release_figures
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.workforce.enums import FactKind, Sex

DAY = dt.date(2026, 6, 30)


def _grant(world: World, persona: str, role: Role, domain: Domain) -> None:
    Grant.objects.create(
        user=world.users[persona], role=role, unit=world.units["province"], include_subtree=True, domain=domain,
        valid=ALWAYS, basis="Dữ liệu thử",
    )  # fmt: skip


@pytest.fixture
def party(world: World) -> World:
    """Twelve Party people in two communes, of whom six are members of a committee; eight State people."""
    _grant(world, "party_clerk", Role.PERSONNEL, Domain.PARTY)
    _grant(world, "inspector", Role.INSPECTOR, Domain.STATE)
    post = make_post("TUV", "Chuyên viên Đảng")
    for letter in "ab":
        for number in range(6):
            one = counted(world.units[f"du_{letter}"], post, sex=Sex.MALE if number else Sex.FEMALE)
            if number % 2:
                stated(one, FactKind.PARTY_POST, "member" if number > 1 else "secretary")
    for number in range(8):
        counted(world.units["ubnd_a"], make_post(), ethnicity="Khmer" if number < 2 else "Kinh")
    return world


def _report(world: World, persona: str, domain: Domain = Domain.STATE) -> Report:
    actor = world.actor(persona)
    scope = scope_for(actor, domain, DAY)
    return report_of(actor, scope, snapshot_of(domain, DAY))


def _line(report: Report, code: str) -> Line:
    line = report.line(code)
    assert line is not None
    return line


def test_the_other_domain_counts_only_what_was_released(party: World) -> None:
    before = _line(_report(party, "snv_servant"), "officials.female")
    assert (before.numerator, before.denominator, before.missing) == (8, 8, [Domain.PARTY, Domain.FRONT])
    release_figures(
        actor=party.actor("party_clerk"), domain=Domain.PARTY, day=DAY, readers=[Domain.STATE], note="Theo nghị quyết"
    )
    report = _report(party, "snv_servant")
    female, secretaries = _line(report, "officials.female"), _line(report, "secretary.within")
    assert [share.numerator for share in female.shares] == [8, 2]
    assert (female.numerator, female.denominator) == (10, 20)
    # Of the communes, one woman in each, no number is told; that none is of a minority is.
    told = dict(ReleasedCount.objects.filter(territory=party.units["commune_a"]).values_list("code", "number"))
    assert (told["officials"], told["officials.female"], told["officials.minority"]) == (6, None, 0)
    assert [share.denominator for share in female.shares] == [8, 12]
    assert (secretaries.numerator, secretaries.denominator) == (2, 2)
    assert _line(report, "committee.young").numerator == 6
    counted(party.units["du_a"], make_post("TUV"), sex=Sex.FEMALE)
    assert _line(_report(party, "snv_servant"), "officials.female").shares[1].denominator == 12
    # The Party's own readers were not named.
    assert not _report(party, "party_clerk", Domain.PARTY).given


def test_versions_stand_beside_each_other_and_the_act_is_on_record(party: World) -> None:
    actor = party.actor("party_clerk")
    first = release_figures(actor=actor, domain=Domain.PARTY, day=DAY, readers=[Domain.STATE])
    second = release_figures(actor=actor, domain=Domain.PARTY, day=DAY, readers=[Domain.STATE, Domain.PARTY])
    assert (first.version, second.version) == (1, 2)
    assert ReleasedCount.objects.filter(release=first).exists()
    event = AuditEvent.objects.filter(code=events.RELEASED.code).latest("sequence")
    assert (event.actor_name, event.domain) == (actor.name, Domain.PARTY)


def test_no_query_of_the_state_reads_the_partys_lines(party: World) -> None:
    release_figures(actor=party.actor("party_clerk"), domain=Domain.PARTY, day=DAY, readers=[Domain.STATE])
    actor = party.actor("snv_servant")
    scope = scope_for(actor, Domain.STATE, DAY)
    kept, other = snapshot_of(Domain.STATE, DAY), snapshot_of(Domain.PARTY, DAY)
    with CaptureQueriesContext(connection) as captured:
        report_of(actor, scope, kept)
    sql = [query["sql"] for query in captured]
    assert [one for one in sql if str(kept.pk) in one or kept.pk.hex in one]
    assert not [one for one in sql if str(other.pk) in one or other.pk.hex in one]
    assert not [one for one in sql if "headcounts_released" in one and "headcounts_line" in one]


def test_who_may_not_open_sensitive_facts_reads_what_was_released(party: World) -> None:
    assert _line(_report(party, "snv_servant"), "officials.minority").shares[0].numerator == 2
    assert _line(_report(party, "inspector"), "officials.minority").shares == []
    release_figures(
        actor=party.actor("snv_servant"), domain=Domain.STATE, day=DAY, readers=[Domain.STATE, Domain.PARTY]
    )
    assert _line(_report(party, "inspector"), "officials.minority").is_withheld
    for number in range(8):
        counted(party.units["ubnd_b"], make_post(), ethnicity="Hoa" if number < 6 else "Kinh")
    assert _line(_report(party, "snv_servant"), "officials.minority").shares[0].numerator == 8
    release_figures(actor=party.actor("snv_servant"), domain=Domain.STATE, day=DAY, readers=[Domain.STATE])
    found = _line(_report(party, "inspector"), "officials.minority").shares[0]
    assert (found.numerator, found.denominator) == (8, 16)


def test_releasing_is_refused(party: World) -> None:
    for persona, domain in (("snv_servant", Domain.PARTY), ("inspector", Domain.STATE), ("office_a", Domain.STATE)):
        with pytest.raises(NotAllowed):
            release_figures(actor=party.actor(persona), domain=domain, day=DAY, readers=[Domain.STATE])
    actor = party.actor("party_clerk")
    with pytest.raises(DomainError) as nobody:
        release_figures(actor=actor, domain=Domain.PARTY, day=DAY, readers=[])
    assert nobody.value.code == "no-reader"
    with pytest.raises(DomainError) as nothing:
        release_figures(actor=actor, domain=Domain.PARTY, day=dt.date(2020, 1, 1), readers=[Domain.STATE])
    assert nothing.value.code == "nothing-to-release"


def test_the_published_figures_of_a_province_are_released_whole() -> None:
    """102 communes with the committees of the resolution: totals are told, small communes are not."""
    communes = {}
    for number in range(102):
        minority, women, young = (1 if number < 94 else 0), 8 if number < 56 else 7, 7 if number < 89 else 6
        communes[f"x{number}"] = {
            "committee": 29, "committee.known_ethnicity": 29, "committee.minority": minority,
            "committee.female": women, "committee.young": young, "standing": 10, "standing.known_ethnicity": 10,
            "standing.minority": 1 if number < 25 else 0, "standing.female": 2, "standing.young": 1,
            "secretary": 1, "secretary.female": 1 if number < 16 else 0, "deputy": 2,
            "deputy.female": 1 if number < 47 else 0,
        }  # fmt: skip
    found = released_counts(communes, str(Domain.PARTY))
    whole = found[None]
    assert (whole["committee.minority"], whole["standing.minority"]) == (94, 25)
    assert (whole["secretary.female"], whole["deputy.female"], whole["key.female"]) == (16, 47, 63)
    assert found["x0"]["committee.minority"] is None
    assert found["x0"]["committee.female"] == 8
    assert "standing.minority" not in found["x0"]


def test_a_committee_member_without_a_post_is_counted(world: World) -> None:
    one = known(world.units["du_a"], "Người Thử Cấp Ủy")
    stated(one, FactKind.PARTY_POST, "deputy")
    _grant(world, "party_clerk", Role.PERSONNEL, Domain.PARTY)
    report = _report(world, "party_clerk", Domain.PARTY)
    assert _line(report, "officials.female").denominator == 0
    assert _line(report, "deputy.female").denominator == 1
    assert _line(report, "standing.female").shares[0].numerator == 1
    # No number of members is laid down: nobody is missing, and nobody stands above it.
    assert _line(report, "standing.within").denominator == 0
