"""What an actor may know of the documents that a draft cites or shares passages with. Never more than the policy shows.

A document that somebody asked to purge is no source for anybody, not even for those who may purge it.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Substr

from sauro.access.actor import Actor
from sauro.documents.models import Document, Reading, Reference
from sauro.documents.policies import document_policy, not_suspected
from sauro.documents.reader_store import Question
from vanban.text.naming import full_name
from vanban.text.normalize import fold, nfc

MOST_SOURCES = 8
"""Documents whose texts are given to one check, those that share most first."""
LONGEST_SOURCE = 600_000
"""Characters of such a text: about three hundred pages."""
_CANDIDATES = 40
_BEFORE = 60
_REPLACES = re.compile(r"\b(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)\s+(?:toàn\s+bộ\s+)?(?:các\s+)?\Z", re.I)
_OF_ONE_BODY = re.compile(r"(?:CP|TTg|TW|CTN|QH\d*|UBTVQH\d*|\bB[A-ZĐ]{2,}\w*)$")
"""Symbols of the central level, which no other body uses."""
_WHOLE_DAY = len("2026-11-25")
_SHARING = """
WITH sharing AS MATERIALIZED (
    SELECT p.reading_id, count(*) AS shared
    FROM unnest(%s::bigint[]) AS asked(value)
    JOIN documents_readingprints p ON p.values @> ARRAY[asked.value]
    GROUP BY p.reading_id
)
SELECT r.document_id
FROM sharing s
JOIN documents_reading r ON r.id = s.reading_id AND r.is_current
WHERE r.document_id IN ({visible})
ORDER BY s.shared DESC, r.document_id
LIMIT {most}
"""


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """Documents cited and documents that share passages, in the shape of :class:`vanban.check.store.StoredDocument`.

    ``links`` leads from the name of a document to the document; ``any`` tells whether the actor sees documents at all.
    """

    any: bool
    cited: list[dict[str, Any]]
    sources: list[dict[str, Any]]
    links: dict[str, UUID]


def known_to(actor: Actor, question: Question, *, sha256: str, domain: str = "") -> KnownDocuments:
    """Answer for what the actor may see. The draft itself (``sha256``), taken in before, is no source of itself.

    ``domain`` keeps to the documents of one domain: for answers that are stored where its other people read them.
    """
    visible = document_policy.visible(actor).filter(not_suspected()).order_by()
    if domain:
        visible = visible.filter(domain=domain)
    if not visible.exists():
        return KnownDocuments(False, [], [], {})
    sources = _sources(visible.exclude(file__sha256=sha256), question)
    texts = {one.pk for one, _ in sources}
    # A source answers for its own number too: given twice it would be two documents of one number.
    found = visible.filter(_numbered(question.cited)) if question.cited else visible.none()
    cited = [one for one in found if one.pk not in texts and _is_meant(one, question)]
    newer = _replacements(visible, question)
    rows = [_row(one, newer) | {"text": text} for one, text in sources]
    for row, (one, _text) in zip(rows, sources, strict=True):
        row["number"] = one.number if _is_meant(one, question) else ""
    return KnownDocuments(
        any=True,
        cited=[_row(one, newer) for one in cited],
        sources=rows,
        links={_name(one): one.pk for one in [*cited, *newer.values(), *(one for one, _ in sources)]},
    )


def _is_meant(document: Document, question: Question) -> bool:
    """Whether a citation of its number can mean this document: many bodies number their papers with one symbol.

    A citation that names no issuer means a paper of the draft's own, or one with a symbol that only one body uses.
    """
    issuer = _issuer(document.issuer_name)
    for number, symbol, printed in question.cited:
        if _key(number, symbol) != _key(document.number, document.symbol):
            continue
        named = _issuer(printed or question.issuer)
        if named and issuer and (issuer.startswith(named) or named.startswith(issuer)):
            return True
        if not printed and _OF_ONE_BODY.search(nfc(symbol)):
            return True
    return False


def _issuer(name: str) -> str:
    return f"{fold(full_name(nfc(name)))} " if name else ""


def _sources(visible: QuerySet[Document], question: Question) -> list[tuple[Document, str]]:
    """Documents that share most, without those of the issuer of the draft: what is its own is no copy."""
    ids = _sharing(visible, question.prints)
    own = fold(question.issuer)
    found = Document.objects.in_bulk(ids)
    chosen = [found[one] for one in ids if not own or fold(found[one].issuer_name) != own][:MOST_SOURCES]
    texts = dict(
        Reading.objects.filter(document__in=chosen, is_current=True).values_list(
            "document_id", Substr("text__text", 1, LONGEST_SOURCE)
        )
    )
    return [(one, texts[one.pk]) for one in chosen if one.pk in texts]


def _sharing(visible: QuerySet[Document], prints: tuple[int, ...]) -> list[UUID]:
    if not prints:
        return []
    inner, parameters = visible.values("pk").query.sql_with_params()
    with transaction.atomic(), connection.cursor() as cursor:
        # The planner does not know how dear it is to read whole arrays: each value is looked up in the index instead.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(_SHARING.format(visible=inner, most=_CANDIDATES), [list(prints), *parameters])
        found = [document for (document,) in cursor.fetchall()]
        cursor.execute("SET LOCAL enable_seqscan = on")
    return found


def _replacements(visible: QuerySet[Document], question: Question) -> dict[tuple[str, str, str | None], Document]:
    """The visible documents with a date that say they replace or abolish others, by number, symbol and day of these.

    Numbers start again each year and with each body, so only a replacement that prints the day counts.
    """
    if not question.cited:
        return {}
    rows = (
        Reference.objects.filter(
            _numbered(question.cited),
            document__in=visible,
            document__issued_on__isnull=False,
            document__readings__is_current=True,
        )
        .annotate(before=Substr("document__readings__text__text", F("start") + Value(1 - _BEFORE), _BEFORE))
        .select_related("document")
        .order_by("document__issued_on", "pk")
    )
    return {
        (*_key(row.number, row.symbol), row.issued_printed): row.document
        for row in rows
        if len(row.issued_printed) == _WHOLE_DAY and _REPLACES.search(nfc(row.before))
    }


def _repeal(newer: Document | None) -> dict[str, str | None]:
    return {"repealed_by": _name(newer), "repealed_on": _iso(newer.issued_on)} if newer else {}


def _numbered(cited: Iterable[tuple[str, str, str]]) -> Q:
    """The condition that number and symbol are among these, however zeros and letters were typed."""
    return reduce(or_, (Q(number__in=_numbers(one), symbol__in=_spellings(symbol)) for one, symbol, _issuer in cited))


def _numbers(number: str) -> list[str]:
    bare = number.lstrip("0")
    return ["0" * zeros + bare for zeros in range(4)]


def _spellings(symbol: str) -> list[str]:
    return sorted({symbol, nfc(symbol), unicodedata.normalize("NFD", symbol)})


def _key(number: str, symbol: str) -> tuple[str, str]:
    return number.lstrip("0"), nfc(symbol)


def _row(document: Document, newer: dict[tuple[str, str, str | None], Document]) -> dict[str, Any]:
    replaced_by = newer.get((*_key(document.number, document.symbol), _iso(document.issued_on)))
    return {
        "number": document.number,
        "symbol": nfc(document.symbol),
        "name": _name(document),
        "issued_on": _iso(document.issued_on),
        "issuer": document.issuer_name or None,
    } | _repeal(replaced_by)


def _name(document: Document) -> str:
    """How findings name a document: kind and number, and the code that no other document has."""
    return " ".join(_named(document))


def _named(document: Document) -> Iterator[str]:
    yield document.get_kind_display()
    if document.official_code:
        yield document.official_code
    yield f"({document.code})"


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
