"""Words that names of bodies are made of, in the State, the Party and the Front, at every level.

``HEADS`` start a name; a name runs on to the first word that cannot belong to one (see ``vanban.text.bodies``).
``DOMAINS`` are the fields of ministries and departments whose names contain a comma or "và".
"""

from __future__ import annotations

UNIT_LEVELS = ("tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện", "quận", "thị xã", "thị trấn")

DOMAINS = (
    "Chăn nuôi và Thú y", "Trồng trọt và Bảo vệ thực vật", "Lâm nghiệp và Kiểm lâm", "Thủy sản và Kiểm ngư",
    "Kinh tế hợp tác và Phát triển nông thôn",
    "Văn hóa, Thể thao và Du lịch", "Văn hoá, Thể thao và Du lịch", "Văn hóa và Thể thao",
    "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn", "Tài nguyên và Môi trường",
    "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Thông tin và Truyền thông", "Kế hoạch và Đầu tư",
    "Lao động - Thương binh và Xã hội", "Lao động, Thương binh và Xã hội", "Dân tộc và Tôn giáo",
    "Tuyên giáo và Dân vận", "Kinh tế, Hạ tầng và Đô thị", "Văn hóa - Xã hội", "Báo và Phát thanh, Truyền hình",
    "Chính sách, chiến lược", "Công chức, viên chức",
    "Dân chủ, pháp luật", "Dân chủ - Pháp luật", "Dân chủ, Pháp luật", "Tuyên giáo, Công tác xã hội",
    "Báo và phát thanh, truyền hình", "Tài chính", "Nội vụ", "Xây dựng", "Y tế", "Công Thương", "Công thương",
    "Tư pháp", "Ngoại giao", "Ngoại vụ", "Du lịch", "Quốc phòng", "Công an", "Giao thông vận tải",
    "Quy hoạch - Kiến trúc", "An toàn thực phẩm", "Kinh tế", "Kinh tế và Tài chính", "Văn hóa và Xã hội",
    "Công tác phía Nam",
)  # fmt: skip

