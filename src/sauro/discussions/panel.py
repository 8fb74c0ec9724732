"""What the part of an assignment's page shows on which people talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sauro.access.actor import Actor
from sauro.discussions.forms import CommentForm, EditForm
from sauro.discussions.policies import side_policy
from sauro.discussions.selectors.comments import ShownComment, talk_of
from sauro.tasks.models import Assignment


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back with faults: of a new comment, or (with ``comment_id``) of one that was to be corrected."""

    form: CommentForm | EditForm
    comment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A comment with the form that corrects it, when its reader may; ``is_open`` when it came back with faults."""

    shown: ShownComment
    form: EditForm | None
    is_open: bool


def panel_of(
    actor: Actor,
    assignment: Assignment,
    *,
    returned: Returned | None = None,
    everything: bool = False,
    done: str = "",
    fault: str = "",
) -> dict[str, Any]:
    """Return what the panel shows; ``done`` and ``fault`` are sentences about what was just tried."""
    talk = talk_of(actor, assignment, everything=everything)
    form = returned.form if returned is not None and returned.comment_id is None else None
    if form is None and side_policy.can(actor, "speak", assignment):
        form = CommentForm(actor=actor, assignment=assignment, auto_id="id_comment_%s")
    return {
        "lines": [_line(shown, returned) for shown in talk.comments],
        "left_out": talk.left_out,
        "form": form,
        "done": done,
        "fault": fault,
    }


def _line(shown: ShownComment, returned: Returned | None) -> Line:
    pk = shown.comment.pk
    if not shown.may_edit:
        return Line(shown, None, is_open=False)
    if returned is not None and returned.comment_id == pk and isinstance(returned.form, EditForm):
        return Line(shown, returned.form, is_open=True)
    form = EditForm(initial={"text": shown.comment.text}, auto_id=f"id_{pk}_%s")
    return Line(shown, form, is_open=False)
