"""Dossiers: who may be one, what is sealed, what was known when."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest
from tests.factories.workforce import BORN, KEEPER, allot, dossier_of, place
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.workforce.enums import FactKind, Sex
from sauro.workforce.fields import FACTS, PARTICULARS, Sensitivity
from sauro.workforce.models import Dossier, Fact, Identity, Particulars
from sauro.workforce.selectors.as_of import opened_as_of, people_as_of
from sauro.workforce.selectors.people import get_page
from sauro.workforce.services.facts import Content, record_fact, withdraw_fact
from sauro.workforce.services.looking import reveal_facts, reveal_number
from sauro.workforce.services.own import confirm_own
from sauro.workforce.services.particulars import Stated, record_particulars

NUMBER = "091188000123"
SINCE = dt.date(2024, 1, 1)


def test_fields_are_declared_once_for_every_column() -> None:
    columns = {one.attname for one in Particulars._meta.concrete_fields}
    assert {field.code for field in PARTICULARS} <= columns
    assert set(FACTS) == set(FactKind.values)
    sealed = {kind for kind, spec in FACTS.items() if spec.sensitivity == Sensitivity.SENSITIVE}
    assert sealed == {"ethnicity", "religion", "health", "discipline", "party_joined"}


@pytest.mark.parametrize(
    ("born", "code"), [(today() + dt.timedelta(days=1), "birth-in-future"), (dt.date(1901, 1, 1), "birth-odd")],
    ids=["future", "too old"],
)  # fmt: skip
def test_birth_dates_that_cannot_be_are_refused(world: World, born: dt.date, code: str) -> None:
    dossier = dossier_of(world)
    with pytest.raises(DomainError) as refused:
        record_particulars(
            actor=world.actor(KEEPER), dossier_id=dossier.pk, stated=Stated(Sex.FEMALE, born), since=today()
        )
    assert (refused.value.code, refused.value.field) == (code, "birth_date")


def test_an_identity_number_is_nobody_elses(world: World) -> None:
    first = dossier_of(world, unicodedata.normalize("NFD", "Nguyễn Thị Mẫu"), number="091 188 000 123")
    assert first.person.full_name == "Nguyễn Thị Mẫu"
    with pytest.raises(Conflict) as seen:
        dossier_of(world, "Trần Văn Thử", number=NUMBER)
    assert first.code in seen.value.message
    assert Dossier.objects.count() == 1
    held = Identity.objects.get(person=first.person)
    assert NUMBER.encode() not in bytes(held.number_sealed) + bytes(held.number_index)
    with pytest.raises(DomainError) as wrong:
        dossier_of(world, "Trần Văn Thử", number="12345")
    assert wrong.value.code == "number-wrong"


def test_nothing_is_overwritten_and_both_times_are_read(world: World) -> None:
    actor, dossier = world.actor(KEEPER), dossier_of(world)
    stated = Stated(Sex.FEMALE, BORN, home_town="Lạc Giang")
    record_particulars(
        actor=actor, dossier_id=dossier.pk, stated=replace(stated, residence="Xã A Thử"), since=dt.date(2026, 5, 1)
    )
    before = now()
    with pytest.raises(DomainError) as unsaid:
        record_particulars(actor=actor, dossier_id=dossier.pk, stated=stated, since=dt.date(2026, 5, 1))
    assert unsaid.value.code == "reason-needed"
    record_particulars(
        actor=actor, dossier_id=dossier.pk, stated=replace(stated, residence="Xã B Thử"), since=dt.date(2026, 5, 1),
        reason="Ghi nhầm xã",
    )  # fmt: skip
    rows, day = Particulars.objects.filter(dossier=dossier), dt.date(2026, 6, 1)
    assert rows.as_of(day).get().residence == "Xã B Thử"
    assert rows.as_of(day, known_at=before).get().residence == "Xã A Thử"
    assert rows.as_of(dt.date(2026, 4, 30)).get().residence == ""
    assert rows.count() == 3


def test_single_facts_follow_each_other_and_wrong_ones_are_withdrawn(world: World) -> None:
    actor, dossier = world.actor(KEEPER), dossier_of(world)
    for year, value in ((2020, "officer"), (2024, "specialist")):
        content = Content(dt.date(year, 1, 1), value)
        fact = record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.RANK, content=content)
    ranks = Fact.objects.filter(dossier=dossier, kind=FactKind.RANK)
    assert ranks.as_of(dt.date(2023, 12, 31)).get().value == "officer"
    assert ranks.as_of(today()).get().value == "specialist"
    with pytest.raises(Conflict):
        record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.RANK, content=Content(SINCE, "principal"))
    withdraw_fact(actor=actor, fact_id=fact.pk, reason="Nhầm người")
    group = next(one for one in get_page(actor, dossier.pk, today()).groups if one.spec.kind == FactKind.RANK)
    assert (group.now, {one.value for one in group.others}) == ([], {"officer", "specialist"})
    with pytest.raises(DomainError) as unknown:
        record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.EDUCATION, content=Content(SINCE, "la-gi"))
    assert unknown.value.code == "value-unknown"


def test_sensitive_facts_are_sealed_and_opened_on_record(world: World) -> None:
    actor, dossier = world.actor(KEEPER), dossier_of(world, number=NUMBER)
    content = Content(BORN, detail="Khmer")
    fact = record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.ETHNICITY, content=content)
    assert (fact.value, fact.detail, fact.place) == ("", "", "")
    assert b"Khmer" not in bytes(fact.sealed)
    opened = reveal_facts(actor=actor, dossier_id=dossier.pk, kind=FactKind.ETHNICITY, reason="Lập báo cáo cơ cấu")
    assert [held["detail"] for _fact, held in opened] == ["Khmer"]
    assert reveal_number(actor=actor, dossier_id=dossier.pk, reason="Đối chiếu") == NUMBER
    shown = AuditEvent.objects.filter(code="workforce.dossier.revealed").order_by("sequence")
    assert [(one.changes, one.reason) for one in shown] == [
        ({"field": "ethnicity"}, "Lập báo cáo cơ cấu"), ({"field": "identity_number"}, "Đối chiếu"),
    ]  # fmt: skip
    with pytest.raises(DomainError) as silent:
        reveal_facts(actor=actor, dossier_id=dossier.pk, kind=FactKind.ETHNICITY, reason=" ")
    assert silent.value.code == "reason-needed"
    with pytest.raises(NotVisible):
        reveal_number(actor=world.actor("office_b"), dossier_id=dossier.pk, reason="Tò mò")
    Dossier.objects.filter(pk=dossier.pk).update(unit=world.units["ubnd"])
    with pytest.raises(NotAllowed):
        reveal_facts(actor=world.actor("chair"), dossier_id=dossier.pk, kind=FactKind.ETHNICITY, reason="Xem")


def test_without_the_key_nothing_opens(world: World) -> None:
    actor, dossier = world.actor(KEEPER), dossier_of(world, number=NUMBER)
    Identity.objects.filter(person=dossier.person).update(wrapped_key=None)
    with pytest.raises(Conflict) as gone:
        reveal_number(actor=actor, dossier_id=dossier.pk, reason="Đối chiếu")
    assert gone.value.code == "key-destroyed"


def test_people_confirm_their_own_and_nobody_elses(world: World) -> None:
    dossier = dossier_of(world)
    Dossier.objects.filter(pk=dossier.pk).update(person=world.users["servant_a"].person)
    with pytest.raises(DomainError) as silent:
        confirm_own(actor=world.actor("servant_a"), dossier_id=dossier.pk, is_right=False)
    assert silent.value.code == "remark-needed"
    assert confirm_own(actor=world.actor("servant_a"), dossier_id=dossier.pk, is_right=True).is_right
    with pytest.raises(NotVisible):
        confirm_own(actor=world.actor(KEEPER), dossier_id=dossier.pk, is_right=True)


def test_figures_read_everybody_flat_as_of_a_day(world: World) -> None:
    actor, dossier = world.actor(KEEPER), dossier_of(world)
    allot(world, 1)
    place(world, dossier)
    for since, value in ((dt.date(2010, 7, 1), "university"), (dt.date(2026, 3, 1), "master")):
        record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.EDUCATION, content=Content(since, value))
    record_fact(actor=actor, dossier_id=dossier.pk, kind=FactKind.ETHNICITY, content=Content(BORN, detail="Hoa"))
    assert list(people_as_of(dt.date(2026, 1, 4), Domain.STATE)) == []
    (before,) = people_as_of(dt.date(2026, 2, 1), Domain.STATE)
    (after,) = people_as_of(dt.date(2026, 3, 1), Domain.STATE)
    assert (before.highest, after.highest) == ({"education": "university"}, {"education": "master"})
    assert (after.unit_id, after.post, after.sex, after.birth_date) == (world.units["ubnd_a"].pk, "CV", "female", BORN)
    assert list(people_as_of(dt.date(2026, 3, 1), Domain.PARTY)) == []
    opened = opened_as_of(FactKind.ETHNICITY, today(), [dossier.pk])
    assert opened[dossier.pk]["detail"] == "Hoa"
