"""The left column: what is asked, grouped by where it is written, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.documents.enums import DocumentState
from sauro.documents.policies import not_suspected
from sauro.programmes.digests import is_doubtful
from sauro.programmes.enums import DemandOrigin, DemandState
from sauro.programmes.models import Answer, Demand, Entry, Programme, Reference
from sauro.tasks.likeness import pairs_of

GONE = "[đã tiêu hủy]"
"""What the purge of a document leaves in the place of words."""

_ORIGINS: Mapping[str, str | Promise] = {
    DemandOrigin.ASKED: _("Chỉ tiêu được giao, phân bổ"),
    DemandOrigin.ASSIGNMENT: _("Nhiệm vụ được giao qua hệ thống"),
    DemandOrigin.RELEASED: _("Nội dung cấp ủy chuyển sang"),
    DemandOrigin.TYPED: _("Yêu cầu nhập tay"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A reference document or another origin of demands. ``key`` names it in the address.

    ``is_withdrawn`` says that the document was taken back since: what was copied from it stands, marked.
    """

    key: str
    name: str | Promise
    reference: Reference | None
    total: int
    open: int
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class ShownDemand:
    """A demand with its answers and those among them that are doubtful."""

    demand: Demand
    answers: tuple[Answer, ...]
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that might answer a demand; ``score`` is the share of telling words in common, 0 to 100."""

    entry: Entry
    number: str
    score: int


def sources_of(programme: Programme) -> list[Source]:
    """Return the sources in order, documents first. Takes three queries."""
    counts: dict[tuple[UUID | None, str], dict[str, int]] = defaultdict(dict)
    rows = programme.demands.order_by().values_list("reference_id", "origin", "state").annotate(count=Count("pk"))
    for reference_id, origin, state, count in rows:
        key = (reference_id, "") if reference_id else (None, origin)
        counts[key][state] = counts[key].get(state, 0) + count
    suspected = suspected_documents(programme)
    sources = [
        _source(str(one.pk), one.name, one, counts.get((one.pk, ""), {}), withdrawn=is_withdrawn(one, suspected))
        for one in programme.references.select_related("document").order_by("position", "pk")
    ]
    others = [(origin, counts[None, origin]) for origin in _ORIGINS if (None, origin) in counts]
    return [*sources, *(_source(str(origin), _ORIGINS[origin], None, held) for origin, held in others)]


def _source(
    key: str, name: str | Promise, reference: Reference | None, held: Mapping[str, int], *, withdrawn: bool = False
) -> Source:
    return Source(key, name, reference, sum(held.values()), held.get(DemandState.OPEN, 0), withdrawn)


def suspected_documents(programme: Programme) -> set[UUID]:
    """Return which reference documents are closed because they may be state secrets."""
    documents = programme.references.filter(document__isnull=False)
    return set(documents.exclude(not_suspected("document_id")).values_list("document_id", flat=True))


def is_withdrawn(reference: Reference, suspected: Collection[UUID]) -> bool:
    """Tell whether the document of a reference was taken back: refused, closed on suspicion, or purged.

    A document that was purged left its name as ``GONE``; one that somebody only named was never there.
    """
    if reference.document is None:
        return reference.name == GONE
    return reference.document.state == DocumentState.REFUSED or reference.document_id in suspected


def demands_of(programme: Programme, key: str) -> list[ShownDemand]:
    """Return the demands of one source. An unknown key has none. Takes two queries."""
    rows = programme.demands.select_related("reference__document", "obligation", "assignment", "ask__share__indicator")
    if key in _ORIGINS:
        rows = rows.filter(reference__isnull=True, origin=key)
    else:
        try:
            rows = rows.filter(reference=UUID(key))
        except ValueError:
            return []
    rows = rows.prefetch_related("answers__entry", "answers__demand")
    return [_shown(one) for one in rows.order_by("position", "pk")]


def _shown(demand: Demand) -> ShownDemand:
    answers = tuple(demand.answers.all())
    return ShownDemand(demand, answers, any(is_doubtful(one) for one in answers) or demand.is_source_changed)


def proposals(demand: Demand, entries: Sequence[tuple[Entry, str]]) -> list[Proposal]:
    """Return every line as a possible answer, the likest first. Likeness orders; it states nothing."""
    mine = set(pairs_of(demand.text))
    found = [Proposal(entry, number, _score(mine, entry)) for entry, number in entries]
    return sorted(found, key=lambda one: -one.score)


def _score(mine: set[tuple[str, str]], entry: Entry) -> int:
    theirs = set(pairs_of(f"{entry.work}. {entry.product}"))
    smaller = min(len(mine), len(theirs))
    return round(100 * len(mine & theirs) / smaller) if smaller else 0
