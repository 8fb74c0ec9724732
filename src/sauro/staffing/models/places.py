"""Where places lie, the ways between them, how hard they are to work in, and for which positions posts are vacant."""

from __future__ import annotations

from django.core.validators import BaseValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.common.base import Record
from sauro.organizations.models import Unit
from sauro.staffing.enums import Grade
from sauro.workforce.models import Post

# Viet Nam with its islands lies within these degrees.
_SOUTH, _NORTH, _WEST, _EAST = 6, 24, 101, 118


def _between(least: int, most: int) -> list[BaseValidator]:
    return [MinValueValidator(least), MaxValueValidator(most)]


_LATITUDE, _LONGITUDE = _between(_SOUTH, _NORTH), _between(_WEST, _EAST)


@track()
class PlaceData(Record):
    """A commune, or a body of the province, on the map; degrees of latitude and longitude.

    An island has the harbour of its boat and the ``crossing_minutes`` it takes.
    """

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="place_data")
    latitude = models.FloatField(_("vĩ độ"), validators=_LATITUDE)
    longitude = models.FloatField(_("kinh độ"), validators=_LONGITUDE)
    hardship = models.PositiveSmallIntegerField(_("mức khó khăn"), choices=Grade.choices, default=Grade.NONE)
    harbour_latitude = models.FloatField(_("vĩ độ bến tàu"), validators=_LATITUDE, null=True, blank=True)
    harbour_longitude = models.FloatField(_("kinh độ bến tàu"), validators=_LONGITUDE, null=True, blank=True)
    crossing_minutes = models.PositiveSmallIntegerField(_("số phút đi tàu"), null=True, blank=True)

    class Meta:
        verbose_name = _("dữ liệu địa bàn")
        ordering = ["unit__sort_key"]
        constraints = [
            models.CheckConstraint(
                name="staffing_place_whole_crossing",
                condition=models.Q(
                    harbour_latitude__isnull=True, harbour_longitude__isnull=True, crossing_minutes__isnull=True
                )
                | models.Q(
                    harbour_latitude__isnull=False, harbour_longitude__isnull=False, crossing_minutes__isnull=False
                ),
            )
        ]

    def __str__(self) -> str:
        return str(self.unit_id)

    @property
    def domain(self) -> str:
        """The domain of the unit."""
        return self.unit.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit itself."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the unit."""
        return self.unit.code


@track()
class Road(Record):
    """The measured time of the way between two places, in minutes, both directions alike; it goes before reckoning."""

    one = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(_("số phút đi"), validators=_between(1, 1440))

    class Meta:
        verbose_name = _("đường đi đã đo")
        ordering = ["one__sort_key", "other__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="staffing_road_unique"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="staffing_road_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}: {self.minutes}"

    @property
    def domain(self) -> str:
        """The domain of the first unit."""
        return self.one.domain

    @property
    def owner_unit_id(self) -> object:
        """The first unit."""
        return self.one_id


@track()
class Need(Record):
    """How many vacant posts of a unit, of those not meant for one position yet, are to be filled for a position."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="needs")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="needs")
    number = models.PositiveSmallIntegerField(_("số người cần"))

    class Meta:
        verbose_name = _("nhu cầu bố trí")
        ordering = ["unit__sort_key", "post__rank"]
        constraints = [models.UniqueConstraint(fields=["unit", "post"], name="staffing_need_unique")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.post_id}: {self.number}"

    @property
    def domain(self) -> str:
        """The domain of the unit."""
        return self.unit.domain

    @property
    def owner_unit_id(self) -> object:
        """The unit itself."""
        return self.unit_id

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the position."""
        return self.post.code
