"""A purged document leaves no word of its targets; the values stay."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from tests.contracts.objects import FOUND_TARGET
from tests.factories.targets import HOUSES, make_share
from tests.factories.tasks import make_document, many_tasks
from tests.personas import World

from sauro.common.clock import today
from sauro.targets.models import Ask, Settlement, YearLine
from sauro.targets.services.asks import AskedValue, Place, take_target
from sauro.targets.services.settling import settle

GONE = "[đã tiêu hủy]"


@pytest.mark.django_db
def test_step_takes_sentences_and_reasons_and_leaves_values(world: World) -> None:
    year, head = today().year, world.actor("head")
    share = make_share(world, HOUSES, path={year: 40})
    document = make_document(world.units["ubnd"], many_tasks(1))
    place = Place(int(str(FOUND_TARGET["start"])), int(str(FOUND_TARGET["end"])))
    ask = take_target(
        actor=head, document_id=document.pk, place=place, share_id=share.pk,
        asked=AskedValue(year, Decimal(45), "căn"),
    )  # fmt: skip
    settle(actor=head, line_id=YearLine.objects.get().pk, chosen_id=ask.pk, reason="Nói về nội dung của văn bản")
    with connection.cursor() as cursor:
        # As the purge does: the guards of the history stand aside while its owner scrubs it.
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', coalesce(array_agg(DISTINCT tgname)::text, '{}'), true)"
            " FROM pg_trigger WHERE tgname LIKE 'pgtrigger\\_%%'"
        )
        cursor.execute("SELECT purge_step_53_targets(%s)", [document.pk])
        cursor.execute("SELECT count(*) FROM targets_askevent WHERE sentence <> %s", [GONE])
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM targets_settlementevent WHERE reason <> %s", [GONE])
        assert cursor.fetchone() == (0,)
    line, kept = YearLine.objects.get(), Ask.objects.get()
    assert (line.target, line.target_from_id) == (45, None)
    assert (kept.sentence, kept.document_id, kept.value) == (GONE, None, 45)
    assert Settlement.objects.get().reason == GONE
