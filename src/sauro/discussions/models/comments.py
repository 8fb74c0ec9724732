"""A comment is said on an assignment, to both sides or to one's own; it may be corrected for a while and taken back."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.discussions.enums import Audience, Side
from sauro.documents.models import StoredFile
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment


@track()
class Comment(Record):
    """What somebody said. ``side`` is whose own talk it is, and empty when both sides read it.

    ``is_touch`` marks what the body that does the work said to both sides: it counts for the light. The words of a
    comment that was taken back stay in its row and are shown to nobody.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="comments")
    domain = models.CharField(_("khối"), max_length=10)
    audience = models.CharField(_("dành cho"), max_length=6, choices=Audience.choices)
    side = models.CharField(_("bên"), max_length=6, choices=Side.choices, blank=True)
    text = models.TextField(_("nội dung"))
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="comments")
    author_name = models.CharField(_("người viết"), max_length=120)
    author_unit_name = models.CharField(_("đơn vị của người viết"), max_length=300, blank=True)
    written_at = models.DateTimeField(_("lúc"))
    edited_at = models.DateTimeField(_("sửa lúc"), null=True)
    withdrawn_at = models.DateTimeField(_("rút lúc"), null=True)
    is_touch = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("trao đổi")
        ordering = ["written_at", "id"]
        indexes = [models.Index(fields=["assignment", "written_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(audience=Audience.BOTH) ^ ~models.Q(side=""), name="discussions_comment_side"
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.written_at:%d/%m/%Y %H:%M}"

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the work, never by its words."""
        return self.assignment.code

    @property
    def owner_unit_id(self) -> object:
        """The unit its events belong to: the giver's for the giver's own talk, else the body's."""
        return self.assignment.giver_unit_id if self.side == Side.GIVER else self.assignment.unit_id


@track()
class EarlierText(Record):
    """The words of a comment before it was corrected. ``since`` is when they were written."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="earlier")
    text = models.TextField(_("nội dung trước khi sửa"))
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("bản trước của trao đổi")
        ordering = ["since", "id"]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.since:%d/%m/%Y %H:%M}"


@track()
class CommentFile(Record):
    """A file that came with a comment."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(_("tên tệp"), max_length=255)

    class Meta:
        verbose_name = _("tệp của trao đổi")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["comment", "number"], name="discussions_file_number")]

    def __str__(self) -> str:
        return f"{self.comment_id} #{self.number}"


@track()
class Mention(Record):
    """A person or a unit named in a comment, who is told of it. ``label`` is how the words name them, without the @."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="mentions")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    label = models.CharField(max_length=480)

    class Meta:
        verbose_name = _("người được nhắc")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=True) ^ models.Q(unit__isnull=True), name="discussions_mention_one"
            ),
            models.UniqueConstraint(fields=["comment", "user"], name="discussions_mention_user_once"),
            models.UniqueConstraint(fields=["comment", "unit"], name="discussions_mention_unit_once"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} @{self.label}"
