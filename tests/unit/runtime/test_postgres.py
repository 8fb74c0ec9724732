"""The embedded server: roles, crashes, users."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from tests.database import FAST_SETTINGS

from sauro.runtime.database import Addresses
from sauro.runtime.errors import MachineError
from sauro.runtime.folder import DataFolder
from sauro.runtime.placement import outside_home, place
from sauro.runtime.postgres import APPLICATION, LOG_BYTES, OWNER, Server


def _pid(server: Server) -> int:
    return int((server.placement.data / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])


def _value(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
    return row[0] if row else None


def test_application_role_owns_nothing_and_the_owner_creates_tables(server: Server) -> None:
    with psycopg.connect(server.url(OWNER), autocommit=True) as owner:
        owner.execute("CREATE TABLE kept (name text)")
        owner.execute("GRANT SELECT ON kept TO sauro_app")
    with psycopg.connect(server.url(APPLICATION), autocommit=True) as application:
        assert application.execute("SELECT count(*) FROM kept").fetchone() == (0,)
        for forbidden in (b"TRUNCATE kept", b"DROP TABLE kept", b"CREATE TABLE other (name text)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(forbidden)


def test_letters_fold_and_sort_the_same_on_every_machine(server: Server) -> None:
    assert _value(server.url(), "SELECT lower('ĐIỀU ƯỚC')") == "điều ước"
    assert _value(server.url(), "SELECT datlocprovider::text FROM pg_database WHERE datname = 'sauro'") == "b"
    assert len(str(_value(server.url(), "SELECT show_trgm('điều')"))) > len("[]")


def test_wrong_password_is_refused(server: Server) -> None:
    address = server.url().replace(f"{APPLICATION}:", f"{APPLICATION}:x")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(address)


def test_password_does_not_stand_in_the_process_list(server: Server) -> None:
    command = Path(f"/proc/{_pid(server)}/cmdline")
    shown = command.read_text(encoding="utf-8") if command.exists() else ""
    assert server.folder.secret(f"postgres-{APPLICATION}") not in shown


def test_killed_server_comes_back_on_its_port_with_its_data(server: Server) -> None:
    with psycopg.connect(server.url(OWNER), autocommit=True) as owner:
        owner.execute("CREATE TABLE survivors (name text)")
        owner.execute("INSERT INTO survivors VALUES ('Trần Thị Thử')")
    port = server.port
    os.kill(_pid(server), signal.SIGKILL)
    _wait_until_gone(server)
    assert server.ensure_running() is True
    assert server.port == port
    assert _value(server.url(OWNER), "SELECT name FROM survivors") == "Trần Thị Thử"


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=["killed", "stopped", "leaving"])
def test_server_that_ends_under_its_users_is_started_again_on_its_port(
    server: Server, how: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    server.ensure_running()
    addresses = Addresses(server.url(APPLICATION), server.url(OWNER), server=server)
    addresses.tend()
    assert capsys.readouterr().err == ""
    with psycopg.connect(addresses.application):  # a client that stays makes a server told to leave wait for it
        os.kill(_pid(server), how)
        for _attempt in range(1000):
            if server.is_leaving:
                break
            subprocess.run(["sleep", "0.01"], check=True)
        addresses.tend()
    assert _value(addresses.application, "SELECT 1") == 1
    assert "đã chạy lại" in capsys.readouterr().err


def test_lost_port_is_told(server: Server) -> None:
    server.ensure_running()
    addresses = Addresses(server.url(APPLICATION), server.url(OWNER), server=server)
    port = server.port
    server.stop()
    with socket.socket() as stranger:
        stranger.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        stranger.bind(("127.0.0.1", port))
        stranger.listen()
        for _attempt in range(2):
            with pytest.raises(MachineError, match="chạy lại sauro run"):
                addresses.tend()


def test_killed_server_that_nobody_collects_is_no_server(server: Server) -> None:
    server.stop()
    program = server.placement.home / "postgres-like"
    shutil.copy("/bin/true", program)
    stale = server.placement.data / "postmaster.pid"
    zombie = subprocess.Popen([program])
    os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
    try:
        stale.write_text(f"{zombie.pid}\n{server.placement.data}\n0\n5\n\n127.0.0.1\n", encoding="ascii")
        assert "postgres" in Path(f"/proc/{zombie.pid}/comm").read_text(encoding="ascii")
        assert server.port is None
    finally:
        stale.unlink()
        zombie.wait()
    server.ensure_running()


def test_running_server_is_taken_over(server: Server) -> None:
    assert server.ensure_running() is False


def test_pid_file_naming_a_stranger_does_not_stand_in_the_way(server: Server) -> None:
    server.stop()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        stale = server.placement.data / "postmaster.pid"
        stale.write_text(f"{stranger.pid}\n{server.placement.data}\n0\n5\n\n127.0.0.1\n", encoding="ascii")
        os.chown(stale, server.placement.account.uid, server.placement.account.gid)
        assert server.port is None
        assert server.ensure_running() is True
        assert stranger.poll() is None
        stranger.communicate(b"\n")


def test_last_user_stops_the_server(data_folder: DataFolder) -> None:
    server = Server.of(data_folder, FAST_SETTINGS)
    with server.in_use():
        with Server.of(data_folder, FAST_SETTINGS).in_use():
            assert server.port is not None
        assert server.port is not None
        with pytest.raises(MachineError, match="đang được dùng"):
            server.release()
    assert server.port is None


def test_kept_server_outlives_its_users_until_it_is_released(data_folder: DataFolder) -> None:
    server = Server.of(data_folder, FAST_SETTINGS)
    server.keep()
    with server.in_use():
        pass
    assert server.port is not None
    assert server.release() is True
    assert server.port is None
    assert server.release() is False


def test_address_of_a_stopped_server_says_what_to_do(data_folder: DataFolder) -> None:
    with pytest.raises(MachineError, match="sauro db start"):
        Server.of(data_folder).url()


def test_data_folder_that_the_servers_user_cannot_reach_moves_the_server(data_folder: DataFolder) -> None:
    closed = DataFolder(data_folder.root / "files" / "var")
    closed.prepare()
    placement = place(closed)
    try:
        assert placement.home == (outside_home(closed) if os.geteuid() == 0 else closed.postgres)
        assert not closed.postgres.exists() or os.geteuid() != 0
        assert place(closed) == placement
    finally:
        shutil.rmtree(outside_home(closed), ignore_errors=True)


def test_long_log_is_set_aside_at_the_next_start(server: Server) -> None:
    server.stop()
    with server.placement.log.open("a", encoding="utf-8") as log:
        log.truncate(LOG_BYTES + 1)
    server.ensure_running()
    assert server.placement.log.stat().st_size < LOG_BYTES
    assert server.placement.log.with_suffix(".log.1").stat().st_size == LOG_BYTES + 1


def test_data_of_another_user_are_served_by_that_user(data_folder: DataFolder) -> None:
    data = data_folder.postgres / "data"
    data.mkdir(parents=True)
    owner = 65534 if os.geteuid() == 0 else os.geteuid()
    os.chown(data, owner, -1)
    assert place(data_folder).account.uid == owner


def test_data_that_their_user_cannot_reach_any_more_are_not_left_behind(data_folder: DataFolder) -> None:
    (data_folder.postgres / "data").mkdir(parents=True)
    data_folder.root.parent.chmod(0o700)
    if os.geteuid() == 0:
        with pytest.raises(MachineError, match="không còn vào được"):
            place(data_folder)
    else:
        assert place(data_folder).home == data_folder.postgres


def _wait_until_gone(server: Server) -> None:
    for _attempt in range(1000):
        if server.port is None:
            return
        subprocess.run(["sleep", "0.01"], check=True)
    raise AssertionError("the killed server is still there")
