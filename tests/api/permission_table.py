"""Who may do what through the API: one line per operation, every persona on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.api.operations import Objects
from tests.personas import World

from sauro.tasks.enums import AssignmentState as State
from sauro.tasks.enums import ObligationState

Personas = frozenset[str]
Body = Callable[[Objects], dict[str, Any]]


def people(names: str) -> Personas:
    """Return the personas named in a line of words."""
    return frozenset(names.split())


EVERYBODY = people(
    "clerk head chair snv_head snv_servant party_clerk office_a servant_a office_b servant_b party_a inspector admin "
    "outsider"
)
GRANTED = EVERYBODY - {"outsider"}
TAKES_IN = people("clerk head office_a office_b party_clerk party_a")
READS_DOCUMENT = people("clerk head chair inspector")
SENDS = people("clerk head")
SEES_WORK = people("clerk head chair inspector office_a servant_a")
SPEAKS = SEES_WORK - people("inspector")
LEADS = people("office_a")
WORKS = people("office_a servant_a")
DECIDES = people("head chair")

REASON = {"reason": "Theo quy chế làm việc"}


@dataclass(frozen=True)
class Line:
    """``ok`` get 200, ``refused`` see the object but get 403, everybody else gets ``rest``.

    ``state`` and ``review`` are the states of the assignment and of the obligation beforehand; ``is_part`` makes the
    assignment a part of the giver's own work, ``is_bound`` binds it with another,
    ``is_delivered`` delivers its monthly part.
    """

    ok: Personas
    refused: Personas = frozenset()
    rest: int = 404
    body: Body | None = None
    form: Mapping[str, str] | None = None
    query: str = ""
    state: str = State.GIVEN
    review: str = ObligationState.PROPOSED
    is_part: bool = False
    is_bound: bool = False
    is_delivered: bool = False
    ids: Mapping[str, Any] = field(default_factory=dict)

    def expected(self, persona: str) -> int:
        """Return the status for a persona; for nobody, an empty name."""
        if not persona:
            return 401
        if persona in self.ok:
            return 200
        return 403 if persona in self.refused else self.rest


def objects_of(world: World, line: Line) -> Objects:
    """Return the objects as a line wants them."""
    return Objects(
        world,
        state=line.state,
        review=line.review,
        is_part=line.is_part,
        is_bound=line.is_bound,
        is_delivered=line.is_delivered,
    )


def said(**body: Any) -> Body:
    """Return a body that is the same for all objects."""
    return lambda _objects: body


def _version(**more: Any) -> Body:
    return lambda objects: {"version": objects.obligation.version, **more}


def _sending(objects: Objects) -> dict[str, Any]:
    unit = str(objects.world.units["snv"].pk)
    return {"items": [{"obligation_id": str(objects.obligation.pk), "leads": [unit]}]}


def _person(objects: Objects) -> dict[str, Any]:
    return {"appointment_id": str(objects.assignment.person_id)}


def _part(objects: Objects) -> dict[str, Any]:
    return {"unit_id": str(objects.world.units["pkt_a"].pk), "wording": "Khảo sát các trạm bơm"}


def _field(objects: Objects) -> dict[str, Any]:
    return {"field_id": str(objects.work_field.pk)}


def _later_day(objects: Objects) -> dict[str, Any]:
    return {"day": "2040-01-05", **REASON}


def _two_months(_objects: Objects) -> dict[str, Any]:
    days = (dt.date(2039, 11, 1), dt.date(2039, 12, 1))
    return {"parts": [{"month": day.isoformat(), "share": 50, "product": "Báo cáo đợt"} for day in days], **REASON}


def _open_part(objects: Objects) -> dict[str, Any]:
    part = objects.assignment.parts.first() or objects.assignment
    return {"part_id": str(part.pk), **REASON}


def _reviews(body: Body, review: str = ObligationState.PROPOSED) -> Line:
    return Line(SENDS, READS_DOCUMENT - SENDS, body=body, review=review)


def _step(ok: Personas, state: str = State.GIVEN, body: Body | None = None) -> Line:
    return Line(ok, SEES_WORK - ok, body=body, state=state)


TABLE: dict[str, Line] = {
    "read_me": Line(EVERYBODY),
    "search_units": Line(EVERYBODY, query="?q=so+noi+vu"),
    "read_unit": Line(GRANTED),
    "list_documents": Line(EVERYBODY),
    "read_document": Line(READS_DOCUMENT),
    "read_text": Line(READS_DOCUMENT),
    "read_extraction": Line(READS_DOCUMENT),
    "take_document_in": Line(SENDS, GRANTED - SENDS, form={"declared": "true"}),
    "extract": Line(TAKES_IN, EVERYBODY - TAKES_IN, form={"declared": "true"}),
    "list_obligations": Line(READS_DOCUMENT),
    "read_obligation": Line(READS_DOCUMENT),
    "read_progress": Line(READS_DOCUMENT),
    "edit_obligation": _reviews(_version(product="Danh mục")),
    "choose_obligation_field": _reviews(lambda o: {"version": o.obligation.version, **_field(o)}),
    "accept_obligation": _reviews(_version()),
    "unaccept_obligation": _reviews(_version(), ObligationState.ACCEPTED),
    "discard_obligation": _reviews(_version(reason="Không phải nhiệm vụ")),
    "restore_obligation": _reviews(_version(), ObligationState.DISCARDED),
    "preview_sending": Line(READS_DOCUMENT),
    "send_document": _reviews(_sending, ObligationState.ACCEPTED),
    "list_assignments": Line(EVERYBODY),
    "read_assignment": Line(SEES_WORK),
    "list_people": _step(LEADS),
    "list_units_below": _step(LEADS),
    "download_product": Line(SEES_WORK, state=State.HANDED_IN),
    "accept_assignment": _step(LEADS),
    "question_assignment": _step(LEADS, body=said(**REASON)),
    "insist_on_assignment": _step(DECIDES, State.QUESTIONED, said(**REASON)),
    "name_person": _step(LEADS, body=_person),
    "delegate_part": _step(LEADS, body=_part),
    "read_tree": Line(SEES_WORK),
    "split_assignment": _step(LEADS, body=lambda objects: {"parts": [_part(objects)]}),
    "give_back_part": Line(LEADS, SEES_WORK - LEADS, body=said(**REASON), is_part=True),
    "move_part": Line(
        DECIDES,
        SEES_WORK - DECIDES,
        is_part=True,
        body=lambda objects: {"unit_id": str(objects.world.units["snv"].pk), **REASON},
    ),
    "read_binding": Line(SEES_WORK),
    "bind_assignments": _step(LEADS, body=lambda objects: {"other_id": str(objects.other.pk), **REASON}),
    "unbind_assignment": Line(LEADS, SEES_WORK - LEADS, body=said(**REASON), is_bound=True),
    "list_likely_pairs": Line(EVERYBODY),
    "dismiss_pair": Line(LEADS),
    "read_monthly_parts": Line(SEES_WORK),
    "divide_by_months": _step(WORKS, State.ACCEPTED, _two_months),
    "deliver_monthly_part": Line(WORKS, body=said(text="Danh mục 7 trạm"), state=State.ACCEPTED),
    "move_monthly_part": Line(WORKS, body=said(month="2039-11-15", **REASON), state=State.ACCEPTED),
    "return_monthly_part": Line(LEADS, WORKS - LEADS, body=said(**REASON), state=State.ACCEPTED, is_delivered=True),
    "list_targets": Line(EVERYBODY),
    "read_target": Line(SEES_WORK),
    "write_target_path": Line(
        LEADS,
        SEES_WORK - LEADS,
        body=said(baseline_year=2025, baseline="30.5", years=[{"year": 2029, "target": {"value": "38"}}]),
    ),
    "record_target_actual": Line(
        WORKS,
        SEES_WORK - WORKS,
        body=said(as_of="2026-01-05", value="12.5", basis="Báo cáo số 12/BC-UBND", link="", note="Đã nghiệm thu"),
    ),
    "report_progress": _step(WORKS, State.ACCEPTED, said(progress=40, text="Đã khảo sát 4 trạm")),
    "hand_in_product": Line(WORKS, SEES_WORK - WORKS, form={"text": "Danh mục 7 trạm"}, state=State.ACCEPTED),
    "confirm_product": _step(DECIDES, State.HANDED_IN, said()),
    "return_product": _step(DECIDES, State.HANDED_IN, said(kind="content", **REASON)),
    "set_assignment_demand": _step(
        DECIDES, body=said(product="Báo cáo", no_product_needed=False, criteria=["Có số liệu"])
    ),
    "list_work_fields": Line(EVERYBODY),
    "set_assignment_field": _step(DECIDES, body=_field),
    "list_checklist_templates": Line(EVERYBODY),
    "download_annex": Line(SEES_WORK, state=State.HANDED_IN),
    "stop_assignment": _step(DECIDES, body=said(**REASON)),
    "ask_extension": _step(WORKS, State.ACCEPTED, _later_day),
    "withdraw_extension": _step(WORKS, State.IN_PROGRESS),
    "grant_extension": _step(DECIDES, State.IN_PROGRESS, said(day="2040-01-05")),
    "refuse_extension": _step(DECIDES, State.IN_PROGRESS, said(text="Việc gấp")),
    "set_deadline": _step(DECIDES, body=_later_day),
    "set_recurrence": _step(DECIDES, body=said(rhythm="monthly", starts_on="2040-01-01")),
    "begin_wait": _step(WORKS, State.RETURNED, _open_part),
    "end_wait": _step(WORKS, State.IN_PROGRESS),
    "list_comments": Line(SEES_WORK),
    "list_comment_names": Line(SEES_WORK, query="?q=a"),
    "write_assignment_comment": Line(SPEAKS, SEES_WORK - SPEAKS, form={"text": "Đã nhận đủ số liệu"}),
    "edit_assignment_comment": Line(LEADS, SEES_WORK - LEADS, body=said(text="Đã khảo sát xong")),
    "withdraw_assignment_comment": Line(LEADS, SEES_WORK - LEADS),
    "download_comment_file": Line(SEES_WORK),
    "list_programmes": Line(EVERYBODY),
    "list_programme_bodies": Line(EVERYBODY),
    "read_programme": Line(WORKS),
    "list_entries": Line(WORKS),
    "read_coverage": Line(WORKS),
    "read_establishment": Line(EVERYBODY),
    "list_dossiers": Line(EVERYBODY),
    "read_dossier": Line(people("snv_servant office_a")),
}
