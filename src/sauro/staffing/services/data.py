"""What officers set down for proposals: places on the map, needs, and who could move."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.organizations.models import Unit
from sauro.staffing import events
from sauro.staffing.enums import Grade
from sauro.staffing.models import Need, PlaceData, Standing
from sauro.workforce.policies import dossier_policy, establishment_policy, post_policy

MOST_NEEDED = 1000


@dataclass(frozen=True, slots=True)
class OnMap:
    """Where a place lies, in degrees; the three of the boat together or not at all."""

    latitude: float
    longitude: float
    hardship: int = 0
    harbour_latitude: float | None = None
    harbour_longitude: float | None = None
    crossing_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Movable:
    """What an officer sets down about moving somebody."""

    could_move: bool
    circumstances: int = 0
    not_before: dt.date | None = None
    home_id: UUID | None = None


@transaction.atomic
def save_place(*, actor: Actor, unit_id: UUID, on_map: OnMap) -> PlaceData:
    """Set down where a unit lies. Raises ``crossing-incomplete``, ``place-wrong`` at the field that is out of range."""
    unit = establishment_policy.get_visible(actor, unit_id)
    establishment_policy.require(actor, "manage", unit)
    boat = (on_map.harbour_latitude, on_map.harbour_longitude, on_map.crossing_minutes)
    if any(part is None for part in boat) and any(part is not None for part in boat):
        words = _("Đảo cần đủ vĩ độ, kinh độ của bến và số phút đi tàu; nơi khác để trống cả ba.")
        raise DomainError("crossing-incomplete", words, field="crossing_minutes")
    place = PlaceData.objects.select_for_update().filter(unit=unit).first() or PlaceData(unit=unit)
    for name, value in asdict(on_map).items():
        setattr(place, name, value)
    try:
        place.clean_fields(exclude=["unit"])
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise DomainError("place-wrong", messages[0], field=name) from error
    place.save()
    record_event(actor=actor, event=events.PLACE_SAVED, obj=place)
    return place


@transaction.atomic
def save_need(*, actor: Actor, unit_id: UUID, post_id: UUID, number: int) -> None:
    """Set down for how many people of a position a unit has vacant posts; 0 takes the need away.

    Raises ``number-wrong``, ``post-closed``.
    """
    unit = establishment_policy.get_visible(actor, unit_id)
    establishment_policy.require(actor, "manage", unit)
    post = post_policy.get_visible(actor, post_id)
    if not 0 <= number <= MOST_NEEDED:
        raise DomainError("number-wrong", _("Số người cần phải từ 0 đến 1000."), field="number")
    if post.is_closed:
        raise DomainError("post-closed", _("Vị trí việc làm này không còn dùng."), field="post")
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    before = Need.objects.filter(unit=unit, post=post).first()
    need = before or Need(unit=unit, post=post)
    changes = {"number": [before.number if before else 0, number]}
    need.number = number
    record_event(actor=actor, event=events.NEED_SAVED, obj=need, changes=changes)
    if number:
        need.save()
    elif before:
        before.delete()


@transaction.atomic
def save_standing(*, actor: Actor, dossier_id: UUID, movable: Movable) -> Standing:
    """Set down whether somebody could move, and what limits it. Raises ``grade-wrong``, ``home-wrong``."""
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    if movable.circumstances not in Grade.values:
        raise DomainError("grade-wrong", _("Mức hoàn cảnh từ 0 đến 3."), field="circumstances")
    if movable.home_id is not None and not Unit.objects.filter(pk=movable.home_id, kind="territory").exists():
        raise DomainError("home-wrong", _("Quê quán phải là một xã, phường, đặc khu."), field="home")
    standing = Standing.objects.filter(dossier=dossier).first() or Standing(dossier=dossier)
    for name, value in asdict(movable).items():
        setattr(standing, name, value)
    standing.save()
    record_event(actor=actor, event=events.STANDING_SAVED, obj=standing)
    return standing
