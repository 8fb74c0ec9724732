"""What the units of the demo do with the work they were given: split it, and bind what is asked twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sauro.access.actor import Actor
from sauro.demo.story import ACTING
from sauro.documents.models import Document
from sauro.organizations.models import Unit
from sauro.tasks.enums import PairState
from sauro.tasks.models import Assignment, LikelyPair
from sauro.tasks.services.binding import bind_assignments
from sauro.tasks.services.delegation import PartPlan, split_assignment
from sauro.tasks.services.lifecycle import accept_assignment, report_progress
from sauro.tasks.services.likely import propose_likely
from sauro.tasks.transitions import WORKING_STATES

BINDING_REASON = "Hai văn bản cùng giao một việc; đơn vị làm một lần, báo cáo cho cả hai nơi."


@dataclass(frozen=True, slots=True)
class SamplePart:
    """A part of the first work in progress of a unit: to a unit below or to a person, and how far it got there."""

    wording: str
    share: int
    to_unit: str = ""
    to_person: str = ""
    receiver: str = ""
    progress: int = 0


SPLITS: Mapping[str, Sequence[SamplePart]] = {
    "xa1.UBND": (
        SamplePart(
            "Tổng hợp số liệu phần kinh tế, xây dựng; gửi Văn phòng trước hạn chung hai ngày.", 40,
            to_unit="xa1.PKT", receiver="truongphong.xa1", progress=50,
        ),
        SamplePart("Dự thảo báo cáo chung của xã.", 30, to_person="chuyenvien.xa1"),
    ),
}  # fmt: skip
"""Which units split their first work in progress, and how."""

PART_REPORT = "Đã có số liệu của một nửa số nơi phải gửi."


def split_first_work(unit: str, assignment: Assignment, actors: Mapping[str, Actor], units: Mapping[str, Unit]) -> None:
    """Let the head of a unit split some work as :data:`SPLITS` says, and those who got parts begin."""
    samples = SPLITS[unit]
    head = actors[ACTING[unit][0]]
    parts = [
        PartPlan(
            one.wording,
            share=one.share,
            unit_id=units[one.to_unit].pk if one.to_unit else None,
            appointment_id=actors[one.to_person].appointment_ids[0] if one.to_person else None,
        )
        for one in samples
    ]
    made = split_assignment(actor=head, assignment_id=assignment.pk, parts=parts)
    for sample, part in zip(samples, made, strict=True):
        if not sample.receiver:
            continue
        receiver = actors[sample.receiver]
        if sample.to_unit:
            accept_assignment(actor=receiver, assignment_id=part.pk)
        report_progress(actor=receiver, assignment_id=part.pk, progress=sample.progress, text=PART_REPORT)


def bind_what_is_asked_twice(
    actors: Mapping[str, Actor], codes: Mapping[object, str], documents: Collection[Document]
) -> None:
    """Look for works like those of some documents in the units with people, and bind the likest pair; others stay.

    Only what the documents ask is compared, so that a history of a million tasks before them costs nothing.
    """
    acting = {UUID(str(pk)): ACTING[code][0] for pk, code in codes.items() if code in ACTING}
    asked = Assignment.objects.filter(obligation__document__in=documents, unit_id__in=list(acting))
    propose_likely(asked.filter(state__in=sorted(WORKING_STATES)).values_list("pk", flat=True))
    pairs = LikelyPair.objects.filter(
        unit_id__in=list(acting),
        state=PairState.PROPOSED,
        first__state__in=sorted(WORKING_STATES),
        second__state__in=sorted(WORKING_STATES),
    ).order_by("-score", "id")
    pair = pairs.first()
    if pair is not None:
        bind_assignments(
            actor=actors[acting[pair.unit_id]],
            assignment_id=pair.first_id,
            other_id=pair.second_id,
            reason=BINDING_REASON,
        )
