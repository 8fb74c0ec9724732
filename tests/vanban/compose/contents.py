"""Contents that the tests compose: every kind in both layouts, with all that may be in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Cell,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Paragraph,
    Signature,
    Table,
    article,
    bold,
    dash,
    item,
    point,
    section,
    subitem,
)

DAY = date(2026, 9, 5)
PROVINCE = ("Ủy ban nhân dân tỉnh Lạc Giang",)
COMMUNE = ("Ủy ban nhân dân xã Đồi Chè Thử",)
PARTY_PROVINCE = ("Tỉnh ủy Lạc Giang",)
PARTY_COMMUNE = ("Đảng ủy xã Đồi Chè Thử",)


def table() -> Table:
    """A table with merged cells in its head and its body, and figures."""
    return Table(
        columns=(
            Column(width=1, align=Align.CENTER),
            Column(width=5),
            Column(width=2, align=Align.NUMBER),
            Column(width=2, align=Align.NUMBER),
        ),
        head=(
            (Cell("STT", row_span=2), Cell("Nội dung", row_span=2), Cell("Kết quả", column_span=2)),
            ("Kế hoạch", "Thực hiện"),
        ),
        rows=(
            (Cell("I", bold=True), Cell("Hồ sơ", bold=True, column_span=3)),
            (1, "Số hồ sơ đã giải quyết", 1300, 1245),
            (2, "Kinh phí đã giải ngân", Decimal("2500.5"), Decimal("1234.5")),
        ),
        unit="Đơn vị tính: triệu đồng",
    )


def duties() -> Table:
    """The annex of a plan: work by the six clears."""
    return Table(
        columns=(
            Column("STT", 1, Align.CENTER),
            Column("Nhiệm vụ", 5, Align.JUSTIFY),
            Column("Chủ trì", 3),
            Column("Phối hợp", 3),
            Column("Thời hạn", 2, Align.CENTER),
            Column("Sản phẩm", 3),
        ),
        rows=tuple(
            (
                number,
                f"Rà soát, bổ sung quy hoạch chi tiết các điểm dân cư số {number}, báo cáo kết quả đúng thời hạn",
                "Phòng Kinh tế",
                "Phòng Văn hóa - Xã hội;\ncác ấp",
                f"{20 + number % 8}/10/2026",
                "Báo cáo của Phòng Kinh tế",
            )
            for number in range(1, 25)
        ),
        numbered_columns=True,
    )


def report() -> Content:
    """A report of a department of the State."""
    return Content(
        kind=Kind.BAO_CAO,
        header=Header(upper=PROVINCE, issuer=("Sở Nội vụ",), number="5", symbol="BC-SNV", place="Lạc Giang", date=DAY),
        subject="Kết quả thực hiện nhiệm vụ tháng 8 và phương hướng, nhiệm vụ tháng 9 năm 2026",
        body=(
            Paragraph("Sở Nội vụ báo cáo kết quả thực hiện nhiệm vụ tháng 8 năm 2026 (Phụ lục kèm theo) như sau:"),
            section(
                "Kết quả thực hiện",
                item(("Đã giải quyết ", bold("1.245 hồ sơ"), ", tổ chức 03 cuộc kiểm tra tại các xã, phường.")),
                item(
                    "",
                    dash("Tuyển dụng 25 công chức cho các xã còn thiếu người làm chuyên môn."),
                    dash("Cử 120 lượt cán bộ đi bồi dưỡng."),
                    heading="Công tác cán bộ",
                ),
                table(),
            ),
            section(
                "Phương hướng",
                item("Tiếp tục rà soát biên chế.", point("Rà soát biên chế công chức;"), point("Rà soát viên chức.")),
                item("Tổ chức tập huấn cho công chức cấp xã."),
            ),
            Paragraph("Trên đây là báo cáo kết quả thực hiện nhiệm vụ tháng 8 năm 2026 của Sở Nội vụ"),
        ),
        signature=Signature(("KT. Giám đốc", "Phó giám đốc"), "Nguyễn Văn Mẫu"),
        recipients=("Ủy ban nhân dân tỉnh", "Các phòng thuộc Sở"),
        filing="VT, VP",
        annexes=(Annex("Biểu tổng hợp kết quả", (table(),), landscape=True),),
    )


def _plan_body(own: str) -> tuple[Block, ...]:
    return (
        Paragraph(
            f"Căn cứ Kế hoạch số 05/KH-UBND ngày 10 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh, {own} xây dựng "
            "Kế hoạch phát triển kinh tế - xã hội gắn với chuyển đổi số trên địa bàn xã đến năm 2030 như sau:"
        ),
        section(
            "Mục đích, yêu cầu",
            item(
                "",
                Paragraph(
                    "Xác định rõ nội dung, thời gian, trách nhiệm của từng cơ quan; bảo đảm thiết thực, tiết kiệm."
                ),
                heading="Mục đích",
            ),
            item(
                "",
                dash("Bám sát chỉ đạo của cấp trên, phù hợp với điều kiện của địa phương."),
                dash("Phân công rõ người chủ trì, người phối hợp, thời hạn và sản phẩm."),
                heading="Yêu cầu",
            ),
        ),
        section(
            "Mục tiêu",
            item("Tốc độ tăng giá trị sản xuất bình quân 8,5 %/năm; thu ngân sách đạt 12,5 tỷ đồng vào năm 2030."),
            item("Tỷ lệ hộ dân dùng nước sạch đạt 98,5 %; 100 % hồ sơ được giải quyết trên môi trường mạng."),
        ),
        section(
            "Nhiệm vụ, giải pháp",
            item(
                "",
                subitem(
                    "Phòng Kinh tế rà soát quy hoạch các điểm dân cư, hoàn thành trước ngày 30 tháng 9 năm 2026.",
                    *(point(f"Rà soát điểm dân cư số {place};") for place in range(1, 7)),
                    point("Tổng hợp, báo cáo Ủy ban nhân dân xã."),
                ),
                subitem("Trạm Y tế xã kiểm tra vệ sinh an toàn thực phẩm tại các chợ.", heading="Y tế:"),
                heading="Phát triển kinh tế",
            ),
            item("Công an xã bảo đảm an ninh, trật tự trên địa bàn.", heading="Quốc phòng, an ninh:"),
        ),
        section(
            "Tổ chức thực hiện",
            item("Các cơ quan, đơn vị báo cáo kết quả hằng tháng, hằng quý, hằng năm về Văn phòng."),
            item("Phân công nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này."),
            Paragraph("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo để xem xét, chỉ đạo."),
        ),
    )


def plan() -> Content:
    """A plan of a commune with its annex of duties on landscape pages."""
    return Content(
        kind=Kind.KE_HOACH,
        header=Header(issuer=COMMUNE, number="12", symbol="KH-UBND", place="Đồi Chè Thử", date=DAY),
        subject="Phát triển kinh tế - xã hội gắn với chuyển đổi số trên địa bàn xã Đồi Chè Thử giai đoạn 2026 - 2030",
        body=_plan_body("Ủy ban nhân dân xã"),
        signature=Signature(("TM. Ủy ban nhân dân", "Chủ tịch"), "Trần Thị Thử"),
        recipients=("Ủy ban nhân dân tỉnh", "Thường trực Đảng ủy, Hội đồng nhân dân xã", "Các phòng, đơn vị; các ấp"),
        filing="VT, KT",
        annexes=(Annex("Phân công nhiệm vụ thực hiện Kế hoạch", (duties(),), landscape=True),),
    )


def programme() -> Content:
    """A programme of action of the State."""
    return replace(
        plan(),
        kind=Kind.CHUONG_TRINH,
        title="Chương trình hành động",
        header=replace(plan().header, symbol="CTr-UBND", number="3"),
        subject="Thực hiện Nghị quyết Đại hội Đảng bộ xã Đồi Chè Thử lần thứ I, nhiệm kỳ 2025 - 2030",
    )


def letter() -> Content:
    """A letter to several bodies, urgent."""
    return Content(
        kind=Kind.CONG_VAN,
        header=Header(issuer=PROVINCE, number="345", symbol="UBND-NC", place="Lạc Giang", date=DAY),
        subject="đẩy mạnh giải quyết hồ sơ trên môi trường mạng và chấn chỉnh kỷ luật, kỷ cương hành chính",
        addressees=("Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu"),
        body=(
            Paragraph("Để khắc phục những hạn chế trong giải quyết hồ sơ, Ủy ban nhân dân tỉnh yêu cầu:"),
            item(
                "Thủ trưởng các sở, ban, ngành tỉnh rà soát, cắt giảm thời gian giải quyết, xong trước ngày 15/10/2026."
            ),
            item("Ủy ban nhân dân các xã, phường, đặc khu bố trí công chức trực hướng dẫn người dân nộp hồ sơ."),
            Paragraph("Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện."),
        ),
        signature=Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó chủ tịch"), "Lê Văn Ví Dụ"),
        recipients=("Như trên", "Chủ tịch, các Phó Chủ tịch", "Các phòng chuyên môn"),
        filing="VT, NC",
    )


def submission() -> Content:
    """A submission to one body, with legal bases."""
    return Content(
        kind=Kind.TO_TRINH,
        header=Header(
            upper=PROVINCE, issuer=("Sở Nội vụ",), number="27", symbol="TTr-SNV", place="Lạc Giang", date=DAY
        ),
        subject="Về việc phê duyệt kế hoạch bồi dưỡng công chức cấp xã năm 2027",
        addressees=("Ủy ban nhân dân tỉnh",),
        body=(
            Paragraph(
                "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, Sở Nội vụ đã xây dựng kế hoạch bồi dưỡng công chức cấp xã."
            ),
            section("Sự cần thiết", Paragraph("Nhiều công chức mới nhận nhiệm vụ cần được bồi dưỡng kỹ năng số.")),
            section("Nội dung đề nghị", Paragraph("Mở 10 lớp bồi dưỡng cho 1.200 công chức với kinh phí 2,5 tỷ đồng.")),
            Paragraph("Kính đề nghị Ủy ban nhân dân tỉnh xem xét, phê duyệt."),
        ),
        signature=Signature(("Giám đốc",), "Phạm Thị Giả Định"),
        recipients=("Như trên", "Sở Tài chính"),
        filing="VT",
    )


def notice() -> Content:
    """A notice of conclusions, signed by order."""
    return Content(
        kind=Kind.THONG_BAO,
        header=Header(upper=PROVINCE, issuer=("Văn phòng",), number="88", symbol="TB-VP", place="Lạc Giang", date=DAY),
        subject="Kết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về giải ngân vốn đầu tư công",
        body=(
            Paragraph("Sau khi nghe các đơn vị báo cáo, Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:"),
            item("Giao Sở Tài chính đôn đốc các chủ đầu tư, hoàn thành giải ngân trước ngày 31 tháng 12 năm 2026."),
            item("Giao Sở Xây dựng kiểm tra tiến độ các công trình trọng điểm, báo cáo hằng tuần."),
            Paragraph("Văn phòng thông báo để các cơ quan, đơn vị biết, thực hiện."),
        ),
        signature=Signature(("TL. Chủ tịch", "Chánh văn phòng"), "Đinh Văn Giả Định"),
        recipients=("Chủ tịch, các Phó Chủ tịch", "Các sở, ban, ngành tỉnh"),
        filing="VT, TH",
    )


def decision() -> Content:
    """A decision that issues a list, with a table on upright pages."""
    return Content(
        kind=Kind.QUYET_DINH,
        header=Header(issuer=COMMUNE, number="121", symbol="QĐ-UBND", place="Đồi Chè Thử", date=DAY),
        subject="Về việc ban hành Danh mục công trình sửa chữa, nâng cấp năm 2027 trên địa bàn xã",
        authority="Ủy ban nhân dân xã Đồi Chè Thử",
        bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025 của Quốc hội",
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
            "Theo đề nghị của Trưởng phòng Phòng Kinh tế",
        ),
        body=(
            article(
                "Ban hành kèm theo Quyết định này Danh mục công trình sửa chữa, nâng cấp năm 2027 trên địa bàn xã."
            ),
            article(
                "Phòng Kinh tế chủ trì, hướng dẫn, kiểm tra việc thực hiện và báo cáo trước ngày 20 tháng 12 hằng năm."
            ),
            article(
                "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm "
                "thi hành Quyết định này"
            ),
        ),
        signature=Signature(("TM. Ủy ban nhân dân", "Chủ tịch"), "Trần Thị Thử"),
        recipients=("Như Điều 3", "Ủy ban nhân dân tỉnh"),
        filing="VT, KT",
        annexes=(Annex("Danh mục công trình sửa chữa, nâng cấp năm 2027", (table(),), numbered=False),),
    )


STATE = (report, plan, programme, letter, submission, notice, decision)


def party(content: Content) -> Content:
    """The like of a document of the State in the Party's layout."""
    symbols = {
        Kind.BAO_CAO: "BC/ĐU", Kind.KE_HOACH: "KH/ĐU", Kind.CHUONG_TRINH: "CTr/ĐU", Kind.CONG_VAN: "CV/ĐU",
        Kind.TO_TRINH: "TTr/ĐU", Kind.THONG_BAO: "TB/ĐU", Kind.QUYET_DINH: "QĐ/ĐU",
    }  # fmt: skip
    header = replace(
        content.header, upper=("Đảng bộ tỉnh Lạc Giang",), issuer=PARTY_COMMUNE, symbol=symbols[content.kind],
        place="Đồi Chè Thử",
    )  # fmt: skip
    return replace(
        content,
        layout=Layout.PARTY,
        header=header,
        authority="Ban Thường vụ Đảng ủy xã" if content.authority else "",
        signature=Signature(("T/M Ban Thường vụ", "Phó bí thư"), "Võ Thị Mẫu"),
        recipients=("Thường trực Tỉnh ủy", "Các chi bộ trực thuộc"),
        filing="Văn phòng Đảng ủy",
    )


def every() -> dict[str, Content]:
    """Every kind in both layouts by a name."""
    made = {}
    for make in STATE:
        made[f"state-{make.__name__}"] = make()
        made[f"party-{make.__name__}"] = party(make())
    return made
