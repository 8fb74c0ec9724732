"""Talking on an assignment."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse
from ninja import File, Form, Query, Router, Schema, UploadedFile

from sauro.access.requests import ActorRequest
from sauro.api_kit import ACTS, READS, Text, Word, answers
from sauro.discussions.api.schemas import CommentOut, NameOut, comment_out, name_out
from sauro.discussions.enums import Side
from sauro.discussions.models import Comment
from sauro.discussions.selectors.audience import BOTH_SIDES, Scope
from sauro.discussions.selectors.comments import get_shown, talk_of
from sauro.discussions.selectors.names import names_in_reach
from sauro.discussions.services.files import open_comment_file
from sauro.discussions.services.writing import Saying, edit_comment, withdraw_comment, write_comment
from sauro.documents.api.uploads import upload_of
from sauro.documents.web.file_answers import file_answer
from sauro.tasks.selectors.work import get_assignment

router = Router()

_FILE = {"responses": {200: {"description": "The file", "content": {"application/octet-stream": {}}}}}


class NameQuery(Schema):
    """What was typed after an @, and for whom the comment is: one side, or both when none is named."""

    q: Word = ""
    side: Side | None = None


class CommentForm(Schema):
    """What is said beside files, or instead of them. ``side`` keeps it among the people of one side."""

    text: Text = ""
    side: Side | None = None


class EditIn(Schema):
    """The words as they ought to be."""

    text: Text


@router.get(
    "/assignments/{uuid:assignment_id}/comments",
    response=answers(list[CommentOut], *READS),
    summary="What was said on an assignment",
)
def list_comments(request: ActorRequest, assignment_id: UUID) -> list[CommentOut]:
    """Return every comment the caller may read, oldest first."""
    talk = talk_of(request.actor, get_assignment(request.actor, assignment_id), everything=True)
    return [comment_out(shown) for shown in talk.comments]


@router.get(
    "/assignments/{uuid:assignment_id}/comment-names",
    response=answers(list[NameOut], *READS),
    summary="Who can be named in a comment",
)
def list_comment_names(request: ActorRequest, assignment_id: UUID, query: Query[NameQuery]) -> list[NameOut]:
    """Return the first people and units that may read such a comment and whose names hold the words."""
    return [name_out(one) for one in names_in_reach(request.actor, assignment_id, _scope(query.side), query.q)]


@router.post(
    "/assignments/{uuid:assignment_id}/comments",
    response=answers(CommentOut, *ACTS, 413),
    summary="Say something on an assignment",
)
def write_assignment_comment(
    request: ActorRequest,
    assignment_id: UUID,
    said: Form[CommentForm],
    files: File[list[UploadedFile] | None] = None,
) -> CommentOut:
    """Say something to both sides or to one's own. Names after an @ are told."""
    uploads = [upload_of(file) for file in files or ()]
    saying = Saying(text=said.text, scope=_scope(said.side), uploads=uploads)
    return _answer(request, write_comment(actor=request.actor, assignment_id=assignment_id, saying=saying))


@router.patch("/comments/{uuid:comment_id}", response=answers(CommentOut, *ACTS), summary="Correct a comment")
def edit_assignment_comment(request: ActorRequest, comment_id: UUID, said: EditIn) -> CommentOut:
    """Correct one's own comment for as long as the site allows; the words before it stay readable."""
    return _answer(request, edit_comment(actor=request.actor, comment_id=comment_id, text=said.text))


@router.post("/comments/{uuid:comment_id}/withdraw", response=answers(CommentOut, *ACTS), summary="Take a comment back")
def withdraw_assignment_comment(request: ActorRequest, comment_id: UUID) -> CommentOut:
    """Take one's own comment back. A line stays that says so."""
    return _answer(request, withdraw_comment(actor=request.actor, comment_id=comment_id))


@router.get(
    "/comments/{uuid:comment_id}/files/{int:number}",
    response=answers(None, *READS),
    openapi_extra=_FILE,
    summary="File of a comment",
)
def download_comment_file(request: ActorRequest, comment_id: UUID, number: int) -> FileResponse:
    """Return the bytes of a file that came with a comment. Who opened it is recorded."""
    return file_answer(*open_comment_file(actor=request.actor, comment_id=comment_id, number=number))


def _scope(side: Side | None) -> Scope:
    return Scope(side) if side else BOTH_SIDES


def _answer(request: ActorRequest, comment: Comment) -> CommentOut:
    return comment_out(get_shown(request.actor, comment.pk))
