"""Reviewed documents leave as annotated ones: to who may review them, and of one domain at a time by the command."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.access.actor import system_actor
from sauro.annotations.services.exporting import export_all, export_annotation
from sauro.audit.models import AuditEvent
from sauro.common.errors import NotAllowed, NotVisible
from sauro.documents.models import Document
from sauro.documents.services.purging import propose_purge
from sauro.tasks.services import review

__all__ = ["file_folder", "quarantine_folder"]

pytestmark = pytest.mark.django_db


def reviewed(world: World, unit: str, persona: str, count: int = 2) -> Document:
    document = make_document(world.units[unit], many_tasks(count))
    for row in document.obligations.all():
        review.accept_obligation(actor=world.actor(persona), obligation_id=row.pk, version=1)
    return document


def test_export_holds_text_head_and_tasks_and_is_recorded(world: World) -> None:
    document = reviewed(world, "ubnd", "clerk")
    _document, found = export_annotation(actor=world.actor("clerk"), document_id=document.pk)
    assert found["source"] == document.code.removeprefix("VB-") + ".txt"
    assert found["metadata"]["number"] == "251"
    assert [task["leads"] for task in found["tasks"]] == [["Sở Nội vụ"]] * 2
    assert all(task["text"] in " ".join(found["text"].split()) for task in found["tasks"])
    assert found["review"]["is_complete"] is True
    event = AuditEvent.objects.get(code="annotations.document.exported")
    assert (event.object_id, event.object_text) == (document.pk, document.code)


def test_open_tasks_are_no_annotation(world: World) -> None:
    document = make_document(world.units["ubnd"], many_tasks(3))
    _document, found = export_annotation(actor=world.actor("clerk"), document_id=document.pk)
    assert found["tasks"] == []
    assert (found["review"]["open"], found["review"]["is_complete"]) == (3, False)


@pytest.mark.parametrize("persona", ["office_b", "party_clerk", "admin", "outsider", "snv_head"])
def test_neighbours_and_other_domains_get_nothing(world: World, persona: str) -> None:
    document = reviewed(world, "ubnd", "clerk")
    with pytest.raises(NotVisible):
        export_annotation(actor=world.actor(persona), document_id=document.pk)
    assert not AuditEvent.objects.filter(code="annotations.document.exported").exists()


def test_reader_who_may_not_review_is_refused(world: World) -> None:
    document = reviewed(world, "ubnd", "clerk")
    with pytest.raises(NotAllowed):
        export_annotation(actor=world.actor("chair"), document_id=document.pk)


def test_command_exports_one_domain_completely_reviewed_and_unsuspected(world: World, tmp_path: Path) -> None:
    state = reviewed(world, "ubnd", "clerk")
    commune = reviewed(world, "ubnd_b", "office_b", 1)
    reviewed(world, "tu", "party_clerk")
    make_document(world.units["ubnd"], many_tasks(1))
    suspected = reviewed(world, "ubnd", "clerk")
    propose_purge(actor=world.actor("head"), document_id=suspected.pk, reason="Có nội dung bí mật nhà nước")
    sample = reviewed(world, "ubnd", "clerk")
    Document.objects.filter(pk=sample.pk).update(is_sample=True)
    out = io.StringIO()
    call_command("export_annotations", "--out", str(tmp_path / "ra"), "--domain", "state", stdout=out)
    names = {document.code.removeprefix("VB-") for document in (state, commune)}
    wanted = {f"{name}.{kind}" for name in names for kind in ("txt", "json")}
    assert {path.name for path in (tmp_path / "ra").iterdir()} == wanted
    assert "2 văn bản" in out.getvalue()
    for path in (tmp_path / "ra").glob("*.json"):
        held = json.loads(path.read_text(encoding="utf-8"))
        assert path.with_suffix(".txt").read_text(encoding="utf-8") == held["text"]
    assert AuditEvent.objects.filter(code="annotations.document.exported").count() == 2


def test_command_writes_into_no_folder_with_files(world: World, tmp_path: Path) -> None:
    (tmp_path / "cũ.txt").write_text("đã có")
    with pytest.raises(CommandError, match="đã có tệp"):
        call_command("export_annotations", "--out", str(tmp_path), "--domain", "state")


def test_people_cannot_export_everything(world: World) -> None:
    with pytest.raises(NotAllowed):
        list(export_all(actor=world.actor("admin"), domain="state"))
    assert list(export_all(actor=system_actor("thu"), domain="state")) == []


def test_command_writes_the_file_that_was_read_beside_its_text(
    world: World, tmp_path: Path, file_folder: Path, quarantine_folder: Path
) -> None:
    document = take_in_text(world, name="công văn.md")
    for row in document.obligations.all():
        review.accept_obligation(actor=world.actor("clerk"), obligation_id=row.pk, version=1)
    call_command("export_annotations", "--out", str(tmp_path / "ra"), "--domain", "state", stdout=io.StringIO())
    name = document.code.removeprefix("VB-")
    assert json.loads((tmp_path / "ra" / f"{name}.json").read_text(encoding="utf-8"))["source"] == f"{name}.md"
    assert (tmp_path / "ra" / f"{name}.md").read_text(encoding="utf-8") == DIRECTIVE
    assert "Sở Nội vụ chủ trì" in (tmp_path / "ra" / f"{name}.txt").read_text(encoding="utf-8")
