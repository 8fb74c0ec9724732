"""Every operation of the API as its description names them, and the objects that requests of the tests are about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.factories.assignments import make_assignment, make_pair, post_of
from tests.factories.programmes import plan_of
from tests.factories.targets import give, make_share
from tests.factories.tasks import DocumentSpec, TaskSpec, make_document
from tests.factories.workforce import known
from tests.personas import World

from sauro.api import api
from sauro.common.clock import now
from sauro.discussions.models import Comment
from sauro.documents.models import Document
from sauro.plans.models import MonthlyPart
from sauro.programmes.models import Programme
from sauro.targets.models import Share
from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import ObligationState
from sauro.tasks.models import Assignment, DeadlineChange, LikelyPair, Obligation, ProductVersion, Wait, WorkField
from sauro.tasks.services.binding import bind_assignments
from sauro.workforce.models import Dossier

NO_SUCH_ID = "00000000-0000-7000-8000-000000000000"
DUE, LATER = dt.date(2039, 12, 20), dt.date(2040, 1, 5)
WORDS = "Sở Nội vụ rà soát danh mục trạm bơm, báo cáo trước ngày 20/12/2026."


@dataclass(frozen=True)
class Operation:
    """One operation: its name, its method, and its address with the names of ids in braces."""

    name: str
    method: str
    path: str

    def at(self, ids: dict[str, Any]) -> str:
        """Return the address with ids put in, without the part that all addresses share."""
        return self.path.removeprefix("/api/v1").format(**ids)


def all_operations() -> list[Operation]:
    """Return every operation, by name."""
    described = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    found = [
        Operation(held["operationId"], method.upper(), path)
        for path, methods in described.items()
        for method, held in methods.items()
    ]
    return sorted(found, key=lambda operation: operation.name)


OPERATIONS = {operation.name: operation for operation in all_operations()}
NO_IDS = {"document_id": NO_SUCH_ID, "obligation_id": NO_SUCH_ID, "assignment_id": NO_SUCH_ID, "unit_id": NO_SUCH_ID,
          "comment_id": NO_SUCH_ID}  # fmt: skip
NO_IDS |= {"pair_id": NO_SUCH_ID, "part_id": NO_SUCH_ID, "programme_id": NO_SUCH_ID, "share_id": NO_SUCH_ID}
NO_IDS |= {"dossier_id": NO_SUCH_ID}


class Objects:
    """A document of the province's people's committee with one obligation, and an assignment it gave to commune A."""

    document: Document
    obligation: Obligation
    assignment: Assignment
    comment: Comment

    def __init__(
        self,
        world: World,
        *,
        state: str = State.GIVEN,
        review: str = ObligationState.PROPOSED,
        is_part: bool = False,
        is_bound: bool = False,
        is_delivered: bool = False,
    ) -> None:
        self.world = world
        units = world.units
        spec = DocumentSpec([TaskSpec(WORDS, leads=("Sở Nội vụ",))])
        self.document = make_document(units["ubnd"], spec, units=(units["snv"],))
        self._complete_extraction()
        self.obligation = self.document.obligations.get()
        self.obligation.state = review
        self.obligation.save()
        self.assignment = make_assignment(
            units["ubnd"], units["ubnd_a"], state=state, obligation=self.obligation, due_on=DUE
        )
        self.assignment.person = post_of("Bùi Thị Mẫu A")
        self.assignment.save()
        self.is_delivered = is_delivered
        self.work_field, _is_new = WorkField.objects.get_or_create(code="thuy-loi", defaults={"name": "Thủy lợi"})
        self.comment = self._say()
        if is_part:
            self.make_part()
        if is_bound:
            self.bind()
        if state == State.HANDED_IN:
            self.hand_in()
        if state in (State.IN_PROGRESS, State.RETURNED):
            self.add_open_part()
        if state == State.IN_PROGRESS:
            self.ask_and_wait()

    def _say(self) -> Comment:
        """Add what the head of office of commune A said to both sides a moment ago."""
        author = self.world.users["office_a"]
        return Comment.objects.create(
            assignment=self.assignment, domain="state", audience="both", text="Đang khảo sát", author=author,
            author_name=str(author), written_at=now(),
        )  # fmt: skip

    def hand_in(self) -> ProductVersion:
        """Add a product that waits for the giver's word."""
        return ProductVersion.objects.create(
            assignment=self.assignment, number=1, text="Danh mục", handed_in_by_name="Bùi Thị Mẫu A",
            handed_in_at=now(),
        )  # fmt: skip

    @cached_property
    def other(self) -> Assignment:
        """Other work of the same commune, in charge of which is the same person."""
        row = make_assignment(self.world.units["ubnd"], self.world.units["ubnd_a"], state=State.ACCEPTED)
        row.person = self.assignment.person
        row.save()
        return row

    @cached_property
    def pair(self) -> LikelyPair:
        """Both, as work that may be the same."""
        return make_pair(self.assignment, self.other)

    @cached_property
    def monthly_part(self) -> MonthlyPart:
        """What is to be delivered of it in the month in which it is due."""
        return MonthlyPart.objects.create(
            assignment=self.assignment, number=1, month=DUE.replace(day=1), month_first=DUE.replace(day=1), share=100,
            product="Danh mục", delivered_at=now() if self.is_delivered else None,
        )  # fmt: skip

    @cached_property
    def plan(self) -> Programme:
        """A draft plan of commune A."""
        return plan_of(self.world)

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier of somebody whom commune A employs."""
        return known(self.world.units["ubnd_a"], "Nguyễn Thị Ví Dụ")

    @cached_property
    def target(self) -> Share:
        """What commune A has to reach of an indicator of the province."""
        return give(self.world, make_share(self.world), "ubnd_a", {2030: 40})

    def bind(self) -> None:
        """Bind both."""
        office = self.world.actor("office_a")
        bind_assignments(actor=office, assignment_id=self.assignment.pk, other_id=self.other.pk, reason="Cùng việc")

    def make_part(self) -> None:
        """Make the assignment a part of work that its giver does itself."""
        giver = self.world.units["ubnd"]
        self.assignment.parent = make_assignment(giver, giver, state=State.ACCEPTED, due_on=DUE)
        self.assignment.share = 50
        self.assignment.save()

    def add_open_part(self) -> None:
        """Add a part that the neighbouring commune owes."""
        units = self.world.units
        make_assignment(units["ubnd"], units["ubnd_b"], parent=self.assignment, role="coordinator", state=State.GIVEN)

    def ask_and_wait(self) -> None:
        """Add an open request for a later deadline, and an open wait for the part."""
        DeadlineChange.objects.create(
            assignment=self.assignment, from_day=self.assignment.due_on, asked_day=LATER, reason="Chờ dự toán",
            asked_by_name="Bùi Thị Mẫu A", asked_at=now(),
        )  # fmt: skip
        Wait.objects.create(
            assignment=self.assignment, part=self.assignment.parts.get(), reason="Chờ số liệu", began_at=now(),
            began_by_name="Bùi Thị Mẫu A",
        )  # fmt: skip

    def ids(self) -> dict[str, Any]:
        """Return what addresses are filled with."""
        return {
            "document_id": self.document.pk,
            "obligation_id": self.obligation.pk,
            "assignment_id": self.assignment.pk,
            "comment_id": self.comment.pk,
            "unit_id": self.world.units["snv"].pk,
            "programme_id": self.plan.pk,
            "pair_id": self.pair.pk,
            "part_id": self.monthly_part.pk,
            "share_id": self.target.pk,
            "dossier_id": self.dossier.pk,
            "number": 1,
            "annex": 1,
        }

    def _complete_extraction(self) -> None:
        header = dict.fromkeys(
            ("kind", "number", "symbol", "place", "issued_on", "issuer", "subject", "signer"), None
        ) | {"side": "state", "addressees": [], "recipients": [], "references": []}
        reading = self.document.readings.get()
        reading.extraction = {"schema": "vanban/1", "document": header, "tasks": [], "targets": [], "findings": []}
        reading.save()
