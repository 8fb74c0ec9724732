"""The web server of one process: requests wait in a queue, and one that has waited too long is sent away at once.

When more is asked than the machine can answer, everybody would wait longer and longer, for answers that nobody reads
any more. So whoever comes after the queue has become too long is told so within seconds, in words, with the time after
which to ask again; nothing of what they sent has been done.
"""

from __future__ import annotations

import json
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
from sauro.runtime.texts import language

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

CONNECTIONS = 2_000
_RETRY_SECONDS = "5"
_CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'"
# The style sheet of the product would have to wait in the same queue.
_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 "Be Vietnam Pro", "Segoe UI", system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto 0; padding: 0 1.25rem; }
h1 { font-size: 1.375rem; }
a { display: inline-block; padding: .5rem 1rem; border-radius: .375rem; background: #1b5aa0; color: #fff; }
"""
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
        kind, body = _busy_answer(environ)
        headers = [
            ("Content-Type", kind), ("Content-Length", str(len(body))), ("Content-Security-Policy", _CONTENT_POLICY),
            ("Retry-After", _RETRY_SECONDS), ("Cache-Control", "no-store"),
        ]  # fmt: skip
        start_response("503 Service Unavailable", headers)
        return [body]


def _busy_answer(environ: WSGIEnvironment) -> tuple[str, bytes]:
    """Return the media type and body for who came too late: words for programs, or a page that needs no other file."""
    title = _("Hệ thống đang đông người dùng")
    text = _("Yêu cầu này chưa được thực hiện, chưa có gì được lưu.")
    if environ.get("PATH_INFO", "").startswith("/api/"):
        told = {"code": "busy", "message": f"{title}. {text}"}
        return "application/json", json.dumps(told, ensure_ascii=False).encode()
    if environ.get("REQUEST_METHOD") in ("GET", "HEAD"):
        # An empty address is that of the page itself, with what stands in it.
        advice, again = _("Hãy chờ vài giây rồi thử lại."), _("Thử lại")
        what_next = f'<p>{advice}</p><p><a href="">{again}</a></p>'
    else:
        advice = _("Hãy chờ vài giây, quay lại trang trước (nội dung đã nhập vẫn còn) rồi gửi lại.")
        what_next = f"<p>{advice}</p>"
    head = f"""<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{_STYLE}</style>"""
    page = f"""<!doctype html><html lang="{language()}">{head}
<main><h1>{title}</h1><p>{text}</p>{what_next}</main></html>"""
    return "text/html; charset=utf-8", page.encode()


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
