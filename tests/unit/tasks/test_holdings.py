"""What hangs on an assignment is told for its page, and assumed everywhere else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.assignments import make_assignment
from tests.personas import World

from sauro.discussions.selectors.audience import Scope
from sauro.discussions.selectors.comments import talk_of
from sauro.discussions.services.writing import Saying, write_comment
from sauro.tasks.holdings import RECORD, holds, read_holdings, register_holding
from sauro.tasks.models import Assignment
from sauro.tasks.selectors.record import read_record


def test_nothing_is_ruled_out_before_it_was_asked(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    assert holds(row, "talk")
    with CaptureQueriesContext(connection) as queries:
        read_holdings(row)
    assert len(queries) == 1
    assert not any(holds(row, name) for name in (*RECORD, "talk", "difficulties", "below", "binding", "months"))


def test_what_is_there_is_read_and_what_is_not_costs_nothing(world: World) -> None:
    row = make_assignment(world.units["ubnd"], world.units["ubnd_a"])
    part = make_assignment(world.units["ubnd_a"], world.units["pkt_a"], parent=row)
    head = world.actor("head")
    write_comment(actor=head, assignment_id=row.pk, saying=Saying("Đề nghị đẩy nhanh", Scope()))
    for fresh in Assignment.objects.filter(pk__in=[row.pk, part.pk]):
        read_holdings(fresh)
        assert (holds(fresh, "talk"), holds(fresh, "below")) == (fresh == row, fresh == row)
        with CaptureQueriesContext(connection) as queries:
            read_record(fresh)
            assert [list(getattr(fresh, name).all()) for name in RECORD] == [[]] * len(RECORD)
        assert not queries
        assert len(talk_of(head, fresh).comments) == (fresh == row)


def test_unknown_and_double_names_are_errors(world: World) -> None:
    with pytest.raises(KeyError):
        holds(make_assignment(world.units["ubnd"], world.units["ubnd_a"]), "khong-co")
    with pytest.raises(ValueError, match="twice"):
        register_holding("below", Assignment.objects.none)
