"""Passages taken over word for word from a higher level, side by side with their source."""

from __future__ import annotations

import pytest
from tests.vanban.check.stores import found_with

from vanban.check.rules.copying.copied_passage import RULE
from vanban.check.store import DocumentsInMemory, StoredDocument
from vanban.results import Severity

_PASSAGE = (
    "đẩy mạnh xã hội hóa các hoạt động chăm sóc sức khỏe ban đầu cho người cao tuổi ở vùng ven sông, gắn với mô hình "
    "bác sĩ gia đình và tủ thuốc thanh niên tại từng cụm dân cư"
)
_HIGHER = StoredDocument(
    "7", "KH-UBND", "Kế hoạch số 7/KH-UBND của Ủy ban nhân dân tỉnh",
    text=f"I. NHIỆM VỤ\n1. Các sở {_PASSAGE}; bảo đảm kinh phí.\n2. Sở Y tế rà soát thuốc.",
)  # fmt: skip
_STORE = DocumentsInMemory([], higher=[_HIGHER])


@pytest.mark.parametrize("decomposed", [False, True])
def test_a_copied_passage_stands_beside_its_source(*, decomposed: bool) -> None:
    body = f"1. Trạm Y tế {_PASSAGE.replace(',', '')}, xong trước ngày 15/4/2026."
    (finding,) = found_with(RULE, body, _STORE, decomposed=decomposed)
    assert finding.text == _PASSAGE.replace(",", "")
    assert [(one.part, one.value, one.why) for one in finding.candidates] == [("source", _PASSAGE, _HIGHER.name)]
    assert finding.severity is Severity.WARNING


def test_a_short_passage_may_be_chance() -> None:
    (finding,) = found_with(RULE, f"1. Trạm Y tế {' '.join(_PASSAGE.split()[:13])} năm 2026.", _STORE)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "body",
    [
        f"1. Trạm Y tế {' '.join(_PASSAGE.split()[:11])} năm 2026.",
        f"1. Trạm Y tế thực hiện yêu cầu “{_PASSAGE}” của Ủy ban nhân dân tỉnh.",
        f"Căn cứ chủ trương {_PASSAGE};",
        f"1. {_PASSAGE.upper()}",
        f"1. Trạm Y tế thực hiện Kế hoạch số 7/KH-UBND ngày 10/01/2026 về {_PASSAGE}.",
        "1. Trạm Y tế khám bệnh tại nhà cho người cao tuổi ở 5 ấp ven sông, mỗi tháng một lần, có tủ thuốc.",
    ],
)
def test_short_quoted_formula_and_reworded_text_is_left(body: str) -> None:
    assert found_with(RULE, body, _STORE) == []


def test_a_document_without_source_is_left() -> None:
    assert found_with(RULE, f"1. Trạm Y tế {_PASSAGE}.", DocumentsInMemory([_HIGHER])) == []


def test_one_passage_of_many_repetitions_is_one_finding() -> None:
    text = "rà soát " * 20_000
    store = DocumentsInMemory([], higher=[StoredDocument("8", "KH-UBND", "Kế hoạch", text=text)])
    (finding,) = found_with(RULE, f"1. Sở Y tế {text}.", store)
    assert finding.text.count("rà soát") > 19_000
