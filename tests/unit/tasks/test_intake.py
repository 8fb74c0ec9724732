"""Taking a file in: everything or nothing, and nothing of what must not come in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from pytest_django.fixtures import Settings
from tests.factories.documents import DIRECTIVE, as_docx, take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.common.ids import new_id
from sauro.documents.models import Document, ExtractedText, Reading, Reference, StoredFile
from sauro.documents.quarantine import quarantined
from sauro.documents.services.registering import AlreadyTakenIn
from sauro.tasks.enums import BodyRole, DueOrigin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.services.intake import take_in

__all__ = ["file_folder", "quarantine_folder"]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """The folder that holds the store and the quarantine of the test."""
    return tmp_path


def _assert_nothing_kept(folders: Path) -> None:
    assert [path for path in folders.rglob("*") if path.is_file()] == []
    for model in (Document, ExtractedText, Reading, StoredFile, Obligation):
        assert not model._default_manager.exists()


def test_directive_becomes_a_document_with_proposed_obligations(world: World, folders: Path) -> None:
    with quarantined([as_docx(DIRECTIVE)], name="Công văn 215.docx") as upload:
        document = take_in(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, upload=upload, declared=True)
    document.refresh_from_db()
    assert document.code.startswith("VB-20")
    assert (document.number, document.symbol) == ("215", "UBND-NC")
    assert document.issued_on == dt.date(2026, 10, 5)
    assert document.issuer_unit == world.units["ubnd"]
    assert document.domain == "state"
    assert document.received_by_name == "Trần Thị Mẫu"
    assert document.file is not None
    assert default_storage.exists(document.file.storage_name)
    assert list((folders / "quarantine").iterdir()) == []
    reading = document.readings.get()
    assert "text" not in reading.extraction
    assert Reference.objects.get(document=document).number == "88"
    obligations = list(document.obligations.all())
    assert len(obligations) == 2
    for obligation in obligations:
        assert reading.text.text[obligation.start : obligation.end] == obligation.text


def test_bodies_resolve_to_units_and_deadlines_to_last_days(world: World) -> None:
    first, second = take_in_text(world).obligations.order_by("position")
    assert {(body.role, body.unit) for body in first.bodies.all()} == {
        (BodyRole.LEAD, world.units["snv"]),
        (BodyRole.COORDINATOR, world.units["stc"]),
    }
    assert first.due_on == dt.date(2026, 11, 14)
    assert first.due_origin == DueOrigin.DOCUMENT
    assert first.elements["due"]["value"] == "2026-11-15"
    assert first.elements["due"]["exclusive"] is True
    assert second.due_on == dt.date(2026, 12, 31)
    assert ObligationBody.objects.get(obligation=second, role=BodyRole.LEAD).unit == world.units["stc"]


def test_site_may_read_before_as_including_the_day(world: World, settings: Settings) -> None:
    settings.BEFORE_IS_EXCLUSIVE = False
    first = take_in_text(world).obligations.order_by("position").first()
    assert first is not None
    assert first.due_on == dt.date(2026, 11, 15)


def test_event_names_the_document_by_its_code_alone(world: World) -> None:
    document = take_in_text(world)
    event = AuditEvent.objects.get(code="documents.document.taken_in")
    assert event.object_text == document.code
    assert event.changes == {}
    assert event.unit_id == world.units["ubnd"].pk


def test_document_without_tasks_is_taken_in(world: World) -> None:
    document = take_in_text(world, "BÁO CÁO\nTình hình thử nghiệm đã ổn định, không có phát sinh.\n")
    assert document.obligations.count() == 0
    assert document.readings.count() == 1


@pytest.mark.parametrize("name", ["CV 12 (MẬT).docx", "tuyet mat.txt"])
def test_secrecy_mark_in_the_name_refuses_before_reading(world: World, folders: Path, name: str) -> None:
    with quarantined([DIRECTIVE.encode()], name=name) as upload, pytest.raises(DomainError) as refused:
        take_in(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, upload=upload, declared=True)
    assert refused.value.code == "secret"
    assert "mạng độc lập" in refused.value.message
    _assert_nothing_kept(folders)


@pytest.mark.parametrize("as_word", [False, True])
def test_secrecy_stamp_in_the_text_leaves_only_who_when_and_hash(world: World, folders: Path, as_word: bool) -> None:
    marked = DIRECTIVE.replace("Số: 215", "TỐI MẬT\nSố: 215")
    data = as_docx(marked) if as_word else marked.encode()
    with quarantined([data], name="chuyện riêng.docx") as upload, pytest.raises(DomainError) as refused:
        take_in(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, upload=upload, declared=True)
    assert refused.value.code == "secret"
    _assert_nothing_kept(folders)
    event = AuditEvent.objects.get(code="documents.upload.refused_secret")
    assert event.changes == {"sha256": [None, upload.sha256]}
    assert event.actor_name == "Trần Thị Mẫu"
    assert (event.object_text, event.object_id, event.reason) == ("", None, "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_auditevent e WHERE e::text LIKE '%%chuyện riêng%%'")
        assert cursor.fetchone() == (0,)


def test_stamp_in_a_page_header_of_word_is_found(world: World, folders: Path) -> None:
    import docx  # noqa: PLC0415 -- only this test builds a page header

    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "TUYỆT MẬT"
    word.add_paragraph("Nội dung thử nghiệm")
    path = folders / "word.docx"
    word.save(str(path))
    data = path.read_bytes()
    path.unlink()
    with quarantined([data], name="a.docx") as upload, pytest.raises(DomainError) as refused:
        take_in(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, upload=upload, declared=True)
    assert refused.value.code == "secret"
    _assert_nothing_kept(folders)


def test_same_content_twice_is_told_to_the_unit_that_has_it(world: World) -> None:
    first = take_in_text(world)
    with pytest.raises(AlreadyTakenIn) as refused:
        take_in_text(world, name="tên khác.txt")
    assert refused.value.document_id == first.pk
    assert first.code in refused.value.message
    assert Document.objects.count() == 1


def test_same_content_is_taken_in_silently_where_the_first_is_hidden(world: World) -> None:
    first = take_in_text(world)
    other = take_in_text(world, persona="office_b", unit="ubnd_b")
    assert other.pk != first.pk
    assert other.file_id == first.file_id
    assert Document.objects.count() == 2


def test_other_domain_keeps_its_own_copy(world: World) -> None:
    state = take_in_text(world)
    party = take_in_text(world, persona="party_clerk", unit="tu")
    assert party.domain == "party"
    assert party.file_id != state.file_id
    assert ExtractedText.objects.count() == 2


def test_unit_without_the_right_is_refused(world: World, folders: Path) -> None:
    with pytest.raises(NotAllowed):
        take_in_text(world, persona="clerk", unit="ubnd_a")
    with pytest.raises(NotAllowed):
        take_in_text(world, persona="chair", unit="ubnd")
    with pytest.raises(NotVisible):
        take_in_text(world, persona="outsider", unit="ubnd")
    _assert_nothing_kept(folders)


def test_unknown_unit_is_not_found(world: World) -> None:
    with quarantined([b"x"], name="x.txt") as upload, pytest.raises(NotVisible):
        take_in(actor=world.actor("clerk"), unit_id=new_id(), upload=upload, declared=True)


def test_declaration_is_required(world: World, folders: Path) -> None:
    with quarantined([DIRECTIVE.encode()], name="x.txt") as upload, pytest.raises(DomainError) as refused:
        take_in(actor=world.actor("clerk"), unit_id=world.units["ubnd"].pk, upload=upload, declared=False)
    assert refused.value.code == "not-declared"
    _assert_nothing_kept(folders)


def test_failure_in_the_middle_leaves_no_row(world: World) -> None:
    """The database refuses the last rows: everything before them goes too; the synced bytes wait for the sweep."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tasks_obligationbody ADD CONSTRAINT no_bodies CHECK (false) NOT VALID")
    with pytest.raises(Exception, match="no_bodies"):
        take_in_text(world)
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert not AuditEvent.objects.filter(code="documents.document.taken_in").exists()
