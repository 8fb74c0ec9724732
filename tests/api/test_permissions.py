"""Every operation, every persona: who gets in, who is refused, for whom the object does not exist."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from tests.api.operations import NO_IDS, NO_SUCH_ID, OPERATIONS, Objects
from tests.api.permission_table import EVERYBODY, TABLE, Line, objects_of
from tests.factories.api import Program, make_key, problem
from tests.factories.documents import DIRECTIVE
from tests.personas import World

from sauro.discussions.models import CommentFile
from sauro.documents.models import StoredFile
from sauro.tasks.models import ProductAnnex

BY_NAME = sorted(OPERATIONS)
WITH_ID = [name for name in BY_NAME if "_id}" in OPERATIONS[name].path]


def test_every_operation_is_in_the_table_and_no_other() -> None:
    assert set(TABLE) == set(OPERATIONS)


@pytest.mark.parametrize("name", BY_NAME)
def test_each_person_gets_exactly_what_the_table_says(world: World, name: str) -> None:
    line = TABLE[name]
    objects = objects_of(world, line)
    _give_file(objects)
    # What is made when first asked for is made now: each visit is undone.
    objects.ids()
    world.users["admin"].totp_confirmed_at = objects.assignment.given_at
    world.users["admin"].save()
    got = {persona: _visit(objects, persona, name, line) for persona in ["", *sorted(EVERYBODY)]}
    assert got == {persona: line.expected(persona) for persona in got}


@pytest.mark.parametrize("name", BY_NAME)
def test_nobody_signed_in_gets_401_in_the_one_shape(anonymous: Program, name: str) -> None:
    operation = OPERATIONS[name]
    response = anonymous.send(operation.method, operation.at({**NO_IDS, "number": 1, "annex": 1}))
    assert problem(response) == (401, "unauthenticated")
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("name", BY_NAME)
def test_wrong_method_gets_405_in_the_one_shape(anonymous: Program, name: str) -> None:
    operation = OPERATIONS[name]
    response = anonymous.send("DELETE", operation.at({**NO_IDS, "number": 1, "annex": 1}))
    assert problem(response) == (405, "method-not-allowed")
    assert operation.method in response.headers["Allow"]


@pytest.mark.parametrize("name", WITH_ID)
def test_wrong_id_is_not_found(world: World, program: Program, name: str) -> None:
    operation, line = OPERATIONS[name], TABLE[name]
    objects = Objects(world)
    for wrong in (NO_SUCH_ID, "khong-phai-ma", "1"):
        path = operation.at({**dict.fromkeys(NO_IDS, wrong), "number": 1, "annex": 1})
        assert problem(_ask(program, operation.method, path, objects, line)) == (404, "not-found")


@pytest.fixture
def program(world: World) -> Program:
    return Program(make_key(world.users["head"]))


def _visit(objects: Objects, persona: str, name: str, line: Line) -> int:
    """Return the status a persona gets. What the request changed is undone, so that the next finds all as it was."""
    operation = OPERATIONS[name]
    with transaction.atomic():
        program = Program(make_key(objects.world.users[persona]) if persona else "")
        response = _ask(program, operation.method, operation.at(objects.ids()) + line.query, objects, line)
        transaction.set_rollback(True)
    if response.status_code >= 400:
        assert problem(response)[0] == response.status_code
    return response.status_code


def _ask(program: Program, method: str, path: str, objects: Objects, line: Line) -> Any:
    if line.form is not None:
        unit = str(objects.world.units["ubnd"].pk)
        content = None if "text" in line.form else DIRECTIVE.encode()
        return program.upload(path, content, **{**line.form, "unit_id": unit})
    if method == "PATCH":
        return program.patch(path, line.body(objects) if line.body else None)
    if method == "POST":
        return program.post(path, line.body(objects) if line.body else None)
    return program.get(path)


def _give_file(objects: Objects) -> None:
    file = StoredFile.objects.create(domain="state", sha256="0" * 64, size=8, media_type="text/plain")
    default_storage.save(file.storage_name, ContentFile(b"danh muc"))
    CommentFile.objects.create(comment=objects.comment, number=1, file=file, file_name="danh-muc.txt")
    product = objects.assignment.products.first()
    if product is None:
        return
    ProductAnnex.objects.create(product=product, number=1, file=file, file_name="phu-luc.txt")
    product.file, product.file_name = file, "danh-muc.txt"
    product.save()
