"""The annotations agree with the documents they annotate."""

from __future__ import annotations

import datetime
import itertools
import re
from typing import Any

import pytest
from tests.samples.reading import EXPECTED, SLUGS, expected, folded, plain, without_marks

LEAD_SOURCES = {"explicit", "heading", "lead-in", "context", "addressees", "blank", None}
DUE_KINDS = {"date", "month", "quarter", "year", "event", "vague"}
RECURRENCES = {"daily", "weekly", "monthly", "quarterly", "semiannual", "annual", "other"}
WHEN_IT_OCCURS = "khi phát sinh"
SMALLEST_SET = 12
DESK_DEMO_TASKS = 43


def span_of(text: str, source: str) -> tuple[int, int]:
    start = source.index(text)
    return start, start + len(text)


def test_every_source_has_one_annotation() -> None:
    assert sorted(path.stem for path in EXPECTED.glob("*.json")) == SLUGS
    assert len(SLUGS) >= SMALLEST_SET


def test_the_set_has_a_document_without_tasks_and_one_for_the_desk() -> None:
    counts = [len(expected(slug)["tasks"]) for slug in SLUGS]
    assert 0 in counts
    assert DESK_DEMO_TASKS in counts


@pytest.mark.parametrize("slug", SLUGS)
def test_task_texts_occur_once_in_order_and_apart(slug: str) -> None:
    source = plain(slug)
    spans = []
    for task in expected(slug)["tasks"]:
        assert source.count(task["text"]) == 1, task["id"]
        assert task["text"] == folded(task["text"])
        spans.append(span_of(task["text"], source))
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize("slug", SLUGS)
def test_tasks_are_numbered_and_well_formed(slug: str) -> None:
    tasks = expected(slug)["tasks"]
    assert [task["id"] for task in tasks] == [f"{slug[:3]}-{count:02d}" for count in range(1, len(tasks) + 1)]
    for task in tasks:
        assert task["lead_source"] in LEAD_SOURCES
        assert bool(task["leads"]) == (task["lead_source"] is not None), task["id"]
        assert not set(task["leads"]) & set(task["coordinators"]), task["id"]
        assert not task["text"].startswith(("-", "+", "•")), task["id"]
        assert not task["text"].endswith((":", ";", "./.", "./")), task["id"]


def quoted_fields(task: dict[str, Any]) -> list[str]:
    quoted = [task[name]["text"] for name in ("due", "product", "submit_to", "resources") if task[name]]
    quoted += (task["product"] or {}).get("also", [])
    quoted += [task["condition"]["text"]] if "condition" in task else []
    quoted += [task["recurrence_text"]] if task["recurrence_text"] not in (None, WHEN_IT_OCCURS) else []
    return quoted


@pytest.mark.parametrize("slug", SLUGS)
def test_fields_quote_the_task_or_the_labels_and_cells_beside_it(slug: str) -> None:
    source = plain(slug)
    for task in expected(slug)["tasks"]:
        rest_of_unit = source[source.index(task["text"]) :][: len(task["text"]) + 400]
        for quoted in quoted_fields(task):
            assert quoted in rest_of_unit, (task["id"], quoted)


@pytest.mark.parametrize("slug", SLUGS)
def test_dues_are_dates_that_their_words_can_mean(slug: str) -> None:
    for task in expected(slug)["tasks"]:
        due = task["due"]
        if due is None:
            continue
        assert due["kind"] in DUE_KINDS
        if due["kind"] in ("event", "vague"):
            assert due["value"] is None
            continue
        value = datetime.date.fromisoformat(due["value"])
        if due["kind"] == "date" and task["recurrence"] == "monthly":
            # The first such day behind the document's own.
            assert re.search(rf"ngày 0?{value.day} hằng tháng", due["text"]), task["id"]
        elif due["kind"] == "date":
            assert re.search(rf"\b0?{value.day}(/| tháng )0?{value.month}\b", due["text"]), task["id"]
        else:
            assert (value + datetime.timedelta(days=1)).day == 1, task["id"]
            assert str(value.year) in due["text"], task["id"]
        assert not due["exclusive"] or due["kind"] == "date"


