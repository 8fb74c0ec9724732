"""What was said on an assignment, as its chronicle tells it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.discussions.models import Comment
from sauro.discussions.selectors.comments import visible_comments
from sauro.tasks.chronicle import Entry, Link
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment


def entries_of_talk(actor: Actor, assignment: Assignment) -> Iterator[Entry]:
    """Yield the comments the actor may read. Of one that was taken back only that is told."""
    if not holds(assignment, "talk"):
        return
    for comment in visible_comments(actor, assignment).prefetch_related("files"):
        is_gone = comment.withdrawn_at is not None
        yield Entry(
            comment.written_at,
            comment.author_name,
            _("viết một trao đổi, sau đó đã rút.") if is_gone else _("trao đổi:"),
            unit=comment.author_unit_name,
            words="" if is_gone else comment.text,
            links=[] if is_gone else _links(comment),
            icon="message",
            is_private=bool(comment.side),
        )


def _links(comment: Comment) -> list[Link]:
    return [
        Link(one.file_name, reverse("comment-file", args=[comment.pk, one.number]), is_file=True)
        for one in comment.files.all()
    ]
