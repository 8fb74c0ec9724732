"""Who may do what through the API. The same people as on the pages: both go through the same services."""

from typing import Any

from tests.contracts.entries import EVERYBODY, GRANTED, NOBODY, Entry, people
from tests.contracts.table_discussions import SPEAK
from tests.contracts.table_documents import READERS as READ_DOCUMENT
from tests.contracts.table_documents import TAKERS_IN
from tests.contracts.table_targets import OWN as KEEP_TARGET
from tests.contracts.table_targets import RECORD as RECORD_TARGET
from tests.contracts.table_targets import SEE as SEE_TARGET
from tests.contracts.table_tasks import REVIEWERS, SEE_ASSIGNMENT

OPEN: dict[str, Any] = {"anonymous": 401}
ACT: dict[str, Any] = {"anonymous": 401, "method": "post", "is_json": True}
GIVERS = people("head chair")
DOERS = people("office_a")
ONLY_READ = READ_DOCUMENT - REVIEWERS

DOCUMENT: dict[str, Any] = {"at": lambda objects: [objects.document.pk]}
OBLIGATION: dict[str, Any] = {"at": lambda objects: [objects.obligation.pk]}
ASSIGNMENT: dict[str, Any] = {"at": lambda objects: [objects.assignment.pk]}
HANDED_IN: dict[str, Any] = {"at": lambda objects: [objects.product.assignment_id]}
TARGET: dict[str, Any] = {"at": lambda objects: [objects.target.pk]}
COMMENT: dict[str, Any] = {"at": lambda objects: [objects.comment.pk]}
OWN_COMMENT: dict[str, Any] = {"at": lambda objects: [objects.own_comment.pk]}
LONG_WORK: dict[str, Any] = {"at": lambda objects: [objects.long_work.pk]}
MONTHLY_PART: dict[str, Any] = {"at": lambda objects: [objects.monthly_part.pk]}
PLANNERS = people("office_a servant_a")
SEE_LONG_WORK = SEE_ASSIGNMENT | PLANNERS
REASON = {"reason": "Theo đề nghị của đơn vị"}
VERSION = {"version": 1}


def _lead_step(name: str, status: int = 200, **more: Any) -> Entry:
    """A step of the body that does the work; whoever else sees the assignment is refused."""
    return Entry(f"api:{name}", DOERS, SEE_ASSIGNMENT - DOERS, status=status, **{**ACT, **ASSIGNMENT, **more})


def _giver_step(name: str, status: int = 200, **more: Any) -> Entry:
    """A step of those who decide for the giver."""
    return Entry(f"api:{name}", GIVERS, SEE_ASSIGNMENT - GIVERS, status=status, **{**ACT, **ASSIGNMENT, **more})


def _review(name: str, status: int = 200, **more: Any) -> Entry:
    """A step of those who review the document."""
    return Entry(f"api:{name}", REVIEWERS, ONLY_READ, status=status, **{**ACT, **OBLIGATION, "data": VERSION, **more})


