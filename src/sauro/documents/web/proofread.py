"""The page on which anybody checks a draft before it is signed. Nothing of the draft is stored."""

from __future__ import annotations

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents.reader_purpose import Outcome
from sauro.documents.selectors.findings import finding_statistics
from sauro.documents.services.proofreading import Proofread, proofread_draft
from sauro.documents.uploads import QuarantinedFile
from sauro.documents.web.file_answers import made_file_answer


@require_http_methods(["GET", "POST"])
@login_required
def check_draft(request: ActorRequest) -> HttpResponseBase:
    """Show the page; for a file sent, its findings, or the file back with comments or safe corrections."""
    if request.method == "GET":
        return _answer(request, {})
    wanted = request.POST.get("lam", "")
    outcome = Outcome(wanted) if wanted in set(Outcome) else Outcome.FINDINGS
    try:
        result = proofread_draft(actor=request.actor, upload=_uploaded(request).upload, outcome=outcome)
    except DomainError as error:
        return _answer(request, {"fault": error}, status=error.status)
    if result.file is not None:
        return _download(result)
    return _answer(request, {"result": result})


@require_safe
@login_required
def check_statistics(request: ActorRequest) -> HttpResponse:
    """Show what the rules found in the documents taken in, by rule and by issuing body."""
    if not request.actor.holds("documents.view"):
        raise NotAllowed("not-allowed", _("Tài khoản của bạn không được xem văn bản."))
    return render(request, "documents/check_statistics.html", {"statistics": finding_statistics(request.actor)})


def _uploaded(request: ActorRequest) -> QuarantinedFile:
    file = request.FILES.get("file")
    if not isinstance(file, QuarantinedFile):
        raise DomainError("file-needed", _("Hãy chọn tệp dự thảo cần kiểm tra."), field="file")
    return file


def _answer(request: ActorRequest, context: dict[str, object], status: int = 200) -> HttpResponse:
    """Answer with the whole page, or with the results alone when the page's own script asked."""
    template = "documents/check_results.html" if "HX-Request" in request.headers else "documents/check_draft.html"
    context["sees_statistics"] = request.actor.holds("documents.view")
    return render(request, template, context, status=status)


def _download(result: Proofread) -> FileResponse:
    assert result.file is not None  # noqa: S101 -- only results with a file come here
    return made_file_answer(BytesIO(result.file), result.file_name)
