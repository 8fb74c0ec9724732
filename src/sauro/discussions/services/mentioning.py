"""Who is named in a comment. Naming somebody tells them; it never lets them see what they could not see before."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from sauro.discussions.mention_text import split_mentions
from sauro.discussions.models import Comment, Mention
from sauro.discussions.selectors.audience import BOTH_SIDES, Mentionable, mentionables, scope_of

MOST_NAMED = 20


def name_mentioned(*, comment: Comment) -> list[Mentionable]:
    """Bring the mentions of a comment in line with its words and return those named. Needs a transaction.

    Words after an @ that name nobody who may read the comment stay words. Somebody who sees the work, but not this
    side's own talk, is refused by name: the writer would believe them told.
    """
    if "@" not in comment.text:
        comment.mentions.all().delete()
        return []
    scope = scope_of(comment)
    known = {one.label: one for one in mentionables(comment.assignment, scope)}
    if scope.side is not None:
        _refuse_outsiders(comment, known)
    labels = {piece.label for piece in split_mentions(comment.text, known) if piece.label}
    named = [one for label, one in known.items() if label in labels]
    if len(named) > MOST_NAMED:
        raise DomainError(
            "too-many-named", _("Mỗi trao đổi nhắc tối đa %(most)s người, đơn vị.") % {"most": MOST_NAMED}, field="text"
        )
    comment.mentions.all().delete()
    Mention.objects.bulk_create(
        Mention(comment=comment, user_id=one.user_id, unit_id=one.unit_id, label=one.label) for one in named
    )
    return named


def _refuse_outsiders(comment: Comment, known: dict[str, Mentionable]) -> None:
    everybody = {one.label for one in mentionables(comment.assignment, BOTH_SIDES)}
    outside = everybody - set(known)
    named = [piece.label for piece in split_mentions(comment.text, everybody | set(known)) if piece.label in outside]
    if named:
        raise DomainError(
            "named-outside",
            _("%(names)s không đọc được trao đổi nội bộ này nên không nhắc được. Hãy bỏ tên hoặc gửi cho cả hai bên.")
            % {"names": ", ".join(dict.fromkeys(named))},
            field="text",
        )
