"""Contents that the tests compose: one of every kind, with all that may be in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vanban.compose.model import (
    Align,
    Annex,
    Cell,
    Column,
    Content,
    Header,
    Kind,
    Paragraph,
    Signature,
    Table,
    bold,
    dash,
    item,
    point,
    section,
)

DAY = date(2026, 9, 5)


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


def report() -> Content:
    """A report of a department of the State."""
    return Content(
        kind=Kind.BAO_CAO,
        header=Header(
            upper=("Ủy ban nhân dân tỉnh Lạc Giang",),
            issuer=("Sở Nội vụ",),
            number="5",
            symbol="BC-SNV",
            place="Lạc Giang",
            date=DAY,
        ),
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
