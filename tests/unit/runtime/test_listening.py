"""The listening socket of the web server."""

from __future__ import annotations

import socket

import pytest

from sauro.runtime.errors import MachineError
from sauro.runtime.listening import address_of, listen


def test_busy_port_is_named_and_the_next_free_one_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        busy = other.getsockname()[1]
        with listen("127.0.0.1", busy) as listener:
            taken = listener.getsockname()[1]
            assert taken > busy
            assert address_of(listener) == f"http://127.0.0.1:{taken}/"
    assert capsys.readouterr().out == f"Cổng {busy} đang bận, dùng cổng {taken}.\n"


def test_free_port_is_taken_silently(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    with listen("127.0.0.1", free) as listener:
        assert listener.getsockname()[1] == free
    assert capsys.readouterr().out == ""


def test_address_of_another_machine_is_refused_with_a_sentence() -> None:
    with pytest.raises(MachineError, match=r"192\.0\.2\.1"):
        listen("192.0.2.1", 8000)


def test_socket_open_to_the_network_is_named_by_a_usable_address() -> None:
    with listen("0.0.0.0", 18000) as listener:  # noqa: S104 -- the very case of this test
        assert address_of(listener).startswith("http://127.0.0.1:")
