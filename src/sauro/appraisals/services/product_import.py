"""A workbook of products taken into a catalogue: every row by the service of the pages, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import ProductState
from sauro.appraisals.models import Catalogue, Product
from sauro.appraisals.policies import catalogue_policy
from sauro.appraisals.services.catalogues import ProductFields, add_product, save_product
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from vanban.text.normalize import nfc


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A row: its number and its cells by column, as the program for tables shows them (``F7``); then the product, its
    conclusion (None where the cell is empty) and its mark, or what is wrong in a column."""

    number: int
    cells: Mapping[str, str]
    fields: ProductFields | None = None
    state: ProductState | None = None
    mark: str = ""
    fault: str = ""
    column: str = ""

    def said(self, message: str, column: str | None) -> str:
        """Return what is wrong with the place people have to look at."""
        cell = self.cells.get(column or "")
        if cell:
            return _("Ô %(cell)s: %(why)s") % {"cell": cell, "why": message}
        return _("Dòng %(row)d: %(why)s") % {"row": self.number, "why": message}


@dataclass(slots=True)
class Taken:
    """What became of the rows; with any fault nothing was written."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    faults: list[str] = field(default_factory=list)


class _RefusedError(Exception):
    """Ends the taking-in: what was written is undone."""


def _said(one: Product | ProductFields) -> tuple[str, ...]:
    held = (one.code, one.field, one.work, one.product, one.group, one.units, one.note)
    return tuple(" ".join(nfc(str(value)).split()) for value in held)


def note_export(*, actor: Actor, catalogue: Catalogue, rows: int) -> None:
    """Record that somebody took a catalogue out as a workbook."""
    record_event(actor=actor, event=events.CATALOGUE_EXPORTED, obj=catalogue, changes={"rows": rows})


def import_products(*, actor: Actor, catalogue_id: UUID, unit_id: UUID, rows: Sequence[ProductRow]) -> Taken:
    """Add each row to a catalogue, or change the product of its code where the row says otherwise.

    A row whose product was changed by somebody after it was taken out is a fault, unless it says the same.
    """
    found, seen = Taken(), dict[str, int]()
    try:
        with transaction.atomic():
            catalogue = catalogue_policy.get_locked(actor, catalogue_id)
            known = {one.code: one for one in Product.objects.filter(catalogue=catalogue)}
            for row in rows:
                try:
                    _require_once(row, seen)
                    with transaction.atomic():
                        _take(actor, catalogue_id, unit_id, row, known, found)
                except DomainError as error:
                    if error.status in (403, 404):
                        raise
                    found.faults.append(row.said(error.message, error.field))
            if found.faults:
                raise _RefusedError
    except _RefusedError:
        pass
    return found


def _require_once(row: ProductRow, seen: dict[str, int]) -> None:
    if row.fields is None:
        raise DomainError("row-wrong", row.fault, field=row.column)
    first = seen.setdefault(row.fields.code, row.number)
    if row.fields.code and first != row.number:
        words = _("Mã %(code)s đã có ở dòng %(row)d. Hãy đổi mã hoặc bỏ một dòng.")
        raise DomainError("code-twice", words % {"code": row.fields.code, "row": first}, field="code")


def _take(
    actor: Actor, catalogue_id: UUID, unit_id: UUID, row: ProductRow, known: Mapping[str, Product], found: Taken
) -> None:
    if row.fields is None:
        return
    product = known.get(row.fields.code)
    if product is None:
        made = add_product(actor=actor, catalogue_id=catalogue_id, unit_id=unit_id, fields=row.fields)
        if row.state is not None and row.state != made.state:
            save_product(actor=actor, product_id=made.pk, fields=row.fields, state=row.state)
        found.added += 1
        return
    state = row.state or ProductState(product.state)
    if _said(product) == _said(row.fields) and state == product.state:
        found.unchanged += 1
        return
    if row.mark and row.mark != product.mark:
        words = _("Sản phẩm %(code)s đã có người sửa sau khi bạn xuất tệp. Hãy xuất lại danh mục rồi sửa dòng này.")
        raise DomainError("row-stale", words % {"code": product.code}, field="code")
    save_product(actor=actor, product_id=product.pk, fields=row.fields, state=state)
    found.changed += 1
