"""The visitors of `make bench-web`: a small client for HTTP/1.1 that keeps connections, without a library in the way.

An answer counts from the moment at which it was to be asked for, not from when a connection was free: what a slow
server makes people wait must not be left out.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import urlencode

CSRF = "a" * 32
GIVE_UP_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what was asked for, when it was to be, in how many seconds it came; status 0 is none at all."""

    page: str
    at: float
    seconds: float
    status: int


@dataclass(slots=True)
class Site:
    """The server and who is signed in to it."""

    host: str
    port: int
    sessions: dict[str, str]
    _idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(default_factory=list)

    async def ask(self, wanted: dict[str, Any]) -> int:
        """Ask once, on a connection that is free or a new one. Returns the status."""
        reader, writer = self._idle.pop() if self._idle else await asyncio.open_connection(self.host, self.port)
        try:
            writer.write(self._request(wanted))
            await writer.drain()
            status, stays = await _answer(reader)
        except BaseException:
            writer.close()
            raise
        if stays:
            self._idle.append((reader, writer))
        else:
            writer.close()
        return status

    def _request(self, wanted: dict[str, Any]) -> bytes:
        cookies = f"sessionid={self.sessions[wanted['session']]}; csrftoken={CSRF}"
        data = wanted.get("data")
        body = urlencode(data).encode() if data is not None else b""
        lines = [f"{'GET' if data is None else 'POST'} {wanted['path']} HTTP/1.1", f"Host: {self.host}:{self.port}"]
        lines += [f"Cookie: {cookies}", "Accept-Encoding: identity"]
        if data is not None:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"X-CSRFToken: {CSRF}"]
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, "", ""]).encode() + body


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Read an answer to its end. Returns its status and whether the connection can be used again."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
    elif headers.get("transfer-encoding") == "chunked":
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        await reader.read()
        return int(head.split(" ", 2)[1]), False
    return int(head.split(" ", 2)[1]), headers.get("connection") != "close"


async def _timed(site: Site, wanted: dict[str, Any], at: float) -> Answer:
    try:
        status = await asyncio.wait_for(site.ask(wanted), GIVE_UP_SECONDS)
    except (OSError, asyncio.IncompleteReadError, TimeoutError):
        status = 0
    return Answer(wanted["page"], at, time.perf_counter() - at, status)


async def steadily(site: Site, wanted: Sequence[dict[str, Any]], rate: float, random: Random) -> list[Answer]:
    """Ask for everything in turn at ``rate`` a second, come what may (arrivals by chance, as people come)."""
    at, tasks = time.perf_counter(), []
    for one in wanted:
        at += random.expovariate(rate)
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        tasks.append(asyncio.create_task(_timed(site, one, at)))
    return list(await asyncio.gather(*tasks))


async def as_people(
    site: Site, people: Sequence[str], reads: Sequence[dict[str, Any]], *, seconds: float, think: float, seed: int
) -> list[Answer]:
    """Let everybody ask, read for a while, and ask again, for so many seconds."""
    end = time.perf_counter() + seconds
    answers: list[Answer] = []

    async def person(name: str, random: Random) -> None:
        await asyncio.sleep(random.uniform(0, think))
        while time.perf_counter() < end:
            wanted = {**random.choice(reads), "session": name}
            answers.append(await _timed(site, wanted, time.perf_counter()))
            await asyncio.sleep(random.expovariate(1 / think))

    await asyncio.gather(*(person(name, Random(f"{seed} {name}")) for name in people))  # noqa: S311 -- no secret
    return answers
