"""Scores an extraction against an annotation, field by field (docs/domain/algorithms/extraction-figures.md).

The definitions are those of the requirements' own scorer; tests/samples/test_scores.py compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tools.bench_texts import Places, Span, lenient, name_key, pairs_of, tidy, word_overlap

Json = dict[str, Any]

FOUND_FIELDS = (
    "tasks", "leads", "coordinators", "due", "recurrence", "product", "submit_to", "references", "targets",
)  # fmt: skip
SHARE_FIELDS = ("due_wrong", "standing", "target_value", "metadata", "finding_recall", "finding_precision")
HEADER_FIELDS = ("kind", "side", "number", "symbol", "place", "issued_on", "issuer", "subject", "signer_name")
LENIENT_SOURCES = ("lead-in", "addressees", "context")
SAME_WORDS, SAME_PHRASE = 0.8, 0.5


@dataclass
class Found:
    """How many values were found rightly, wrongly, and not at all."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, wanted: set[Any], found: set[Any]) -> None:
        """Count two sets of values."""
        self.right += len(wanted & found)
        self.extra += len(found - wanted)
        self.missed += len(wanted - found)

    @property
    def number(self) -> int:
        """Values in the annotation."""
        return self.right + self.missed

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        return self.right / self.number if self.number else None

    @property
    def f1(self) -> float | None:
        """None when there was nothing to find and nothing was found."""
        if not self.right + self.extra + self.missed:
            return None
        return 2 * self.right / (2 * self.right + self.extra + self.missed)


@dataclass
class Share:
    """Decisions of a kind among all that were taken."""

    of_kind: int = 0
    number: int = 0

    def add(self, *, of_kind: bool) -> None:
        self.of_kind += of_kind
        self.number += 1

    @property
    def value(self) -> float | None:
        return self.of_kind / self.number if self.number else None


@dataclass(frozen=True)
class Belief:
    """A task as the extractor gave it: how sure it was, and whether it is one and names the right bodies and day."""

    confidence: float
    is_task: bool
    is_right: bool


@dataclass
class Score:
    """Counts of every field over any number of documents."""

    found: dict[str, Found] = field(default_factory=lambda: {name: Found() for name in FOUND_FIELDS})
    shares: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in SHARE_FIELDS})
    beliefs: list[Belief] = field(default_factory=list)
    documents: int = 0
    invented_where_none: int = 0
    documents_of_none: int = 0
    details: list[str] = field(default_factory=list)

    def value(self, name: str) -> float | None:
        """F1 or share of a field."""
        return self.found[name].f1 if name in self.found else self.shares[name].value

    def add(self, other: Score) -> None:
        """Take over the counts of another score."""
        for name, counts in self.found.items():
            counts.right += other.found[name].right
            counts.extra += other.found[name].extra
            counts.missed += other.found[name].missed
        for name, share in self.shares.items():
            share.of_kind += other.shares[name].of_kind
            share.number += other.shares[name].number
        self.beliefs += other.beliefs
        self.documents += other.documents
        self.invented_where_none += other.invented_where_none
        self.documents_of_none += other.documents_of_none
        self.details += other.details


def total(scores: Iterable[Score]) -> Score:
    """The scores of several documents as one."""
    sum_of_all = Score()
    for score in scores:
        sum_of_all.add(score)
    return sum_of_all


def score_document(wanted: Json, found: Json, source: str) -> Score:
    """Compare what ``vanban extract --json`` prints with an annotation of the document whose text is ``source``."""
    score = Score(documents=1)
    _score_tasks(score, wanted["tasks"], found.get("tasks", []), source)
    score.found["references"].add(_references(wanted["metadata"]), _references(found.get("document") or {}))
    _score_targets(score, wanted.get("targets", []), found.get("targets", []), source)
    _score_header(score, wanted["metadata"], found.get("document") or {})
    _score_findings(score, wanted.get("findings", []), found.get("findings", []), source)
    return score


def _spans(quotations: Iterable[str | None], source: str) -> list[Span | None]:
    places = Places(source)
    return [places.span(quotation) for quotation in quotations]


def _score_tasks(score: Score, wanted: list[Json], found: list[Json], source: str) -> None:
    spans = _spans((task["text"] for task in wanted), source)
    pairs = sorted(pairs_of(spans, _spans((task.get("text") for task in found), source)))
    _count_spans(score.found["tasks"], pairs, wanted, found)
    if not any(not task.get("note") for task in wanted):
        score.documents_of_none += 1
        score.invented_where_none += len(found) - len(pairs)
    task_of = {place: wanted[number] for number, place in pairs}
    right = {place: _score_task(score, task, found[place]) for place, task in task_of.items()}
    score.details += [
        f"missed {task['id']}: {tidy(task['text'])[:110]}"
        for number, task in enumerate(wanted)
        if number not in dict(pairs)
    ]
    for place, task in enumerate(found):
        if place not in task_of:
            score.details.append(f"invented: {tidy(task.get('text'))[:110]}")
        score.beliefs.append(Belief(task.get("confidence", 0.0), place in task_of, right.get(place, False)))


def _count_spans(counts: Found, pairs: list[tuple[int, int]], wanted: list[Json], found: list[Json]) -> None:
    counts.right += len(pairs)
    counts.extra += len(found) - len(pairs)
    counts.missed += len(wanted) - len(pairs)


