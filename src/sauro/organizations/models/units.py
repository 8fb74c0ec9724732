"""A unit is an identity; what it is called and where it stands is a version with a range of dates."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.enums import AliasKind, CommuneType, SuccessionKind, UnitKind, UnitLevel


@track(exclude=["search_key", "sort_key"])
class Unit(Record):
    """A body or territory, through all its names and places.

    The columns below ``code`` repeat the version in force today, so that lists and policies need no join over time;
    only the services of this app write them, from :class:`UnitVersion`. ``path`` is the chain of codes from the root,
    each ended by a slash: a unit is below another when its path starts with the other's.
    """

    code = models.CharField(_("mã"), max_length=60, unique=True)
    official_id = models.CharField(_("mã định danh điện tử"), max_length=40, blank=True, db_index=True)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    kind = models.CharField(_("loại"), max_length=24, choices=UnitKind.choices)
    level = models.CharField(_("cấp"), max_length=10, choices=UnitLevel.choices)
    commune_type = models.CharField(_("loại xã"), max_length=10, choices=CommuneType.choices, blank=True)
    name = models.CharField(_("tên"), max_length=300)
    short_name = models.CharField(_("tên viết tắt"), max_length=120, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    territory = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="bodies")
    path = models.CharField(max_length=400, unique=True)
    position = models.PositiveIntegerField(_("thứ tự"), default=0)
    valid = DateRangeField(_("hiệu lực"))
    has_accounts = models.BooleanField(
        _("có tài khoản"), default=False, help_text=_("Cơ quan chưa có tài khoản thì bên giao theo dõi thay.")
    )
    search_key = models.CharField(max_length=600, editable=False)
    sort_key = models.CharField(max_length=900, editable=False)

    class Meta:
        verbose_name = _("cơ quan, đơn vị")
        verbose_name_plural = _("cơ quan, đơn vị")
        ordering = ["level", "position", "sort_key"]
        indexes = [
            models.Index(OpClass("path", name="varchar_pattern_ops"), name="organizations_unit_path"),
            GinIndex(OpClass("search_key", name="gin_trgm_ops"), name="organizations_unit_search"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def owner_unit_id(self) -> object:
        """The unit itself: events about a unit belong to it."""
        return self.pk


@track()
class UnitVersion(Record):
    """What a unit was called, what it was, and under whom, during a range of dates."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(_("tên"), max_length=300)
    short_name = models.CharField(_("tên viết tắt"), max_length=120, blank=True)
    kind = models.CharField(_("loại"), max_length=24, choices=UnitKind.choices)
    commune_type = models.CharField(_("loại xã"), max_length=10, choices=CommuneType.choices, blank=True)
    official_id = models.CharField(_("mã định danh điện tử"), max_length=40, blank=True)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    valid = DateRangeField(_("hiệu lực"))
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("giai đoạn của đơn vị")
        constraints = [
            ExclusionConstraint(
                name="organizations_unitversion_no_overlap",
                expressions=[("unit", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            )
        ]

    def __str__(self) -> str:
        return self.name


@track()
class UnitSuccession(Record):
    """Which unit passed into which, on what day, and to what share."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions_out")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions_in")
    kind = models.CharField(max_length=20, choices=SuccessionKind.choices)
    on = models.DateField(_("ngày"))
    share = models.DecimalField(_("tỷ lệ"), max_digits=5, decimal_places=4, default=1)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("kế thừa đơn vị")

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


@track(exclude=["key"])
class UnitAlias(Record):
    """Another name by which documents call a unit. ``key`` is the folded text names are compared by."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(_("tên gọi"), max_length=300)
    key = models.CharField(max_length=300, db_index=True, editable=False)
    kind = models.CharField(max_length=20, choices=AliasKind.choices)
    valid = DateRangeField(_("hiệu lực"))

    class Meta:
        verbose_name = _("tên gọi khác")
        constraints = [models.UniqueConstraint(fields=["unit", "key"], name="organizations_alias_unique")]

    def __str__(self) -> str:
        return self.text
