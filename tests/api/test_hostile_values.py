"""Whatever a program sends in place of a value: an answer in the one shape, never a fault of the product."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import transaction
from tests.api.operations import OPERATIONS
from tests.api.permission_table import TABLE, objects_of
from tests.factories.api import Program, make_key, problem
from tests.personas import World

HOSTILE: list[Any] = [
    None, True, -1, 10**40, 1e308, float("nan"), "", "\0", "a\0b", "\ud800", "x" * 30_000, "'; DROP TABLE x; --",
    [], [None], {}, {"a": {"b": []}}, "9999-99-99", "0001-01-01",
]  # fmt: skip
BODIES: list[Any] = [None, [], "x", 1, [[[[]]]], "[" * 100_000, '{"version": 1' + "0" * 5000 + "}", "\x80"]
WITH_BODY = sorted(name for name, line in TABLE.items() if line.body is not None)


@pytest.mark.parametrize("name", WITH_BODY)
def test_hostile_values_get_an_answer(world: World, name: str) -> None:
    line, operation = TABLE[name], OPERATIONS[name]
    objects = objects_of(world, line)
    assert line.body is not None
    valid = line.body(objects)
    hostile = [{**valid, key: value} for key in valid for value in HOSTILE]
    program = Program(make_key(world.users[min(line.ok)]))
    for body in [*map(_printed, hostile), *map(_printed, BODIES)]:
        with transaction.atomic():
            answer = program.send(operation.method, operation.at(objects.ids()), body)
            transaction.set_rollback(True)
        if answer.status_code != 200:
            assert problem(answer)[0] in (400, 403, 404, 409, 422), body[:200]


@pytest.mark.parametrize("path", ["/documents", "/assignments", "/units"])
@pytest.mark.parametrize("value", ["\0", "\ud800".encode("utf-8", "surrogatepass"), "x" * 9000, "%", "[]", "1e9"])
def test_hostile_parameters_get_an_answer(world: World, path: str, value: Any) -> None:
    program = Program(make_key(world.users["head"]))
    for key in ("q", "cursor", "limit", "sort", "unit_id", "due_from", "kind", "state"):
        answer = program.get(path, **{key: value})
        if answer.status_code != 200:
            assert problem(answer)[0] == 422


def _printed(body: Any) -> str:
    return body if isinstance(body, str) and body[:1] in ("[", "{", "\x80") else json.dumps(body)