@pytest.mark.parametrize("slug", SLUGS)
def test_only_a_reported_misprint_is_due_before_its_document(slug: str) -> None:
    annotation = expected(slug)
    issued_on = annotation["metadata"]["issued_on"]
    reported = {finding["span_text"] for finding in annotation["findings"] if finding["code"] == "date-before-document"}
    early = {
        task["due"]["text"]
        for task in annotation["tasks"]
        if task["due"] and task["due"]["value"] and task["due"]["value"] < issued_on
    }
    assert early == reported
    assert all(
        "value_corrected" in task["due"] for task in annotation["tasks"] if (task["due"] or {}).get("text") in early
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_recurrence_product_and_standing_go_together(slug: str) -> None:
    for task in expected(slug)["tasks"]:
        assert task["recurrence"] in RECURRENCES | {None}
        assert (task["recurrence"] is None) == (task["recurrence_text"] is None)
        assert (task["recurrence"] == "other") == ("condition" in task), task["id"]
        assert task["product"] or not task["submit_to"], task["id"]
        if task["standing"]:
            assert not task["product"], task["id"]
            assert not task["recurrence"], task["id"]
            assert (task["due"] or {}).get("kind") in (None, "vague"), task["id"]
        if task.get("note") == "closing formula":
            assert task["standing"], task["id"]
            assert task["section"] == "Kết", task["id"]


@pytest.mark.parametrize("slug", SLUGS)
def test_vague_deadlines_are_listed(slug: str) -> None:
    annotation = expected(slug)
    vague = {task["id"] for task in annotation["tasks"] if (task["due"] or {}).get("kind") == "vague"}
    assert {entry["task"] for entry in annotation["vague_deadlines"]} == vague


@pytest.mark.parametrize("slug", SLUGS)
def test_header_fields_are_printed(slug: str) -> None:
    source = plain(slug)
    meta = expected(slug)["metadata"]
    joint = "-" if meta["side"] == "party" else "/"
    assert f"{meta['number']}{joint}{meta['symbol']}" in source
    year, month, day = meta["issued_on"].split("-")
    shown_month = month if month in ("01", "02") else str(int(month))
    assert f"{meta['place']}, ngày {day} tháng {shown_month} năm {year}" in source
    assert meta["subject"] in source
    assert meta["signer_name"] in source
    assert meta["signer_capacity"].replace("; ", " ") in source
    for line in (*meta["addressees"], *meta["recipients"]):
        assert line in source
    assert set(meta["issuer"].casefold().split()) <= set(source.casefold().replace(",", "").split())


@pytest.mark.parametrize("slug", SLUGS)
def test_references_are_cited_with_number_symbol_and_date(slug: str) -> None:
    source = without_marks(plain(slug))
    references = expected(slug)["metadata"]["references"]
    keys = [(reference["number"], reference["symbol"]) for reference in references]
    assert len(set(keys)) == len(keys)
    for reference in references:
        assert reference["text"] in source
        assert re.search(rf"\b{reference['number']}[-/]{re.escape(reference['symbol'])}", reference["text"])
        year, month, day = (int(part) for part in reference["issued_on"].split("-"))
        assert re.search(rf"\b0?{day}/0?{month}/{year}\b", reference["text"])


@pytest.mark.parametrize("slug", SLUGS)
def test_targets_and_findings_quote_the_source_once(slug: str) -> None:
    source = plain(slug)
    annotation = expected(slug)
    for target in annotation["targets"]:
        assert source.count(target["text"]) == 1
        assert target["indicator"] in target["text"]
        assert target["operator"] in (">=", "<=", "=", None)
        assert (target["value"] is None) == (target["operator"] is None)
    for finding in annotation["findings"]:
        assert source.count(finding["span_text"]) == 1
        assert finding["severity"] in ("error", "warning", "info")


# "41% … (2.509/6.120)" and "6.120/8.500 người (72,0%)", "214/926 đồng chí (tỷ lệ 32,1%)"
PERCENT_THEN_RATIO = re.compile(r"(?P<percent>\d+(?:,\d+)?)% ?[^%()]*\((?P<top>[\d.]+)/(?P<bottom>[\d.]+)\)")
RATIO_THEN_PERCENT = re.compile(
    r"(?P<top>\d[\d.]*)/(?P<bottom>\d[\d.]*) (?:người|đồng chí) \((?:tỷ lệ )?(?P<percent>\d+(?:,\d+)?)%\)"
)


def ratios(source: str) -> list[re.Match[str]]:
    """Every printed percentage with the ratio it stands for."""
    return [*PERCENT_THEN_RATIO.finditer(source), *RATIO_THEN_PERCENT.finditer(source)]


def recomputes(ratio: re.Match[str]) -> bool:
    """Whether the percentage is the ratio, rounded as it is printed."""
    top, bottom = (int(ratio[name].replace(".", "")) for name in ("top", "bottom"))
    digits = len(ratio["percent"].partition(",")[2])
    return f"{100 * top / bottom:.{digits}f}" == ratio["percent"].replace(",", ".")


def test_the_two_false_ratios_of_the_resolution_are_false_and_the_others_are_right() -> None:
    slug = next(slug for slug in SLUGS if "nghi-quyet-can-bo" in slug)
    reported = [f["span_text"] for f in expected(slug)["findings"] if f["code"] == "ratio-mismatch"]
    found = ratios(plain(slug))
    wrong = [ratio for ratio in found if not recomputes(ratio)]
    assert len(found) > len(wrong) == len(reported)
    for ratio in wrong:
        assert any(f"{ratio['top']}/{ratio['bottom']}" in span and ratio["percent"] in span for span in reported)
