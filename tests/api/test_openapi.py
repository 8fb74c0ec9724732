"""The committed description of the API is that of the code, and every route keeps the rules of routes."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from django.test import Client
from tools.write_openapi import FILE, ROOT, describe

ROUTE_FILES = sorted((ROOT / "src" / "sauro").glob("*/api/*.py"))
WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
LONGEST_ROUTE = 20


def test_committed_description_is_that_of_the_code() -> None:
    assert FILE.read_text(encoding="utf-8") == describe(), "run: .venv/bin/python -m tools.write_openapi"


def test_description_names_every_refusal_in_the_one_shape() -> None:
    described = json.loads(FILE.read_text(encoding="utf-8"))
    for methods in described["paths"].values():
        for operation in methods.values():
            refusals = {code: held for code, held in operation["responses"].items() if code != "200"}
            assert {"401", "422"} <= set(refusals)
            for held in refusals.values():
                assert held["content"]["application/json"]["schema"]["$ref"] == "#/components/schemas/Problem"


def test_description_uses_the_printed_names_of_the_contract() -> None:
    schemas = json.loads(FILE.read_text(encoding="utf-8"))["components"]["schemas"]
    assert "except" in schemas["ActorOut"]["properties"]
    assert "from" in schemas["DueOut"]["properties"]
    assert "schema" in schemas["ExtractionOut"]["properties"]


def test_running_product_serves_the_same_description(db: None) -> None:
    assert Client().get("/api/v1/openapi.json").json() == json.loads(FILE.read_text(encoding="utf-8"))


def faults_of_routes(source: str) -> list[str]:
    """Return the faults of a module of routes: a write to the database, a function that is too long."""
    faults: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            faults.append(f"line {node.lineno}: .{node.func.attr}()")
        is_route = isinstance(node, ast.FunctionDef) and bool(node.decorator_list)
        if is_route and (node.end_lineno or 0) - node.lineno > LONGEST_ROUTE:
            faults.append(f"line {node.lineno}: longer than {LONGEST_ROUTE} lines")
    return faults


@pytest.mark.parametrize("file", ROUTE_FILES, ids=lambda file: f"{file.parts[-3]}/{file.name}")
def test_routes_are_short_and_write_nothing_themselves(file: Path) -> None:
    assert faults_of_routes(file.read_text(encoding="utf-8")) == []


def test_a_route_that_writes_would_be_noticed() -> None:
    source = "@router.post('/x')\ndef route(request):\n" + "    x = 1\n" * 21 + "    Thing.objects.create()\n"
    assert faults_of_routes(source) == ["line 2: longer than 20 lines", "line 24: .create()"]
