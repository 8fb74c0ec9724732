"""A form filled: its lines for a scope and a day, as far as the reader may know. Nothing here is narrowed to a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.headcounts.models import Snapshot
from sauro.headcounts.official.declaring import Counting, Naming, OfficialForm, Period, Value
from sauro.headcounts.official.rows import WITHHELD, PersonRow, UnitRow
from sauro.headcounts.scope import Scope
from sauro.headcounts.selectors.official_people import Opened, approved_by_unit, people_of, unit_names
from sauro.headcounts.selectors.official_units import unit_rows
from sauro.workforce.enums import Block


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line of a form: values of its columns; or, with ``words``, a heading over all columns."""

    values: Sequence[Value] = ()
    words: str = ""
    number: int | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with its lines. ``people`` are those a form of people names; ``hidden`` how many it may not name.

    ``dossiers`` are those it names, in their order. ``notes`` stand below the table.
    """

    form: OfficialForm
    scope: Scope
    period: Period
    lines: Sequence[FormLine]
    notes: Sequence[str]
    dossiers: Sequence[UUID] = field(default=())
    hidden: int = 0

    @property
    def rows(self) -> int:
        """How many numbered lines there are."""
        return sum(line.number is not None for line in self.lines)


def fill(
    actor: Actor, form: OfficialForm, snapshot: Snapshot, scope: Scope, until: dt.date, *, opened: Opened | None = None
) -> Filled:
    """Return a form of a scope that was cut down to the actor's reach, from the snapshot of its day.

    ``opened`` are sensitive facts that were opened for this form, on record.
    """
    period = Period(scope.day, until)
    if isinstance(form.content, Counting):
        return _counted(actor, form, form.content, snapshot, scope, period)
    return _named(actor, form, form.content, snapshot, scope, period, opened or {})


def _counted(
    actor: Actor, form: OfficialForm, content: Counting, snapshot: Snapshot, scope: Scope, period: Period
) -> Filled:
    rows, total, given = unit_rows(actor, snapshot, scope, content.block)
    lines = [
        FormLine(_values(form, row), number=number) for number, row in enumerate(rows, 1)
    ]  # fmt: skip
    lines.append(FormLine(_values(form, total), is_total=True))
    notes = [str(note) for note in form.notes]
    if given is not None:
        words = _("Dân tộc thiểu số: số đã công bố tại ngày %(day)s, phiên bản %(version)s.")
        notes.append(words % {"day": f"{given.release.day:%d/%m/%Y}", "version": given.release.version})
    if any(WITHHELD in line.values for line in lines):
        notes.append(_("%(mark)s Không công bố, hoặc chưa có số đã công bố.") % {"mark": WITHHELD})
    return Filled(form, scope, period, lines, notes)


def _values(form: OfficialForm, row: UnitRow | PersonRow) -> list[Value]:
    return [column.value(row) for column in form.leaves]


def _named(
    actor: Actor, form: OfficialForm, content: Naming, snapshot: Snapshot, scope: Scope, period: Period, opened: Opened
) -> Filled:  # fmt: skip
    people, hidden = people_of(actor, snapshot, scope, content, opened)
    kept = [one for one in people if content.keeps is None or content.keeps(one, period)]
    if content.order is not None:
        kept.sort(key=content.order)
    lines = list(_by_unit(form, content, snapshot, scope, kept) if content.by_unit else _numbered(form, kept))
    notes = [_("Tổng số: %(count)d người.") % {"count": len(kept)}, *(str(note) for note in form.notes)]
    if hidden:
        notes.append(
            _("%(count)d người trong phạm vi này không có trong danh sách: hồ sơ nay do đơn vị khác quản lý.")
            % {"count": hidden}
        )
    return Filled(form, scope, period, lines, notes, [one.dossier_id for one in kept], hidden)


def _numbered(form: OfficialForm, people: Sequence[PersonRow], first: int = 1) -> Iterator[FormLine]:
    for number, person in enumerate(people, first):
        yield FormLine(_values(form, person), number=number)


def _by_unit(
    form: OfficialForm, content: Naming, snapshot: Snapshot, scope: Scope, people: Sequence[PersonRow]
) -> Iterator[FormLine]:
    """Yield people under their units in the order of the register.

    A form of everybody tells how many posts there are, and names units with posts and nobody in them too.
    """
    is_whole = content.keeps is None and content.more is None
    approved = approved_by_unit(snapshot, scope, content.block) if is_whole else {}
    groups: dict[UUID, list[PersonRow]] = {}
    for one in people:
        groups.setdefault(one.unit_id, []).append(one)
    first = 1
    for unit_id, name in unit_names({*groups, *approved}):
        held = groups.get(unit_id, [])
        words = _("%(unit)s: biên chế giao %(approved)s, hiện có %(present)d người")
        if not is_whole:
            words = _("%(unit)s: %(present)d người")
        given = approved.get(unit_id, {})
        parts = [f"{given[block]} {str(Block(block).label).lower()}" for block in Block.values if given.get(block)]
        said = {"unit": name, "approved": ", ".join(parts) or "–", "present": len(held)}
        yield FormLine(words=words % said)
        yield from _numbered(form, held, first)
        first += len(held)