HEADS = (
    "Ban Công tác Mặt trận", "Ban công tác Mặt trận", "Ban công tác mặt trận", "Nhà đầu tư",
    "toàn ngành", "toàn Ngành", "Toàn ngành", "Toàn Ngành", "toàn Đảng bộ", "Toàn Đảng bộ", "Hội nông dân",
    "Hội phụ nữ", "Hội liên hiệp phụ nữ", "Hội cựu chiến binh", "Hội chữ thập đỏ", "Hội người cao tuổi",
    "Đoàn thanh niên", "Hiệp hội doanh nghiệp", "Cổng thông tin điện tử",
    "Hội đồng thẩm định Nhà nước", "Hội đồng Thẩm định Nhà nước", "Hội đồng thẩm định", "Hội đồng Thẩm định",
    "Bưu điện", "Viễn thông", "Văn phòng HĐND và UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    "Hợp tác xã", "Đội", "Tổ", "Thường trực Ủy ban nhân dân", "Thường trực UBND", "Thường trực Hội đồng nhân dân",
    "Thường trực HĐND", "Thường trực Tỉnh ủy", "Thường trực Thành ủy", "Thường trực Đảng ủy", "Thường trực",
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Nhân dân", "UBND", "Hội đồng nhân dân", "HĐND",
    "Ủy ban Mặt trận Tổ quốc", "Ủy ban mặt trận tổ quốc", "Uỷ ban Mặt trận Tổ quốc", "Ủy ban MTTQ", "UBMTTQ",
    "UBMTTQVN", "Mặt trận Tổ quốc", "MTTQ", "Ủy ban Kiểm tra", "Uỷ ban Kiểm tra", "UBKT", "Ủy ban bầu cử", "Ủy ban",
    "Uỷ ban", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Đảng ủy", "Đảng uỷ", "Đảng đoàn", "Ban cán sự đảng",
    "Đảng bộ", "Chi bộ", "Cấp ủy", "Cấp uỷ", "Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực", "Ban Chỉ đạo",
    "Ban chỉ đạo", "Ban Chỉ huy", "Ban chỉ huy", "Ban Quản lý", "Ban quản lý", "Ban Tổ chức", "Ban tổ chức",
    "Ban Giám sát", "Ban Pháp chế", "Ban Dân vận", "Ban Xây dựng Đảng", "Tiểu ban", "Ban", "Tổ công tác",
    "Nhóm công tác", "Thương vụ",
    "Tổ Công tác", "Tổ giúp việc", "Đoàn công tác", "Đoàn giám sát", "Hội đồng", "Thường trực Chính phủ",
    "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Bộ Chính trị", "Ban Bí thư", "Bộ Chỉ huy quân sự",
    "Bộ Chỉ huy Quân sự", "Bộ chỉ huy quân sự", "BCHQS", "Bộ CHQS", "Bộ Chỉ huy Bộ đội Biên phòng",
    "Đảng ủy Mặt trận Tổ quốc và các đoàn thể", "Đảng ủy Mặt trận Tổ quốc, các đoàn thể", "Đảng ủy các cơ quan Đảng",
    "Đảng uỷ Mặt trận Tổ quốc và các đoàn thể", "Đảng uỷ Mặt trận Tổ quốc, các đoàn thể", "Đảng uỷ các cơ quan Đảng",
    "Đảng ủy MTTQ và các đoàn thể", "Đảng ủy MTTQ, các đoàn thể",
    "Bộ Chỉ huy Bộ đội biên phòng", "Bộ đội biên phòng", "Bộ Chỉ huy bộ đội biên phòng",
    "Bộ đội Biên phòng", "Ban CHQS", "Quân khu", "Các Bộ", "Bộ", "Sở", "Phòng", "Vụ", "Cục", "Chi cục", "Tổng cục",
    "Tổng Cục", "Văn phòng", "VP", "Thanh tra", "Công an", "Kho bạc Nhà nước", "Kho bạc", "Ngân hàng",
    "Bảo hiểm xã hội", "Bảo hiểm Xã hội", "BHXH", "Thuế", "Hải quan", "Viện kiểm sát nhân dân",
    "Viện Kiểm sát nhân dân", "Viện KSND", "Tòa án nhân dân", "Toà án nhân dân", "TAND", "Thi hành án dân sự",
    "Cơ quan", "Chủ đầu tư", "Chính quyền", "Doanh nghiệp", "Địa phương", "Đơn vị", "Nhà thầu", "Chủ rừng", "Cán bộ",
    "Đảng viên", "Tổ chức đảng", "Cơ sở", "Báo và Phát thanh, Truyền hình", "Báo và phát thanh, truyền hình",
    "Báo và Phát thanh", "Báo và phát thanh", "Báo", "Đài", "Thông tấn xã", "Cổng Thông tin điện tử", "Trung tâm",
    "Trường", "Đại học", "Học viện", "Viện", "Bệnh viện", "Trạm Y tế", "Trạm y tế", "Trạm Thú y", "Trạm Khuyến nông",
    "Trạm Kiểm lâm", "Thư viện Quốc gia", "Thư viện tỉnh", "Bảo tàng", "ủy ban nhân dân", "uỷ ban nhân dân",
    "ủy ban Kiểm tra", "Công ty", "Tập đoàn",
    "Tổng công ty", "Tổng Công ty", "Liên minh", "Liên đoàn", "Liên hiệp", "Hiệp hội", "Hội", "Đoàn Thanh niên",
    "Đoàn TNCS", "Trung ương Đoàn Thanh niên Cộng sản", "Trung ương Đoàn", "Trung ương Hội",
    "Đoàn kiểm tra", "Đoàn Kiểm tra", "Đoàn giám sát", "Đoàn Giám sát",
    "Tỉnh đoàn", "Tỉnh Đoàn", "Thành đoàn", "Thành Đoàn", "Đoàn", "Quỹ", "Chi nhánh",
    "Kiểm toán nhà nước", "Kiểm toán Nhà nước", "Tỉnh", "Thành phố", "Xã", "Phường", "Đặc khu", "Lãnh đạo Bộ",
    "Kiểm lâm", "Điện lực", "Hạt Kiểm lâm", "Lực lượng", "Nhà máy", "Cấp thành phố", "Cấp tỉnh", "Cấp xã",
    "Ban Nội chính", "Ban Tuyên giáo",
)  # fmt: skip
"""First words of names. Matched with their capitals, so that the common nouns do not count."""

