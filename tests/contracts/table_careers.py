"""Who may do what: careers. The dossier meant is kept by commune A; standards and the framework are the site's."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

KEEPERS = people("snv_servant")
VIEWERS = people("head chair snv_head snv_servant office_a office_b party_a inspector")
SEE_ONLY = people("office_a")
_TODAY = f"{today():%d/%m/%Y}"
_COMPETENCY = {"code": "NL-KH", "title": "Lập kế hoạch", "group": "common", "since": _TODAY}
_STANDARD = {"since": _TODAY, "education": "university", "decision": "5/QĐ-UBND"}


def _post(objects: Objects) -> list[Any]:
    return [objects.job_position.pk]


def _assessed(objects: Objects) -> dict[str, Any]:
    return {"competency": str(objects.competency.pk), "level": "3", "since": _TODAY}


ENTRIES = [
    Entry("standards", VIEWERS, rest=403),
    Entry("standards", VIEWERS, rest=403, query="?theo=don-vi"),
    Entry("standard-check", VIEWERS, rest=403),
    Entry("gap-list", VIEWERS, rest=403),
    Entry("competency-list", VIEWERS, rest=403),
    Entry("competency-new", KEEPERS, rest=403),
    Entry("competency-new", KEEPERS, method="post", status=302, rest=403, data=_COMPETENCY),
    Entry("competency-detail", VIEWERS, at=lambda o: [o.competency.pk]),
    Entry(
        "competency-detail", KEEPERS, VIEWERS - KEEPERS, method="post", status=302, at=lambda o: [o.competency.pk],
        data=_COMPETENCY,
    ),
    Entry("standard-new", KEEPERS, VIEWERS - KEEPERS, at=_post),
    Entry("standard-new", KEEPERS, VIEWERS - KEEPERS, method="post", status=302, at=_post, data=_STANDARD),
    Entry("assessment-new", KEEPERS, SEE_ONLY, at=lambda o: [o.dossier.pk]),
    Entry(
        "assessment-new", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.dossier.pk], data=_assessed
    ),
    Entry("assessment-withdraw", KEEPERS, SEE_ONLY, at=lambda o: [o.assessment.pk]),
    Entry(
        "assessment-withdraw", KEEPERS, SEE_ONLY, method="post", status=302, at=lambda o: [o.assessment.pk],
        data={"reason": "Ghi nhầm mức"},
    ),
]  # fmt: skip
