"""Runs our own commands as processes of their own: each loads Django with the role it needs, and ends."""

from __future__ import annotations

import subprocess
import sys

from sauro.runtime.database import Addresses


def run_sauro(addresses: Addresses, *arguments: str) -> int:
    """Run `sauro ...` against these addresses, with our own output. Returns its exit code."""
    return _start(addresses, arguments, None, None).returncode


def capture_sauro(addresses: Addresses, *arguments: str, with_errors: bool) -> tuple[int, str]:
    """Run `sauro ...` and return exit code and output; `with_errors` takes what goes to standard error in too."""
    finished = _start(addresses, arguments, subprocess.PIPE, subprocess.STDOUT if with_errors else None)
    return finished.returncode, finished.stdout


def _start(
    addresses: Addresses, arguments: tuple[str, ...], output: int | None, errors: int | None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sauro", *arguments]
    return subprocess.run(  # noqa: S603 -- our own command
        command, env=addresses.variables(), stdout=output, stderr=errors, encoding="utf-8", check=False
    )
