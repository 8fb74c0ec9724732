"""Prints what `make bench-web` measured and keeps it as a page of the developers' documents."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.bench_web_client import Answer

PAGE = Path(__file__).resolve().parents[1] / "docs" / "dev" / "web-figures.md"
SHED = 503
FINE = frozenset({200, 302, 303})


@dataclass(frozen=True, slots=True)
class Phase:
    """One minute of asking: the answers, how long it took, the load of the machine before and after."""

    name: str
    answers: Sequence[Answer]
    seconds: float
    load: tuple[float, float]


def write_report(
    *, made: Mapping[str, float], costs: Sequence[Mapping[str, Any]], phases: Sequence[Phase], board: tuple[bool, str]
) -> None:
    """Print the figures and write them down."""
    lines = [
        "# Figures of the running site",
        "",
        f"Written by `make bench-web` on {dt.datetime.now(tz=dt.UTC):%d.%m.%Y}; not edited by hand. "
        f"{len(os.sched_getaffinity(0))} processors shared by site, database and visitors; times in milliseconds from "
        "the moment at which an answer was to be asked for. *Load* is the machine's load average before and after.",
        "",
        "Making the database, seconds: " + ", ".join(f"{name} {seconds:g}" for name, seconds in made.items()) + ".",
        "",
        f"The board against the tasks, after all of it: {'equal' if board[0] else 'not equal'} ({board[1]})",
        "",
    ]
    for phase in phases:
        lines += _phase(phase)
    lines += _costs(costs)
    text = "\n".join(lines)
    sys.stdout.write(text + "\n")
    PAGE.write_text(text + "\n", encoding="utf-8")


def _phase(phase: Phase) -> list[str]:
    answered = [one for one in phase.answers if one.status in FINE]
    lines = [
        f"## {phase.name[0].upper()}{phase.name[1:]}",
        "",
        f"{len(phase.answers)} requests in {phase.seconds:.0f} s, {len(answered) / phase.seconds:.1f} answered a "
        f"second; load {phase.load[0]:.1f} and {phase.load[1]:.1f}.",
        "",
        "| page | asked | middle | p95 | p99 | longest | sent away (503) | other errors |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for page in [*sorted({one.page for one in phase.answers}), "all"]:
        lines.append(_line(page, [one for one in phase.answers if page in ("all", one.page)]))
    return [*lines, ""]


def _line(page: str, answers: Sequence[Answer]) -> str:
    times = sorted(one.seconds * 1000 for one in answers if one.status in FINE)
    shed = sum(1 for one in answers if one.status == SHED)
    wrong = sorted({one.status for one in answers} - FINE - {SHED})
    bad = sum(1 for one in answers if one.status in wrong)
    cells = [page, len(answers), *(f"{_share(times, share):.0f}" for share in (0.5, 0.95, 0.99, 1.0)), shed]
    return "| " + " | ".join(map(str, [*cells, f"{bad} ({', '.join(map(str, wrong))})" if bad else 0])) + " |"


def _share(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(share * len(times)))] if times else float("nan")


def _costs(costs: Sequence[Mapping[str, Any]]) -> list[str]:
    """One line a page and person, of the dearest of its addresses."""
    lines = [
        "## What a page costs on its own",
        "",
        "Asked for one at a time, of the dearest address of each page: queries, milliseconds of processor time in "
        "Python, milliseconds of the database, blocks it touched (8 kB each, by everybody on the machine's database).",
        "",
        "| page | person | queries | Python | database | blocks | dearest address |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for (page, who), found in sorted(_grouped(costs).items()):
        worst = max(found, key=lambda one: one["processor"] + one["database"])
        shown = worst["path"] if worst["status"] == 200 else f"{worst['path']} ({worst['status']})"
        most = max(one["queries"] for one in found)
        figures = f"{most} | {worst['processor']:.0f} | {worst['database']:.0f} | {worst['blocks']}"
        lines.append(f"| {page} | {who} | {figures} | `{_plain(shown)}` |")
    return lines


def _grouped(costs: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], list[Mapping[str, Any]]]:
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for one in costs:
        found.setdefault((one["page"], one["who"]), []).append(one)
    return found


def _plain(path: str) -> str:
    """An address without the identity of one object."""
    return "/".join("…" if len(part) == 36 and part.count("-") == 4 else part for part in path.split("/"))
