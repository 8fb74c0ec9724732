"""Asking the language model about one document."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sauro.access.requests import ActorRequest
from sauro.assistant.services.asking import ask_model


@require_POST
@login_required
def model_ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask; the answer comes as proposals on the desk."""
    ask_model(actor=request.actor, document_id=pk)
    messages.success(request, _("Đã gửi yêu cầu. Đề xuất, nếu có, sẽ hiện trên bàn làm việc để bạn rà soát."))
    return redirect("document-detail", pk=pk)
