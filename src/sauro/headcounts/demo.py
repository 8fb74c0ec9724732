"""The chapter of the demo on figures: sizes of committees, and figures that the Party's and the Front's side released.

In the synthetic province the sizes add up to the numbers published: 3.162 members, 1.054 of standing committees.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.demo.cast import demo_actors
from sauro.headcounts.enums import SizeOf
from sauro.headcounts.models import CommitteeSize
from sauro.headcounts.services.releases import release_figures
from sauro.headcounts.services.sizes import decide_size
from sauro.headcounts.services.snapshots import last_month_end, snapshot_of
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.workforce.models import Dossier
from sauro.workforce.services.establishment import Paper

KEEPERS = {Domain.STATE: "noivu.tinh", Domain.PARTY: "tochuc.tinh", Domain.FRONT: "tochuc.tinh"}
SINCE = dt.date(2025, 7, 1)
PAPER = Paper("16-QĐ/TU (mẫu)", dt.date(2025, 6, 30))
TOTALS = {SizeOf.COMMITTEE: 3_162, SizeOf.STANDING: 1_054, SizeOf.DEPUTY: 204}
OF_COMMUNES = 102


@transaction.atomic
def play_headcounts() -> None:
    """Play the chapter, once."""
    if CommitteeSize.objects.exists():
        return
    actors = demo_actors()
    committees = Unit.objects.filter(
        kind=UnitKind.PARTY_COMMITTEE, level=UnitLevel.COMMUNE, domain=Domain.PARTY, parent__kind=UnitKind.TERRITORY
    ).order_by("code")
    for of, total in TOTALS.items():
        least, more = divmod(total, OF_COMMUNES)
        for place, unit in enumerate(committees):
            decide_size(
                actor=actors[KEEPERS[Domain.PARTY]], unit_id=unit.pk, of=of, number=least + (place < more),
                since=SINCE, paper=PAPER,
            )  # fmt: skip
    _release_all()


def _release_all() -> None:
    """Keep the last closed month flat, and release today's figures of every domain that has people in communes."""
    actors = demo_actors()
    for domain, name in KEEPERS.items():
        snapshot_of(domain, last_month_end(today()))
        if Dossier.objects.filter(domain=domain, unit__level=UnitLevel.COMMUNE).exists():
            release_figures(actor=actors[name], domain=domain, day=today(), readers=list(Domain), note="Số liệu mẫu")
