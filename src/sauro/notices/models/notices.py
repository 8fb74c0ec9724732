"""A notice tells one user of one thing, once."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.difficulties.models import Difficulty
from sauro.notices.enums import NoticeKind
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment

ANSWER_DAYS = 5
"""What a unit's own rule begins with; the site's is a setting."""


class Notice(Record):
    """What a user is told: a kind, the code of the object and its last day, never words of a document.

    It is about an assignment, a difficulty, or an object of another area (``subject_kind`` and ``subject_id``,
    :mod:`sauro.notices.subjects`). ``key`` names the occasion; the same occasion is told to a user once. ``mailed_at``
    is when a digest took it up.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(_("việc"), max_length=20, choices=NoticeKind.choices)
    domain = models.CharField(_("khối"), max_length=10)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, null=True, related_name="notices")
    difficulty = models.ForeignKey(Difficulty, on_delete=models.PROTECT, null=True, related_name="notices")
    subject_kind = models.CharField(max_length=20, blank=True)
    subject_id = models.UUIDField(null=True)
    code = models.CharField(_("mã"), max_length=20)
    due_on = models.DateField(_("thời hạn"), null=True)
    key = models.CharField(max_length=120)
    created_at = models.DateTimeField(_("lúc"))
    read_at = models.DateTimeField(_("đọc lúc"), null=True)
    mailed_at = models.DateTimeField(_("gửi thư lúc"), null=True)

    class Meta:
        verbose_name = _("thông báo")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["user", "-created_at"]),
            models.Index(fields=["user"], condition=models.Q(read_at__isnull=True), name="notices_unread"),
        ]
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="notices_once_per_user")]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_kind_display()}"


@track()
class ReminderRule(Record):
    """When a unit and everything below it is reminded; without one the settings of the site hold.

    ``days_before`` are days before the last day that counts, 0 for that day itself. After it, a reminder comes
    ``days_after`` days late and then every ``every_days``. Days late after which the head of the unit, and then the
    giver's head, is told. ``answer_days`` is about what the unit gave: after so many days without its answer to a
    hand-in or a question it is reminded, after as many again its head is told, and then the heads above.
    """

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="reminder_rule")
    days_before = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("nhắc trước hạn (ngày)"))
    days_after = models.PositiveSmallIntegerField(_("nhắc lần đầu sau hạn (ngày)"))
    every_days = models.PositiveSmallIntegerField(_("sau đó cứ mỗi (ngày)"))
    unit_head_days = models.PositiveSmallIntegerField(_("báo người đứng đầu đơn vị khi quá hạn (ngày)"))
    giver_head_days = models.PositiveSmallIntegerField(_("báo người đứng đầu bên giao khi quá hạn (ngày)"))

    answer_days = models.PositiveSmallIntegerField(
        _("nhắc bên giao khi chưa trả lời (ngày)"), default=ANSWER_DAYS, db_default=ANSWER_DAYS
    )

    class Meta:
        verbose_name = _("quy tắc nhắc việc")

    def __str__(self) -> str:
        return f"{self.unit_id}"

    @property
    def owner_unit_id(self) -> object:
        """The unit whose rule it is: its events belong there."""
        return self.unit_id
