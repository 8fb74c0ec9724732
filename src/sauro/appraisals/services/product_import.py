"""A workbook of products taken into a draft: every row by the service of the pages, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals.enums import ProductState
from sauro.appraisals.models import Product
from sauro.appraisals.services.catalogues import ProductFields, add_product, save_product
from sauro.common.errors import DomainError


class _RefusedError(Exception):
    """Ends the taking-in: what was written is undone."""


def import_products(
    *, actor: Actor, catalogue_id: UUID, unit_id: UUID, rows: Sequence[tuple[int, ProductFields]]
) -> list[str]:
    """Add each row to a catalogue, or change the product of its code. Returns faults with their rows; with any,
    nothing is written."""
    faults: list[str] = []
    try:
        with transaction.atomic():
            for number, fields in rows:
                try:
                    _take(actor, catalogue_id, unit_id, fields)
                except DomainError as error:
                    faults.append(_("Dòng %(row)d: %(why)s") % {"row": number, "why": error.message})
            if faults:
                raise _RefusedError
    except _RefusedError:
        pass
    return faults


def _take(actor: Actor, catalogue_id: UUID, unit_id: UUID, fields: ProductFields) -> None:
    known = Product.objects.filter(catalogue=catalogue_id, code=fields.code.strip()).first()
    with transaction.atomic():
        if known is None:
            add_product(actor=actor, catalogue_id=catalogue_id, unit_id=unit_id, fields=fields)
        else:
            save_product(actor=actor, product_id=known.pk, fields=fields, state=ProductState(known.state))
