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
from sauro.tasks.policies import assignment_policy


@transaction.atomic
def open_product(*, actor: Actor, assignment_id: UUID, number: int) -> tuple[StoredFile, str]:
    """Return the file of a version of the product with the name its user knows, and record the download."""
    assignment = assignment_policy.get_visible(actor, assignment_id)
    product = assignment.products.select_related("file").filter(number=number).first()
    if product is None or product.file is None:
        raise NotVisible("not-found", _("Lần nộp này không có tệp."))
    record_event(
        actor=actor,
        event=events.PRODUCT_DOWNLOADED,
        obj=assignment,
        object_text=assignment.code,
        changes={"product": [None, number]},
    )
    return product.file, product.file_name
