"""What falls due: each kind once, the past ones first."""

from __future__ import annotations

import datetime as dt

from tests.factories.workforce import KEEPER, SINCE, allot, dossier_of, make_post, place
from tests.personas import World

from sauro.workforce.enums import FactKind, PostGroup, Sex
from sauro.workforce.selectors.deadlines import DeadlineKind, deadlines
from sauro.workforce.services.facts import Content, record_fact
from sauro.workforce.services.particulars import Stated, record_particulars

ON = dt.date(2026, 11, 26)


def test_each_term_of_the_law_falls_due_once(world: World) -> None:
    actor = world.actor(KEEPER)
    old = dt.date(2021, 9, 1)
    unit = world.units["ubnd_a"]
    type(unit).objects.filter(pk=unit.pk).update(valid=(old, None))
    allot(world, 5, since=old)
    chief_post = make_post("TP", "Trưởng phòng")
    chief_post.group = PostGroup.LEADERSHIP
    chief_post.save()
    chief = dossier_of(world, "Lê Văn Thử")
    place(world, chief, since=old, post=chief_post)
    again = dossier_of(world, "Lê Thị Thử")
    place(world, again, since=old, post=chief_post)
    renewal = Content(dt.date(2026, 9, 1), "reappointment")
    record_fact(actor=actor, dossier_id=again.pk, kind=FactKind.MOVE, content=renewal)
    fixed = dossier_of(world, "Phạm Văn Thử")
    place(world, fixed, since=SINCE, until=dt.date(2026, 12, 31))
    record_particulars(
        actor=actor, dossier_id=fixed.pk, stated=Stated(Sex.MALE, dt.date(1965, 7, 1)), since=dt.date(1988, 3, 15),
        reason="Nhầm năm sinh",
    )  # fmt: skip
    away = dossier_of(world, "Võ Văn Thử")
    place(world, away, since=SINCE)
    record_fact(actor=actor, dossier_id=away.pk, kind=FactKind.MOVE, content=Content(dt.date(2024, 3, 1), "secondment"))
    found = [(one.kind, one.day, one.dossier.pk, one.is_past) for one in deadlines(actor, ON, 6)]
    assert found == [
        (DeadlineKind.TERM, dt.date(2026, 8, 31), chief.pk, True),
        (DeadlineKind.FIXED, dt.date(2026, 12, 31), fixed.pk, False),
        (DeadlineKind.SECONDMENT, dt.date(2027, 2, 28), away.pk, False),
        (DeadlineKind.RETIREMENT, dt.date(2027, 4, 30), fixed.pk, False),
    ]
    assert deadlines(world.actor("office_b"), ON, 6) == []