POSTS = (
    "trưởng các", "Trưởng các", "đồng chí", "Chánh Văn phòng HĐND và UBND",
    "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Trưởng Công an", "Trưởng thôn", "Trưởng ấp",
    "Trưởng bản", "Trưởng khu phố", "Trưởng Đoàn",
    "Trưởng đoàn", "Thủ trưởng", "Người đứng đầu", "Bộ trưởng", "Giám đốc", "Chủ tịch", "Phó Chủ tịch", "Bí thư",
    "Phó Bí thư", "Chánh Văn phòng", "Chánh văn phòng", "Chánh Thanh tra", "Chánh thanh tra", "Trưởng ban",
    "Trưởng Ban", "Trưởng phòng", "Trưởng Phòng", "Cục trưởng", "Vụ trưởng", "Chi cục trưởng", "Tổng cục trưởng",
    "Hiệu trưởng", "Viện trưởng", "Tổng Giám đốc", "Tổng giám đốc", "Thống đốc", "Tổng Thanh tra", "Chủ nhiệm",
    "Lãnh đạo", "Tập thể lãnh đạo", "Đồng chí", "Các đồng chí", "Chỉ huy trưởng", "Tư lệnh", "Chánh án",
    "Phó Thủ tướng", "Thứ trưởng", "Phó Giám đốc", "Công chức",
)  # fmt: skip
"""Heads of bodies, who may stand for them ("Giám đốc Sở …", "Thủ trưởng các sở, ban, ngành")."""

GROUP_OPENERS = ("các", "những", "mỗi", "từng", "toàn thể", "tập thể", "một số", "toàn bộ", "tất cả")

GROUP_NOUNS = (
    "ông", "bà", "thôn, khu phố", "sở", "ban", "bộ", "ngành", "đoàn thể", "cơ quan", "đơn vị", "địa phương",
    "tổ chức", "cá nhân", "cấp ủy", "cấp uỷ", "cấp", "tổ chức đảng", "đảng bộ", "đảng ủy", "đảng uỷ", "chi bộ",
    "phòng", "doanh nghiệp", "xã", "phường", "đặc khu", "tỉnh", "thành phố", "tỉnh ủy", "tỉnh uỷ", "thành ủy",
    "thành uỷ", "chủ đầu tư", "chủ rừng", "chủ dự án", "trường", "cơ sở", "hội", "thành viên", "cán bộ", "công chức",
    "viên chức", "người lao động", "đảng viên", "lực lượng", "nhà thầu", "nhà đầu tư", "ủy ban", "uỷ ban",
    "hội đồng", "cảng vụ", "bảo tàng", "thư viện",
    "tập đoàn", "tổng công ty", "trung tâm", "công ty", "ngân hàng", "đồng chí", "vụ", "cục",
    "viện",    "bệnh viện", "chi nhánh", "quỹ", "cơ sở giáo dục", "nhà mạng", "nhà trường",
    "tổ", "đội", "đại học", "cao đẳng", "trung cấp", "quận", "huyện", "thị xã", "thôn", "bản", "ấp",
    "khu phố", "hợp tác xã", "hộ", "chủ tịch", "giám đốc", "bí thư", "thủ trưởng", "bộ trưởng", "người đứng đầu",
    "trưởng", "chính quyền", "hiệp hội", "nhà máy", "mặt trận", "văn phòng", "báo chí", "ban đảng",
    "cơ quan báo chí", "ban cán sự đảng", "đảng đoàn", "viện nghiên cứu", "hội quần chúng", "mặt trận tổ quốc",
)  # fmt: skip

