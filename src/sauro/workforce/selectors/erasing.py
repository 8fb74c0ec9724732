"""What erasing would destroy of a person, what would stay, and the requests so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sauro.workforce.enums import ErasureState
from sauro.workforce.fields import FACTS, Label
from sauro.workforce.models import Dossier, DossierPaper, Erasure, Fact, Identity


@dataclass(frozen=True, slots=True)
class Remains:
    """What is sealed in a dossier: whether there is a number, facts by kind, papers; and the open facts that stay.

    ``has_key``: it can still be opened.
    """

    has_key: bool
    has_number: bool
    sealed: Sequence[tuple[Label, int]]
    papers: int
    open_facts: int


def remains(dossier: Dossier) -> Remains:
    """Return what is sealed in a dossier and what is not. The caller has checked that the reader may see it."""
    identity = Identity.objects.filter(person=dossier.person_id).first()
    kinds = Counter(Fact.objects.filter(dossier=dossier).values_list("kind", flat=True))
    return Remains(
        has_key=identity is not None and identity.wrapped_key is not None,
        has_number=identity is not None and identity.number_sealed is not None,
        sealed=[(FACTS[kind].label, number) for kind, number in sorted(kinds.items()) if FACTS[kind].is_sealed],
        papers=DossierPaper.objects.filter(dossier=dossier).count(),
        open_facts=sum(number for kind, number in kinds.items() if not FACTS[kind].is_sealed),
    )


def open_erasure(dossier: Dossier) -> Erasure | None:
    """Return the request that waits for a second person."""
    return Erasure.objects.filter(dossier=dossier, state=ErasureState.ASKED).first()


def settled_erasures(dossier: Dossier) -> list[Erasure]:
    """Return the earlier requests, newest first."""
    return list(Erasure.objects.filter(dossier=dossier).exclude(state=ErasureState.ASKED))
