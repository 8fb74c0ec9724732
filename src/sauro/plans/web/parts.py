"""The pages on which long work is divided over months, and on which one part is delivered, moved or returned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sauro.access.actor import Actor
from sauro.access.requests import ActorRequest
from sauro.common.errors import DomainError, NotAllowed, NotVisible
from sauro.plans.forms import DeliverForm, DivideForm, MonthlyPartForm, MoveForm, ReturnForm, written
from sauro.plans.models import MonthlyPart
from sauro.plans.parting import MOST_PARTS, WHOLE, equal_shares, months_between
from sauro.plans.parts_panel import with_badges
from sauro.plans.policies import division_policy, part_policy
from sauro.plans.selectors.parts import MonthLimits, division_of, fixed_parts, limits_of
from sauro.plans.services import delivering
from sauro.plans.services.dividing import check_open, divide_work
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.work import get_assignment
from sauro.ui.forms import PageForm

MOST_PREFILLED, FEWEST_ROWS, MORE_ROWS = 12, 3, 3


@dataclass(frozen=True, slots=True)
class PartAct:
    """An act on a part: its words, what it needs, its form and its service."""

    title: str | Promise
    button: str | Promise
    done: str | Promise
    action: str
    build: Callable[[MonthLimits, Any], PageForm]
    do: Callable[[Actor, UUID, Mapping[str, Any]], object]


ACTS: Mapping[str, PartAct] = {
    "nop": PartAct(
        gettext_lazy("Nộp kết quả phần việc"),
        gettext_lazy("Nộp"),
        gettext_lazy("Đã nộp kết quả phần việc."),
        "work",
        lambda _limits, data: DeliverForm(data),
        lambda actor, pk, held: delivering.deliver_part(actor=actor, part_id=pk, **held),
    ),
    "chuyen": PartAct(
        gettext_lazy("Chuyển phần việc sang tháng khác"),
        gettext_lazy("Chuyển"),
        gettext_lazy("Đã chuyển. Kế hoạch tháng đã chốt vẫn ghi phần việc này."),
        "work",
        lambda limits, data: MoveForm(data, limits=limits),
        lambda actor, pk, held: delivering.move_part(actor=actor, part_id=pk, **held),
    ),
    "tra-lai": PartAct(
        gettext_lazy("Trả lại kết quả phần việc"),
        gettext_lazy("Trả lại"),
        gettext_lazy("Đã trả lại: phần việc lại là chưa nộp."),
        "lead",
        lambda _limits, data: ReturnForm(data),
        lambda actor, pk, held: delivering.return_part(actor=actor, part_id=pk, **held),
    ),
}


@require_http_methods(["GET", "POST"])
@login_required
def divide(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the rows, add some, or divide; a wrong row shows the page again with everything typed kept."""
    assignment = get_assignment(request.actor, pk)
    division_policy.require(request.actor, "divide", assignment)
    check_open(assignment)
    page = _DividePage(request.actor, assignment)
    if request.method != "POST":
        return page.answer(request, page.first_rows())
    count = _count(request.POST)
    if "more" in request.POST:
        return page.answer(request, page.rows(min(count + MORE_ROWS, MOST_PARTS), request.POST))
    rows = page.rows(count, request.POST)
    reason = DivideForm(request.POST) if page.is_divided else None
    typed = [row for row in rows if not row.is_blank]
    fault = ""
    # Every row is checked, so that all faults are told at once.
    faulty = [form for form in (*typed, *([reason] if reason else [])) if not form.is_valid()]
    if not faulty:
        try:
            said = reason.cleaned_data["reason"] if reason else ""
            divide_work(actor=request.actor, assignment_id=pk, parts=[row.wish() for row in typed], reason=said)
        except (NotAllowed, NotVisible):
            raise
        except DomainError as error:
            fault = _show(error, typed)
        else:
            messages.success(request, _("Đã chia việc theo tháng."))
            return redirect("assignment-detail", pk=pk)
    return page.answer(request, rows, reason=reason, fault=fault, status=422)


