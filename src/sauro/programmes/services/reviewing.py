"""Running the rules of ``vanban check`` over the whole composed document and keeping what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from django.db import transaction

from sauro.checking.selectors.competence import chosen_wording
from sauro.checking.selectors.rules import rules_switched_off
from sauro.common.clock import now, today
from sauro.jobs.queue import defer
from sauro.programmes.enums import EntryKind, Part
from sauro.programmes.findings import Anchor, Placed, counted, place_findings
from sauro.programmes.models import Entry, Programme
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.selectors.outline import PlacedSection, ordered_sections
from sauro.programmes.services.official import content_of
from vanban.api import check_report, compose_docx, read
from vanban.check.settings import Settings
from vanban.compose.validation import BadContent

REVIEW_JOB = "programmes.review_document"

_OF_LINES = ("6R001", "6R002", "6R003", "6R004", "6R005", "6R009", "6R013", "SC001", "SC002", "CT024")
"""Rules that each line answers by itself as a mark, or that the annex answers for the body, which repeats its lines."""

_OF_ISSUED = ("TD001", "TD002")
"""Number and day, which a draft leaves room for."""


def review_later(programme: Programme) -> None:
    """Have the document checked in the background. Needs a transaction."""
    defer(REVIEW_JOB, programme_id=str(programme.pk))


@transaction.atomic
def review_document(programme_id: UUID) -> int:
    """Compose the document, check it and keep what counts; returns how many findings. Bears to run twice.

    Derived values only: no event. A document that cannot be set has none, the live page says why.
    """
    programme = Programme.objects.select_for_update(of=("self",)).select_related("unit__territory").get(pk=programme_id)
    return keep_review(programme)


def keep_review(programme: Programme) -> int:
    """As :func:`review_document`, with the programme locked."""
    programme.findings = [one.to_value() for one in _placed(programme)]
    programme.checked_at = now()
    programme.figures = {**programme.figures, "findings": counted(programme.findings)}
    programme.save(update_fields=["findings", "checked_at", "figures"])
    return len(programme.findings)


def _placed(programme: Programme) -> list[Placed]:
    try:
        document = read(compose_docx(content_of(programme)), name="du-thao.docx")
    except BadContent:
        return []
    ignored = (*rules_switched_off(), *_OF_LINES, *(() if programme.number else _OF_ISSUED))
    report = check_report(
        document, settings=Settings(ignore=ignored), checked_on=today(), wording=chosen_wording()
    )  # fmt: skip
    placed, entries = ordered_sections(programme), marked_entries(programme)
    by_section = defaultdict(list)
    for entry in entries:
        by_section[entry.section_id].append(entry)
    body = list(_of_body(placed, by_section))
    annexes = [anchor for rows in _in_annexes(placed, by_section) for anchor in rows]
    return place_findings(document.text, report.findings, body=body, annexes=annexes)


def _of_body(placed: Sequence[PlacedSection], by_section: Mapping[UUID, Sequence[Entry]]) -> Iterator[Anchor]:
    for one in _printed(placed, by_section):
        entries = by_section.get(one.section.pk, ())
        yield Anchor("section", one.section.pk, one.section.title)
        for part in Part:
            yield from (_of_entry(row) for row in entries if row.kind == EntryKind.TARGET and part == Part.DIRECT)
            yield from (_of_entry(row) for row in entries if row.kind == EntryKind.TASK and row.part == part)


def _printed(placed: Sequence[PlacedSection], by_section: Mapping[UUID, Sequence[Entry]]) -> list[PlacedSection]:
    """The sections that stand in the document: those with words or lines, and those above them."""
    found, level = list[PlacedSection](), 0
    for one in reversed(placed):
        if one.section.text.strip() or by_section.get(one.section.pk) or level > one.level:
            found.append(one)
            level = one.level
    return found[::-1]


def _in_annexes(
    placed: Sequence[PlacedSection], by_section: Mapping[UUID, Sequence[Entry]]
) -> Iterator[Iterable[Anchor]]:
    """The annexes in their order: targets, direct work, coordination."""
    rows = [row for one in placed for row in by_section.get(one.section.pk, ())]
    yield (_of_entry(row) for row in rows if row.kind == EntryKind.TARGET)
    for part in Part:
        yield (_of_entry(row) for row in rows if row.kind == EntryKind.TASK and row.part == part)


def _of_entry(entry: Entry) -> Anchor:
    return Anchor("entry", entry.pk, entry.work)
