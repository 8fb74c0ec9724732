"""Who holds which role where, and for how long."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models.users import User
from sauro.accounts.roles import Role
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.domains import Domain
from sauro.organizations.models import Unit


@track()
class Grant(Record):
    """A role of a user in a unit, or in a unit and everything below it, within one domain and a range of dates.

    A grant is never deleted: it ends, and who ended it is an event.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(_("vai trò"), max_length=24, choices=Role.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")
    include_subtree = models.BooleanField(_("gồm cả đơn vị trực thuộc"), default=False)
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    valid = DateRangeField(_("hiệu lực"))
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("phân quyền")
        indexes = [models.Index(fields=["user"])]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"

    @property
    def last_day(self) -> dt.date | None:
        """The last day in force, included; None for a grant without an end."""
        end = self.valid.upper
        return end - dt.timedelta(days=1) if end is not None else None

    @property
    def owner_unit_id(self) -> object:
        """The unit in which the role is held: its events belong there."""
        return self.unit_id