@require_http_methods(["GET", "POST"])
@login_required
def part_act(request: ActorRequest, pk: UUID, act: str) -> HttpResponse:
    """Show the form of an act on a part, or do it."""
    if act not in ACTS:
        raise Http404
    step = ACTS[act]
    part = part_policy.get_visible(request.actor, pk, base=MonthlyPart.objects.select_related("assignment__unit"))
    part_policy.require(request.actor, step.action, part)
    form = step.build(limits_of(part.assignment), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            step.do(request.actor, pk, form.cleaned_data)
            messages.success(request, str(step.done))
            return redirect("assignment-detail", pk=part.assignment_id)
    context = {"form": form, "part": part, "step": step}
    return render(request, "plans/part_act.html", context, status=422 if form.is_bound else 200)


class _DividePage:
    """The page of one division: its rows, and what stands fixed above them."""

    def __init__(self, actor: Actor, assignment: Assignment) -> None:
        self.assignment = assignment
        self.division = division_of(actor, assignment)
        fixed = {part.pk for part in fixed_parts(assignment)}
        self.fixed = [shown for shown in self.division.parts if shown.part.pk in fixed]
        self.loose = [shown.part for shown in self.division.parts if shown.part.pk not in fixed]
        self.free_share = WHOLE - sum(shown.part.share for shown in self.fixed)

    @property
    def is_divided(self) -> bool:
        """Tell whether the work has parts already, so that a reason is asked for."""
        return bool(self.division.parts)

    def first_rows(self) -> list[MonthlyPartForm]:
        """The rows of a page just opened: the parts that can be changed, or the months ahead with equal shares."""
        initial: list[dict[str, Any]]
        if self.is_divided:
            initial = [
                {"month": written(part.month), "share": part.share, "product": part.product} for part in self.loose
            ]
        else:
            months = months_between(self.division.limits.first, self.division.limits.last)[:MOST_PREFILLED]
            shares = equal_shares(self.free_share, len(months)) if months else []
            initial = [{"month": written(month), "share": share} for month, share in zip(months, shares, strict=True)]
        initial += [{}] * (FEWEST_ROWS - len(initial))
        return [self._row(number, initial=held) for number, held in enumerate(initial)]

    def rows(self, count: int, data: QueryDict) -> list[MonthlyPartForm]:
        """The rows as they were sent. A blank one is never bound, so that it asks for nothing."""
        bound = [self._row(number, data) for number in range(count)]
        return [self._row(number) if row.is_blank else row for number, row in enumerate(bound)]

    def _row(self, number: int, data: QueryDict | None = None, **kwargs: Any) -> MonthlyPartForm:
        return MonthlyPartForm(data, prefix=f"parts-{number}", limits=self.division.limits, **kwargs)

    def answer(
        self,
        request: ActorRequest,
        rows: Sequence[MonthlyPartForm],
        *,
        reason: DivideForm | None = None,
        fault: str = "",
        status: int = 200,
    ) -> HttpResponse:
        """Return the page."""
        is_checked = status != 200
        bound = [row for row in rows if row.is_bound]
        context = {
            "assignment": self.assignment,
            "fixed": with_badges(self.fixed),
            "free_share": self.free_share,
            "rows": rows,
            "reason": (reason or DivideForm()) if self.is_divided else None,
            "fault": fault,
            "faulty": [form for form in (*bound, *([reason] if reason else [])) if is_checked and form.errors],
            "may_add": len(rows) < MOST_PARTS,
        }
        return render(request, "plans/divide.html", context, status=status)


def _show(error: DomainError, typed: Sequence[MonthlyPartForm]) -> str:
    """Put the refusal at its row; what belongs to no row is returned, to be shown above all."""
    _parts, _dash, place = (error.field or "").partition("-")
    number, _dash, name = place.partition("-")
    if number.isdigit() and int(number) < len(typed):
        typed[int(number)].add_error(name, error.message)
        return ""
    return error.message


def _count(data: QueryDict) -> int:
    typed = data.get("rows", "")
    return min(int(typed), MOST_PARTS) if typed.isdecimal() else FEWEST_ROWS
