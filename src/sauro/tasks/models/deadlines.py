"""How the deadline of an assignment moved, and who held the work meanwhile."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.tasks.enums import ChangeAnswer, QuestionEnd
from sauro.tasks.models.assignments import Assignment


@track()
class DeadlineChange(Record):
    """A request of the body for a later deadline with its answer, or a move by the giver alone.

    ``from_day`` is the deadline in force when it was asked, ``asked_day`` what was asked for, ``granted_day`` what the
    giver set. A move by the giver alone is granted from the start and has no separate asker.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="deadline_changes")
    from_day = models.DateField(_("thời hạn cũ"), null=True)
    asked_day = models.DateField(_("thời hạn đề nghị"))
    granted_day = models.DateField(_("thời hạn mới"), null=True)
    reason = models.TextField(_("lý do"))
    asked_by_name = models.CharField(max_length=120)
    asked_by_id = models.UUIDField(null=True)
    asked_at = models.DateTimeField()
    is_by_giver = models.BooleanField(_("bên giao tự đặt"), default=False)
    answer = models.CharField(max_length=10, choices=ChangeAnswer.choices, default=ChangeAnswer.PENDING)
    answer_text = models.TextField(_("ý kiến của bên giao"), blank=True)
    answered_by_name = models.CharField(max_length=120, blank=True)
    answered_by_id = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("thay đổi thời hạn")
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(answer=ChangeAnswer.PENDING),
                name="tasks_deadline_one_pending",
            ),
            models.CheckConstraint(
                condition=models.Q(granted_day__isnull=True) ^ models.Q(answer=ChangeAnswer.GRANTED),
                name="tasks_deadline_granted_has_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} → {self.asked_day}"


@track()
class Wait(Record):
    """The body waits for the part of another unit. ``counted_days`` is what the wait added to ``held_days``."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="waits")
    part = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="waited_for")
    reason = models.TextField(_("đang chờ gì"))
    began_at = models.DateTimeField()
    began_by_name = models.CharField(max_length=120)
    began_by_id = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=120, blank=True)
    counted_days = models.PositiveSmallIntegerField(_("số ngày tính cho đơn vị được chờ"), default=0)

    class Meta:
        verbose_name = _("chờ phối hợp")
        ordering = ["began_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=models.Q(ended_at__isnull=True), name="tasks_wait_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} ← {self.part_id}"


@track()
class Question(Record):
    """The body asks the giver to look at the work again, and what came of it.

    The days from the question to its end are the giver's: ``counted_days`` is what they added to ``held_days`` and
    ``giver_days`` of the assignment (docs/adr/0027). ``answer`` is what the giver said; empty when the body withdrew
    the question by accepting, and when the work ended.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField(_("đề nghị xem lại điều gì"))
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=120)
    asked_by_id = models.UUIDField(null=True)
    end = models.CharField(max_length=10, choices=QuestionEnd.choices, default=QuestionEnd.OPEN)
    answer = models.TextField(_("trả lời của bên giao"), blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_name = models.CharField(max_length=120, blank=True)
    counted_days = models.PositiveSmallIntegerField(_("số ngày tính cho bên giao"), default=0)

    class Meta:
        verbose_name = _("đề nghị xem lại")
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=models.Q(end=QuestionEnd.OPEN), name="tasks_question_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) ^ ~models.Q(end=QuestionEnd.OPEN),
                name="tasks_question_open_has_no_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} ? {self.end}"
