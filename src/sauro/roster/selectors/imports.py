"""Reading imports: one's own, with what their check found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.common.domains import Domain
from sauro.roster.enums import Outcome
from sauro.roster.models import ImportFault, ImportProgress, ImportRow, PeopleImport
from sauro.roster.policies import RECORD, import_policy
from sauro.roster.sheets.cells import text_of
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.faults import MASK
from sauro.roster.sheets.grid import Grid, letter_of
from sauro.roster.sheets.headings import Heading, first_data_row, headings_of

_SAMPLES, _SAMPLED_ROWS = 3, 200


def own_imports(actor: Actor) -> QuerySet[PeopleImport]:
    """Return the actor's imports."""
    return import_policy.visible(actor)


def get_import(actor: Actor, pk: UUID) -> PeopleImport:
    """Return one of the actor's imports. Raises ``NotVisible``."""
    return import_policy.get_visible(actor, pk, base=PeopleImport.objects.select_related("unit"))


def progress_of(run: PeopleImport) -> ImportProgress:
    """Return how far the work in the background is."""
    return ImportProgress.objects.filter(run=run).first() or ImportProgress(run=run)


def faults_of(run: PeopleImport) -> QuerySet[ImportFault]:
    """Return all that is wrong in a sheet, in the order of its cells."""
    return ImportFault.objects.filter(run=run)


def rows_of(run: PeopleImport) -> QuerySet[ImportRow]:
    """Return what writing each row would do."""
    return ImportRow.objects.filter(run=run)


def asked_rows(run: PeopleImport) -> Sequence[ImportRow]:
    """Return the first rows about which somebody has to say whether they are the same person."""
    return list(rows_of(run).filter(outcome=Outcome.ASKED)[:50])


def domains_of(actor: Actor) -> list[Domain]:
    """Return the domains in which the actor keeps records."""
    held = {scope.domain for scope in actor.scopes(RECORD)}
    return [domain for domain in Domain if domain in held]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column as the page of mapping shows it: its letter, its heading, some values, what it was taken for."""

    number: int
    letter: str
    heading: str
    samples: Sequence[str]
    field: str


def sheet_columns(run: PeopleImport, grid: Grid) -> list[SheetColumn]:
    """Return the columns of a sheet that have a heading or a meaning."""
    headings = {one.column: one for one in headings_of(grid, run.first_heading, run.last_heading)}
    numbers = sorted({*headings, *(int(column) for column in run.mapping)})
    first = first_data_row(grid, run.last_heading)
    return [_column(run, grid, number, headings.get(number), first) for number in numbers if number < grid.width]


def _column(run: PeopleImport, grid: Grid, number: int, heading: Heading | None, first: int) -> SheetColumn:
    field = run.mapping.get(str(number), "")
    found: list[str] = []
    for row in range(first, min(grid.height, first + _SAMPLED_ROWS)):
        text = text_of(grid.at(row, number))[:40]
        if text and text not in found:
            found.append(text)
        if len(found) == _SAMPLES:
            break
    if field in FIELDS and FIELDS[field].is_covered:
        found = [MASK for _one in found]
    return SheetColumn(number, letter_of(number), heading.text if heading else "", found, field)
