"""The page on which a body splits its work among units below it and its own people."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.tasks.parts import split_of
from sauro.tasks.policies import assignment_policy
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import get_assignment
from sauro.tasks.services.delegation import MOST_PARTS_AT_ONCE, split_assignment
from sauro.tasks.split_forms import PartForm, receiver_choices
from sauro.tasks.web.families import family_of

FIRST_ROWS = 3
MORE_ROWS = 3


@require_http_methods(["GET", "POST"])
@login_required
def split_work(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the rows, add some, or split; a wrong row shows the page again with everything typed kept."""
    assignment = get_assignment(request.actor, pk)
    assignment_policy.require(request.actor, "lead", assignment)
    if request.method != "POST":
        return _page(request, assignment, _rows(assignment, FIRST_ROWS))
    count = _count(request.POST)
    if "more" in request.POST:
        return _page(request, assignment, _rows(assignment, min(count + MORE_ROWS, MOST_PARTS_AT_ONCE), request.POST))
    rows = _rows(assignment, count, request.POST)
    typed = [row for row in rows if not row.is_blank]
    fault = ""
    # Every row is checked, so that all faults are told at once.
    if not typed:
        fault = _("Hãy ghi ít nhất một phần việc.")
    elif not [row for row in typed if not row.is_valid()]:
        try:
            made = split_assignment(actor=request.actor, assignment_id=pk, parts=[row.plan() for row in typed])
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            fault = _show(error, typed)
        else:
            said = ngettext("Đã giao %(count)s phần việc.", "Đã giao %(count)s phần việc.", len(made))
            messages.success(request, said % {"count": len(made)})
            return redirect("assignment-detail", pk=pk)
    return _page(request, assignment, rows, fault=fault, status=422)


def _show(error: DomainError, typed: Sequence[PartForm]) -> str:
    """Put the refusal at its row; what belongs to no row is returned, to be shown above all."""
    _parts, _dash, place = (error.field or "").partition("-")
    number, _dash, name = place.partition("-")
    if number.isdigit() and int(number) < len(typed):
        typed[int(number)].add_error(name, error.message)
        return ""
    return error.message


def _rows(assignment: TimedAssignment, count: int, data: QueryDict | None = None) -> list[PartForm]:
    """The rows. A blank one is never bound, so that it asks for nothing."""
    choices = receiver_choices(assignment)
    rows = [PartForm(data, prefix=f"parts-{number}", choices=choices) for number in range(count)]
    return [row if row.is_bound and not row.is_blank else PartForm(prefix=row.prefix, choices=choices) for row in rows]


def _count(data: QueryDict) -> int:
    typed = data.get("rows", "")
    return min(int(typed), MOST_PARTS_AT_ONCE) if typed.isdecimal() else FIRST_ROWS


def _page(
    request: ActorRequest, assignment: TimedAssignment, rows: Sequence[PartForm], *, fault: str = "", status: int = 200
) -> HttpResponse:
    is_checked = status != 200
    context = {
        "assignment": assignment,
        "split": split_of(assignment),
        "tree": family_of(request.actor, assignment).rows,
        "rows": rows,
        "fault": fault,
        "faulty": [row for row in rows if is_checked and row.is_bound and row.errors],
        "is_checked": is_checked,
        "may_add": len(rows) < MOST_PARTS_AT_ONCE,
    }
    return render(request, "tasks/split.html", context, status=status)
