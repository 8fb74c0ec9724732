"""Migrations that draw only their own model make the same database as Django's own way."""

from __future__ import annotations

import os
import subprocess
import sys

import psycopg
import pytest

from sauro.runtime import clients
from sauro.runtime.postgres import OWNER, Server


def _schema_after(server: Server, database: str, *command: str) -> list[str]:
    with psycopg.connect(server.url(OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {database} TEMPLATE sauro".encode())
    url = server.url(OWNER, database)
    variables = {**os.environ, "DATABASE_URL": url, "SAURO_OWNER_DATABASE_URL": url, "SAURO_SECRET_KEY": "of a test"}
    subprocess.run([sys.executable, "-m", "sauro", *command], env=variables, check=True, capture_output=True)
    dumped = clients.run("pg_dump", "--schema-only", "--no-acl", url=url)
    assert dumped.ok, dumped.output
    return [line for line in dumped.output.splitlines() if not line.startswith(("\\restrict", "\\unrestrict"))]


@pytest.mark.slow
def test_light_migrations_make_the_schema_of_full_ones(server: Server) -> None:
    light = _schema_after(server, "light_way", "migrate")
    assert len(light) > 1000
    assert light == _schema_after(server, "full_way", "manage", "migrate")
