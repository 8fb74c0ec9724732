"""Checks a table against the records and keeps what it found: every fault, and what each row would do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.copying import copy_rows
from sauro.common.errors import Conflict, DomainError
from sauro.common.ids import new_id_text
from sauro.jobs.queue import defer
from sauro.roster import events
from sauro.roster.enums import ImportState, Outcome
from sauro.roster.models import ImportFault, ImportRow, PeopleImport
from sauro.roster.policies import SEAL, import_policy
from sauro.roster.services.background import owner_of, tell, without_cycle_search
from sauro.roster.services.plan import Plan
from sauro.roster.services.planning import OTHER, Order, plan_import
from sauro.roster.services.reading import grid_of, is_large
from sauro.roster.sheets.cells import Setting
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.faults import MASK, Complaint, Fault
from sauro.roster.sheets.people import People, read_people
from vanban.text.normalize import fold

CHECK_JOB = "roster.check"


def begin_check(actor: Actor, run: PeopleImport) -> PeopleImport:
    """Check an import in state ``CHECKING``: at once when its file is small."""
    if is_large(run):
        defer(CHECK_JOB, import_id=str(run.pk))
    else:
        check_import(run.pk, actor=actor)
        run.refresh_from_db()
    return run


def check_import(import_id: UUID, *, actor: Actor | None = None) -> None:
    """Check an import. Bears to run twice: what was found before is replaced."""
    run = PeopleImport.objects.select_related("owner__person").filter(pk=import_id, state=ImportState.CHECKING).first()
    if run is None:
        return
    try:
        with without_cycle_search():
            plan = plan_people(run, actor or owner_of(run), read_sheet(run))
            keep_plan(run, plan, ImportState.CHECKED)
    except DomainError as error:
        _back_to_mapping(run, error.message)
    except Exception:
        _back_to_mapping(
            run, _("Kiểm tra không xong vì lỗi của chương trình. Hãy thử lại, nếu vẫn lỗi thì báo quản trị.")
        )
        raise


def _back_to_mapping(run: PeopleImport, words: str) -> None:
    PeopleImport.objects.filter(pk=run.pk).update(state=ImportState.MAPPING, failure=words[:500])


def answer_likeness(*, actor: Actor, import_id: UUID, answers: Mapping[int, str]) -> PeopleImport:
    """Say of rows whose name and birth date a dossier has whether they are the same person, and check again.

    An answer is the identity of one of the dossiers shown for the row, or ``"other"``. Raises ``answer-wrong``.
    """
    with transaction.atomic():
        run = import_policy.get_locked(actor, import_id)
        import_policy.require(actor, "act", run)
        if run.state != ImportState.CHECKED:
            raise Conflict("not-now", _("Lần nhập này không còn chờ xác nhận."))
        asked = dict(ImportRow.objects.filter(run=run, row__in=list(answers)).values_list("row", "likely"))
        for row, answer in answers.items():
            if answer != OTHER and answer not in [one["id"] for one in asked.get(row, [])]:
                raise DomainError("answer-wrong", _("Hãy chọn một trong các hồ sơ được nêu, hoặc “người khác”."))
        run.answers = {**run.answers, **{str(row): answer for row, answer in answers.items()}}
        run.state = ImportState.CHECKING
        run.save()
        record_event(actor=actor, event=events.ANSWERED, obj=run, changes={"rows": len(answers)})
    return begin_check(actor, run)


def read_sheet(run: PeopleImport) -> People:
    """Read the table, by what was said of its columns."""
    tell(run.pk, 5, _("Đang đọc bảng"))
    grid = grid_of(run)
    tell(run.pk, 30, _("Đang đọc các ô"))
    mapping = {int(column): code for column, code in run.mapping.items()}
    return read_people(grid, run.last_heading, mapping, Setting(today(), run.ethnic_table))


def plan_people(run: PeopleImport, actor: Actor, people: People) -> Plan:
    """Work out what writing the people of a table would do. Raises ``NotVisible`` when the owner lost the right."""
    import_policy.get_visible(actor, run.pk)
    tell(run.pk, 45, _("Đang đối chiếu với hồ sơ"))
    order = Order(run.domain, run.since or today(), today(), run.decision, run.unit_id, run.answers)
    plan = plan_import(actor, people, order)
    _guard_sensitive(actor, run, plan)
    return plan


def _guard_sensitive(actor: Actor, run: PeopleImport, plan: Plan) -> None:
    """Complain of rows whose unit lies outside of where the importer records sensitive facts."""
    codes = [code for code in run.mapping.values() if FIELDS[code].is_sensitive]
    if not codes:
        return
    allowed: dict[str, bool] = {}
    words = _("Bạn không có quyền ghi thông tin nhạy cảm của đơn vị này. Hãy bỏ ghép cột nhạy cảm hoặc bỏ dòng này.")
    column = next((int(column) for column, code in run.mapping.items() if code == codes[0]), -1)
    for row in plan.rows:
        path = row.held.unit_path if row.held else row.unit.path if row.unit else ""
        if path not in allowed:
            allowed[path] = not path or actor.holds_for(SEAL, path, run.domain)
        if (
            row.facts
            and not allowed[path]
            and any(FIELDS[code].fact == one.kind for one in row.facts for code in codes)
        ):
            row.outcome = Outcome.FAULTY
            plan.faults.append(Fault(row.row, column, codes[0], Complaint("sensitive-outside", words), MASK))


def keep_plan(run: PeopleImport, plan: Plan, state: ImportState, *, failure: str = "") -> None:
    """Replace what the check before found."""
    tell(run.pk, 80, _("Đang ghi kết quả kiểm tra"))
    with transaction.atomic():
        locked = PeopleImport.objects.select_for_update(of=("self",)).get(pk=run.pk)
        ImportFault.objects.filter(run=run).delete()
        ImportRow.objects.filter(run=run).delete()
        copy_rows(
            ImportFault._meta.db_table,
            ("id", "run_id", "row", "column", "field", "code", "severity", "message", "shown"),
            _fault_lines(run, plan),
        )
        copy_rows(
            ImportRow._meta.db_table,
            ("id", "run_id", "row", "name", "outcome", "dossier_id", "changes", "likely", "search_key"),
            _row_lines(run, plan),
        )
        locked.counts, locked.fingerprint = plan.counts(), plan.fingerprint()
        locked.state, locked.failure = state, failure[:500]
        locked.save()
    tell(run.pk, 100, "")


def _fault_lines(run: PeopleImport, plan: Plan) -> Iterator[tuple[Any, ...]]:
    for one in plan.faults:
        said = one.complaint
        yield (
            new_id_text(), run.pk, one.row, one.column, one.field, said.code, str(said.severity), said.message[:600],
            one.shown[:200],
        )  # fmt: skip


def _row_lines(run: PeopleImport, plan: Plan) -> Iterator[tuple[Any, ...]]:
    folded = {name: fold(name)[:160] for name in {row.name for row in plan.rows}}
    for row in plan.rows:
        likely = [{"id": str(one.dossier_id), "code": one.code, "unit": one.unit_name} for one in row.likely]
        changes = row.changes if row.outcome == Outcome.CHANGED else []
        yield (
            new_id_text(), run.pk, row.row, row.name[:120], str(row.outcome), row.held.dossier_id if row.held else None,
            json.dumps(changes, ensure_ascii=False), json.dumps(likely, ensure_ascii=False), folded[row.name],
        )  # fmt: skip