ENTRIES = [
    # The description of the API is as public as its source.
    Entry("api:openapi-json", EVERYBODY, anonymous=200),
    Entry("api:api-root", NOBODY, rest=404, anonymous=404),
    Entry("api:nothing-here", NOBODY, rest=404, anonymous=404),
    Entry("api:read_me", EVERYBODY, **OPEN),
    Entry("api:search_units", EVERYBODY, query="?q=noi+vu", **OPEN),
    Entry("api:read_unit", GRANTED, at=lambda objects: [objects.world.units["snv"].pk], **OPEN),
    # Documents and their obligations.
    Entry("api:extract", EVERYBODY, method="post", status=422, **OPEN),
    Entry("api:list_documents", EVERYBODY, **OPEN),
    Entry("api:take_document_in", TAKERS_IN, method="post", status=422, rest=422, **OPEN),
    Entry("api:read_document", READ_DOCUMENT, **DOCUMENT, **OPEN),
    Entry("api:read_text", READ_DOCUMENT, **DOCUMENT, **OPEN),
    Entry("api:read_extraction", READ_DOCUMENT, at=lambda objects: [objects.document_taken_in.pk], **OPEN),
    Entry("api:list_obligations", READ_DOCUMENT, **DOCUMENT, **OPEN),
    Entry("api:read_obligation", READ_DOCUMENT, **OBLIGATION, **OPEN),
    _review("edit_obligation", method="patch", data={"version": 1, "product": "báo cáo"}),
    _review("accept_obligation"),
    Entry("api:read_progress", READ_DOCUMENT, **OBLIGATION, **OPEN),
    _review("unaccept_obligation", status=409),
    _review("discard_obligation", data={**VERSION, "reason": "Không phải nhiệm vụ"}),
    _review("restore_obligation", status=409),
    _review("choose_obligation_field", data=lambda o: {**VERSION, "field_id": str(o.work_field.pk)}),
    Entry("api:preview_sending", READ_DOCUMENT, **DOCUMENT, **OPEN),
    # Nothing is accepted yet.
    Entry("api:send_document", REVIEWERS, ONLY_READ, status=422, data={"items": []}, **ACT, **DOCUMENT),
    # Assignments.
    Entry("api:list_assignments", EVERYBODY, **OPEN),
    Entry("api:read_assignment", SEE_ASSIGNMENT, **ASSIGNMENT, **OPEN),
    Entry("api:list_people", DOERS, SEE_ASSIGNMENT - DOERS, **ASSIGNMENT, **OPEN),
    Entry("api:list_units_below", DOERS, SEE_ASSIGNMENT - DOERS, **ASSIGNMENT, **OPEN),
    Entry("api:download_product", SEE_ASSIGNMENT, at=lambda objects: [objects.product.assignment_id, 1], **OPEN),
    _lead_step("accept_assignment"),
    _lead_step("question_assignment", data=REASON),
    _lead_step("name_person", data=lambda objects: {"appointment_id": str(objects.post_in_commune_a.pk)}),
    _lead_step(
        "delegate_part",
        data=lambda objects: {"unit_id": str(objects.world.units["pkt_a"].pk), "wording": "Lập danh mục trạm bơm"},
    ),
    Entry("api:read_tree", SEE_ASSIGNMENT, **ASSIGNMENT, **OPEN),
    _lead_step(
        "split_assignment",
        data=lambda o: {"parts": [{"unit_id": str(o.world.units["pkt_a"].pk), "wording": "Lập danh mục trạm bơm"}]},
    ),
    # Given by the province, not by a body as a part of its own work.
    _lead_step("give_back_part", status=422, data=REASON),
    _giver_step("move_part", status=422, data=REASON),
    Entry("api:read_binding", SEE_ASSIGNMENT, **ASSIGNMENT, **OPEN),
    _lead_step("bind_assignments", status=422, data=lambda o: {"other_id": str(o.assignment.pk), **REASON}),
    _lead_step("unbind_assignment", status=409, data=REASON),
    Entry("api:list_likely_pairs", EVERYBODY, **OPEN),
    Entry("api:dismiss_pair", DOERS, at=lambda objects: [objects.likely_pair.pk], **ACT),
    # Long work of a civil servant of commune A: theirs and their head's to plan.
    Entry("api:read_monthly_parts", SEE_ASSIGNMENT, **ASSIGNMENT, **OPEN),
    Entry(
        "api:divide_by_months", PLANNERS, SEE_LONG_WORK - PLANNERS, status=422, data={"parts": []},
        **{**ACT, **LONG_WORK},
    ),
    Entry("api:deliver_monthly_part", PLANNERS, data={"text": "Báo cáo số 12/BC-UBND"}, **{**ACT, **MONTHLY_PART}),
    Entry(
        "api:move_monthly_part", PLANNERS, status=422, data={"month": "2020-01-01", **REASON},
        **{**ACT, **MONTHLY_PART},
    ),
    Entry("api:return_monthly_part", DOERS, PLANNERS - DOERS, status=409, data=REASON, **{**ACT, **MONTHLY_PART}),
    Entry("api:list_targets", EVERYBODY, query="?year=2026", **OPEN),
    Entry("api:read_target", SEE_TARGET, **TARGET, **OPEN),
    Entry(
        "api:write_target_path", KEEP_TARGET, SEE_TARGET - KEEP_TARGET, status=200,
        data={"years": [{"year": 2030, "target": {"value": "12.5"}}]}, **{**ACT, **TARGET},
    ),
    Entry(
        "api:record_target_actual", RECORD_TARGET, SEE_TARGET - RECORD_TARGET, status=200,
        data={"as_of": "2026-01-05", "value": "3", "basis": "Báo cáo số 12/BC-UBND"}, **{**ACT, **TARGET},
    ),
    # Not accepted yet: the right people are told so.
    _lead_step("report_progress", status=409, data={"progress": 50, "text": "Đã lập danh mục"}),
    _lead_step("hand_in_product", status=409, data={"text": "Danh mục"}, is_json=False),
    # Nobody has questioned it.
    _giver_step("insist_on_assignment", status=409, data=REASON),
    _giver_step("stop_assignment", data=REASON),
    _giver_step("confirm_product", **HANDED_IN),
    # Given a moment ago: nothing was asked, nothing waits.
    _lead_step("ask_extension", status=409, data={"day": "2040-01-05", **REASON}),
    _lead_step("withdraw_extension", status=409),
    _lead_step("begin_wait", status=409, data=lambda objects: {"part_id": str(objects.assignment.pk), **REASON}),
    _lead_step("end_wait", status=409),
    _giver_step("grant_extension", status=409, data={"day": "2040-01-05"}),
    _giver_step("refuse_extension", status=409, data={"text": "Việc gấp"}),
    _giver_step("set_recurrence", data={"rhythm": "monthly", "starts_on": "2040-01-01"}),
    _giver_step("set_deadline", data={"day": "2040-01-05", **REASON}),
    _giver_step("set_assignment_demand", data={"product": "Báo cáo", "criteria": ["Có số liệu"]}),
    Entry("api:list_work_fields", EVERYBODY, **OPEN),
    _giver_step("set_assignment_field", data=lambda objects: {"field_id": str(objects.work_field.pk)}),
    Entry("api:list_checklist_templates", EVERYBODY, **OPEN),
    Entry("api:download_annex", SEE_ASSIGNMENT, at=lambda objects: [objects.annex.product.assignment_id, 1, 1], **OPEN),
    # What people say: one comment to both sides, one that commune A keeps to itself.
    Entry("api:list_comments", SEE_ASSIGNMENT, **ASSIGNMENT, **OPEN),
    Entry("api:list_comment_names", SEE_ASSIGNMENT, **ASSIGNMENT, **OPEN),
    Entry(
        "api:write_assignment_comment", SPEAK, SEE_ASSIGNMENT - SPEAK, method="post",
        data={"text": "Đã nhận đủ số liệu"}, **ASSIGNMENT, **OPEN,
    ),
    Entry(
        "api:edit_assignment_comment", DOERS, SEE_ASSIGNMENT - DOERS, method="patch", is_json=True,
        data={"text": "Đã gửi"}, **COMMENT, **OPEN,
    ),
    Entry("api:withdraw_assignment_comment", DOERS, SEE_ASSIGNMENT - DOERS, **{**ACT, **COMMENT}),
    Entry("api:withdraw_assignment_comment", DOERS, **{**ACT, **OWN_COMMENT}),
    Entry("api:download_comment_file", SEE_ASSIGNMENT, at=lambda objects: [objects.comment.pk, 1], **OPEN),
    Entry("api:download_comment_file", DOERS, at=lambda objects: [objects.own_comment.pk, 1], **OPEN),
    _giver_step("return_product", data={"kind": "content", "reason": "Thiếu số liệu"}, **HANDED_IN),
    # A draft plan of commune A: its own people alone.
    Entry("api:list_programmes", EVERYBODY, **OPEN),
    Entry("api:list_programme_bodies", EVERYBODY, **OPEN),
    Entry("api:read_programme", PLANNERS, at=lambda objects: [objects.plan.pk], **OPEN),
    Entry("api:list_entries", PLANNERS, at=lambda objects: [objects.plan.pk], **OPEN),
    Entry("api:read_coverage", PLANNERS, at=lambda objects: [objects.plan.pk], **OPEN),
    # Whoever sees no workforce gets empty lists.
    Entry("api:read_establishment", EVERYBODY, **OPEN),
    Entry("api:list_dossiers", EVERYBODY, **OPEN),
    Entry("api:read_dossier", people("snv_servant office_a"), at=lambda objects: [objects.dossier.pk], **OPEN),
]  # fmt: skip
