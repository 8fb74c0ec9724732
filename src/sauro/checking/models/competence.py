"""What the site itself knows of competence, and which wording of the six clears it goes by."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record


@track()
class CompetenceRow(Record):
    """Who may do an act, on which basis and how long: an entry of :mod:`vanban.check.competence`.

    ``words`` are phrases that must all be in an order for the entry to apply; ``holders`` and ``delegated_to`` are
    beginnings of names of bodies. ``valid_to`` is the last day.
    """

    field = models.CharField(_("lĩnh vực"), max_length=200)
    act = models.CharField(_("việc"), max_length=300)
    words = ArrayField(models.CharField(max_length=100), verbose_name=_("từ nhận biết"))
    holders = ArrayField(models.CharField(max_length=300), verbose_name=_("cấp hoặc cơ quan có thẩm quyền"))
    basis = models.CharField(_("căn cứ"), max_length=500)
    valid_from = models.DateField(_("hiệu lực từ"), null=True, blank=True)
    valid_to = models.DateField(_("hiệu lực đến"), null=True, blank=True)
    delegated_to = ArrayField(models.CharField(max_length=300), default=list, verbose_name=_("ủy quyền cho"))

    class Meta:
        verbose_name = _("mục thẩm quyền")
        ordering = ["field", "act", "valid_from"]

    def __str__(self) -> str:
        return self.act


@track()
class CheckChoice(Record):
    """A choice the site made for all its checks; ``key`` says which. Without a row the default holds."""

    key = models.CharField(max_length=20, unique=True)
    value = models.CharField(_("lựa chọn"), max_length=40)
    changed_by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lựa chọn kiểm tra")

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
