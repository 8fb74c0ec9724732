"""The data folder: everything an installation keeps, in one place."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from sauro import env
from sauro.runtime.errors import MachineError
from sauro.runtime.texts import gettext as _

CHECKOUT = Path(__file__).resolve().parents[3]
SECRET_BYTES = 48


@dataclass(frozen=True)
class DataFolder:
    """The folder named by SAURO_DATA_DIR (default: `var` in the checkout) and the places inside it."""

    root: Path

    @classmethod
    def from_environment(cls) -> DataFolder:
        """The folder this process is to use; it need not exist yet."""
        return cls(env.path("SAURO_DATA_DIR", CHECKOUT / "var"))

    @property
    def postgres(self) -> Path:
        """Home of the embedded server, unless its user cannot reach it (see `placement`)."""
        return self.root / "postgres"

    @property
    def files(self) -> Path:
        """Stored files of the users, by content hash."""
        return self.root / "files"

    @property
    def secrets(self) -> Path:
        """Keys and passwords, readable by the owner alone; never part of a backup."""
        return self.root / "secrets"

    @property
    def static(self) -> Path:
        """Static files gathered for a web server in front of ours; empty when ours serves them itself."""
        return self.root / "static"

    @property
    def demo_accounts(self) -> Path:
        """The accounts of the demo, to be shown at every start; absent where no demo was loaded."""
        return self.root / "demo-accounts.txt"

    @property
    def locks(self) -> Path:
        """Empty files that processes lock, to know of each other."""
        return self.root / "locks"

    @property
    def backups(self) -> Path:
        """Where `sauro backup` writes when no file is named."""
        return self.root / "backups"

    def prepare(self) -> None:
        """Create the folder and its private parts. The root lets others pass but not list, the parts are closed.

        Raises MachineError when the folder belongs to another user or cannot be written.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self.root.chmod(0o711)
            self.static.mkdir(exist_ok=True)
            for private in (self.files, self.secrets, self.locks, self.backups):
                private.mkdir(exist_ok=True)
                private.chmod(0o700)
        except OSError as error:
            raise MachineError(
                _(
                    "Không dùng được thư mục dữ liệu %(folder)s: %(why)s. "
                    "Hãy chạy bằng đúng chủ thư mục, hoặc đặt SAURO_DATA_DIR."
                )
                % {"folder": self.root, "why": error.strerror or error}
            ) from error

    def secret(self, name: str) -> str:
        """The secret called `name`, made up and kept (mode 0600) when it is asked for the first time."""
        file = self.secrets / name
        try:
            return file.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return self._create_secret(file)

    def _create_secret(self, file: Path) -> str:
        self.prepare()
        draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
        value = secrets.token_urlsafe(SECRET_BYTES)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(value + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        try:
            # A hard link refuses to replace: of two processes starting at once, one secret wins and both use it.
            os.link(draft, file)
        except FileExistsError:
            value = file.read_text(encoding="ascii").strip()
        finally:
            draft.unlink()
        return value
