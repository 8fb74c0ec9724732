"""Reading what was said on an assignment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.common.clock import now
from sauro.discussions.enums import Side
from sauro.discussions.mention_text import Piece, split_mentions
from sauro.discussions.models import Comment, CommentFile, EarlierText
from sauro.discussions.policies import comment_policy
from sauro.discussions.selectors.audience import unit_of
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment

LATEST = 30


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A comment as its reader sees it. Of one that was taken back there are no words and no files."""

    comment: Comment
    pieces: Sequence[Piece]
    files: Sequence[CommentFile]
    earlier: Sequence[EarlierText]
    own_unit_name: str
    may_edit: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """The comments an actor reads on an assignment, oldest first, and how many older ones are left out."""

    comments: Sequence[ShownComment]
    left_out: int


def editable_until(comment: Comment) -> dt.datetime:
    """Return the moment after which a comment cannot be corrected any more."""
    return comment.written_at + dt.timedelta(minutes=settings.COMMENT_EDIT_MINUTES)


def visible_comments(actor: Actor, assignment: Assignment) -> QuerySet[Comment]:
    """Return the comments on an assignment that the actor may read, those taken back as well, oldest first."""
    rows = Comment.objects.filter(comment_policy.condition(actor, "view"), assignment=assignment)
    return rows.order_by("written_at", "id")


def get_comment(actor: Actor, pk: UUID) -> Comment:
    """Return a comment the actor may read, with its work. Raises ``NotVisible``."""
    return comment_policy.get_visible(actor, pk, base=Comment.objects.select_related("assignment__unit"))


def get_shown(actor: Actor, pk: UUID) -> ShownComment:
    """Return one comment as the actor sees it now. Raises ``NotVisible``."""
    base = Comment.objects.select_related("assignment__unit", "assignment__giver_unit")
    comment = comment_policy.get_visible(actor, pk, base=base)
    return shown_comment(actor, comment, comment.assignment, now())


def talk_of(actor: Actor, assignment: Assignment, *, everything: bool = False) -> Talk:
    """Return the latest comments, or all of them. Takes a constant number of queries."""
    if not holds(assignment, "talk"):
        return Talk([], 0)
    rows = ask(_all if everything else _latest, actor, assignment=assignment.pk)
    left_out = _count(actor, assignment) - LATEST if len(rows) > LATEST and not everything else 0
    shown = rows if everything else rows[:LATEST]
    moment = now()
    return Talk([shown_comment(actor, row, assignment, moment) for row in reversed(shown)], left_out)


def _all(actor: Actor, *, assignment: UUID) -> QuerySet[Comment]:
    rows = Comment.objects.filter(comment_policy.condition(actor, "view"), assignment=assignment)
    return rows.order_by("-written_at", "-id").prefetch_related("files__file", "mentions", "earlier")


def _latest(actor: Actor, *, assignment: UUID) -> QuerySet[Comment]:
    return _all(actor, assignment=assignment)[: LATEST + 1]


def _count(actor: Actor, assignment: Assignment) -> int:
    return visible_comments(actor, assignment).order_by().count()


def shown_comment(actor: Actor, comment: Comment, assignment: Assignment, moment: dt.datetime) -> ShownComment:
    """Return a comment that the actor may read, as they see it at a moment."""
    is_gone = comment.withdrawn_at is not None
    is_own = comment.author_id == actor.user_id and not is_gone
    labels = [mention.label for mention in comment.mentions.all()]
    return ShownComment(
        comment=comment,
        pieces=[] if is_gone else split_mentions(comment.text, labels),
        files=[] if is_gone else list(comment.files.all()),
        earlier=[] if is_gone else list(comment.earlier.all()),
        own_unit_name=unit_of(assignment, Side(comment.side)).name if comment.side else "",
        may_edit=is_own and moment <= editable_until(comment),
        may_withdraw=is_own,
    )
