"""Writes a checked import as one job: all of it or nothing, after the records were compared once more under locks."""

from __future__ import annotations

import logging
from uuid import UUID

import pghistory
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError
from sauro.jobs.queue import defer
from sauro.roster import events
from sauro.roster.enums import ImportState
from sauro.roster.models import ImportProgress, ImportRow, PeopleImport
from sauro.roster.policies import import_policy
from sauro.roster.services.background import owner_of, tell, without_cycle_search
from sauro.roster.services.checking import keep_plan, plan_people, read_sheet
from sauro.roster.services.plan import Plan
from sauro.roster.services.writing import write_plan
from sauro.workforce.models import Allotment, Dossier

logger = logging.getLogger(__name__)

APPLY_JOB = "roster.apply"
APPLY_LOCK = 0x5A5E0035
"""One import writes at a time; the queue keeps the next one waiting, and this lock stands behind the queue."""


class _ChangedError(Exception):
    """The records are no longer those of the check."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan


def start_apply(*, actor: Actor, import_id: UUID, skips_faulty: bool = False) -> bool:
    """Let a checked import be written in the background. Returns whether another one is being written before it.

    Raises ``not-checked``, ``nothing-to-write``, and ``has-faults`` unless rows that have errors or wait for an answer
    are to be left out.
    """
    with transaction.atomic():
        run = import_policy.get_locked(actor, import_id)
        import_policy.require(actor, "act", run)
        if run.state != ImportState.CHECKED:
            raise Conflict("not-checked", _("Lần nhập này chưa kiểm tra xong, đang ghi hoặc đã ghi."))
        if not run.counts.get("new", 0) + run.counts.get("changed", 0):
            raise DomainError("nothing-to-write", _("Không có gì để ghi: mọi dòng đã khớp với hồ sơ hoặc có lỗi."))
        if not skips_faulty and run.counts.get("faulty", 0) + run.counts.get("asked", 0):
            words = _("Còn dòng có lỗi hoặc cần xác nhận. Hãy sửa, hoặc chọn bỏ qua các dòng đó.")
            raise DomainError("has-faults", words, field="skips_faulty")
        others = PeopleImport.objects.filter(state=ImportState.APPLYING).exists()
        run.state, run.skips_faulty, run.failure = ImportState.APPLYING, skips_faulty, ""
        run.save()
        ImportProgress.objects.filter(run=run).update(percent=0, step=_("Đang chờ đến lượt"))
        record_event(actor=actor, event=events.STARTED, obj=run, changes={"skips_faulty": skips_faulty})
        defer(APPLY_JOB, import_id=str(run.pk))
    return others


def apply_import(import_id: UUID) -> None:
    """Write an import in state ``APPLYING``. Bears to run twice: nothing of a run that was killed is there."""
    run = PeopleImport.objects.select_related("owner__person").filter(pk=import_id, state=ImportState.APPLYING).first()
    if run is None:
        return
    actor = owner_of(run)
    try:
        who = pghistory.context(user=str(actor.user_id), request=actor.request_id, door=str(actor.door))
        with who, without_cycle_search():
            _apply(run, actor)
    except _ChangedError as changed:
        words = _("Hồ sơ đã thay đổi từ lúc kiểm tra nên chưa ghi gì. Hãy xem lại kết quả kiểm tra mới rồi ghi.")
        keep_plan(run, changed.plan, ImportState.CHECKED, failure=words)
    except DomainError as error:
        _stop(run, error.message)
    except OperationalError:
        logger.exception("import %s was cut off", run.code)
        _stop(run, _("Kết nối tới cơ sở dữ liệu bị ngắt lúc đang ghi nên chưa ghi gì. Hãy bấm ghi lại."))
    except DatabaseError:
        logger.exception("import %s was not written", run.code)
        _stop(run, _("Có người vừa ghi hồ sơ cùng lúc nên chưa ghi gì. Hãy kiểm tra lại rồi ghi."))
    except Exception:
        _stop(run, _("Ghi không xong vì lỗi của chương trình; chưa ghi gì. Hãy thử lại, nếu vẫn lỗi thì báo quản trị."))
        raise


def _apply(run: PeopleImport, actor: Actor) -> None:
    people = read_sheet(run)
    with transaction.atomic():
        _lock(run)
        plan = plan_people(run, actor, people)
        if plan.fingerprint() != run.fingerprint:
            raise _ChangedError(plan)
        tell(run.pk, 60, _("Đang ghi hồ sơ"))
        written = write_plan(actor, plan, run.domain, run.code)
        tell(run.pk, 95, _("Đang hoàn tất"))
        run.state, run.applied_at = ImportState.DONE, now()
        run.save(update_fields=["state", "applied_at"])
        record_event(actor=actor, event=events.APPLIED, obj=run, changes={"dossiers": written})


def _lock(run: PeopleImport) -> None:
    """Lock what the import may change, in the order of everybody: dossiers, people, establishments."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [APPLY_LOCK])
    ids = ImportRow.objects.filter(run=run, dossier__isnull=False).values("dossier")
    dossiers = Dossier.objects.filter(pk__in=ids).order_by("sort_key", "pk")
    people = list(dossiers.select_for_update(of=("self",)).values_list("person_id", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT FROM organizations_person WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", [people]
        )  # fmt: skip
    list(Allotment.objects.filter(domain=run.domain).order_by("pk").select_for_update(of=("self",)).values_list("pk"))


def _stop(run: PeopleImport, words: str) -> None:
    PeopleImport.objects.filter(pk=run.pk).update(state=ImportState.CHECKED, failure=words[:500])
