"""Verbs of directives, lower case. A verb ends a name of a body and begins what the body has to do."""

from __future__ import annotations

ASSIGNING = (
    "giao", "giao cho", "yêu cầu", "đề nghị", "phân công", "ủy quyền cho", "uỷ quyền cho", "ủy quyền", "đồng ý giao",
    "thống nhất giao", "trước mắt giao", "tiếp tục giao", "kiến nghị", "đề xuất giao",
)  # fmt: skip
"""Verbs that hand work to the body named after them."""

LEADING = ("chủ trì", "làm đầu mối", "là đầu mối", "chịu trách nhiệm chủ trì")

FURTHER = (
    "thiết lập", "phổ cập", "phủ sóng", "tạo lập", "tạo môi trường", "tạo chuyển biến", "tạo", "gia tăng", "tối ưu",
    "chuyển đổi", "chuyển giao", "chỉnh lý", "triệt phá", "trấn áp", "kêu gọi", "khởi tạo", "tập hợp", "tháo dỡ",
    "bảo trì", "nhập", "tuyển chọn", "quảng bá", "giới thiệu", "đăng tải", "phát triển", "khôi phục", "di chuyển",
    "bóc gỡ", "xóa", "xoá", "tiêu hủy", "chấm dứt", "dừng", "tạm dừng", "cho phép", "xem", "soát xét", "đúc rút",
    "nhận diện", "dự kiến", "trả lời", "phân luồng", "cắm biển", "kích hoạt", "kiểm đếm", "thực thi", "giữ vững",
    "tổng kiểm tra", "làm tốt", "làm việc", "lan truyền", "nhập khẩu", "xuất khẩu", "sản xuất", "bám nắm", "dồn",
    "ra quân", "đóng kín", "đóng", "tăng thời lượng", "tăng", "phát dọn", "dọn dẹp", "nhận", "đứng ra", "nhắc nhở",
    "thương mại hóa", "đôn đốc", "điều hành", "điều phối", "phân phối", "cấp", "trực", "trồng", "chăm sóc", "đặt",
    "gắn kết", "liên kết", "hợp nhất", "phấn đấu", "cam kết", "ký cam kết", "bổ nhiệm", "miễn nhiệm", "đánh số",
)  # fmt: skip
"""Verbs that may open an order. In the middle of a name they are too common to end it."""

