"""The lines of a programme, and a line as the checks need it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Count
from django.utils.translation import gettext as _

from sauro.programmes.enums import EntryKind, Part
from sauro.programmes.marks import EntryFacts
from sauro.programmes.models import Entry, Programme
from sauro.programmes.shortfalls import Planned


def marked_entries(programme: Programme) -> Sequence[Entry]:
    """Return the entries that the checks look at."""
    rows = programme.entries.filter(is_removed=False)
    rows = rows.select_related("lead_unit", "person__person", "person__position", "target_share__indicator")
    return list(rows.prefetch_related("fundings", "coordinator_units"))


def facts_of(entry: Entry) -> EntryFacts:
    """Return an entry as the checks need it."""
    committee = entry.programme.unit.name
    lead = entry.lead
    time = target_time(entry) if entry.kind == EntryKind.TARGET else _task_time(entry)
    planned = entry.year_values if entry.kind == EntryKind.TARGET else {}
    return EntryFacts(
        kind=entry.kind,
        part=entry.part,
        work=entry.work,
        lead=lead,
        bodies=(lead, committee, "cấp xã") if lead and entry.part == Part.DIRECT else (),
        person=entry.in_charge,
        measures=entry.measures,
        money=entry.money,
        has_other_resources=bool(entry.assets or entry.people or entry.science),
        time=time,
        due_on=entry.due_on,
        authority=entry.authority,
        product=entry.product,
        value=entry.printed_value if entry.value_unit else "",
        planned=Planned(planned, entry.value_unit, entry.rule) if planned else None,
    )


def _task_time(entry: Entry) -> str:
    return time_of(entry.due_on, entry.due_text, entry.get_rhythm_display() if entry.rhythm else "")


def target_time(entry: Entry) -> str:
    """Return when a target is to be reached, as printed: its own words, else its day, else its year."""
    time = time_of(entry.due_on, entry.due_text, "")
    return time or (_("Năm %(year)s") % {"year": entry.target_year} if entry.target_year else "")


def time_of(due_on: dt.date | None, due_text: str, rhythm: str) -> str:
    """Return when an entry is due, as printed: its own words, else its day, with how often it comes back."""
    day = due_text or (f"{due_on:%d/%m/%Y}" if due_on else "")
    return "; ".join(filter(None, [day, rhythm]))


def part_counts(programme: Programme) -> list[tuple[str, int]]:
    """Return how many tasks are direct work and how many coordination."""
    rows = programme.entries.filter(is_removed=False, kind=EntryKind.TASK).order_by().values_list("part")
    counts = dict(rows.annotate(count=Count("pk")))
    return [(str(part.label), counts.get(part, 0)) for part in Part]
