"""The page of an assignment: what is asked, by whom, until when; what was done; and what can be done next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.documents.web.file_answers import file_answer
from sauro.tasks.badges import LIGHT_LOOKS, light_badge, state_badge, timeliness_badge
from sauro.tasks.holdings import read_holdings
from sauro.tasks.lights import RULES
from sauro.tasks.models import Assignment
from sauro.tasks.page_panels import panels_of
from sauro.tasks.policies import assignment_policy, obligation_policy
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.checklists import criteria_of
from sauro.tasks.selectors.chronicle import chronicle_of
from sauro.tasks.selectors.deadlines import DeadlineStory, deadline_story
from sauro.tasks.selectors.record import products_of, read_record
from sauro.tasks.selectors.work import get_assignment, occurrences_of
from sauro.tasks.services.delegation import MAY_SPLIT
from sauro.tasks.services.downloading import open_product
from sauro.tasks.timeliness import SOON_DAYS
from sauro.tasks.web.families import family_of
from sauro.tasks.web.step_forms import STEPS, StepForm
from sauro.ui.badges import Badge
from sauro.ui.forms import PageForm

LATEST = 15
ACTIONS = ("lead", "work", "decide", "stop")


@require_safe
@login_required
def assignment_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show an assignment."""
    return render_detail(request, pk)


@require_safe
@login_required
def product_file(request: ActorRequest, pk: UUID, number: int) -> FileResponse:
    """Give the file of a product version to whoever may see the assignment. Logged."""
    return file_answer(*open_product(actor=request.actor, assignment_id=pk, number=number))


@require_safe
@login_required
def product_annex(request: ActorRequest, pk: UUID, number: int, annex: int) -> FileResponse:
    """Give an annex of a product version to whoever may see the assignment. Logged."""
    return file_answer(*open_product(actor=request.actor, assignment_id=pk, number=number, annex=annex))


@require_safe
@login_required
def light_rules(request: ActorRequest) -> HttpResponse:
    """Show by which rules a light is earned, and with which settings."""
    rules = [(Badge(light.label, *LIGHT_LOOKS[light]), text) for light, text in RULES.items()]
    context = {"rules": [(badge, str(text) % {"days": settings.STALE_DAYS}) for badge, text in rules]}
    return render(request, "tasks/light_rules.html", context | {"soon_days": SOON_DAYS})


def render_detail(
    request: ActorRequest, pk: UUID, *, open_step: str = "", bound: PageForm | None = None, status: int = 200
) -> HttpResponse:
    """Return the page; ``open_step`` is the step whose form ``bound`` is shown open, with what was typed."""
    actor = request.actor
    assignment = get_assignment(actor, pk)
    read_holdings(assignment)
    read_record(assignment)
    allowed = assignment_policy.allowed(actor, ACTIONS, assignment)
    story = deadline_story(assignment)
    family = family_of(actor, assignment)
    obligation = assignment.obligation
    sees_document = obligation is not None and obligation_policy.can(actor, "view", obligation)
    context = {
        "assignment": assignment,
        "state": state_badge(assignment),
        "timeliness": timeliness_badge(assignment),
        "light": light_badge(assignment),
        "steps": [
            {"slug": slug, "step": step, "form": form, "is_open": slug == open_step, "asks": bool(form.fields)}
            for slug, step, form in _offered(assignment, story, allowed, {open_step: bound})
        ],
        "open_step": open_step,
        "fault_outside": bound if bound is not None and not _is_shown(open_step, assignment, story, allowed) else None,
        "story": story,
        "panels": panels_of(actor, assignment),
        "reports": assignment.reports.all(),
        "criteria": criteria_of(assignment),
        "products": products_of(assignment),
        "tree": family.rows,
        "tree_is_cut": family.is_cut,
        "whole": family.whole,
        "moved": family.moved,
        "split": family.split,
        "may_split": "lead" in allowed and assignment.state in MAY_SPLIT and not assignment.is_recurring,
        "series": assignment.series if assignment.is_recurring else None,
        "occurrences": _occurrences(actor, assignment),
        "may_open_document": sees_document,
        "chronicle": chronicle_of(actor, assignment, most=LATEST),
    }
    return render(request, "tasks/assignment_detail.html", context, status=status)


def _occurrences(actor: Actor, assignment: Assignment) -> list[tuple[TimedAssignment, Badge]]:
    """The occurrences of recurring work, each with the mark of how it stands."""
    return (
        [(one, timeliness_badge(one)) for one in occurrences_of(actor, assignment)] if assignment.is_recurring else []
    )


def _offered(
    assignment: Assignment, story: DeadlineStory, allowed: set[str], bound: Mapping[str, PageForm | None]
) -> Iterator[tuple[str, StepForm, PageForm]]:
    """Yield what can be done now; a form that was sent is shown as it was sent."""
    for slug, step in STEPS.items():
        if step.action in allowed and step.is_offered(assignment, story):
            yield slug, step, bound.get(slug) or step.build(assignment, story)


def _is_shown(open_step: str, assignment: Assignment, story: DeadlineStory, allowed: set[str]) -> bool:
    step = STEPS.get(open_step)
    return step is not None and step.action in allowed and step.is_offered(assignment, story)
