"""Exhortations told apart from work that can be checked."""

from __future__ import annotations

import pytest

from vanban.tasks.standing import is_exhortation
from vanban.text.tokens import Tokens


@pytest.mark.parametrize(
    "sentence",
    [
        "Tăng cường công tác quản lý, kiểm tra việc sử dụng xe công.",
        "Nâng cao trách nhiệm nêu gương của người đứng đầu.",
        "Thực hiện nghiêm việc bảo quản hồ sơ.",
        "Chịu trách nhiệm trước Ủy ban nhân dân tỉnh về kết quả.",
        "Chủ động rà soát, phát huy tính sáng tạo.",
        "Tham mưu Ủy ban nhân dân tỉnh triển khai thực hiện các nhiệm vụ.",
        "Tiếp thu đầy đủ ý kiến của các sở tại buổi làm việc.",
        "Theo dõi, đôn đốc các xã thực hiện cập nhật dữ liệu dân cư.",
        "Thực hiện đầy đủ trách nhiệm của chủ đầu tư theo quy định của Luật Đầu tư công.",
        "Phối hợp với các cơ quan chức năng và chính quyền địa phương xử lý nghiêm vi phạm.",
        "Thường xuyên kiểm tra, kịp thời phát hiện các hành vi xả thải.",
        "Hướng dẫn biện pháp, kỹ năng phòng chống đuối nước.",
    ],
)
def test_exhortations(sentence: str) -> None:
    assert is_exhortation(Tokens(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Rà soát các tuyến đường chính.",
        "Tổ chức lớp tập huấn kỹ năng số.",
        "Quán triệt Kết luận số 5-KL/TW.",
        "Chỉ đạo Công an các xã lắp đặt biển cảnh báo.",
        "Bố trí người trông coi trụ sở.",
        "Khắc phục lỗi đồng bộ của phần mềm.",
        "Nội dung kế hoạch phải bảo đảm dễ hiểu.",
        "Hướng dẫn chủ đầu tư các thủ tục cấp phép.",
        "Kiểm tra điều kiện an toàn của các bến tàu.",
        "Huy động xe máy của đơn vị phục vụ việc đo đạc.",
    ],
)
def test_checkable_work(sentence: str) -> None:
    assert not is_exhortation(Tokens(sentence))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thực hiện Kế hoạch số 12/KH-UBND về phòng dịch.", False),
        ("Chủ động phối hợp với Sở Y tế thực hiện Kế hoạch.", True),
        ("Nâng cấp hệ thống máy chủ.", False),
        ("Tăng cường tuyên truyền trên báo.", True),
    ],
)
def test_named_documents_and_things_can_be_checked(sentence: str, expected: bool) -> None:
    assert is_exhortation(Tokens(sentence)) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tăng cường kiểm tra hoạt động của các bến phà.", True),
        ("Tăng cường kiểm tra các bến phà; tổ chức lớp tập huấn cho chủ phà.", False),
        ("Thường xuyên tổ chức lực lượng tuần tra các bến phà.", True),
        ("Chủ trì, phối hợp với Sở Xây dựng theo dõi, đôn đốc các xã.", False),
        ("Chủ trì, phối hợp với Sở Xây dựng tăng cường kiểm tra các bến phà.", True),
    ],
)
def test_calls_for_more_and_work_to_lead(sentence: str, expected: bool) -> None:
    assert is_exhortation(Tokens(sentence)) is expected
