"""`sauro run` as a person meets it: a busy port, a second start, a kill -9, a database that ends, and a Ctrl-C."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sauro.runtime.folder import DataFolder
from sauro.runtime.postgres import Server

READY = re.compile(r"http://127\.0\.0\.1:(\d+)/")


class Site:
    """A `sauro run` in a data folder, with its output in a file."""

    def __init__(self, folder: DataFolder, port: int) -> None:
        self.output = folder.root.parent / f"output-{time.monotonic_ns()}"
        variables = {name: value for name, value in os.environ.items() if "DATABASE" not in name}
        variables |= {"SAURO_DATA_DIR": str(folder.root), "SAURO_WEB_PROCESSES": "2"}
        with self.output.open("w", encoding="utf-8") as stream:
            command = [sys.executable, "-m", "sauro", "run", "--no-demo", "--port", str(port)]
            self.process = subprocess.Popen(command, env=variables, stdout=stream, stderr=stream)

    def said(self) -> str:
        """Everything printed so far."""
        return self.output.read_text(encoding="utf-8")

    def wait_until_ready(self) -> int:
        """The port of the printed address."""
        _wait_for(lambda: bool(READY.search(self.said())) or self.process.poll() is not None)
        match = READY.search(self.said())
        assert match, self.said()
        return int(match.group(1))


def _wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 300
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def _status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    # A session that does not exist, but has to be looked up in the database.
    connection.request("GET", "/", headers={"Cookie": "sessionid=" + "a" * 32})
    status = connection.getresponse().status
    connection.close()
    return status


def _run_sauro(folder: DataFolder, *arguments: str) -> tuple[int, str]:
    variables = {name: value for name, value in os.environ.items() if "DATABASE" not in name}
    variables |= {"SAURO_DATA_DIR": str(folder.root)}
    command = [sys.executable, "-m", "sauro", *arguments]
    ended = subprocess.run(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return ended.returncode, ended.stdout


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


@pytest.fixture
def busy_port() -> Iterator[int]:
    """A port on which something else listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


@pytest.fixture
def start(data_folder: DataFolder) -> Iterator[Callable[[int], Site]]:
    """Starts sites in one data folder; whatever still runs at the end is killed."""
    sites: list[Site] = []

    def start_site(port: int) -> Site:
        sites.append(Site(data_folder, port))
        return sites[-1]

    yield start_site
    for site in sites:
        site.process.kill()
        site.process.wait()


@pytest.mark.long
def test_site_survives_what_a_newcomer_does_to_it(
    data_folder: DataFolder, start: Callable[[int], Site], busy_port: int
) -> None:
    first = start(busy_port)
    port = first.wait_until_ready()
    assert port > busy_port
    assert f"Cổng {busy_port} đang bận" in first.said()
    assert _status(port) in (200, 302)

    second = start(busy_port)
    assert second.process.wait(300) == 1
    assert "Sáu Rõ đang chạy với thư mục dữ liệu" in second.said()

    web_and_worker = _children(first.process.pid)
    assert len(web_and_worker) == 3
    first.process.kill()
    first.process.wait()
    _wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in web_and_worker))
    assert Server.of(data_folder).port is not None

    third = start(busy_port)
    assert _status(third.wait_until_ready()) in (200, 302)
    _answers_again_after_its_database_ended_and_still_stops(data_folder, third, signal.SIGKILL)

    code, output = _run_sauro(data_folder, "init", "--province", "91")
    assert code == 0, output
    assert "đơn vị" in output
    code, output = _run_sauro(data_folder, "init", "--province", "không có")
    assert code != 0
    assert "Traceback" not in output
    assert Server.of(data_folder).port is None


@pytest.mark.slow
def test_site_answers_again_after_its_database_was_stopped(
    data_folder: DataFolder, start: Callable[[int], Site]
) -> None:
    site = start(8000)
    site.wait_until_ready()
    _answers_again_after_its_database_ended_and_still_stops(data_folder, site, signal.SIGINT)


def _answers_again_after_its_database_ended_and_still_stops(
    data_folder: DataFolder, site: Site, how: signal.Signals
) -> None:
    port = site.wait_until_ready()
    pid_file = Server.of(data_folder).placement.data / "postmaster.pid"
    os.kill(int(pid_file.read_text(encoding="ascii").splitlines()[0]), how)
    _wait_for(lambda: "Cơ sở dữ liệu đã chạy lại." in site.said())
    _wait_for(lambda: _status(port) in (200, 302))
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(300) == 0
    assert site.said().rstrip().endswith("Đã dừng.")
    assert Server.of(data_folder).port is None
