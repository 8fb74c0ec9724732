"""Names of bodies in running text."""

from __future__ import annotations

import pytest

from vanban.text.bodies import parse_body_list
from vanban.text.naming import full_name, normal_name
from vanban.text.tokens import Tokens


def names(text: str) -> list[str]:
    found = parse_body_list(Tokens(text), 0)
    return [body.name for body in found.bodies] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Tài chính chủ trì lập dự toán", ["Sở Tài chính"]),
        ("Sở Văn hóa, Thể thao và Du lịch mở hội chợ", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Y tế, Sở Tư pháp và Công an tỉnh rà soát", ["Sở Y tế", "Sở Tư pháp", "Công an tỉnh"]),
        ("Ủy ban nhân dân các xã, phường, đặc khu báo cáo", ["UBND các xã, phường, đặc khu"]),
        ("Ban Tổ chức Tỉnh ủy tham mưu", ["Ban Tổ chức Tỉnh ủy"]),
        ("Bộ Chỉ huy quân sự tỉnh huấn luyện", ["Bộ Chỉ huy quân sự tỉnh"]),
        ("Vụ Kế hoạch, Tài chính tổng hợp", ["Vụ Kế hoạch, Tài chính"]),
        ("Trưởng phòng Kinh tế phân công", ["Trưởng phòng Kinh tế"]),
        ("Ngân hàng Chính sách xã hội tỉnh giải ngân", ["Ngân hàng Chính sách xã hội tỉnh"]),
        ("Ban Quản lý các khu kinh tế và khu công nghiệp rà soát", ["Ban Quản lý các khu kinh tế và khu công nghiệp"]),
        ("UBND thành phố các nội dung cần sửa", ["UBND thành phố"]),
        ("UBND các xã có rừng tuần tra", ["UBND các xã có rừng"]),
        ("Sở, ban, ngành thuộc tỉnh có trách nhiệm rà soát", ["Sở, ban, ngành thuộc tỉnh"]),
        ("Các xã có dự án đi qua rà soát", ["Các xã có dự án đi qua"]),
        ("UBND các xã có trách nhiệm tuần tra", ["UBND các xã"]),
        ("Tổng cục thống kê có trách nhiệm lập bảng", ["Tổng cục thống kê"]),
        ("Cục đo đạc và bản đồ Nhà nước có trách nhiệm vẽ", ["Cục đo đạc và bản đồ Nhà nước"]),
        (
            "Chủ tịch UBND các tỉnh, thành phố từ Lạc Giang đến Hòn Mẫu sơ tán",
            ["Chủ tịch UBND các tỉnh, thành phố từ Lạc Giang đến Hòn Mẫu"],
        ),
        ("các chủ rừng là tổ chức tuần tra", ["Các chủ rừng là tổ chức"]),
        ("UBND Thành phố phương án cấp nước", ["UBND Thành phố"]),
        ("các đơn vị liên quan, tổ chức khảo sát hiện trạng", ["Các đơn vị liên quan"]),
        ("các cơ quan chức năng và chính quyền địa phương", ["Các cơ quan chức năng"]),
        ("Người đứng đầu cơ quan, đơn vị chủ động rà soát", ["Người đứng đầu cơ quan, đơn vị"]),
    ],
)
def test_names_run_to_the_first_word_that_cannot_belong(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các sở: Tài chính, Xây dựng, Nội vụ khẩn trương", ["Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ"]),
        ("Sở Tài chính, Nội vụ, Y tế phối hợp", ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]),
        ("Đảng ủy, HĐND, UBND xã Gò Mẫu", ["Đảng ủy xã Gò Mẫu", "HĐND xã Gò Mẫu", "UBND xã Gò Mẫu"]),
        ("đặc khu Hòn Mẫu và đặc khu Hòn Thử bố trí", ["Đặc khu Hòn Mẫu", "Đặc khu Hòn Thử"]),
    ],
)
def test_lists_share_what_they_print_once(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các sở, ban, ngành tỉnh rà soát", ["Các sở, ban, ngành tỉnh"]),
        ("các cơ quan, đơn vị và địa phương liên quan xử lý", ["Các cơ quan, đơn vị và địa phương liên quan"]),
        ("các tổ chức chính trị - xã hội vận động", ["Các tổ chức chính trị - xã hội"]),
        ("Thủ trưởng các sở, ngành; Chủ tịch UBND các xã", ["Thủ trưởng các sở, ngành", "Chủ tịch UBND các xã"]),
    ],
)
def test_groups_stay_one_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_people_stand_for_their_bodies() -> None:
    text = "tập thể lãnh đạo, cán bộ, công chức của Đảng ủy, Ủy ban nhân dân xã tiếp tục đoàn kết"
    assert names(text) == ["Đảng ủy xã", "UBND xã"]


