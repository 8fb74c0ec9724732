"""Visiting addresses as somebody, and what their answers give away."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import unquote

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from tests.contracts.leak_marks import tokens_in
from tests.factories.sessions import begin_session

from sauro.accounts.models import User

# What differs between two answers that say the same: secrets of forms and the time of day.
_PASSING = re.compile(
    r'csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+"|\b\d{1,2}:\d\d(?::\d\d)?\b|"stamp": "[^"]+"|DTSTAMP:\w+'
    r"|Set-Cookie: csrftoken=[^\n]*"
)
_KINDS = (
    ("write", re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)),
    ("point", re.compile(r'SAVEPOINT "(\w+)"')),
    ("back", re.compile(r'ROLLBACK TO SAVEPOINT "(\w+)"')),
)
# The frame of a page is looked at once for each page; a refusal without it takes a quarter of the time.
_FOR_A_SCRIPT = {"HX-Request": "true"}
_SESSION_TABLES = frozenset({"django_session", "accounts_user"})


@dataclass
class Visitor:
    """Somebody who looks around, ``user`` being none for a stranger. ``seen`` is every token any answer held."""

    name: str
    user: User | None
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.sign_in()

    def sign_in(self) -> None:
        """Begin a session of one's own."""
        self._client = Client(raise_request_exception=False)
        if self.user is not None:
            begin_session(self._client, self.user)

    def get(self, url: str, *, part: bool = True) -> Answer:
        """Fetch an address; only the part that a script would swap, when it has one, or the page with its frame."""
        return self._answer("get", url, {}, {"headers": _FOR_A_SCRIPT} if part else {})

    def send(self, method: str, url: str, data: Mapping[str, Any], encoding: Mapping[str, Any]) -> Answer:
        """Send a request that may change something."""
        return self._answer(method, url, data, {**encoding, "headers": _FOR_A_SCRIPT})

    def _answer(self, method: str, url: str, data: Mapping[str, Any], options: Mapping[str, Any]) -> Answer:
        with _written_tables() as written:
            response = getattr(self._client, method)(url, data, **options)
            text = _text_of(response)
        answer = Answer(f"{self.name}: {method} {unquote(url)}", response.status_code, text, frozenset(written))
        # What a request names itself is no news to who sends it.
        answer.tokens = tokens_in(text) - tokens_in(unquote(url)) - tokens_in(str(data))
        self.seen |= answer.tokens
        return answer


@dataclass
class Answer:
    """What came back: status, all text in body, headers and files, and the tables that were written to meanwhile."""

    request: str
    status: int
    text: str
    written: frozenset[str]
    tokens: set[str] = field(default_factory=set)

    @property
    def is_refused(self) -> bool:
        """Whether the visitor was kept out, or sent to sign in."""
        return self.status >= 400 or "/dang-nhap/?next=" in self.text

    @property
    def writes(self) -> frozenset[str]:
        """The tables written to beside those of the session itself."""
        return self.written - _SESSION_TABLES

    @property
    def lasting(self) -> str:
        """The text without what differs each time."""
        return _PASSING.sub("", self.text)


def _text_of(response: HttpResponse) -> str:
    streaming = getattr(response, "streaming_content", None)
    body = b"".join(streaming) if streaming is not None else response.content
    headers = "\n".join(f"{name}: {unquote(value)}" for name, value in response.headers.items())
    cookies = response.cookies.output() if "sessionid" not in response.cookies else ""
    return f"{response.status_code}\n{headers}\n{cookies}\n{_body_text(body)}"


def _body_text(body: bytes) -> str:
    if body.startswith(b"PK\x03\x04"):
        return "\n".join(_parts_of(body))
    text = body.decode("utf-8", errors="replace")
    if text[:1] in "{[":
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except ValueError:
            return text
    return unescape(text)


def _parts_of(archive: bytes) -> Iterator[str]:
    """Yield the texts of an .xlsx or .docx file, names and comments included."""
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        for name in sorted(held.namelist()):
            if not name.startswith("docProps/"):
                yield unescape(held.read(name).decode("utf-8", errors="replace"))


@contextmanager
def _written_tables() -> Iterator[set[str]]:
    """Gather the tables that were written to and not rolled back."""
    written: list[tuple[str, str]] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        for kind, shape in _KINDS:
            if found := shape.match(sql):
                if kind == "back":
                    del written[written.index(("point", found.group(1))) :]
                else:
                    written.append((kind, found.group(1)))
        return execute(sql, params, many, context)

    tables: set[str] = set()
    with connection.execute_wrapper(watch):
        yield tables
    tables.update(name for kind, name in written if kind == "write")
