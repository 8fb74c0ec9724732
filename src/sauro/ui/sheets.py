"""Opens workbooks that people bring: refuses what is none or is made to harm, returns the cells of the first sheet."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from sauro.common.errors import DomainError

LARGEST_FILE = 2 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024


def read_cells(data: bytes) -> Sequence[Sequence[Any]]:
    """Return the cells of the first sheet, row by row from its first row, so that a fault names the row people see.

    Raises :class:`DomainError` on the field ``file``.
    """
    require_harmless(data)
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as error:
        raise _not_readable() from error


def require_harmless(data: bytes, *, largest: int = LARGEST_FILE, unpacked: int = LARGEST_UNPACKED) -> None:
    """Refuse what is no workbook, and one that grows beyond reason when it is unpacked; sizes are in bytes.

    A size that lies does not help: the unpacked bytes would not fit their checksum.
    """
    if len(data) > largest:
        words = _("Tệp lớn quá %(most)d MB.") % {"most": largest // 1024 // 1024}
        raise DomainError("too-large", words, field="file")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(one.file_size for one in archive.infolist())
            harmless = size <= unpacked and archive.testzip() is None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise _not_readable() from error
    if not harmless:
        raise _not_readable()


def _not_readable() -> DomainError:
    return DomainError(
        "not-a-workbook", _("Không đọc được tệp này. Hãy dùng tệp .xlsx không có mật khẩu."), field="file"
    )
