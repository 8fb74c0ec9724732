"""Papers of a dossier: attaching, opening, withdrawing."""

from __future__ import annotations

import io
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sauro.access.requests import ActorRequest
from sauro.common.clock import today
from sauro.documents.web.file_answers import made_file_answer
from sauro.workforce.enums import PaperKind
from sauro.workforce.fields import FactSpec
from sauro.workforce.forms import PaperForm, ReasonForm, RevealForm
from sauro.workforce.models import Fact
from sauro.workforce.policies import dossier_policy
from sauro.workforce.selectors.people import DossierPage, get_page
from sauro.workforce.services.papers import OpenedPaper, add_paper, find_paper, open_paper, withdraw_paper
from sauro.workforce.templatetags.workforce import days_of, fact_words


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def paper_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show the form of a paper, or attach it."""
    shown = get_page(request.actor, pk, today())
    dossier_policy.require(request.actor, "record", shown.dossier)
    proved = _proved(shown)
    form = PaperForm(*((request.POST, request.FILES) if request.method == "POST" else ()), proved=proved)
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            add_paper(
                actor=request.actor, dossier_id=pk, kind=PaperKind(held["kind"]), proves=form.proved,
                upload=held["file"].upload,
            )  # fmt: skip
            messages.success(request, _("Đã gắn giấy tờ vào hồ sơ."))
            return redirect("person-detail", pk=pk)
    context = {"form": form, "dossier": shown.dossier, "title": _("Gắn giấy tờ"), "has_file": True}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)


def _proved(shown: DossierPage) -> list[tuple[str, str]]:
    """Return what a paper can prove, as far as the reader may record it. What is sealed is named by kind and days."""
    posts = [
        (f"tenure:{one.pk}", f"{one.post.title}, {one.unit.name} ({days_of(one)})")
        for one in (*shown.tenures, *shown.other_tenures)
        if one.withdrawn_at is None
    ]
    facts = [
        (f"fact:{fact.pk}", f"{group.spec.label}{_words(fact, group.spec)} ({days_of(fact)})")
        for group in shown.groups
        if group.may_record
        for fact in (*group.now, *group.others)
        if fact.withdrawn_at is None
    ]
    whole = [("", _("Cả hồ sơ (bản khai, lý lịch)"))] if "seal" in shown.may else []
    return [*facts, *posts, *whole]


def _words(fact: Fact, spec: FactSpec) -> str:
    return "" if spec.is_sealed else f": {fact_words(fact, spec)}"


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def paper_open(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """Give a paper; a sensitive one asks for the reason first. Each opening is recorded."""
    paper = find_paper(request.actor, pk)
    dossier_policy.require(request.actor, "open" if paper.is_sensitive else "record", paper.dossier)
    if not paper.is_sensitive and request.method == "GET":
        return _given(open_paper(actor=request.actor, paper_id=pk))
    form = RevealForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            return _given(open_paper(actor=request.actor, paper_id=pk, reason=form.cleaned_data["reason"]))
    context = {"form": form, "dossier": paper.dossier, "label": paper.get_kind_display()}
    return render(request, "workforce/reveal.html", context, status=422 if form.is_bound else 200)


def _given(opened: OpenedPaper) -> HttpResponseBase:
    return made_file_answer(io.BytesIO(opened.content), opened.file_name)


@require_http_methods(["GET", "POST"])
@login_required
def paper_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask why a paper is withdrawn, or withdraw it."""
    paper = find_paper(request.actor, pk)
    dossier_policy.require(request.actor, "seal" if paper.is_sensitive else "record", paper.dossier)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            withdraw_paper(actor=request.actor, paper_id=pk, reason=form.cleaned_data["reason"])
            messages.success(request, _("Đã rút giấy tờ; dòng ghi vẫn giữ trong hồ sơ."))
            return redirect("person-detail", pk=paper.dossier_id)
    title = _("Rút giấy tờ: %(what)s") % {"what": paper.get_kind_display()}
    context = {"form": form, "dossier": paper.dossier, "title": title}
    return render(request, "workforce/form.html", context, status=422 if form.is_bound else 200)
