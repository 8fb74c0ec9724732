"""Figures that a named person released: to readers of other domains, and to those who may not open sensitive facts."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit


@track()
class Release(Record):
    """The counts of one domain on one day, as released. It is never changed; a newer version stands beside it.

    ``unit`` is the root of the branch whose communes are counted, ``readers`` the domains whose readers are given it.
    Its counts are bare numbers: nothing leads from them to the people of the domain.
    """

    domain = models.CharField(_("khối của số liệu"), max_length=10, choices=Domain.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    day = models.DateField(_("số liệu tại ngày"))
    version = models.PositiveSmallIntegerField(_("phiên bản"))
    cut = models.PositiveSmallIntegerField(_("tuổi trẻ dưới"))
    readers = models.JSONField(_("chuyển cho khối"), default=list)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)
    released_at = models.DateTimeField(_("lúc"))
    released_by_name = models.CharField(_("người chuyển"), max_length=160)

    class Meta:
        verbose_name = _("số liệu chuyển giao")
        ordering = ["-day", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["domain", "unit", "day", "version"], name="headcounts_release_version")
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.day} ({self.version})"

    @property
    def event_text(self) -> str:
        """How events name it."""
        return str(self)

    @property
    def owner_unit_id(self) -> object:
        """The unit in whose branch it was released."""
        return self.unit_id


@track()
class ReleasedCount(Record):
    """One released count: of a commune, or of the whole (``territory`` None). ``number`` None: withheld, too small."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="counts")
    territory = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=40)
    number = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("số đếm chuyển giao")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "territory", "code"], name="headcounts_count_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.code
