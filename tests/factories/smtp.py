"""A mail server for tests: a real one on a port of this machine, which takes mail or refuses it."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class Mailbox(socketserver.ThreadingTCPServer):
    """Holds what was delivered. ``refusal`` is what it answers to a recipient instead of taking them."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, refusal: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.refusal = refusal
        self.received: list[EmailMessage] = []

    @property
    def port(self) -> int:
        """The port it listens at."""
        return int(self.server_address[1])


class _Session(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say("220 may-chu-thu")
        while line := self.rfile.readline():
            word = line.decode().strip().upper().split(" ")[0].split(":")[0]
            if word == "QUIT":
                return self._say("221 bye")
            if word == "DATA":
                self._take()
            elif word == "RCPT" and self.server.refusal:
                self._say(self.server.refusal)
            else:
                self._say("250 ok")
        return None

    def _take(self) -> None:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b"."))
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.server.received.append(message)
        self._say("250 taken")

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode() + b"\r\n")


@contextmanager
def mail_server(refusal: str = "") -> Iterator[Mailbox]:
    """Run a mail server for a while."""
    with Mailbox(refusal) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def dead_port() -> int:
    """Return a port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
