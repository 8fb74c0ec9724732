"""What a hand-in claims of the criteria of acceptance, and what the giver finds of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.common.errors import Conflict, DomainError
from sauro.tasks.enums import Verdict
from sauro.tasks.models import Criterion, CriterionAnswer, ProductVersion

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """What the giver found of one criterion, and a note on it."""

    is_met: bool
    note: str = ""


def claim_criteria(*, product: ProductVersion, claims: Mapping[UUID, str]) -> None:
    """Store what a new hand-in claims: the criteria it meets, each with a note. Those not named are not claimed.

    Raises ``Conflict`` when a criterion was dropped or changed meanwhile.
    """
    criteria = list(Criterion.objects.filter(assignment=product.assignment_id, dropped_at__isnull=True))
    if set(claims) - {row.pk for row in criteria}:
        raise Conflict("criteria-changed", _("Bên giao vừa đổi tiêu chí nghiệm thu. Hãy tải lại trang."))
    CriterionAnswer.objects.bulk_create(
        CriterionAnswer(
            product=product, criterion=row, is_claimed=row.pk in claims, claim_note=_note(claims.get(row.pk, ""))
        )
        for row in criteria
    )


def find_criteria(
    *, product: ProductVersion, findings: Mapping[UUID, Finding], must_decide: bool
) -> list[CriterionAnswer]:
    """Store what the giver found and return the criteria that were not met. The product must be locked.

    ``must_decide``: every criterion needs a verdict.
    """
    answers = list(product.criterion_answers.select_related("criterion").order_by("criterion__position"))
    if set(findings) - {row.criterion_id for row in answers}:
        raise DomainError("criterion-unknown", _("Có tiêu chí không thuộc lần nộp này. Hãy tải lại trang."))
    open_rows = [row for row in answers if row.criterion_id not in findings]
    if must_decide and open_rows:
        raise DomainError(
            "verdict-needed",
            _("Hãy kết luận đạt hay không đạt cho từng tiêu chí; còn: %(texts)s.")
            % {"texts": "; ".join(row.criterion.text for row in open_rows[:3])},
            field=f"verdict-{open_rows[0].criterion_id}",
        )
    for row in answers:
        finding = findings.get(row.criterion_id)
        if finding is not None:
            row.verdict = Verdict.MET if finding.is_met else Verdict.UNMET
            row.verdict_note = _note(finding.note)
            row.save(update_fields=["verdict", "verdict_note"])
    return [row for row in answers if row.verdict == Verdict.UNMET]


def _note(text: str) -> str:
    text = " ".join(text.split())
    if len(text) > LONGEST_NOTE:
        raise DomainError("note-long", _("Ghi chú của tiêu chí dài quá %(most)s ký tự.") % {"most": LONGEST_NOTE})
    return text
