"""Binding a printed name to a unit: what it changes, how far it may reach."""

from __future__ import annotations

import unicodedata

import pytest
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.enums import BindingScope
from sauro.documents.models import Document, NameBinding
from sauro.tasks.models import Obligation
from sauro.tasks.services import review
from sauro.tasks.unit_names import is_group_name, is_relative_name


@pytest.fixture
def document(world: World) -> Document:
    tasks = [
        TaskSpec("Sở Tài Chánh lập dự toán.", leads=("Sở Tài Chánh",)),
        TaskSpec("Văn phòng phối hợp với Sở Tài Chánh.", coordinators=("Sở Tài Chánh",)),
        TaskSpec("Thuế tỉnh báo cáo.", leads=("Thuế tỉnh",)),
    ]
    return make_document(world.units["ubnd"], DocumentSpec([*tasks]))


def units_of(document: Document) -> list[str | None]:
    rows = document.obligations.order_by("start")
    return [body.unit.code if body.unit else None for row in rows for body in row.bodies.all()]


def test_every_body_of_that_name_resolves_and_versions_grow(world: World, document: Document) -> None:
    binding, changed = review.bind_name(
        actor=world.actor("clerk"),
        document_id=document.pk,
        name=unicodedata.normalize("NFD", "sở tài chánh"),
        unit_id=world.units["stc"].pk,
    )
    assert units_of(document) == ["T.STC", "T.STC", None]
    assert [row.version for row in document.obligations.order_by("start")] == [2, 2, 1]
    assert len(changed) == 2
    assert (binding.scope, binding.document, binding.name) == (BindingScope.DOCUMENT, document, "sở tài chánh")
    event = AuditEvent.objects.order_by("-sequence")[0]
    assert (event.code, event.object_id) == ("tasks.review.name_bound", document.pk)


def test_second_binding_of_the_same_name_replaces_the_first(world: World, document: Document) -> None:
    for unit in ("snv", "stc"):
        review.bind_name(
            actor=world.actor("clerk"), document_id=document.pk, name="Thuế tỉnh", unit_id=world.units[unit].pk
        )
    assert NameBinding.objects.get().unit == world.units["stc"]
    assert units_of(document)[2] == "T.STC"


def test_what_was_sent_keeps_its_unit(world: World, document: Document) -> None:
    first = document.obligations.order_by("start")[0]
    Obligation.objects.filter(pk=first.pk).update(sent_at=now())
    review.bind_name(
        actor=world.actor("clerk"), document_id=document.pk, name="Sở Tài Chánh", unit_id=world.units["stc"].pk
    )
    assert units_of(document) == [None, "T.STC", None]


def test_scope_of_issuer_and_province_belong_to_no_document(world: World, document: Document) -> None:
    for scope in (BindingScope.ISSUER, BindingScope.PROVINCE):
        review.bind_name(
            actor=world.actor("clerk"),
            document_id=document.pk,
            name="Thuế tỉnh",
            unit_id=world.units["stc"].pk,
            scope=scope,
        )
    found = {row.scope: (row.document_id, row.issuer_key) for row in NameBinding.objects.all()}
    assert found == {"issuer": (None, "uy ban nhan dan tinh lac giang"), "province": (None, "")}


def test_relative_name_stays_in_its_document(world: World, document: Document) -> None:
    with pytest.raises(DomainError) as refused:
        review.bind_name(
            actor=world.actor("clerk"),
            document_id=document.pk,
            name="UBND xã",
            unit_id=world.units["ubnd_a"].pk,
            scope=BindingScope.ISSUER,
        )
    assert refused.value.field == "scope"
    assert not NameBinding.objects.exists()


def test_office_of_a_commune_may_not_bind_for_the_province(world: World) -> None:
    task = TaskSpec("Phòng Kinh Tế lập danh sách.", leads=("Phòng Kinh Tế",))
    document = make_document(world.units["ubnd_a"], DocumentSpec([task]))
    with pytest.raises(NotAllowed):
        review.bind_name(
            actor=world.actor("office_a"),
            document_id=document.pk,
            name="Phòng Kinh Tế",
            unit_id=world.units["pkt_a"].pk,
            scope=BindingScope.PROVINCE,
        )


def test_who_may_not_review_may_not_bind(world: World, document: Document) -> None:
    unit_id = world.units["stc"].pk
    for persona, error in (("inspector", NotAllowed), ("office_b", NotVisible)):
        with pytest.raises(error):
            review.bind_name(actor=world.actor(persona), document_id=document.pk, name="Thuế tỉnh", unit_id=unit_id)


@pytest.mark.parametrize("name", ["UBND xã", "ủy ban nhân dân cấp xã", "đơn vị mình", "các đơn vị nêu trên", "Sở"])
def test_relative_names(name: str) -> None:
    assert is_relative_name(name)
    assert is_relative_name(unicodedata.normalize("NFD", name))


@pytest.mark.parametrize("name", ["Sở Nội vụ", "UBND xã Rạch Mẫu", "Đảng ủy xã Vàm Lúa Mẫu", "UBND tỉnh"])
def test_names_that_mean_one_body(name: str) -> None:
    assert not is_relative_name(name)


def test_group_names() -> None:
    assert is_group_name("Các sở, ban, ngành tỉnh")
    assert is_group_name("UBND các xã, phường, đặc khu")
    assert not is_group_name("Sở Nội vụ")
