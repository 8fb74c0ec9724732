"""Proposing products from what a unit delivered in a year, so that nobody writes the list from memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import CatalogueState, ProductState
from sauro.appraisals.models import Catalogue, Product
from sauro.appraisals.policies import catalogue_policy, ruled_policy
from sauro.appraisals.rules.figures import UNIT
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.organizations.models import Unit
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import Assignment
from vanban.text.normalize import fold

MOST = 300
_LONGEST = 500


@transaction.atomic
def gather_products(*, actor: Actor, catalogue_id: UUID, unit_id: UUID) -> int:
    """Propose each kind of product that a unit's confirmed work of the year had, with how often; return how many.

    What the draft holds already is left alone. Coefficient and group are for people to set. Raises ``not-draft``,
    ``unit-elsewhere``, ``nothing-found``.
    """
    catalogue = catalogue_policy.get_locked(actor, catalogue_id)
    unit = ruled_policy.get_visible(actor, unit_id)
    ruled_policy.require(actor, "propose", unit)
    if catalogue.state != CatalogueState.DRAFT:
        raise DomainError("not-draft", _("Danh mục đã ban hành: hãy đề xuất từng sản phẩm mới."))
    if not unit.path.startswith(catalogue.unit.path) or unit.domain != catalogue.domain:
        raise DomainError("unit-elsewhere", _("Đơn vị này không dùng danh mục này."), field="unit")
    done = Assignment.objects.filter(
        Q(closed_at__year=catalogue.year) | Q(closed_at__year=catalogue.year - 1),
        unit=unit, domain=catalogue.domain, state=AssignmentState.CONFIRMED,
    ).exclude(product="")  # fmt: skip
    known = set(catalogue.products.values_list("product_key", flat=True))
    words: dict[str, str] = {}
    times: Counter[str] = Counter()
    for product in done.order_by("closed_at").values_list("product", flat=True):
        text = " ".join(product.split())[:_LONGEST]
        key = fold(text)
        words.setdefault(key, text)
        times[key] += 1
    new = [(key, often) for key, often in times.most_common(MOST) if key not in known]
    if not new:
        raise DomainError("nothing-found", _("Không có sản phẩm mới nào trong việc đã xác nhận của đơn vị."))
    codes = _free_codes(set(catalogue.products.values_list("code", flat=True)))
    rows = [_proposal(catalogue, unit, next(codes), words[key], often) for key, often in new]
    Product.objects.bulk_create(rows)
    record_event(actor=actor, event=events.PRODUCTS_GATHERED, obj=catalogue, changes={"products": [None, len(rows)]})
    return len(rows)


def _proposal(catalogue: Catalogue, unit: Unit, code: str, words: str, times: int) -> Product:
    return Product(
        catalogue=catalogue, proposed_by=unit, code=code, work=words, product=words, units=UNIT, times=times,
        state=ProductState.PROPOSED, search_key=fold(f"{code} {words}"), product_key=fold(words),
    )  # fmt: skip


def _free_codes(taken: set[str]) -> Iterator[str]:
    """Yield codes of proposals that nothing in the catalogue has."""
    return (code for number in count(1) if (code := f"DX.{number:03}") not in taken)