def test_exceptions_leave_the_name() -> None:
    found = parse_body_list(Tokens("UBND các xã, phường (trừ xã Gò Mẫu) rà soát"), 0)
    assert found is not None
    (body,) = found.bodies
    assert body.name == "UBND các xã, phường"
    assert body.exceptions == ("xã Gò Mẫu",)
    assert body.group


@pytest.mark.parametrize(
    "text", ["Ban hành quyết định", "Tổ chức hội nghị", "Hội nghị tổng kết", "Phòng chống dịch", "các chỉ tiêu"]
)
def test_common_words_are_no_bodies(text: str) -> None:
    assert names(text) == []


def test_names_are_abbreviated_and_written_out() -> None:
    assert normal_name(" ủy ban  nhân dân xã;") == "UBND xã"
    assert full_name("UBND tỉnh") == "Ủy ban nhân dân tỉnh"


def test_common_nouns_are_bodies_where_one_is_expected() -> None:
    tokens = Tokens("chính quyền địa phương và lực lượng Kiểm lâm tuần tra")
    found = parse_body_list(tokens, 0, bare=True)
    assert found is not None
    assert [body.name for body in found.bodies] == ["Chính quyền địa phương", "Lực lượng Kiểm lâm"]
    assert parse_body_list(tokens, 0) is None


def test_stores_of_data_are_no_bodies() -> None:
    assert names("toàn bộ cơ sở dữ liệu đất đai") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ trưởng các Bộ: Tài chính, Nội vụ chỉ đạo", ["Bộ trưởng Bộ Tài chính", "Bộ trưởng Bộ Nội vụ"]),
        ("các Phó Chủ tịch UBND tỉnh kiểm tra", ["Các Phó Chủ tịch UBND tỉnh"]),
        ("Sở Y tế và cơ quan, đơn vị có liên quan rà soát", ["Sở Y tế", "Cơ quan, đơn vị có liên quan"]),
        ("UBND các xã: Gò Mẫu, Bến Thử rà soát", ["UBND các xã: Gò Mẫu, Bến Thử"]),
        ("Phòng Nghiệp vụ 2 hướng dẫn", ["Phòng Nghiệp vụ 2"]),
        ("Trưởng 7 ấp cắm biển", ["Trưởng 7 ấp"]),
        ("UBND các tỉnh dọc sông Mẫu bố trí", ["UBND các tỉnh dọc sông Mẫu"]),
        ("các thành viên Ban Tổ chức rà soát", ["Các thành viên Ban Tổ chức"]),
        ("Phòng Đầu tư của Sở làm việc", ["Phòng Đầu tư"]),
        ("Công an tỉnh Hướng dẫn các chủ rừng", ["Công an tỉnh"]),
        ("Sở Tài chính Thẩm định dự toán", ["Sở Tài chính"]),
        ("các chủ rừng Chịu trách nhiệm phát dọn", ["Các chủ rừng"]),
        ("các sở, ban, ngành tỉnh vá mặt đường", ["Các sở, ban, ngành tỉnh"]),
        ("các đảng ủy trực thuộc Tỉnh ủy thả cá giống", ["Các đảng ủy trực thuộc Tỉnh ủy"]),
        ("Đảng ủy MTTQ và các đoàn thể tỉnh vận động", ["Đảng ủy MTTQ và các đoàn thể tỉnh"]),
        ("Bộ Chỉ huy Bộ đội biên phòng tỉnh, Tỉnh đoàn rà soát", ["Bộ Chỉ huy Bộ đội biên phòng tỉnh", "Tỉnh đoàn"]),
        ("Công ty Đầu tư, Xây dựng và Kinh doanh Mẫu Giang lập", ["Công ty Đầu tư, Xây dựng và Kinh doanh Mẫu Giang"]),
        (
            "Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh vận động",
            ["Ủy ban MTTQ Việt Nam tỉnh", "Các tổ chức chính trị - xã hội tỉnh"],
        ),
    ],
)
def test_posts_places_numbers_and_lost_marks(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["Cơ sở vật chất phải bảo đảm", "Lãnh đạo giải quyết hồ sơ trễ hạn"])
def test_things_and_verbs_are_no_bodies(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", ["các sở: Nâng cao năng lực của cán bộ", "các phòng: Phối hợp với Công an xã rà soát"])
def test_what_follows_a_colon_may_be_a_predicate(text: str) -> None:
    assert names(text) == [text.split(":")[0].capitalize()]
