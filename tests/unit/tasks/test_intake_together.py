"""Two people at once, with real transactions: one content is one document, whoever comes first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from django.db import connection
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.common.errors import DomainError
from sauro.documents.models import Document, Purge, StoredFile
from sauro.documents.services.editing import HeaderData, header_of, update_document
from sauro.documents.services.purging import confirm_purge, propose_purge

__all__ = ["file_folder", "quarantine_folder"]


def _together(*deeds: Callable[[], object]) -> list[str]:
    """Run the deeds at the same moment on connections of their own; return "done" or the code of each refusal."""
    gate, outcomes = threading.Barrier(len(deeds)), [""] * len(deeds)

    def run(index: int) -> None:
        gate.wait(20)
        try:
            deeds[index]()
            outcomes[index] = "done"
        except DomainError as error:
            outcomes[index] = error.code
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(outcomes)


def test_same_file_taken_in_by_two_clerks_at_once_is_one_document(committed_world: World, file_folder: Path) -> None:
    world = committed_world
    outcomes = _together(
        lambda: take_in_text(world, persona="clerk"), lambda: take_in_text(world, persona="head", name="khác.txt")
    )
    assert outcomes == ["done", "duplicate"]
    assert Document.objects.count() == 1
    assert StoredFile.objects.count() == 1
    assert len([path for path in file_folder.rglob("*") if path.is_file()]) == 1


def test_same_file_taken_in_by_two_units_at_once_is_one_file(committed_world: World) -> None:
    world = committed_world
    outcomes = _together(
        lambda: take_in_text(world, persona="office_a", unit="ubnd_a"),
        lambda: take_in_text(world, persona="office_b", unit="ubnd_b"),
    )
    assert outcomes == ["done", "done"]
    assert Document.objects.count() == 2
    assert StoredFile.objects.count() == 1
    assert len(set(Document.objects.values_list("code", flat=True))) == 2


def test_of_two_corrections_at_once_one_is_told(committed_world: World) -> None:
    world = committed_world
    document = take_in_text(world)
    document.refresh_from_db()
    version = header_of(document).version

    def correct(persona: str, subject: str) -> Callable[[], object]:
        header = HeaderData(kind="cong_van", subject=subject)
        return lambda: update_document(
            actor=world.actor(persona), document_id=document.pk, version=version, header=header
        )

    outcomes = _together(correct("clerk", "Sửa một"), correct("head", "Sửa hai"))
    assert outcomes == ["changed-meanwhile", "done"]


def test_of_two_confirmations_at_once_one_purges(committed_world: World) -> None:
    world = committed_world
    document = take_in_text(world)
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Có dấu mật trên bản gốc")

    def confirm() -> object:
        return confirm_purge(actor=world.actor("admin"), document_id=document.pk)

    assert _together(confirm, confirm) == ["done", "not-open"]
    assert not Document.objects.exists()
    assert Purge.objects.get().state == "done"
