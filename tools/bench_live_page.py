"""Measures what a change in the workspace of a programme takes, and writes its figures: `make bench-live-page`.

In the database of the demo, in a transaction that is taken back: a plan of 220 lines, whose .pdf has about sixty pages,
is written, and a line is saved again and again through the form of the page. The answer holds the
section of the line, the left column and the live page. docs/dev/live-page-figures.md is written by this command.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.ids import new_id
from sauro.demo.accounts import demo_units
from sauro.programmes.enums import ProgrammeKind
from sauro.programmes.models import Entry, Programme, Section
from sauro.programmes.services.entries import EntryFields, add_entry
from sauro.programmes.services.making import create_programme
from sauro.programmes.services.official import content_of
from sauro.programmes.services.reviewing import keep_review
from vanban import api

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "live-page-figures.md"
LINES, TIMES = 220, 7
WORK = (
    "Rà soát điểm dân cư số {number}, lập danh sách hộ cần sửa nhà, bố trí kinh phí theo hai đợt và nghiệm thu từng "
    "đợt có đại diện ấp tham gia"
)


def main() -> None:
    """Measure everything, write the page and print it."""
    with transaction.atomic():
        text = "\n".join(_page()) + "\n"
        transaction.set_rollback(True)
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _page() -> Iterator[str]:
    user = User.objects.select_related("person").get(username="chanhvp.xa2")
    actor = load_actor(user=user, door=Door.COMMAND, request_id=str(new_id()))
    plan = _plan(actor)
    pages = len(pypdfium2.PdfDocument(api.compose_pdf(content_of(plan))))
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user)
    beside = f"{os.getloadavg()[0]:.1f}".replace(".", ",")
    today = date.today()  # noqa: DTZ011  # a local day
    yield from (
        "# Figures of the live page",
        "",
        f"Written by `make bench-live-page` on {today:%d.%m.%Y}; do not edit. A plan of {LINES} lines, {pages}",
        f"pages as .pdf, median of {TIMES}, {os.cpu_count()} cores, load {beside}. A line is saved by its form; the",
        "answer holds its section, the left column and the live page. Processor time is that of this process, without",
        "the database. Wall clock is what a person waits, and on a busy machine what others made them wait.",
        "",
        "| what | wall clock | processor time | queries | kB | bound, wall clock |",
        "| --- | --- | --- | --- | --- | --- |",
    )
    entry = plan.entries.order_by("position")[LINES // 2]
    yield _row("saving a line, the live page anew", "1 s", (lambda number: _save(client, plan, entry, number)))
    yield _row("opening the workspace", "–", lambda _number: client.get(reverse("programme-detail", args=[plan.pk])))
    yield _row("checking the whole document", "–", lambda _number: keep_review(plan))


def _plan(actor: Actor) -> Programme:
    unit = demo_units()["xa2.UBND"]
    plan = create_programme(
        actor=actor, unit_id=unit.pk, kind=ProgrammeKind.PLAN, template="ke-hoach", first_year=2027, last_year=2031
    )
    sections = list(plan.sections.filter(role="tasks").order_by("position"))
    first = add_entry(
        actor=actor, programme_id=plan.pk, section_id=sections[0].pk,
        fields=EntryFields(
            WORK.format(number=0), lead_unit_id=unit.pk, person_text="Phó Chủ tịch", money="none",
            measures="Họp từng ấp, lập biên bản, công khai danh sách tại nhà văn hóa", due_text="Quý IV/2028",
            authority="Chủ tịch Ủy ban nhân dân xã quyết định", product="Danh sách được phê duyệt và biên bản",
        ),
    )  # fmt: skip
    Entry.objects.bulk_create(_copies(first, sections))
    plan.refresh_from_db()
    return plan


def _copies(first: Entry, sections: Sequence[Section]) -> Iterator[Entry]:
    """The other lines, spread over the sections: writing each by the service would measure that."""
    held = {field.attname: getattr(first, field.attname) for field in Entry._meta.concrete_fields}
    for number in range(1, LINES):
        place = sections[number * len(sections) // LINES].pk
        work = WORK.format(number=number)
        yield Entry(**{**held, "id": new_id(), "position": number + 1.0, "section_id": place, "work": work})


def _save(client: Client, plan: Programme, entry: Entry, number: int) -> object:
    entry.refresh_from_db()
    typed = {
        "part": "direct", "work": f"{WORK.format(number=number)} lần {number}", "lead_unit": str(entry.lead_unit_id),
        "person_text": "Phó Chủ tịch", "measures": "Họp từng ấp", "due_text": "Quý IV/2028", "authority": "Chủ tịch",
        "product": "Biên bản", "money": "none", "version": str(entry.version),
    }  # fmt: skip
    answer = client.post(
        reverse("programme-entry", args=[plan.pk, entry.pk]), typed, headers={"HX-Request": "true"}
    )  # fmt: skip
    if answer.status_code != 200:
        raise RuntimeError(f"the line was not saved: {answer.status_code}")
    return answer


def _row(what: str, bound: str, work: object) -> str:
    walls, processors, queries, size = [], [], 0, 0
    for number in range(TIMES):
        began, busy = time.perf_counter(), time.process_time()
        answer = work(number)  # type: ignore[operator]  # a function of a number
        walls.append(time.perf_counter() - began)
        processors.append(time.process_time() - busy)
        size = len(getattr(answer, "content", b"")) // 1024
    with CaptureQueriesContext(connection) as captured:
        work(TIMES)  # type: ignore[operator]  # as above
    queries = len(captured)
    return (
        f"| {what} | {statistics.median(walls):.2f} s | {statistics.median(processors):.2f} s | {queries} | {size} | "
        f"{bound} |"
    )