PERSON_NOUNS = frozenset({
    "lãnh đạo", "cán bộ", "công chức", "viên chức", "người lao động", "đảng viên", "chiến sĩ", "hội viên",
    "đoàn viên", "đội ngũ",
})  # fmt: skip
"""People who stand for their body in "tập thể lãnh đạo, cán bộ của Đảng ủy xã"."""

NAME_PHRASES = (
    "quản lý chuyên ngành", "quản lý Nhà nước", "có tên tại", "tham mưu, quản lý nhà nước",
    "chuyên trách tham mưu, giúp việc", "tham mưu, giúp việc", "tham mưu giúp việc", "quản lý nhà nước",
    "được giao chủ trì thực hiện nhiệm vụ", "được phân công chủ trì thực hiện nhiệm vụ", "được phân công chủ trì",
    "được giao chủ trì", "được giao nhiệm vụ", "được phân công", "được giao", "chủ trì, quản lý, tham gia thực hiện",
    "phục vụ hành chính công", "xúc tiến đầu tư", "phát triển quỹ đất", "kiểm soát thủ tục hành chính",
    "chỉ huy quân sự", "thi hành án", "quản lý dự án", "đầu tư xây dựng", "đăng ký đất đai", "thi đua, khen thưởng",
    "thi đua - khen thưởng", "hỗ trợ nông dân", "kiểm soát bệnh tật", "đào tạo, bồi dưỡng",
    "phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số", "sử dụng lao động", "cung cấp dịch vụ",
    "được quy định", "làm chủ đầu tư", "quản lý rừng", "quản lý các khu", "quản lý khu", "giám sát, điều hành",
    "trong và ngoài", "ngoài nước", "trong nước",
    "chính trị - xã hội", "chính trị – xã hội", "chính trị-xã hội", "xã hội - nghề nghiệp",
    "xã hội, nghề nghiệp", "xã hội", "có rừng", "có biển", "có hồ chứa", "có đê", "có dự án", "có dự án đi qua",
    "có công trình", "có tàu cá", "có làng nghề", "có di tích", "có khu công nghiệp", "có cửa khẩu",
    "có đường biên giới", "có tuyến đường đi qua", "có dịch", "khác có liên quan", "có liên quan", "liên quan",
    "hữu quan",
    "là tổ chức", "là hộ gia đình, cá nhân", "là cá nhân", "sử dụng đất", "dịch vụ việc làm", "Dịch vụ việc làm",
    "dịch vụ công", "phụ trách lĩnh vực", "cùng cấp",
)  # fmt: skip
"""Phrases with a verb in them that may stand anywhere inside a name; they do not end it."""

NAME_PHRASES_AFTER_NOUN = (
    "sản xuất", "kinh doanh", "tư vấn", "tuyên truyền, báo chí", "dự báo khí tượng thủy văn", "điều phối", "báo chí",
    "báo chí, phát thanh, truyền hình", "báo chí, truyền hình", "phát thanh, truyền hình",
    "phát thanh và truyền hình", "thông tấn, báo chí", "truyền thông, báo chí",
    "thông tấn", "đào tạo", "phát thanh", "truyền thông", "cung cấp", "khai thác", "vận hành", "thi công",
    "có liên quan", "có thẩm quyền", "có chức năng", "phụ trách", "khác", "bảo trợ", "quản lý các", "quản lý nhà",
    "được giao", "chủ quản",
)  # fmt: skip
"""Verbs that may follow a general noun at once ("cơ quan quản lý", "đơn vị tư vấn") and belong to the name there."""

NOT_NAMES = frozenset({
    "tổ chức", "tổ dân", "đội ngũ", "đội hình", "tổ yến", "ban hành", "bộ máy", "bộ phận", "bộ tiêu", "bộ chỉ số",
    "hội nghị", "hội thảo", "hội nhập", "hội viên", "trường hợp", "báo cáo", "phòng ngừa", "phòng chống",
    "phòng bệnh", "phòng thủ", "đoàn kết", "đoàn viên", "quỹ đất", "cục diện", "vụ việc", "sở hữu", "viện dẫn",
    "viện trợ", "đài thọ", "báo chí", "xã hội", "tỉnh táo", "cơ quan ban", "đoàn xe", "thuế suất", "trường học",
})  # fmt: skip
"""Word pairs that begin like a name and are none."""

