"""The test session's own database (tests/database.py)."""

from __future__ import annotations

import os

import psycopg


def test_server_of_the_session_is_postgresql_17_with_our_extensions() -> None:
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + "/template1"
    with psycopg.connect(address) as connection:
        assert connection.info.server_version >= 170000
        known = {row[0] for row in connection.execute("SELECT extname FROM pg_extension")}
    assert {"pg_trgm", "btree_gist"} <= known
