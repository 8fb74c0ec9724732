"""What became of a directive, point by point: each sentence that obliges, and how far every body got with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.reporting.selectors.figures import Figures
from sauro.tasks.enums import BodyRole, ObligationState
from sauro.tasks.models import Assignment, Obligation, ProgressReport
from sauro.tasks.obligation_progress import ObligationProgress, Strand, obligation_progress
from sauro.tasks.policies import obligation_policy
from sauro.tasks.selectors.tree import Line, lines_below
from sauro.tasks.selectors.work import visible_assignments
from sauro.tasks.timeliness import Timeliness


@dataclass(frozen=True, slots=True)
class Part:
    """What one body does about a point, the last words it reported, and the parts it gave away itself."""

    assignment: Assignment
    last_report: str
    below: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence that obliges, the bodies it was given to as far as the actor may see them, their figures, and where
    that leaves the sentence."""

    obligation: Obligation
    parts: Sequence[Part]
    figures: Figures
    progress: ObligationProgress


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A directive with its points in the order of the text, its general directions, and the figures of all points."""

    document: Document
    points: Sequence[Point]
    directions: Sequence[Obligation]
    whole: Figures


def follow_up(actor: Actor, document_id: UUID) -> FollowUp:
    """Return what became of a document. Raises ``NotVisible``. Takes the same number of queries for every document."""
    document = document_policy.get_visible(actor, document_id)
    rows = ask(_live_obligations, actor, document=document.pk)
    parts = _parts(actor, document)
    points = [_point(row, parts.get(row.pk, ())) for row in rows if not row.is_general_direction]
    whole = Figures()
    for point in points:
        whole.include(point.figures)
    return FollowUp(document, points, [row for row in rows if row.is_general_direction], whole)


def _parts(actor: Actor, document: Document) -> dict[UUID, list[Part]]:
    ordered = ask(_assignments, actor, document=document.pk)
    ordered.sort(key=_attention)
    below = lines_below(actor, [row.pk for row in ordered])
    found: dict[UUID, list[Part]] = defaultdict(list)
    for row in ordered:
        part = Part(row, row.last_report or "", below.get(row.pk, ()))
        found[row.obligation_id].append(part)
    return found


def _attention(row: Assignment) -> tuple[bool, int]:
    """Leads before coordinators; of each what is overdue, then what is due soon: nobody looks for it in a hundred."""
    urgency = {Timeliness.OVERDUE: 0, Timeliness.DUE_SOON: 1}
    return row.role != BodyRole.LEAD, urgency.get(row.timeliness, 2)  # type: ignore[attr-defined]  # annotated


def _live_obligations(actor: Actor, *, document: UUID) -> QuerySet[Obligation]:
    live = Obligation.objects.filter(document=document, state=ObligationState.ACCEPTED)
    return obligation_policy.visible(actor, base=live).order_by("position", "id")


def _assignments(actor: Actor, *, document: UUID) -> QuerySet[Any]:
    latest = ProgressReport.objects.filter(assignment=OuterRef("pk")).order_by("-reported_at", "-id").values("text")[:1]
    rows = visible_assignments(actor).filter(obligation__document=document)
    return rows.annotate(last_report=Subquery(latest)).order_by("-role", "unit__level", "unit__sort_key")


def _point(obligation: Obligation, parts: Sequence[Part]) -> Point:
    figures, strands = Figures(), list[Strand]()
    for part in parts:
        row = part.assignment
        timeliness, light = row.timeliness, row.light  # type: ignore[attr-defined]  # annotated by visible_assignments
        figures.add(timeliness, 1, has_deadline=row.due_on is not None)
        strands.append(Strand(row.role, row.state, row.progress, light))
    return Point(obligation, parts, figures, obligation_progress(strands))
