"""Tasks of whole letters: what counts, what is split, what is inherited."""

from __future__ import annotations

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, extract, only_task, tasks_of

from vanban.results import Element, Mark

TWO_DEPARTMENTS = """Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện một số nhiệm vụ sau:

1. Sở Y tế:

- Rà soát thuốc dự trữ, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/3/2026.

- Phối hợp với Công an tỉnh kiểm tra kho thuốc.

2. Sở Tài chính chủ trì, phối hợp với Sở Y tế lập dự toán mua thuốc trong tháng 4/2026."""


@pytest.mark.parametrize("decomposed", [False, True])
def test_leads_of_headings_and_of_sentences(decomposed: bool) -> None:
    first, second, third = tasks_of(TWO_DEPARTMENTS, decomposed=decomposed)
    assert (first.leads, first.lead_source, first.section) == (("Sở Y tế",), "heading", "1")
    assert (second.leads, second.coordinators) == (("Sở Y tế",), ("Công an tỉnh",))
    assert (third.leads, third.lead_source, third.coordinators) == (("Sở Tài chính",), "explicit", ("Sở Y tế",))


def test_six_clears_of_a_task() -> None:
    first = tasks_of(TWO_DEPARTMENTS)[0]
    clears = first.clears
    assert clears[Element.WORK].mark is Mark.STATED
    assert clears[Element.PEOPLE].mark is Mark.INHERITED
    assert clears[Element.PEOPLE].inherited_from is not None
    assert clears[Element.TIME].mark is Mark.STATED
    assert clears[Element.PRODUCT].mark is Mark.STATED
    assert clears[Element.MEANS].mark is Mark.NOT_STATED
    assert first.submit_to is not None
    assert first.submit_to.text == "Ủy ban nhân dân tỉnh"


def test_another_lead_splits_a_paragraph() -> None:
    first, second = tasks_of("1. Sở Y tế rà soát thuốc dự trữ. Giao Công an tỉnh kiểm tra kho thuốc.")
    assert (first.leads, second.leads) == (("Sở Y tế",), ("Công an tỉnh",))


def test_a_delivery_of_its_own_splits_a_paragraph() -> None:
    first, second = tasks_of(
        "1. Sở Y tế chịu trách nhiệm về chất lượng thuốc. Báo cáo kết quả kiểm tra về Sở Nội vụ trước ngày 01/4/2026."
    )
    assert second.text.startswith("Báo cáo kết quả")
    assert (second.leads, second.lead_source) == (("Sở Y tế",), "context")
    assert first.due is None


def test_preparation_and_its_output_stay_together() -> None:
    task = only_task(
        "1. Sở Y tế rà soát nhân lực trạm y tế. Trên cơ sở đó, tham mưu Ủy ban nhân dân tỉnh phương án bổ sung."
    )
    assert task.product is not None
    assert task.product.text == "phương án bổ sung"


def test_conditional_reports_stand_alone() -> None:
    _, report = tasks_of(
        "1. Sở Y tế rà soát thuốc dự trữ.\n\n"
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời báo cáo Sở Y tế."
    )
    assert report.section == "Kết"
    assert report.recurrence is not None
    assert (report.recurrence.kind, report.recurrence.text) == ("other", "khi phát sinh")
    assert report.condition is not None
    assert report.due is not None
    assert report.due.kind == "vague"


def test_closing_formulas_are_general_directions() -> None:
    _, closing = tasks_of(
        "1. Sở Y tế rà soát thuốc dự trữ.\n\nTrên đây là các nội dung cần làm ngay; "
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành nghiêm túc thực hiện./."
    )
    assert closing.standing
    assert closing.section == "Kết"
    assert closing.text == "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành nghiêm túc thực hiện"


def test_a_lead_in_that_only_introduces_is_no_task() -> None:
    (task,) = tasks_of("1. Giao Sở Y tế:\n\n- Rà soát thuốc dự trữ.")
    assert (task.text, task.leads, task.lead_source) == ("Rà soát thuốc dự trữ.", ("Sở Y tế",), "lead-in")


def test_a_lead_in_that_obliges_to_more_is_a_task() -> None:
    lead_in, bullet = tasks_of(
        "1. Giao Sở Y tế củng cố mạng lưới y tế cơ sở. Trong đó, khẩn trương làm ngay:\n\n- Rà soát thuốc dự trữ."
    )
    assert lead_in.text.startswith("Giao Sở Y tế củng cố")
    assert bullet.leads == ("Sở Y tế",)


