"""The embedded PostgreSQL: set up, started, stopped and found again after a crash."""

from __future__ import annotations

import fcntl
import os
import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg

from sauro.runtime import shell
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.placement import Placement, outside_home, place
from sauro.runtime.texts import gettext as _

ADMIN, OWNER, APPLICATION = "sauro_admin", "sauro_owner", "sauro_app"
DATABASE = "sauro"
HOST = "127.0.0.1"
EXTENSIONS = ("pg_trgm", "btree_gist")
START_SECONDS = 120
STARTS = 5
LOG_BYTES = 10_000_000

# Sized for an office server or a laptop; a province on a server of its own sets DATABASE_URL and tunes that one.
SETTINGS: Mapping[str, str] = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "random_page_cost": "1.1",
    "password_encryption": "scram-sha-256",
    "log_min_messages": "warning",
    "timezone": "Asia/Ho_Chi_Minh",
    "log_timezone": "Asia/Ho_Chi_Minh",
}


@dataclass(frozen=True)
class Server:
    """One embedded server. `settings` are added to SETTINGS (the tests trade safety for speed with them)."""

    folder: DataFolder
    placement: Placement
    settings: Mapping[str, str]

    @classmethod
    def of(cls, folder: DataFolder, settings: Mapping[str, str] | None = None) -> Server:
        """The server of a data folder, running or not."""
        return cls(folder, place(folder), settings or {})

    def ensure_running(self, *, wanted_port: int | None = None) -> bool:
        """Set the server up when it is new and start it when it is down. Returns whether this call started it.

        It starts on the port it had when it crashed, else on `wanted_port`, else (or when that is taken) on a free one.

        After a kill -9 of whoever started it, a server that still answers is taken over; one that does not is stopped
        and started again, and PostgreSQL replays its log. Raises MachineError with the end of the server's log.
        """
        self.folder.prepare()
        with self._alone():
            if not self._is_set_up():
                self._set_up_cluster()
            if self._answers():
                return False
            self._start(self._clear_remains() or wanted_port)
            self._set_up_roles()
            return True

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Keep the server running while the block runs; the last user to leave stops it, unless it is kept.

        Users hold a shared file lock, which the system drops when a process dies in whatever way: after a kill -9 the
        next user finds the server still running, takes it over, and stops it in the end.
        """
        self.folder.prepare()
        with (self.folder.locks / "postgres.users").open("w") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            self.ensure_running()
            try:
                yield
            finally:
                if not self._kept.exists() and _has_alone(users):
                    self.stop()

    def keep(self) -> None:
        """Leave the server running when nobody uses it, until `release`."""
        self.folder.prepare()
        self._kept.touch()
        self.ensure_running()

    def release(self) -> bool:
        """Undo `keep` and stop the server. Returns whether it was running; raises MachineError while it is in use."""
        self.folder.prepare()
        self._kept.unlink(missing_ok=True)
        with (self.folder.locks / "postgres.users").open("w") as users:
            if not _has_alone(users):
                raise MachineError(_("Cơ sở dữ liệu đang được dùng. Hãy dừng sauro run và các lệnh khác trước."))
            return self.stop()

    @property
    def _kept(self) -> Path:
        return self.folder.locks / "postgres.kept"

    def stop(self) -> bool:
        """Stop the server whoever uses it: transactions are rolled back. Returns whether it was running."""
        with self._alone():
            if self.port is None:
                return False
            for mode in ("fast", "immediate"):
                if self._control("stop", "-m", mode, "-t", "30").ok:
                    return True
        raise MachineError(_("Không dừng được cơ sở dữ liệu; xem %(log)s") % {"log": self.placement.log})

    @property
    def is_leaving(self) -> bool:
        """Whether the server is gone or, told to stop by somebody else, lets nobody in any more."""
        lines = self._pid_file_lines()
        return self.port is None or (len(lines) >= 8 and lines[7].strip() == "stopping")

    @property
    def port(self) -> int | None:
        """The port the server listens on, as its own pid file says; None when it is not running."""
        lines = self._pid_file_lines()
        if len(lines) < 4 or not _is_postgres(int(lines[0])):
            return None
        return int(lines[3])

    def url(self, role: str = APPLICATION, database: str = DATABASE) -> str:
        """A connection address for `role`. Raises MachineError when the server is not running."""
        port = self.port
        if port is None:
            raise MachineError(_("Cơ sở dữ liệu chưa chạy. Hãy chạy: sauro db start"))
        return f"postgresql://{role}:{quote(self._password(role))}@{HOST}:{port}/{database}"

    def program(self, name: str) -> Path:
        """Full path of a program of the server's own version (pg_dump, psql ...)."""
        return self.placement.programs / "bin" / name

    def _password(self, role: str) -> str:
        return self.folder.secret(f"postgres-{role}")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time sets up, starts or stops; the lock falls by itself when its holder dies."""
        with (self.folder.locks / "postgres.alone").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    # -- setting up ------------------------------------------------------------------------------------------------

    def _is_set_up(self) -> bool:
        return (self.placement.data / "PG_VERSION").exists()

    def _set_up_cluster(self) -> None:
        password_file = self.placement.home / "password"
        _write_private(password_file, self._password(ADMIN), self.placement)
        outcome = None
        for locale in ("C.UTF-8", "C"):
            outcome = self._initialise(locale, password_file)
            if outcome.ok:
                break
        password_file.unlink()
        if outcome is None or not outcome.ok:
            detail = outcome.output if outcome else ""
            raise MachineError(_("Không khởi tạo được cơ sở dữ liệu:\n%(detail)s") % {"detail": detail})

    def _initialise(self, locale: str, password_file: Path) -> shell.Outcome:
        """Run initdb. The builtin provider sorts and folds the same on every system; `locale` (the C library's) only
        classifies letters for trigrams, and not every system has C.UTF-8."""
        options = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={locale}"]
        access = ["--auth=scram-sha-256", f"--username={ADMIN}", f"--pwfile={password_file}"]
        where: list[str | Path] = ["-D", self.placement.data, "--data-checksums"]
        return shell.run(
            [self.program("initdb"), *where, *options, *access], account=self.placement.account, timeout=START_SECONDS
        )

    def _set_up_roles(self) -> None:
        """Create the two roles, the extensions (in the template, so that test databases have them) and the database.

        Runs after every start and changes nothing that is right already. The application's role owns nothing: it can
        neither truncate nor disable a trigger. The owner may act as it, to test exactly that.
        """
        with psycopg.connect(self.url(ADMIN, "template1"), autocommit=True) as connection:
            version = connection.info.server_version
            if version < 170000:
                raise MachineError(_("Cần PostgreSQL 17 trở lên, máy chủ này là %(version)s.") % {"version": version})
            for role, rights in ((APPLICATION, "NOCREATEDB"), (OWNER, "CREATEDB")):
                known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
                verb = "ALTER" if known else "CREATE"
                words = psycopg.sql.SQL(f"{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEROLE {rights} PASSWORD {{}}")
                connection.execute(words.format(self._password(role)))
            connection.execute(f"GRANT {APPLICATION} TO {OWNER}")
            for extension in EXTENSIONS:
                connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")

    # -- starting and finding ----------------------------------------------------------------------------------------

    def _start(self, last_port: int | None) -> None:
        """Start on the port of a server that crashed, so that its clients find it again, or else on any free one."""
        self._set_long_log_aside()
        outcome = shell.Outcome(1, "")
        for attempt in range(STARTS):
            port = last_port if last_port and attempt == 0 else free_port()
            outcome = self._control("start", "-l", self.placement.log, "-o", self._options(port))
            if outcome.ok:
                return
            if "could not create any TCP/IP sockets" not in self._log_end():
                break
        raise MachineError(
            _("Không khởi động được cơ sở dữ liệu.\n%(said)s\n%(log)s:\n%(end)s")
            % {"said": outcome.output.strip(), "log": self.placement.log, "end": self._log_end()}
        )

    def _options(self, port: int) -> str:
        settings = {**SETTINGS, **self.settings, "port": str(port)}
        return " ".join(f"-c {name}='{value}'" for name, value in settings.items())

    def _control(self, action: str, *options: str | Path) -> shell.Outcome:
        command = [self.program("pg_ctl"), action, "-D", self.placement.data, "-w", *options]
        if action == "start":
            command += ["-t", str(START_SECONDS)]
        return shell.run(command, account=self.placement.account, timeout=START_SECONDS + 30)

    def _answers(self) -> bool:
        """Whether this very server (not a stranger on its old port) takes our password."""
        port = self.port
        if port is None:
            return False
        try:
            with psycopg.connect(self.url(ADMIN, "template1"), connect_timeout=START_SECONDS) as connection:
                row = connection.execute("SHOW data_directory").fetchone()
        except psycopg.OperationalError:
            return False
        return row is not None and Path(row[0]).resolve() == self.placement.data.resolve()

    def _clear_remains(self) -> int | None:
        """Stop a server that does not answer, and remove the pid file of one that is gone. Returns its port.

        PostgreSQL removes a stale pid file itself unless another process has got the same number since.
        """
        lines = self._pid_file_lines()
        if not lines:
            return None
        if _is_postgres(int(lines[0])):
            self._control("stop", "-m", "immediate", "-t", "30")
        else:
            (self.placement.data / "postmaster.pid").unlink(missing_ok=True)
        return int(lines[3]) if len(lines) > 3 else None

    def _pid_file_lines(self) -> list[str]:
        try:
            lines = (self.placement.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        return lines if lines and re.fullmatch(r"\d+", lines[0]) else []

    def _set_long_log_aside(self) -> None:
        """Begin a new log when the present one has grown long; the one before is kept, older ones are not."""
        log = self.placement.log
        if log.exists() and log.stat().st_size > LOG_BYTES:
            log.replace(log.with_suffix(".log.1"))

    def _log_end(self) -> str:
        try:
            return "\n".join(self.placement.log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        except FileNotFoundError:
            return ""


def has_home(folder: DataFolder) -> bool:
    """Whether a server was ever set up for this data folder, wherever it was put."""
    return any((home / "data" / "PG_VERSION").exists() for home in (folder.postgres, outside_home(folder)))


def _has_alone(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _is_postgres(pid: int) -> bool:
    """Whether a live process with this number is a PostgreSQL server and not one that got its number later."""
    if Path("/proc/self/stat").exists():
        try:
            # "PID (name) STATE ...". A killed server stays as a zombie (Z) where nobody collects it, as in a container.
            name, state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)
        except OSError:
            return False
        return "postgres" in name and state.split()[0] != "Z"
    return "postgres" in shell.run(["ps", "-p", str(pid), "-o", "comm="]).output


def _write_private(file: Path, content: str, placement: Placement) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(content)
    if not placement.account.is_current:
        os.chown(file, placement.account.uid, placement.account.gid)
