"""Writes what a deed leaves behind: rows, their history, and events, as the services and triggers would."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model

from sauro.access.actor import Actor, Door
from sauro.audit.models import AuditEvent
from sauro.audit.registry import EventType
from sauro.audit.services import SEAL_LOCK
from sauro.audit.words import kept_changes, text_of
from sauro.demo.lifelike.copying import NULL, Copier, Table, cell, id_cell, json_cell, text_cell
from sauro.demo.lifelike.echoes import MARK, Echoes
from sauro.demo.lifelike.identities import Identities
from sauro.organizations.models import Unit

_HISTORY_COLUMNS = ["pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context", "pgh_context_id"]
_EVENT_COLUMNS = [
    "id", "sequence", "at", "code", "actor_user_id", "actor_name", "actor_position", "actor_unit_id", "actor_unit_name",
    "on_behalf_of", "door", "request_id", "object_type", "object_id", "object_text", "domain", "unit_id", "changes",
    "reason",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of the story, as events and history name them; ``post`` is the appointment they hold."""

    actor: Actor
    post: UUID | None = None
    post_text: str = ""
    cells: str = field(init=False)

    def __post_init__(self) -> None:
        actor = self.actor
        held = (
            actor.user_id, actor.name, actor.position, actor.unit_id, actor.unit_name, actor.on_behalf_of,
            str(actor.door),
        )  # fmt: skip
        object.__setattr__(self, "cells", "\t".join(map(cell, held)))


@dataclass(frozen=True, slots=True)
class Deed:
    """One request of one person: when, who, and the cells that its history rows share."""

    at: dt.datetime
    who: Who
    request: str
    stamp: str
    context: str


class Ledger:
    """Takes deeds in the order of time and hands their lines to the copier."""

    def __init__(self, copier: Copier, random: Random, first_sequence: int) -> None:
        self.ids = Identities(random)
        self.next_sequence = first_sequence
        self.events = 0
        self.single_events = 0
        self._copier = copier
        self._tables: dict[type[Model], Table] = {}

    @property
    def echoes(self) -> Echoes:
        """How often the history is written."""
        return self._copier.echoes

    def begin_echoes(self, count: int) -> None:
        """Write everything from now on so many times. What came before must have been written."""
        self._copier.echoes = Echoes(count)
        self.ids.is_echoed = self.echoes.are_several
        if self.echoes.are_several:
            self.next_sequence = self.next_sequence // 10 + 1

    def use_up_sequence(self, first: int) -> None:
        """Count up to the last event, so that the next one follows on; ``first`` was taken from the sequence."""
        last = int(self.echoes.sequence(self.next_sequence - 1).replace(MARK, "9"))
        # Its role may not set the sequence, only count on.
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(nextval('audit_event_sequence')) FROM generate_series(1, %s)", [last - first])

    def deed(self, at: dt.datetime, who: Who) -> Deed:
        """Begin a request."""
        request = str(self.ids.at(at))
        held = {"request": request, "door": str(who.actor.door)}
        if who.actor.user_id is not None:
            held = {"user": str(who.actor.user_id), **held}
        # Jobs bind nobody to the rows they change.
        context = (
            f"{NULL}\t{NULL}"
            if who.actor.door == Door.JOB
            else f"{json.dumps(held, ensure_ascii=False)}\t{self.ids.any()}"
        )
        return Deed(at, who, request, at.isoformat(), context)

    def table(self, model: type[Model]) -> Table:
        """Return how rows of a model are written."""
        found = self._tables.get(model)
        if found is None:
            found = self._tables[model] = Table(model)
        return found

    def insert(self, deed: Deed, row: Model) -> None:
        """Note in the history that a row was made."""
        self._note(deed, row, "insert")

    def update(self, deed: Deed, row: Model) -> None:
        """Note in the history what a row holds now."""
        self._note(deed, row, "update")

    def _note(self, deed: Deed, row: Model, label: str) -> None:
        table = self.table(type(row))
        if not table.history_name:
            return
        cells = table.cells(row)[: len(table.history_columns)]
        cells += (deed.stamp, label, id_cell(row.pk), deed.context)
        self._copier.add(table.history_name, [*table.history_columns, *_HISTORY_COLUMNS], "\t".join(cells))

    def keep(self, row: Model) -> None:
        """Write the row itself, as it will stand."""
        table = self.table(type(row))
        self._copier.add(table.name, table.columns, "\t".join(table.cells(row)))

    def event(
        self,
        deed: Deed,
        event: EventType,
        obj: Model,
        *,
        text: str = "",
        changes: Mapping[str, Any] | None = None,
        reason: str = "",
        unit: Unit | None = None,
        is_single: bool = False,
    ) -> UUID:
        """Record who did what, with the arguments of ``record_event``; ``unit`` owns what has no owner itself.

        Returns the identity of the event. A single one has no echoes.
        """
        kept = kept_changes(obj, changes) if changes else {}
        owner = unit or obj
        sequence = self.echoes.sequence(self.next_sequence)
        pk = self.ids.at(deed.at)
        cells = (
            id_cell(pk), sequence, deed.stamp, event.code, deed.who.cells, deed.request,
            obj._meta.label_lower, id_cell(obj.pk), text_cell((text or text_of(obj))[:300]),
            cell(getattr(owner, "domain", "")), cell(getattr(owner, "owner_unit_id", None)), json_cell(kept),
            text_cell(reason),
        )  # fmt: skip
        self._copier.add(AuditEvent._meta.db_table, _EVENT_COLUMNS, "\t".join(cells), is_single=is_single)
        self.next_sequence += 1
        self.events += 1
        self.single_events += is_single
        return pk

    def write_if_full(self) -> None:
        """Send lines to the database when enough have come together. Rows kept so far must be whole families."""
        if self._copier.is_full():
            self._copier.write()


def take_sequence() -> int:
    """Return the next number of an event. Other writers of events wait until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEAL_LOCK])
        cursor.execute("SELECT nextval('audit_event_sequence')")
        return int(cursor.fetchone()[0])
