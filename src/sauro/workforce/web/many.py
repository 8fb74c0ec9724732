"""One change for the people chosen in the list: asked, tried for each and shown, then written for all in a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.organizations.models import Unit
from sauro.ui.forms import PageForm, UnitPicker
from sauro.ui.lists.keeping import kept_of
from sauro.ui.lists.state import read_state
from sauro.workforce.enums import RunOutcome, RunState
from sauro.workforce.fields import FACTS
from sauro.workforce.forms import FactForm, MoveForm
from sauro.workforce.models import PeopleRun
from sauro.workforce.selectors.runs import get_run, rows_shown
from sauro.workforce.services import many
from sauro.workforce.services.many_acts import MANY_ACTS, MOVE_TO_POST, day_of
from sauro.workforce.tables import PEOPLE

_WORKING = (RunState.CHECKING, RunState.RUNNING)
_DAYS = ("since", "until", "decided_on")
_LONGEST_QUERY = 8000


@require_POST
@login_required
def person_many(request: ActorRequest) -> HttpResponse:
    """Freeze the choice of the list and lead to its page. Without anybody chosen it goes back to the list."""
    act = request.POST.get("act", "")
    if act not in MANY_ACTS:
        raise Http404
    takes_all, query = bool(request.POST.get("all")), request.POST.get("query", "")[:_LONGEST_QUERY]
    chosen, is_cut = _matching(request, query, ()) if takes_all else (_identities(request.POST), False)
    return _begun(request, act, chosen, query=query, takes_all=takes_all, is_cut=is_cut)


def _begun(
    request: ActorRequest, act: str, chosen: Sequence[UUID], *, query: str, takes_all: bool, is_cut: bool
) -> HttpResponse:  # fmt: skip
    try:
        run = many.prepare_run(
            actor=request.actor, act=act, chosen=chosen, query=query, takes_all=takes_all, is_cut=is_cut
        )
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.warning(request, error.message)
        return redirect("person-list")
    return redirect("people-run", pk=run.pk)


@require_safe
@never_cache
@login_required
def people_run(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a run: its form, what would come of it for each, or what came of it."""
    return _page(request, get_run(request.actor, pk))


@require_safe
@never_cache
@login_required
def people_run_progress(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give the part of the page that waits; when there is no more to wait for the page loads anew."""
    run = get_run(request.actor, pk)
    if run.state in _WORKING:
        return render(request, "workforce/many_progress.html", {"run": run})
    answer = HttpResponse()
    answer["HX-Refresh"] = "true"
    return answer


@require_POST
@login_required
def people_run_step(request: ActorRequest, pk: UUID, step: str) -> HttpResponseBase:
    """Set what a run says, start it, or go on with the people it left out."""
    run = get_run(request.actor, pk)
    form = _form(run, request.POST) if step == "noi-dung" else None
    if form is not None and not form.is_valid():
        return _page(request, run, form=form, status=422)
    try:
        if form is not None:
            many.fill_run(actor=request.actor, run_id=pk, arguments=_arguments(form))
        elif step == "ghi":
            many.start_run(actor=request.actor, run_id=pk)
        elif step == "tiep":
            return _continued(request, run)
        else:
            raise Http404
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("people-run", pk=pk)


def _continued(request: ActorRequest, run: PeopleRun) -> HttpResponse:
    """Begin a run with what matches now and no run of the same choice has taken, and what this one says."""
    if not run.is_cut:
        raise Http404
    chosen, is_cut = _matching(request, run.query, many.taken_by_alike(run))
    made = many.prepare_run(
        actor=request.actor, act=run.act, chosen=chosen, query=run.query, takes_all=True, is_cut=is_cut
    )
    many.fill_run(actor=request.actor, run_id=made.pk, arguments=run.arguments)
    return redirect("people-run", pk=made.pk)


def _page(request: ActorRequest, run: PeopleRun, *, form: PageForm | None = None, status: int = 200) -> HttpResponse:
    act = MANY_ACTS[run.act]
    rows = list(rows_shown(request.actor, run))
    counts = Counter(row.outcome for row in rows)
    may_change = run.state in (RunState.DRAFT, RunState.READY)
    context = {
        "run": run, "act": act, "rows": rows, "is_working": run.state in _WORKING,
        "form": form or (_form(run) if may_change else None), "will": counts[RunOutcome.WILL_CHANGE],
        "already": counts[RunOutcome.ALREADY], "refused": counts[RunOutcome.REFUSED], "done": counts[RunOutcome.DONE],
        "most": many.MOST_AT_ONCE, "is_ready": run.state == RunState.READY, "is_done": run.state == RunState.DONE,
    }  # fmt: skip
    return render(request, "workforce/many.html", context, status=status)


def _form(run: PeopleRun, data: QueryDict | None = None) -> PageForm:
    """Return the form of a run's act, with what the run says already."""
    said = run.arguments
    initial = {key: day_of(said, key) if key in _DAYS else value for key, value in said.items()}
    if run.act != MOVE_TO_POST:
        return FactForm(data, spec=FACTS[run.act], initial=initial)
    form = MoveForm(data, initial=initial)
    unit = Unit.objects.filter(pk=said["unit"]).first() if said.get("unit") else None
    if unit is not None:
        form.fields["unit"].widget = UnitPicker(unit.name, {"class": "form-control"})
    return form


def _arguments(form: PageForm) -> dict[str, str]:
    """Return what was typed as text that a run keeps. The form must be valid."""
    return {name: _kept(value) for name, value in form.cleaned_data.items()}


def _kept(value: object) -> str:
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(getattr(value, "pk", value))


def _identities(data: QueryDict) -> list[UUID]:
    found = []
    for text in data.getlist("row")[: many.MOST_AT_ONCE]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _matching(request: ActorRequest, query: str, left_out: Sequence[UUID]) -> tuple[list[UUID], bool]:
    """Return the first dossiers that match the list's query, and whether more do."""
    state = read_state(PEOPLE, QueryDict(query), request.actor, kept_of(request.actor, PEOPLE.name))
    rows = state.narrowed(PEOPLE.rows(request.actor)).exclude(pk__in=left_out).order_by("sort_key", "pk")
    pks = list(rows.values_list("pk", flat=True)[: many.MOST_AT_ONCE + 1])
    return pks[: many.MOST_AT_ONCE], len(pks) > many.MOST_AT_ONCE
