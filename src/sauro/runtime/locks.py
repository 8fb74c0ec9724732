"""Who may work on a data folder alone."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.texts import gettext as _


@contextmanager
def only_one(folder: DataFolder) -> Iterator[None]:
    """Hold the data folder against a second `sauro run`, a restore or a removal. The system drops the lock when its
    holder dies, so nothing has to be cleaned up after a kill -9."""
    with (folder.locks / "run").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise MachineError(
                _("Sáu Rõ đang chạy với thư mục dữ liệu %(folder)s. Hãy dừng nó trước, hoặc đặt SAURO_DATA_DIR khác.")
                % {"folder": folder.root}
            ) from error
        yield