STOP_WORDS = (
    "trong việc", "trong phạm vi", "trong công tác", "trong quá trình", "trong thời gian", "trong triển khai",
    "trong tổ chức", "trong thực hiện", "trong năm", "trong thời kỳ", "chịu", "theo", "căn cứ", "trên cơ sở",
    "có trách nhiệm", "chịu trách nhiệm", "phải", "cần", "tiếp tục", "chủ động", "khẩn trương", "nghiêm túc",
    "kịp thời", "thường xuyên", "tích cực", "tập trung", "để", "về", "đã", "sẽ", "là", "nhằm", "nếu", "khi",
    "trong đó", "nhất là", "định kỳ", "hằng năm", "hàng năm", "hằng quý", "hàng quý", "hằng tháng", "hàng tháng",
    "trước ngày", "trước", "sau khi", "ngay", "quan tâm", "chú trọng", "có ý kiến", "có văn bản", "có kế hoạch",
    "có biện pháp", "có giải pháp", "như sau", "chưa", "không", "đang", "cùng với", "cùng", "tự", "tổng hợp", "biết",
    "bám sát", "ưu tiên", "đồng thời", "sớm", "nêu", "xem xét", "thông qua", "nghiêm", "quyết liệt", "cho", "làm",
    "do", "bằng", "với", "gửi", "xin", "và các nội dung", "các nội dung", "các vấn đề", "các nhiệm vụ",
    "những", "toàn bộ",
    "các giải pháp", "các biện pháp", "các khó khăn", "các vướng mắc", "các chính sách", "các cơ chế", "các văn bản",
    "tăng cường", "đẩy mạnh", "khác", "nhanh chóng", "chỉ", "hết sức", "mỗi", "ngoài", "được", "đề", "chậm nhất",
    "tại", "vào", "từ", "kể từ", "trực tiếp", "kiên quyết", "quyết tâm", "linh hoạt", "cụ thể", "giúp", "giao",
    "được biết", "có", "dự sinh hoạt", "dự họp", "tham dự",
)  # fmt: skip
"""Words that end a name of a body although they are no directive verbs."""

GROUP_MODIFIERS = ("liên quan", "có liên quan", "khác có liên quan", "khác liên quan", "khác")

BARE_NOUNS = (
    "địa phương", "chủ chương trình", "chủ dự án", "cơ quan chủ quản", "chính quyền địa phương", "chính quyền cơ sở",
    "chính quyền các cấp", "chính quyền", "ngành", "lực lượng", "cơ quan chức năng", "cơ quan chuyên môn",
    "cơ quan liên quan", "cơ quan", "đơn vị liên quan", "đơn vị", "doanh nghiệp", "nhà thầu", "chủ đầu tư",
    "chủ rừng", "tổ chức", "cấp ủy", "cấp uỷ", "gia đình", "nhà trường", "đoàn thể", "hội", "hội quần chúng",
    "viện nghiên cứu",
)  # fmt: skip
"""Common nouns that name a body only where one is expected ("phối hợp với địa phương")."""

COMPLETE_HEADS = frozenset({
    "toàn ngành", "toàn Ngành", "Toàn ngành", "Toàn Ngành", "toàn Đảng bộ", "Toàn Đảng bộ",
    "Tỉnh đoàn", "Tỉnh Đoàn", "Thành đoàn", "Thành Đoàn", "Thủ tướng Chính phủ", "Chính phủ", "Quốc hội",
    "Bộ Chính trị", "Ban Bí thư", "Lãnh đạo Bộ", "Thường trực Chính phủ", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy",
    "Thành uỷ", "Thường trực Tỉnh ủy", "Thường trực Thành ủy",
})  # fmt: skip
"""Heads that are whole names; only a proper name may follow them."""
