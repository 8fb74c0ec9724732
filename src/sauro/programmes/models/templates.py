"""A template: the outline and wording that an office starts a programme from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.programmes.enums import ProgrammeKind


@track()
class ProgrammeTemplate(Record):
    """An outline as text (grammar in :mod:`sauro.programmes.outline`) with the names of the six clears.

    ``labels`` maps the six clears (``work``, ``people``, ``means``, ``time``, ``authority``, ``product``) to the heads
    of the annex's columns. It serves ``owner_unit`` and every unit below. The two built in are files, not rows.
    """

    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="programme_templates")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    kind = models.CharField(_("loại"), max_length=12, choices=ProgrammeKind.choices)
    name = models.CharField(_("tên mẫu"), max_length=200)
    outline = models.TextField(_("đề cương"))
    labels = models.JSONField(_("cách gọi 6 rõ"), default=dict)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by_name = models.CharField(max_length=120)
    search_key = models.TextField(editable=False, default="")
    sort_key = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("mẫu chương trình, kế hoạch")
        ordering = ["sort_key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner_unit", "domain", "name"], name="programmes_template_name")
        ]

    def __str__(self) -> str:
        return self.name
