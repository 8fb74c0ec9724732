"""Extraction of the sample documents against what their authors expect, field by field, with floors."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from vanban import api
from vanban.results import Extraction, Task

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
EXPECTED = sorted((SAMPLES / "expected").glob("*.json"))
FLOORS = {"tasks": 0.95, "leads": 0.93, "coordinators": 0.92, "due": 0.97, "standing": 0.93, "invented": 0.97}


def bare(text: str) -> str:
    """Letters and digits, small: what is left when spacing, punctuation and markup do not matter."""
    return re.sub(r"[\W_]+", "", re.sub(r"<sup>.*?</sup>", "", text).lower())


@dataclass
class Tally:
    """Right and all decisions of one field."""

    right: int = 0
    all: int = 0

    def add(self, *, right: bool) -> None:
        self.right += right
        self.all += 1

    @property
    def share(self) -> float:
        return self.right / self.all if self.all else 1.0


@dataclass
class Score:
    """Tallies by field."""

    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FLOORS})

    def add_document(self, expected: dict[str, Any], found: Extraction) -> None:
        by_text = {bare(task.text): task for task in found.tasks}
        wanted = {bare(task["text"]): task for task in expected["tasks"]}
        for text, task in wanted.items():
            self.fields["tasks"].add(right=text in by_text)
            if text in by_text:
                self.add_task(task, by_text[text])
        for text in by_text:
            self.fields["invented"].add(right=text in wanted)

    def add_task(self, wanted: dict[str, Any], task: Task) -> None:
        self.fields["leads"].add(right=set(map(bare, wanted["leads"])) == set(map(bare, task.leads)))
        self.fields["coordinators"].add(
            right=set(map(bare, wanted["coordinators"])) == set(map(bare, task.coordinators))
        )
        value = (wanted.get("due") or {}).get("value")
        self.fields["due"].add(right=value == (task.due.value if task.due else None))
        self.fields["standing"].add(right=wanted["standing"] == task.standing)


@pytest.fixture(scope="module")
def score() -> Score:
    total = Score()
    for path in EXPECTED:
        expected = json.loads(path.read_text(encoding="utf-8"))
        source = SAMPLES / "built" / expected["source"]
        total.add_document(expected, api.extract(api.read(source.read_bytes(), name=source.name)))
    return total


def test_there_are_samples() -> None:
    assert len(EXPECTED) >= 12


@pytest.mark.parametrize("name", FLOORS)
def test_share_of_right_decisions(score: Score, name: str) -> None:
    assert score.fields[name].share >= FLOORS[name]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_header_is_read(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    source = SAMPLES / "built" / expected["source"]
    header = api.extract(api.read(source.read_bytes(), name=source.name)).document
    wanted = expected["metadata"]
    assert (header.kind, header.side, header.number, header.symbol) == tuple(
        wanted[key] for key in ("kind", "side", "number", "symbol")
    )
    assert (header.place, header.issued_on) == (wanted["place"], wanted["issued_on"])
    assert header.signer is not None
    assert header.signer.name == wanted["signer_name"]
