"""What items inherit: headings, lead-ins, partners, who makes a plan, the partner of a notice."""

from __future__ import annotations

import pytest
from tests.vanban.building import extract, tasks_of

PLAN = """ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM
XÃ GÒ MẪU

Số: 12/KH-MTTQ

Gò Mẫu, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức ngày hội đoàn kết năm 2026

{opening}

I. NHIỆM VỤ

1. Xây dựng chương trình ngày hội tại các ấp trước ngày 30/4/2026.

2. Tổ chức bình chọn gia đình tiêu biểu.
"""

NOTICE = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG
VĂN PHÒNG

Số: 14/TB-VP

Lạc Giang, ngày 05 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại buổi làm việc với xã Gò Mẫu

Ngày 02/3/2026, Chủ tịch Ủy ban nhân dân tỉnh làm việc với lãnh đạo xã Gò Mẫu, kết luận như sau:

1. Về nhiệm vụ thời gian tới

a) Rà soát các hộ nghèo, báo cáo Sở Nội vụ trước ngày 30/4/2026.

b) Giao Sở Xây dựng khảo sát đường liên ấp.
"""


@pytest.mark.parametrize("decomposed", [False, True])
@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        (
            "2. Các doanh nghiệp chế biến gỗ đang hoạt động trên địa bàn:",
            "Các doanh nghiệp chế biến gỗ đang hoạt động trên địa bàn",
        ),
        ("2. Chủ tịch Ủy ban nhân dân các tỉnh vùng hạ lưu sông Mẫu:", "Chủ tịch UBND các tỉnh vùng hạ lưu sông Mẫu"),
        ("2. Đối với Sở Tài chính:", "Sở Tài chính"),
        ("2. Trách nhiệm của Sở Tài chính", "Sở Tài chính"),
    ],
)
def test_headings_name_whom_they_head(heading: str, lead: str, decomposed: bool) -> None:
    body = f"1. Sở Y tế rà soát thuốc.\n\n{heading}\n\na) Rà soát hồ sơ.\n\nb) Báo cáo kết quả hằng tháng."
    assert [task.leads for task in tasks_of(body, decomposed=decomposed)[1:]] == [(lead,), (lead,)]


def test_topics_that_read_like_bodies_head_nobody() -> None:
    body = "1. Sở Công Thương:\n\na) Doanh nghiệp số\n\n- Xây dựng cẩm nang cho hộ kinh doanh trước ngày 30/4/2026."
    assert [task.leads for task in tasks_of(body)] == [("Sở Công Thương",)]


def test_partners_of_a_lead_in_go_down_to_its_bullets() -> None:
    body = (
        "1. Sở Y tế:\n\na) Chủ trì, phối hợp với Công an tỉnh:\n\n- Kiểm tra các kho thuốc.\n\n"
        "- Niêm phong kho hỏng.\n\nb) Tổng hợp kết quả."
    )
    *bullets, last = tasks_of(body)
    assert {task.coordinators for task in bullets} == {("Công an tỉnh",)}
    assert last.coordinators == ()


def test_a_paragraph_in_the_middle_obliges_the_list_behind_it() -> None:
    body = (
        "1. Về phòng dịch\n\nĐể chủ động, các phòng chuyên môn cần thực hiện những việc sau:\n\n"
        "- Rà soát thuốc dự trữ.\n\n- Lập danh sách người già neo đơn."
    )
    assert {task.leads for task in tasks_of(body)} == {("Các phòng chuyên môn",)}


def test_an_unnamed_bullet_beside_named_ones_is_a_task() -> None:
    text = PLAN.format(opening="Thực hiện chỉ đạo của tỉnh, xã triển khai như sau:").replace(
        "2. Tổ chức bình chọn gia đình tiêu biểu.",
        "2. Về văn hóa\n\n- Công an xã bảo đảm trật tự ngày hội.\n\n"
        "- Hội Nông dân xã tổ chức gian hàng nông sản.\n\n"
        "- Giữ gìn nghề đan lát.",
    )
    assert extract(text).tasks[-1].leads == ()


@pytest.mark.parametrize(
    ("opening", "lead"),
    [
        (
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Gò Mẫu xây dựng kế hoạch như sau:",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Gò Mẫu",
        ),
        ("Ban Chấp hành Đảng bộ xã Gò Mẫu ban hành Kế hoạch như sau:", None),
    ],
)
def test_bodies_of_the_front_carry_their_plans_out_themselves(opening: str, lead: str | None) -> None:
    leads = {name for task in extract(PLAN.format(opening=opening)).tasks for name in task.leads}
    assert leads == ({lead} if lead else set())


@pytest.mark.parametrize("decomposed", [False, True])
def test_the_partner_of_a_notice_has_what_names_nobody(decomposed: bool) -> None:
    first, second = extract(NOTICE, decomposed=decomposed).tasks
    assert first.leads == ("Xã Gò Mẫu",)
    assert second.leads == ("Sở Xây dựng",)


def test_a_superior_has_somebody_lead_what_follows() -> None:
    body = (
        "1. Phó Giám đốc Sở Y tế cùng Sở Nội vụ chỉ đạo Phòng Nghiệp vụ chủ trì, phối hợp với Phòng Tổ chức:\n\n"
        "- Rà soát danh mục thuốc.\n\n- Xây dựng lịch trực."
    )
    found = [(task.leads, task.coordinators) for task in tasks_of(body)]
    assert found == [(("Phòng Nghiệp vụ",), ("Phòng Tổ chức",))] * 2
