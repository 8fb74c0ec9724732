"""The chapter of the demo on comments: givers ask, workers answer, and units say something among themselves."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from sauro.demo.cast import by_post, demo_actors
from sauro.discussions.enums import Side
from sauro.discussions.models import Comment
from sauro.discussions.selectors.audience import Scope
from sauro.discussions.services.writing import Saying, write_comment
from sauro.tasks.models import Assignment
from sauro.tasks.policies import assignment_policy
from sauro.tasks.transitions import WORKING_STATES

COMMENT_OF_GIVER = "cho biết tiến độ và vướng mắc, nếu có."
COMMENT_OF_BODY = "đơn vị đang chờ số liệu của hai bộ phận, dự kiến nộp đúng hạn."
OWN_COMMENT = "Nội bộ: đề nghị bộ phận tổng hợp gửi số liệu trước thứ Năm."
GIVERS = ("chanhvp.tinh", "chanhvp.tinhuy", "lanhdao.xa2")
MOST_TALKS = 6


@transaction.atomic
def play_talk() -> None:
    """Let people talk about some work in hand, once."""
    actors = demo_actors()
    workers = by_post(actors)
    if Comment.objects.filter(assignment__person__in=workers).exists():
        return
    rows = Assignment.objects.filter(person__in=workers, state__in=sorted(WORKING_STATES), share__isnull=True)
    talks = 0
    for assignment in rows.exclude(giver_unit=F("unit")).order_by("code"):
        worker = workers[assignment.person_id]  # type: ignore[index]  # filtered by it
        giver = next(
            (actors[name] for name in GIVERS if assignment_policy.can(actors[name], "decide", assignment)), None
        )
        if giver is None or talks >= MOST_TALKS:
            continue
        talks += 1
        for actor, saying in (
            (giver, Saying(f"@{worker.name} {COMMENT_OF_GIVER}")),
            (worker, Saying(f"@{giver.name} {COMMENT_OF_BODY}")),
            (worker, Saying(OWN_COMMENT, Scope(Side.BODY))),
        ):
            write_comment(actor=actor, assignment_id=assignment.pk, saying=saying)
