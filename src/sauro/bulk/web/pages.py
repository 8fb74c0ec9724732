"""The pages of a run: choosing it from a list, seeing beforehand what it will do, following it, and its result."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.forms import FORMS, ArgumentsForm, PersonForm
from sauro.bulk.models import Run
from sauro.bulk.selectors.choosing import MOST_ROWS
from sauro.bulk.selectors.runs import get_run, posts_for, progress_of, rows_of
from sauro.bulk.services import runs
from sauro.bulk.services.acts import ACTS
from sauro.bulk.tables import RUN_ROWS
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.ui.lists.page import get_page
from sauro.ui.lists.view import render_list

_WORKING = (RunState.CHECKING, RunState.RUNNING)


@require_POST
@login_required
def run_prepare(request: ActorRequest) -> HttpResponse:
    """Take the choice made in a list and go to the page of its run."""
    data = request.POST
    if data.get("act") not in Act.values:
        raise Http404
    act = Act(data["act"])
    try:
        run = runs.prepare_run(
            actor=request.actor,
            act=act,
            list_name=data.get("list", ""),
            query=data.get("query", ""),
            chosen=None if data.get("all") else _identities(data),
        )
        if act not in FORMS:
            runs.fill_run(actor=request.actor, run_id=run.pk, arguments={})
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
        return redirect(_list_address(data.get("list", ""), data.get("query", "")))
    return redirect("run-detail", pk=run.pk)


@require_safe
@login_required
def run_detail(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Show a run: what it asks for, what it will do, how far it is, or what came of it."""
    return _page(request, get_run(request.actor, pk))


@require_safe
@login_required
def run_progress(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give the part of the page that says how far a run is; when it has come to a stop, the page is loaded again."""
    run = get_run(request.actor, pk)
    answer = render(request, "bulk/progress.html", {"run": run, "progress": progress_of(run)})
    if run.state not in _WORKING:
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@login_required
def run_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponseBase:
    """Fill, start, continue or take back a run."""
    run = get_run(request.actor, pk)
    form = _form(request, run, request.POST) if step == "noi-dung" else None
    if form is not None and not form.is_valid():
        return _page(request, run, form=form, status=422)
    try:
        if form is not None:
            runs.fill_run(actor=request.actor, run_id=pk, arguments=form.arguments())
        elif step == "thuc-hien":
            runs.start_run(actor=request.actor, run_id=pk)
        elif step == "tiep":
            pk = runs.continue_run(actor=request.actor, run_id=pk).pk
        elif step == "hoan-tac":
            pk = runs.undo_run(actor=request.actor, run_id=pk).pk
        else:
            raise Http404
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("run-detail", pk=pk)


def _page(request: ActorRequest, run: Run, *, form: ArgumentsForm | None = None, status: int = 200) -> HttpResponseBase:
    actor = request.actor
    progress = progress_of(run)
    rows = rows_of(actor, run)
    will_do = progress.of(Outcome.WILL_DO)
    may_change = run.state in (RunState.DRAFT, RunState.READY) and run.act in FORMS
    context: dict[str, Any] = {
        "run": run,
        "progress": progress,
        "is_working": run.state in _WORKING,
        "form": form or (_form(request, run) if may_change else None),
        "will_do": will_do,
        "refused": progress.of(Outcome.REFUSED),
        "done": progress.of(Outcome.DONE),
        "failed": progress.of(Outcome.FAILED),
        "with_way_back": run.rows.filter(outcome=Outcome.WILL_DO, way_back="").count() if will_do else 0,
        "has_way_back": run.act in ACTS and ACTS[Act(run.act)].has_way_back,
        "undoable": runs.undoable_rows(run).count() if run.state == RunState.DONE else 0,
        "undo_minutes": settings.UNDO_MINUTES,
        "most_rows": MOST_ROWS,
        "list_url": _list_address(run.list_name, run.query),
    }
    answer = render_list(request, RUN_ROWS, rows=rows, context=context)
    answer.status_code = status
    return answer


def _form(request: ActorRequest, run: Run, data: QueryDict | None = None) -> ArgumentsForm:
    kind = FORMS.get(Act(run.act))
    if kind is None:
        raise Http404
    initial = kind.initial_of(run.arguments)
    if issubclass(kind, PersonForm):
        return kind(data, initial=initial, posts=list(posts_for(request.actor, run)))
    return kind(data, initial=initial)


def _identities(data: QueryDict) -> list[UUID]:
    found = []
    for text in data.getlist("row")[:MOST_ROWS]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _list_address(list_name: str, query: str) -> str:
    """The list the choice was made in; what came with the request only ever becomes its query."""
    page = get_page(list_name)
    address = reverse(page.name) if page is not None else reverse("run-list")
    return f"{address}?{QueryDict(query).urlencode()}".rstrip("?")
