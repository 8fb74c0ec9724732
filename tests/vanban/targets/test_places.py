"""Where goals are listed: headings, lead-ins, numbered percentages."""

from __future__ import annotations

from tests.vanban.building import FOOT, extract

PLAN = """ỦY BAN NHÂN DÂN TỈNH LẠC GIANG

Số: 88/KH-UBND

KẾ HOẠCH
Phát triển trạm thu phát sóng giai đoạn 2026 - 2030

I. HIỆN TRẠNG

Toàn tỉnh có 87 trạm, đạt 60% nhu cầu.

II. MỤC TIÊU

1. 100% khu dân cư được phủ sóng.

2. Ít nhất 40% trạm dùng chung cột.

III. KẾ HOẠCH PHÁT TRIỂN

Trong giai đoạn 2026 - 2028, phấn đấu phát triển các trạm, cụ thể như sau:

- Lắp đặt mới: 58 trạm (trong đó: bờ biển
25 trạm, đảo 33 trạm);

- Nâng cấp: 35 trạm.

IV. TỔ CHỨC THỰC HIỆN

1. Sở Khoa học và Công nghệ thực hiện tốt các nhiệm vụ để đạt mục tiêu sau:

- Kiểm tra 12 trạm trong quý III.

"""


def test_goals_are_read_where_they_are_listed() -> None:
    found = extract(PLAN + FOOT).targets
    assert [(one.text, one.period) for one in found] == [
        ("100% khu dân cư được phủ sóng", "giai đoạn 2026 - 2030"),
        ("Ít nhất 40% trạm dùng chung cột", "giai đoạn 2026 - 2030"),
        ("Lắp đặt mới: 58 trạm", "giai đoạn 2026 - 2028"),
        ("Nâng cấp: 35 trạm", "giai đoạn 2026 - 2028"),
    ]
