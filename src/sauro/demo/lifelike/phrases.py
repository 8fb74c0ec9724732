"""The words of the invented directives: what they are about, what is to be done, and how people report on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A field of work: its subject line, the department it belongs to, and phrases without a first capital."""

    subject: str
    department: str
    symbol: str
    works: tuple[str, ...]
    papers: tuple[str, ...]


TOPICS: tuple[Topic, ...] = (
    Topic(
        "rà soát hồ sơ công chức và vị trí việc làm", "Sở Nội vụ", "NC",
        ("rà soát hồ sơ công chức còn thiếu giấy tờ", "cập nhật số liệu công chức vào phần mềm quản lý",
         "bố trí công chức kiêm nhiệm ở nơi còn thiếu", "kiểm tra việc chấp hành giờ giấc làm việc",
         "mở lớp tập huấn nghiệp vụ cho công chức mới"),
        ("danh sách công chức cần bồi dưỡng", "phương án sắp xếp vị trí việc làm", "kế hoạch tuyển dụng công chức"),
    ),
    Topic(
        "quyết toán và giải ngân vốn đầu tư công", "Sở Tài chính", "TH",
        ("đối chiếu số liệu giải ngân với Kho bạc", "thu hồi các khoản tạm ứng quá thời gian quy định",
         "rà soát các công trình chậm quyết toán", "công khai dự toán trên trang thông tin",
         "kiểm kê tài sản công tại trụ sở cũ"),
        ("danh mục công trình chậm tiến độ", "phương án điều chuyển vốn", "báo cáo quyết toán các công trình"),
    ),
    Topic(
        "phòng, chống sạt lở bờ sông, kênh rạch", "Sở Nông nghiệp và Môi trường", "KT",
        ("cắm biển cảnh báo tại các đoạn sạt lở", "gia cố các đoạn bờ kênh xung yếu",
         "di dời hộ dân trong vùng nguy hiểm", "nạo vét các tuyến kênh nội đồng", "thống kê diện tích lúa bị ngập"),
        ("danh mục đoạn bờ sông sạt lở", "phương án di dời dân cư", "bản đồ khu vực có nguy cơ sạt lở"),
    ),
    Topic(
        "duy tu đường giao thông nông thôn", "Sở Xây dựng", "XD",
        ("dặm vá mặt đường hư hỏng", "sửa chữa các cầu yếu trên tuyến liên xã", "lắp đèn chiếu sáng ở khu dân cư",
         "giải tỏa hành lang an toàn đường bộ", "kiểm tra tải trọng các cầu bê tông"),
        ("danh mục cầu yếu cần thay thế", "kế hoạch duy tu đường nông thôn", "phương án phân luồng giao thông"),
    ),
    Topic(
        "số hóa hồ sơ thủ tục hành chính", "Sở Khoa học và Công nghệ", "CĐS",
        ("số hóa hồ sơ còn hiệu lực", "bố trí máy quét tại bộ phận một cửa", "khắc phục lỗi kết nối dữ liệu",
         "hướng dẫn người dân nộp hồ sơ trực tuyến", "cấp chữ ký số cho công chức"),
        ("danh mục dữ liệu dùng chung", "kế hoạch bảo đảm an toàn thông tin", "quy trình số hóa hồ sơ"),
    ),
    Topic(
        "chuẩn bị năm học mới và cơ sở vật chất trường học", "Sở Giáo dục và Đào tạo", "VX",
        ("sửa chữa phòng học xuống cấp", "vận động học sinh bỏ học trở lại lớp", "kiểm tra bếp ăn bán trú",
         "điều tra số trẻ trong độ tuổi đến trường", "bổ sung sách cho thư viện trường"),
        ("danh mục trường học cần sửa chữa", "kế hoạch bố trí giáo viên", "phương án sáp nhập điểm trường"),
    ),
    Topic(
        "khám sức khỏe cho người cao tuổi", "Sở Y tế", "YT",
        ("lập hồ sơ sức khỏe điện tử cho người cao tuổi", "phun thuốc diệt muỗi tại ổ dịch",
         "bổ sung thuốc thiết yếu cho trạm y tế", "tiêm nhắc cho trẻ dưới 5 tuổi", "kiểm tra vệ sinh các quán ăn"),
        ("danh sách người cao tuổi cần khám", "kế hoạch phòng, chống dịch mùa mưa", "phương án nhân lực trạm y tế"),
    ),
    Topic(
        "kết nối tiêu thụ nông sản", "Sở Công Thương", "KTTH",
        ("tổ chức phiên chợ nông sản cuối tuần", "đưa sản phẩm lên sàn thương mại điện tử",
         "kiểm tra nhãn hàng tại các chợ", "khảo sát nhu cầu điện sản xuất", "di dời các sạp hàng lấn đường"),
        ("danh mục sản phẩm chủ lực", "kế hoạch xúc tiến thương mại", "phương án sắp xếp lại chợ"),
    ),
    Topic(
        "bảo tồn di tích và hoạt động văn hóa cơ sở", "Sở Văn hóa, Thể thao và Du lịch", "VHXH",
        ("kiểm kê hiện vật tại các di tích", "tổ chức hội thao cấp xã", "chỉnh trang nhà văn hóa",
         "thay biển chỉ dẫn đến điểm du lịch", "xử lý quảng cáo sai quy định"),
        ("danh mục di tích xuống cấp", "kế hoạch tổ chức lễ hội", "phương án khai thác nhà văn hóa"),
    ),
    Topic(
        "hòa giải ở cơ sở và hộ tịch", "Sở Tư pháp", "PC",
        ("cập nhật sổ hộ tịch vào cơ sở dữ liệu", "kiện toàn các tổ hòa giải", "rà soát văn bản hết hiệu lực",
         "tư vấn pháp luật lưu động cho người dân", "giải quyết hồ sơ khai sinh còn tồn"),
        ("danh mục văn bản hết hiệu lực", "kế hoạch phổ biến pháp luật", "báo cáo tình hình hộ tịch"),
    ),
)  # fmt: skip

