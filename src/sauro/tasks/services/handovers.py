"""What comes back over a hand-over: an answer released by a named person, as copied text."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.tasks import events
from sauro.tasks.models import Assignment, Handover, ProductVersion


def release_answer(*, actor: Actor, assignment: Assignment, product: ProductVersion) -> None:
    """Copy the answer of work that crossed to the giver's hand-over. Call inside the transaction that confirms it.

    Words, links and figures cross; of a file only its name does. Who confirmed is named to the other side.
    """
    handover = Handover.objects.select_for_update().filter(assignment_code=assignment.code).first()
    if handover is None:
        return
    names = [product.file_name, *product.annexes.values_list("file_name", flat=True)]
    parts = [product.text, product.link, *product.annexes.values_list("link", flat=True)]
    parts += [_("Tệp: %(name)s") % {"name": name} for name in names if name]
    parts += [str(one) for one in product.figures.all()]
    handover.answer = "\n".join(filter(None, parts)) or _("Đã hoàn thành, không có sản phẩm kèm theo.")
    handover.answered_at = now()
    handover.save(update_fields=["answer", "answered_at"])
    record_event(
        actor=actor, event=events.HANDOVER_ANSWERED, obj=handover, object_text=assignment.code, domain=handover.domain
    )
