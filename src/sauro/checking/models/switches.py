"""A rule that somebody has switched, once or several times."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record


@track()
class RuleSwitch(Record):
    """Whether a rule is off at this site, and why. A rule without a row is on."""

    code = models.CharField(_("mã quy tắc"), max_length=12, unique=True)
    is_off = models.BooleanField(_("đã tắt"))
    reason = models.TextField(_("lý do"))
    changed_by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("quy tắc được bật, tắt")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code
