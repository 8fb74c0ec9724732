"""A language model of the tests: a real HTTP server on this machine that answers what a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Respond = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class ModelServer:
    """Where it listens, what it was asked, and how it answers."""

    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    respond: Respond = lambda handler: send(handler, completion([]))


def completion(tasks: Any) -> dict[str, Any]:
    """Return a chat completion that suggests these tasks."""
    content = json.dumps({"tasks": tasks}, ensure_ascii=False)
    return {"choices": [{"message": {"role": "assistant", "content": content}}]}


def send(handler: BaseHTTPRequestHandler, body: Any, status: int = 200) -> None:
    """Send an object as JSON."""
    data = json.dumps(body, ensure_ascii=False).encode()
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """Run the server for the length of a block."""
    state = ModelServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            state.paths.append(self.path)
            state.keys.append(self.headers.get("Authorization"))
            state.requests.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            # The caller may have given up meanwhile.
            with suppress(ConnectionError):
                state.respond(self)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
