"""Comments as the API shows them."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ninja import Schema

from sauro.discussions.enums import Audience, Side
from sauro.discussions.models import CommentFile
from sauro.discussions.selectors.audience import Mentionable
from sauro.discussions.selectors.comments import ShownComment


class CommentFileOut(Schema):
    """A file of a comment; its bytes are under ``comments/<id>/files/<number>``."""

    number: int
    name: str
    size: int
    media_type: str
    sha256: str


class EarlierOut(Schema):
    """The words before a correction, and since when they stood."""

    text: str
    since: dt.datetime


class CommentOut(Schema):
    """Something said on an assignment. ``side`` is whose own talk it is, null when both sides read it.

    Of a comment that was taken back only the line is left: no words, no files. ``mentions`` are the names that were
    told of it.
    """

    id: UUID
    audience: Audience
    side: Side | None
    text: str
    author: str
    author_unit: str
    written_at: dt.datetime
    edited_at: dt.datetime | None
    withdrawn_at: dt.datetime | None
    mentions: list[str]
    files: list[CommentFileOut]
    earlier: list[EarlierOut]
    may_edit: bool
    may_withdraw: bool


class NameOut(Schema):
    """Who can be named: write ``@`` and the label into the words of a comment."""

    label: str
    detail: str


def comment_out(shown: ShownComment) -> CommentOut:
    """Return a comment as its reader sees it."""
    comment = shown.comment
    return CommentOut(
        id=comment.pk,
        audience=Audience(comment.audience),
        side=Side(comment.side) if comment.side else None,
        text="".join(piece.text for piece in shown.pieces),
        author=comment.author_name,
        author_unit=comment.author_unit_name,
        written_at=comment.written_at,
        edited_at=comment.edited_at,
        withdrawn_at=comment.withdrawn_at,
        mentions=sorted({piece.label for piece in shown.pieces if piece.label}),
        files=[_file(file) for file in shown.files],
        earlier=[EarlierOut(text=one.text, since=one.since) for one in shown.earlier],
        may_edit=shown.may_edit,
        may_withdraw=shown.may_withdraw,
    )


def name_out(one: Mentionable) -> NameOut:
    """Return somebody who can be named."""
    return NameOut(label=one.label, detail=one.detail)


def _file(held: CommentFile) -> CommentFileOut:
    file = held.file
    return CommentFileOut(
        number=held.number, name=held.file_name, size=file.size, media_type=file.media_type, sha256=file.sha256
    )
