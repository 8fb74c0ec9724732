"""The web server of one process: requests wait in a queue, and one that has waited too long is sent away at once.

When more is asked than the machine can answer, everybody would wait longer and longer, for answers that nobody reads
any more. So whoever comes after the queue has become too long is told so within seconds, in words, with the time after
which to ask again; nothing of what they sent has been done.
"""

from __future__ import annotations

import resource
import socket
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from waitress.server import create_server
from waitress.task import ThreadedTaskDispatcher

from sauro import env
from sauro.runtime.texts import gettext as _

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

CONNECTIONS = 2_000
_RETRY_SECONDS = "5"
_waiting = threading.local()


class _Queued:
    """What the server hands to a thread, and since when it waits."""

    def __init__(self, task: Any) -> None:
        self._task, self._since = task, time.monotonic()

    def service(self) -> None:
        """Answer, with the time of waiting at hand for the application."""
        _waiting.seconds = time.monotonic() - self._since
        self._task.service()

    def cancel(self) -> None:
        """Give up."""
        self._task.cancel()


class TimingDispatcher(ThreadedTaskDispatcher):
    """Hands requests to threads in the order in which they came, and knows how long each has waited."""

    def add_task(self, task: Any) -> None:
        """Queue a task."""
        timed: Any = _Queued(task)
        super().add_task(timed)


class Gate:
    """A WSGI application that refuses what has waited more than so many seconds, and passes on everything else."""

    def __init__(self, application: WSGIApplication, seconds: float) -> None:
        self._application, self._seconds = application, seconds

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer, or refuse with 503."""
        if getattr(_waiting, "seconds", 0.0) <= self._seconds:
            return self._application(environ, start_response)
        body = _busy_page()
        headers = [
            ("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body))),
            ("Retry-After", _RETRY_SECONDS), ("Cache-Control", "no-store"),
        ]  # fmt: skip
        start_response("503 Service Unavailable", headers)
        return [body]


def _busy_page() -> bytes:
    title = _("Hệ thống đang đông người dùng")
    text = _(
        "Yêu cầu này chưa được thực hiện, chưa có gì được lưu. Hãy chờ vài giây rồi thử lại (quay lại trang trước)."
    )
    head = f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>'
    return f"{head}<h1>{title}</h1><p>{text}</p></html>".encode()


def serve(application: WSGIApplication, listener: socket.socket, **settings: Any) -> None:
    """Answer requests from the socket until the process is told to leave."""
    _allow_connections()
    dispatcher = TimingDispatcher()
    dispatcher.set_thread_count(env.integer("SAURO_WEB_THREADS", 4, minimum=1))
    server = create_server(
        Gate(application, env.integer("SAURO_WEB_QUEUE_SECONDS", 5, minimum=1, maximum=60)),
        sockets=[listener],
        ident=None,
        clear_untrusted_proxy_headers=True,
        connection_limit=CONNECTIONS,
        # The other way to wait for many sockets ends at the 1024th.
        asyncore_use_poll=True,
        _dispatcher=dispatcher,
        **settings,
    )
    server.run()


def _allow_connections() -> None:
    """Raise the number of files this process may hold open to what so many connections take, where permitted."""
    wanted = CONNECTIONS + 200
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))
