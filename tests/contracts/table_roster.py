"""Who may do what: imports of people. The import meant is the keeper's own; nobody else ever finds it."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

KEEPERS = people("snv_servant")
_ROWS = {"first": "1", "last": "1", "encoding": "utf-8"}


def _import(objects: Objects) -> list[Any]:
    return [objects.people_import.pk]


ENTRIES = [
    Entry("import-list", KEEPERS, rest=403),
    Entry("import-new", KEEPERS, rest=403),
    Entry("import-template", KEEPERS, rest=403),
    Entry("people-export", KEEPERS, rest=403),
    Entry("import-detail", KEEPERS, at=_import),
    Entry("import-columns", KEEPERS, at=_import),
    Entry(
        "import-columns", KEEPERS, method="post", status=302, at=_import,
        data={"c0": "full_name", "c1": "birth_date", "since": f"{today():%d/%m/%Y}"},
    ),
    Entry("import-sheet", KEEPERS, method="post", status=302, at=_import, data=_ROWS),
    Entry("import-faults", KEEPERS, at=_import),
    Entry("import-rows", KEEPERS, at=_import),
    Entry("import-asked", KEEPERS, at=_import),
    Entry("import-asked", KEEPERS, method="post", status=302, at=_import),
    Entry("import-progress", KEEPERS, at=_import),
    Entry("import-annotated", KEEPERS, at=_import),
    Entry("import-faults-csv", KEEPERS, at=_import),
    # Somebody of the sheet waits for an answer: said on the page.
    Entry("import-apply", KEEPERS, method="post", status=422, at=_import),
    Entry("import-drop", KEEPERS, method="post", status=302, at=_import),
]  # fmt: skip
