"""The test session's own database (tests/database.py)."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection, transaction

pytestmark = pytest.mark.django_db


def test_server_of_the_session_is_postgresql_17_with_our_extensions() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        assert cursor.fetchone()[0] >= 170000
        cursor.execute("SELECT extname FROM pg_extension")
        assert {"pg_trgm", "btree_gist"} <= {row[0] for row in cursor.fetchall()}


def test_application_role_may_read_but_not_truncate() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE sauro_app")
        cursor.execute("SELECT count(*) FROM accounts_user")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute("TRUNCATE accounts_user")
        cursor.execute("RESET ROLE")
