"""The scorer: what counts as found, as wrong and as invented; the same figures as the requirements' own scorer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tools.bench_scores import FOUND_FIELDS, SHARE_FIELDS, Score, score_document, total
from tools.bench_texts import lenient, name_key, pairs_of, word_overlap

from vanban import api

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SAURO_SHARED") or REPOSITORY.parent / "shared")
SCORER = SHARED / "gold" / "score.py"
SOURCE = "1. Sở Y tế lập danh sách trước ngày 20/5/2026. 2. Sở Nội vụ tăng cường kiểm tra. Tỷ lệ đạt 90%."
LIST, CHECK = "Sở Y tế lập danh sách trước ngày 20/5/2026.", "Sở Nội vụ tăng cường kiểm tra."


def task(text: str, **fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"id": "1-01", "text": text, "leads": [], "coordinators": [], "standing": False}
    return empty | fields


def score(wanted: list[dict[str, Any]], found: list[dict[str, Any]], **header: Any) -> Score:
    return score_document({"tasks": wanted, "metadata": header}, {"tasks": found}, SOURCE)


def test_a_task_is_found_by_its_words_whatever_their_marks() -> None:
    found = score([task(LIST), task(CHECK)], [task("**Sở Y tế** lập danh\nsách trước ngày 20/5/2026"), task("1. Sở")])
    assert (found.found["tasks"].right, found.found["tasks"].extra, found.found["tasks"].missed) == (1, 1, 1)
    assert found.value("tasks") == 0.5


def test_names_are_compared_in_one_spelling() -> None:
    wanted = [task(LIST, leads=["UBND tỉnh", "Sở Y tế"])]
    found = score(wanted, [task(LIST, leads=["Uỷ ban nhân dân tỉnh", "Sở Nội vụ"])])
    assert found.value("leads") == 0.5


def test_inherited_leads_may_be_partly_named() -> None:
    wanted = task(LIST, leads=["Đảng ủy xã Mẫu", "UBND xã Mẫu"], lead_source="lead-in")
    assert score([wanted], [task(LIST, leads=["UBND xã"])]).value("leads") == 1
    assert score([wanted | {"lead_source": "heading"}], [task(LIST, leads=["UBND xã"])]).value("leads") == 0
    assert lenient({"sở y tế"}, {"sở nội vụ"}) == ({"sở y tế"}, {"sở nội vụ"})


def test_a_day_that_was_invented_is_wrong() -> None:
    given = task(CHECK, due={"value": "2026-05-20", "text": "20/5/2026"})
    found = score([task(CHECK)], [given])
    assert (found.found["due"].extra, found.value("due_wrong")) == (1, 1)
    assert found.beliefs[0].is_task
    assert not found.beliefs[0].is_right


def test_phrases_need_half_their_words() -> None:
    wanted = [task(LIST, product={"text": "danh sách hộ nghèo"}, recurrence="monthly")]
    same = score(wanted, [task(LIST, product={"text": "danh sách"}, recurrence={"kind": "monthly"})])
    other = score(wanted, [task(LIST, product={"text": "kế hoạch của tỉnh"})])
    assert (same.value("product"), same.value("recurrence")) == (1, 1)
    assert (other.value("product"), other.value("recurrence")) == (0, 0)


def test_targets_references_and_header() -> None:
    wanted = {
        "tasks": [],
        "metadata": {
            "number": "12",
            "issuer": "Ủy ban nhân dân tỉnh Lạc Giang",
            "signer_name": "Trần Thị Thử",
            "references": [{"number": "3", "symbol": "KH-UBND"}],
        },
        "targets": [{"text": "Tỷ lệ đạt 90%", "value": 90.0}],
    }
    found = {
        "document": {
            "number": "12",
            "issuer": "UBND tỉnh",
            "signer": {"name": "Trần Thị Thử"},
            "references": [{"number": "3", "symbol": "KH-UBND"}, {"number": "4", "symbol": "KH-UBND"}],
        },
        "targets": [{"text": "Tỷ lệ đạt 90%.", "value": 9.0}],
    }
    result = score_document(wanted, found, SOURCE)
    assert (result.value("targets"), result.value("target_value")) == (1, 0)
    assert result.found["references"].precision == 0.5
    assert result.value("metadata") == pytest.approx(2 / 3)


def test_findings_touch() -> None:
    wanted = {
        "tasks": [],
        "metadata": {},
        "findings": [{"severity": "error", "span_text": "ngày 20/5/2026"}, {"severity": "error", "span_text": "90%"}],
    }
    found = {"findings": [{"severity": "error", "text": "20/5"}, {"severity": "error", "text": "Nội vụ"}]}
    result = score_document(wanted, found, SOURCE)
    assert (result.value("finding_recall"), result.value("finding_precision")) == (0.5, 0.5)


def test_tasks_invented_where_there_are_none_are_counted_apart() -> None:
    both = total([score([], [task(CHECK)]), score([task(LIST)], [task(LIST), task(CHECK)])])
    assert (both.invented_where_none, both.documents_of_none, both.documents) == (1, 1, 2)


def test_nothing_to_find_has_no_figure() -> None:
    assert score([], []).value("tasks") is None


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    assert pairs_of([(0, 10), (10, 20)], [(0, 20), (10, 21), None]) == [(1, 1), (0, 0)]


def test_words_are_counted_as_often_as_they_come() -> None:
    assert word_overlap("kế hoạch kế hoạch", "kế hoạch") == pytest.approx(2 / 3)
    assert name_key("  Ủy ban Nhân dân tỉnh. ") == "ubnd tỉnh"


@pytest.mark.skipif(not SCORER.exists(), reason=f"no annotated documents at {SHARED}; set SAURO_SHARED to their folder")
def test_the_figures_are_those_of_the_scorer_of_the_requirements() -> None:
    command = [sys.executable, str(SCORER), "--json", "--", sys.executable, "-m", "vanban.cli", "extract", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    rows = json.loads(done.stdout.strip().splitlines()[-1])
    ours = total(
        score_document(gold, api.extract(api.read(source.read_bytes(), name=source.name)).to_dict(), text)
        for gold, source, text in (_annotated(path) for path in sorted(SCORER.parent.glob("[0-9]*.json")))
    )
    for name in FOUND_FIELDS:
        counts = ours.found[name]
        expected = [rows[name][key] for key in ("p", "r", "f1", "n")]
        assert [counts.precision, counts.recall, counts.f1, counts.number] == pytest.approx(expected), name
    for name in SHARE_FIELDS:
        assert [ours.value(name), ours.shares[name].number] == pytest.approx([rows[name]["share"], rows[name]["n"]]), (
            name
        )


def _annotated(path: Path) -> tuple[dict[str, Any], Path, str]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    source = SHARED / "seeds" / gold["source"]
    return gold, source, gold.get("text") or source.read_text(encoding="utf-8")
