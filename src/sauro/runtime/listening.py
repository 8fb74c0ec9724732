"""The listening socket of the web server and the first answer from it."""

from __future__ import annotations

import errno
import http.client
import socket

from sauro.runtime.errors import MachineError
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say

PORTS_TRIED = 50
BACKLOG = 256


def listen(host: str, first_port: int) -> socket.socket:
    """Listen on `first_port` of `host`, or say that it is taken and take the next free one.

    The supervisor holds the socket, not the web process: while that one is restarted, callers wait instead of being
    refused. Raises MachineError when the address is not of this machine, not permitted, or all ports are taken.
    """
    for port in range(first_port, min(first_port + PORTS_TRIED, 65536)):
        try:
            listener = _bind(host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise MachineError(
                    _("Không mở được cổng %(port)d tại %(host)s: %(why)s.")
                    % {"port": port, "host": host, "why": error.strerror}
                ) from error
            continue
        if port != first_port:
            say(_("Cổng %(busy)d đang bận, dùng cổng %(port)d.") % {"busy": first_port, "port": port})
        return listener
    raise MachineError(
        _("Các cổng %(first)d đến %(last)d đều đang bận. Hãy đặt SAURO_PORT.")
        % {"first": first_port, "last": first_port + PORTS_TRIED - 1}
    )


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def address_of(listener: socket.socket) -> str:
    """The address to type into a browser on this machine."""
    host, port = listener.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not bound
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def answers(listener: socket.socket, *, timeout: float) -> bool:
    """Whether a web process takes requests from the socket: any answer counts, also a redirect to the sign-in page."""
    host, port = listener.getsockname()[:2]
    connection = http.client.HTTPConnection("127.0.0.1" if host == "0.0.0.0" else host, port, timeout=timeout)  # noqa: S104 -- compared
    try:
        connection.request("HEAD", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
