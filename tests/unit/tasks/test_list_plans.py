"""Lists over very many assignments: what the database does for a page, by its plan rather than by the clock."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from tests.personas import World

from sauro.common.clock import today
from sauro.tasks.policies import assignment_policy
from sauro.tasks.selectors.work import late_obligations, visible_assignments
from sauro.tasks.timeliness import Timeliness, timeliness_condition
from sauro.ui.lists.paging import Order, in_order

BY_DAY = Order(("due_on",), descending=False)


def _plan(rows: QuerySet[Any]) -> str:
    """How the first page would be read if sorting and reading everything cost too much, as with a million rows."""
    sql, parameters = in_order(rows, BY_DAY)[:26].query.sql_with_params()
    with connection.cursor() as cursor:
        for way in ("seqscan", "sort", "incremental_sort", "bitmapscan", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {sql}", parameters)
        return "\n".join(line for (line,) in cursor.fetchall())


@pytest.mark.parametrize("who", ["chair", "clerk", "office_a", "servant_a"])
def test_first_page_comes_from_the_index_in_its_order(world: World, who: str) -> None:
    rows = visible_assignments(world.actor(who)).select_related(None)
    plan = _plan(rows)
    assert "Index Scan using tasks_assignment_by_day" in plan and "Sort" not in plan
    for kind in (Timeliness.OVERDUE, Timeliness.DUE_SOON, Timeliness.WAITING):
        narrowed = _plan(rows.filter(timeliness_condition([kind], today=today())))
        assert "using tasks_assignment_open_by_day" in narrowed and "Sort" not in narrowed, kind


def test_no_rule_of_the_policy_finds_a_row_twice(world: World) -> None:
    """It stands in the query itself, so it may follow no relation to many rows."""
    assert assignment_policy.is_plain
    for who in ("chair", "clerk", "office_a", "servant_a"):
        for action in assignment_policy.actions:
            query = assignment_policy.visible(world.actor(who), action).query
            fields = [getattr(join, "join_field", None) for join in query.alias_map.values()]
            assert not [field for field in fields if isinstance(field, models.ForeignObjectRel)]


def test_late_work_of_a_giver_is_counted_in_an_index(world: World) -> None:
    chair = world.actor("chair")
    with CaptureQueriesContext(connection) as queries:
        assert late_obligations(chair, limit=5) == []
    with connection.cursor() as cursor:
        _leave_only("tasks_assignment_giver_late", cursor)
        for way in ("seqscan", "bitmapscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {queries[0]['sql']}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index Only Scan using tasks_assignment_giver_late" in plan


def _leave_only(index: str, cursor: CursorWrapper) -> None:
    """Take the other indexes away until the test ends: between small tables the choice is a matter of chance."""
    cursor.execute(
        "SELECT indexrelid::regclass::text FROM pg_index"
        " WHERE indrelid = 'tasks_assignment'::regclass AND indexrelid <> %s::regclass"
        " AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)",
        [index],
    )
    for (other,) in cursor.fetchall():
        cursor.execute(f"DROP INDEX {other}")
