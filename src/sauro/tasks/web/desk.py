"""The directive desk: the page, its fragments, and the one address that takes its deeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotVisible
from sauro.documents.enums import BindingScope
from sauro.documents.page_panels import desk_panels_of
from sauro.tasks.selectors.desk import HEARTBEAT_SECONDS, get_desk, get_obligation, neighbours, others_present, versions
from sauro.tasks.services.review import mark_present
from sauro.tasks.web.desk_answers import cards_answer, outcome_answer
from sauro.tasks.web.desk_cards import cards_of
from sauro.tasks.web.desk_deeds import DEEDS, FormFault
from sauro.tasks.web.desk_document import paper
from sauro.tasks.web.desk_editing import edit_context, split_context

P = ParamSpec("P")
View = Callable[Concatenate[ActorRequest, P], HttpResponse]


def answers_json(view: View[P]) -> View[P]:
    """Turn domain errors, and a session that has ended, into JSON answers that the page can show."""

    @wraps(view)
    def wrapped(request: ActorRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            message = _("Phiên làm việc đã hết. Hãy đăng nhập lại ở thẻ khác rồi bấm “Thử lại”; không mất gì cả.")
            return JsonResponse({"code": "signed-out", "message": message}, status=401)
        try:
            return view(request, *args, **kwargs)
        except DomainError as error:
            faults = error.faults if isinstance(error, FormFault) else {}
            held = {"code": error.code, "message": error.message, "field": error.field, "faults": faults}
            return JsonResponse(held, status=error.status)

    return wrapped


@require_GET
@login_required
def desk(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """The desk of one document."""
    shown = get_desk(actor=request.actor, document_id=document_id)
    cards = cards_of(shown)
    context: dict[str, Any] = {
        "desk": shown,
        "document": shown.document,
        "paper": paper(shown),
        "cards": cards,
        "confident": sum("sure" in card.flags.split() for card in cards),
        "findings": list(enumerate(shown.findings, 1)),
        "panels": desk_panels_of(request.actor, shown.document),
        "scopes": BindingScope.choices,
        "heartbeat": HEARTBEAT_SECONDS,
        "send_url": _address("send-preview", document_id),
        "original_url": _address("document-file", document_id),
    }
    return render(request, "tasks/desk/page.html", context)


def _address(name: str, document_id: UUID) -> str:
    """Return the address of a page that another part of the product brings, or nothing while it does not."""
    try:
        return reverse(name, args=[document_id])
    except NoReverseMatch:
        return ""


@require_POST
@answers_json
def desk_deed(request: ActorRequest, document_id: UUID, deed: str) -> HttpResponse:
    """Do one deed and answer with what changed."""
    do = DEEDS.get(deed)
    if do is None:
        raise NotVisible("not-found", _("Không có thao tác này."))
    outcome = do(request.actor, document_id, request.POST)
    return JsonResponse(outcome_answer(request.actor, document_id, outcome))


@require_GET
@answers_json
def desk_cards(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Answer with the present cards of the ids asked for; those that are no longer on the desk are named as gone."""
    return JsonResponse(cards_answer(request.actor, document_id, request.GET.getlist("id")))


@require_GET
@answers_json
def desk_edit_form(request: ActorRequest, document_id: UUID, obligation_id: UUID) -> HttpResponse:
    """The edit form of one obligation."""
    obligation = get_obligation(actor=request.actor, document_id=document_id, obligation_id=obligation_id)
    reach = neighbours(obligation=obligation)
    return render(request, "tasks/desk/edit.html", edit_context(obligation, reach))


@require_GET
@answers_json
def desk_split_form(request: ActorRequest, document_id: UUID, obligation_id: UUID) -> HttpResponse:
    """The places at which an obligation can be split."""
    obligation = get_obligation(actor=request.actor, document_id=document_id, obligation_id=obligation_id)
    return render(request, "tasks/desk/split.html", split_context(obligation))


@require_POST
@answers_json
def desk_presence(request: ActorRequest, document_id: UUID) -> HttpResponse:
    """Take a sign of life; answer with who else is here and with the version of every card."""
    mark_present(actor=request.actor, document_id=document_id)
    others = others_present(actor=request.actor, document_id=document_id)
    return JsonResponse({"others": others, "versions": versions(actor=request.actor, document_id=document_id)})
