"""Papers are sealed with the key of the person; erasing takes two people and destroys the key for good."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from tests.factories.at_once import at_once
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.organizations import ALWAYS
from tests.factories.workforce import KEEPER, dossier_of
from tests.personas import World

from sauro.accounts.models import Grant
from sauro.accounts.roles import Role
from sauro.audit.models import AuditEvent
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.documents.quarantine import quarantined
from sauro.workforce.enums import ErasureState, FactKind, PaperKind
from sauro.workforce.models import Dossier, DossierPaper, Erasure, Identity
from sauro.workforce.selectors.erasing import remains
from sauro.workforce.services.dossiers import set_identity_number
from sauro.workforce.services.erasing import ask_erasure, confirm_erasure, take_back_erasure
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.looking import reveal_facts, reveal_number
from sauro.workforce.services.papers import Proves, add_paper, open_paper, withdraw_paper

__all__ = ["file_folder", "quarantine_folder"]

WORDS = "Giấy khám sức khỏe mẫu: đủ sức khỏe".encode()
BASIS = "Điều 14 Luật 91/2025/QH15"
SECOND = "snv_head"


@pytest.fixture(autouse=True)
def second_keeper(request: pytest.FixtureRequest) -> None:
    """Give the head of the department the right to keep records too: whoever confirms must be another person."""
    name = "committed_world" if "committed_world" in request.fixturenames else "world"
    world: World = request.getfixturevalue(name)
    Grant.objects.create(
        user=world.users[SECOND], role=Role.PERSONNEL, unit=world.units["province"], include_subtree=True,
        domain=Domain.STATE, valid=ALWAYS, basis="Dữ liệu thử",
    )  # fmt: skip


def _health(world: World, dossier: Dossier) -> Proves:
    content = Content(today(), detail="Đủ sức khỏe", place="Bệnh viện Mẫu")
    fact = record_fact(actor=world.actor(KEEPER), dossier_id=dossier.pk, kind=FactKind.HEALTH, content=content)
    return Proves(fact_id=fact.pk)


def _added(world: World, dossier: Dossier, kind: PaperKind, proves: Proves, name: str = "giấy.txt") -> DossierPaper:
    with quarantined([WORDS], name=name) as upload:
        return add_paper(actor=world.actor(KEEPER), dossier_id=dossier.pk, kind=kind, proves=proves, upload=upload)


@pytest.mark.django_db
def test_a_sensitive_paper_lies_sealed_and_is_opened_on_record(world: World) -> None:
    dossier = dossier_of(world, number="000000000011")
    paper = _added(world, dossier, PaperKind.HEALTH, _health(world, dossier))
    with default_storage.open(paper.file.storage_name) as stream:
        assert WORDS not in stream.read()
    with pytest.raises(DomainError) as unreasoned:
        open_paper(actor=world.actor(KEEPER), paper_id=paper.pk)
    assert unreasoned.value.code == "reason-needed"
    opened = open_paper(actor=world.actor(KEEPER), paper_id=paper.pk, reason="Xét bổ nhiệm")
    assert (opened.content, opened.file_name) == (WORDS, "giấy.txt")
    event = AuditEvent.objects.get(code="workforce.paper.opened")
    assert (event.object_id, event.reason, event.changes) == (
        dossier.pk, "Xét bổ nhiệm", {"kind": "health", "of": "health"},
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        open_paper(actor=world.actor("office_a"), paper_id=paper.pk, reason="Xem thử")
    with pytest.raises(NotVisible):
        open_paper(actor=world.actor("office_b"), paper_id=paper.pk, reason="Xem thử")
    withdraw_paper(actor=world.actor(KEEPER), paper_id=paper.pk, reason="Gắn nhầm người")
    with pytest.raises(Conflict):
        open_paper(actor=world.actor(KEEPER), paper_id=paper.pk, reason="Xét bổ nhiệm")


@pytest.mark.django_db
def test_a_paper_proves_what_its_dossier_holds(world: World) -> None:
    dossier, other = dossier_of(world), dossier_of(world, "Trần Văn Thử")
    for kind, proves, code in (
        (PaperKind.DEGREE, _health(world, other), "proved-unknown"),
        (PaperKind.HEALTH, Proves(), "kind-of-fact"),
        (PaperKind.DEGREE, _health(world, dossier), "kind-of-fact"),
    ):
        with pytest.raises(DomainError) as refused:
            _added(world, dossier, kind, proves)
        assert refused.value.code == code
    with pytest.raises(DomainError) as program:
        _added(world, dossier, PaperKind.OTHER, Proves(), "chay.exe")
    assert program.value.code == "program"
    assert not DossierPaper.objects.exists()


@pytest.mark.django_db
def test_erasing_takes_two_people_and_leaves_nothing_sealed_readable(world: World) -> None:
    dossier = dossier_of(world, number="000000000011")
    paper = _added(world, dossier, PaperKind.HEALTH, _health(world, dossier))
    first, second = world.actor(KEEPER), world.actor(SECOND)
    with pytest.raises(DomainError) as baseless:
        ask_erasure(actor=first, dossier_id=dossier.pk, basis=" ")
    assert baseless.value.code == "basis-needed"
    ask_erasure(actor=first, dossier_id=dossier.pk, basis=BASIS)
    with pytest.raises(Conflict):
        ask_erasure(actor=second, dossier_id=dossier.pk, basis=BASIS)
    with pytest.raises(NotAllowed):
        confirm_erasure(actor=first, dossier_id=dossier.pk)
    take_back_erasure(actor=second, dossier_id=dossier.pk)
    assert reveal_number(actor=first, dossier_id=dossier.pk, reason="Đối chiếu") == "000000000011"
    ask_erasure(actor=first, dossier_id=dossier.pk, basis=BASIS)
    done = confirm_erasure(actor=second, dossier_id=dossier.pk)
    assert (done.state, done.asked_by_name, done.settled_by_name) == (ErasureState.DONE, first.name, second.name)
    held = Identity.objects.get(person=dossier.person)
    assert (held.wrapped_key, held.number_sealed, held.number_index) == (None, None, None)
    told = remains(dossier)
    assert (told.has_key, told.has_number, told.papers, [number for _label, number in told.sealed]) == (
        False, False, 1, [1],
    )  # fmt: skip
    for act in (
        lambda: reveal_facts(actor=first, dossier_id=dossier.pk, kind=FactKind.HEALTH, reason="Xem"),
        lambda: open_paper(actor=first, paper_id=paper.pk, reason="Xem"),
        lambda: set_identity_number(actor=first, dossier_id=dossier.pk, number="000000000012", reason="Ghi lại"),
        lambda: record_fact(
            actor=first, dossier_id=dossier.pk, kind=FactKind.RELIGION, content=Content(today(), detail="Không")
        ),
        lambda: _added(world, dossier, PaperKind.OTHER, Proves()),
    ):
        with pytest.raises(Conflict) as gone:
            act()
        assert gone.value.code == "key-destroyed"
    with pytest.raises(Conflict) as again:
        ask_erasure(actor=first, dossier_id=dossier.pk, basis=BASIS)
    assert again.value.code == "erased-already"
    assert AuditEvent.objects.filter(code="workforce.erasure.done", object_id=dossier.pk).count() == 1
    assert dossier_of(world, "Lê Thị Ví Dụ", number="000000000011").code != dossier.code


def test_confirming_and_taking_back_at_once_settle_once(committed_world: World) -> None:
    world = committed_world
    dossier = dossier_of(world, number="000000000011")
    ask_erasure(actor=world.actor(KEEPER), dossier_id=dossier.pk, basis=BASIS)
    outcome = at_once(
        lambda: confirm_erasure(actor=world.actor(SECOND), dossier_id=dossier.pk),
        lambda: take_back_erasure(actor=world.actor(KEEPER), dossier_id=dossier.pk),
    )
    assert outcome == ["not-open", "ok"]
    is_done = Erasure.objects.get().state == ErasureState.DONE
    assert Identity.objects.filter(wrapped_key__isnull=True).exists() is is_done


def test_a_fact_sealed_at_once_with_erasing_is_lost_or_refused(committed_world: World) -> None:
    world = committed_world
    dossier = dossier_of(world, number="000000000011")
    ask_erasure(actor=world.actor(KEEPER), dossier_id=dossier.pk, basis=BASIS)
    outcome = at_once(
        lambda: confirm_erasure(actor=world.actor(SECOND), dossier_id=dossier.pk), lambda: _health(world, dossier)
    )
    assert outcome in (["key-destroyed", "ok"], ["ok", "ok"])
    with pytest.raises(DomainError):
        reveal_facts(actor=world.actor(KEEPER), dossier_id=dossier.pk, kind=FactKind.HEALTH, reason="Xem")


@pytest.mark.django_db
def test_an_identity_number_is_corrected_with_its_history(world: World) -> None:
    dossier, other = dossier_of(world, number="000000000011"), dossier_of(world, "Trần Văn Thử", number="000000000012")
    place_of_other = other.code
    for number, reason, code in (
        ("000000000011", "Sửa", "nothing-changed"), ("000000000012", "Sửa", "number-taken"),
        ("12345", "Sửa", "number-wrong"), ("000000000013", " ", "reason-needed"),
    ):  # fmt: skip
        with pytest.raises(DomainError) as refused:
            set_identity_number(actor=world.actor(KEEPER), dossier_id=dossier.pk, number=number, reason=reason)
        assert refused.value.code == code
        assert (place_of_other in refused.value.message) is (code == "number-taken")
    set_identity_number(actor=world.actor(KEEPER), dossier_id=dossier.pk, number="000 000 000 013", reason="Ghi nhầm")
    assert reveal_number(actor=world.actor(KEEPER), dossier_id=dossier.pk, reason="Đối chiếu") == "000000000013"
    event = AuditEvent.objects.get(code="workforce.dossier.numbered")
    assert (event.reason, event.changes) == ("Ghi nhầm", {"is_first": False})
    history = Identity.pgh_event_model.objects.filter(number_sealed__isnull=False)  # type: ignore[attr-defined]  # added by the decorator
    assert history.filter(person_id=dossier.person_id).values("number_sealed").distinct().count() == 2


def test_two_dossiers_get_one_number_at_once(committed_world: World) -> None:
    world = committed_world
    dossiers = [dossier_of(world), dossier_of(world, "Trần Văn Thử")]
    outcome = at_once(
        *(
            lambda one=one: set_identity_number(
                actor=world.actor(KEEPER), dossier_id=one.pk, number="000000000011", reason="Bổ sung"
            )
            for one in dossiers
        )
    )
    assert outcome == ["number-taken", "ok"]
