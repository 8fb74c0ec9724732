"""Succession planning: whether it is open and why not, lists, names, reviews."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.careers.badges import compared_words, nomination_badge, outcome_badge
from sauro.careers.enums import PlanningGroup, ReviewOutcome
from sauro.careers.forms import (
    ApproveForm,
    ClearanceForm,
    NominationForm,
    PlanningListForm,
    ReasonForm,
    RemovalForm,
    ReviewForm,
)
from sauro.careers.models import Nomination
from sauro.careers.policies import PLANNING_RECORD, PLANNING_VIEW, nomination_policy, planning_list_policy
from sauro.careers.rules.planning import REFERENCES, PlanningFinding, rules_on
from sauro.careers.rules.provisions import PLANNING_RULES, cited
from sauro.careers.selectors.planning import (
    ListPageOfNames,
    gates,
    get_list,
    is_switched_on,
    may_confirm,
    visible_nominations,
)
from sauro.careers.services.planning import (
    approve,
    confirm_classification,
    count_minorities,
    make_list,
    nominate,
    remove,
    review,
    withdraw_classification,
)
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.errors import NotAllowed
from sauro.ui.forms import PageForm
from sauro.workforce.services.establishment import Paper


@require_safe
@never_cache
@login_required
def planning_gate(request: ActorRequest) -> HttpResponse:
    """Show whether planning is open in each domain, and why not; the rules in force."""
    if not request.actor.holds(PLANNING_VIEW):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem quy hoạch."))
    context = {
        "is_on": is_switched_on(), "gates": gates(request.actor), "rules": rules_on(today()),
        "references": REFERENCES,
    }  # fmt: skip
    return render(request, "careers/planning.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def planning_confirm(request: ActorRequest, domain: str) -> HttpResponse:
    """Show the form of the site's confirmation for a domain, or record it."""
    _require_confirmer(request, domain)
    form = ClearanceForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        held = form.cleaned_data
        paper = Paper(held["decision"], held["decided_on"])
        confirm_classification(actor=request.actor, domain=domain, paper=paper)

    title = _("Xác nhận danh sách quy hoạch, %(domain)s") % {"domain": Domain(domain).label}
    return _asked(request, form, act, title)


@require_http_methods(["GET", "POST"])
@login_required
def planning_withdraw(request: ActorRequest, domain: str) -> HttpResponse:
    """Ask why the confirmation is taken back, or take it back."""
    _require_confirmer(request, domain)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        withdraw_classification(actor=request.actor, domain=domain, reason=form.cleaned_data["reason"])

    title = _("Rút xác nhận về danh sách quy hoạch, %(domain)s") % {"domain": Domain(domain).label}
    return _asked(request, form, act, title)


def _require_confirmer(request: ActorRequest, domain: str) -> None:
    if domain not in list(Domain):
        raise Http404
    if not may_confirm(request.actor, domain):
        raise NotAllowed("not-allowed", _("Chỉ người quản lý quy hoạch toàn tỉnh của khối này mới xác nhận được."))


@require_http_methods(["GET", "POST"])
@login_required
def planning_list_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a planning list, or make it."""
    if not request.actor.holds(PLANNING_RECORD):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi quy hoạch."))
    form = PlanningListForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            made = make_list(actor=request.actor, fields=form.values)
            messages.success(request, _("Đã lập danh sách %(code)s.") % {"code": made.code})
            return redirect("planning-list", pk=made.pk)
    context = {"form": form, "title": _("Lập danh sách quy hoạch")}
    return render(request, "careers/planning_form.html", context, status=422 if form.is_bound else 200)


@require_safe
@never_cache
@login_required
def planning_list(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a planning list: names, how each stands, structure, coefficient."""
    shown = get_list(request.actor, pk)
    context = {
        "shown": shown, "row": shown.row, "shares": _shares(shown),
        "may_count": _may_count(request, shown.row.unit.path, shown.row.domain),
        "names": [
            (one.nomination, nomination_badge(one.nomination), list(map(_finding, one.findings)), one.is_reviewed)
            for one in shown.names
        ],
        "sources": [(rule.label, cited(found, today())) for rule, found in PLANNING_RULES.items()],
    }  # fmt: skip
    return render(request, "careers/planning_list.html", context)


