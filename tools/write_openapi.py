"""Writes the description of the REST API to docs/api/openapi.json, from the code.

Needs no database. The contract tests fail when the committed file differs from the code;
run `.venv/bin/python -m tools.write_openapi` after a change of a route or schema and commit the result.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "api" / "openapi.json"


def describe() -> str:
    """Return the description as text, the same for the same code. Django must be set up."""
    from sauro.api import api  # noqa: PLC0415 -- importable only once Django is set up

    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Set Django up and write the file."""
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
    import django  # noqa: PLC0415 -- reads the environment set above

    django.setup()
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(describe(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
