"""What a person has to do today: the sections of the first page, red things first."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.access.kept import ask
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
    visible_assignments,
)
from sauro.tasks.timeliness import Timeliness, timeliness_condition
from sauro.ui.badges import Tone

Rows = Callable[[Actor], QuerySet[TimedAssignment]]

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
    in_review = document_policy.visible(actor, "review").filter(state=DocumentState.REVIEW)
    return Today(
        sections=_sections(actor),
        documents=tuple(in_review.select_related("owner_unit").order_by("received_at", "id")[:SHOWN]),
        documents_count=in_review[: COUNT_LIMIT + 1].count(),
        given=count_given(actor) if actor.holds("giving.view") else None,
        given_late=tuple(late_obligations(actor, limit=SHOWN)) if actor.holds("giving.view") else (),
        may_register=actor.holds("documents.register"),
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """A section before it is counted. ``rows`` are what is to be done."""

    label: str | Promise
    tone: Tone
    icon: str
    rows: Rows
    url_name: str
    query: str


def _of_state(state: str) -> Rows:
    return lambda actor: my_work(actor).filter(state=state)


def _of_timeliness(kind: Timeliness, rows: Rows) -> Rows:
    return lambda actor: rows(actor).filter(timeliness_condition([kind], today=today()))


_KINDS: Mapping[str, _Kind] = {
    "late": _Kind(_("Quá hạn"), Tone.LATE, "alert-triangle", _of_timeliness(Timeliness.OVERDUE, my_work),
                  "my-work", "hinh=overdue"),
    "given-late": _Kind(_("Việc đã giao quá hạn"), Tone.LATE, "alert-triangle",
                        _of_timeliness(Timeliness.OVERDUE, given_by), "given-list", "hinh=overdue"),
    "returned": _Kind(_("Bị trả lại, phải làm lại"), Tone.SOON, "arrow-back-up", _of_state("returned"),
                      "my-work", "tt=returned"),
    "soon": _Kind(_("Sắp đến hạn"), Tone.SOON, "clock", _of_timeliness(Timeliness.DUE_SOON, my_work),
                  "my-work", "hinh=due_soon"),
    "new": _Kind(_("Mới giao, chờ nhận"), Tone.ACTIVE, "send", _of_state("given"), "my-work", "tt=given"),
    "confirm": _Kind(_("Chờ xác nhận sản phẩm"), Tone.SOON, "package", to_confirm, "given-list", "tt=handed_in"),
    "extensions": _Kind(_("Đề nghị lùi thời hạn"), Tone.SOON, "calendar-question", extensions_asked,
                        "given-list", "lui=cho"),
    "questioned": _Kind(_("Đơn vị đề nghị xem lại"), Tone.SOON, "help-circle", questioned,
                        "given-list", "tt=questioned"),
}  # fmt: skip


def _sections(actor: Actor) -> tuple[Section, ...]:
    # The identities come first, in no order: sorting thousands to count them, or reading far to find some, takes long.
    found = {key: ask(_identities, actor, key) for key in _KINDS}
    first = {
        key: _first(rows) if len(rows) <= COUNT_LIMIT else [pk for (pk,) in ask(_in_order, actor, key)]
        for key, rows in found.items()
    }
    read = _read(actor, [pk for keys in first.values() for pk in keys])
    return tuple(
        Section(
            key=key,
            label=kind.label,
            tone=kind.tone,
            icon=kind.icon,
            count=len(found[key]),
            rows=[read[pk] for pk in first[key] if pk in read],
            url_name=kind.url_name,
            query=kind.query,
        )
        for key, kind in _KINDS.items()
        if found[key]
    )


def _identities(actor: Actor, key: str) -> QuerySet[TimedAssignment, Any]:
    return _KINDS[key].rows(actor).order_by().values_list("pk", "due_on")[: COUNT_LIMIT + 1]


def _in_order(actor: Actor, key: str) -> QuerySet[TimedAssignment, Any]:
    return _KINDS[key].rows(actor).order_by("due_on", "id").values_list("pk")[:SHOWN]


def _first(rows: Sequence[tuple[UUID, dt.date | None]]) -> list[UUID]:
    """The identities of what is due first; what has no deadline comes last."""
    ordered = heapq.nsmallest(SHOWN, rows, key=lambda row: (row[1] or dt.date.max, row[0]))
    return [pk for pk, _due in ordered]


def _read(actor: Actor, keys: Sequence[UUID]) -> Mapping[UUID, TimedAssignment]:
    """The rows of some identities, for all sections at once."""
    if not keys:
        return {}
    # As many values every time: one text serves all.
    values = {f"row_{number}": keys[min(number, len(keys) - 1)] for number in range(len(_KINDS) * SHOWN)}
    return {row.pk: row for row in ask(_chosen, actor, **values)}


def _chosen(actor: Actor, **keys: UUID) -> QuerySet[TimedAssignment]:
    return visible_assignments(actor).filter(pk__in=list(keys.values()))
