"""Counts, document by document, how the machine's proposals fared; a job does it, so that no page has to."""

from __future__ import annotations

from collections import Counter

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from sauro.annotations.fields import FIELD_LABELS
from sauro.annotations.models import Comparison
from sauro.annotations.selectors.reviewed import Review, review_of
from sauro.common.clock import now
from sauro.documents.models import Document
from sauro.tasks.models import Obligation

MOST_AT_ONCE = 200


def compare_documents() -> int:
    """Compare documents whose review went on since the last time, at most :data:`MOST_AT_ONCE`. Returns how many."""
    waiting = list(_waiting()[:MOST_AT_ONCE])
    for document in waiting:
        compare_document(document)
    return len(waiting)


@transaction.atomic
def compare_document(document: Document) -> Comparison | None:
    """Count anew for one document; None when it was not read yet."""
    moment = now()
    review = review_of(document)
    if review is None:
        return None
    columns = {
        "domain": document.domain,
        "owner_unit_id": document.owner_unit_id,
        "kind": document.kind,
        "is_sample": document.is_sample,
        "counts": counts_of(review),
        "compared_at": moment,
    }
    row, _created = Comparison.objects.update_or_create(document=document, defaults=columns)
    return row


def counts_of(review: Review) -> dict[str, int]:
    """Return the counts of a review, as :class:`Comparison` keeps them. What is still open counts nowhere."""
    proposed = [one for one in review.accepted if one.proposal is not None]
    changed = Counter(name for one in proposed for name in one.changed)
    return {
        "kept": len(proposed),
        "discarded": review.discarded_proposals,
        "reshaped": review.reshaped,
        "added": sum(one.is_added for one in review.accepted),
        **{name: changed[name] for name in FIELD_LABELS},
    }


def _waiting() -> QuerySet[Document]:
    """Documents with a decision on an obligation that no comparison knows of yet."""
    later = Q(reviewed_at__gt=OuterRef("comparison__compared_at")) | Q(sent_at__gt=OuterRef("comparison__compared_at"))
    reviewed = Obligation.objects.filter(document=OuterRef("pk"), reviewed_at__isnull=False)
    new = Q(comparison__isnull=True) & Exists(reviewed)
    moved = Q(comparison__isnull=False) & Exists(reviewed.filter(later))
    return Document.objects.filter(new | moved).order_by(F("comparison__compared_at").asc(nulls_first=True))
