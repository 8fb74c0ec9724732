"""The objects of careers in the contract tests, and how to add a row to its lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from tests.factories import careers as of_careers
from tests.factories.careers import acted_on, lacking, make_competency, moving, named, planned_for
from tests.factories.workforce import allotted, known, taken

from sauro.careers import models as careers
from sauro.common.clock import today

if TYPE_CHECKING:
    from tests.contracts.objects import Objects


class CareersObjects:
    """Objects of careers, a part of those that the addresses lead to. The rest comes from the class that takes them."""

    world: Any
    dossier: Any
    tenure: Any
    job_position: Any

    @cached_property
    def competency(self) -> careers.Competency:
        """A competency of the framework."""
        return of_careers.make_competency()

    @cached_property
    def standard(self) -> careers.Standard:
        """What that job position demands."""
        return of_careers.make_standard(self.job_position)

    @cached_property
    def assessment(self) -> careers.Assessment:
        """How far that competency goes with the person of the dossier."""
        return of_careers.assessed(self.dossier)

    @cached_property
    def gap(self) -> careers.Gap:
        """What they lack against their post."""
        return of_careers.lacking(self.dossier)

    @cached_property
    def career_move(self) -> careers.Move:
        """Their secondment within commune A, being prepared."""
        return of_careers.moving(self.tenure, self.world.units["pkt_a"])

    @cached_property
    def decided_move(self) -> careers.Move:
        """Another, decided."""
        paper = {"state": "decided", "decision": "44/QĐ-UBND", "decided_on": today(), "signer_capacity": "Chủ tịch"}
        return of_careers.moving(self.tenure, self.world.units["pkt_a"], **paper, despite="Theo chủ trương")

    @cached_property
    def planning_clearance(self) -> careers.PlanningClearance:
        """The site's word that names of the State's side may be kept."""
        return of_careers.cleared()

    @cached_property
    def planning_list(self) -> careers.PlanningList:
        """Whom commune A plans for that job position."""
        return of_careers.planned_for(self.world.units["ubnd_a"], self.job_position)

    @cached_property
    def nomination(self) -> careers.Nomination:
        """The person of the dossier in it."""
        return of_careers.named(self.planning_list, self.dossier, despite="Nguồn tại chỗ còn ít")

    @cached_property
    def planning_review(self) -> careers.PlanningReview:
        """What last year's review said of them."""
        return of_careers.reviewed(self.nomination)

    @cached_property
    def closed_post(self) -> careers.ClosedPost:
        """That local people do not hold that job position."""
        return of_careers.closed_to_locals(self.job_position)

    @cached_property
    def official_act(self) -> careers.OfficialAct:
        """A decision about the person of the dossier."""
        return of_careers.acted_on(self.dossier)


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
