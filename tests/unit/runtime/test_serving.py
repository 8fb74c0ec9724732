"""The web server of a process: what has waited too long is refused in words, everything else is answered."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from waitress.server import create_server

from sauro.runtime.serving import Gate, TimingDispatcher

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

WAIT = 0.2


class Slow:
    """Answers the first request only when it is let go."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        self.answered: list[str] = []

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.begun.set()
        assert self.go.wait(30)
        self.answered.append(environ["PATH_INFO"])
        start_response("200 OK", [("Content-Length", "2")])
        return [b"ok"]


@contextmanager
def serving(application: Slow) -> Iterator[int]:
    listener = socket.create_server(("127.0.0.1", 0))
    dispatcher = TimingDispatcher()
    dispatcher.set_thread_count(1)
    server = create_server(Gate(application, WAIT), sockets=[listener], asyncore_use_poll=True, _dispatcher=dispatcher)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        dispatcher.shutdown()
        listener.close()


def _asked(port: int, path: str) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", path, body=b"a=1")
    return connection


def test_what_waited_too_long_is_refused_and_not_done() -> None:
    application = Slow()
    with serving(application) as port:
        first = _asked(port, "/first")
        assert application.begun.wait(30)
        second = _asked(port, "/second")
        time.sleep(2 * WAIT)
        application.go.set()
        assert first.getresponse().status == 200
        refused = second.getresponse()
        text = refused.read().decode()
        assert refused.status == 503 and int(refused.headers["Retry-After"]) > 0
        assert "chưa được thực hiện" in text and text.startswith("<!doctype html>")
        third = _asked(port, "/third").getresponse()
        assert third.status == 200 and application.answered == ["/first", "/third"]


@pytest.mark.parametrize("seconds", [0.0, WAIT])
def test_outside_of_the_server_nothing_is_refused(seconds: float) -> None:
    application = Slow()
    application.go.set()
    told: list[str] = []
    answer = Gate(application, seconds)({"PATH_INFO": "/"}, lambda status, *_rest: told.append(status))  # type: ignore[arg-type,return-value,func-returns-value]  # the least of a server
    assert list(answer) == [b"ok"] and told == ["200 OK"]


@pytest.mark.parametrize(
    ("method", "path", "kind", "words"),
    [
        ("GET", "/nhiem-vu/", "text/html", 'href=""'),
        ("POST", "/nhiem-vu/", "text/html", "nội dung đã nhập vẫn còn"),
        ("POST", "/api/v1/assignments", "application/json", '"code": "busy"'),
    ],
)
def test_who_is_refused_is_told_in_their_terms_what_to_do(method: str, path: str, kind: str, words: str) -> None:
    told: dict[str, str] = {}
    answer = Gate(Slow(), -1)(  # Nobody has waited less.
        {"PATH_INFO": path, "REQUEST_METHOD": method},
        lambda _status, headers: told.update(headers),  # type: ignore[arg-type,return-value]  # the least of a server
    )
    text = b"".join(answer).decode()
    assert words in text
    assert told["Content-Type"].startswith(kind) and int(told["Content-Length"]) == len(text.encode())
