"""The annotation of a document as a file, and the page about how the machine fares."""

from __future__ import annotations

import json
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.annotations.selectors.accuracy import accuracy
from sauro.annotations.services.exporting import export_annotation
from sauro.common.errors import NotAllowed


@require_safe
@login_required
def document_annotation(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give the reviewed document as an annotated one, to be saved."""
    document, annotation = export_annotation(actor=request.actor, document_id=pk)
    body = json.dumps(annotation, ensure_ascii=False, indent=1)
    answer = HttpResponse(body, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{document.code}.json"'
    return answer


@require_safe
@login_required
def accuracy_page(request: ActorRequest) -> HttpResponse:
    """Show in which fields people change what the machine proposes, and how often."""
    if not request.actor.holds("accuracy.view"):
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không xem được số liệu này."))
    shown = accuracy(request.actor)
    lines = list(zip(shown.lines, zip(*(column.shares for column in shown.columns), strict=True), strict=False))
    context = {"accuracy": shown, "fields": lines[:-3], "fates": lines[-3:]}
    return render(request, "annotations/accuracy.html", context)
