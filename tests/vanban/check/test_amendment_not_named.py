"""Citations of amended documents."""

from __future__ import annotations

import pytest
from tests.vanban.check.stores import found_with, texts_with

from vanban.check.rules.citations.amendment_not_named import RULE


def test_the_amending_document_is_named_in_the_message() -> None:
    (finding,) = found_with(RULE, "Căn cứ Nghị định số 62/2021/NĐ-CP ngày 29/6/2021 của Chính phủ, các sở rà soát.")
    assert finding.text == "Nghị định số 62/2021/NĐ-CP ngày 29/6/2021 của Chính phủ"
    assert "Nghị định số 70/2025/NĐ-CP" in finding.message


@pytest.mark.parametrize(
    "body",
    [
        "Căn cứ Nghị định số 62/2021/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 70/2025/NĐ-CP), các sở rà soát.",
        "Căn cứ Nghị định số 41/2019/NĐ-CP của Chính phủ, các sở rà soát.",
        "Căn cứ Nghị định số 62/2021/NĐ-CP ngày 01/7/2022 của Chính phủ, các sở rà soát.",
    ],
)
def test_named_amendments_and_other_documents_are_left(body: str) -> None:
    assert texts_with(RULE, body) == []
