"""How to add a row to the lists of careers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from django.db.models import Model
from tests.factories.careers import acted_on, lacking, make_competency, moving, named, planned_for
from tests.factories.workforce import allotted, known, taken

from sauro.common.clock import today

if TYPE_CHECKING:
    from tests.contracts.objects import Objects


def _make_competency(_objects: Objects, number: int) -> Model:
    return make_competency(f"NL{number}", f"Năng lực thử {number}")


def _make_gap(objects: Objects, number: int) -> Model:
    dossier = known(objects.world.units["ubnd"], f"Nguyễn Thị Mẫu {number}")
    taken(dossier, objects.job_position, allotted(objects.world.units["ubnd"]))
    return lacking(dossier)


def _make_career_move(objects: Objects, number: int) -> Model:
    units = objects.world.units
    dossier = known(units["ubnd"], f"Nguyễn Thị Mẫu {number}")
    paper = {"state": "decided", "decision": f"{number}/QĐ-UBND", "decided_on": today()}
    return moving(taken(dossier, objects.job_position, allotted(units["ubnd"])), units["stc"], **paper)


def _make_planning_list(objects: Objects, number: int) -> Model:
    return planned_for(objects.world.units["ubnd"], objects.job_position, f"20{30 + number}")


def _make_nomination(objects: Objects, number: int) -> Model:
    return named(objects.planning_list, known(objects.world.units["ubnd"], f"Nguyễn Thị Mẫu {number}"))


def _make_act(objects: Objects, number: int) -> Model:
    return acted_on(known(objects.world.units["ubnd"], f"Nguyễn Thị Mẫu {number}"))


MAKERS: Mapping[str, Callable[[Objects, int], Model]] = {
    "careers.competency": _make_competency,
    "careers.gap": _make_gap,
    "careers.move": _make_career_move,
    "careers.planninglist": _make_planning_list,
    "careers.nomination": _make_nomination,
    "careers.officialact": _make_act,
}
