"""The list of one's imports, the faults of one, and what writing its rows would do."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.roster.enums import FaultSeverity, FileKind, ImportState, Outcome
from sauro.roster.models import ImportFault, ImportRow, PeopleImport
from sauro.roster.policies import RECORD
from sauro.roster.selectors.imports import own_imports
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.grid import letter_of
from sauro.ui.badges import Badge, Tone
from sauro.ui.lists.columns import Column, Kind
from sauro.ui.lists.filters import ChoiceFilter
from sauro.ui.lists.page import Action, EmptyState, ListPage

_STATES = {
    ImportState.READING: Tone.ACTIVE, ImportState.MAPPING: Tone.SOON, ImportState.CHECKING: Tone.ACTIVE,
    ImportState.CHECKED: Tone.SOON, ImportState.APPLYING: Tone.ACTIVE, ImportState.DONE: Tone.DONE,
    ImportState.DROPPED: Tone.IDLE,
}  # fmt: skip
_OUTCOMES = {
    Outcome.NEW: (Tone.DONE, "user-plus"), Outcome.CHANGED: (Tone.ACTIVE, "pencil"), Outcome.SAME: (Tone.IDLE, "equal"),
    Outcome.ASKED: (Tone.SOON, "help"), Outcome.FAULTY: (Tone.LATE, ""),
}  # fmt: skip


def state_badge(run: PeopleImport) -> Badge:
    """Return where an import stands."""
    state = ImportState(run.state)
    return Badge(state.label, _STATES[state])


def _errors(run: PeopleImport) -> int | None:
    return run.counts.get("error") if run.counts else None


def _rows(run: PeopleImport) -> int | None:
    return run.counts.get("rows") if run.counts else None


IMPORTS = ListPage[PeopleImport](
    name="import-list",
    title=_("Nhập hồ sơ từ bảng"),
    rows=own_imports,
    columns=[
        Column(
            "ma", _("Mã"), value=lambda run: run.code, sort="code", kind=Kind.CODE,
            link=lambda run: reverse("import-detail", args=[run.pk]),
        ),
        Column("tep", _("Tệp"), value=lambda run: run.file_name),
        Column("tt", _("Trạng thái"), value=state_badge, kind=Kind.BADGE),
        Column("dong", _("Số dòng"), value=_rows, kind=Kind.NUMBER),
        Column("so-loi", _("Số lỗi"), value=_errors, kind=Kind.NUMBER),
        Column("lap", _("Đưa lên lúc"), value=lambda run: run.made_at, sort="made_at", kind=Kind.INSTANT),
        Column("xong", _("Ghi xong lúc"), value=lambda run: run.applied_at, sort="applied_at", kind=Kind.INSTANT),
    ],
    default_sort="-lap",
    filters=[
        ChoiceFilter("trang-thai", _("Trạng thái"), ImportState.choices, field="state"),
        ChoiceFilter("dang", _("Dạng tệp"), FileKind.choices, field="kind"),
    ],
    actions=[
        Action(_("Đội ngũ"), "person-list", "users", "workforce.view"),
        Action(_("Tải bảng mẫu"), "import-template", "file-download", RECORD),
        Action(_("Xuất hồ sơ để sửa và nhập lại"), "people-export", "table-export", RECORD),
        Action(_("Đưa bảng lên"), "import-new", "file-upload", RECORD, is_primary=True),
    ],
    empty=EmptyState(
        _("Chưa có bảng nào. Đưa lên bảng hồ sơ .xlsx, .xls hoặc .csv như cơ quan đang có; chương trình kiểm tra "
          "trước, chưa ghi gì."),
        Action(_("Đưa bảng lên"), "import-new", "file-upload", RECORD),
    ),
    permission=RECORD,
)  # fmt: skip


def _cell(fault: ImportFault) -> str:
    return f"{letter_of(fault.column)}{fault.row + 1}" if fault.column >= 0 else str(fault.row + 1)


def _meaning(fault: ImportFault) -> str:
    return str(FIELDS[fault.field].label) if fault.field in FIELDS else ""


def fault_badge(fault: ImportFault) -> Badge:
    """Return how much a fault weighs."""
    severity = FaultSeverity(fault.severity)
    return Badge(severity.label, Tone.LATE if severity == FaultSeverity.ERROR else Tone.SOON)


FAULTS = ListPage[ImportFault](
    name="import-faults",
    title=_("Lỗi trong bảng"),
    rows=lambda _actor: ImportFault.objects.none(),
    columns=[
        Column("o", _("Ô"), value=_cell, sort=("row", "column"), kind=Kind.CODE),
        Column("muc", _("Mức độ"), value=fault_badge, kind=Kind.BADGE),
        Column("nd", _("Nội dung"), value=_meaning),
        Column("gt", _("Giá trị"), value=lambda fault: fault.shown, most=60),
        Column("loi", _("Lỗi và cách sửa"), value=lambda fault: fault.message),
    ],
    default_sort="o",
    filters=[
        ChoiceFilter("md", _("Mức độ"), FaultSeverity.choices, field="severity"),
        ChoiceFilter("nghia", _("Nội dung"), [(code, one.label) for code, one in FIELDS.items()], field="field"),
    ],
    empty=EmptyState(_("Không có lỗi nào.")),
    template="roster/list.html",
)  # fmt: skip


def outcome_badge(row: ImportRow) -> Badge:
    """Return what writing a row would do."""
    outcome = Outcome(row.outcome)
    return Badge(outcome.label, *_OUTCOMES[outcome])


def change_text(row: ImportRow) -> str:
    """Return what changes, in words: from what to what."""
    return "; ".join(
        f"{label}: {before} → {after}" if before else f"{label}: {after}" for label, before, after in row.changes
    )


ROWS = ListPage[ImportRow](
    name="import-rows",
    title=_("Xem trước từng dòng"),
    rows=lambda _actor: ImportRow.objects.none(),
    columns=[
        Column("so", _("Dòng"), value=lambda row: row.row + 1, sort="row", kind=Kind.NUMBER),
        Column(
            "ten", _("Họ và tên"), value=lambda row: row.name,
            link=lambda row: reverse("person-detail", args=[row.dossier_id]) if row.dossier_id else "",
        ),
        Column("kq", _("Sẽ làm"), value=outcome_badge, kind=Kind.BADGE),
        Column("doi", _("Thay đổi"), value=change_text),
    ],
    default_sort="so",
    search="search_key",
    filters=[
        ChoiceFilter("sl", _("Sẽ làm"), Outcome.choices, field="outcome"),
        ChoiceFilter(
            "co", _("Thay đổi"), [("co", _("Có nội dung thay đổi"))], condition=lambda _value: ~Q(changes=[]),
        ),
    ],
    empty=EmptyState(_("Không có dòng nào.")),
    template="roster/list.html",
)  # fmt: skip
