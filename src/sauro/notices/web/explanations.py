"""The forms of demanded explanations."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.notices.forms import AskForm, ExplainForm
from sauro.notices.selectors.explanations import get_explanation
from sauro.notices.services.explanations import ask_explanation, give_explanation
from sauro.tasks.selectors.work import get_assignment


@require_http_methods(["GET", "POST"])
@login_required
def explanation_ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form for an assignment, or demand the explanation."""
    assignment = get_assignment(request.actor, pk)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            ask_explanation(actor=request.actor, assignment_id=pk, **form.cleaned_data)
            messages.success(request, _("Đã yêu cầu giải trình. Đơn vị được báo và được nhắc cho đến khi trả lời."))
            return redirect("assignment-detail", pk=pk)
    context = {"form": form, "assignment": assignment}
    return render(request, "notices/explanation_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def explanation_answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a demand with the form for its answer, or give the explanation."""
    explanation = get_explanation(request.actor, pk)
    form = ExplainForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            give_explanation(actor=request.actor, explanation_id=pk, **form.cleaned_data)
            messages.success(request, _("Đã gửi giải trình đến bên giao."))
            return redirect("assignment-detail", pk=explanation.assignment_id)
    context = {"form": form, "assignment": explanation.assignment, "explanation": explanation}
    return render(request, "notices/explanation_form.html", context, status=422 if form.is_bound else 200)
