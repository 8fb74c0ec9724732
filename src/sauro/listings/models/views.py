"""Saved views of lists, and the columns and the default view somebody has chosen for a list."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.common.base import Record
from sauro.organizations.models import Unit

NAME_LENGTH = 60


class SavedView(Record):
    """Filters, sorting and columns of a list under a name.

    ``list_name`` is the name of the list page; ``query`` what follows the question mark in its address, as the list kit
    writes it. ``unit`` is the unit it is shared with, if any; ``includes_below`` also shows it in the units below.
    ``position`` orders the views of one owner and list.
    """

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="saved_views")
    list_name = models.CharField(max_length=80)
    name = models.CharField(_("tên cách xem"), max_length=NAME_LENGTH)
    query = models.TextField(blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="shared_views")
    includes_below = models.BooleanField(_("cả đơn vị trực thuộc"), default=False)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("cách xem đã lưu")
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["owner", "list_name", "name"], name="listings_view_one_name")]
        indexes = [models.Index(fields=["unit", "list_name"])]

    def __str__(self) -> str:
        return self.name

    @property
    def owner_unit_id(self) -> object:
        """The unit it is shared with: events of sharing belong to it."""
        return self.unit_id


class ListChoice(Record):
    """What one person has chosen for one list: columns in their order, and the view it opens with."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="list_choices")
    list_name = models.CharField(max_length=80)
    columns = ArrayField(models.CharField(max_length=40), default=list)
    default_view = models.ForeignKey(SavedView, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("lựa chọn về danh sách")
        constraints = [models.UniqueConstraint(fields=["user", "list_name"], name="listings_choice_one_per_list")]

    def __str__(self) -> str:
        return self.list_name