def _score_task(score: Score, wanted: Json, found: Json) -> bool:
    """Count the fields of a task that was found; whether its leads and its day are right."""
    same_leads = _score_names(score, "leads", wanted, found)
    _score_names(score, "coordinators", wanted, found)
    same_day = _score_due(score, wanted, found)
    score.found["recurrence"].add(_period(wanted.get("recurrence")), _period(found.get("recurrence")))
    for name in ("product", "submit_to"):
        _score_phrase(score, name, wanted, found)
    agrees = bool(wanted.get("standing")) == bool(found.get("standing"))
    score.shares["standing"].add(of_kind=agrees)
    if not agrees:
        score.details.append(f"standing {wanted['id']}: wanted {wanted.get('standing')}, found {found.get('standing')}")
    return same_leads and same_day


def _score_names(score: Score, name: str, wanted: Json, found: Json) -> bool:
    right, given = ({name_key(body) for body in task.get(name) or []} for task in (wanted, found))
    if name == "leads" and wanted.get("lead_source") in LENIENT_SOURCES:
        right, given = lenient(right, given)
    score.found[name].add(right, given)
    if right != given:
        score.details.append(f"{name} {wanted['id']}: wanted {sorted(right)}, found {sorted(given)}")
    return right == given


def _score_due(score: Score, wanted: Json, found: Json) -> bool:
    right, given = ((task.get("due") or {}).get("value") for task in (wanted, found))
    score.found["due"].add({right} if right else set(), {given} if given else set())
    if given:
        score.shares["due_wrong"].add(of_kind=right != given)
    if right != given:
        words = tidy((found.get("due") or {}).get("text"))[:60]
        score.details.append(f"due {wanted['id']}: wanted {right}, found {given} ({words})")
    return bool(right == given)


def _period(recurrence: Any) -> set[str]:
    kind = recurrence.get("kind") if isinstance(recurrence, dict) else recurrence
    return {kind} if kind else set()


def _phrase(value: Any) -> str | None:
    text = value.get("text") if isinstance(value, dict) else value
    return text or None


def _score_phrase(score: Score, name: str, wanted: Json, found: Json) -> None:
    right, given = _phrase(wanted.get(name)), _phrase(found.get(name))
    same = bool(right and given) and word_overlap(right, given) >= SAME_PHRASE
    score.found[name].right += same
    score.found[name].extra += bool(given) and not same
    score.found[name].missed += bool(right) and not same
    if not same and (right or given):
        score.details.append(f"{name} {wanted['id']}: wanted {tidy(right)[:70]!r}, found {tidy(given)[:70]!r}")


def _references(header: Json) -> set[tuple[str, str]]:
    cited = header.get("references") or []
    return {
        (tidy(reference.get("number")), name_key(reference.get("symbol")))
        for reference in cited
        if reference.get("number")
    }


def _score_targets(score: Score, wanted: list[Json], found: list[Json], source: str) -> None:
    pairs = pairs_of(
        _spans((target["text"] for target in wanted), source), _spans((target.get("text") for target in found), source)
    )
    _count_spans(score.found["targets"], pairs, wanted, found)
    for number, place in pairs:
        score.shares["target_value"].add(of_kind=wanted[number].get("value") == found[place].get("value"))
    score.details += [f"missed target: {x['text'][:90]}" for n, x in enumerate(wanted) if n not in dict(pairs)]
    hit = {place for _, place in pairs}
    score.details += [f"invented target: {tidy(x.get('text'))[:90]}" for n, x in enumerate(found) if n not in hit]


def _score_header(score: Score, wanted: Json, found: Json) -> None:
    given = {**found, "signer_name": found.get("signer_name") or (found.get("signer") or {}).get("name")}
    for name in HEADER_FIELDS:
        if not wanted.get(name):
            continue
        if name in ("issuer", "subject"):
            right = word_overlap(wanted[name], given.get(name)) >= SAME_WORDS
        else:
            right = name_key(str(wanted[name])) == name_key(str(given.get(name) or ""))
        score.shares["metadata"].add(of_kind=right)
        if not right:
            score.details.append(f"header {name}: wanted {wanted[name]!r}, found {given.get(name)!r}")


def _score_findings(score: Score, wanted: list[Json], found: list[Json], source: str) -> None:
    """Recall of the annotated errors; precision of the given errors against annotated errors and warnings."""
    spans = _spans((finding.get("span_text") for finding in wanted), source)
    given = _spans((finding.get("text") or finding.get("span_text") for finding in found), source)
    for finding, span in zip(wanted, spans, strict=True):
        if finding["severity"] == "error" and span and not finding.get("needs_external"):
            score.shares["finding_recall"].add(of_kind=any(_touch(span, other) for other in given))
    known = [span for finding, span in zip(wanted, spans, strict=True) if finding["severity"] in ("error", "warning")]
    for finding, span in zip(found, given, strict=True):
        if finding.get("severity") == "error":
            score.shares["finding_precision"].add(of_kind=any(_touch(span, other) for other in known))


def _touch(first: Span | None, second: Span | None) -> bool:
    if first is None or second is None:
        return False
    return min(first[1], second[1]) > max(first[0], second[0])
