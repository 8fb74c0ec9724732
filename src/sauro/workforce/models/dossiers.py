"""Who somebody is: the identity, the dossier of one domain, and its basic particulars over time."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.organizations.models import Person, Unit
from sauro.workforce.enums import Sex
from sauro.workforce.models.dated import STANDING, Dated


@track(exclude=["wrapped_key", "number_index"])
class Identity(Record):
    """The key under which a person's sensitive values are sealed, and the identity number (số định danh) so sealed.

    ``number_index`` is a keyed hash of the number, for uniqueness and look-up only. Without ``wrapped_key`` nothing
    sealed for the person can be opened any more.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="identity")
    wrapped_key = models.BinaryField(null=True)
    number_sealed = models.BinaryField(null=True, blank=True)
    number_index = models.BinaryField(max_length=32, null=True, blank=True, unique=True)

    class Meta:
        verbose_name = _("định danh")

    def __str__(self) -> str:
        return str(self.pk)


@track(exclude=["search_key", "sort_key"])
class Dossier(Record):
    """A person in one domain, kept by one unit. The same person's other domains have dossiers of their own.

    ``unit`` keeps the dossier. ``tenure`` and ``particulars`` repeat what holds today, so that lists and policies need
    no join over time; only :mod:`sauro.workforce.services.settling` writes them. ``search_key`` and ``sort_key`` are
    those of the name.
    """

    code = models.CharField(_("mã hồ sơ"), max_length=20, unique=True)
    # Looked up by the constraint over person and domain.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="dossiers", db_index=False)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dossiers")
    tenure = models.ForeignKey("Tenure", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    particulars = models.ForeignKey("Particulars", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=now, editable=False)
    search_key = models.CharField(max_length=200, editable=False)
    sort_key = models.CharField(max_length=360, editable=False)

    class Meta:
        verbose_name = _("hồ sơ")
        ordering = ["sort_key", "id"]
        constraints = [models.UniqueConstraint(fields=["person", "domain"], name="workforce_dossier_unique")]
        indexes = [
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="workforce_dossier_search"),
            models.Index(fields=["sort_key", "id"]),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name it: by its code."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit that keeps it: events belong to it."""
        return self.unit_id


@track()
class Particulars(Dated):
    """What every dossier states of a person, as a version that holds for a range of days."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="versions")
    sex = models.CharField(_("giới tính"), max_length=6, choices=Sex.choices)
    birth_date = models.DateField(_("ngày sinh"))
    home_town = models.CharField(_("quê quán"), max_length=300, blank=True)
    residence = models.CharField(_("nơi ở hiện nay"), max_length=300, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    recruited_on = models.DateField(_("ngày tuyển dụng"), null=True, blank=True)
    schooling = models.CharField(_("giáo dục phổ thông"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("thông tin cơ bản")
        ordering = ["-valid"]
        constraints = [
            ExclusionConstraint(
                name="workforce_particulars_one",
                expressions=[("dossier", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=STANDING,
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track()
class OwnCheck(Record):
    """A person's word on their own dossier: right as it stands, or what is not."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="own_checks")
    at = models.DateTimeField(default=now)
    is_right = models.BooleanField(_("thông tin đúng"))
    remark = models.TextField(_("điểm chưa đúng"), blank=True)

    class Meta:
        verbose_name = _("xác nhận của chính người đó")
        ordering = ["-at"]

    def __str__(self) -> str:
        return str(self.pk)