def _shares(shown: ListPageOfNames) -> list[tuple[str, int, int, int | None]]:
    """Return the structure of a list: label, number, per cent of its names, per cent to strive for in a committee."""
    structure, rules = shown.structure, rules_on(shown.row.reference)
    found = (
        (_("Nữ"), structure.women, rules.women_least),
        (_("Dưới %(age)d tuổi tại thời điểm tham chiếu") % {"age": rules.young_below}, structure.young,
         rules.young_least),
    )  # fmt: skip
    return [
        (label, number, round(100 * number / structure.names) if structure.names else 0,
         int(100 * least) if shown.row.is_collective else None)
        for label, number, least in found
    ]  # fmt: skip


def _may_count(request: ActorRequest, path: str, domain: str) -> bool:
    return request.actor.holds_for("private_facts.view", path, domain)


def _finding(one: PlanningFinding) -> dict[str, Any]:
    return {"rule": one.rule.label, "badge": outcome_badge(one.outcome, None), "words": compared_words(one)}


@require_http_methods(["GET", "POST"])
@login_required
def nomination_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a name for a list, or enter it."""
    row = planning_list_policy.get_visible(request.actor, pk)
    planning_list_policy.require(request.actor, "record", row)
    form = NominationForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        held = form.cleaned_data
        nominate(
            actor=request.actor, list_id=pk, dossier_id=held["dossier"], group=PlanningGroup(held["group"]),
            despite=held["despite"],
        )  # fmt: skip

    title = _("Ghi người vào danh sách %(code)s") % {"code": row.code}
    return _asked(request, form, act, title, pk)


@require_POST
@never_cache
@login_required
def planning_minorities(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Count the names of ethnic minorities in a list, on record, and show the number once."""
    minority, unknown = count_minorities(actor=request.actor, list_id=pk)
    words = _("Người dân tộc thiểu số trong danh sách: %(number)d; chưa có dữ liệu dân tộc: %(unknown)d.")
    messages.info(request, words % {"number": minority, "unknown": unknown})
    return redirect("planning-list", pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def nomination_approve(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of an approval, or record it."""
    row, form = _name(request, pk), ApproveForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        held = form.cleaned_data
        approve(actor=request.actor, nomination_id=pk, paper=Paper(held["decision"], held["decided_on"]))

    return _about(request, form, act, _("Ghi phê duyệt quy hoạch"), row)


@require_http_methods(["GET", "POST"])
@login_required
def nomination_review(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of this year's review, or record it."""
    row, form = _name(request, pk), ReviewForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        held = form.cleaned_data
        review(
            actor=request.actor, nomination_id=pk, outcome=ReviewOutcome(held["outcome"]),
            paper=Paper(held["decision"]), remark=held["remark"],
        )  # fmt: skip

    return _about(request, form, act, _("Soát quy hoạch năm %(year)s") % {"year": today().year}, row)


@require_http_methods(["GET", "POST"])
@login_required
def nomination_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a removal, or record it."""
    row = _name(request, pk)
    form = RemovalForm(request.POST if request.method == "POST" else None, initial={"removed_on": today()})

    def act() -> None:
        held = form.cleaned_data
        remove(
            actor=request.actor, nomination_id=pk, on=held["removed_on"], reason=held["reason"],
            paper=Paper(held["decision"]),
        )  # fmt: skip

    return _about(request, form, act, _("Đưa ra khỏi quy hoạch"), row)


def _name(request: ActorRequest, pk: UUID) -> Nomination:
    """Return a name that the actor keeps: 404 when they do not see it, 403 when they only see it."""
    row = nomination_policy.get_visible(request.actor, pk, base=visible_nominations(request.actor))
    nomination_policy.require(request.actor, "record", row)
    return row


def _about(
    request: ActorRequest, form: PageForm, act: Callable[[], object], title: str, row: Nomination
) -> HttpResponse:
    title = f"{title}: {row.dossier.person.full_name}"
    return _asked(request, form, act, title, row.planning_list_id)


def _asked(
    request: ActorRequest, form: PageForm, act: Callable[[], object], title: str, pk: UUID | None = None
) -> HttpResponse:
    """Show a form, or do what it asks for and go back."""
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            act()
            messages.success(request, _("Đã ghi."))
            return redirect("planning-list", pk=pk) if pk is not None else redirect("planning")
    context = {"form": form, "title": title, "pk": pk}
    return render(request, "careers/planning_form.html", context, status=422 if form.is_bound else 200)
