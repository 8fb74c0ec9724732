"""Measures the figures of the workforce over the synthetic province and writes them: `make bench-workforce`.

In a database that holds it (`sauro demo --workforce` in a data folder of its own), in a transaction that is taken back.
Waiting time is that of a machine which may have other things to do; processor time is of this process and of its
database connection together. docs/dev/workforce-figures.md is written by this command.
"""

from __future__ import annotations

import datetime as dt
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connection, transaction

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import User
from sauro.common.clock import today
from sauro.common.domains import Domain
from sauro.common.ids import new_id
from sauro.headcounts.models import Line, Mark, Pending, Places, Snapshot
from sauro.headcounts.selectors.crossing import COMMUNE, crossed
from sauro.headcounts.selectors.places import scope_for
from sauro.headcounts.selectors.report import report_of
from sauro.headcounts.services.releases import release_figures
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.workforce.models import Particulars

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "workforce-figures.md"
TIMES = 7
TABLES = (
    ("block", "sex"), ("education", "theory"), ("decade", "ethnicity"), (COMMUNE, "education"), (COMMUNE, COMMUNE),
)  # fmt: skip


def main() -> None:
    """Measure everything, write the page and print it."""
    with transaction.atomic():
        text = "\n".join(_page()) + "\n"
        transaction.set_rollback(True)
    # The second half of the page is of `make bench-workforce-import`.
    _own, there, rest = PAGE.read_text(encoding="utf-8").partition("\n## ") if PAGE.exists() else ("", "", "")
    PAGE.write_text(f"{text}{there}{rest}", encoding="utf-8")
    sys.stdout.write(text)


def _page() -> Iterator[str]:
    user = User.objects.select_related("person").get(username="noivu.tinh")
    actor = load_actor(user=user, door=Door.COMMAND, request_id=str(new_id()))
    day = today()
    yield from _head()
    Line.objects.all().delete()
    Places.objects.all().delete()
    Pending.objects.all().delete()
    Mark.objects.all().delete()
    Snapshot.objects.all().delete()
    days = iter(day - dt.timedelta(days=number) for number in range(1, 40))
    yield _row("First build of any day", lambda: snapshot_of(Domain.STATE, next(days)))
    kept = snapshot_of(Domain.STATE, day)
    yield _row("Snapshot that is there", lambda: snapshot_of(Domain.STATE, day))
    yield _row("Ten dossiers corrected, mended", lambda: _correct(day))
    scope = scope_for(actor, Domain.STATE, day)
    for row, column in TABLES:
        yield _row(f"Cross-table {row} × {column}", lambda row=row, column=column: crossed(kept, scope, row, column))  # type: ignore[misc]  # bound at once
    yield _row("Whole report", lambda: report_of(actor, scope, kept))
    yield _row("Release of all communes", lambda: _release(actor, day))
    yield ""
    yield f"Lines of the snapshot: {kept.people} of the State's domain, of {_people(day)} people in all domains."


def _correct(day: dt.date) -> None:
    chosen = Line.objects.filter(snapshot__day=day, snapshot__domain=Domain.STATE).values_list("dossier_id", flat=True)
    for one in Particulars.objects.standing().filter(dossier__in=list(chosen[:10])):
        one.sex = "male" if one.sex == "female" else "female"
        one.save()
    snapshot_of(Domain.STATE, day)


def _release(actor: Actor, day: dt.date) -> None:
    release_figures(actor=actor, domain=Domain.STATE, day=day, readers=[Domain.STATE])


def _people(day: dt.date) -> int:
    return sum(snapshot_of(domain, day).people for domain in Domain)


def _row(name: str, measured: Callable[[], object]) -> str:
    waited, spent = zip(*(took(measured) for _time in range(TIMES)), strict=True)
    cells = [f"{1000 * value:.0f}" for value in (statistics.median(waited), max(waited), statistics.median(spent))]
    return f"| {name} | {' | '.join(cells)} |"


def took(measured: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds waited for something, and those of the processor."""
    clock, used = time.monotonic(), processor()
    measured()
    return time.monotonic() - clock, processor() - used


def processor() -> float:
    """Return the processor time of this process and of its database connection, in seconds."""
    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def conditions() -> list[str]:
    """Return what BENCH_NOTE says of the machine at the time, as a line of the page."""
    note = os.environ.get("BENCH_NOTE")
    return [note] if note else []


def _head() -> list[str]:
    return [
        "# Figures of the workforce: what they cost",
        "",
        f"Written by `make bench-workforce` on {dt.datetime.now(dt.UTC):%d.%m.%Y}; not edited by hand. The synthetic",
        f"province on {os.cpu_count()} processors. Milliseconds, the median of {TIMES} times, and the longest;",
        "processor time is of the program and its database connection together.",
        *conditions(),
        "",
        "| what | waited | longest | processor |",
        "| --- | --- | --- | --- |",
    ]


if __name__ == "__main__":
    main()
