"""Keeps a handful of processes alive until it is told to stop, then ends them in order."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

from sauro.runtime.errors import MachineError
from sauro.runtime.texts import complain
from sauro.runtime.texts import gettext as _

POLL_SECONDS = 0.2
GRACE_SECONDS = 20.0
TEND_SECONDS = 2.0
TEND_FAILURES_ALLOWED = 3
QUICK_SECONDS = 10.0
QUICK_DEATHS_ALLOWED = 3
LONGEST_PAUSE_SECONDS = 30.0


@dataclass(frozen=True)
class Program:
    """A process to keep alive. `inherited` are file descriptors it shares (a listening socket)."""

    name: str
    command: Sequence[str]
    variables: Mapping[str, str]
    inherited: Sequence[int] = ()


@dataclass
class Keeper:
    """One program, its present process and how often it died soon after its start."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    quick_deaths: int = 0
    next_start: float = 0.0
    has_worked: bool = False

    def start(self) -> None:
        """Start the process. Its standard input is a pipe from us: when we are gone, however, it reads the end of it
        and stops too. A session of its own keeps a Ctrl-C at the terminal for us alone."""
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 -- our own interpreter with our own modules
            list(self.program.command),
            stdin=subprocess.PIPE,
            env=dict(self.program.variables),
            pass_fds=tuple(self.program.inherited),
            start_new_session=True,
        )

    def look_after(self) -> None:
        """Start the process when it has died, at once the first time, then after ever longer pauses.

        Raises MachineError when it never lived for more than some seconds: that will not get better by itself. One
        that has worked (and now lacks its database, say) is tried for ever.
        """
        if self.process is not None and self.process.poll() is not None:
            self._note_death(self.process.returncode)
            self._forget()
        if self.process is None and time.monotonic() >= self.next_start:
            self.start()

    def ask_to_stop(self) -> None:
        """Ask the process to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def finish(self) -> None:
        """Wait for the end; kill the process, and what it started, when it takes longer than GRACE_SECONDS."""
        if self.process is None:
            return
        try:
            self.process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._forget()

    def _forget(self) -> None:
        if self.process is not None and self.process.stdin is not None:
            self.process.stdin.close()
        self.process = None

    def _note_death(self, code: int) -> None:
        quick = time.monotonic() - self.started_at < QUICK_SECONDS
        self.quick_deaths = self.quick_deaths + 1 if quick else 0
        self.has_worked = self.has_worked or not quick
        if self.quick_deaths >= QUICK_DEATHS_ALLOWED and not self.has_worked:
            raise MachineError(
                _("Tiến trình %(name)s dừng ngay sau khi chạy, %(times)d lần liền (mã %(code)d). Xem lỗi ở trên.")
                % {"name": self.program.name, "times": self.quick_deaths, "code": code}
            )
        pause = min(LONGEST_PAUSE_SECONDS, 2.0 ** min(self.quick_deaths, 10) - 1)
        self.next_start = time.monotonic() + pause
        complain(
            _("Tiến trình %(name)s dừng đột ngột (mã %(code)d), đang chạy lại.")
            % {"name": self.program.name, "code": code}
        )


@dataclass
class Supervisor:
    """Runs programs until SIGINT or SIGTERM. `tend` is called every TEND_SECONDS, to mend what lies below them; when it
    raises MachineError some times in a row, that error ends everything."""

    programs: Sequence[Program]
    tend: Callable[[], object] = lambda: None
    tended_at: float = 0.0
    tend_failures: int = 0
    stopping: bool = False
    keepers: list[Keeper] = field(default_factory=list)

    def run(self, when_ready: Callable[[Callable[[], bool]], None]) -> None:
        """Start everything, call `when_ready` (with a function that says whether a stop was asked for), and look after
        the processes until told to stop. They are stopped in any case."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask_to_stop)
        self.keepers = [Keeper(program) for program in self.programs]
        try:
            self._look_after_all()
            when_ready(self._step)
            while self._step():
                pass
        finally:
            for keeper in self.keepers:
                keeper.ask_to_stop()
            for keeper in self.keepers:
                keeper.finish()

    def _step(self) -> bool:
        """Wait a moment and mend what broke. Returns False once a stop was asked for."""
        if self.stopping:
            return False
        time.sleep(POLL_SECONDS)
        if not self.stopping:
            if time.monotonic() - self.tended_at > TEND_SECONDS:
                self._tend()
            self._look_after_all()
        return not self.stopping

    def _tend(self) -> None:
        try:
            self.tend()
            self.tend_failures = 0
        except MachineError as problem:
            self.tend_failures += 1
            if self.tend_failures >= TEND_FAILURES_ALLOWED:
                raise
            complain(str(problem))
        finally:
            self.tended_at = time.monotonic()

    def _look_after_all(self) -> None:
        for keeper in self.keepers:
            keeper.look_after()

    def _ask_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True