PARTY_TOPICS: tuple[Topic, ...] = (
    Topic(
        "nâng cao chất lượng sinh hoạt chi bộ", "Ban Tổ chức Tỉnh ủy", "TU",
        ("rà soát danh sách đảng viên đi làm ăn xa", "chuyển sinh hoạt đảng cho đảng viên nghỉ hưu",
         "cập nhật hồ sơ đảng viên vào cơ sở dữ liệu", "kiểm tra việc ghi sổ nghị quyết của chi bộ",
         "mở lớp bồi dưỡng cho bí thư chi bộ mới"),
        ("danh sách đảng viên chưa có sổ điện tử", "kế hoạch sinh hoạt chuyên đề", "báo cáo kết quả kết nạp đảng viên"),
    ),
    Topic(
        "tuyên truyền ở cơ sở", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "TU",
        ("tổ chức hội nghị báo cáo viên", "thay pa-nô tuyên truyền đã cũ", "thống kê các mô hình dân vận khéo",
         "phát thanh chuyên mục người tốt việc tốt", "tọa đàm với đoàn viên, hội viên"),
        ("danh mục mô hình dân vận khéo", "kế hoạch tuyên truyền quý", "đề cương tuyên truyền"),
    ),
)  # fmt: skip

SPEED = ("khẩn trương ", "kịp thời ", "", "", "", "")
PLACES = ("", "", " trên địa bàn", " theo danh sách kèm theo", " ở vùng sâu", " tại các điểm trọng yếu")
HEEDED = (
    "tăng cường trách nhiệm của người đứng đầu trong chỉ đạo, điều hành",
    "nâng cao chất lượng phục vụ người dân, doanh nghiệp",
    "chú trọng công tác phối hợp giữa các cơ quan, đơn vị",
)
RHYTHMS = ("hằng tháng", "hằng quý", "định kỳ 6 tháng", "hằng tuần")

