"""The page with the figures of extraction, as Markdown."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from tools.bench_scores import FOUND_FIELDS, Belief, Score, total
from tools.bench_sets import Annotated
from tools.bench_speed import Speed

Scored = list[tuple[Annotated, Score]]

AIMS = {
    "tasks": "0,95", "leads": "0,95", "coordinators": "0,92", "due": "0,97", "recurrence": "0,95", "product": "0,80",
    "submit_to": "0,92", "standing": "0,93", "references": "0,99", "targets": "0,95", "metadata": "0,99",
    "due_wrong": "0",
}  # fmt: skip
FIELDS = (*FOUND_FIELDS, "standing", "metadata", "target_value", "due_wrong")
BY_KIND = ("tasks", "leads", "coordinators", "due", "product", "submit_to", "standing", "metadata")
TITLES = {
    "metadata": "header fields", "standing": "standing (share right)", "target_value": "values of targets",
    "due_wrong": "wrong or invented dues",
}  # fmt: skip
LEVELS = (0.95, 0.9, 0.8, 0.7)
BINS = ((0.95, 1.01), (0.9, 0.95), (0.85, 0.9), (0.8, 0.85), (0.7, 0.8), (0.0, 0.7))
INTRODUCTION = """# Figures of extraction

Written by `make bench-extraction` on {day}; not edited by hand. The scorer, `tools/bench_scores.py`, has the
definitions of the requirements' own: a task is found when its words overlap by half with an annotated one, its fields
are compared on the tasks found, micro-averaged. Figures are F1 unless said otherwise. How the sets are made is in
[samples](../../dev/samples.md), what extraction cannot do yet in the [errors gallery](errors-gallery.md).

The rules have been written with these sets in sight, and the generator has a grammar of its own, far smaller than the
language of real documents. What an unseen document gives is in [extraction](extraction.md).
"""


def page(sets: dict[str, Scored], other_forms: Scored, speed: Speed | None, day: datetime.date) -> str:
    """The whole page; ``other_forms`` are the clean documents again as Word files and PDFs."""
    by_hand = [scored for name, scored in sets.items() if name.startswith("by hand")]
    sections = [
        INTRODUCTION.format(day=day.strftime("%d.%m.%Y")),
        "## Sets\n\n" + _sets(sets),
        "## Fields\n\n" + _fields(sets),
        "## By kind, written by hand\n\n"
        + _groups([pair for part in by_hand for pair in part], lambda one: [one.kind]),
        "## By form, written by hand\n\n" + _forms(sets, other_forms),
        "## By fault, generated\n\n" + _groups(sets.get("generated, with faults", []), _faults),
        "## Confidence\n\n" + _confidence(sets),
    ]
    if speed is not None:
        sections.append("## Speed\n\n" + _speed(speed))
    return "\n".join(sections)


def _forms(sets: dict[str, Scored], other_forms: Scored) -> str:
    """Clean documents in each of their forms, faulty ones in the form they come as."""
    clean = [*sets.get("by hand, clean", []), *other_forms]
    parts = [(clean, "clean"), (sets.get("by hand, with faults", []), "with faults")]
    names = {id(document): f"{document.form}, {what}" for scored, what in parts for document, _ in scored}
    return _groups([pair for scored, _ in parts for pair in scored], lambda one: [names[id(one)]])


def _faults(document: Annotated) -> list[str]:
    faults: list[str] = document.annotation["faults"]
    return faults


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(header)
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}".replace(".", ",")


def _of(scored: Scored) -> Score:
    return total(score for _, score in scored)


def _sets(sets: dict[str, Scored]) -> str:
    rows = []
    for name, scored in sets.items():
        score = _of(scored)
        none = f"{score.invented_where_none} in {score.documents_of_none}"
        rows.append((name, str(score.documents), str(score.found["tasks"].number), none))
    return _table(("set", "documents", "tasks", "tasks invented in documents that assign nothing"), rows)


def _fields(sets: dict[str, Scored]) -> str:
    scores = {name: _of(scored) for name, scored in sets.items()}
    rows = [
        (TITLES.get(field, field), *(_figure(score.value(field)) for score in scores.values()), AIMS.get(field, ""))
        for field in FIELDS
    ]
    return _table(("field", *scores, "aim"), rows)


def _groups(scored: Scored, names: Callable[[Annotated], list[str]]) -> str:
    groups: dict[str, Scored] = defaultdict(list)
    for document, score in scored:
        for name in names(document):
            groups[name].append((document, score))
    rows = []
    for name, group in sorted(groups.items()):
        score = _of(group)
        figures = (_figure(score.value(field)) for field in BY_KIND)
        rows.append((name, str(score.documents), str(score.found["tasks"].number), *figures))
    return _table(("", "documents", "annotated tasks", *(TITLES.get(field, field) for field in BY_KIND)), rows)


def _confidence(sets: dict[str, Scored]) -> str:
    """Two tables by how sure the extractor was: how many are tasks, and how many name the right bodies and day too."""
    beliefs = {name: _of(scored).beliefs for name, scored in sets.items()}
    parts = []
    for title, is_so in (("It is a task", _is_task), ("Its leads and its day are right too", _is_right)):
        rows = [[f"at least {level:.2f}", *_shares(beliefs, level, 2.0, is_so)] for level in LEVELS]
        rows += [[f"{low:.2f} to {min(high, 1):.2f}", *_shares(beliefs, low, high, is_so)] for low, high in BINS]
        rows = [[row[0].replace(".", ","), *row[1:]] for row in rows]
        parts.append(f"{title}: share, and number of tasks given.\n\n{_table(('confidence', *beliefs), rows)}")
    return "\n".join(parts)


def _is_task(belief: Belief) -> bool:
    return belief.is_task


def _is_right(belief: Belief) -> bool:
    return belief.is_right


def _shares(
    beliefs: dict[str, list[Belief]], low: float, high: float, is_so: Callable[[Belief], bool]
) -> Iterator[str]:
    for group in beliefs.values():
        chosen = [belief for belief in group if low <= belief.confidence < high]
        share = sum(map(is_so, chosen)) / len(chosen) if chosen else None
        yield f"{_figure(share)} ({len(chosen)})" if chosen else "-"


def _speed(speed: Speed) -> str:
    rows = [
        ("40.000 characters of text, read and extracted", f"{speed.short_text * 1000:.0f} ms", "150, aim 60"),
        ("of that without the rules of the check", f"{speed.understood * 1000:.0f} ms", ""),
        ("time per character at 400.000 characters, against that", _figure(speed.growth_long), "1 when linear"),
        ("time per character at 1.000 pages, against that", _figure(speed.growth_book), "1 when linear"),
        ("PDF to blocks", f"{speed.pages_read:.0f} pages/s", "150"),
        ("PDF read and extracted", f"{speed.pages_extracted:.0f} pages/s", "60"),
        ("peak memory, a PDF of 300 pages read and extracted", f"{speed.memory:.0f} MB", "300"),
    ]
    return "CPU time of one process, median of several runs.\n\n" + _table(("what", "measured", "bound"), rows)
