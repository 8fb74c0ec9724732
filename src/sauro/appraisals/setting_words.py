"""What the law leaves open, in words: the settings of a regulation and their values."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SETTINGS: Mapping[str, Promise] = {
    "points_cap": _("Mức tối đa 70 điểm tính ở"),
    "empty_plan": _("Tháng không có việc trong kế hoạch"),
    "pending_products": _("Sản phẩm chờ bổ sung vào danh mục"),
    "between_results": _("Khả năng tổ chức (đ) khi không rơi vào hai trường hợp đã nêu"),
    "no_subordinates": _("Kết quả đơn vị (d) khi không có người dưới quyền có điểm"),
    "threshold": _("So với mức 90, 70, 50 bằng"),
    "provisional": _("Tháng 12 tạm tính khi xếp loại năm"),
    "moved": _("Tháng ở nhiều đơn vị"),
    "cap_base": _("Tỷ lệ xuất sắc tính trên"),
    "small_groups": _("Nhóm ít người"),
}
VALUES: Mapping[tuple[str, str], Promise] = {
    ("points_cap", "points"): _("tổng điểm kết quả"),
    ("points_cap", "terms"): _("từng tỷ lệ a, b, c"),
    ("empty_plan", "not_scored"): _("không có điểm"),
    ("empty_plan", "added_as_plan"): _("lấy việc giao thêm làm kế hoạch"),
    ("pending_products", "provisional"): _("tạm tính theo đề xuất"),
    ("pending_products", "left_out"): _("chưa tính"),
    ("between_results", "full"): _("100 %"),
    ("between_results", "half"): _("50 %"),
    ("no_subordinates", "full"): _("100 %"),
    ("no_subordinates", "left_out"): _("bỏ tiêu chí này"),
    ("threshold", "exact"): _("điểm chính xác"),
    ("threshold", "shown"): _("điểm làm tròn hai chữ số"),
    ("provisional", "counted"): _("tính vào trung bình"),
    ("provisional", "left_out"): _("chỉ lấy mười một tháng"),
    ("moved", "by_days"): _("theo số ngày ở mỗi nơi"),
    ("moved", "mean"): _("trung bình cộng"),
    ("moved", "longest"): _("nơi ở lâu nhất"),
    ("cap_base", "good_only"): _("số người xếp Hoàn thành tốt"),
    ("cap_base", "good_or_better"): _("số người từ Hoàn thành tốt trở lên"),
    ("small_groups", "strict"): _("không làm tròn lên"),
    ("small_groups", "at_least_one"): _("ít nhất một người"),
}
