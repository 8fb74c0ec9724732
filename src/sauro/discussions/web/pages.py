"""Talking on an assignment. Scripts get the panel alone; without scripts the same addresses answer with a page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sauro.access.requests import ActorRequest
from sauro.common.errors import Conflict
from sauro.discussions.enums import Side
from sauro.discussions.forms import CommentForm, EditForm
from sauro.discussions.models import Comment
from sauro.discussions.panel import Returned, panel_of
from sauro.discussions.selectors.audience import BOTH_SIDES, Scope
from sauro.discussions.selectors.comments import get_comment
from sauro.discussions.selectors.names import names_in_reach
from sauro.discussions.services.files import open_comment_file
from sauro.discussions.services.writing import Saying, edit_comment, withdraw_comment, write_comment
from sauro.documents.web.file_answers import file_answer
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.work import get_assignment


@require_safe
@login_required
def comment_list(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show every comment on an assignment."""
    return _panel(request, get_assignment(request.actor, pk), everything=True)


@require_safe
@login_required
def comment_names(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Complete a name after an @, among those who may read what is being written."""
    chosen = request.GET.get("pham-vi", "")
    scope = Scope(Side(chosen)) if chosen in Side.values else BOTH_SIDES
    found = names_in_reach(request.actor, pk, scope, request.GET.get("q", ""))
    return JsonResponse({"results": [{"label": one.label, "detail": one.detail} for one in found]})


@require_POST
@login_required
def comment_write(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say something; a refusal shows the words and the choice again."""
    assignment = get_assignment(request.actor, pk)
    form = CommentForm(request.POST, request.FILES, actor=request.actor, assignment=assignment, auto_id="id_comment_%s")
    if form.is_valid():
        held = form.cleaned_data
        with form.showing_refusals():
            uploads = [file.upload for file in held["files"]]
            saying = Saying(text=held["text"], scope=held["scope"], uploads=uploads)
            comment = write_comment(actor=request.actor, assignment_id=pk, saying=saying)
            return _done(request, assignment, _written(comment))
    return _panel(request, assignment, Returned(form))


@require_POST
@login_required
def comment_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Correct one's own comment."""
    comment = get_comment(request.actor, pk)
    form = EditForm(request.POST, auto_id=f"id_{pk}_%s")
    if form.is_valid():
        try:
            with form.showing_refusals(only_of_fields=True):
                edit_comment(actor=request.actor, comment_id=pk, text=form.cleaned_data["text"])
                return _done(request, comment.assignment, _("Đã sửa. Bản trước vẫn xem được."))
        except Conflict as error:
            return _panel(request, comment.assignment, fault=error.message)
    return _panel(request, comment.assignment, Returned(form, pk))


@require_POST
@login_required
def comment_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take one's own comment back."""
    comment = get_comment(request.actor, pk)
    try:
        withdraw_comment(actor=request.actor, comment_id=pk)
    except Conflict as error:
        return _panel(request, comment.assignment, fault=error.message)
    return _done(request, comment.assignment, _("Đã rút."))


@require_safe
@login_required
def comment_file(request: ActorRequest, pk: UUID, number: int) -> FileResponse:
    """Give a file of a comment to whoever may read the comment. Logged."""
    return file_answer(*open_comment_file(actor=request.actor, comment_id=pk, number=number))


def _written(comment: Comment) -> str:
    names = ", ".join(mention.label for mention in comment.mentions.all())
    return _("Đã gửi và báo cho %(names)s.") % {"names": names} if names else _("Đã gửi.")


def _done(request: ActorRequest, assignment: Assignment, sentence: str) -> HttpResponse:
    if "HX-Request" in request.headers:
        return _panel(request, assignment, done=sentence)
    messages.success(request, sentence)
    return redirect(f"{reverse('assignment-detail', args=[assignment.pk])}#trao-doi")


def _panel(
    request: ActorRequest, assignment: Assignment, returned: Returned | None = None, **more: Any
) -> HttpResponse:
    panel = panel_of(request.actor, assignment, returned=returned, **more)
    template = "discussions/panel.html" if "HX-Request" in request.headers else "discussions/page.html"
    context = {"assignment": assignment, "panel": panel}
    response = render(request, template, context, status=422 if returned or more.get("fault") else 200)
    response["Vary"] = "HX-Request"
    return response
