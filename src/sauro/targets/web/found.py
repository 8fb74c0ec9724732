"""The targets found in a document: taking them into the register, leaving them out, withdrawing a value."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.targets.enums import AskState
from sauro.targets.forms import ReasonForm, TakeForm
from sauro.targets.policies import ask_policy
from sauro.targets.selectors.found import Found, FoundPage, found_targets, likely_shares
from sauro.targets.selectors.register import shares_to_keep
from sauro.targets.services.asks import Place, leave_out, take_back, take_target, withdraw_ask
from sauro.targets.web.returning import back_of


@require_safe
@login_required
def document_targets(request: ActorRequest, pk: UUID) -> HttpResponse:
    """List the targets found in a document and what became of each."""
    return _listed(request, found_targets(request.actor, pk))


@require_http_methods(["GET", "POST"])
@login_required
def target_take(request: ActorRequest, pk: UUID, start: int, end: int) -> HttpResponse:
    """Take one into the register: a value of an indicator that is there, or of a new one."""
    page = found_targets(request.actor, pk)
    _require_keep(page)
    found = _found(page, start, end)
    likely = likely_shares(request.actor, page.document, found.indicator)
    others = [one for one in shares_to_keep(request.actor, page.document.owner_unit_id) if one not in likely]
    initial = _initial(found)
    form = TakeForm(request.POST if request.method == "POST" else None, likely=likely, others=others, initial=initial)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            ask = take_target(
                actor=request.actor, document_id=pk, place=Place(start, end), asked=form.asked, share_id=form.share_id,
                fields=form.new_fields,
            )  # fmt: skip
            if ask.state == AskState.OPEN:
                messages.warning(request, _("Đã ghi. Năm này có giá trị khác, cần người có thẩm quyền thống nhất."))
            else:
                messages.success(request, _("Đã đưa vào danh mục chỉ tiêu."))
            return redirect(back_of(request) or reverse("document-targets", args=[pk]))
    context = {"form": form, "found": found, "document": page.document, "back": back_of(request)}
    return render(request, "targets/take.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def target_leave(request: ActorRequest, pk: UUID, start: int, end: int) -> HttpResponse:
    """Leave one out with a reason, or (``lai``) put it back among those that wait."""
    page = found_targets(request.actor, pk)
    _require_keep(page)
    _found(page, start, end)
    try:
        if "lai" in request.POST:
            take_back(actor=request.actor, document_id=pk, place=Place(start, end))
        else:
            reason = request.POST.get("reason", "")[:2000]
            leave_out(actor=request.actor, document_id=pk, place=Place(start, end), reason=reason)
    except (NotAllowed, NotVisible):
        raise
    except DomainError as error:
        return _listed(request, page, fault=error.message, status=422)
    return redirect("document-targets", pk=pk)


@require_POST
@login_required
def ask_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Withdraw a value that a document no longer asks for."""
    ask = ask_policy.get_visible(request.actor, pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            withdraw_ask(actor=request.actor, ask_id=pk, reason=form.cleaned_data["reason"])
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Đã rút giá trị này."))
    else:
        ask_policy.require(request.actor, "keep", ask)
        messages.error(request, _("Hãy ghi vì sao rút."))
    return redirect("target-detail", pk=ask.share_id)


def _listed(request: ActorRequest, page: FoundPage, *, fault: str = "", status: int = 200) -> HttpResponse:
    context = {"shown": page, "document": page.document, "fault": fault, "back": back_of(request)}
    return render(request, "targets/document_targets.html", context, status=status)


def _found(page: FoundPage, start: int, end: int) -> Found:
    found = next((one for one in page.found if (one.start, one.end) == (start, end)), None)
    if found is None:
        raise Http404
    return found


def _require_keep(page: FoundPage) -> None:
    if not page.may_keep:
        raise NotAllowed("not-allowed", _("Bạn không có quyền đưa chỉ tiêu vào danh mục của đơn vị này."))


_LESS = re.compile(r"\bgiảm\b", re.IGNORECASE)


def _initial(found: Found) -> dict[str, Any]:
    is_rate = "%" in found.measure
    return {
        "year": found.year,
        "operator": found.operator,
        "value": found.value,
        "measure": found.measure,
        "name": found.indicator[:1].upper() + found.indicator[1:],
        "rule": "ratio" if is_rate else "sum",
        "direction": "down" if found.operator == "<=" or _LESS.search(found.text) else "up",
    }
