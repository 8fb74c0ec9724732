"""The six marks: stated, inherited, vague, not stated, and what a person filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sauro.tasks.due_doubts import DueDoubt
from sauro.tasks.enums import DueOrigin, Mark
from sauro.tasks.six_clears import CLEAR_LABELS, Clear, Facts, Lead, open_doubt, six_clears, span_of


def mark(clear: Clear, **facts: Any) -> Any:
    marks = {one.clear: one for one in six_clears(Facts(**({"elements": {}} | facts)))}
    return marks[clear]


def test_there_are_six_in_the_order_of_the_labels() -> None:
    marks = six_clears(Facts(elements={}))
    assert [one.clear for one in marks] == list(CLEAR_LABELS) == list(Clear)
    assert [one.mark for one in marks] == [Mark.STATED, *[Mark.NOT_STATED] * 5]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("explicit", Mark.STATED),
        ("heading", Mark.INHERITED),
        ("addressees", Mark.INHERITED),
        ("blank", Mark.NOT_STATED),
    ],
)
def test_people_by_the_source_of_the_lead(source: str, expected: Mark) -> None:
    assert mark(Clear.PEOPLE, leads=[Lead("Sở Nội vụ", 3, 12)], lead_source=source).mark == expected


def test_inherited_lead_names_its_place_and_how_it_was_found() -> None:
    found = mark(Clear.PEOPLE, leads=[Lead("Sở Nội vụ", 3, 12)], lead_source="heading")
    assert (found.source, found.why) == ((3, 12), "lấy từ tiêu đề mục")


def test_typed_lead_is_a_persons_and_not_the_documents() -> None:
    found = mark(Clear.PEOPLE, leads=[Lead("Sở Nội vụ")], lead_source="person")
    assert (found.mark, found.by_person, found.text) == (Mark.NOT_STATED, True, "Sở Nội vụ")


def test_deadline_of_the_office_does_not_make_the_document_clear() -> None:
    vague = {"due": {"text": "khẩn trương", "mark": "vague"}}
    found = mark(Clear.TIME, elements=vague, due_on=dt.date(2026, 12, 1), due_origin=DueOrigin.OFFICE)
    assert (found.mark, found.by_person) == (Mark.VAGUE, True)


def test_recurrence_is_a_time_as_well() -> None:
    assert mark(Clear.TIME, elements={"recurrence": {"text": "hằng tháng", "mark": "stated"}}).mark == Mark.STATED


def test_element_inherited_from_elsewhere_names_its_place() -> None:
    due = {"text": "trong tháng 5", "mark": "inherited", "from": {"start": 7, "end": 20}, "why": "due-closing"}
    found = mark(Clear.TIME, elements={"due": due})
    assert (found.mark, found.source, found.why) == (Mark.INHERITED, (7, 20), "due-closing")


def test_typed_product_counts_as_not_stated_and_an_anchored_one_as_stated() -> None:
    typed = {"text": "tờ trình", "mark": "stated", "origin": "person"}
    assert mark(Clear.PRODUCT, elements={"product": typed}).mark == Mark.NOT_STATED
    anchored = typed | {"start": 4, "end": 12}
    assert mark(Clear.PRODUCT, elements={"product": anchored}).mark == Mark.STATED


def test_first_stated_element_speaks_for_its_clear() -> None:
    elements = {"measures": {"text": "huy động", "mark": "vague"}, "resources": {"text": "ngân sách", "mark": "stated"}}
    assert mark(Clear.MEANS, elements=elements).text == "ngân sách"


def test_no_product_needed_is_a_persons_decision() -> None:
    assert mark(Clear.PRODUCT, no_product_needed=True).by_person


def test_open_readings_close_with_a_day() -> None:
    due = {"due": {"readings": [{"value": "2026-11-07"}, {"value": "2026-11-08"}]}}
    assert open_doubt(Facts(elements=due)) == DueDoubt.TWO_READINGS
    assert open_doubt(Facts(elements=due, due_on=dt.date(2026, 11, 7))) is None
    assert open_doubt(Facts(elements={"due": {"readings": []}})) is None


def test_day_that_no_calendar_has_is_vague() -> None:
    due = {"due": {"text": "trước ngày 31/02/2027", "mark": "stated", "kind": "date", "value": None}}
    assert mark(Clear.TIME, elements=due).mark == Mark.VAGUE
    by_office = mark(Clear.TIME, elements=due, due_on=dt.date(2027, 2, 26), due_origin=DueOrigin.OFFICE)
    assert (by_office.mark, by_office.by_person) == (Mark.VAGUE, True)
    possible = {"due": due["due"] | {"text": "trước ngày 28/02/2027", "value": "2027-02-28"}}
    assert mark(Clear.TIME, elements=possible).mark == Mark.STATED


@pytest.mark.parametrize("value", [None, "x", {}, {"start": 1}, {"start": 5, "end": 5}, {"start": -1, "end": 4}])
def test_what_is_no_span_gives_none(value: Any) -> None:
    assert span_of(value) is None


def test_mark_in_the_spelling_of_the_reader_is_understood() -> None:
    assert mark(Clear.PRODUCT, elements={"product": {"text": "x", "mark": "not stated"}}).mark == Mark.NOT_STATED
    assert mark(Clear.PRODUCT, elements={"product": {"text": "x", "mark": "khác"}}).mark == Mark.STATED
