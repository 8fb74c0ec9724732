"""Pages on which two people purge a document that turned out to be a state secret."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.enums import PurgeState
from sauro.documents.forms import PurgeReasonForm
from sauro.documents.selectors.purges import get_purge_page
from sauro.documents.services.purging import confirm_purge, propose_purge, withdraw_purge
from sauro.documents.tables import PURGES, purge_badge
from sauro.ui.lists.view import list_view

purge_list = list_view(PURGES)


@require_safe
@login_required
def document_purge(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show where the purge of a document stands, or the form that asks for it."""
    return _page(request, pk, PurgeReasonForm())


@require_POST
@login_required
def purge_propose(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask for the purge."""
    form = PurgeReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form, status=422)
    with form.showing_refusals(only_of_fields=True):
        propose_purge(actor=request.actor, document_id=pk, reason=form.cleaned_data["reason"])
        messages.warning(request, _("Đã đề nghị tiêu hủy. Văn bản tạm đóng; cần người thứ hai xác nhận."))
        return redirect("document-purge", pk=pk)
    return _page(request, pk, form, status=422)


@require_POST
@login_required
def purge_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take the request back."""
    form = PurgeReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form, status=422)
    withdraw_purge(actor=request.actor, document_id=pk, reason=form.cleaned_data["reason"])
    messages.success(request, _("Đã rút đề nghị; văn bản mở lại như trước."))
    return redirect("document-purge", pk=pk)


@require_POST
@login_required
def purge_confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Purge for good."""
    confirm_purge(actor=request.actor, document_id=pk)
    messages.success(request, _("Đã tiêu hủy văn bản. Chỉ còn lại biên bản này."))
    return redirect("document-purge", pk=pk)


def _page(request: ActorRequest, pk: UUID, form: PurgeReasonForm, status: int = 200) -> HttpResponse:
    page = get_purge_page(actor=request.actor, document_id=pk)
    purge = page.purge
    context = {
        "page": page,
        "purge": purge,
        "pk": pk,
        "form": form,
        "badge": purge_badge(purge) if purge else None,
        "is_open": purge is not None and purge.state == PurgeState.PROPOSED,
        "is_done": purge is not None and purge.state == PurgeState.DONE,
        "is_mine": purge is not None and purge.proposed_by_id == request.actor.user_id,
    }
    return render(request, "documents/purge.html", context, status=status)
