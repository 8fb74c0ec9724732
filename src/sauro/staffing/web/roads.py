"""Measured ways as a table: brought, checked, shown, and only then written."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed
from sauro.staffing.services.roads import Pair, check_roads, save_roads
from sauro.staffing.web.scenarios import require_manager
from sauro.ui.sheets import LARGEST_FILE

_SALT = "sauro.staffing.roads"
_HOUR = 3600
MOST_FAULTS = 100


@require_http_methods(["GET", "POST"])
@login_required
def road_import(request: ActorRequest) -> HttpResponse:
    """Take a table in: show what it would do, or what is wrong in it; nothing is written yet."""
    require_manager(request.actor)
    context: dict[str, object] = {}
    if request.method == "POST":
        try:
            checked = check_roads(actor=request.actor, data=_bytes_of(request))
        except NotAllowed:
            raise
        except DomainError as error:
            return render(request, "staffing/roads.html", {"refused": error.message}, status=422)
        held = {"user": str(request.actor.user_id), "pairs": [[str(a), str(b), n] for a, b, n in checked.pairs]}
        context = {
            "checked": checked, "faults": checked.faults[:MOST_FAULTS],
            "more": max(0, len(checked.faults) - MOST_FAULTS),
            "payload": signing.dumps(held, salt=_SALT, compress=True),
        }  # fmt: skip
        return render(request, "staffing/roads.html", context, status=422 if checked.faults else 200)
    return render(request, "staffing/roads.html", context)


@require_POST
@login_required
def road_import_apply(request: ActorRequest) -> HttpResponse:
    """Write the ways that were shown."""
    require_manager(request.actor)
    pairs = _opened(request)
    if pairs is None:
        messages.warning(request, _("Bản xem trước đã quá một giờ. Hãy chọn lại tệp."))
        return redirect("road-import")
    number = save_roads(actor=request.actor, pairs=pairs)
    words = ngettext("Đã ghi %(number)d đường đi.", "Đã ghi %(number)d đường đi.", number)
    messages.success(request, words % {"number": number})
    return redirect("road-list")


def _opened(request: ActorRequest) -> list[Pair] | None:
    """Return what the page carried from the preview: nobody else can use or change it."""
    try:
        held = signing.loads(request.POST.get("payload", ""), salt=_SALT, max_age=_HOUR)
    except signing.BadSignature:
        return None
    if held["user"] != str(request.actor.user_id):
        return None
    return [(UUID(one), UUID(other), minutes) for one, other, minutes in held["pairs"]]


def _bytes_of(request: ActorRequest) -> bytes:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise DomainError("file-needed", _("Hãy chọn tệp .xlsx hoặc .csv."), field="file")
    data: bytes = file.read(LARGEST_FILE + 1)
    return data
