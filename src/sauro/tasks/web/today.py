"""What a person has to do today: the sections of the first page, red things first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.documents.enums import DocumentState
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.tasks.home_panels import count_given
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import (
    LateObligation,
    Tally,
    extensions_asked,
    given_by,
    late_obligations,
    my_work,
    questioned,
    to_confirm,
)
from sauro.tasks.timeliness import Timeliness, timeliness_condition
from sauro.ui.badges import Tone

SHOWN = 5
COUNT_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Section:
    """One thing to do: how many, the first few, and the address of the list with all of them."""

    key: str
    label: str | Promise
    tone: Tone
    icon: str
    count: int
    rows: Sequence[TimedAssignment]
    url_name: str
    query: str = ""

    @property
    def count_text(self) -> str:
        """The number, exact up to a thousand."""
        return f"{COUNT_LIMIT:,}+".replace(",", ".") if self.count > COUNT_LIMIT else str(self.count)


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the first page shows."""

    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
    documents_count: int
    given: Tally | None
    given_late: tuple[LateObligation, ...]
    may_register: bool

    @property
    def is_clear(self) -> bool:
        """Tell whether nothing waits for the person."""
        return not any(section.count for section in self.sections) and not self.documents_count


def get_today(actor: Actor) -> Today:
    """Return the first page of an actor. Takes the same number of queries whatever there is to do."""
    mine, given = my_work(actor), given_by(actor)
    late = timeliness_condition([Timeliness.OVERDUE], today=today())
    soon = timeliness_condition([Timeliness.DUE_SOON], today=today())
    sections = [
        _section("late", _("Quá hạn"), Tone.LATE, "alert-triangle", mine.filter(late),
                 "my-work", "hinh=overdue"),
        _section("given-late", _("Việc đã giao quá hạn"), Tone.LATE, "alert-triangle",
                 given.filter(late), "given-list", "hinh=overdue"),
        _section("returned", _("Bị trả lại, phải làm lại"), Tone.SOON, "arrow-back-up",
                 mine.filter(state="returned"), "my-work", "tt=returned"),
        _section("soon", _("Sắp đến hạn"), Tone.SOON, "clock", mine.filter(soon),
                 "my-work", "hinh=due_soon"),
        _section("new", _("Mới giao, chờ nhận"), Tone.ACTIVE, "send", mine.filter(state="given"), "my-work",
                 "tt=given"),
        _section("confirm", _("Chờ xác nhận sản phẩm"), Tone.SOON, "package", to_confirm(actor), "given-list",
                 "tt=handed_in"),
        _section("extensions", _("Đề nghị lùi thời hạn"), Tone.SOON, "calendar-question", extensions_asked(actor),
                 "given-list", "lui=cho"),
        _section("questioned", _("Đơn vị đề nghị xem lại"), Tone.SOON, "help-circle", questioned(actor), "given-list",
                 "tt=questioned"),
    ]  # fmt: skip
    in_review = document_policy.visible(actor, "review").filter(state=DocumentState.REVIEW)
    return Today(
        sections=tuple(section for section in sections if section.count),
        documents=tuple(in_review.select_related("owner_unit").order_by("received_at", "id")[:SHOWN]),
        documents_count=in_review[: COUNT_LIMIT + 1].count(),
        given=count_given(actor) if actor.holds("giving.view") else None,
        given_late=tuple(late_obligations(actor, limit=SHOWN)) if actor.holds("giving.view") else (),
        may_register=actor.holds("documents.register"),
    )


def _section(
    key: str,
    label: str | Promise,
    tone: Tone,
    icon: str,
    rows: QuerySet[TimedAssignment],
    url_name: str,
    query: str,
) -> Section:
    # The identities come first, in no order: sorting thousands to count them, or reading far to find some, takes long.
    found = list(rows.order_by().values_list("pk", flat=True)[: COUNT_LIMIT + 1])
    first = rows.filter(pk__in=found) if len(found) <= COUNT_LIMIT else rows
    return Section(
        key=key,
        label=label,
        tone=tone,
        icon=icon,
        count=len(found),
        rows=list(first.order_by("due_on", "id")[:SHOWN]),
        url_name=url_name,
        query=query,
    )
