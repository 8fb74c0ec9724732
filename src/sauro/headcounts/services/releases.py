"""Releasing the figures of a domain: the act of a named person, in versions, never taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.headcounts import events
from sauro.headcounts.dimensions import USUAL_CUT
from sauro.headcounts.models import Release, ReleasedCount
from sauro.headcounts.releasing import released_counts
from sauro.headcounts.scope import Place, Scope
from sauro.headcounts.selectors.counting import counts_by_commune
from sauro.headcounts.selectors.places import MANAGE, OPEN, places_of
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from vanban.text.normalize import nfc

MOST_COMPARED = 60
"""Against how many earlier releases a new one is checked: five years of months."""


def releasing_domains(actor: Actor) -> list[Domain]:
    """Return the domains whose figures the actor may release: managed in the whole province, sensitive facts too."""
    root = _province()
    if root is None:
        return []
    whole = Place(root.path)
    return [
        domain
        for domain in Domain
        if all(any(one.covers(whole) for one in places_of(actor, right, domain)) for right in (MANAGE, OPEN))
    ]


@transaction.atomic
def release_figures(
    *, actor: Actor, domain: Domain, day: dt.date, readers: Collection[Domain], note: str = ""
) -> Release:
    """Release the counts of a domain's commune level on a day to the readers of some domains.

    Readers of the domain itself are those who may not open its sensitive facts. Raises ``NotAllowed``, ``no-reader``,
    ``day-in-future`` and ``nothing-to-release``; ``not-a-person`` for anything but a person.
    """
    root = _province()
    if root is not None:
        root = Unit.objects.select_for_update(of=("self",)).get(pk=root.pk)
    if root is None or domain not in releasing_domains(actor):
        raise NotAllowed("not-allowed", _("Bạn không có quyền chuyển giao số liệu của khối này."))
    if actor.user_id is None:
        raise NotAllowed("not-a-person", _("Việc chuyển giao phải do người có tên thực hiện."))
    if not readers:
        raise DomainError("no-reader", _("Hãy chọn ít nhất một khối nhận."), field="readers")
    snapshot = snapshot_of(domain, day)
    scope = Scope(domain, day, (Place(root.path),))
    by_commune = {key: one for key, one in counts_by_commune(snapshot, scope).items() if key is not None}
    if not any(one.get("everyone") or one.get("committee") for one in by_commune.values()):
        raise Conflict("nothing-to-release", _("Ngày này chưa có hồ sơ nào ở cấp xã để chuyển số liệu."), field="day")
    before = list(Release.objects.filter(domain=domain, unit=root).order_by("-released_at")[:MOST_COMPARED])
    found = released_counts(by_commune, str(domain), [_held(one) for one in before])
    made: Release = Release.objects.create(
        domain=domain, unit=root, day=day, version=1 + sum(one.day == day for one in before), cut=USUAL_CUT,
        readers=sorted(str(one) for one in readers), note=nfc(note).strip(), released_at=now(),
        released_by_name=actor.name,
    )  # fmt: skip
    ReleasedCount.objects.bulk_create(
        ReleasedCount(release=made, territory_id=key, code=code, number=number)
        for key, counts in found.items()
        for code, number in counts.items()
    )
    record_event(
        actor=actor, event=events.RELEASED, obj=made,
        changes={"day": day.isoformat(), "version": made.version, "readers": made.readers},
    )  # fmt: skip
    return made


def _held(release: Release) -> Mapping[UUID | None, Mapping[str, int | None]]:
    held: dict[UUID | None, dict[str, int | None]] = {}
    for territory, code, number in release.counts.values_list("territory_id", "code", "number"):
        held.setdefault(territory, {})[code] = number
    return held


def _province() -> Unit | None:
    rows = Unit.objects.filter(kind=UnitKind.TERRITORY, level=UnitLevel.PROVINCE)
    return rows.order_by("path").first()
