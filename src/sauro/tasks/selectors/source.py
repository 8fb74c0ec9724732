"""The document behind an assignment, as the body that has to do the work may read it."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import NotVisible
from sauro.documents.models import Document, Reading
from sauro.documents.policies import not_suspected
from sauro.tasks.models import Assignment, Obligation
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.desk import Desk


def get_source(*, actor: Actor, assignment_id: UUID) -> tuple[Assignment, Desk]:
    """Return an assignment and the text it came from, with its own sentence as the only one marked.

    A directive goes whole to everybody it obliges, so whoever sees the assignment may read the text; the findings about
    it and the other bodies' work stay with the giver. Work that crossed into another domain has no text to open, and a
    document closed because it may be a state secret opens for nobody here: raises :class:`NotVisible`.
    """
    base = Assignment.objects.select_related("obligation__document__owner_unit")
    assignment = assignment_policy.get_visible(actor, assignment_id, base=base)
    obligation = assignment.obligation
    if obligation is None:
        raise NotVisible("no-source", _("Nhiệm vụ này chỉ có câu được chuyển giao, không mở được văn bản nguồn."))
    if not Document.objects.filter(not_suspected(), pk=obligation.document_id).exists():
        raise NotVisible("source-closed", _("Văn bản nguồn đang tạm đóng để xem xét nên chưa mở được."))
    reading = Reading.objects.select_related("text").get(pk=obligation.reading_id)
    reading.extraction = {}
    own = Obligation.objects.filter(pk=obligation.pk).prefetch_related("bodies__unit")
    return assignment, Desk(
        document=obligation.document, reading=reading, obligations=list(own), may_review=False, may_send=False
    )
