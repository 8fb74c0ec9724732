"""Standards of posts, the competency framework, assessments, and needs of training."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sauro.access.requests import ActorRequest
from sauro.careers.badges import course_words
from sauro.careers.forms import AssessForm, CompetencyForm, ReasonForm, StandardForm
from sauro.careers.models import Competency, Standard
from sauro.careers.policies import MANAGE, VIEW, assessment_policy, competency_policy
from sauro.careers.selectors.gaps import (
    NO_FIELD,
    Along,
    NeedLine,
    Standing,
    competencies_on,
    courses_in_use,
    standards_of,
    standing_numbers,
    titles_of_competencies,
    training_needs,
)
from sauro.careers.services.assessing import assess, withdraw_assessment
from sauro.careers.services.standards import save_competency, set_standard
from sauro.common.clock import today
from sauro.common.errors import NotAllowed
from sauro.organizations.models import Unit
from sauro.ui.badges import Tone
from sauro.workforce.models import Post
from sauro.workforce.policies import dossier_policy, post_policy
from sauro.workforce.selectors.people import get_dossier

_TONES = {
    Standing.LACKING: Tone.SOON, Standing.UNKNOWN: Tone.IDLE, Standing.MET: Tone.DONE, Standing.UNMEASURED: Tone.IDLE
}  # fmt: skip
MOST_LINES = 200


@require_safe
@login_required
def standards_overview(request: ActorRequest) -> HttpResponse:
    """Show how people stand against their posts, and needs of training along ``?theo=``, of one course (``?lop=``)."""
    if not request.actor.holds(VIEW):
        raise NotAllowed("not-allowed", _("Bạn không có quyền xem hồ sơ."))
    below = Unit.objects.filter(code=request.GET.get("dv", "")).first()
    asked = request.GET.get("theo", "")
    along = Along(asked) if asked in Along.values else Along.COURSE
    titles, courses = titles_of_competencies(), courses_in_use()
    course = request.GET.get("lop", "")
    course = course if course in courses else ""
    where, narrowed = {"dv": below.code} if below else {}, {"lop": course} if course else {}
    lines = training_needs(request.actor, along, below=below, course=course)
    context = {
        "below": below, "along": along, "course": course, "where": where,
        "tiles": [
            (one.label, number, f"{reverse('standard-check')}?{urlencode({**where, 'tt': one.value})}", _TONES[one], "")
            for one, number in standing_numbers(request.actor, below)
        ],
        "faces": [
            (one.label, f"?{urlencode({**where, **narrowed, 'theo': one.value})}", one == along) for one in Along
        ],
        "courses": [(one, course_words(one, titles)) for one in courses],
        "lines": [_line(one, along, titles, where, course) for one in lines[:MOST_LINES]],
        "more": max(0, len(lines) - MOST_LINES),
    }  # fmt: skip
    return render(request, "careers/standards.html", context)


def _line(one: NeedLine, along: Along, titles: dict[str, str], where: dict[str, str], course: str) -> dict[str, Any]:
    label, query = one.label, dict(where)
    if course:
        query["lop"] = course
    if along == Along.COURSE:
        label, query["lop"] = course_words(one.key, titles), one.key
    elif along == Along.UNIT:
        query |= {"dv": one.key, "dv-rieng": "1"}
    else:
        label, query["linh-vuc"] = (_("Chưa ghi lĩnh vực") if one.key == NO_FIELD else one.key), one.key
    address = reverse("gap-list")
    cells = [
        (number, f"{address}?{urlencode({**query, **extra})}")
        for number, extra in (
            (one.lacking, {"tt": "lacking"}), (one.late, {"tt": "lacking", "han": "qua"}),
            (one.unknown, {"tt": "unknown"}),
        )
    ]  # fmt: skip
    return {"label": label, "cells": cells}


@require_http_methods(["GET", "POST"])
@login_required
def competency_new(request: ActorRequest) -> HttpResponse:
    """Show the form of a new competency, or enter it."""
    if not request.actor.holds(MANAGE):
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi khung năng lực."))
    return _competency_page(request, None)


@require_http_methods(["GET", "POST"])
@login_required
def competency_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a competency; to those who keep the framework as a form, which changes it."""
    return _competency_page(request, competency_policy.get_visible(request.actor, pk))


