"""Approved posts: a decision gives a number, the number is a row of seats, and a seat holds one person at a time."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit
from sauro.workforce.enums import Block, PostGroup
from sauro.workforce.models.dated import STANDING, Dated


@track(exclude=["search_key", "sort_key"])
class Post(Record):
    """A job position (vị trí việc làm): a kind of post, not a place for one person.

    ``rank`` orders posts from the highest (1). ``standard`` says in words what the post demands; ``is_key`` marks the
    key posts of a commune; ``is_head`` those who head their unit; ``is_barred_to_locals`` those not to be held by local
    people. ``level`` is the step of the post in the list of posts of the political system (QĐ 368-QĐ/TW), 0 for none.
    """

    code = models.CharField(_("mã"), max_length=40, unique=True)
    title = models.CharField(_("vị trí việc làm"), max_length=200)
    block = models.CharField(_("khối biên chế"), max_length=10, choices=Block.choices)
    group = models.CharField(_("nhóm"), max_length=14, choices=PostGroup.choices)
    field = models.CharField(_("lĩnh vực"), max_length=160, blank=True)
    standard = models.TextField(_("tiêu chuẩn"), blank=True)
    rank = models.PositiveSmallIntegerField(_("thứ bậc"), default=100)
    level = models.PositiveSmallIntegerField(_("bậc chức danh"), default=0)
    is_head = models.BooleanField(_("là người đứng đầu đơn vị"), default=False)
    is_key = models.BooleanField(_("là chức danh chủ chốt"), default=False)
    is_barred_to_locals = models.BooleanField(_("không bố trí người địa phương"), default=False)
    is_closed = models.BooleanField(_("không còn dùng"), default=False)
    search_key = models.CharField(max_length=420, editable=False, default="")
    sort_key = models.CharField(max_length=640, editable=False, default="")

    class Meta:
        verbose_name = _("vị trí việc làm")
        ordering = ["rank", "sort_key", "id"]
        indexes = [GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="workforce_post_search")]

    def __str__(self) -> str:
        return self.title


@track()
class Allotment(Record):
    """The establishment of one unit in one block: what its decisions and seats belong to, and what writers lock.

    Its posts are the unit's own; a unit below with posts of its own has an allotment of its own.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="allotments")
    domain = models.CharField(_("khối"), max_length=10)
    block = models.CharField(_("khối biên chế"), max_length=10, choices=Block.choices)

    class Meta:
        verbose_name = _("biên chế của đơn vị")
        constraints = [models.UniqueConstraint(fields=["unit", "block"], name="workforce_allotment_unique")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.block}"

    @property
    def event_text(self) -> str:
        """How events name it: by its block."""
        return self.block

    @property
    def owner_unit_id(self) -> object:
        """The unit whose posts these are."""
        return self.unit_id


@track()
class AllotmentDecision(Dated):
    """How many posts a unit has from a day on, until the next decision; ``year`` is the year it was given for."""

    allotment = models.ForeignKey(Allotment, on_delete=models.PROTECT, related_name="decisions")
    year = models.PositiveSmallIntegerField(_("năm"))
    posts = models.PositiveIntegerField(_("biên chế được giao"))
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("quyết định giao biên chế")
        ordering = ["-valid"]
        constraints = [
            ExclusionConstraint(
                name="workforce_allotment_one_decision",
                expressions=[("allotment", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=STANDING,
            )
        ]

    def __str__(self) -> str:
        return f"{self.decision}: {self.posts}"


@track()
class Seat(Record):
    """One approved post of a unit, during the days for which it is approved; numbered within its allotment.

    ``post`` is the job position it is meant for, when that is laid down. An exceptional seat stands above the
    establishment and names the decision, the reason and, as the end of ``valid``, the last day.
    """

    allotment = models.ForeignKey(Allotment, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveIntegerField(_("số"))
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="seats")
    valid = DateRangeField(_("hiệu lực"))
    is_exceptional = models.BooleanField(_("ngoài biên chế"), default=False)
    decision = models.CharField(_("số quyết định"), max_length=120, blank=True)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("chỗ biên chế")
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["allotment", "number"], name="workforce_seat_number"),
            models.CheckConstraint(
                name="workforce_seat_exception_named",
                condition=models.Q(is_exceptional=False)
                | (~models.Q(decision="") & ~models.Q(reason="") & models.Q(valid__endswith__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.allotment_id} {self.number}"