def test_addressees_lead_what_names_nobody() -> None:
    task = only_task("1. Về kho thuốc\n\nRà soát, lập danh mục thuốc quá hạn trước ngày 30/3/2026.")
    assert task.lead_source == "addressees"
    assert task.leads == ("Các sở, ban, ngành tỉnh", "UBND các xã, phường, đặc khu")


def test_background_is_no_task() -> None:
    assert (
        tasks_of("Thời gian qua, các sở, ngành đã chủ động phòng, chống dịch.\n\nTuy nhiên, thuốc dự trữ còn thiếu.")
        == ()
    )


@pytest.mark.parametrize("kind", ["BÁO CÁO", "TỜ TRÌNH"])
def test_reports_and_submissions_assign_nothing(kind: str) -> None:
    text = f"{kind}\n\nCông tác y tế tháng 3\n\nI. NHIỆM VỤ THỜI GIAN TỚI\n\n1. Sở Y tế rà soát thuốc dự trữ.\n"
    assert extract(text).tasks == ()


def test_a_legal_act_hands_out_only_its_own_execution() -> None:
    articles = "\n\n".join(f"Điều {number}. Cơ quan tiếp nhận xử lý đơn." for number in range(1, 5))
    last = "Điều 5. Giám đốc Sở Tư pháp chịu trách nhiệm thi hành Quyết định này."
    text = f"Số: 12/2026/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nBan hành quy định\n\n{articles}\n\n{last}\n"
    assert [task.section for task in extract(text).tasks] == ["Điều 5"]


def test_labelled_lines_give_the_fields() -> None:
    text = """KẾ HOẠCH

Phòng dịch

II. NHIỆM VỤ

1. Tập huấn cho y tế thôn

- Cơ quan chủ trì: Sở Y tế.

- Cơ quan phối hợp: Sở Nội vụ, Ủy ban nhân dân các xã.

- Thời gian thực hiện: Quý II/2026.

- Sản phẩm: Tài liệu tập huấn.
"""
    (task,) = extract(text).tasks
    assert task.text == "Tập huấn cho y tế thôn"
    assert (task.leads, task.coordinators) == (("Sở Y tế",), ("Sở Nội vụ", "UBND các xã"))
    assert task.due is not None
    assert (task.due.kind, task.due.value) == ("quarter", "2026-06-30")
    assert task.product is not None
    assert task.product.text == "Tài liệu tập huấn"


def test_relative_names_belong_to_the_commune_of_the_subject() -> None:
    text = f"""THÔNG BÁO

Kết luận tại buổi làm việc với xã Gò Mẫu

Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:

1. Yêu cầu UBND xã rà soát nhà ở trước ngày 01/6/2026.

2. Sở Xây dựng phối hợp với UBND các xã kiểm tra cầu treo.

{FOOT}"""
    first, second = extract(text).tasks
    assert first.leads == ("UBND xã Gò Mẫu",)
    assert second.coordinators == ("UBND các xã",)


def test_a_label_may_say_who_does_what() -> None:
    text = """KẾ HOẠCH

Phòng dịch

II. NHIỆM VỤ

1. Tập huấn cho y tế thôn

- Cơ quan thực hiện: Sở Y tế chủ trì tham mưu Ủy ban nhân dân tỉnh ban hành tài liệu; Sở Nội vụ tổ chức lớp học.
"""
    (task,) = extract(text).tasks
    assert task.leads == ("Sở Y tế", "Sở Nội vụ")


def test_a_misprinted_year_is_kept_with_a_proposal() -> None:
    task = only_task("1. Sở Y tế báo cáo kết quả trong tháng 7/2016.")
    assert task.due is not None
    assert (task.due.value, task.due.value_corrected) == ("2016-07-31", "2026-07-31")


def test_task_text_drops_what_is_not_its_own() -> None:
    task = only_task("1. Sở Y tế lập danh mục thuốc (đính kèm biểu mẫu)./.")
    assert task.text == "Sở Y tế lập danh mục thuốc"


def test_every_field_lies_where_it_says() -> None:
    found = extract(f"{LETTERHEAD}\n{TWO_DEPARTMENTS}\n\n{FOOT}")
    for task in found.tasks:
        assert found.text[task.start : task.end] == task.text
        for actor in task.actors:
            assert found.text[actor.start : actor.end] == actor.text


def test_requirements_of_a_plan_bind_only_whom_they_name() -> None:
    plan = LETTERHEAD.replace("Số: 125/UBND-TH", "Số: 12/KH-UBND").replace("V/v chuẩn bị mùa mưa lũ", "KẾ HOẠCH")
    plan = plan.partition("Kính gửi")[0]
    found = extract(
        f"""{plan}
Phòng, chống đuối nước năm 2026

I. MỤC ĐÍCH, YÊU CẦU

1. Yêu cầu

a) Tổ chức các hoạt động thiết thực, tiết kiệm.

b) Người đứng đầu cơ quan, đơn vị chủ động triển khai kế hoạch đúng tiến độ.

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế rà soát thuốc dự trữ.

{FOOT}"""
    ).tasks
    assert [task.leads for task in found] == [("Người đứng đầu cơ quan, đơn vị",), ("Sở Y tế",)]


