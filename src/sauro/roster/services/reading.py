"""Reads the table of an import once, keeps its cells sealed, and works out what its columns mean.

A large file is read in the background: its upload only keeps it. Until then nobody knows what it holds, so what can be
seen of its beginning is looked at for a secrecy mark before anything is kept.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.errors import DomainError
from sauro.documents import secrecy
from sauro.jobs.queue import defer
from sauro.roster import events
from sauro.roster.enums import FileKind, ImportState
from sauro.roster.models import ColumnMemory, ImportFile, ImportProgress, PeopleImport
from sauro.roster.policies import SEAL
from sauro.roster.services.background import AT_ONCE, owner_of, tell
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.grid import Grid, grid_of_cells, read_cells
from sauro.roster.sheets.headings import find_headings, headings_of, propose, signature_of
from sauro.workforce import sealing

READ_JOB = "roster.read"
_MARKED_ROWS = 15
_SEEN_BYTES = 64_000
_QUICKLY = 1
_TAG = re.compile(r"<[^>]*>")
_TEXTS = re.compile(r"xl/(sharedStrings|worksheets/[^/]+)\.xml", re.IGNORECASE)


def begin_reading(run: PeopleImport) -> None:
    """Let an import in state ``READING`` be read in the background."""
    ImportProgress.objects.filter(run=run).update(percent=0, step="")
    defer(READ_JOB, import_id=str(run.pk))


def read_import(import_id: UUID) -> None:
    """Read an import in state ``READING``. Bears to run twice.

    A table that cannot be read, or that has a secrecy mark, is deleted at once, and the import says why. Another sheet
    that cannot be read leaves the one that was.
    """
    run = PeopleImport.objects.select_related("owner__person").filter(pk=import_id, state=ImportState.READING).first()
    if run is None:
        return
    tell(run.pk, 10, _("Đang đọc bảng"))
    try:
        grid = grid_of(run)
        refuse_secret(grid)
        run.sheet, run.encoding = grid.sheet, grid.encoding
        tell(run.pk, 80, _("Đang đoán nghĩa các cột"))
        understand(owner_of(run), run, grid)
        run.state = ImportState.MAPPING
        run.save(update_fields=["sheet", "encoding", "first_heading", "last_heading", "mapping", "state"])
    except DomainError as error:
        _give_up(run, error.message, is_secret=error.code == "secret")
    except Exception:
        words = _("Đọc không xong vì lỗi của chương trình. Hãy đưa tệp lên lại, nếu vẫn lỗi thì báo quản trị.")
        _give_up(run, words)
        raise


def _give_up(run: PeopleImport, words: str, *, is_secret: bool = False) -> None:
    with transaction.atomic():
        before = ImportFile.objects.filter(run=run, cells__isnull=False).values_list("cells_of", flat=True).first()
        known = PeopleImport.objects.select_for_update(of=("self",)).get(pk=run.pk)
        known.failure = words[:500]
        if before is not None and not is_secret:
            sheet, _space, known.encoding = before.partition(" ")
            known.sheet, known.state = int(sheet), ImportState.MAPPING
        else:
            ImportFile.objects.filter(run=run).delete()
            known.state = ImportState.DROPPED
            record_event(actor=owner_of(run), event=events.DROPPED, obj=known)
        known.save()


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


def refuse_secret(grid: Grid) -> None:
    """Refuse a table whose first rows carry a secrecy mark. Raises ``secret`` on the field ``file``."""
    lines = (grid.at(row, column) for row in range(min(grid.height, _MARKED_ROWS)) for column in range(grid.width))
    _refuse_marks("\n".join(cell for cell in lines if isinstance(cell, str)))


def refuse_secret_unread(data: bytes, kind: FileKind) -> None:
    """Refuse a file that shows a secrecy mark at its beginning, before it is read as a whole. Raises ``secret``."""
    if kind == FileKind.XLSX:
        for text in _beginnings(data):
            _refuse_marks("\n".join(line for line in _TAG.sub("\n", text).splitlines() if line.strip()))
    elif kind == FileKind.CSV:
        lines = data[:_SEEN_BYTES].decode("utf-8", "ignore").splitlines()[:_MARKED_ROWS]
        _refuse_marks("\n".join(re.sub("[;,\t|]", "\n", line) for line in lines))


def _beginnings(data: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                if _TEXTS.fullmatch(entry.filename):
                    with archive.open(entry) as stream:
                        yield stream.read(_SEEN_BYTES).decode("utf-8", "ignore")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        # Whatever is wrong with it, reading says so.
        return


def _refuse_marks(text: str) -> None:
    if secrecy.find_in_text(text):
        words = _("Bảng có dấu mật. Chương trình không nhận tài liệu bí mật nhà nước; không giữ lại gì của tệp này.")
        raise DomainError("secret", words, field="file")


def content_of(run_id: UUID) -> bytes:
    """Return the file of an import. Raises :class:`DomainError` when it was thrown away."""
    held = _file_of(run_id)
    return sealing.unseal_bytes(run_id, held.wrapped_key, held.content)


def is_read(run: PeopleImport) -> bool:
    """Tell whether the cells of the sheet and the encoding that an import names are kept."""
    return ImportFile.objects.filter(run=run.pk, cells__isnull=False, cells_of=_cells_of(run)).exists()


def is_large(run: PeopleImport) -> bool:
    """Tell whether the file of an import is read and checked in the background."""
    sized = ImportFile.objects.filter(run=run.pk).annotate(size=Length("content"))
    return sized.filter(size__gt=AT_ONCE).exists()


def grid_of(run: PeopleImport) -> Grid:
    """Return the cells of an import's sheet: as they were read before, else read now and kept."""
    held = _file_of(run.pk, without=("content",))
    if held.cells is not None and held.cells_of == _cells_of(run):
        return grid_of_cells(zlib.decompress(sealing.unseal_bytes(run.pk, held.wrapped_key, held.cells)))
    is_csv, is_first = run.kind == FileKind.CSV, held.cells is None
    cells = read_cells(
        content_of(run.pk), kind="csv" if is_csv else "book", sheet=None if is_csv or is_first else run.sheet,
        encoding=run.encoding,
    )  # fmt: skip
    grid = grid_of_cells(cells)
    ImportFile.objects.filter(run=run.pk).update(
        cells=closed_cells(run.pk, held.wrapped_key, cells), cells_of=f"{grid.sheet} {grid.encoding}"
    )
    return grid


def closed_cells(run_id: UUID, wrapped_key: sealing.Stored, cells: bytes) -> bytes:
    """Return what was read of a sheet as it is kept."""
    return sealing.seal_bytes(run_id, wrapped_key, zlib.compress(cells, _QUICKLY))


def _file_of(run_id: UUID, without: Sequence[str] = ("cells",)) -> ImportFile:
    held = ImportFile.objects.filter(run=run_id).defer(*without).first()
    if held is None:
        raise DomainError("file-gone", _("Tệp của lần nhập này đã được xóa theo thời hạn. Hãy đưa tệp lên lại."))
    return held


def _cells_of(run: PeopleImport) -> str:
    return f"{run.sheet} {run.encoding}"
