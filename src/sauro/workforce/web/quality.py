"""The quality of the data: what is to be mended, by finding and by unit; every number opens its people."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.organizations.models import Unit
from sauro.workforce.selectors.quality import Aspect, findings_of, quality_by_unit


@require_safe
@login_required
def data_quality(request: ActorRequest) -> HttpResponse:
    """Show the findings in the dossiers that the reader may see; ``?dv=`` leaves a unit and those below it."""
    if not request.actor.holds("workforce.view"):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem hồ sơ."))
    below = Unit.objects.filter(code=request.GET.get("dv", "")).first()
    lines = quality_by_unit(request.actor, today(), below=below)
    where = {"dv": below.code} if below else {}
    found = findings_of(lines)
    context = {
        "below": below,
        "people": sum(line.people for line in lines),
        "clean": sum(line.clean for line in lines),
        "aspects": [
            (aspect.label, [(one, _list_of(where, one.finding.code)) for one in found if one.finding.aspect == aspect])
            for aspect in Aspect
        ],
        "units": [(line, _list_of({"dv": line.unit.code, "dv-rieng": "1"}, "")) for line in lines],
    }
    return render(request, "workforce/quality.html", context)


def _list_of(where: dict[str, str], code: str) -> str:
    return f"{reverse('person-list')}?{urlencode({**where, **({'loi': code} if code else {})})}"
