"""What became of a directive: point by point, on the page and as a Word file, for whoever may see it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from django.urls import reverse
from tests.conftest import SignedIn
from tests.factories.assignments import days_from, make_assignment
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.clock import now, today
from sauro.documents.models import Document
from sauro.reporting.selectors.follow_up import follow_up
from sauro.tasks.models import Obligation, ProgressReport

FIRST, SECOND, GENERAL = "Sở Nội vụ rà soát hồ sơ.", "Sở Tài chính lập dự toán.", "Các cơ quan nêu cao trách nhiệm."


@pytest.fixture
def document(world: World) -> Document:
    parts = [TaskSpec(FIRST, section="I.1"), TaskSpec(SECOND, section="I.2"), TaskSpec(GENERAL, is_general=True)]
    made = make_document(world.units["ubnd"], DocumentSpec(parts))
    Obligation.objects.filter(document=made).update(state="accepted")
    first = made.obligations.get(section="I.1")
    late = make_assignment(
        world.units["ubnd"], world.units["ubnd_a"], obligation=first, state="accepted", due_on=days_from(today(), -2)
    )
    ProgressReport.objects.create(
        assignment=late, progress=30, text="=1+1 đã làm 3 hồ sơ", reported_by_name="Bùi Thị Mẫu A", reported_at=now()
    )
    make_assignment(world.units["ubnd"], world.units["ubnd_b"], obligation=first, state="confirmed")
    return made


def test_points_come_in_order_with_their_bodies_and_figures(world: World, document: Document) -> None:
    shown = follow_up(world.actor("head"), document.pk)
    assert [(point.obligation.section, len(point.parts)) for point in shown.points] == [("I.1", 2), ("I.2", 0)]
    assert (shown.whole.total, shown.whole.on_time, shown.whole.judged) == (2, 0, 1)
    assert [row.text for row in shown.directions] == [GENERAL]
    first = shown.points[0].obligation
    make_assignment(
        world.units["ubnd"], world.units["snv"], obligation=first, state="accepted", due_on=days_from(today(), -1)
    )
    units = [part.assignment.unit for part in follow_up(world.actor("head"), document.pk).points[0].parts]
    assert units == [world.units["ubnd_a"], world.units["snv"], world.units["ubnd_b"]]


def test_page_shows_late_bodies_and_what_was_not_given(document: Document, signed_in: SignedIn) -> None:
    page = signed_in("head").get(reverse("follow-up", args=[document.pk])).content.decode()
    assert "Quá hạn" in page
    assert "đã làm 3 hồ sơ" in page
    assert "Chưa giao cho cơ quan nào." in page
    assert GENERAL in page


def test_word_file_holds_every_line_and_its_export_is_recorded(document: Document, signed_in: SignedIn) -> None:
    answer = signed_in("head").get(reverse("follow-up-file", args=[document.pk, "docx"]))
    word = docx.Document(BytesIO(b"".join(answer.streaming_content)))
    table = next(table for table in word.tables if table.rows[0].cells[0].text == "TT")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    # A merged cell is the cell of every row it covers.
    assert [row[0] for row in rows] == ["TT", "1", "1", "2"]
    assert rows[1][1] == FIRST
    assert {row[5] for row in rows[1:3]} == {"", "=1+1 đã làm 3 hồ sơ"}
    assert rows[3][2] == "chưa giao"
    event = AuditEvent.objects.get(code="reporting.follow_up.exported")
    assert event.object_text == document.code


def test_pdf_is_offered_too_and_nothing_else(document: Document, signed_in: SignedIn) -> None:
    head = signed_in("head")
    answer = head.get(reverse("follow-up-file", args=[document.pk, "pdf"]))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert head.get(reverse("follow-up-file", args=[document.pk, "exe"])).status_code == 404


def test_receiver_and_neighbour_do_not_open_the_givers_document(document: Document, signed_in: SignedIn) -> None:
    for persona in ("office_a", "office_b", "party_clerk", "outsider"):
        client = signed_in(persona)
        assert client.get(reverse("follow-up", args=[document.pk])).status_code == 404
        assert client.get(reverse("follow-up-file", args=[document.pk, "docx"])).status_code == 404


def test_document_without_accepted_work_says_what_to_do(world: World, signed_in: SignedIn) -> None:
    empty = make_document(world.units["ubnd"], DocumentSpec(["Không có nhiệm vụ."]))
    page = signed_in("head").get(reverse("follow-up", args=[empty.pk])).content.decode()
    assert "Hãy rà soát ở bàn làm việc" in page