DIRECTIVE = (
    "kiên quyết không", "tuyệt đối không",
    "thu hoạch", "quyên góp", "gieo trồng", "chằng chống", "neo đậu", "lấy mẫu", "khử trùng", "gỡ bỏ", "xử phạt",
    "truy vết", "cách ly", "tiêm phòng", "điều trị", "xét nghiệm", "cưỡng chế", "san lấp", "canh gác", "chốt chặn",
    "hiệp đồng", "diễn tập", "rà quét", "ra quân", "sẵn sàng", "dự sinh hoạt",
    "chọn", "phân bố", "trồng", "nuôi", "bảo dưỡng", "kiểm định", "kiểm thử", "kiểm kê", "đo", "khoanh", "rà",
    "lên lịch", "mời", "họp", "đón", "hỗ trợ", "bổ nhiệm", "ủng hộ", "tiếp", "trông coi", "thu gom", "vận chuyển",
    "cho ý kiến", "thi hành", "rà soát", "mở", "cử", "quét", "tải lên", "kiểm đếm", "thí điểm", "kết luận",
    "phát sóng", "góp", "cấm", "giao ban", "in ấn", "treo", "trao", "tặng", "thăm", "sinh hoạt", "phát hành",
    "tu sửa", "gia cố", "nạo vét", "sơ tán", "chốt", "rà soát lại", "lắp đặt", "khởi công", "nghiệm thu", "bầu",
    "tư vấn", "đấu thầu", "khám", "tiêm", "dạy", "tuần tra", "truy quét", "xây dựng", "ban hành", "tham mưu",
    "đề xuất", "trình", "lập", "hoàn thiện", "hoàn thành", "báo cáo", "gửi", "nộp", "triển khai", "thực hiện",
    "tổ chức", "chỉ đạo", "lãnh đạo", "hướng dẫn", "kiểm tra", "giám sát", "theo dõi", "đôn đốc", "thanh tra",
    "quán triệt", "phổ biến", "tuyên truyền", "đánh giá", "tổng hợp", "phối hợp", "chủ trì", "bố trí", "bổ sung",
    "cân đối", "phân bổ", "cập nhật", "công khai", "công bố", "thẩm định", "phê duyệt", "thẩm tra", "tháo gỡ",
    "xử lý", "giải quyết", "khắc phục", "kiện toàn", "sắp xếp", "củng cố", "nâng cao", "đề cao", "tăng cường",
    "đẩy mạnh", "phát huy", "bảo đảm", "đảm bảo", "duy trì", "đổi mới", "nghiên cứu", "xem xét", "quyết định",
    "quy định", "cụ thể hóa", "cụ thể hoá", "lồng ghép", "huy động", "vận động", "tạo điều kiện", "khuyến khích",
    "động viên", "biểu dương", "khen thưởng", "tập huấn", "đào tạo", "bồi dưỡng", "tuyển dụng", "điều động",
    "luân chuyển", "quản lý", "sử dụng", "khai thác", "vận hành", "đầu tư", "mua sắm", "sửa chữa", "cải tạo",
    "kết nối", "chia sẻ", "tích hợp", "số hóa", "số hoá", "chuẩn hóa", "thống kê", "khảo sát", "điều tra",
    "phân tích", "phân loại", "xác định", "đề ra", "giúp", "nắm", "nắm chắc", "bám sát", "liên hệ", "làm việc",
    "tiếp thu", "giải trình", "chấp hành", "nêu cao", "gắn", "lấy", "coi trọng", "chú trọng", "quan tâm", "ưu tiên",
    "tập trung", "đẩy nhanh", "hoàn tất", "tiến hành", "cung cấp", "thông tin", "thông báo", "tiếp nhận", "chuẩn bị",
    "đăng ký", "ký kết", "phát động", "sơ kết", "tổng kết", "nhân rộng", "ứng dụng", "áp dụng", "phân công",
    "phân cấp", "phân quyền", "ủy quyền", "chuyển", "đưa", "thành lập", "giải thể", "sáp nhập", "rút ngắn",
    "cắt giảm", "đơn giản hóa", "đơn giản hoá", "niêm yết", "siết chặt", "ngăn chặn", "phòng ngừa", "phát hiện",
    "đấu tranh", "điều chỉnh", "sửa đổi", "thay thế", "bãi bỏ", "soạn thảo", "biên soạn", "dự thảo", "phản ánh",
    "kiến nghị", "đề nghị", "yêu cầu", "giao", "khẩn trương", "chịu trách nhiệm", "chăm lo", "thăm hỏi", "chi trả",
    "giải ngân", "thanh toán", "quyết toán", "thu hồi", "bàn giao", "lựa chọn", "ký", "truyền thông", "đối thoại",
    "tiếp công dân", "tiếp xúc", "tham gia", "góp ý", "nhập liệu", "thu thập", "lưu trữ", "bảo quản", "bảo vệ",
    "phòng chống", "ứng phó", "phục hồi", "di dời", "trang bị", "tính toán", "dự báo", "tham khảo", "vận dụng",
    "thể chế hóa", "thể chế hoá", "khơi thông", "thúc đẩy", "phát triển", "mở rộng", "thu hút", "tiết kiệm",
    "kiểm soát", "kiểm điểm", "làm rõ", "quán xuyến", "sàng lọc", "tổng rà soát", "trao đổi", "thảo luận",
    "đón tiếp", "phục vụ", "đồng hành", "gương mẫu", "tăng tốc", "tuân thủ", "đáp ứng", "hình thành", "hợp tác",
    "xúc tiến", "lan tỏa", "lan toả", "đa dạng hóa", "khuyến nghị", "cải thiện", "cải cách", "hiện đại hóa",
    "chủ động", "tích cực", "khẳng định", "tôn vinh", "bảo tồn", "tu bổ", "trùng tu", "giữ gìn", "phân tách",
    "bóc tách", "đo đạc", "cắm mốc", "phối kết hợp", "tái cơ cấu", "cơ cấu", "tinh gọn", "tinh giản", "giải phóng",
    "có kế hoạch", "có biện pháp", "có giải pháp", "có phương án", "có văn bản", "xuất cấp", "cấp phát", "nâng cấp",
    "tham vấn", "đối chiếu", "làm sạch", "nhận diện", "cảnh báo", "dự trữ", "trực ban", "giáo dục", "truy tố",
    "xét xử", "bắt giữ", "quy hoạch", "thiết kế", "thi công", "giám định", "kiểm toán", "kê khai", "đấu nối",
    "chỉnh lý", "xác minh", "lắng nghe", "ghi chép", "giải thích", "tiên phong", "dẫn dắt", "đi đầu", "nêu gương",
    "rút kinh nghiệm", "tìm kiếm", "cứu hộ", "cứu trợ", "giúp đỡ",
)  # fmt: skip

ADVERBS = (
    "tiếp tục", "chủ động", "khẩn trương", "kịp thời", "thường xuyên", "tích cực", "tập trung", "nghiêm túc",
    "quyết liệt", "kiên quyết", "trực tiếp", "phải", "cần", "cần phải", "sớm", "ngay", "trước mắt", "định kỳ",
    "nhanh chóng", "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "đồng thời", "từng bước", "ưu tiên",
    "quan tâm", "chú trọng", "đặc biệt", "tuyệt đối", "không", "không được", "luôn", "cơ bản", "hết sức",
    "trên cơ sở", "theo", "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "nêu cao",
    "linh hoạt", "bám sát", "phấn đấu", "cùng", "cùng với", "nghiêm", "thật sự", "cương quyết", "mạnh dạn",
    "tăng cường", "đẩy mạnh", "tranh thủ", "cố gắng", "nỗ lực", "quyết tâm", "hoàn toàn",
)  # fmt: skip
"""What may stand between a body and its verb."""
