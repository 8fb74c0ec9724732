"""Records domain events and seals them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Model

from sauro.access.actor import Actor
from sauro.audit.listeners import Heard, tell
from sauro.audit.models import AuditEvent, Seal
from sauro.audit.registry import EventType
from sauro.audit.words import kept_changes, text_of
from sauro.common.clock import now
from sauro.common.copying import copy_rows
from sauro.common.ids import new_id_text

# Writers share this lock until they commit; the sealer takes it alone, so no event can appear inside a sealed range.
SEAL_LOCK = 0x5A5E0001
GENESIS = "0" * 64
MOST_SEALED_AT_ONCE = 5_000
"""Events under one seal: writers wait while it is made, and it has to be held in memory."""

_SEALED_FIELDS = (
    "id", "sequence", "at", "code", "actor_user_id", "actor_name", "actor_position", "actor_unit_id",
    "actor_unit_name", "on_behalf_of", "door", "request_id", "object_type", "object_id", "object_text", "domain",
    "unit_id", "changes", "reason",
)  # fmt: skip


def record_event(
    *,
    actor: Actor,
    event: EventType,
    obj: Model | None = None,
    object_text: str = "",
    domain: str = "",
    unit_id: UUID | None = None,
    changes: Mapping[str, Any] | None = None,
    reason: str = "",
) -> AuditEvent:
    """Write one event in the present transaction, and tell those who listen to its kind.

    ``obj`` is the object of the deed; its ``domain`` and ``owner_unit_id`` are taken over unless given. ``changes``
    maps a field to ``[before, after]``; secrets must not be in it, and words of documents are left out
    (:mod:`sauro.audit.words`).
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s), nextval('audit_event_sequence')", [SEAL_LOCK])
        sequence = cursor.fetchone()[1]
    event_row = AuditEvent.objects.create(
        sequence=sequence,
        at=now(),
        code=event.code,
        actor_user_id=actor.user_id,
        actor_name=actor.name,
        actor_position=actor.position,
        actor_unit_id=actor.unit_id,
        actor_unit_name=actor.unit_name,
        on_behalf_of=actor.on_behalf_of,
        door=actor.door,
        request_id=actor.request_id,
        object_type=obj._meta.label_lower if obj is not None else "",
        object_id=obj.pk if obj is not None else None,
        object_text=(object_text or text_of(obj))[:300],
        domain=domain or getattr(obj, "domain", ""),
        unit_id=unit_id or getattr(obj, "owner_unit_id", None),
        changes=kept_changes(obj, changes or {}),
        reason=reason,
    )
    tell(Heard(actor, event_row, obj))
    return event_row


@dataclass(frozen=True, slots=True)
class Subject:
    """An object of a deed done to many: what its events name it by, and whose they are."""

    pk: UUID
    text: str
    domain: str
    unit_id: UUID | None
    changes: Mapping[str, Any]


def record_events(*, actor: Actor, event: EventType, object_type: str, subjects: Sequence[Subject]) -> None:
    """Write one event for each object of one deed to many, in the present transaction. Nobody who listens is told.

    ``object_type`` is the label of their model; ``changes`` must hold codes and figures only.
    """
    if not subjects:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [SEAL_LOCK])
        cursor.execute(
            "SELECT nextval('audit_event_sequence') FROM generate_series(1, %s) ORDER BY 1", [len(subjects)]
        )  # fmt: skip
        sequences = [row[0] for row in cursor.fetchall()]
    moment = str(now())
    columns = [str(field.column) for field in AuditEvent._meta.concrete_fields]
    whole = (
        moment, event.code, actor.user_id, actor.name, actor.position, actor.unit_id, actor.unit_name,
        actor.on_behalf_of, actor.door, actor.request_id, object_type,
    )  # fmt: skip
    copy_rows(
        AuditEvent._meta.db_table,
        columns,
        (
            (
                new_id_text(),
                sequence,
                *whole,
                one.pk,
                one.text[:300],
                one.domain,
                one.unit_id,
                json.dumps(one.changes),
                "",
            )
            for sequence, one in zip(sequences, subjects, strict=True)
        ),
    )


def canonical(event: AuditEvent) -> bytes:
    """Return the bytes of an event that its seal covers: JSON with sorted keys, the same on every machine."""
    held = {name: getattr(event, name) for name in _SEALED_FIELDS}
    held["at"] = event.at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    return json.dumps(held, sort_keys=True, ensure_ascii=False, default=str).encode()


def digest_of(previous: str, events: Iterable[AuditEvent]) -> str:
    """Return the SHA-256 over the previous digest and the events, as hex."""
    running = hashlib.sha256(previous.encode())
    for event in events:
        running.update(hashlib.sha256(canonical(event)).digest())
    return running.hexdigest()


@transaction.atomic
def seal_events() -> Seal | None:
    """Seal the oldest events not yet sealed, all there are or ``MOST_SEALED_AT_ONCE``. Returns nothing when none is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEAL_LOCK])
    last = Seal.objects.order_by("-number").first()
    unsealed = AuditEvent.objects.filter(sequence__gt=last.last_sequence if last else 0).order_by("sequence")
    events = list(unsealed[:MOST_SEALED_AT_ONCE])
    if not events:
        return None
    previous = last.digest if last else GENESIS
    return Seal.objects.create(
        number=last.number + 1 if last else 1,
        first_sequence=events[0].sequence,
        last_sequence=events[-1].sequence,
        event_count=len(events),
        previous_digest=previous,
        digest=digest_of(previous, events),
        sealed_at=now(),
    )


def verify_seals() -> list[str]:
    """Recompute every seal and return a line for each that does not hold; an empty list means all hold."""
    faults: list[str] = []
    previous = GENESIS
    for seal in Seal.objects.order_by("number"):
        events = AuditEvent.objects.filter(sequence__range=(seal.first_sequence, seal.last_sequence))
        ordered = list(events.order_by("sequence"))
        if seal.previous_digest != previous:
            faults.append(f"#{seal.number}: chain broken")
        if len(ordered) != seal.event_count or digest_of(seal.previous_digest, ordered) != seal.digest:
            faults.append(f"#{seal.number}: events {seal.first_sequence}-{seal.last_sequence} changed")
        previous = seal.digest
    return faults
