"""Deadlines and recurrences as documents print them."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.text.deadline_labels import label_deadline
from vanban.text.deadlines import definite_deadlines, event_deadline, vague_deadline
from vanban.text.recurrences import find_period

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "value", "exclusive"),
    [
        ("gửi kết quả trước ngày 15/6/2026", "2026-06-15", True),
        ("hoàn thành trước ngày 01 tháng 9 năm 2026", "2026-09-01", True),
        ("xong chậm nhất ngày 20/5/2026.", "2026-05-20", False),
        ("báo cáo chậm nhất trong tháng 5 năm 2026", "2026-05-31", False),
        ("gửi về Sở Tài chính trong tháng 02/2028.", "2028-02-29", False),
        ("hoàn thành trong quý II/2026", "2026-06-30", False),
        ("hoàn thành trong quý IV năm 2026", "2026-12-31", False),
        ("hoàn thành trong năm 2026", "2026-12-31", False),
        ("di dời xong trước 17 giờ ngày 21/10/2026", "2026-10-21", True),
        ("báo cáo trước ngày 25/12 hằng năm", "2026-12-25", True),
        ("báo cáo trước ngày 10/02 hằng năm", "2027-02-10", True),
        ("tổ chức từ ngày 01/4/2026 đến hết ngày 30/4/2026", "2026-04-30", False),
        ("phấn đấu đạt chỉ tiêu giải ngân năm 2026 của tỉnh", "2026-12-31", False),
    ],
)
def test_a_deadline_is_the_last_day_as_printed(text: str, value: str, exclusive: bool) -> None:
    first = definite_deadlines(text, 0, len(text), TODAY)[0]
    assert (first.value, first.exclusive) == (value, exclusive)


@pytest.mark.parametrize(
    "text",
    [
        "xây dựng Kế hoạch phát triển năm 2026",
        "Kế hoạch giai đoạn 2026 - 2030",
        "tầm nhìn đến năm 2045",
        "áp dụng từ ngày 01/7/2026",
        "Quyết định số 5/QĐ-UBND ngày 12/01/2026 của UBND tỉnh",
        "Đối với các nhiệm vụ triển khai trong năm 2026, các sở bố trí kinh phí",
    ],
)
def test_dates_that_bind_nobody_are_no_deadlines(text: str) -> None:
    assert definite_deadlines(text, 0, len(text), TODAY) == []


def test_a_date_counts_before_a_bare_period() -> None:
    text = "rà soát kết quả thực hiện trong năm 2026, gửi báo cáo trước ngày 05/4/2026"
    assert definite_deadlines(text, 0, len(text), TODAY)[0].value == "2026-04-05"


def test_an_impossible_date_has_no_value() -> None:
    text = "báo cáo trước ngày 31/02/2026"
    assert definite_deadlines(text, 0, len(text), TODAY)[0].value is None


def test_days_after_signing_are_counted_in_calendar_days_only() -> None:
    counted = "hoàn thành trong vòng 10 ngày kể từ ngày ký ban hành"
    working = "hoàn thành trong vòng 10 ngày làm việc kể từ ngày ký ban hành"
    assert definite_deadlines(counted, 0, len(counted), TODAY)[0].value == "2026-03-15"
    assert definite_deadlines(working, 0, len(working), TODAY)[0].value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Quý III/2026", "2026-09-30"),
        ("Tháng 4/2026 - Tháng 6/2026", "2026-06-30"),
        ("năm 2026 và các năm tiếp theo", None),
        ("Thường xuyên", None),
        ("Năm 2026 - 2027", "2027-12-31"),
        ("2026 - 2030", "2030-12-31"),
        ("2027", "2027-12-31"),
        ("6/2026.", "2026-06-30"),
        ("Giai đoạn 2026-2030", "2030-12-31"),
        ("Giai đoạn 2026-2030 và những năm tiếp theo", None),
        ("Đến năm 2030", "2030-12-31"),
        ("Từ quý II/2026", None),
        ("Từ tháng 4 đến tháng 6/2026", "2026-06-30"),
        ("Quý I, II/2027", "2027-06-30"),
        ("Tháng 4 - 6/2026", "2026-06-30"),
        ("Dự kiến tháng 11/2026 (sau khi có hướng dẫn)", "2026-11-30"),
    ],
)
def test_labels_need_no_preposition(text: str, value: str | None) -> None:
    found = label_deadline(text, 0, len(text), TODAY)
    assert (found.value if found else None) == value


def test_events_set_deadlines_at_the_head_of_a_clause() -> None:
    head = "Sau khi ban hành, các xã tổ chức thực hiện"
    inside = "Tổng kết công tác sau khi sắp xếp đơn vị"
    review = "Tổ chức sơ kết 6 tháng đầu năm 2026"
    assert event_deadline(head, 0, len(head)) is not None
    assert event_deadline(inside, 0, len(inside)) is None
    found = event_deadline(review, 0, len(review))
    assert found is not None
    assert found.value == "2026-06-30"


def test_haste_is_vague_but_manner_is_not() -> None:
    haste, manner = "khẩn trương rà soát", "kịp thời khen thưởng"
    assert vague_deadline(haste, 0, len(haste)) is not None
    assert vague_deadline(manner, 0, len(manner)) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cập nhật vào cuối mỗi ngày làm việc", "daily"),
        ("Vào thứ Sáu hằng tuần, công khai kết quả", "weekly"),
        ("định kỳ hàng tháng, quý, năm báo cáo", "monthly"),
        ("đánh giá hàng quý", "quarterly"),
        ("định kỳ hằng năm sơ kết, 05 năm tổng kết", "annual"),
        ("định kỳ báo cáo kết quả", "other"),
        ("đưa tin về triều cường, 3 giờ một lần", "other"),
        ("đánh giá kết quả; 06 tháng báo cáo Ủy ban nhân dân tỉnh một lần", "semiannual"),
        ("ba tháng sơ kết một lần", "quarterly"),
        ("trực hằng đêm", "daily"),
    ],
)
def test_the_shortest_stated_period_counts(text: str, kind: str) -> None:
    found = find_period(text, 0, len(text))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text", ["bố trí trong ngân sách hằng năm", "dự toán chi thường xuyên hằng năm", "thường xuyên kiểm tra"]
)
def test_yearly_budgets_are_no_recurrence(text: str) -> None:
    assert find_period(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("trình Hội đồng nhân dân tỉnh tại kỳ họp tháng 12/2026", "2026-12-31"),
        ("công khai tại phiên họp thường kỳ tháng 10/2026", "2026-10-31"),
        ("báo cáo kết quả thực hiện theo kết luận tại phiên họp tháng 10/2026", None),
        ("đã báo cáo tại phiên họp tháng 10/2026", None),
        ("trình tại kỳ họp tháng 01/2026", None),
    ],
)
def test_the_month_of_a_session_to_come(text: str, value: str | None) -> None:
    found = definite_deadlines(text, 0, len(text), date(2026, 9, 5))
    assert [one.value for one in found] == ([value] if value else [])
