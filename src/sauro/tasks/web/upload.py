"""The page on which documents are taken in: several files at once, each with an answer of its own."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.file_names import clean_file_name
from sauro.documents.services.registering import AlreadyTakenIn
from sauro.documents.uploads import QuarantinedFile
from sauro.tasks.selectors.receipts import Receipt, receipt_of
from sauro.tasks.services.intake import take_in
from sauro.tasks.web.upload_form import UploadForm

# The page's own script asks for one line per file and sends this header.
LINE_HEADER = "X-Upload-Line"
_REFUSES_THE_REQUEST = (NotAllowed, NotVisible)


@dataclass(frozen=True, slots=True)
class UploadResult:
    """What became of one file."""

    file_name: str
    receipt: Receipt | None = None
    fault: DomainError | None = None
    first_id: UUID | None = None

    @property
    def status(self) -> int:
        """The HTTP status of an answer about this file alone."""
        return self.fault.status if self.fault else 200


@require_http_methods(["GET", "POST"])
@login_required
def document_upload(request: ActorRequest) -> HttpResponse:
    """Show the page, or take in the files sent."""
    if not request.actor.holds("documents.register"):
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không được tiếp nhận văn bản."))
    form = UploadForm(request.actor, request.POST if request.method == "POST" else None)
    results = _take_all(request, form) if request.method == "POST" else []
    limit = settings.UPLOAD_LIMIT_BYTES
    context = {"form": form, "results": results, "limit": str(limit), "limit_mb": limit // (1024 * 1024)}
    if LINE_HEADER in request.headers:
        status = results[0].status if results else 422
        return render(request, "tasks/upload_results.html", context, status=status)
    return render(request, "tasks/upload.html", context, status=200 if results or not form.is_bound else 422)


def _take_all(request: ActorRequest, form: UploadForm) -> list[UploadResult]:
    files = request.FILES.getlist("files")
    if not files:
        form.add_error(None, _("Hãy chọn ít nhất một tệp văn bản."))
    if not form.is_valid():
        return []
    unit_id = form.cleaned_data["unit"].pk
    return [_take_one(request.actor, unit_id, file) for file in files if isinstance(file, QuarantinedFile)]


def _take_one(actor: Actor, unit_id: UUID, file: QuarantinedFile) -> UploadResult:
    name = clean_file_name(file.name or "")
    try:
        document = take_in(actor=actor, unit_id=unit_id, upload=file.upload, declared=True)
    except _REFUSES_THE_REQUEST:
        raise
    except AlreadyTakenIn as error:
        return UploadResult(name, fault=error, first_id=error.document_id)
    except DomainError as error:
        return UploadResult(name, fault=error)
    return UploadResult(name, receipt=receipt_of(actor=actor, document=document))
