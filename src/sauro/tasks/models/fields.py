"""A field of work ("lĩnh vực"): one short list per site, by which figures are compared across units."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit


@track()
class WorkField(Record):
    """One field of the site's list.

    ``code`` is the word of the address and never changes. By ``words`` (as people write them; compared folded) and
    ``leads``, the bodies whose business it is, a field is proposed for a sentence. A field that is no longer used is
    closed, never deleted: work that carries it keeps it.
    """

    code = models.SlugField(_("mã"), max_length=30, unique=True)
    name = models.CharField(_("lĩnh vực"), max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    words = models.JSONField(_("từ nhận biết"), default=list, blank=True)
    is_open = models.BooleanField(_("đang dùng"), default=True)
    leads = models.ManyToManyField(Unit, verbose_name=_("cơ quan phụ trách"), blank=True, related_name="work_fields")

    class Meta:
        verbose_name = _("lĩnh vực")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name
