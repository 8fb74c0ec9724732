"""Citations of documents that no longer hold on the day of the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.vanban.check.stores import REPEALED, found_with, texts_with

from vanban.check.rules.citations.repealed_document import RULE
from vanban.check.store import DocumentsInMemory

_BODY = "Căn cứ Nghị định số 41/2019/NĐ-CP của Chính phủ, các sở rà soát danh mục thuốc."


def test_the_new_document_is_named() -> None:
    (finding,) = found_with(RULE, _BODY)
    assert finding.text == "Nghị định số 41/2019/NĐ-CP của Chính phủ"
    assert [one.value for one in finding.candidates] == ["Nghị định số 15/2026/NĐ-CP"]


@pytest.mark.parametrize(
    "body",
    [
        "Căn cứ Nghị định số 62/2021/NĐ-CP của Chính phủ, các sở rà soát.",
        "Nghị định số 15/2026/NĐ-CP thay thế Nghị định số 41/2019/NĐ-CP của Chính phủ.",
        "Các sở rà soát danh mục thuốc.",
    ],
)
def test_what_holds_and_what_is_said_to_be_replaced_is_left(body: str) -> None:
    assert texts_with(RULE, body) == []


@pytest.mark.parametrize(("repealed_on", "count"), [(date(2026, 3, 5), 1), (date(2026, 3, 6), 0), (None, 1)])
def test_the_day_of_the_document_counts(repealed_on: date | None, count: int) -> None:
    store = DocumentsInMemory([replace(REPEALED, repealed_on=repealed_on)])
    assert len(found_with(RULE, _BODY, store)) == count
