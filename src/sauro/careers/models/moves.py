"""Moves of people as records: what is prepared, what was decided, how it ended."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.careers.enums import Bars, MoveKind, MoveState
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier, Fact, Post, Tenure


@track()
class Move(Record):
    """A transfer, rotation, secondment or re-appointment of one person.

    ``last_day`` is the planned end. ``bars`` and ``is_excepted`` are an officer's answers to what no record says.
    ``issuer`` is who decides. ``findings`` are the conditions as they stood when the decision was recorded, ``despite``
    why it was recorded although one of them failed. ``fact`` is what the dossier says of it, ``tenure`` the post it led
    to when it was recorded along with the decision.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="moves")
    kind = models.CharField(_("hình thức"), max_length=14, choices=MoveKind.choices)
    state = models.CharField(_("tình trạng"), max_length=8, choices=MoveState.choices, default=MoveState.DRAFT)
    from_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    from_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField(_("từ ngày"))
    last_day = models.DateField(_("dự kiến đến hết ngày"), null=True, blank=True)
    bars = models.CharField(_("trường hợp không được điều động"), max_length=8, choices=Bars.choices, blank=True)
    is_excepted = models.BooleanField(
        _("luân chuyển do không là người địa phương, hoặc đủ hai nhiệm kỳ"), default=False
    )
    issuer = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signer_capacity = models.CharField(_("chức vụ người ký"), max_length=160, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    decision = models.CharField(_("số quyết định"), max_length=120, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True)
    findings = models.JSONField(default=list)
    despite = models.CharField(_("vì sao vẫn ghi"), max_length=500, blank=True)
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tenure = models.ForeignKey(Tenure, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField(_("kết thúc ngày"), null=True, blank=True)
    end_decision = models.CharField(_("quyết định kết thúc"), max_length=120, blank=True)
    end_reason = models.CharField(_("lý do"), max_length=500, blank=True)
    made_at = models.DateTimeField(default=now)
    made_by_name = models.CharField(max_length=160)

    class Meta:
        verbose_name = _("điều động, luân chuyển, biệt phái, bổ nhiệm lại")
        ordering = ["-first_day", "-id"]
        indexes = [models.Index(fields=["state", "last_day"])]
        constraints = [
            models.CheckConstraint(
                name="careers_move_decided_by_paper",
                condition=models.Q(state__in=(MoveState.DRAFT, MoveState.DROPPED))
                | (~models.Q(decision="") & models.Q(decided_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="careers_move_days",
                condition=models.Q(last_day__isnull=True) | models.Q(last_day__gte=models.F("first_day")),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code

    @property
    def domain(self) -> str:
        """The domain of the dossier."""
        return self.dossier.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit the person is moved from."""
        return self.from_unit_id
