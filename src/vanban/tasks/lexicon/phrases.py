"""Phrases of the grammar of directives, as data. Lower case unless case matters."""

from __future__ import annotations

CONNECTIVES = (
    "đồng thời", "ngoài ra", "trong đó", "bên cạnh đó", "riêng", "đặc biệt", "cùng với đó", "song song đó",
    "mặt khác", "theo đó", "trước mắt", "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "một là", "hai là", "ba là",
    "bốn là", "năm là",
)  # fmt: skip
"""Links to what was said before; they may open any sentence."""

INTRODUCTIONS = (
    "cuối", "đầu", "mỗi", "hằng tuần", "hàng tuần", "hằng ngày", "hàng ngày", "riêng", "trước mắt", "về", "căn cứ",
    "trên cơ sở", "theo", "để", "nhằm", "trong", "trường hợp", "đối với", "sau khi", "khi", "định kỳ", "trước",
    "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "từ", "đến", "qua", "với", "nếu",
    "trên tinh thần", "do", "tại", "bên cạnh", "song song", "cùng với", "liên quan", "quá trình", "chậm nhất",
    "giai đoạn", "năm", "quý", "tháng", "ngày", "hưởng ứng", "trên đây", "thừa lệnh", "thực hiện chỉ đạo",
    "thực hiện sự chỉ đạo", "thực hiện ý kiến", "thực hiện kết luận", "thực hiện quyết định", "thực hiện nghị quyết",
    "thực hiện công văn", "thực hiện kế hoạch", "thực hiện văn bản", "thực hiện quy định", "thực hiện chương trình",
    "thực hiện thông báo", "thực hiện công điện", "thực hiện nghị định", "thực hiện thông tư", "thực hiện luật",
    "thực hiện chỉ thị", "thực hiện đề án", "thực hiện dự án", "thực hiện tinh thần", "thực hiện hướng dẫn",
    "thực hiện nhiệm vụ", "thực hiện chức năng", "thực hiện lời kêu gọi", "thực hiện quy chế", "thực hiện đề nghị",
    "thực hiện yêu cầu", "tùy theo", "tùy", "tuỳ theo", "nội dung", "việc", "trên", "xét", "ngay sau khi", "ngay",
    "vào", "giao ban", "phát huy", "thừa ủy quyền", "theo đề nghị", "nhận được", "thời gian tới",
)  # fmt: skip
"""First words of clauses that come before the order itself."""

AGREEMENTS = (
    "đồng ý", "thống nhất", "cơ bản thống nhất", "cơ bản đồng ý", "nhất trí", "cơ bản nhất trí", "hoan nghênh",
    "ghi nhận", "chấp thuận", "cho phép",
)  # fmt: skip
"""Openings of conclusions that agree to something and may then hand work on."""

INSERTIONS = (
    "là cơ quan thường trực", "là đầu mối", "là cơ quan", "hằng tuần", "hàng tuần", "hằng ngày", "hàng ngày",
    "trên cơ sở", "theo", "căn cứ", "trong phạm vi", "trong quá trình", "trong", "thường xuyên", "nhất là",
    "với vai trò", "với trách nhiệm", "theo chức năng", "tùy theo", "bằng", "tùy", "với", "ngoài", "khi", "sau khi",
    "định kỳ", "hằng năm", "hàng năm", "trước ngày", "ngay sau khi", "có liên quan", "từ", "qua", "thông qua",
    "trước", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng", "đồng thời", "các cấp", "được phân công",
    "được giao", "liên quan",
)  # fmt: skip
"""What may stand between a subject and its verb."""

ANNOUNCING = (
    "thông báo để", "thông báo", "ban hành Kế hoạch", "ban hành Chương trình", "ban hành Chỉ thị",
    "ban hành Quyết định", "ban hành Hướng dẫn", "xây dựng Kế hoạch thực hiện như sau", "yêu cầu", "đề nghị", "giao",
    "chỉ đạo như sau", "ghi nhận", "biểu dương", "đánh giá cao", "nhất trí", "thống nhất",
)  # fmt: skip
"""Verbs by which the issuer itself speaks."""

