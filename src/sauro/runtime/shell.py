"""The one place that runs other programs."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

KEPT_VARIABLES = ("PATH", "TZ", "TMPDIR")


@dataclass(frozen=True)
class Account:
    """The operating-system user that a program is to run as."""

    name: str
    uid: int
    gid: int

    @classmethod
    def current(cls) -> Account:
        """Whoever runs this process."""
        entry = pwd.getpwuid(os.geteuid())
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)

    @property
    def is_current(self) -> bool:
        """Whether no change of user is needed."""
        return self.uid == os.geteuid()


@dataclass(frozen=True)
class Outcome:
    """How a program ended: exit code and what it printed (both streams, in order)."""

    code: int
    output: str

    @property
    def ok(self) -> bool:
        """Whether it ended with exit code 0."""
        return self.code == 0


def run(
    command: Sequence[str | Path],
    *,
    account: Account | None = None,
    variables: dict[str, str] | None = None,
    folder: Path | None = None,
    input_text: str | None = None,
    timeout: float | None = None,
) -> Outcome:
    """Run a program to its end and return what it said.

    `account` is the user to become (only root can become another). The program gets a bare environment (PATH, TZ)
    plus `variables`, so that PG* variables of the caller's shell never steer our own server. A program that is missing,
    not permitted, or still running after `timeout` seconds gives exit code 127.
    """
    other = account if account is not None and not account.is_current else None
    try:
        finished = subprocess.run(  # noqa: S603 -- commands are lists built by this package, never by a shell
            [str(part) for part in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            input=input_text,
            stdin=subprocess.DEVNULL if input_text is None else None,
            env={name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ} | (variables or {}),
            cwd=folder or "/",
            timeout=timeout,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            umask=0o077,
            user=other.uid if other else None,
            group=other.gid if other else None,
            extra_groups=[] if other else None,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Outcome(127, str(error))
    return Outcome(finished.returncode, finished.stdout)
