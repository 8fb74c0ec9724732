"""Measured ways between places, taken in from a table: all rows are checked first, then all are written or none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed
from sauro.organizations.models import Unit
from sauro.organizations.naming import canonical
from sauro.organizations.selectors.register import Register, current_register
from sauro.staffing import events
from sauro.staffing.models import Road
from sauro.staffing.policies import MANAGE
from sauro.ui.sheets import LARGEST_FILE, read_cells
from sauro.workforce.policies import establishment_policy
from vanban.text.normalize import fold, nfc

MOST_ROWS = 12_000
"""Every pair of 150 places fits."""

MINUTES = range(1, 1441)
_HEADS = {
    "one": ("tu", "noi di", "dia ban di", "dia ban 1", "xa 1"),
    "other": ("den", "noi den", "dia ban den", "dia ban 2", "xa 2"),
    "minutes": ("phut", "so phut", "so phut di", "thoi gian phut", "thoi gian"),
}

Pair = tuple[UUID, UUID, int]
"""Two places in the order in which they are stored, and the minutes between them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row, as the program for tables numbers it."""

    row: int
    message: str


@dataclass
class Checked:
    """A table that was read: its ways, what is wrong in it, and how many ways would be new or would change."""

    pairs: list[Pair] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    new: int = 0
    changed: int = 0


def check_roads(*, actor: Actor, data: bytes) -> Checked:
    """Read a table with the columns from, to and minutes (.xlsx or .csv). Nothing is written.

    Raises ``rows`` at ``file`` for a table that is none of this, and 403 for who keeps no places.
    """
    kept = _kept(actor)
    head, rows = _read(data)
    checked = Checked()
    seen: dict[tuple[UUID, UUID], tuple[int, int]] = {}
    register = current_register()
    for number, cells in rows:
        try:
            one, other, minutes = _way(register, kept, {name: cells[at] for name, at in head.items()})
            before = seen.setdefault((one, other), (number, minutes))
            if before[1] != minutes:
                words = _("Cặp này đã có ở dòng %(row)d với số phút khác.")
                raise DomainError("row", words % {"row": before[0]})
        except DomainError as error:
            checked.faults.append(Fault(number, error.message))
    checked.pairs = [(one, other, minutes) for (one, other), (_row, minutes) in seen.items()]
    _compare(checked)
    return checked


@transaction.atomic
def save_roads(*, actor: Actor, pairs: Sequence[Pair]) -> int:
    """Write measured ways, over those that were there. Returns how many. Raises 403 for places of others."""
    kept = _kept(actor)
    if any(place not in kept for one, other, _minutes in pairs for place in (one, other)):
        raise NotAllowed("not-allowed", _("Có địa bàn bạn không quản lý."))
    rows = [Road(one_id=one, other_id=other, minutes=minutes) for one, other, minutes in pairs]
    Road.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["one", "other"], update_fields=["minutes"], batch_size=2000
    )
    scope = actor.scopes(MANAGE)[0]
    record_event(
        actor=actor, event=events.ROADS_SAVED, domain=scope.domain, unit_id=scope.unit_id,
        object_text=str(len(rows)), changes={"ways": len(rows)},
    )  # fmt: skip
    return len(rows)


def _kept(actor: Actor) -> set[UUID]:
    if not actor.holds(MANAGE):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi dữ liệu địa bàn."))
    return set(establishment_policy.visible(actor, "manage").values_list("pk", flat=True))


def _compare(checked: Checked) -> None:
    known = {(one, other): minutes for one, other, minutes in Road.objects.values_list("one", "other", "minutes")}
    for one, other, minutes in checked.pairs:
        checked.new += (one, other) not in known
        checked.changed += known.get((one, other), minutes) != minutes


def _way(register: Register, kept: set[UUID], cells: Mapping[str, Any]) -> Pair:
    one, other = (_place(register, kept, str(cells[name])) for name in ("one", "other"))
    if one == other:
        raise DomainError("row", _("Hai địa bàn là một."))
    text = str(cells["minutes"]).strip().removesuffix(".0")
    if not (text.isascii() and text.isdigit() and int(text) in MINUTES):
        raise DomainError("row", _("Số phút “%(text)s” phải là số nguyên từ 1 đến 1440.") % {"text": text})
    return min(one, other), max(one, other), int(text)


def _place(register: Register, kept: set[UUID], text: str) -> UUID:
    """Return the place a cell names: by code, or by a name that means one unit today."""
    name = nfc(text).strip()
    by_code = register.by_code.get(name)
    found = [by_code] if by_code else _named(register, name)
    if not found:
        raise DomainError("row", _("Không có địa bàn, đơn vị “%(name)s”.") % {"name": name})
    if len(found) > 1:
        raise DomainError("row", _("“%(name)s” có nhiều nghĩa; hãy ghi mã đơn vị.") % {"name": name})
    if found[0].pk not in kept:
        raise DomainError("row", _("Bạn không quản lý “%(name)s”.") % {"name": name})
    return found[0].pk


def _named(register: Register, name: str) -> list[Unit]:
    if not name:
        return []
    found = register.named(canonical(name), today())
    territories = [unit for unit in found if unit.kind == "territory"]
    return territories or found


def _read(data: bytes) -> tuple[dict[str, int], Iterator[tuple[int, Sequence[Any]]]]:
    table = read_cells(data) if data[:2] == b"PK" else _csv(data)
    for at, row in enumerate(table[:10]):
        keys = [fold(str(cell)) for cell in row]
        head = {name: keys.index(word) for name, words in _HEADS.items() for word in words if word in keys}
        if len(head) == len(_HEADS):
            rows = table[at + 1 :]
            if not rows or len(rows) > MOST_ROWS:
                words = _("Bảng phải có từ 1 đến %(most)d dòng dưới dòng tiêu đề.")
                raise DomainError("rows", words % {"most": MOST_ROWS}, field="file")
            width = max(head.values()) + 1
            filled = ((at + 2 + number, [*row, *[""] * width]) for number, row in enumerate(rows))
            return head, (one for one in filled if any(str(cell).strip() for cell in one[1]))
    raise DomainError("rows", _("Không thấy dòng tiêu đề có ba cột “Từ”, “Đến”, “Số phút”."), field="file")


def _csv(data: bytes) -> list[list[str]]:
    if len(data) > LARGEST_FILE:
        raise DomainError("too-large", _("Tệp lớn quá 2 MB."), field="file")
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1258"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        first = text.partition("\n")[0]
        return list(csv.reader(io.StringIO(text), delimiter=max(";,\t", key=first.count)))
    raise DomainError("rows", _("Không đọc được tệp này. Hãy lưu bảng thành .xlsx hoặc .csv (UTF-8)."), field="file")