PRODUCING = (
    "xây dựng", "ban hành", "lập", "soạn thảo", "hoàn thiện", "tham mưu", "đề xuất", "trình", "điều chỉnh",
    "sửa đổi", "phê duyệt", "hoàn thành", "biên soạn", "đề ra", "thông qua", "ký ban hành", "trình ban hành",
    "gửi", "mở", "tổ chức", "ký", "chuẩn bị", "cụ thể hóa thành", "thiết lập", "xây dựng và ban hành",
    "xây dựng, ban hành", "tham mưu ban hành", "tham mưu xây dựng", "nghiên cứu", "bổ sung", "báo cáo", "thẩm định",
    "có", "giao", "cung cấp", "chia sẻ", "in", "đưa ra", "dự thảo", "thành lập", "hoàn chỉnh",
)  # fmt: skip
"""Verbs whose object is what a task brings forth."""

PASSED_OVER = (
    "và", "ít nhất", "và thực hiện nghiêm túc", "và thực hiện nghiêm", "và triển khai thực hiện",
    "và tổ chức thực hiện", ",", "việc", "cho", "xây dựng", "ban hành", "lập", "soạn thảo", "hoàn thiện", "tham mưu",
    "đề xuất", "trình", "điều chỉnh", "sửa đổi", "bổ sung", "phê duyệt", "hoàn thành", "biên soạn", "các", "những",
    "một số", "01", "02", "một", "về", "lên", "thay thế", "cập nhật", "mới", "chủ trương", "xem xét", "quyết định",
    "dự thảo", "cấp có thẩm quyền", "cơ quan có thẩm quyền", "cấp thẩm quyền", "theo thẩm quyền", "kịp thời", "sớm",
    "triển khai xây dựng", "chi tiết", "đầy đủ", "hồ sơ", "gửi", "báo cáo", "thành", "danh mục", "và triển khai",
    "toàn bộ", "số", "giấy vẽ", "hoặc", "hoặc hướng dẫn", "bộ", "một số", ", triển khai", "và công bố", ", công bố",
    "ngay", "thiết lập", "sẵn sàng",
)  # fmt: skip
"""What may stand between a producing verb and its object."""

EVENT_PRODUCT_NOUNS = (
    "lớp tập huấn", "lớp bồi dưỡng", "lớp", "khóa tập huấn", "khóa bồi dưỡng", "khóa đào tạo", "cam kết",
    "bản cam kết", "thư", "chuyên mục", "chuyên trang", "hợp đồng",
)  # fmt: skip
"""Products of acts: classes held, pledges signed, columns opened."""

PRODUCT_NOUNS = (
    "kế hoạch", "đề án", "phương án", "chương trình", "quy chế", "quy định", "quy trình", "quy hoạch", "tiêu chí",
    "tiêu chuẩn", "dự toán", "dự thảo", "văn bản", "văn kiện", "nghị quyết", "quyết định", "chỉ thị", "nghị định",
    "thông tư", "luật", "danh mục", "danh sách", "hồ sơ", "tờ trình", "đề cương", "kịch bản", "báo cáo",
    "cơ sở dữ liệu", "bản đồ", "tài liệu", "sổ tay", "cẩm nang", "bộ tiêu chí", "bộ chỉ số", "khung năng lực",
    "phụ lục", "biểu mẫu", "quy ước", "dự án", "phần mềm", "cổng thông tin", "công văn", "thông báo", "tiểu đề án",
    "định mức", "chiến lược", "đơn giá", "chuyên mục", "chuyên trang", "chuyên đề", "bảng giá", "nhu cầu kinh phí",
    "sổ địa chính", "phim ảnh", "phóng sự", "tin bài", "bài viết", "sổ theo dõi", "mô hình mẫu", "bộ công cụ",
    "video", "giáo trình", "quy chuẩn", "bộ quy tắc", "nội quy",
)  # fmt: skip
"""Products that are a document or a thing."""

POLICY_NOUNS = (
    "cơ chế chính sách", "cơ chế", "chính sách", "phương án", "giải pháp cụ thể",
)  # fmt: skip
"""What one has to write to have it."""

