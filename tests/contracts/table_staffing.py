"""Who may do what: proposals of moves. The scenario meant is that of commune A. Drafts about people are for those alone
who manage the whole branch; who merely sees the workforce finds nothing there.
"""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import EVERYBODY, NOBODY, Entry, people
from tests.contracts.objects import Objects

from sauro.common.clock import today

MANAGERS = people("snv_servant")
SEE_PERSON_ONLY = people("office_a")
_ASKED = {
    "name": "Phương án khác", "importance": "5", "fairness": "3", "distance": "3", "circumstances": "3", "support": "1",
    "longest_minutes": "180", "stay_months": "0", "day": f"{today():%d/%m/%Y}",
}  # fmt: skip


def _question(objects: Objects) -> dict[str, Any]:
    return {**_ASKED, "unit": str(objects.world.units["ubnd_a"].pk)}


def _place(objects: Objects) -> dict[str, Any]:
    unit = str(objects.world.units["commune_a"].pk)
    return {"unit": unit, "latitude": "10.4", "longitude": "105.1", "hardship": "1"}


def _need(objects: Objects) -> dict[str, Any]:
    unit = str(objects.world.units["ubnd_a"].pk)
    return {"unit": unit, "post": str(objects.job_position.pk), "number": "2"}


ENTRIES = [
    Entry("scenario-list", MANAGERS, rest=403),
    Entry("scenario-new", MANAGERS, rest=403),
    Entry("scenario-new", MANAGERS, method="post", status=302, rest=403, data=_question),
    Entry("scenario-compare", MANAGERS, rest=403),
    Entry("staffing-data", MANAGERS, rest=403),
    Entry("place-save", MANAGERS, rest=403),
    Entry("place-save", MANAGERS, method="post", status=302, rest=403, data=_place),
    Entry("need-save", MANAGERS, rest=403),
    Entry("need-save", MANAGERS, method="post", status=302, rest=403, data=_need),
    Entry("need-list", MANAGERS, rest=403),
    Entry("place-list", MANAGERS, rest=403),
    Entry("road-list", MANAGERS, rest=403),
    Entry("road-import", MANAGERS, rest=403),
    Entry("road-import", MANAGERS, method="post", status=422, rest=403, data={}),
    # Without what the preview signed it leads back.
    Entry("road-import-apply", MANAGERS, method="post", status=302, rest=403, data={"payload": "x"}),
    Entry("move-list", MANAGERS, rest=403),
    Entry("move-detail", MANAGERS, at=lambda o: [o.proposed_move.pk]),
    Entry(
        "move-detail", MANAGERS, method="post", status=302, at=lambda o: [o.proposed_move.pk],
        data={"seen": "proposed", "outcome": "refused", "reason": "Cần người ở lại"},
    ),
    Entry("scenario-detail", MANAGERS, at=lambda o: [o.proposed_move.scenario_id]),
    Entry("unplaced-list", MANAGERS, rest=403),
    Entry("unplaced-detail", MANAGERS, at=lambda o: [o.unplaced.pk]),
    Entry(
        "scenario-what-if", MANAGERS, at=lambda o: [o.scenario.pk],
        query="?importance=1&fairness=2&distance=3&circumstances=4&support=5",
    ),
    Entry("scenario-recruitment", MANAGERS, at=lambda o: [o.scenario.pk]),
    Entry("standing-save", MANAGERS, SEE_PERSON_ONLY, at=lambda o: [o.dossier.pk]),
    Entry(
        "standing-save", MANAGERS, SEE_PERSON_ONLY, method="post", status=302, at=lambda o: [o.dossier.pk],
        data={"could_move": "on", "circumstances": "1"},
    ),
    Entry("recruitment-list", MANAGERS, rest=403),
    Entry("recruitment-new", MANAGERS, rest=403),
    Entry(
        "recruitment-new", MANAGERS, method="post", status=302, rest=403,
        data=lambda o: {
            "name": "Tuyển dụng thử", "unit": str(o.world.units["ubnd_a"].pk), "year": str(today().year),
            "way": "selection",
        },
    ),
    Entry("recruitment-plan", MANAGERS, at=lambda o: [o.recruitment_line.plan_id]),
    Entry("recruitment-plan", MANAGERS, method="post", status=422, at=lambda o: [o.recruitment_line.plan_id], data={}),
    Entry(
        "recruitment-step", MANAGERS, method="post", status=302, at=lambda o: [o.recruitment_line.plan_id],
        data={"seen": "approved"},
    ),
    Entry("recruitment-line", MANAGERS, at=lambda o: [o.recruitment_line.pk]),
    Entry(
        "recruitment-line", MANAGERS, method="post", status=302, at=lambda o: [o.recruitment_line.pk],
        data={"full_name": "Phan Thị Giả Định", "birth_year": "1999"},
    ),
    Entry("candidate-detail", MANAGERS, at=lambda o: [o.candidate.pk]),
    Entry(
        "candidate-detail", MANAGERS, method="post", status=302, at=lambda o: [o.candidate.pk],
        data={"seen": "applied", "state": "passed", "decision": "15/QĐ-UBND", "result": "82 điểm"},
    ),
    Entry("own-moving", EVERYBODY),
    # Nobody but the person of the dossier, who has no account among these, consents.
    Entry("own-moving-say", NOBODY, method="post", data={"dong-y": "co"}, at=lambda o: [o.dossier.pk]),
]  # fmt: skip
