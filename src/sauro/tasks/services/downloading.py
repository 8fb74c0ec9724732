"""Opening the file of a product. Who opened what is recorded."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import NotVisible
from sauro.documents.models import StoredFile
from sauro.tasks import events
from sauro.tasks.models import Assignment, ProductAnnex
from sauro.tasks.policies import assignment_policy


@transaction.atomic
def open_product(*, actor: Actor, assignment_id: UUID, number: int, annex: int = 0) -> tuple[StoredFile, str]:
    """Return the file of a version of the product, or one of its annexes, with its name, and record the download."""
    assignment = assignment_policy.get_visible(actor, assignment_id)
    file, name = _find(assignment, number, annex)
    if file is None:
        raise NotVisible("not-found", _("Lần nộp này không có tệp."))
    opened = f"{number}.{annex}" if annex else number
    record_event(
        actor=actor,
        event=events.PRODUCT_DOWNLOADED,
        obj=assignment,
        object_text=assignment.code,
        changes={"product": [None, opened]},
    )
    return file, name


def _find(assignment: Assignment, number: int, annex: int) -> tuple[StoredFile | None, str]:
    if annex:
        rows = ProductAnnex.objects.filter(product__assignment=assignment, product__number=number, number=annex)
        found = rows.select_related("file").first()
        return (found.file, found.file_name) if found else (None, "")
    product = assignment.products.select_related("file").filter(number=number).first()
    return (product.file, product.file_name) if product else (None, "")
