"""Takes in a table: refused when it is none or made to harm, kept sealed, its columns understood as far as can be."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents import secrecy
from sauro.documents.file_names import clean_file_name
from sauro.numbering.services import next_code
from sauro.roster import events
from sauro.roster.enums import FileKind
from sauro.roster.models import ColumnMemory, ImportFile, ImportProgress, PeopleImport
from sauro.roster.policies import RECORD, SEAL
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.grid import Grid, read_grid
from sauro.roster.sheets.headings import find_headings, headings_of, propose, signature_of
from sauro.ui.sheets import require_harmless
from sauro.workforce import sealing

LARGEST_FILE = 40 * 1024 * 1024
LARGEST_UNPACKED = 600 * 1024 * 1024
CODE_PREFIX = "NH"
_MARKED_ROWS = 15
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent."""

    name: str
    data: bytes


def upload_people(*, actor: Actor, domain: Domain, upload: Upload) -> PeopleImport:
    """Take in a table for one domain and propose what its columns mean. Nothing of it is written to any dossier.

    Raises ``NotAllowed`` without the right to keep records there, and on the field ``file`` what a file may be
    refused for.
    """
    if actor.user_id is None or domain not in {scope.domain for scope in actor.scopes(RECORD)}:
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    kind = kind_of(upload.data)
    grid = read_grid(upload.data, kind="csv" if kind == FileKind.CSV else "book")
    _refuse_secret(grid)
    made = PeopleImport(
        owner_id=actor.user_id, acting_unit_id=actor.unit_id, domain=domain, file_name=clean_file_name(upload.name),
        kind=kind, sheet=grid.sheet, encoding=grid.encoding, since=today(), made_by_name=actor.name,
    )  # fmt: skip
    understand(actor, made, grid)
    with transaction.atomic():
        made.code = next_code(prefix=CODE_PREFIX, year=today().year)
        made.made_at = now()
        made.save(force_insert=True)
        key = sealing.new_key(made.pk)
        ImportFile.objects.create(
            run=made, wrapped_key=key, content=sealing.seal_bytes(made.pk, key, upload.data)
        )  # fmt: skip
        ImportProgress.objects.create(run=made)
        record_event(actor=actor, event=events.UPLOADED, obj=made, changes={"kind": str(kind)})
    return made


def _refuse_secret(grid: Grid) -> None:
    """Refuse a table whose first rows carry a secrecy mark; nothing of it is kept."""
    lines = (grid.at(row, column) for row in range(min(grid.height, _MARKED_ROWS)) for column in range(grid.width))
    if secrecy.find_in_text("\n".join(cell for cell in lines if isinstance(cell, str))):
        words = _("Bảng có dấu mật. Chương trình không nhận tài liệu bí mật nhà nước; chưa lưu gì của tệp này.")
        raise DomainError("secret", words, field="file")


def kind_of(data: bytes) -> FileKind:
    """Return how a file is written, by its content. Raises :class:`DomainError` for what is too large or harmful."""
    if not data:
        raise DomainError("file-empty", _("Tệp rỗng."), field="file")
    if len(data) > LARGEST_FILE:
        raise DomainError("too-large", _("Tệp lớn quá 40 MB."), field="file")
    if data.startswith(_ZIP):
        require_harmless(data, largest=LARGEST_FILE, unpacked=LARGEST_UNPACKED)
        return FileKind.XLSX
    return FileKind.XLS if data.startswith(_OLE) else FileKind.CSV


def understand(actor: Actor, made: PeopleImport, grid: Grid) -> None:
    """Find the headings of a table and what its columns mean: as said last time of the same headings, else as proposed.

    Columns of sensitive facts are left out for those who may not record them.
    """
    first, last = find_headings(grid)
    headings = headings_of(grid, first, last)
    remembered = ColumnMemory.objects.filter(owner=actor.user_id, signature=signature_of(headings)).first()
    mapping = remembered.mapping if remembered else {str(one): code for one, code in propose(headings).items()}
    may_seal = may_record_sensitive(actor, made.domain)
    made.first_heading, made.last_heading = first, last
    made.mapping = {
        column: code for column, code in mapping.items()
        if code in FIELDS and (may_seal or not FIELDS[code].is_sensitive)
    }  # fmt: skip


def may_record_sensitive(actor: Actor, domain: str) -> bool:
    """Tell whether somebody records sensitive facts anywhere in a domain; where is asked of each row."""
    return any(scope.domain == domain for scope in actor.scopes(SEAL))


def content_of(run_id: UUID) -> bytes:
    """Return the file of an import. Raises :class:`DomainError` when it was thrown away."""
    held = ImportFile.objects.filter(run=run_id).first()
    if held is None:
        raise DomainError("file-gone", _("Tệp của lần nhập này đã được xóa theo thời hạn. Hãy đưa tệp lên lại."))
    return sealing.unseal_bytes(run_id, held.wrapped_key, held.content)


def grid_of(run: PeopleImport) -> Grid:
    """Return the cells of an import's sheet."""
    kind = "csv" if run.kind == FileKind.CSV else "book"
    return read_grid(
        content_of(run.pk), kind=kind, sheet=None if run.kind == FileKind.CSV else run.sheet, encoding=run.encoding
    )
