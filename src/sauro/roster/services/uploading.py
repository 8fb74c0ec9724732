"""Takes in a table: refused when it is none or made to harm, kept sealed, its columns understood as far as can be."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
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
from sauro.roster.sheets.grid import Grid, grid_of_cells, read_cells
from sauro.roster.sheets.headings import find_headings, headings_of, propose, signature_of
from sauro.ui.sheets import require_harmless
from sauro.workforce import sealing

LARGEST_FILE = 40 * 1024 * 1024
LARGEST_UNPACKED = 600 * 1024 * 1024
CODE_PREFIX = "NH"
_MARKED_ROWS = 15
_QUICKLY = 1
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
    cells = read_cells(upload.data, kind="csv" if kind == FileKind.CSV else "book")
    grid = grid_of_cells(cells)
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
            run=made, wrapped_key=key, content=sealing.seal_bytes(made.pk, key, upload.data),
            cells=_closed(made.pk, key, cells), cells_of=_cells_of(made),
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
    held = _file_of(run_id)
    return sealing.unseal_bytes(run_id, held.wrapped_key, held.content)


def grid_of(run: PeopleImport) -> Grid:
    """Return the cells of an import's sheet: as they were read before, else read now and kept."""
    held = _file_of(run.pk, without=("content",))
    meant = _cells_of(run)
    if held.cells is not None and held.cells_of == meant:
        return grid_of_cells(zlib.decompress(sealing.unseal_bytes(run.pk, held.wrapped_key, held.cells)))
    is_csv = run.kind == FileKind.CSV
    cells = read_cells(
        content_of(run.pk), kind="csv" if is_csv else "book", sheet=None if is_csv else run.sheet, encoding=run.encoding
    )  # fmt: skip
    ImportFile.objects.filter(run=run.pk).update(cells=_closed(run.pk, held.wrapped_key, cells), cells_of=meant)
    return grid_of_cells(cells)


def _file_of(run_id: UUID, without: Sequence[str] = ("cells",)) -> ImportFile:
    held = ImportFile.objects.filter(run=run_id).defer(*without).first()
    if held is None:
        raise DomainError("file-gone", _("Tệp của lần nhập này đã được xóa theo thời hạn. Hãy đưa tệp lên lại."))
    return held


def _cells_of(run: PeopleImport) -> str:
    return f"{run.sheet} {run.encoding}"


def _closed(run_id: UUID, wrapped_key: sealing.Stored, cells: bytes) -> bytes:
    return sealing.seal_bytes(run_id, wrapped_key, zlib.compress(cells, _QUICKLY))
