"""The page between review and work: who gets what, looked at once more, then sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.documents.policies import document_policy
from sauro.tasks.models import ChecklistTemplate
from sauro.tasks.selectors.checklists import by_fit, lines_of, usable_templates
from sauro.tasks.selectors.sending import Receiver, SendItem, get_send_preview
from sauro.tasks.services.sending import Receivers, SendResult, send_obligations
from sauro.tasks.six_clears import RECURRENCE_LABELS
from sauro.ui.forms import DayField

# More units than this are folded away behind their number, to be opened and edited.
FOLD_ABOVE = 6


@require_http_methods(["GET", "POST"])
@login_required
def send_preview(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show what would be sent to whom; send what is left chosen."""
    fault = ""
    preview = get_send_preview(actor=request.actor, document_id=pk)
    templates = usable_templates(preview.document.owner_unit, "")
    if request.method == "POST":
        try:
            result = send_obligations(
                actor=request.actor,
                document_id=pk,
                receivers=_chosen(request.POST, templates),
                release_to_other_domains=request.POST.get("release") == "1",
            )
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            fault = error.message
        else:
            messages.success(request, _sent(result))
            return redirect("document-detail", pk=pk)
    kept = _kept(request.POST) if fault else None
    context = {
        "preview": preview,
        "document": preview.document,
        "may_send": document_policy.can(request.actor, "send", preview.document),
        "fault": fault,
        "lines": [_line(item, kept, request.POST) | _criteria(item, request.POST, templates) for item in preview.items],
        "release_ticked": bool(request.POST.get("release")),
    }
    return render(request, "tasks/send_preview.html", context, status=422 if fault else 200)


def _sent(result: SendResult) -> str:
    count = len(result.assignments) - result.crossed
    text = _("Đã giao %(count)s nhiệm vụ.") % {"count": count}
    crossed = _("Đã chuyển giao %(count)s nhiệm vụ sang khối khác.") % {"count": result.crossed}
    return f"{text} {crossed}" if result.crossed else text


def _chosen(data: QueryDict, templates: Sequence[ChecklistTemplate]) -> dict[UUID, Receivers]:
    """Read the ticked obligations, units and criteria.

    ``send`` names obligations, ``lead-<id>`` and ``coord-<id>`` units; ``criteria-<id>`` holds lines, ``template-<id>``
    a template whose lines are added.
    """
    try:
        return {
            UUID(key): Receivers(
                leads=tuple(UUID(unit) for unit in data.getlist(f"lead-{key}") if unit),
                coordinators=tuple(UUID(unit) for unit in data.getlist(f"coord-{key}") if unit),
                deadlines=_deadlines(data, key),
                criteria=tuple(lines_of(data.get(f"criteria-{key}", ""), templates, data.get(f"template-{key}", ""))),
            )
            for key in data.getlist("send")
        }
    except ValueError as error:
        raise DomainError("malformed", _("Dữ liệu gửi lên không hợp lệ. Hãy tải lại trang.")) from error


def _deadlines(data: QueryDict, key: str) -> dict[UUID, dt.date]:
    """Read the days of single bodies, ``due-<obligation>-<unit>``; an empty field leaves the common one."""
    prefix = f"due-{key}-"
    typed = {name.removeprefix(prefix): str(data[name]).strip() for name in data if name.startswith(prefix)}
    field = DayField()
    found: dict[UUID, dt.date] = {}
    for unit, value in typed.items():
        if not value:
            continue
        try:
            found[UUID(unit)] = field.clean(value)
        except ValidationError as error:
            told = {"value": value, "fault": error.messages[0]}
            raise DomainError("own-deadline", _("Hạn riêng “%(value)s”: %(fault)s") % told) from error
    return found


def _kept(data: QueryDict) -> set[str]:
    """Return what was ticked, so that a refused page shows the same ticks again."""
    ticked = {f"send:{key}" for key in data.getlist("send")}
    for name in data:
        if name.startswith(("lead-", "coord-")):
            ticked |= {f"{name}:{unit}" for unit in data.getlist(name)}
    return ticked


def _line(item: SendItem, kept: set[str] | None, typed: QueryDict) -> dict[str, Any]:
    """Return a row of the page: the obligation and its tick boxes, as chosen before or as proposed.

    Work whose last day has passed is not proposed: giving it would make every body late at once.
    """
    key = str(item.obligation.pk)
    due = item.obligation.due_on
    is_past = due is not None and due < today() and not item.obligation.recurrence
    return {
        "item": item,
        "recurrence": RECURRENCE_LABELS.get(item.obligation.recurrence, ""),
        "is_past": is_past,
        "ticked": item.is_ready and not is_past if kept is None else f"send:{key}" in kept,
        "groups": [
            _boxes(_("Chủ trì"), f"lead-{key}", item.leads, kept, typed),
            _boxes(_("Phối hợp"), f"coord-{key}", item.coordinators, kept, typed),
        ],
        # Recurring work has its days by period.
        "own_deadlines": not item.obligation.recurrence and len(item.leads) + len(item.coordinators) > 1,
    }


def _criteria(item: SendItem, data: QueryDict, templates: Sequence[ChecklistTemplate]) -> dict[str, Any]:
    """Return the criteria typed for a row, and the templates with those of its kind of product first."""
    key = str(item.obligation.pk)
    typed, chosen = data.get(f"criteria-{key}", ""), data.get(f"template-{key}", "")
    return {
        "criteria": typed,
        "template": chosen,
        "templates": by_fit(templates, item.obligation.product),
        "asks_criteria": bool(typed or chosen),
    }


def _boxes(
    label: str, name: str, receivers: Sequence[Receiver], kept: set[str] | None, typed: QueryDict
) -> dict[str, Any]:
    key = name.partition("-")[2]
    boxes = [
        (one, kept is None or f"{name}:{one.unit.pk}" in kept, typed.get(f"due-{key}-{one.unit.pk}", ""))
        for one in receivers
    ]
    return {"label": label, "name": name, "boxes": boxes, "is_folded": len(boxes) > FOLD_ABOVE}
