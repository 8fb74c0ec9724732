"""Bodies of the invented province and of the centre, by who can give them work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    """A body as it is printed and as the annotation names it."""

    printed: str
    key: str = ""

    @property
    def name(self) -> str:
        return self.key or _short(self.printed)


@dataclass(frozen=True)
class Level:
    """Who issues, who is given work singly and as groups, who works along, and to whom papers go."""

    name: str
    side: str
    issuer: tuple[str, ...]
    full_issuer: str
    place: str
    symbol: str
    own: str
    singles: tuple[Body, ...]
    groups: tuple[Body, ...]
    partners: tuple[Body, ...]
    receivers: tuple[str, ...]
    signer: tuple[str, ...]


def _short(name: str) -> str:
    return (
        name.replace("Ủy ban nhân dân", "UBND")
        .replace("Hội đồng nhân dân", "HĐND")
        .replace("Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ")
        .replace("Mặt trận Tổ quốc", "MTTQ")
    )


def _bodies(*names: str) -> tuple[Body, ...]:
    return tuple(Body(name) for name in names)


PROVINCE = Level(
    name="province",
    side="state",
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH LẠC GIANG"),
    full_issuer="Ủy ban nhân dân tỉnh Lạc Giang",
    place="Lạc Giang",
    symbol="UBND",
    own="Ủy ban nhân dân tỉnh",
    singles=_bodies(
        "Sở Tài chính",
        "Sở Xây dựng",
        "Sở Nội vụ",
        "Sở Y tế",
        "Sở Công Thương",
        "Sở Nông nghiệp và Môi trường",
        "Sở Khoa học và Công nghệ",
        "Sở Giáo dục và Đào tạo",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Tư pháp",
        "Công an tỉnh",
        "Bộ Chỉ huy Quân sự tỉnh",
        "Thanh tra tỉnh",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Ban Quản lý các khu công nghiệp",
        "Ủy ban nhân dân xã Bàu Sen Thử",
        "Ủy ban nhân dân phường Bến Mẫu",
        "Ủy ban nhân dân đặc khu Hòn Thử",
        "Giám đốc Sở Y tế",
        "Báo và Phát thanh, Truyền hình Lạc Giang",
    ),
    groups=_bodies(
        "Các sở, ban, ngành tỉnh",
        "Ủy ban nhân dân các xã, phường, đặc khu",
        "Các chủ đầu tư",
        "Thủ trưởng các sở, ban, ngành tỉnh",
        "Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu",
    ),
    partners=_bodies(
        "Công an tỉnh",
        "Sở Tài chính",
        "Sở Tư pháp",
        "Sở Nội vụ",
        "các cơ quan, đơn vị liên quan",
        "Ủy ban nhân dân các xã, phường",
        "các địa phương",
        "Đoàn Thanh niên tỉnh",
        "Hội Nông dân tỉnh",
        "Sở Khoa học và Công nghệ",
    ),
    receivers=(
        "Ủy ban nhân dân tỉnh",
        "Chủ tịch Ủy ban nhân dân tỉnh",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Văn phòng Ủy ban nhân dân tỉnh",
    ),
    signer=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
)

COMMUNE = Level(
    name="commune",
    side="state",
    issuer=("ỦY BAN NHÂN DÂN", "XÃ ĐỒI CHÈ THỬ"),
    full_issuer="Ủy ban nhân dân xã Đồi Chè Thử",
    place="Đồi Chè Thử",
    symbol="UBND",
    own="Ủy ban nhân dân xã",
    singles=(
        *_bodies("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
        Body("Công an xã", "Công an xã Đồi Chè Thử"),
        Body("Ban Chỉ huy quân sự xã", "Ban Chỉ huy quân sự xã Đồi Chè Thử"),
        Body("Trạm Y tế xã", "Trạm Y tế xã Đồi Chè Thử"),
        Body("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã Đồi Chè Thử"),
        Body("Trung tâm Phục vụ hành chính công xã", "Trung tâm Phục vụ hành chính công xã Đồi Chè Thử"),
    ),
    groups=_bodies("Trưởng các ấp", "Các phòng chuyên môn", "Hiệu trưởng các trường"),
    partners=(
        *_bodies("các ấp", "các đơn vị liên quan", "Phòng Kinh tế"),
        Body("Hội Phụ nữ xã", "Hội Phụ nữ xã Đồi Chè Thử"),
        Body("Đoàn Thanh niên xã", "Đoàn Thanh niên xã Đồi Chè Thử"),
    ),
    receivers=("Ủy ban nhân dân xã", "Chủ tịch Ủy ban nhân dân xã", "Phòng Kinh tế"),
    signer=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)

PARTY = Level(
    name="province",
    side="party",
    issuer=("TỈNH ỦY LẠC GIANG",),
    full_issuer="Tỉnh ủy Lạc Giang",
    place="Lạc Giang",
    symbol="TU",
    own="Ban Thường vụ Tỉnh ủy",
    singles=_bodies(
        "Ban Tổ chức Tỉnh ủy",
        "Ủy ban Kiểm tra Tỉnh ủy",
        "Ban Nội chính Tỉnh ủy",
        "Văn phòng Tỉnh ủy",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Đảng ủy Ủy ban nhân dân tỉnh",
        "Trường Chính trị tỉnh",
    ),
    groups=_bodies(
        "Các cấp ủy, tổ chức đảng", "Các đảng ủy trực thuộc Tỉnh ủy", "Các cơ quan tham mưu, giúp việc Tỉnh ủy"
    ),
    partners=_bodies(
        "Ban Tổ chức Tỉnh ủy", "các cơ quan liên quan", "các đảng ủy trực thuộc Tỉnh ủy", "Đảng ủy Công an tỉnh"
    ),
    receivers=("Ban Thường vụ Tỉnh ủy", "Thường trực Tỉnh ủy", "Văn phòng Tỉnh ủy"),
    signer=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC"),
)

CENTRE = Level(
    name="central",
    side="state",
    issuer=("BỘ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"),
    full_issuer="Bộ Nông nghiệp và Môi trường",
    place="Hà Nội",
    symbol="BNNMT",
    own="Bộ Nông nghiệp và Môi trường",
    singles=_bodies(
        "Vụ Kế hoạch - Tài chính",
        "Cục Thủy lợi",
        "Cục Chăn nuôi và Thú y",
        "Cục Môi trường",
        "Thanh tra Bộ",
        "Văn phòng Bộ",
        "Cục Chuyển đổi số",
        "Vụ Tổ chức cán bộ",
    ),
    groups=_bodies(
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",
        "Các đơn vị thuộc Bộ",
        "Sở Nông nghiệp và Môi trường các tỉnh, thành phố",
    ),
    partners=_bodies("các đơn vị liên quan", "Vụ Pháp chế", "các địa phương", "Cục Thủy lợi"),
    receivers=("Bộ trưởng", "Bộ Nông nghiệp và Môi trường", "Văn phòng Bộ", "Vụ Kế hoạch - Tài chính"),
    signer=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
)

LEVELS = (PROVINCE, PROVINCE, COMMUNE, PARTY, CENTRE)
"""A province writes most of what is read here, so it comes twice."""

PEOPLE = (
    "Nguyễn Văn Mẫu",
    "Trần Thị Thử",
    "Lê Văn Ví Dụ",
    "Phạm Thị Giả Định",
    "Huỳnh Văn Thử",
    "Võ Thị Mẫu",
    "Đinh Văn Giả Định",
)
