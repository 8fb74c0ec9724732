"""Two people change the register at once: one is done, the other is told, and readers see both versions in order."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from tests.personas import World

from sauro.common.clock import today
from sauro.common.errors import Conflict
from sauro.organizations.models import UnitAlias
from sauro.organizations.selectors.names import NameContext, expand
from sauro.organizations.services.units import add_alias


def together(*deeds: Callable[[], object]) -> list[object]:
    """Run the deeds in threads with connections of their own; return results and errors in the order given."""
    start = threading.Barrier(len(deeds))
    results: list[object] = [None] * len(deeds)

    def run(number: int) -> None:
        try:
            start.wait(timeout=30)
            results[number] = deeds[number]()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


@pytest.mark.django_db(transaction=True)
def test_same_alias_by_two_people_is_added_once(committed_world: World) -> None:
    actor, unit = committed_world.actor("admin"), committed_world.units["snv"]

    def add() -> object:
        return add_alias(actor=actor, unit_id=unit.pk, text="Sở Cán bộ")

    results = together(add, add)
    assert [type(result) for result in results if isinstance(result, Exception)] == [Conflict]
    assert UnitAlias.objects.filter(unit=unit, key="so can bo").count() == 1


@pytest.mark.django_db(transaction=True)
def test_reader_misses_no_change_of_two_writers(committed_world: World) -> None:
    actor, units = committed_world.actor("admin"), committed_world.units
    names = {key: f"Tên khác của {key}" for key in ("snv", "stc", "ubnd_a", "ubnd_b")}
    deeds = [partial(add_alias, actor=actor, unit_id=units[key].pk, text=name) for key, name in names.items()]
    results = together(*deeds)
    assert [result for result in results if isinstance(result, Exception)] == []
    for key, name in names.items():
        assert expand(name, on=today(), context=NameContext()).unit == units[key]
