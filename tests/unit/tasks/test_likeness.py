"""Which works are taken for the same: invented pairs as directives write them, and what holds for any two texts."""

from __future__ import annotations

import unicodedata

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from sauro.tasks.likeness import Ask, Yardstick, pairs_of

SAME = [
    (
        "UBND các xã, phường, đặc khu rà soát quỹ nhà công vụ cho cán bộ điều động, báo cáo Sở Xây dựng trước ngày "
        "20/11/2026.",
        "Đề nghị Ủy ban nhân dân cấp xã báo cáo kết quả rà soát nhà công vụ cho cán bộ điều động về Sở Xây dựng chậm "
        "nhất ngày 25/11/2026.",
    ),
    (
        "Ủy ban nhân dân xã lập danh mục trạm bơm cần sửa chữa, kèm dự toán, gửi Sở Nông nghiệp và Môi trường.",
        "Giao Ủy ban nhân dân các xã rà soát, lập danh mục các trạm bơm hư hỏng cần sửa chữa trước mùa mưa.",
    ),
    (
        "Thống kê số cán bộ, công chức cấp xã chưa đạt chuẩn trình độ chuyên môn, báo cáo Sở Nội vụ.",
        "Báo cáo danh sách cán bộ, công chức chưa đạt chuẩn trình độ chuyên môn về Ban Tổ chức trước ngày 15/12/2026.",
    ),
    (
        "Bố trí trụ sở làm việc và phương tiện cho Ban Chỉ huy quân sự cấp xã, hoàn thành trong tháng 12/2026.",
        "Các xã, phường khẩn trương bố trí trụ sở, phương tiện làm việc cho Ban Chỉ huy quân sự xã.",
    ),
    (
        "Cập nhật dữ liệu hộ nghèo, hộ cận nghèo kèm nguyên nhân, bảo đảm đạt 95% trước ngày 30/11/2026.",
        "Rà soát hộ nghèo, hộ cận nghèo và nguyên nhân nghèo; đến hết quý IV đạt 95% số hộ được cập nhật.",
    ),
    (
        "Niêm yết công khai thủ tục hành chính tại Trung tâm Phục vụ hành chính công và cập nhật hằng ngày.",
        "Trung tâm Phục vụ hành chính công niêm yết, cập nhật đầy đủ thủ tục hành chính mới công bố.",
    ),
]
OTHER = [
    (
        "UBND các xã, phường, đặc khu rà soát quỹ nhà công vụ cho cán bộ điều động, báo cáo Sở Xây dựng.",
        "UBND các xã, phường, đặc khu rà soát trụ sở dôi dư sau sắp xếp, báo cáo Sở Tài chính.",
    ),
    (
        "Báo cáo kết quả thu ngân sách quý I năm 2026 về Sở Tài chính.",
        "Báo cáo kết quả thu ngân sách quý II năm 2026 về Sở Tài chính.",
    ),
    (
        "Xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2026.",
        "Xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2027.",
    ),
    (
        "Chủ trì, phối hợp với các cơ quan liên quan tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch phòng, chống lũ.",
        "Chủ trì, phối hợp với các cơ quan liên quan tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch chuyển đổi số.",
    ),
    (
        "Rà soát, sửa chữa hệ thống chiếu sáng công cộng tại các tuyến đường liên ấp.",
        "Rà soát, sửa chữa hệ thống cấp nước sinh hoạt tại các ấp vùng sâu.",
    ),
    (
        "Tổ chức tập huấn sử dụng chữ ký số cho công chức một cửa.",
        "Tổ chức tập huấn phòng cháy, chữa cháy cho lực lượng dân phòng.",
    ),
    ("Báo cáo kết quả thực hiện.", "Báo cáo kết quả thực hiện trước ngày 15/12/2026."),
    (
        "Hoàn thành giải phóng mặt bằng dự án đường Vàm Lúa Mẫu trước ngày 30/12/2026.",
        "Hoàn thành giải ngân vốn dự án đường Suối Lành Thử trước ngày 30/12/2026.",
    ),
]
YARDSTICK = Yardstick(text for pair in (*SAME, *OTHER) for text in pair)
texts = st.lists(st.sampled_from([text for pair in (*SAME, *OTHER) for text in pair]), min_size=1, max_size=3).map(
    " ".join
)


def score(one: str, other: str) -> int:
    found = YARDSTICK.compare(Ask(one), Ask(other))
    return found.score if found else 0


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_asked_in_two_letters_is_noticed(one: str, other: str) -> None:
    assert score(one, other) >= settings.LIKELY_SCORE


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_works_that_only_sound_alike_are_not_proposed(one: str, other: str) -> None:
    assert score(one, other) < settings.LIKELY_SCORE


@given(texts, texts)
def test_likeness_is_the_same_from_both_sides_and_between_nothing_and_all(one: str, other: str) -> None:
    assert score(one, other) == score(other, one)
    assert 0 <= score(one, other) <= 100


@given(texts)
def test_spelling_of_the_text_does_not_matter(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert pairs_of(decomposed) == pairs_of(text) == pairs_of(text.upper())


def test_reasons_are_told_in_the_words_of_the_text() -> None:
    found = YARDSTICK.compare(
        Ask(SAME[4][0], product="danh sách hộ nghèo"), Ask(SAME[4][1], product="Danh sách hộ nghèo, cận nghèo")
    )
    assert found is not None
    assert "hộ cận nghèo" in found.words
    assert found.product == ("danh sách hộ nghèo",)
    assert found.targets == ("95%",)