SOFT_PRODUCT_NOUNS = (
    "cơ chế chính sách", "chính sách, pháp luật", "chuẩn mực", "hướng giải quyết", "hướng xử lý", "thiết kế",
    "định hướng", "thông tin về",
    "giải pháp", "chính sách", "cơ chế", "mô hình", "biện pháp", "nhiệm vụ, giải pháp", "lộ trình", "ý kiến",
    "kinh phí", "nguồn lực", "khung", "hệ thống",
)  # fmt: skip
"""Products that are named only when no document is."""

PRODUCT_ENDS = (
    "để", "nhằm", "bảo đảm", "đảm bảo", "phù hợp", "đáp ứng", "theo", "trên cơ sở", "làm cơ sở", "làm căn cứ",
    "báo cáo", "trình", "gửi", "trước", "trong tháng", "trong quý", "trong năm", "hoàn thành", "trong đó", "gắn với",
    "góp phần", "khi", "sau khi", "định kỳ", "chậm nhất", "xong", "vào", "hằng năm", "hàng năm", "hằng quý",
    "hàng quý", "hằng tháng", "hàng tháng", "hằng tuần", "hàng tuần",
    "hằng ngày", "hàng ngày", "về tổ chức thực hiện", "đồng thời", "hướng tới", "từng bước", "cần",
    "phải", "không được", "không để", "nếu", "xem xét", "tổ chức triển khai", "tại các", "qua", "thuộc thẩm quyền",
)  # fmt: skip
"""Words that end the noun phrase of a product: purposes, standards, times, further verbs."""

CONTINUOUS_VERBS = (
    "tăng cường", "nâng cao", "nêu cao", "đề cao", "phát huy", "quán triệt", "chú trọng", "quan tâm", "khuyến khích",
    "đẩy mạnh", "chịu trách nhiệm", "tiếp thu", "coi trọng", "bảo đảm", "đảm bảo", "vận động", "động viên",
    "đổi mới", "thúc đẩy", "phát triển", "siết chặt", "theo dõi", "nắm", "nắm chắc", "gắn", "lấy", "tuyên truyền",
    "áp dụng", "duy trì", "củng cố", "cải thiện", "phổ biến", "lan tỏa", "lan toả", "chăm lo", "tạo điều kiện",
    "đồng hành", "bám sát", "ưu tiên", "thực hiện tốt", "kiên quyết", "gương mẫu", "xây dựng đội ngũ",
    "xây dựng tác phong", "tập trung lãnh đạo", "chấp hành", "tuân thủ", "phòng ngừa", "ngăn chặn", "đấu tranh",
    "giữ gìn", "khai thác", "phấn đấu", "nghiêm túc", "xác định rõ", "đa dạng hóa", "hình thành", "ứng dụng",
    "hỗ trợ", "kiểm soát", "quản lý", "xây dựng", "vận dụng", "thu hút", "lãnh đạo", "chỉ đạo", "kiểm tra",
    "thông tin", "xử lý", "giải quyết", "phát hiện", "tiếp nhận", "tháo gỡ", "quán xuyến", "đôn đốc", "tuần tra",
    "giúp đỡ", "thực hiện đầy đủ", "thực hiện nghiêm", "hướng dẫn", "nhận diện", "cắt giảm", "ứng phó", "làm tốt",
    "triển khai công tác", "hoàn thành nhiệm vụ", "tập trung lực lượng", "triển khai thực hiện", "tổ chức theo dõi",
    "tổ chức tiếp nhận", "tổ chức lực lượng", "cung cấp thông tin", "cập nhật", "giữ vững", "đẩy nhanh", "bảo vệ",
    "nắm bắt", "nghiên cứu ứng dụng", "cụ thể hóa", "cụ thể hoá", "phân cấp", "tạo", "sáng tạo", "chấn chỉnh",
    "hòa giải", "lắng nghe", "định hướng", "giải thích", "tiên phong", "dẫn dắt", "đi đầu", "hoàn thiện thể chế",
    "cải cách", "hướng mạnh", "xác định trọng tâm", "tập trung mạnh", "đưa hoạt động", "tham gia", "nêu gương",
    "kịp thời nắm bắt", "lan truyền", "tôn vinh", "mở rộng", "truyền thông", "hợp tác", "khơi dậy", "khắc phục nhanh",
)  # fmt: skip
"""Verbs of exhortations and of work that never ends."""

