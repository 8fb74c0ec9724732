"""The one place that connects to another machine: to an address checked at the moment of the call, and to no other.

The name is resolved once; every address it has must be allowed, and the connection goes to the address that was
checked, so that a name cannot lead elsewhere between check and call. Redirects are not followed, proxies not used.
Pure: needs no database.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

OWN_NETWORKS = tuple(
    map(ipaddress.ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "::1/128", "fc00::/7"))
)
"""Private ranges (RFC 1918, RFC 4193) and this machine. Link-local addresses, where clouds keep secrets, are none."""
MOST_BYTES = 2 * 1024 * 1024
_PIECE = 64 * 1024


class CallRefused(Exception):
    """The address must not be called. ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class CallFailed(Exception):
    """The call brought nothing that can be used. ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: the name it was reached by, and the numeric address to connect to."""

    url: SplitResult
    address: Address
    port: int

    @property
    def is_encrypted(self) -> bool:
        """Whether the connection is encrypted."""
        return self.url.scheme == "https"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the decoded object and its size in bytes."""

    body: Any
    size: int


def check_target(url: str, *, may_leave: bool) -> Target:
    """Resolve an address and check it. Raises :class:`CallRefused`.

    ``may_leave`` says that the site has registered a purpose for an address outside its own network; that needs https.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise CallRefused("address")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as error:
        raise CallRefused("unknown-host") from error
    addresses = [_bare(ipaddress.ip_address(entry[4][0])) for entry in found]
    if not all(map(_is_own, addresses)):
        _check_foreign(addresses, parts, may_leave=may_leave)
    return Target(parts, addresses[0], port)


def post_json(target: Target, path: str, body: Any, *, headers: Mapping[str, str], seconds: float) -> Answer:
    """Send an object and return the object that comes back. Raises :class:`CallFailed`.

    ``seconds`` bounds the whole exchange. Any status but 200, a redirect included, is a failure.
    """
    deadline = time.monotonic() + seconds
    connection = http.client.HTTPConnection(target.url.netloc.rpartition("@")[2], timeout=seconds)
    try:
        connection.sock = _connect(target, seconds)
        data = json.dumps(body, ensure_ascii=False).encode()
        connection.request("POST", path, data, {"Content-Type": "application/json", **headers})
        response = connection.getresponse()
        if response.status != http.HTTPStatus.OK:
            raise CallFailed("status")
        received = _read(response, connection.sock, deadline)
        return Answer(json.loads(received), len(received))
    except TimeoutError as error:
        raise CallFailed("timeout") from error
    except (OSError, http.client.HTTPException) as error:
        raise CallFailed("connection") from error
    except (ValueError, RecursionError) as error:
        raise CallFailed("answer") from error
    finally:
        connection.close()


def _check_foreign(addresses: list[Address], parts: SplitResult, *, may_leave: bool) -> None:
    if not may_leave:
        raise CallRefused("outside")
    if parts.scheme != "https":
        raise CallRefused("not-encrypted")
    if not all(_is_own(address) or address.is_global for address in addresses):
        raise CallRefused("outside")


def _bare(address: Address) -> Address:
    """Return an IPv4 address that is written as an IPv6 one as what it is."""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _is_own(address: Address) -> bool:
    return any(address.version == network.version and address in network for network in OWN_NETWORKS)


def _connect(target: Target, seconds: float) -> socket.socket:
    plain = socket.create_connection((str(target.address), target.port), timeout=seconds)
    if not target.is_encrypted:
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=target.url.hostname)
    except BaseException:
        plain.close()
        raise


def _read(response: http.client.HTTPResponse, connection: socket.socket | None, deadline: float) -> bytes:
    received = bytearray()
    while piece := response.read1(_PIECE):
        received += piece
        if len(received) > MOST_BYTES:
            raise CallFailed("answer")
        left = deadline - time.monotonic()
        if left <= 0:
            raise CallFailed("timeout")
        if connection is not None:
            connection.settimeout(left)
    return bytes(received)
