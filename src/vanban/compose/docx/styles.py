"""styles.xml: a style for every component of the form, with the names an office finds in Word's list of styles."""

from __future__ import annotations

from lxml.etree import _Element

from vanban.compose.docx.markup import twentieths, twips, w
from vanban.compose.forms import CELL_PADDING, FONT, Form, Look, Role
from vanban.compose.model import Align

STYLES: dict[Role, tuple[str, str]] = {
    Role.NATIONAL: ("QuocHieu", "VB Quốc hiệu"),
    Role.MOTTO: ("TieuNgu", "VB Tiêu ngữ"),
    Role.PARTY: ("TieuDeDang", "VB Tiêu đề Đảng"),
    Role.UPPER: ("CoQuanCapTren", "VB Cơ quan cấp trên"),
    Role.ISSUER: ("CoQuanBanHanh", "VB Cơ quan ban hành"),
    Role.STAR: ("DauSao", "VB Dấu sao"),
    Role.NUMBER: ("SoKyHieu", "VB Số, ký hiệu"),
    Role.DATE: ("DiaDanhNgay", "VB Địa danh, ngày tháng"),
    Role.LETTER_SUBJECT: ("TrichYeuCongVan", "VB Trích yếu công văn"),
    Role.URGENCY: ("DoKhan", "VB Độ khẩn"),
    Role.DRAFT: ("DuThao", "VB Dự thảo"),
    Role.TITLE: ("Title", "Title"),
    Role.SUBJECT: ("Subtitle", "Subtitle"),
    Role.ADDRESSED: ("KinhGui", "VB Kính gửi"),
    Role.ADDRESSEE: ("NoiGui", "VB Nơi gửi"),
    Role.AUTHORITY: ("ThamQuyen", "VB Thẩm quyền ban hành"),
    Role.BASIS: ("CanCu", "VB Căn cứ"),
    Role.ENACTING: ("QuyetDinh", "VB Quyết định"),
    Role.BODY: ("BodyText", "Body Text"),
    Role.PART: ("PhanChuong", "VB Phần, chương"),
    Role.PART_TITLE: ("TenPhanChuong", "VB Tên phần, chương"),
    Role.ARTICLE: ("Dieu", "VB Điều"),
    Role.ARTICLE_HEADING: ("TenDieu", "VB Tên điều"),
    Role.SECTION: ("Heading1", "heading 1"),
    Role.ITEM: ("Khoan", "VB Khoản 1."),
    Role.ITEM_HEADING: ("Heading2", "heading 2"),
    Role.SUBITEM: ("Khoan11", "VB Khoản 1.1."),
    Role.SUBITEM_HEADING: ("Heading3", "heading 3"),
    Role.POINT: ("Diem", "VB Điểm a)"),
    Role.DASH: ("ListBullet", "List Bullet"),
    Role.PLUS: ("ListBullet2", "List Bullet 2"),
    Role.CAPTION: ("Caption", "caption"),
    Role.UNIT: ("DonViTinh", "VB Đơn vị tính"),
    Role.HEAD_CELL: ("TieuDeBang", "VB Tiêu đề bảng"),
    Role.COLUMN_NUMBER: ("SoCotBang", "VB Số cột bảng"),
    Role.CELL: ("NoiDungBang", "VB Nội dung bảng"),
    Role.DENSE_HEAD_CELL: ("TieuDeBangNhieuCot", "VB Tiêu đề bảng nhiều cột"),
    Role.DENSE_COLUMN_NUMBER: ("SoCotBangNhieuCot", "VB Số cột bảng nhiều cột"),
    Role.DENSE_CELL: ("NoiDungBangNhieuCot", "VB Nội dung bảng nhiều cột"),
    Role.TABLE_NOTE: ("GhiChuBang", "VB Ghi chú bảng"),
    Role.RECIPIENTS: ("NoiNhan", "VB Nơi nhận"),
    Role.RECIPIENT: ("DanhSachNoiNhan", "VB Danh sách nơi nhận"),
    Role.AUTHORISED: ("ThamQuyenKy", "VB Thẩm quyền ký"),
    Role.CAPACITY: ("QuyenHanChucVu", "VB Quyền hạn, chức vụ"),
    Role.SIGNER: ("HoTenNguoiKy", "VB Họ tên người ký"),
    Role.ANNEX_LABEL: ("PhuLuc", "VB Phụ lục"),
    Role.ANNEX_TITLE: ("TenPhuLuc", "VB Tên phụ lục"),
    Role.ANNEX_REFERENCE: ("KemTheo", "VB Kèm theo"),
    Role.PAGE_NUMBER: ("Header", "header"),
}
"""Style id and name of every role. Names without "VB" are Word's own, which it shows in the user's language."""

