"""Content from JSON and back; whatever is wrong is said in Vietnamese with its place."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.vanban.compose.contents import every, report
from tests.vanban.compose.generated import wild_documents

from vanban.compose.model import Content
from vanban.compose.reading import content_from_json, content_from_value
from vanban.compose.setting import set_content
from vanban.compose.validation import BadContent
from vanban.compose.writing import content_to_json, content_to_value


@pytest.mark.parametrize("name", every())
def test_every_kind_survives_json(name: str) -> None:
    assert content_from_json(content_to_json(every()[name])) == every()[name]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(wild_documents())
def test_any_content_prints_the_same_after_json(content: Content) -> None:
    assert set_content(content_from_json(content_to_json(content))) == set_content(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("type", "text", "body", "x")), inner),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(content_to_value(report()))), JSON))
def test_wrong_values_are_refused_not_raised(changes: dict[str, object]) -> None:
    try:
        content_from_value({**content_to_value(report()), **changes})
    except BadContent as error:
        assert all(fault.message.endswith(".") for fault in error.faults)


@pytest.mark.parametrize(
    ("changes", "where", "says"),
    [
        ({"kind": "thu"}, "kind", "Phải là một trong: chuong_trinh, ke_hoach"),
        ({"layout": None, "kind": None}, "kind", "Thiếu trường bắt buộc"),
        ({"nơi nhận": []}, "nơi nhận", "Không có trường này; các trường là: kind"),
        ({"body": "chữ"}, "body", "Phải là một danh sách"),
        ({"body": [{"type": "muc", "text": "x"}]}, "body[0]", "“type” là một trong: paragraph, part"),
        ({"body": [{"type": "item", "body": [{"type": "paragraph"}]}]}, "body[0].body[0].text", "Thiếu trường"),
        ({"body": [{"type": "table", "columns": ["A"], "rows": [[{"column_span": 0}]]}]}, "[0].column_span", "từ 1"),
        ({"body": [{"type": "table", "columns": [{"width": "1"}], "rows": []}]}, "[0].width", "Phải là số"),
        ({"body": [["a"]]}, "body[0]", "Phải là chữ"),
        ({"annexes": [{"title": "A"}]}, "annexes[0].body", "Thiếu trường"),
        ({"signature": {"capacity": [1]}}, "signature.capacity[0]", "Phải là chữ"),
        ({"header": {"issuer": "A", "symbol": "B", "place": "C", "date": "5/9/2026"}}, "header.date", "2026-09-05"),
        ({"header": {"issuer": "A", "symbol": "B", "place": "C", "draft": "có"}}, "header.draft", "true hoặc false"),
    ],
)  # fmt: skip
def test_faults_say_where_and_what(changes: dict[str, object], where: str, says: str) -> None:
    with pytest.raises(BadContent) as caught:
        content_from_value({**content_to_value(report()), **changes})
    assert any(fault.where.endswith(where) and says in fault.message for fault in caught.value.faults)


def test_all_faults_are_said_at_once() -> None:
    with pytest.raises(BadContent) as caught:
        content_from_value({"kind": 1, "header": 2, "body": 3, "signature": 4})
    assert [fault.where for fault in caught.value.faults] == ["kind", "header", "signature", "body"]


@pytest.mark.parametrize("text", ["", "{", "[" * 10_000, '{"kind": 1e999999999999}', b"\xff\xfe"])
def test_what_is_no_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(BadContent):
        content_from_json(text)


def test_numbers_too_large_to_print_are_refused() -> None:
    rows = '{"type": "table", "columns": ["A"], "rows": [[1e99999], [1.5]]}'
    text = json.dumps({**content_to_value(report()), "body": ["thân"]}).replace('"th\\u00e2n"', rows)
    with pytest.raises(BadContent) as caught:
        content_from_json(text)
    assert [fault.where for fault in caught.value.faults] == ["body[0].rows[0][0]"]


def test_decimals_keep_their_digits() -> None:
    value = content_to_value(report())
    value["body"] = [{"type": "table", "columns": ["A"], "rows": [[Decimal("2.50")]]}]
    assert content_from_value(value).body[0].rows == ((Decimal("2.50"),),)
