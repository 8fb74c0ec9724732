"""A difficulty is raised by a unit, on an assignment or alone, and lies with one unit at a time."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import today
from sauro.difficulties.enums import Cause, DifficultyState, Route
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment


@track(exclude=["search_key", "likeness_key"])
class Difficulty(Record):
    """What hinders a unit and what it asks for: in the work on ``assignment``, or alone, then ``about`` something.

    ``unit`` raised it; ``at_unit`` has to answer it now, by ``due_on`` (inclusive last day). ``route`` says why it went
    to the first body, ``route_text`` is the sentence of the document that names it. ``escalated_to`` is the next body
    above ``at_unit``, once the answer is so long overdue that it is told. ``same_as`` is the one whose answer is also
    the answer to this one: several units that ask the same are answered once. ``likeness_key`` holds what hinders,
    folded, by which those likely to ask the same are found; what is asked for is worded alike by everybody.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="difficulties")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, null=True, related_name="difficulties")
    at_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="difficulties_to_answer")
    escalated_to = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("báo cấp trên")
    )
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=DifficultyState.choices, default=DifficultyState.OPEN
    )
    about = models.CharField(_("về văn bản, lĩnh vực"), max_length=300, blank=True)
    text = models.TextField(_("khó khăn, vướng mắc"))
    request = models.TextField(_("kiến nghị"), blank=True)
    route = models.CharField(_("gửi đến"), max_length=10, choices=Route.choices, default=Route.GIVER)
    route_text = models.TextField(_("câu của văn bản nêu nơi nhận"), blank=True)
    raised_at = models.DateTimeField(_("nêu lúc"))
    raised_by_name = models.CharField(_("người nêu"), max_length=120)
    due_on = models.DateField(_("hạn trả lời"))
    answer = models.TextField(_("trả lời"), blank=True)
    cause = models.CharField(_("nguyên nhân"), max_length=12, choices=Cause.choices, default=Cause.UNDECIDED)
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True)
    answered_by_name = models.CharField(_("người trả lời"), max_length=120, blank=True)
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="joined")
    search_key = models.TextField(editable=False, default="")
    likeness_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("khó khăn, vướng mắc")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["at_unit", "state", "due_on"]),
            models.Index(fields=["unit", "state"]),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="difficulties_search"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_late(self) -> bool:
        """Whether it waits for an answer longer than it may."""
        return self.state == DifficultyState.OPEN and self.due_on < today()

    @property
    def event_text(self) -> str:
        """How events name it: never by its words."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit that raised it: events belong to it."""
        return self.unit_id


@track()
class Forwarding(Record):
    """One step on the way upwards: from which unit to which, by whom and why."""

    difficulty = models.ForeignKey(Difficulty, on_delete=models.PROTECT, related_name="forwardings")
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("lý do"))
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("lần chuyển")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.difficulty_id}: {self.from_unit_id} → {self.to_unit_id}"
