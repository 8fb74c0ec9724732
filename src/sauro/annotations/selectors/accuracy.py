"""How the machine fared, per field and per kind of document."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.annotations.fields import FIELD_LABELS
from sauro.annotations.policies import comparison_policy
from sauro.documents.enums import DocumentKind


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; ``percent`` is nothing when there were none."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """The share in per cent, to one decimal."""
        return round(100 * self.part / self.whole, 1) if self.whole else None


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of one kind of document, or of all: documents and proposals reviewed, and a share per line."""

    label: str
    documents: int
    proposals: int
    shares: Sequence[Share]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """A table: a line per field and per fate of a proposal, a column per kind of document, the first for all."""

    lines: Sequence[str]
    columns: Sequence[Column]
    compared_at: dt.datetime | None
    only_samples: bool


def accuracy(actor: Actor) -> Accuracy:
    """Return the figures of the documents in the actor's charge. Takes one query.

    Sample documents count only while there are no others.
    """
    visible = list(comparison_policy.visible(actor).values_list("is_sample", "kind", "counts", "compared_at"))
    only_samples = all(is_sample for is_sample, *_rest in visible)
    rows = [rest for is_sample, *rest in visible if is_sample == only_samples]
    total: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = {}
    latest: dt.datetime | None = None
    for kind, counts, compared_at in rows:
        total.update({**counts, "documents": 1})
        by_kind.setdefault(kind, Counter()).update({**counts, "documents": 1})
        latest = max(latest or compared_at, compared_at)
    kinds = sorted(by_kind, key=lambda kind: -by_kind[kind]["documents"])
    columns = [_column(str(DocumentKind(kind).label), by_kind[kind]) for kind in kinds]
    return Accuracy(_lines(), [_column("", total), *columns] if total else [], latest, only_samples)


def _lines() -> list[str]:
    return [*map(str, FIELD_LABELS.values()), _("Bị loại"), _("Bị tách, gộp"), _("Máy bỏ sót")]


def _column(label: str, counts: Counter[str]) -> Column:
    kept, discarded, reshaped, added = (counts[name] for name in ("kept", "discarded", "reshaped", "added"))
    proposals = kept + discarded + reshaped
    fates = [Share(discarded, proposals), Share(reshaped, proposals), Share(added, kept + added)]
    fields = [Share(counts[name], kept) for name in FIELD_LABELS]
    return Column(label, counts["documents"], proposals, [*fields, *fates])
