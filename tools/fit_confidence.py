"""Fits the table of confidences on the samples: `python -m tools.fit_confidence [--write]`.

Documents annotated elsewhere judge the fit and take no part in it: `--gold DIR --sources DIR`, repeatable in pairs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tools.bench_scores import LENIENT_SOURCES, Json
from tools.bench_sets import Annotated, clean_documents, faulty_documents, generated_documents
from tools.bench_texts import Places, lenient, name_key, pairs_of
from tools.build_samples import SAMPLES

from vanban import api
from vanban.results import Task
from vanban.tasks.confidence import reasons_for_doubt

TABLE = SAMPLES.parent / "src" / "vanban" / "tasks" / "lexicon" / "chances.py"
GENERATED = 150
RIGHT_BEFORE, TASKS_BEFORE = 3.0, 4.0
"""What is believed before any task has been seen: three of four right."""
MOST, LEAST = 0.98, 0.3
SURE = 0.9
ERRORS = 2
FIRST_SIGHT = 0.04
"""What is lost on documents that nobody had in sight while the rules were written, as new sets have shown."""


@dataclass(frozen=True)
class Given:
    """A task as it was given: its points of doubt, and whether it is a task with the right leads."""

    points: int
    right: bool


def given_tasks(document: Annotated) -> Iterator[Given]:
    """The tasks that the extractor gives for a document."""
    extraction = api.extract(api.read(document.content, name=document.file_name))
    wanted = document.annotation["tasks"]
    quoted, printed = Places(document.text), Places(document.text)
    pairs = pairs_of(
        [quoted.span(task["text"]) for task in wanted], [printed.span(task.text) for task in extraction.tasks]
    )
    task_of = {place: wanted[number] for number, place in pairs}
    for place, task in enumerate(extraction.tasks):
        points = sum(points for _, points in reasons_for_doubt(task, extraction.document.kind))
        yield Given(points, place in task_of and _same_leads(task_of[place], task))


def _same_leads(wanted: Json, task: Task) -> bool:
    right, given = {name_key(name) for name in wanted.get("leads") or []}, {name_key(name) for name in task.leads}
    if wanted.get("lead_source") in LENIENT_SOURCES:
        right, given = lenient(right, given)
    return right == given


def fit(tasks: Iterable[Given]) -> tuple[float, ...]:
    """The share of right tasks by points, never rising (pool adjacent violators), less two standard errors.

    What is lost at first sight is taken off too: documents from elsewhere vary more than the samples do.
    """
    shares: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for task in tasks:
        shares[task.points][0] += task.right
        shares[task.points][1] += 1
    pools: list[list[float]] = []
    for points in range(max(shares) + 1):
        right, number = shares[points]
        pools.append([right + RIGHT_BEFORE, number + TASKS_BEFORE, 1])
        while len(pools) > 1 and pools[-1][0] / pools[-1][1] >= pools[-2][0] / pools[-2][1]:
            later = pools.pop()
            pools[-1] = [one + other for one, other in zip(pools[-1], later, strict=True)]
    return tuple(
        max(LEAST, min(MOST, _cautious(right / number, number)))
        for right, number, length in pools
        for _ in range(int(length))
    )


def lower(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    """The less hopeful of two tables, up to the first of the least chances."""
    pairs = zip_longest(one, other, fillvalue=LEAST)
    chances = tuple(min(pair) for pair in pairs)
    return chances[: chances.index(LEAST) + 1] if LEAST in chances else chances


def _cautious(share: float, number: float) -> float:
    return int(100 * (share - ERRORS * (share * (1 - share) / number) ** 0.5 - FIRST_SIGHT)) / 100


def outside(gold: Path, sources: Path) -> Iterator[Annotated]:
    """Documents annotated elsewhere."""
    for path in sorted(gold.glob("[0-9]*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        file = sources / annotation["source"]
        yield Annotated(file.name, file.read_bytes(), annotation, annotation.get("text") or file.read_text("utf-8"))


def report(title: str, tasks: list[Given], chances: tuple[float, ...]) -> str:
    """How often tasks were right, by points and above the line from which they may be accepted unseen."""
    lines = [title]
    for points in range(len(chances)):
        group = [task.right for task in tasks if min(task.points, len(chances) - 1) == points]
        if group:
            lines.append(f"  {points} points, {chances[points]:.2f}: {sum(group)} of {len(group)} right")
    sure = [task.right for task in tasks if chances[min(task.points, len(chances) - 1)] >= SURE]
    lines.append(f"  at least {SURE}: {sum(sure)} of {len(sure)} right ({sum(sure) / max(1, len(sure)):.3f})")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Fit the table of confidences on the samples.")
    parser.add_argument("--write", action="store_true", help="write the table; otherwise only show it")
    parser.add_argument("--gold", type=Path, action="append", default=[], help="annotations that judge the fit")
    parser.add_argument("--sources", type=Path, action="append", default=[], help="their documents")
    parser.add_argument("--count", type=int, default=GENERATED, help="generated documents")
    options = parser.parse_args(arguments)
    by_hand = [task for document in (*clean_documents(), *faulty_documents()) for task in given_tasks(document)]
    generated = [task for document in generated_documents(options.count, faults=True) for task in given_tasks(document)]
    chances = lower(fit(by_hand), fit(generated))
    sys.stdout.write(report("by hand", by_hand, chances) + "\n" + report("generated", generated, chances) + "\n")
    for gold, sources in zip(options.gold, options.sources, strict=True):
        judged = [task for document in outside(gold, sources) for task in given_tasks(document)]
        sys.stdout.write(report(str(gold.name), judged, chances) + "\n")
    if options.write:
        TABLE.write_text(_table(chances), encoding="utf-8")
    return 0


def _table(chances: tuple[float, ...]) -> str:
    return (
        '"""How often tasks are right, by points of doubt; written by tools/fit_confidence.py, not by hand."""\n\n'
        f"from __future__ import annotations\n\nCHANCES = ({', '.join(str(chance) for chance in chances)})\n"
    )


if __name__ == "__main__":
    sys.exit(main())
