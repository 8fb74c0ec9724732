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

PROVINCE = {
    "41-KH-UBND.txt": _HEAD.format(number=41, subject="Chiếu sáng nông thôn", body=f"1. {LIGHTS}"),
    "42-KH-UBND.txt": _HEAD.format(number=42, subject="Sắp xếp trụ sở, tài sản công", body=f"1. {SCHOOLS}"),
    "43-KH-UBND.txt": _HEAD.format(number=43, subject="An toàn mùa du lịch", body=f"1. {BEACH}"),
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
