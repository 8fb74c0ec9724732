"""What the importer says of a table: its sheet, its columns, from when it holds. Remembered for the same headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.roster import events
from sauro.roster.enums import ImportState
from sauro.roster.models import ColumnMemory, PeopleImport
from sauro.roster.policies import import_policy
from sauro.roster.services.checking import begin_check
from sauro.roster.services.reading import (
    begin_reading,
    grid_of,
    is_large,
    is_read,
    may_record_sensitive,
    refuse_secret,
    understand,
)
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.headings import MOST_HEADING_ROWS

_OPEN = (ImportState.MAPPING, ImportState.CHECKED)


@dataclass(frozen=True, slots=True)
class Said:
    """What the importer says: what each column means, and what holds for all rows.

    ``signature`` is that of the headings seen; what is said is remembered for it. Empty: not remembered.
    """

    mapping: Mapping[int, str]
    since: dt.date
    ethnic_table: str = ""
    decision: str = ""
    unit_id: UUID | None = None
    signature: str = ""


def choose_sheet(*, actor: Actor, import_id: UUID, sheet: int, encoding: str, headings: tuple[int, int] | None) -> None:
    """Read another sheet, another encoding, or other rows of headings (first and last, from 0; None: found anew).

    Another sheet of a large file is read in the background, and its headings are found anew.
    """
    with transaction.atomic():
        run = _begin(actor, import_id)
        run.sheet, run.encoding = sheet, encoding
        if not is_read(run) and is_large(run):
            run.state, run.failure = ImportState.READING, ""
            run.save()
            record_event(actor=actor, event=events.MAPPED, obj=run, changes={"sheet": sheet})
            begin_reading(run)
            return
        grid = grid_of(run)
        refuse_secret(grid)
        understand(actor, run, grid)
        if headings is not None:
            first, last = headings
            if not 0 <= first <= last < min(grid.height, first + MOST_HEADING_ROWS):
                words = _("Dòng tiêu đề phải nằm trong bảng và nhiều nhất ba dòng.")
                raise DomainError("headings-wrong", words, field="headings")
            run.first_heading, run.last_heading = first, last
        run.state, run.failure = ImportState.MAPPING, ""
        run.save()
        record_event(actor=actor, event=events.MAPPED, obj=run, changes={"sheet": sheet})


def set_columns(*, actor: Actor, import_id: UUID, said: Said) -> PeopleImport:
    """Set what the columns mean, remember it for the same headings, and let the table be checked.

    Raises ``columns-needed``, ``column-twice``, ``since-in-future``, and ``sensitive-column`` for a column that the
    importer may not record.
    """
    with transaction.atomic():
        run = _begin(actor, import_id)
        _check(actor, run, said)
        run.mapping = {str(column): code for column, code in said.mapping.items()}
        run.since, run.ethnic_table = said.since, said.ethnic_table
        run.decision, run.unit_id, run.answers = said.decision.strip(), said.unit_id, {}
        run.state, run.failure = ImportState.CHECKING, ""
        run.save()
        if said.signature:
            ColumnMemory.objects.update_or_create(
                owner_id=run.owner_id, signature=said.signature, defaults={"mapping": run.mapping}
            )
        record_event(actor=actor, event=events.MAPPED, obj=run, changes={"fields": sorted(said.mapping.values())})
    return begin_check(actor, run)


def _begin(actor: Actor, import_id: UUID) -> PeopleImport:
    run = import_policy.get_locked(actor, import_id)
    import_policy.require(actor, "act", run)
    if run.state not in _OPEN:
        raise Conflict("not-now", _("Lần nhập này đang chạy, đã ghi hoặc đã bỏ, nên không sửa được nữa."))
    return run


def _check(actor: Actor, run: PeopleImport, said: Said) -> None:
    fields = list(said.mapping.values())
    twice = sorted({code for code in fields if fields.count(code) > 1})
    if twice:
        names = ", ".join(str(FIELDS[code].label) for code in twice)
        raise DomainError("column-twice", _("Mỗi nội dung chỉ ghép với một cột: %(names)s.") % {"names": names})
    if "full_name" not in fields and not {"family_name", "given_name"} <= set(fields):
        words = _("Hãy ghép cột Họ và tên, hoặc cả hai cột Họ và tên đệm, Tên.")
        raise DomainError("columns-needed", words)
    if said.since > today():
        raise DomainError("since-in-future", _("Ngày có hiệu lực không được ở tương lai."), field="since")
    sealed = [code for code in fields if FIELDS[code].is_sensitive]
    if sealed and not may_record_sensitive(actor, run.domain):
        names = ", ".join(str(FIELDS[code].label) for code in sealed)
        words = _("Bạn không có quyền ghi thông tin nhạy cảm. Hãy bỏ ghép các cột: %(names)s.")
        raise DomainError("sensitive-column", words % {"names": names})