def test_an_order_before_therein_is_a_task_of_its_own() -> None:
    tasks = tasks_of("""1. Giám đốc các sở trực tiếp chỉ đạo khắc phục nhanh hậu quả mưa lũ vừa qua, trong đó tập trung:

- Thống kê số nhà bị tốc mái.""")
    assert [task.text.split()[0] for task in tasks] == ["Giám", "Thống"]


def test_a_content_label_says_what_to_do() -> None:
    (task,) = tasks_of("""1. Tập huấn nghiệp vụ

- Nội dung thực hiện: Tổ chức tập huấn kỹ năng số cho cán bộ thôn.

- Cơ quan chủ trì: Sở Nội vụ.

- Cơ quan phối hợp: Trung tâm Dịch vụ việc làm tỉnh.""")
    assert task.text == "Tổ chức tập huấn kỹ năng số cho cán bộ thôn."
    assert (task.leads, task.coordinators) == (("Sở Nội vụ",), ("Trung tâm Dịch vụ việc làm tỉnh",))


def test_naming_partners_anew_splits_a_paragraph() -> None:
    first, second = tasks_of(
        "1. Sở Y tế phối hợp với Công an tỉnh kiểm tra kho thuốc. "
        "Đồng thời tiếp tục phối hợp với các nhà thầu làm tốt việc bảo quản."
    )
    assert (first.coordinators, second.coordinators) == (("Công an tỉnh",), ("Các nhà thầu",))


def test_a_name_broken_at_the_end_of_a_line_is_joined() -> None:
    (task,) = tasks_of("1. Tập đoàn Điện lực Việt\n\nNam báo cáo Ủy ban nhân dân tỉnh kế hoạch cấp điện.")
    assert task.leads == ("Tập đoàn Điện lực Việt Nam",)


def test_a_label_tells_leads_from_partners() -> None:
    (task,) = tasks_of("""1. Rà soát hồ sơ đất ở của các hộ dân ven sông.

- Cơ quan thực hiện: Sở Xây dựng chủ trì, phối hợp với Công an tỉnh; các sở, ngành liên quan.""")
    assert task.leads == ("Sở Xây dựng",)
    assert task.coordinators == ("Công an tỉnh", "Các sở, ngành liên quan")


def test_a_clause_of_its_own_in_a_label_names_a_further_lead() -> None:
    (task,) = tasks_of("""1. Phổ biến quy chế tiếp công dân cho cán bộ.

- Cơ quan thực hiện: Thanh tra tỉnh chủ trì, phối hợp với Sở Nội vụ; Sở Tư pháp chủ động tổ chức các lớp học.""")
    assert (task.leads, task.coordinators) == (("Thanh tra tỉnh", "Sở Tư pháp"), ("Sở Nội vụ",))


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("TRÁCH NHIỆM CỦA CÔNG AN TỈNH", "Công an tỉnh"),
        ("ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG, ĐẶC KHU", "UBND các xã, phường, đặc khu"),
        ("CÁC SỞ, BAN, NGÀNH TỈNH", "Các sở, ban, ngành tỉnh"),
    ],
)
def test_headings_in_capitals_name_bodies(heading: str, lead: str) -> None:
    (task,) = tasks_of(f"II. {heading}\n\n- Rà soát các tuyến đê xung yếu trước mùa mưa.")
    assert (task.leads, task.lead_source) == ((lead,), "heading")


def test_an_order_above_a_list_of_figures_is_the_task() -> None:
    (task,) = tasks_of("""3. Chế độ báo cáo

Yêu cầu các sở báo cáo hằng tháng số liệu theo từng gói thầu, gồm:

(1) Tổng số gói thầu phải mở trong kỳ;

(2) Tổng giá trị trúng thầu.""")
    assert (task.leads, task.why) == (("Các sở",), "lead-in-order")
    assert task.recurrence is not None


def test_a_time_without_a_colon_goes_on_with_the_item_before_it() -> None:
    body = """1. Giao Ủy ban nhân dân các xã

- Phối hợp rà soát biển tên đường.

- Tổ chức đối chiếu sổ bộ với bản đồ.
Thời gian hoàn thành trước ngày 30 tháng 6 năm 2026.
"""
    assert [task.due.value if task.due else None for task in tasks_of(body)] == [None, "2026-06-30"]
