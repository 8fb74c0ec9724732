"""Generated documents: the same for the same seed, varied, and annotated by construction, with faults and without."""

from __future__ import annotations

import datetime
import itertools
import re
from random import Random
from typing import Any

import pytest
from tools.bench_texts import bare
from tools.generated_documents import days
from tools.generated_documents.faults import FAULTS, with_faults
from tools.generated_documents.generate import annotated, documents
from tools.samples.marked import FURNITURE, MarkedText, parse

COUNT = 60
LEAST_SHAPES = 0.85
PLAIN = dict(documents(COUNT, faults=False))
SPOILT = dict(documents(COUNT, faults=True))
BOTH = [*PLAIN.items(), *SPOILT.items()]
IDS = [*(f"{name}-plain" for name in PLAIN), *(f"{name}-faults" for name in SPOILT)]


def annotation(name: str, document: MarkedText) -> dict[str, Any]:
    return annotated(name, document)


def test_the_same_seed_gives_the_same_documents_whatever_their_number() -> None:
    again = dict(documents(3, faults=True))
    assert {name: SPOILT[name] for name in again} == again
    assert dict(documents(3, faults=True, seed=1)) != again


def test_documents_are_of_every_kind_and_differ() -> None:
    headers = [document.front["metadata"] for document in PLAIN.values()]
    assert {header["kind"] for header in headers} >= {
        "thong_bao",
        "chi_thi",
        "cong_van",
        "ke_hoach",
        "bao_cao",
        "ket_luan",
    }
    assert {document.front["level"] for document in PLAIN.values()} == {"central", "province", "commune"}
    tasks = [task for name, document in PLAIN.items() for task in annotation(name, document)["tasks"]]
    assert len(tasks) > 6 * COUNT
    assert len({task["text"] for task in tasks}) > LEAST_SHAPES * len(tasks)
    assert {task["lead_source"] for task in tasks} == {"explicit", "heading", "lead-in", "context"}


@pytest.mark.parametrize(("name", "document"), BOTH, ids=IDS)
def test_tasks_and_fields_are_quoted_from_the_document(name: str, document: MarkedText) -> None:
    result = annotation(name, document)
    place = 0
    for task in result["tasks"]:
        place = result["text"].index(task["text"], place) + len(task["text"])
        assert not (task["submit_to"] and not task["product"]), task["id"]
        assert not (task["standing"] and (task["product"] or task["recurrence"] or task["due"])), task["id"]
        for field in ("due", "product", "submit_to"):
            assert task[field] is None or task[field]["text"] in result["text"], task["id"]
    assert all(target["text"] in result["text"] for target in result["targets"])


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_spoils_the_text_and_leaves_the_marks_on_their_words(fault: Any) -> None:
    changed = 0
    for number, document in enumerate(PLAIN.values()):
        spoilt = fault(document, Random(number))  # noqa: S311 -- nothing secret is drawn
        changed += spoilt.text != document.text
        own = [mark for mark in spoilt.marks if mark.code != FURNITURE]
        assert len(own) == len(document.marks)
        for before, after in zip(document.marks, own, strict=True):
            assert (before.code, before.arguments) == (after.code, after.arguments)
            words = bare(document.clean(before.start, before.end))
            assert difference(words, bare(spoilt.clean(after.start, after.end))) <= 0.1 * len(words) + 1
    assert changed > 0


def difference(first: str, second: str) -> int:
    """Letters that differ; recognition slips replace letters one by one, nothing else may touch them."""
    assert len(first) == len(second)
    return sum(one != other for one, other in zip(first, second, strict=True))


def test_faults_are_named() -> None:
    for number, document in enumerate(PLAIN.values()):
        spoilt = with_faults(document, Random(number), most=3)  # noqa: S311 -- nothing secret is drawn
        assert 1 <= len(spoilt.front["faults"]) <= 3
    assert {name for document in SPOILT.values() for name in document.front["faults"]} == set(FAULTS)


@pytest.mark.parametrize("seed", range(40))
def test_deadlines_mean_what_they_print(seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- nothing secret is drawn
    issued = datetime.date(2026, 1, 5) + datetime.timedelta(days=seed * 7)
    for words in (days.deadline(random, issued), days.deadline_of_cell(random, issued)):
        document = parse(words)
        kind, value, *exclusive = document.marks[0].arguments.split()
        day = datetime.date.fromisoformat(value)
        assert day >= issued
        printed = document.text
        assert bool(exclusive) == (printed.lower().startswith("trước") and "giờ" not in printed)
        if kind == "date" and "vòng" not in printed:
            assert re.search(rf"\b0?{day.day}(/| tháng )0?{day.month}\b", printed)
        if kind != "date":
            assert (day + datetime.timedelta(days=1)).day == 1
            assert str(day.year) in printed


@pytest.mark.parametrize("seed", range(60))
def test_a_day_of_every_month_is_first_due_after_the_document(seed: int) -> None:
    issued = datetime.date(2026, 11, 12) + datetime.timedelta(days=seed)
    document = parse(days.period(Random(seed), issued))  # noqa: S311 -- nothing secret is drawn
    dues = [mark.arguments.split() for mark in document.marks if mark.code == "D"]
    assert bool(dues) == document.text.startswith("trước ngày")
    for _, value, exclusive in dues:
        day = datetime.date.fromisoformat(value)
        assert exclusive == "x"
        assert 0 < (day - issued).days <= 31
        assert f"ngày {day.day:02d} hằng tháng" in document.text


def test_a_quarter_has_its_roman_number() -> None:
    quarters = set()
    for seed in itertools.count():
        document = parse(days.deadline(Random(seed), datetime.date(2026, 1, 5)))  # noqa: S311 -- nothing secret is drawn
        match = re.search(r"quý (I{1,3}|IV)\b", document.text)
        if match:
            month = int(document.marks[0].arguments.split()[1].split("-")[1])
            assert days.QUARTERS[month // 3 - 1] == match[1]
            quarters.add(match[1])
        if len(quarters) == 3:
            break
