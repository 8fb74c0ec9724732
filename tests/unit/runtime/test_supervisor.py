"""The supervisor, in a process of its own as in real life."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

SUPERVISE = """
    import os, sys
    from sauro.runtime.errors import MachineError
    from sauro.runtime.supervisor import Program, Supervisor
    code = sys.argv[1:]
    def tend():
        if os.environ.get("BROKEN_BELOW"):
            raise MachineError("broken below")
    programs = [Program(f"p{n}", [sys.executable, "-c", c], dict(os.environ)) for n, c in enumerate(code)]
    try:
        Supervisor(programs, tend).run(lambda keep_going: print("ready", flush=True))
    except MachineError as problem:
        print(problem, flush=True)
        sys.exit(1)
    print("stopped", flush=True)
"""
# What a child of ours does: notes its number, then ends with its standard input.
LIVE = "import os, sys; open({file!r}, 'a').write(str(os.getpid()) + '\\n'); sys.stdin.read()"


def _supervise(*programs: str, **variables: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(SUPERVISE), *programs]
    environment = {**os.environ, **variables}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)


def _pids(file: Path) -> list[int]:
    return [int(line) for line in file.read_text(encoding="ascii").splitlines()] if file.exists() else []


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_all_programs_end_when_the_supervisor_is_told_to(tmp_path: Path) -> None:
    files = [tmp_path / "a", tmp_path / "b"]
    with _supervise(*(LIVE.format(file=str(file)) for file in files)) as supervisor:
        _wait_for(lambda: all(_pids(file) for file in files))
        supervisor.send_signal(signal.SIGTERM)
        output, _ = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 0
    assert output.splitlines() == ["ready", "stopped"]
    assert not any(_lives(pid) for file in files for pid in _pids(file))


def test_killed_program_is_started_again(tmp_path: Path) -> None:
    file = tmp_path / "pids"
    with _supervise(LIVE.format(file=str(file))) as supervisor:
        _wait_for(lambda: len(_pids(file)) == 1)
        os.kill(_pids(file)[0], signal.SIGKILL)
        _wait_for(lambda: len(_pids(file)) == 2)
        assert _lives(_pids(file)[1])
        supervisor.send_signal(signal.SIGINT)
        output, _ = supervisor.communicate(timeout=60)
    assert supervisor.returncode == 0
    assert "p0" in output


def test_programs_end_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "pids"
    with _supervise(LIVE.format(file=str(file))) as supervisor:
        _wait_for(lambda: bool(_pids(file)))
        supervisor.kill()
        supervisor.wait()
        _wait_for(lambda: not _lives(_pids(file)[0]))


def test_program_that_stops_with_an_error_ends_the_rest_with_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "pids"
    with _supervise(LIVE.format(file=str(file)), "raise SystemExit(3)") as supervisor:
        output, _ = supervisor.communicate(timeout=120)
    assert supervisor.returncode == 1
    assert "p1" in output.splitlines()[-1]
    assert not any(_lives(pid) for pid in _pids(file))


def test_what_lies_below_is_mended_again_and_again_then_all_ends_with_its_sentence(tmp_path: Path) -> None:
    file = tmp_path / "pids"
    with _supervise(LIVE.format(file=str(file)), BROKEN_BELOW="yes") as supervisor:
        output, _ = supervisor.communicate(timeout=120)
    assert supervisor.returncode == 1
    assert output.splitlines() == ["ready", *["broken below"] * 3]
    assert not any(_lives(pid) for pid in _pids(file))