DELEGATING_VERBS = (
    "chỉ đạo", "lãnh đạo", "hướng dẫn", "tham mưu", "giúp", "đề nghị", "yêu cầu", "đôn đốc", "chủ trì", "phối hợp",
    "phối hợp với", "phối hợp cùng", "giao", "cùng với",
)  # fmt: skip
"""Verbs behind which another body and the real work follow."""

CHECKABLE_VERBS = (
    "rà soát", "thanh tra", "tổ chức", "kiện toàn", "tuyển dụng", "thành lập", "sơ kết", "tổng kết", "khảo sát",
    "thống kê", "lập", "ban hành", "công bố", "công khai", "niêm yết", "bàn giao", "chi trả", "giải ngân",
    "thẩm định", "phê duyệt", "ký kết", "bố trí", "mua sắm", "sửa chữa", "cải tạo", "cắm mốc", "đo đạc", "liên hệ",
    "làm việc", "tổng hợp", "đánh giá", "cân đối", "phân bổ", "khắc phục", "xác minh", "số hóa", "tích hợp",
    "kết nối", "phân công", "nghiên cứu", "thu thập", "cử", "sơ tán", "di dời", "đối chiếu", "chuẩn hóa", "sắp xếp",
    "kiểm tra", "hướng dẫn", "xếp hạng", "bình chọn",
)  # fmt: skip
"""Verbs of acts that someone can check, with an object of their own."""

GENERAL_OBJECTS = (
    "công tác", "các nhiệm vụ", "nhiệm vụ", "các nội dung", "tốt", "nghiêm", "nghiêm túc", "có hiệu quả", "hiệu quả",
    "đầy đủ", "đồng bộ", "quyết liệt", "kịp thời", "thực hiện tốt", "thực hiện nghiêm", "thực hiện đầy đủ",
    "thực hiện có hiệu quả", "thực hiện hiệu quả", "thực hiện các nhiệm vụ", "thực hiện", "thực hiện nghiêm túc",
    "thực hiện đồng bộ", "nội dung", "các giải pháp", "các biện pháp",
    "các hoạt động", "chức năng", "quản lý nhà nước", "kế hoạch", "chương trình",
    "mạnh mẽ", "sâu rộng", "thường xuyên", ",", "tình hình", "thắng lợi",
)  # fmt: skip
"""Objects that make even a checkable verb an exhortation."""

HIGHER_LEVELS = (
    "cấp có thẩm quyền", "cấp thẩm quyền", "cơ quan có thẩm quyền", "các cấp có thẩm quyền", "cơ quan cấp trên",
    "cấp trên", "cấp xã", "cơ quan chức năng",
)  # fmt: skip
"""Receivers that are named by their rank only."""

WEAK_VERBS = (
    "triển khai", "thực hiện", "theo dõi", "giải quyết", "tham mưu", "xử lý", "tổ chức", "hướng dẫn", "đánh giá",
    "xác định", "khắc phục", "cập nhật", "nghiên cứu", "bố trí", "tập trung",
)  # fmt: skip
"""Verbs that are checkable or not by their object alone."""

ORGANISED_ACTS = (
    "lớp", "các lớp", "hội nghị", "tập huấn", "đoàn", "sơ kết", "tổng kết", "đánh giá", "kiểm tra", "rà soát",
    "hội thảo", "lễ", "đợt", "cuộc", "phiên", "diễn đàn", "tuyên truyền", "các hoạt động", "họp", "khảo sát",
    "giám sát", "đào tạo", "bồi dưỡng", "huấn luyện", "phổ biến", "thực hiện giám sát", "thực hiện kiểm tra",
    "bình chọn",
)  # fmt: skip
"""What is organised and can be counted."""
