"""Several assignments of one body that one piece of work answers, and pairs that may be the same."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.tasks.enums import PairState
from sauro.tasks.models.assignments import Assignment


@track()
class Binding(Record):
    """One piece of work of a body that answers several assignments (docs/adr/0017).

    Each assignment keeps its giver, deadline, state and confirmation; no giver learns of the others.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("gắn lúc"))

    class Meta:
        verbose_name = _("việc gắn chung")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name it."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit that does the work: events belong to it, and to no giver."""
        return self.unit_id


@track()
class BoundAssignment(Record):
    """An assignment in a binding, from when somebody bound it until somebody took it out again."""

    binding = models.ForeignKey(Binding, on_delete=models.PROTECT, related_name="members")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="bindings")
    reason = models.TextField(_("vì sao là cùng một việc"))
    bound_at = models.DateTimeField()
    bound_by_name = models.CharField(max_length=120)
    bound_by_id = models.UUIDField(null=True)
    unbound_at = models.DateTimeField(null=True)
    unbound_by_name = models.CharField(max_length=120, blank=True)
    unbound_by_id = models.UUIDField(null=True)
    unbound_reason = models.TextField(_("vì sao gỡ"), blank=True)

    class Meta:
        verbose_name = _("nhiệm vụ gắn chung")
        ordering = ["bound_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=models.Q(unbound_at__isnull=True), name="tasks_bound_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.binding_id} {self.assignment_id}"


@track()
class LikelyPair(Record):
    """Two assignments of one unit that may ask for the same thing. ``score`` is how alike they are, in percent.

    ``first`` has the smaller identity. No words are kept: why they are alike is told from their wordings when somebody
    looks. What a person said about a pair is remembered, so that it is proposed once.
    """

    first = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    score = models.PositiveSmallIntegerField(_("giống nhau (%)"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=PairState.choices, default=PairState.PROPOSED)
    found_at = models.DateTimeField(_("tìm thấy lúc"))
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_by_id = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("việc có thể trùng")
        ordering = ["-score", "id"]
        indexes = [models.Index(fields=["unit", "state", "score"])]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="tasks_pair_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="tasks_pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"

    @property
    def owner_unit_id(self) -> object:
        """The unit that has both assignments."""
        return self.unit_id
