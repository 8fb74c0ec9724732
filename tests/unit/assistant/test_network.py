"""Calls go to the address that was checked, inside the site's own network unless a purpose is registered."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from tests.factories.model_server import ModelServer, model_server, send

from sauro.assistant import network
from sauro.assistant.network import CallFailed, CallRefused, check_target, post_json

_resolve = socket.getaddrinfo


@pytest.fixture
def server() -> Iterator[ModelServer]:
    """A server that answers."""
    with model_server() as running:
        yield running


def names(monkeypatch: pytest.MonkeyPatch, **addresses: list[str]) -> list[str]:
    """Let names have addresses as a resolver would say; return the names asked for, in their order."""
    asked: list[str] = []

    def resolve(host: str, port: Any, *args: Any, **kwargs: Any) -> Any:
        if host not in addresses:
            return _resolve(host, port, *args, **kwargs)
        asked.append(host)
        return [entry for one in addresses[host] for entry in _resolve(one, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "127.0.0.1", "::1", "fd00::1", "::ffff:10.0.0.1"],
)
def test_addresses_of_the_own_network_are_allowed(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    names(monkeypatch, model=[address])
    assert check_target("http://model/v1", may_leave=False).port == 80


@pytest.mark.parametrize(
    "addresses",
    [
        ["8.8.8.8"], ["172.32.0.1"], ["169.254.169.254"], ["0.0.0.1"], ["100.64.0.1"], ["224.0.0.1"], ["2001:4860::8"],
        ["fe80::1"], ["::ffff:8.8.8.8"], ["10.0.0.1", "8.8.8.8"],
    ],
)  # fmt: skip
def test_other_addresses_are_refused(monkeypatch: pytest.MonkeyPatch, addresses: list[str]) -> None:
    names(monkeypatch, model=addresses)
    with pytest.raises(CallRefused) as refused:
        check_target("http://model/v1", may_leave=False)
    assert refused.value.code == "outside"


def test_registered_purpose_lets_out_encrypted_and_to_public_addresses_only(monkeypatch: pytest.MonkeyPatch) -> None:
    names(monkeypatch, model=["8.8.8.8"], metadata=["169.254.169.254"])
    assert str(check_target("https://model/v1", may_leave=True).address) == "8.8.8.8"
    for url, code in (("http://model/v1", "not-encrypted"), ("https://metadata/v1", "outside")):
        with pytest.raises(CallRefused) as refused:
            check_target(url, may_leave=True)
        assert refused.value.code == code


@pytest.mark.parametrize(
    "url",
    [
        "ftp://10.0.0.1/",
        "file:///etc/passwd",
        "http:///v1",
        "http://ai:matkhau@10.0.0.1/",
        "10.0.0.1:80",
        "http://10.0.0.1:99999/",
    ],
)
def test_addresses_of_other_kinds_are_refused(url: str) -> None:
    with pytest.raises(CallRefused):
        check_target(url, may_leave=True)


def test_name_is_asked_once_and_the_checked_address_called(
    monkeypatch: pytest.MonkeyPatch, server: ModelServer
) -> None:
    """A name that would lead elsewhere at the second asking is not asked a second time."""
    asked = names(monkeypatch, model=["127.0.0.1"])
    server.respond = lambda handler: send(handler, {"host": handler.headers["Host"]})
    url = server.url.replace("127.0.0.1", "model")
    target = check_target(url, may_leave=False)
    answer = post_json(target, "/v1/x", {}, headers={}, seconds=5)
    assert answer.body == {"host": url.split("/")[2]}
    assert asked == ["model"]


@pytest.mark.parametrize("status", [301, 302, 307, 400, 401, 404, 429, 500, 503, 204])
def test_redirects_and_refusals_bring_nothing(server: ModelServer, status: int) -> None:
    def respond(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Location", f"{server.url}/elsewhere")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    server.respond = respond
    assert _failure(server) == "status"
    assert server.paths == ["/v1/x"]


def test_answer_that_comes_too_late_is_given_up(server: ModelServer) -> None:
    server.respond = lambda _handler: time.sleep(3)
    assert _failure(server, seconds=0.5) == "timeout"


def test_answer_that_drips_is_given_up(server: ModelServer) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _piece in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.1)

    server.respond = drip
    assert _failure(server, seconds=0.8) == "timeout"


def test_answer_that_is_too_large_or_no_json_is_given_up(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST_BYTES", 1_000)
    server.respond = lambda handler: send(handler, "x" * 2_000)
    assert _failure(server) == "answer"

    def no_json(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5")
        handler.end_headers()
        handler.wfile.write(b"xin ch")

    server.respond = no_json
    assert _failure(server) == "answer"


def test_nobody_listening_is_a_failed_call() -> None:
    with model_server() as stopped:
        pass
    assert _failure(stopped) == "connection"


def _failure(server: ModelServer, seconds: float = 5) -> str:
    with pytest.raises(CallFailed) as failed:
        post_json(check_target(server.url, may_leave=False), "/v1/x", {}, headers={}, seconds=seconds)
    return failed.value.code
