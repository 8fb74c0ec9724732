"""Takes in a table: refused when it is none or made to harm, kept sealed, read at once when it is small."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.domains import Domain
from sauro.common.errors import DomainError, NotAllowed
from sauro.documents.file_names import clean_file_name
from sauro.numbering.services import next_code
from sauro.roster import events
from sauro.roster.enums import FileKind, ImportState
from sauro.roster.models import ImportFile, ImportProgress, PeopleImport
from sauro.roster.policies import RECORD
from sauro.roster.services.background import AT_ONCE
from sauro.roster.services.reading import (
    begin_reading,
    closed_cells,
    refuse_secret,
    refuse_secret_unread,
    understand,
)
from sauro.roster.sheets.grid import grid_of_cells, read_cells
from sauro.ui.sheets import require_harmless
from sauro.workforce import sealing

LARGEST_FILE = 40 * 1024 * 1024
LARGEST_UNPACKED = 600 * 1024 * 1024
CODE_PREFIX = "NH"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent."""

    name: str
    data: bytes


def upload_people(*, actor: Actor, domain: Domain, upload: Upload) -> PeopleImport:
    """Take in a table for one domain and propose what its columns mean, of a large file in the background. Nothing of
    it is written to any dossier.

    Raises ``NotAllowed`` without the right to keep records there, and on the field ``file`` what a file may be
    refused for.
    """
    if actor.user_id is None or domain not in {scope.domain for scope in actor.scopes(RECORD)}:
        raise NotAllowed("not-allowed", _("Bạn không có quyền ghi hồ sơ."))
    kind = kind_of(upload.data)
    made = PeopleImport(
        owner_id=actor.user_id, acting_unit_id=actor.unit_id, domain=domain, file_name=clean_file_name(upload.name),
        kind=kind, since=today(), made_by_name=actor.name, state=ImportState.READING,
    )  # fmt: skip
    key, cells = sealing.new_key(made.pk), None
    if len(upload.data) <= AT_ONCE:
        cells = _read(actor, made, upload.data)
    else:
        refuse_secret_unread(upload.data, kind)
    with transaction.atomic():
        made.code = next_code(prefix=CODE_PREFIX, year=today().year)
        made.made_at = now()
        made.save(force_insert=True)
        ImportFile.objects.create(
            run=made, wrapped_key=key, content=sealing.seal_bytes(made.pk, key, upload.data),
            cells=closed_cells(made.pk, key, cells) if cells is not None else None,
            cells_of=f"{made.sheet} {made.encoding}" if cells is not None else "",
        )  # fmt: skip
        ImportProgress.objects.create(run=made)
        record_event(actor=actor, event=events.UPLOADED, obj=made, changes={"kind": str(kind)})
        if cells is None:
            begin_reading(made)
    return made


def _read(actor: Actor, made: PeopleImport, data: bytes) -> bytes:
    """Read a small file at once. Returns its cells, to be kept."""
    cells = read_cells(data, kind="csv" if made.kind == FileKind.CSV else "book")
    grid = grid_of_cells(cells)
    refuse_secret(grid)
    made.sheet, made.encoding, made.state = grid.sheet, grid.encoding, ImportState.MAPPING
    understand(actor, made, grid)
    return cells


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
