"""What a rule gets to see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from vanban.check.competence import CompetenceCatalogue
from vanban.check.needs import Need
from vanban.check.store import DocumentStore
from vanban.check.wording import DEFAULT_WORDING, Wording
from vanban.layout import DocumentLayout
from vanban.results import DocumentHeader, Target, Task
from vanban.structure.document import Structure

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class CheckedDocument:
    """A document with everything that was understood of it. ``today`` is its own date, if known.

    ``store`` and ``catalogue`` answer for the person who checks; ``checked_on`` is the day of the check, and
    ``wording`` the site's wording of the six clears. All are the caller's to pass.
    """

    structure: Structure
    header: DocumentHeader
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    today: date | None = None
    store: DocumentStore | None = None
    catalogue: CompetenceCatalogue | None = None
    checked_on: date | None = None
    wording: Wording = DEFAULT_WORDING
    _known: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The text that spans point into."""
        return self.structure.text

    @property
    def layout(self) -> DocumentLayout | None:
        """How the document looks on paper; None when its format does not tell."""
        return self.structure.document.layout

    def offers(self, need: Need) -> bool:
        """True when what a rule needs is there."""
        given = {
            Need.LAYOUT: self.layout,
            Need.STORE: self.store,
            Need.CATALOGUE: self.catalogue,
            Need.DATE: self.today,
            Need.CLOCK: self.checked_on,
        }
        return given[need] is not None

    def once(self, compute: Callable[[CheckedDocument], T]) -> T:
        """What ``compute`` says of this document, computed for the first rule that asks and kept for the others."""
        if compute not in self._known:
            self._known[compute] = compute(self)
        return cast("T", self._known[compute])