def _competency_page(request: ActorRequest, row: Competency | None) -> HttpResponse:
    may_keep = request.actor.holds(MANAGE)
    form = CompetencyForm(request.POST if request.method == "POST" else None, initial=_of_competency(row))
    if form.is_bound:
        if not may_keep:
            raise NotAllowed("not-allowed", _("Bạn không có quyền ghi khung năng lực."))
        if form.is_valid():
            with form.showing_refusals():
                save_competency(actor=request.actor, fields=form.values, competency_id=row.pk if row else None)
                messages.success(request, _("Đã ghi năng lực."))
                return redirect("competency-list")
    context = {"form": form, "row": row, "may_keep": may_keep}
    return render(request, "careers/competency.html", context, status=422 if form.is_bound else 200)


def _of_competency(row: Competency | None) -> dict[str, Any]:
    if row is None:
        return {"since": today()}
    until = row.valid.upper - dt.timedelta(days=1) if row.valid.upper else None
    levels = {f"level_{number}": text for number, text in enumerate(row.levels, 1)}
    return {
        "code": row.code,
        "title": row.title,
        "group": row.group,
        "since": row.valid.lower,
        "until": until,
        **levels,
    }


@require_http_methods(["GET", "POST"])
@login_required
def standard_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a post's standard, filled with the one that holds, or lay down a new one."""
    post = post_policy.get_visible(request.actor, pk)
    post_policy.require(request.actor, "manage", post)
    competencies = list(competencies_on(today()).order_by("group", "sort_key"))
    form = StandardForm(
        request.POST if request.method == "POST" else None, initial=_of_standard(post), competencies=competencies
    )
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            set_standard(
                actor=request.actor, post_id=pk, fields=form.values, paper=form.paper,
                reason=form.cleaned_data["reason"],
            )  # fmt: skip
            messages.success(request, _("Đã ghi tiêu chuẩn; việc đối chiếu từng người chạy nền."))
            return redirect("post-detail", pk=pk)
    context = {"form": form, "post": post, "title": _("Tiêu chuẩn của vị trí %(post)s") % {"post": post.title}}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)


def _of_standard(post: Post) -> dict[str, Any]:
    present: Standard | None = next((one for one in standards_of(post) if one.withdrawn_at is None), None)
    if present is None:
        return {"since": today()}
    names = ("education", "theory", "state_management", "digital", "grace_months")
    demands = {f"nl_{one.competency_id.hex}": one.level for one in present.demands.all()}
    return {
        **{name: getattr(present, name) for name in names}, **demands, "since": today(),
        "subjects": "\n".join(present.subjects),
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def assessment_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of an assessment of somebody's competency, or record it."""
    dossier = get_dossier(request.actor, pk)
    dossier_policy.require(request.actor, "record", dossier)
    form = AssessForm(request.POST if request.method == "POST" else None, initial={"since": today()})
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            assess(
                actor=request.actor, dossier_id=pk, competency_id=held["competency"].pk, level=held["level"],
                since=held["since"], paper=form.paper,
            )  # fmt: skip
            messages.success(request, _("Đã ghi đánh giá năng lực."))
            return redirect("person-detail", pk=pk)
    context = {"form": form, "dossier": dossier, "title": _("Đánh giá năng lực")}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def assessment_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why an assessment is taken back, or take it back."""
    row = assessment_policy.get_visible(request.actor, pk)
    assessment_policy.require(request.actor, "record", row)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            withdraw_assessment(actor=request.actor, assessment_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút đánh giá; lần ghi cũ vẫn giữ trong lịch sử."))
            return redirect("person-detail", pk=row.dossier_id)
    title = _("Rút đánh giá năng lực: %(what)s") % {"what": row.competency.title}
    context = {"form": form, "dossier": row.dossier, "title": title}
    return render(request, "careers/form.html", context, status=422 if form.is_bound else 200)
