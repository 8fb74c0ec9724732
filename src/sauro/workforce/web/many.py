"""One fact for the people chosen in the list: asked, tried for each and shown, then recorded for all."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sauro.access.requests import ActorRequest
from sauro.common.errors import NotAllowed
from sauro.ui.lists.keeping import kept_of
from sauro.ui.lists.state import read_state
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.forms import FactForm
from sauro.workforce.services.many import MOST_AT_ONCE, record_for_many, rehearse_many
from sauro.workforce.tables import PEOPLE

ASKED, TRIED, CONFIRMED = "hoi", "thu", "ghi"
"""The steps, as ``buoc``; the list itself names none."""


@require_POST
@login_required
def person_many(request: ActorRequest) -> HttpResponse:
    """Take the choice of the list, and lead it through the steps. Without anybody chosen it goes back to the list."""
    kind = request.POST.get("act", "")
    spec = FACTS.get(kind)
    if spec is None or spec.is_sealed:
        raise Http404
    if not request.actor.holds("workforce.record"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    chosen = _chosen(request)
    if not chosen:
        messages.warning(request, _("Hãy chọn ít nhất một người."))
        return redirect("person-list")
    step = request.POST.get("buoc", ASKED)
    form = FactForm(request.POST if step != ASKED else None, spec=spec)
    context = {"form": form, "spec": spec, "chosen": chosen, "count": len(chosen)}
    if step == ASKED or not form.is_valid():
        return render(request, "workforce/many.html", context, status=422 if form.is_bound else 200)
    return _try_or_record(request, FactKind(kind), form, chosen, context, is_confirmed=step == CONFIRMED)


def _try_or_record(
    request: ActorRequest, kind: FactKind, form: FactForm, chosen: list[UUID], context: Mapping[str, object], *,
    is_confirmed: bool,
) -> HttpResponse:  # fmt: skip
    if is_confirmed:
        with form.showing_refusals():
            number = record_for_many(
                actor=request.actor, dossier_ids=chosen, kind=kind, content=form.content, paper=form.paper
            )
            done = ngettext("Đã ghi cho %(number)d người.", "Đã ghi cho %(number)d người.", number)
            messages.success(request, done % {"number": number})
            return redirect("person-list")
    outcomes = rehearse_many(actor=request.actor, dossier_ids=chosen, kind=kind, content=form.content, paper=form.paper)
    going = [one.dossier.pk for one in outcomes if not one.refusal]
    shown = {**context, "outcomes": outcomes, "going": going, "refused": len(outcomes) - len(going)}
    return render(request, "workforce/many.html", shown, status=422 if form.errors else 200)


def _chosen(request: ActorRequest) -> list[UUID]:
    """Return the dossiers chosen: those named, or the first ones that match the list's query."""
    if request.POST.get("all"):
        query = QueryDict(request.POST.get("query", ""))
        state = read_state(PEOPLE, query, request.actor, kept_of(request.actor, PEOPLE.name))
        rows = state.narrowed(PEOPLE.rows(request.actor)).order_by("sort_key", "pk")
        return list(rows.values_list("pk", flat=True)[:MOST_AT_ONCE])
    found = []
    for text in request.POST.getlist("row")[:MOST_AT_ONCE]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
