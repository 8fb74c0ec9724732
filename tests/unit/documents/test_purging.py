"""After a purge no table and no file holds a word of the document; a tombstone says who asked and who confirmed."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from psycopg.sql import SQL, Identifier
from tests.factories import status_reports
from tests.factories.appraisals import make_sheet, planned
from tests.factories.assignments import make_assignment, make_pair, post_of
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.personas import World

from sauro.appraisals.models import Claim, SheetItem, Sign
from sauro.audit import grants
from sauro.audit.models import AuditEvent
from sauro.audit.services import record_event, seal_events, verify_seals
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.difficulties.models import Difficulty, Forwarding
from sauro.discussions.models import Comment, CommentFile, EarlierText, Mention
from sauro.documents.enums import BindingScope, PurgeState
from sauro.documents.events import TAKEN_IN
from sauro.documents.jobs import destroy_file
from sauro.documents.models import Document, NameBinding, Purge, StoredFile
from sauro.documents.policies import document_policy
from sauro.documents.services.purging import confirm_purge, propose_purge, withdraw_purge
from sauro.documents.services.residue import clear_residue, tables_with_words
from sauro.notices.models import Explanation
from sauro.organizations.models import Appointment
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.runtime.postgres import APPLICATION
from sauro.status_reports.enums import Subject
from sauro.tasks.models import (
    Assignment,
    Binding,
    BoundAssignment,
    Criterion,
    CriterionAnswer,
    DeadlineChange,
    DeskPresence,
    Handover,
    ObligationBody,
    ProductAnnex,
    ProductFigure,
    ProductVersion,
    ProgressReport,
    Wait,
)
from sauro.tasks.policies import obligation_policy

MARKER = "Zyxkw"
SECRET = DIRECTIVE.replace("hồ sơ cán bộ", f"hồ sơ {MARKER}").replace("Sở Tài chính xây", f"Sở {MARKER} xây")


def _everywhere(word: str) -> list[str]:
    """Return the tables of which some row, whatever the column, holds the word."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'")
        tables = [row[0] for row in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text ILIKE %s", [f"%{word}%"])  # noqa: S608 -- names of our own tables
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def _with_everything(world: World) -> Document:
    """A marked document that was reviewed, bound, sent, reported on and answered."""
    document = take_in_text(world, SECRET, name=f"{MARKER}.txt")
    first, second = document.obligations.order_by("position")
    first.text = f"{first.text} {MARKER}"
    first.elements["product"] = {"text": MARKER}
    first.replaced_by = second
    first.save()
    ObligationBody.objects.filter(obligation=second).first().delete()
    who = {"bound_by_name": "Trần Thị Mẫu", "bound_at": now()}
    NameBinding.objects.create(
        name=MARKER, name_key="zyxkw", unit=world.units["stc"], scope=BindingScope.DOCUMENT, document=document,
        domain="state", owner_unit=world.units["ubnd"], **who,
    )  # fmt: skip
    lead = Assignment.objects.create(
        code="NV-2026-000001", domain="state", obligation=first, role="lead", giver_unit=world.units["ubnd"],
        unit=world.units["snv"], wording=first.text, source_text=document.title, product=MARKER, given_at=now(),
        due_phrase=MARKER, search_key=MARKER.lower(),
    )  # fmt: skip
    Assignment.objects.create(
        code="NV-2026-000002", domain="state", parent=lead, role="coordinator", giver_unit=world.units["snv"],
        unit=world.units["stc"], wording=first.text, source_text=document.title, given_at=now(),
    )  # fmt: skip
    crossed = Assignment.objects.create(
        code="NV-2026-000003", domain="party", role="lead", giver_unit=world.units["tu"], unit=world.units["du_a"],
        wording=second.text, source_text=document.title, given_at=now(), state="confirmed",
    )  # fmt: skip
    Handover.objects.create(
        obligation=second, domain="state", to_domain="party", owner_unit=world.units["ubnd"],
        to_unit=world.units["du_a"], text=second.text, assignment_code=crossed.code,
        released_by_id=world.users["head"].pk, released_by_name="Lê Văn Thử", released_at=now(), answer=MARKER,
    )  # fmt: skip
    ProgressReport.objects.create(
        assignment=lead, progress=10, text=f"Đang làm {MARKER}", reported_by_name="Võ Thị Thử", reported_at=now(),
        parts_progress=20, differs_reason=MARKER,
    )  # fmt: skip
    product = ProductVersion.objects.create(
        assignment=lead, number=1, text=MARKER, link=f"https://vi-du.vn/{MARKER}", reason=MARKER, file_name=MARKER,
        open_parts_reason=MARKER,
        handed_in_by_name="Võ Thị Thử", handed_in_at=now(),
    )  # fmt: skip
    _with_parts(product)
    Explanation.objects.create(
        assignment=lead, question=MARKER, asked_at=now(), asked_by_name="Lê Văn Thử", due_on=today(), answer=MARKER
    )
    _with_bound_work(world, lead)
    _with_history(world, lead)
    _with_sheet(lead)
    _with_reports(world, document, lead)
    lead.progress = 20
    lead.save()
    DeskPresence.objects.create(document=document, user=world.users["clerk"], seen_at=now())
    return document


def _with_sheet(lead: Assignment) -> None:
    """Put the work into somebody's plan and monthly sheet, with what was claimed and explained there."""
    post, month = post_of("Đỗ Văn Mẫu"), today().replace(day=1)
    sheet = make_sheet(post, month)
    [planned_item] = planned(post, month, lead)
    item = SheetItem.objects.create(sheet=sheet, plan_item=planned_item, kind="planned", result=MARKER)
    Claim.objects.create(
        item=item, kind="objective", about="late", text=MARKER, answer=MARKER, made_at=now(), made_by_name="Đỗ Văn Mẫu"
    )
    sign = Sign.objects.create(sheet=sheet, code="no_product", found_at=now(), facts={"items": [str(item.pk)]})
    sign.answer = f"Xem {MARKER}"
    sign.save()


def _with_bound_work(world: World, lead: Assignment) -> None:
    """Bind the work of the document with other work, to which a report and a product were copied."""
    other = make_assignment(world.units["ubnd"], lead.unit, code="NV-2026-000009")
    binding = Binding.objects.create(code="GC-2026-000009", domain="state", unit=lead.unit, made_at=now())
    for row in (lead, other):
        BoundAssignment.objects.create(
            binding=binding, assignment=row, reason=MARKER, bound_at=now(), bound_by_name="x", unbound_reason=MARKER
        )
    make_pair(lead, other)
    ProgressReport.objects.create(
        assignment=other, progress=10, text=MARKER, reported_by_name="x", reported_at=now(), copy_of=lead.reports.get()
    )
    ProductVersion.objects.create(
        assignment=other, number=1, text=MARKER, link=f"https://vi-du.vn/{MARKER}", file_name=MARKER,
        open_parts_reason=MARKER, handed_in_by_name="x", handed_in_at=now(), copy_of=lead.products.get(),
    )  # fmt: skip


def _with_parts(product: ProductVersion) -> None:
    """Add what a hand-in consists of, and the criteria it is judged by."""
    ProductAnnex.objects.create(product=product, number=1, link=f"https://vi-du.vn/{MARKER}")
    ProductAnnex.objects.create(product=product, number=2, file_name=MARKER)
    ProductFigure.objects.create(
        product=product, number=1, name=MARKER, name_key=MARKER.lower(), unit=MARKER, value=Decimal(1)
    )
    for number in (1, 2):
        criterion = Criterion.objects.create(
            assignment=product.assignment, position=number, text=f"{MARKER} {number}", set_at=now(), set_by_name="x"
        )
        CriterionAnswer.objects.create(product=product, criterion=criterion, claim_note=MARKER, verdict_note=MARKER)


def _with_history(world: World, lead: Assignment) -> None:
    """Add what came of the assignment meanwhile: a moved deadline, a wait, a difficulty, a monthly plan."""
    DeadlineChange.objects.create(
        assignment=lead, asked_day=today(), granted_day=today(), reason=MARKER, asked_by_name="Võ Thị Thử",
        asked_at=now(), answer="granted", answer_text=MARKER,
    )  # fmt: skip
    Wait.objects.create(
        assignment=lead, part=lead.parts.get(), reason=MARKER, began_at=now(), began_by_name="Võ Thị Thử"
    )
    difficulty = Difficulty.objects.create(
        code="KN-2026-000001", domain="state", unit=lead.unit, assignment=lead, at_unit=lead.giver_unit, text=MARKER,
        request=MARKER, answer=MARKER, raised_at=now(), raised_by_name="Võ Thị Thử", due_on=today(),
        search_key=MARKER.lower(),
    )  # fmt: skip
    Forwarding.objects.create(
        difficulty=difficulty, from_unit=lead.unit, to_unit=lead.giver_unit, reason=MARKER, by_name="x", at=now()
    )
    comment = Comment.objects.create(
        assignment=lead, domain="state", audience="both", text=MARKER, author=world.users["snv_head"],
        author_name="Võ Thị Thử", written_at=now(), edited_at=now(),
    )  # fmt: skip
    EarlierText.objects.create(comment=comment, text=MARKER, since=now())
    CommentFile.objects.create(
        comment=comment, number=1, file_name=MARKER,
        file=StoredFile.objects.create(domain="state", sha256="1" * 64, size=1, media_type="text/plain"),
    )  # fmt: skip
    Mention.objects.create(comment=comment, unit=lead.giver_unit, label=lead.giver_unit.name)
    post = Appointment.objects.get(person=world.users["snv_head"].person_id)
    plan = MonthlyPlan.objects.create(
        appointment=post, unit=lead.unit, domain="state", month=today().replace(day=1), opened_at=now()
    )
    PlanItem.objects.create(
        plan=plan, assignment=lead, kind="planned", wording=MARKER, added_at=now(), added_by_name="Hệ thống"
    )


def _with_reports(world: World, document: Document, lead: Assignment) -> None:
    """Add a status report that listed the work."""
    report = status_reports.stored(world)
    report.document, report.document_text, report.subject = document, MARKER, Subject.DIRECTIVE
    report.remarks, report.proposals, report.search_key = MARKER, MARKER, MARKER.lower()
    report.save()
    row = status_reports.stored_row(report, lead, 1)
    row.reason, row.point = MARKER, MARKER
    row.save()


def _purge(world: World, document: Document) -> Purge:
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Phát hiện dấu mật trên bản gốc")
    return confirm_purge(actor=world.actor("admin"), document_id=document.pk)


def test_no_table_and_no_file_holds_a_word_afterwards(world: World, file_folder: Path) -> None:
    document = _with_everything(world)
    assert len(_everywhere(MARKER)) > 10
    stored = [path for path in file_folder.rglob("*") if path.is_file()]
    assert any(MARKER in path.read_text() for path in stored)
    _purge(world, document)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert _everywhere(MARKER) == []
    job = ProcrastinateJob.objects.get(task_name="documents.destroy_file")
    destroy_file(**job.args)
    assert [path for path in file_folder.rglob("*") if path.is_file()] == []


def test_tombstone_names_both_people_and_no_word(world: World) -> None:
    document = _with_everything(world)
    purge = _purge(world, document)
    assert purge.state == PurgeState.DONE
    assert (purge.proposed_by_name, purge.confirmed_by_name) == ("Lê Văn Thử", "Mai Văn Ví Dụ")
    assert purge.document_code == document.code
    assert purge.scrubbed_events == []
    assert not Document.objects.filter(pk=document.pk).exists()


def test_assignments_stay_without_words_and_open_ones_stop(world: World) -> None:
    _purge(world, _with_everything(world))
    # Work of another document that was bound to it stays as it is.
    rows = {row.code: row for row in Assignment.objects.exclude(code="NV-2026-000009")}
    assert {row.wording for row in rows.values()} == {"[đã tiêu hủy]"}
    assert {row.source_text for row in rows.values()} == {"[đã tiêu hủy]"}
    assert {code: row.state for code, row in rows.items()} == {
        "NV-2026-000001": "stopped",
        "NV-2026-000002": "stopped",
        "NV-2026-000003": "confirmed",
    }
    assert rows["NV-2026-000001"].obligation_id is None
    assert rows["NV-2026-000001"].progress == 20


def test_seals_over_the_events_still_hold(world: World) -> None:
    document = _with_everything(world)
    seal_events()
    _purge(world, document)
    seal_events()
    assert verify_seals() == []


def test_event_that_held_words_is_scrubbed_and_its_number_kept(world: World) -> None:
    document = _with_everything(world)
    sentence = document.obligations.order_by("position").last().text
    bad = record_event(
        actor=world.actor("clerk"), event=TAKEN_IN, obj=document, object_text=sentence, changes={"a": [None, sentence]}
    )
    purge = _purge(world, document)
    assert purge.scrubbed_events == [bad.sequence]
    bad.refresh_from_db()
    assert (bad.object_text, bad.changes) == (document.code, {})


def test_another_document_of_the_same_content_keeps_its_file_and_is_warned(world: World, file_folder: Path) -> None:
    document = take_in_text(world, SECRET)
    twin = take_in_text(world, SECRET, persona="office_b", unit="ubnd_b")
    _purge(world, document)
    twin.refresh_from_db()
    assert twin.file is not None
    assert default_storage.exists(twin.file.storage_name)
    assert twin.readings.get().text.text
    assert not ProcrastinateJob.objects.filter(task_name="documents.destroy_file").exists()
    warning = AuditEvent.objects.get(code="documents.document.twin_purged")
    assert (warning.object_id, warning.unit_id) == (twin.pk, world.units["ubnd_b"].pk)


def test_purged_content_is_refused_ever_after(world: World) -> None:
    _purge(world, take_in_text(world))
    with pytest.raises(DomainError) as refused:
        take_in_text(world, name="thu lai.txt")
    assert refused.value.code == "secret"


def test_one_person_cannot_purge(world: World) -> None:
    document = take_in_text(world)
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Có dấu mật")
    with pytest.raises(NotAllowed):
        confirm_purge(actor=world.actor("head"), document_id=document.pk)
    with pytest.raises(NotVisible):
        confirm_purge(actor=world.actor("clerk"), document_id=document.pk)
    assert Document.objects.filter(pk=document.pk).exists()


def test_who_may_not_purge_cannot_ask(world: World) -> None:
    document = take_in_text(world)
    with pytest.raises(NotAllowed):
        propose_purge(actor=world.actor("clerk"), document_id=document.pk, reason="Có dấu mật")
    with pytest.raises(NotVisible):
        propose_purge(actor=world.actor("office_b"), document_id=document.pk, reason="Có dấu mật")
    with pytest.raises(DomainError):
        propose_purge(actor=world.actor("head"), document_id=document.pk, reason="  ")


def test_suspected_document_closes_until_the_request_is_withdrawn(world: World) -> None:
    document = take_in_text(world)
    clerk, head = world.actor("clerk"), world.actor("head")
    assert document_policy.can(clerk, "view", document)
    propose_purge(actor=head, document_id=document.pk, reason="Có dấu mật")
    assert not document_policy.can(clerk, "view", document)
    assert not obligation_policy.visible(clerk).exists()
    assert document_policy.can(head, "view", document)
    assert not document_policy.can(head, "send", document)
    with pytest.raises(DomainError) as refused:
        take_in_text(world, name="lần nữa.txt")
    assert refused.value.code == "secret"
    with pytest.raises(Conflict):
        propose_purge(actor=head, document_id=document.pk, reason="Có dấu mật")
    withdraw_purge(actor=world.actor("admin"), document_id=document.pk, reason="Đã kiểm tra bản gốc")
    assert document_policy.can(clerk, "view", document)
    assert obligation_policy.visible(clerk).count() == 2
    with pytest.raises(Conflict):
        confirm_purge(actor=world.actor("admin"), document_id=document.pk)
    propose_purge(actor=head, document_id=document.pk, reason="Kiểm tra lại: có dấu mật")


@pytest.mark.parametrize("forged", ["unconfirmed", "same", "no events", "unknown people"])
def test_function_of_the_database_refuses_forged_requests(world: World, forged: str) -> None:
    document = take_in_text(world)
    head, admin = world.users["head"].pk, world.users["admin"].pk
    second = {"unconfirmed": None, "same": None, "no events": admin, "unknown people": document.pk}[forged]
    purge = Purge.objects.create(
        document_id=document.pk, document_code=document.code, domain="state", owner_unit=world.units["ubnd"],
        file_sha256="0" * 64, reason="x", proposed_by_id=head, proposed_by_name="x", proposed_at=now(),
        confirmed_by_id=second,
    )  # fmt: skip
    with pytest.raises(Exception, match="two different people"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT purge_document(%s)", [purge.pk])
    assert Document.objects.filter(pk=document.pk).exists()


def test_application_role_purges_through_the_function_alone(world: World) -> None:
    document = take_in_text(world)
    grants.apply(APPLICATION)
    with connection.cursor() as cursor:
        cursor.execute(SQL("SET LOCAL ROLE {}").format(Identifier(APPLICATION)))
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            cursor.execute("DELETE FROM documents_documentevent")
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            cursor.execute("SELECT purge_step_50_tasks(%s)", [document.pk])
        assert _purge(world, document).state == PurgeState.DONE
        cursor.execute("RESET ROLE")


@pytest.mark.django_db
def test_every_table_that_hangs_on_a_document_is_known_to_the_purge() -> None:
    """A table that comes to hold words of documents needs a step of its own; this names the one that was forgotten."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(prosrc, ' ') FROM pg_proc WHERE proname LIKE 'purge%%'")
        source = cursor.fetchone()[0]
    hanging = tables_with_words()
    assert {"tasks_progressreportevent", "documents_extractedtext"} <= set(hanging)
    assert [table for table in hanging if not re.search(rf"\b{table}\b", source)] == []


def test_tables_are_rewritten_once_after_a_purge(committed_world: World) -> None:
    def places() -> dict[str, int]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relkind = 'r'")
            found = dict(cursor.fetchall())
        return {table: found[table] for table in tables_with_words()}

    world = committed_world
    assert clear_residue() == 0
    purge = _purge(world, take_in_text(world))
    before = places()
    grants.apply(APPLICATION)
    with connection.cursor() as cursor:
        cursor.execute(SQL("SET ROLE {}").format(Identifier(APPLICATION)))
        try:
            assert clear_residue() == 1
        finally:
            cursor.execute("RESET ROLE")
    after = places()
    assert [table for table in before if before[table] == after[table]] == []
    purge.refresh_from_db()
    assert purge.residue_cleared_at is not None
    assert clear_residue() == 0
