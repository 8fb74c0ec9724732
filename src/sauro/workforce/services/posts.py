"""The catalogue of job positions."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.workforce import events
from sauro.workforce.enums import Block, PostGroup
from sauro.workforce.models import Post
from sauro.workforce.policies import post_policy
from vanban.text.normalize import fold, nfc, sort_key


@dataclass(frozen=True, slots=True)
class PostFields:
    """What a job position is."""

    code: str
    title: str
    block: Block = Block.OFFICIALS
    group: PostGroup = PostGroup.PROFESSIONAL
    field: str = ""
    standard: str = ""
    rank: int = 100
    level: int = 0
    is_head: bool = False
    is_key: bool = False
    is_barred_to_locals: bool = False
    is_closed: bool = False


@transaction.atomic
def save_post(*, actor: Actor, fields: PostFields, post_id: UUID | None = None) -> Post:
    """Enter a job position, or change one. Its block stays once somebody has held it.

    Raises ``code-taken`` and ``block-fixed``.
    """
    if post_id is None:
        if not actor.holds("workforce.manage"):
            raise NotAllowed("not-allowed", _("Bạn không có quyền ghi danh mục vị trí việc làm."))
        post = Post()
    else:
        post = post_policy.get_locked(actor, post_id)
        post_policy.require(actor, "manage", post)
    code, title = nfc(fields.code).strip(), " ".join(nfc(fields.title).split())
    if not code or not title:
        raise DomainError("title-needed", _("Hãy ghi mã và tên vị trí việc làm."), field="title")
    if Post.objects.filter(code=code).exclude(pk=post.pk).exists():
        raise Conflict("code-taken", _("Mã này đã dùng cho một vị trí việc làm khác."), field="code")
    if post_id is not None and post.block != fields.block and (post.tenures.exists() or post.seats.exists()):
        raise Conflict("block-fixed", _("Vị trí đã có người giữ nên không đổi khối biên chế được."), field="block")
    for name, value in {**asdict(fields), "code": code, "title": title}.items():
        setattr(post, name, value)
    post.search_key, post.sort_key = fold(f"{code} {title} {fields.field}")[:420], sort_key(title)[:640]
    post.save()
    record_event(actor=actor, event=events.POST_SAVED, obj=post, object_text=code)
    return post