RULE_STYLE = "DuongKe"
GRID_STYLE = "TableGrid"
JUSTIFICATION = {
    Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.NUMBER: "right", Align.JUSTIFY: "both",
}  # fmt: skip
RULE_HEIGHT = 3.0


def fill_styles(root: _Element, form: Form) -> None:
    """Replace everything in ``root`` (``w:styles``) by the styles of ``form``."""
    for child in list(root):
        root.remove(child)
    root.append(_defaults())
    root.append(w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default="1", styleId="Normal"))
    for role, (style_id, name) in STYLES.items():
        if role in form.looks:
            root.append(_style(style_id, name, form.looks[role]))
    root.append(_rule_style())
    root.append(_table_normal())
    root.append(_grid_style())


def _defaults() -> _Element:
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = w("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA")
    run = w("rPr", fonts, w("color", val="000000"), w("sz", val=28), w("szCs", val=28), language)
    paragraph = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", paragraph))


def _style(style_id: str, name: str, look: Look) -> _Element:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="Normal"),
        w("next", val="BodyText") if look.outline is not None else None,
        w("qFormat"),
        _paragraph(look),
        _run(look),
        type="paragraph",
        styleId=style_id,
        customStyle="1" if name.startswith("VB") else None,
    )


def _paragraph(look: Look) -> _Element:
    """In the order that the schema demands."""
    line, rule = (twentieths(look.line), "exact") if look.line else (240, "auto")
    return w(
        "pPr",
        w("keepNext") if look.keep_next else None,
        w("widowControl"),
        w("spacing", before=twentieths(look.before), after=twentieths(look.after), line=line, lineRule=rule),
        w("ind", left=twips(look.left), firstLine=twips(look.first_line)) if look.left or look.first_line else None,
        w("jc", val=JUSTIFICATION[look.align]),
        w("outlineLvl", val=look.outline) if look.outline is not None else None,
    )


def _run(look: Look) -> _Element:
    return w(
        "rPr",
        w("b") if look.bold else None,
        w("i") if look.italic else None,
        w("sz", val=round(look.size * 2)),
        w("szCs", val=round(look.size * 2)),
        w("u", val="single") if look.underline else None,
    )


def _rule_style() -> _Element:
    border = w("bottom", val="single", sz=6, space=0, color="000000")
    spacing = w("spacing", before=0, after=0, line=twentieths(RULE_HEIGHT), lineRule="exact")
    return w(
        "style",
        w("name", val="VB Đường kẻ"),
        w("basedOn", val="Normal"),
        w("pPr", w("pBdr", border), spacing),
        w("rPr", w("sz", val=4), w("szCs", val=4)),
        type="paragraph",
        styleId=RULE_STYLE,
        customStyle="1",
    )


def _table_normal() -> _Element:
    margins = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default="1",
        styleId="TableNormal",
    )


def _grid_style() -> _Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color="000000") for side in sides))
    margins = w("tblCellMar", *(w(side, w=twips(CELL_PADDING), type="dxa") for side in ("left", "right")))
    return w(
        "style",
        w("name", val="Table Grid"),
        w("basedOn", val="TableNormal"),
        w("tblPr", borders, margins),
        type="table",
        styleId=GRID_STYLE,
    )
