"""The report as a file."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.documents.web.file_answers import made_file_answer
from sauro.headcounts.scope import Scope
from sauro.headcounts.services.exporting import FileKind, report_file
from sauro.headcounts.web.question import question_of
from sauro.headcounts.web.report import reports_of
from sauro.organizations.enums import UnitLevel
from sauro.organizations.models import Unit

MOST_NAMED = 3


@require_safe
@never_cache
@login_required
def headcount_file(request: ActorRequest, kind: str) -> FileResponse:
    """Give the report asked for as .docx, .pdf or .xlsx."""
    if kind not in FileKind.__members__.values():
        raise Http404
    question = question_of(request)
    report, before = reports_of(request, question)
    data, name = report_file(
        actor=request.actor, report=report, before=before, place=place_in_words(question.units, question.scope),
        kind=FileKind(kind),
    )  # fmt: skip
    return made_file_answer(data, name)


def place_in_words(units: Sequence[Unit], scope: Scope) -> str:
    """Return the scope in words: the units chosen, or the level."""
    if units:
        names = [unit.name for unit in units]
        more = len(names) - MOST_NAMED
        rest = _(" và %(count)s đơn vị khác") % {"count": more} if more > 0 else ""
        return ", ".join(names[:MOST_NAMED]) + rest
    return str(UnitLevel(scope.level).label).lower() if scope.level else _("trong phạm vi quản lý")
