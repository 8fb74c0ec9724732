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

from django.db import connection
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Substr

from sauro.access.actor import Actor
from sauro.documents.models import Document, Reading, Reference
from sauro.documents.policies import document_policy, not_suspected
from sauro.documents.reader_store import Question
from vanban.text.normalize import fold, nfc

MOST_SOURCES = 8
"""Documents whose texts are given to one check, those that share most first."""
LONGEST_SOURCE = 600_000
"""Characters of such a text: about three hundred pages."""
_CANDIDATES = 40
_BEFORE = 60
_REPLACES = re.compile(r"\b(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ)\s+(?:toàn\s+bộ\s+)?(?:các\s+)?\Z", re.I)
_SHARING = """
SELECT r.document_id, cardinality(ARRAY(SELECT unnest(p.values) INTERSECT SELECT unnest(%s::bigint[]))) AS shared
FROM documents_readingprints p
JOIN documents_reading r ON r.id = p.reading_id AND r.is_current
WHERE p.values && %s::bigint[] AND r.document_id IN ({visible})
ORDER BY shared DESC, r.document_id
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


def known_to(actor: Actor, question: Question, *, sha256: str) -> KnownDocuments:
    """Answer for what the actor may see. The draft itself (``sha256``), taken in before, is no source of itself."""
    visible = document_policy.visible(actor).filter(not_suspected()).order_by()
    if not visible.exists():
        return KnownDocuments(False, [], [], {})
    cited = list(visible.filter(_numbered(question.cited))) if question.cited else []
    sources = _sources(visible.exclude(file__sha256=sha256), question)
    replaced = _replacements(visible, question.cited)
    rows = [_row(one) | _repeal(replaced.get(_key(one.number, one.symbol))) for one in cited]
    here = {_key(one.number, one.symbol) for one in cited}
    rows += [_known_by_citation(*key, newer) for key, newer in replaced.items() if key not in here]
    return KnownDocuments(
        any=True,
        cited=rows,
        sources=[_row(one) | {"text": text} for one, text in sources],
        links={_name(one): one.pk for one in [*cited, *replaced.values(), *(one for one, _ in sources)]},
    )


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
    values = list(prints)
    with connection.cursor() as cursor:
        cursor.execute(_SHARING.format(visible=inner, most=_CANDIDATES), [values, values, *parameters])
        return [document for document, _shared in cursor.fetchall()]


def _replacements(visible: QuerySet[Document], cited: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], Document]:
    """The visible documents with a date that say they replace or abolish others, by number and symbol of these."""
    if not cited:
        return {}
    rows = (
        Reference.objects.filter(
            _numbered(cited),
            document__in=visible,
            document__issued_on__isnull=False,
            document__readings__is_current=True,
        )
        .annotate(before=Substr("document__readings__text__text", F("start") + Value(1 - _BEFORE), _BEFORE))
        .select_related("document")
        .order_by("document__issued_on", "pk")
    )
    return {_key(row.number, row.symbol): row.document for row in rows if _REPLACES.search(nfc(row.before))}


def _repeal(newer: Document | None) -> dict[str, str | None]:
    return {"repealed_by": _name(newer), "repealed_on": _iso(newer.issued_on)} if newer else {}


def _known_by_citation(number: str, symbol: str, newer: Document) -> dict[str, Any]:
    """A document that is not here, but of which one that is here says that it replaced it."""
    return {"number": number, "symbol": symbol, "name": f"{number}/{symbol}"} | _repeal(newer)


def _numbered(cited: Iterable[tuple[str, str]]) -> Q:
    """The condition that number and symbol are among these, however zeros and letters were typed."""
    return reduce(or_, (Q(number__in=_numbers(number), symbol__in=_spellings(symbol)) for number, symbol in cited))


def _numbers(number: str) -> list[str]:
    bare = number.lstrip("0")
    return ["0" * zeros + bare for zeros in range(4)]


def _spellings(symbol: str) -> list[str]:
    return sorted({symbol, nfc(symbol), unicodedata.normalize("NFD", symbol)})


def _key(number: str, symbol: str) -> tuple[str, str]:
    return number.lstrip("0"), nfc(symbol)


def _row(document: Document) -> dict[str, Any]:
    return {
        "number": document.number,
        "symbol": nfc(document.symbol),
        "name": _name(document),
        "issued_on": _iso(document.issued_on),
        "issuer": document.issuer_name or None,
    }


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
