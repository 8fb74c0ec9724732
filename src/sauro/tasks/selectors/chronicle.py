"""The chronicle of an assignment: what this area knows of it, and the whole of it by days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.models import AuditEvent
from sauro.common.clock import VIETNAM
from sauro.tasks.chronicle import Entry, Link, every_entry
from sauro.tasks.enums import ChangeAnswer, Decision, Verdict
from sauro.tasks.models import Assignment, DeadlineChange, ProductVersion, Wait
from sauro.tasks.selectors.chronicle_events import entries_of_events, events_of
from sauro.tasks.selectors.record import products_of, waits_of

MOST = 1_000


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on one day in Vietnam."""

    day: dt.date
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A time line by days, how many entries it holds, and how many were left out because it is long."""

    days: Sequence[Day]
    count: int
    left_out: int


def chronicle_of(
    actor: Actor, assignment: Assignment, *, only_decisions: bool = False, oldest_first: bool = False, most: int = MOST
) -> Chronicle:
    """Return what happened, newest first unless asked otherwise; of a long story the newest ``most`` entries."""
    entries = [one for one in every_entry(actor, assignment) if one.is_decision or not only_decisions]
    shown = entries[-most:]
    if not oldest_first:
        shown.reverse()
    days = [Day(day, list(held)) for day, held in groupby(shown, key=_day)]
    return Chronicle(days, len(shown), len(entries) - len(shown))


def entries_of_work(actor: Actor, assignment: Assignment) -> Iterator[Entry]:
    """Yield what this area knows of an assignment the caller may see. Takes a constant number of queries."""
    events = events_of(assignment)
    told = _Told(assignment, events)
    yield told.given()
    yield from entries_of_events(actor, assignment, events)
    for report in assignment.reports.all():
        yield told.entry(
            report.reported_at,
            report.reported_by_id,
            report.reported_by_name,
            _("báo cáo tiến độ %(percent)s%%.") % {"percent": report.progress},
            words=report.text,
            why=report.differs_reason,
            icon="progress",
        )
    for product in products_of(assignment):
        yield told.handed_in(product)
        yield from told.decided(product)
    for change in assignment.deadline_changes.all():
        yield from told.deadline(change)
    for wait in waits_of(assignment):
        yield from told.waited(wait)
    yield from told.criteria()


class _Told:
    """Tells the rows of one assignment as sentences."""

    def __init__(self, assignment: Assignment, events: Sequence[AuditEvent]) -> None:
        self._assignment = assignment
        self._units = {event.actor_user_id: event.actor_unit_name for event in events}
        self._units_by_name = {event.actor_name: event.actor_unit_name for event in events}

    def entry(self, at: dt.datetime, user: UUID | None, name: str, sentence: str, **more: object) -> Entry:
        """Return an entry about somebody, with the unit they acted for when events tell it.

        Rows without the identity of the person are told by the name.
        """
        unit = self._units.get(user, "") if user else self._units_by_name.get(name, "")
        return Entry(at=at, who=name, sentence=sentence, unit=unit, **more)  # type: ignore[arg-type]  # checked by Entry

    def given(self) -> Entry:
        """How it began."""
        row = self._assignment
        if row.period_label:
            sentence = _("mở kỳ %(period)s của nhiệm vụ định kỳ.") % {"period": row.period_label}
        else:
            sentence = _("giao nhiệm vụ cho %(unit)s.") % {"unit": row.unit.name}
        due = row.due_original
        why = _("Thời hạn: %(day)s.") % {"day": _written(due)} if due else _("Không nêu thời hạn.")
        return Entry(row.given_at, row.giver_name, sentence, points=[why], icon="send", is_decision=True, order=-1)

    def handed_in(self, product: ProductVersion) -> Entry:
        """A hand-in with everything in it."""
        claimed = [one.criterion.text for one in product.criterion_answers.all() if one.is_claimed]
        points = [str(figure) for figure in product.figures.all()]
        points += [_("Tự đánh giá đạt: %(text)s") % {"text": text} for text in claimed]
        why = product.open_parts_reason
        sentence = _("nộp sản phẩm lần %(number)s.")
        if product.is_without_content:
            sentence = _("báo xong việc lần %(number)s, không kèm sản phẩm.")
        elif why:
            sentence = _("nộp sản phẩm lần %(number)s khi còn phần việc của đơn vị khác chưa xong.")
        return self.entry(
            product.handed_in_at,
            product.handed_in_by_id,
            product.handed_in_by_name,
            sentence % {"number": product.number},
            words=product.text,
            why=why,
            points=points,
            links=list(self._links(product)),
            icon="package",
        )

    def decided(self, product: ProductVersion) -> Iterator[Entry]:
        """The giver's word on a hand-in."""
        if product.decided_at is None or product.decision == Decision.PENDING:
            return
        failed = [one for one in product.criterion_answers.all() if one.verdict == Verdict.UNMET]
        if product.decision == Decision.CONFIRMED:
            sentence = _("xác nhận hoàn thành, theo sản phẩm lần %(number)s.") % {"number": product.number}
        else:
            sentence = _("trả lại sản phẩm lần %(number)s (%(kind)s).") % {
                "number": product.number,
                "kind": product.get_return_kind_display().lower(),
            }
        yield self.entry(
            product.decided_at,
            product.decided_by_id,
            product.decided_by_name,
            sentence,
            why=product.reason,
            points=[_failed(one.criterion.text, one.verdict_note) for one in failed],
            icon="circle-check" if product.decision == Decision.CONFIRMED else "arrow-back-up",
            is_decision=True,
        )

    def deadline(self, change: DeadlineChange) -> Iterator[Entry]:
        """A request for a later deadline and its answer, or a move by the giver alone."""
        asked, before = _written(change.asked_day), _written(change.from_day)
        named = {"before": before, "day": asked}
        if change.is_by_giver:
            sentence = _("đặt thời hạn %(day)s (trước đó: %(before)s).") % named
        else:
            sentence = _("đề nghị lùi thời hạn từ %(before)s đến %(day)s.") % named
        yield self.entry(
            change.asked_at, change.asked_by_id, change.asked_by_name, sentence, why=change.reason,
            icon="calendar", is_decision=change.is_by_giver,
        )  # fmt: skip
        if change.is_by_giver or change.answered_at is None:
            return
        answers = {
            ChangeAnswer.GRANTED: _("đồng ý lùi thời hạn đến %(day)s.") % {"day": _written(change.granted_day)},
            ChangeAnswer.REFUSED: _("không đồng ý lùi thời hạn; giữ %(day)s.") % {"day": before},
            ChangeAnswer.WITHDRAWN: _("rút đề nghị lùi thời hạn."),
        }
        yield self.entry(
            change.answered_at, change.answered_by_id, change.answered_by_name, answers[ChangeAnswer(change.answer)],
            why=change.answer_text, icon="calendar", is_decision=change.answer != ChangeAnswer.WITHDRAWN, order=1,
        )  # fmt: skip

    def waited(self, wait: Wait) -> Iterator[Entry]:
        """A wait for another unit: its beginning and its end."""
        named = {"unit": wait.part.unit.name, "code": wait.part.code}
        yield self.entry(
            wait.began_at,
            wait.began_by_id,
            wait.began_by_name,
            _("ghi nhận đang chờ phần việc của %(unit)s (%(code)s).") % named,
            why=wait.reason,
            icon="hourglass",
        )
        if wait.ended_at is not None:
            counted = _("%(days)s ngày tính cho đơn vị ấy.") % {"days": wait.counted_days}
            yield self.entry(
                wait.ended_at, None, wait.ended_by_name, _("ghi nhận hết chờ %(unit)s (%(code)s).") % named,
                points=[counted], icon="player-play", order=1,
            )  # fmt: skip

    def criteria(self) -> Iterator[Entry]:
        """The criteria as they were set and dropped, those of one moment together."""
        rows = sorted(self._assignment.criteria.all(), key=lambda row: (row.set_at, row.position))
        for (at, name), held in groupby(rows, key=lambda row: (row.set_at, row.set_by_name)):
            texts = [row.text for row in held]
            sentence = _("đặt %(count)s tiêu chí nghiệm thu.") % {"count": len(texts)}
            yield self.entry(at, None, name, sentence, points=texts, icon="list-check", is_decision=True)
        gone = sorted((row.dropped_at, row.dropped_by_name, row.text) for row in rows if row.dropped_at)
        for (at, name), dropped in groupby(gone, key=lambda row: row[:2]):
            texts = [text for _at, _name, text in dropped]
            sentence = _("bỏ %(count)s tiêu chí nghiệm thu.") % {"count": len(texts)}
            yield self.entry(at, None, name, sentence, points=texts, icon="list-check", is_decision=True)

    def _links(self, product: ProductVersion) -> Iterator[Link]:
        place = [self._assignment.pk, product.number]
        if product.file:
            yield Link(product.file_name, reverse("product-file", args=place), is_file=True)
        for annex in product.annexes.all():
            if annex.file:
                yield Link(annex.file_name, reverse("product-annex", args=[*place, annex.number]), is_file=True)
        for link in filter(None, [product.link, *(annex.link for annex in product.annexes.all())]):
            yield Link(link, link)


def _failed(text: str, note: str) -> str:
    said = _("Không đạt: %(text)s") % {"text": text}
    return f"{said} – {note}" if note else said


def _written(day: dt.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else _("không nêu")


def _day(entry: Entry) -> dt.date:
    return entry.at.astimezone(VIETNAM).date()
