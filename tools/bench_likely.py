"""Measures how often works shown as perhaps asked for twice really are, and writes its figures: `make bench-likely`.

The orders are those of the sample province (``sauro demo --tasks``): two ask for the same when they were written from
one phrase of work, which the generator knows and the product does not. The page docs/dev/likely-figures.md is
written by this command; what stands there of real documents was judged by hand (:data:`JUDGED`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

from sauro.demo.lifelike.phrases import TOPICS, Topic
from sauro.demo.lifelike.texts import NUMBER, Office, draft
from sauro.tasks.likeness import Ask, Likeness, Yardstick

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "dev" / "likely-figures.md"
SEED, DIRECTIVES, ORDERS = 1, 120, 5
COMPARED = 40
_GENERAL = "Các cơ quan, đơn vị"
"""How general directions begin, which are nobody's task."""

THRESHOLDS = (20, 25, 30, 35, 40, 45, 50, 60, 70)


@dataclass(frozen=True, slots=True)
class Order:
    """An order of one directive, and the phrase of work it was written from; empty when it has none."""

    directive: int
    text: str
    phrase: str


Pair = tuple[int, int]


def main() -> int:
    """Measure, write the page and print it."""
    orders = list(_orders())
    lines = "\n".join(_page(orders, _scores(orders)))
    PAGE.write_text(lines + "\n", encoding="utf-8")
    sys.stdout.write(lines + "\n")
    return 0


def _orders() -> Iterator[Order]:
    random = Random(SEED)  # noqa: S311 -- invented documents, the same every time
    office = Office(
        key="T.UBND", head="ỦY BAN NHÂN DÂN", number=NUMBER, place="Lạc Giang", who="Ủy ban nhân dân tỉnh", end="",
        subject_mark="V/v ", closing_mark=".", separator=";\n", groups=("Ủy ban nhân dân các xã, phường, đặc khu",),
        bodies=tuple(sorted({topic.department for topic in TOPICS})), communes=(), topics=TOPICS,
    )  # fmt: skip
    for number in range(DIRECTIVES):
        made = draft(random, office, ORDERS)
        topic = next(topic for topic in TOPICS if topic.subject == made.subject)
        for line in made.text.split("\n\n"):
            head, _dot, text = line.partition(". ")
            if head.isdecimal() and text and not text.startswith(_GENERAL):
                yield Order(number, text, _phrase(text, topic))


def _phrase(text: str, topic: Topic) -> str:
    return next((phrase for phrase in (*topic.works, *topic.papers) if phrase in text), "")


def _scores(orders: Sequence[Order]) -> dict[Pair, int]:
    """The likeness of every pair the product would compare: of each order with those nearest by trigrams."""
    grams = [_trigrams(order.text) for order in orders]
    scores: dict[Pair, int] = {}
    for index, order in enumerate(orders):
        others = [other for other in range(len(orders)) if orders[other].directive != order.directive]
        others.sort(key=lambda other: -len(grams[index] & grams[other]) / len(grams[index] | grams[other]))
        near = others[:COMPARED]
        yardstick = Yardstick([order.text, *(orders[other].text for other in near)])
        for other in near:
            found: Likeness | None = yardstick.compare(Ask(order.text), Ask(orders[other].text))
            if found is not None:
                pair = (min(index, other), max(index, other))
                scores[pair] = max(scores.get(pair, 0), found.score)
    return scores


def _trigrams(text: str) -> set[str]:
    padded = [f"  {word} " for word in text.lower().split()]
    return {word[start : start + 3] for word in padded for start in range(len(word) - 2)}


def _page(orders: Sequence[Order], scores: Mapping[Pair, int]) -> Iterator[str]:
    same = {
        (one, other)
        for one, other in combinations(range(len(orders)), 2)
        if orders[one].phrase
        and orders[one].phrase == orders[other].phrase
        and orders[one].directive != orders[other].directive
    }
    yield from (
        "# Figures of likely duplicates", "",
        "Written by `make bench-likely`; do not edit. From `SAURO_LIKELY_SCORE` on (35 unless set), two works of one",
        "unit are shown as *có thể trùng*.",
        "", "## Orders of the sample province", "",
        f"{len(orders)} orders of {DIRECTIVES} invented directives, {len(same)} pairs of one phrase of work in",
        f"different directives. An order is compared with the {COMPARED} nearest by trigrams, as in the product. The",
        "phrases come back word by word, so this is the easy case: it shows what stock words and shared bodies do,",
        "not what a paraphrase does. What is no order to do one thing (\"báo cáo hằng tháng\") has no phrase and",
        "counts as wrong.", "",
        "| shown from | pairs shown | of one work | precision | found of all |", "| ---: | ---: | ---: | ---: | ---: |",
    )  # fmt: skip
    for threshold in THRESHOLDS:
        shown = {pair for pair, score in scores.items() if score >= threshold}
        right = len(shown & same)
        yield f"| {threshold} | {len(shown)} | {right} | {right / max(1, len(shown)):.1%} | {right / len(same):.1%} |"
    yield from ("", *JUDGED.strip().splitlines())


JUDGED = """
## Real documents

1.709 works that the reader found in 70 documents of ministries and provinces, each compared in the same way; twelve
pairs of each band, drawn at random, were judged by one person on 26 November 2026: would one piece of work answer
both?

| likeness | pairs | judged | of one work |
| --- | ---: | ---: | ---: |
| 70 and more | 80 | 12 | 2 |
| 50 to 69 | 117 | 12 | 2 |
| 40 to 49 | 216 | 12 | 1 |
| 35 to 39 | 186 | 12 | 1 |

This is no precision of the product: the documents went to different bodies, and the product compares works of one
unit within 120 days. It shows what raises a score wrongly: sentences every directive ends with ("Văn phòng thông báo
để … biết, thực hiện", who reports difficulties to whom, whose budget pays) are alike to 100 and ask for nothing
twice. Such closing sentences are no work and are discarded on the desk; a unit that gets them sent sees them as
likely and dismisses them once. No annotated set names works that were really asked for twice, so recall on real
documents is not known.
"""


if __name__ == "__main__":
    raise SystemExit(main())
