"""Saying something on an assignment, correcting it for a while, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.accounts.models import User
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.discussions import events
from sauro.discussions.models import Comment, CommentFile, EarlierText
from sauro.discussions.policies import comment_policy, side_policy
from sauro.discussions.selectors.audience import BOTH_SIDES, Scope, sides_of
from sauro.discussions.selectors.comments import editable_until
from sauro.discussions.services.mentioning import name_mentioned
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.services.attachments import CheckedAttachment, check_attachment, store_attachment
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.services.touching import set_commented_at
from vanban.text.normalize import nfc

LONGEST = 8_000
MOST_FILES = 5


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said: words, files, or both, and for whom."""

    text: str = ""
    scope: Scope = BOTH_SIDES
    uploads: Sequence[QuarantinedUpload] = ()


def write_comment(*, actor: Actor, assignment_id: UUID, saying: Saying) -> Comment:
    """Say something on an assignment: whoever works for one of its sides, to both sides or to their own alone.

    Names marked with an @ are told; only those who may read the comment can be named.
    """
    assignment = assignment_policy.get_visible(actor, assignment_id)
    user = _user(actor)
    text = _checked_text(saying.text, has_files=bool(saying.uploads))
    if len(saying.uploads) > MOST_FILES:
        raise DomainError("too-many-files", _("Mỗi lần gửi tối đa %(most)s tệp.") % {"most": MOST_FILES}, field="files")
    # Reading the files takes a while, so it happens before the row is locked.
    checked = [check_attachment(actor=actor, unit=assignment.unit, upload=upload) for upload in saying.uploads]
    with transaction.atomic():
        assignment = assignment_policy.get_locked(actor, assignment_id)
        side_policy.require(actor, "speak", assignment)
        _check_scope(actor, assignment, saying.scope)
        comment = Comment.objects.create(
            assignment=assignment,
            domain=assignment.domain,
            audience=saying.scope.audience,
            side=saying.scope.side or "",
            text=text,
            author=user,
            author_name=actor.name,
            author_unit_name=actor.unit_name,
            written_at=now(),
            is_touch=saying.scope.side is None and _is_of_the_body(actor, assignment),
        )
        _store(comment, checked)
        named = name_mentioned(comment=comment)
        _note_touch(comment)
        record_event(
            actor=actor,
            event=events.WRITTEN,
            obj=comment,
            changes={"audience": [None, comment.audience], "files": [None, len(checked)], "named": [None, len(named)]},
        )
    return comment


@transaction.atomic
def edit_comment(*, actor: Actor, comment_id: UUID, text: str) -> Comment:
    """Correct the words of one's own comment within the time the site allows; the words before it are kept."""
    comment = _begin_change(actor, comment_id)
    moment = now()
    if moment > editable_until(comment):
        raise Conflict(
            "edit-over",
            _("Chỉ sửa được trong %(minutes)s phút sau khi gửi. Hãy gửi thêm một trao đổi mới.")
            % {"minutes": settings.COMMENT_EDIT_MINUTES},
        )
    text = _checked_text(text, has_files=comment.files.exists())
    if text == comment.text:
        return comment
    EarlierText.objects.create(comment=comment, text=comment.text, since=comment.edited_at or comment.written_at)
    comment.text, comment.edited_at = text, moment
    comment.save(update_fields=["text", "edited_at"])
    named = name_mentioned(comment=comment)
    record_event(actor=actor, event=events.EDITED, obj=comment, changes={"named": [None, len(named)]})
    return comment


@transaction.atomic
def withdraw_comment(*, actor: Actor, comment_id: UUID) -> Comment:
    """Take one's own comment back: a line stays that says so, its words and files are shown to nobody any more."""
    comment = _begin_change(actor, comment_id)
    comment.withdrawn_at = now()
    comment.save(update_fields=["withdrawn_at"])
    _note_touch(comment)
    record_event(actor=actor, event=events.WITHDRAWN, obj=comment)
    return comment


def _begin_change(actor: Actor, comment_id: UUID) -> Comment:
    """Lock the work first, then the comment: the order in which a new one is written."""
    assignment_id = comment_policy.get_visible(actor, comment_id).assignment_id
    Assignment.objects.select_for_update(of=("self",)).get(pk=assignment_id)
    comment = comment_policy.get_locked(actor, comment_id)
    comment_policy.require(actor, "change", comment)
    if comment.withdrawn_at is not None:
        raise Conflict("comment-withdrawn", _("Trao đổi này đã được rút. Hãy tải lại trang để xem mới nhất."))
    return comment


def _user(actor: Actor) -> User:
    """Comments are said by people; the system says nothing."""
    user = User.objects.filter(pk=actor.user_id).first() if actor.user_id else None
    if user is None:
        raise NotAllowed("not-a-person", _("Chỉ người dùng đăng nhập mới gửi được trao đổi."))
    return user


def _checked_text(text: str, *, has_files: bool) -> str:
    text = nfc(text).replace("\r\n", "\n").strip()
    if not text and not has_files:
        raise DomainError("text-needed", _("Hãy viết nội dung trao đổi hoặc chọn tệp."), field="text")
    if len(text) > LONGEST:
        raise DomainError("text-long", _("Trao đổi dài quá %(most)s ký tự.") % {"most": LONGEST}, field="text")
    return text


def _check_scope(actor: Actor, assignment: Assignment, scope: Scope) -> None:
    if scope.side is not None and scope.side not in sides_of(actor, assignment):
        raise DomainError(
            "not-your-side",
            _("Bạn không thuộc bên này nên không gửi trao đổi nội bộ được. Hãy gửi cho cả hai bên."),
            field="scope",
        )


def _is_of_the_body(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the body itself speaks: who keeps the record on its behalf does not."""
    return not assignment.is_kept_by_giver and assignment_policy.can(actor, "work", assignment)


def _store(comment: Comment, checked: Sequence[CheckedAttachment]) -> None:
    for number, one in enumerate(checked, 1):
        file = store_attachment(one, domain=comment.domain)
        CommentFile.objects.create(comment=comment, number=number, file=file, file_name=one.file_name)


def _note_touch(comment: Comment) -> None:
    """Bring the work up to date with the latest word of the body that stands."""
    if not comment.is_touch:
        return
    standing = Comment.objects.filter(assignment=comment.assignment_id, is_touch=True, withdrawn_at__isnull=True)
    latest = standing.aggregate(latest=Max("written_at"))["latest"]
    set_commented_at(assignment=comment.assignment, at=latest)