REPORTS: tuple[str, ...] = (
    "Đã phân công bộ phận phụ trách, đang thu thập số liệu từ các đơn vị.",
    "Đã có dự thảo lần 1, đang lấy ý kiến các đơn vị phối hợp.",
    "Hoàn thành phần việc tại cơ quan, còn chờ số liệu của hai đơn vị.",
    "Đã làm việc với các đơn vị liên quan; vướng ở khâu bố trí kinh phí.",
    "Đã trình lãnh đạo xem xét, dự kiến ban hành trong tuần.",
    "Đã đi kiểm tra thực tế một nửa số điểm theo kế hoạch.",
    "Số liệu ba ấp chưa khớp với sổ gốc, đang đối chiếu lại.",
    "Cơ bản hoàn thành, đang tổng hợp báo cáo.",
)
TALK_OF_GIVER: tuple[str, ...] = (
    "cho biết tiến độ và vướng mắc, nếu có.",
    "lưu ý gửi kèm số liệu của các xã khi nộp.",
    "phần này đề nghị thống nhất với cơ quan phối hợp trước khi trình.",
    "đề nghị cập nhật kết quả đến hôm nay để đưa vào giao ban.",
)
TALK_OF_BODY: tuple[str, ...] = (
    "đơn vị đang chờ số liệu của hai bộ phận, dự kiến nộp đúng hạn.",
    "đã rõ, sẽ bổ sung trong lần nộp tới.",
    "phần việc này đã xong khoảng một nửa, chưa có vướng mắc.",
    "đã làm việc với cơ quan phối hợp, đang chờ văn bản trả lời.",
)
PRODUCTS: tuple[str, ...] = (
    "Báo cáo kết quả (mẫu): đã rà soát xong, kèm danh mục và số liệu tổng hợp.",
    "Kế hoạch (mẫu) đã ban hành, gồm phân công, tiến độ và kinh phí thực hiện.",
    "Tờ trình (mẫu) kèm phương án đã được lãnh đạo cơ quan ký.",
    "Danh sách (mẫu) đã lập, có chữ ký của bộ phận chuyên môn.",
    "Hướng dẫn (mẫu) đã gửi các đơn vị qua hệ thống văn bản.",
)
RETURNED: tuple[str, ...] = (
    "Báo cáo chưa có số liệu của hai tháng gần nhất; đề nghị bổ sung rồi nộp lại.",
    "Chưa nêu rõ nguyên nhân và phương án xử lý các trường hợp tồn đọng.",
    "Biểu số liệu chưa theo mẫu gửi kèm.",
)
QUESTIONS: tuple[str, ...] = (
    "Nội dung này thuộc nhiệm vụ của cơ quan khác; đề nghị xem lại cơ quan chủ trì.",
    "Đơn vị chưa có kinh phí cho việc này; đề nghị làm rõ nguồn thực hiện.",
)
INSISTED = "Đã xem xét; nhiệm vụ đúng phạm vi của đơn vị, đề nghị thực hiện."
STOPPED: tuple[str, ...] = (
    "Nội dung đã được giao trong văn bản khác.",
    "Không còn phù hợp sau khi điều chỉnh kế hoạch năm.",
)
ASKED: tuple[str, ...] = (
    "Số liệu của các đơn vị gửi chậm, cần thêm thời gian đối chiếu.",
    "Trùng thời gian với đợt kiểm tra cuối quý.",
    "Thời tiết mưa lớn kéo dài nên chưa khảo sát được hiện trường.",
)
REFUSED = "Nhiệm vụ gắn với kỳ báo cáo của tỉnh, không lùi được."
MOVED: tuple[str, ...] = (
    "Đặt thời hạn để tổng hợp báo cáo chung.",
    "Theo kế hoạch làm việc mới của lãnh đạo.",
)
WAITS = "Chờ số liệu của đơn vị phối hợp để tổng hợp."
OPEN_PARTS = "Đơn vị phối hợp đã gửi số liệu qua thư công vụ, sẽ nộp bản chính thức sau."
DELEGATED: tuple[str, ...] = (
    "Tổng hợp số liệu thuộc lĩnh vực phụ trách; gửi trước hạn chung.",
    "Đi kiểm tra thực tế và lập biên bản tại các điểm được phân công.",
    "Chuẩn bị dự thảo báo cáo để lãnh đạo xem xét.",
)
