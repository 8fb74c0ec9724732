"""The papers of the story of programmes: three documents of the province, a resolution of a congress; all invented."""

from __future__ import annotations

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG
Số: {number}/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạc Giang, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
{subject}
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. NHIỆM VỤ
{body}
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn Mẫu
"""

LIGHTS = (
    "Giao Ủy ban nhân dân xã A Thử lắp đặt đèn chiếu sáng tại các tuyến đường liên ấp, hoàn thành trước ngày 30/6/2028."
)
SCHOOLS = "Giao Ủy ban nhân dân xã A Thử bàn giao hai điểm trường không còn sử dụng, xong trước ngày 31/12/2027."
BEACH = "Giao Ủy ban nhân dân xã A Thử lập phương án cứu hộ tại các bãi tắm biển, gửi Sở Nội vụ trước ngày 30/4/2027."
CLASSES = "Giao Văn phòng Đảng ủy mở hai lớp học nghề cho thanh niên tại các ấp, hoàn thành trước ngày 30/11/2028."

_ROADS = "II. CHỈ TIÊU\n1. Số tuyến đường liên ấp có đèn chiếu sáng đạt ít nhất {value} vào năm 2030."
FEWER, MORE, LENGTH = "40 tuyến", "55 tuyến", "60 km"
"""What the three documents ask for the same roads: two values, and one in another measure."""


def _plan(number: int, subject: str, task: str, value: str) -> str:
    return _HEAD.format(number=number, subject=subject, body=f"1. {task}\n{_ROADS.format(value=value)}")


PROVINCE = {
    "41-KH-UBND.txt": _plan(41, "Chiếu sáng nông thôn", LIGHTS, FEWER),
    "42-KH-UBND.txt": _plan(42, "Sắp xếp trụ sở, tài sản công", SCHOOLS, MORE),
    "43-KH-UBND.txt": _plan(43, "An toàn mùa du lịch", BEACH, LENGTH),
}

RESOLUTION = f"""ĐẢNG BỘ TỈNH LẠC GIANG
ĐẢNG ỦY XÃ A THỬ
*
Số 01-NQ/ĐH
ĐẢNG CỘNG SẢN VIỆT NAM
A Thử, ngày 20 tháng 8 năm 2025
NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030
I. CHỈ TIÊU
1. Tỷ lệ hộ dân sử dụng nước sạch đạt 95% vào năm 2030.
II. NHIỆM VỤ
1. {CLASSES}
T/M ĐOÀN CHỦ TỊCH
Nguyễn Văn Giả Định
"""
