"""What the reader says when it cannot read a file: always what is wrong, then what to do."""

from __future__ import annotations

from vanban.types import UnreadableDocument

_MEBIBYTE = 1024 * 1024

_MESSAGES = {
    "empty": "Tệp không có nội dung chữ nào. Hãy kiểm tra lại tệp và chọn đúng tệp văn bản.",
    "unknown-format": (
        "Đây không phải loại tệp văn bản đọc được. Hãy dùng tệp .docx, .pdf, .odt, .html, .md hoặc .txt."
    ),
    "encrypted": "Tệp được đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi chọn tệp mới.",
    "damaged": (
        "Tệp bị hỏng hoặc tải về chưa trọn vẹn nên không đọc được. "
        "Hãy mở thử bằng phần mềm soạn thảo, lưu thành tệp mới hoặc xin lại tệp gốc."
    ),
    "zip-bomb": (
        "Tệp nén có dung lượng khi mở ra lớn bất thường nên không được mở, để bảo vệ máy. "
        "Hãy xin lại tệp gốc từ nơi gửi và báo cho người quản trị nếu không rõ nguồn gốc tệp."
    ),
    "scanned": (
        "Tệp chỉ có ảnh chụp (bản quét) mà máy chủ chưa cài bộ nhận dạng chữ tiếng Việt. Hãy dùng bản .docx hoặc .pdf "
        "xuất từ phần mềm soạn thảo, hoặc nhờ người quản trị chạy lệnh: apt install tesseract-ocr tesseract-ocr-vie"
    ),
}


def unreadable(code: str) -> UnreadableDocument:
    """The error for a code whose sentence needs no figures."""
    return UnreadableDocument(code, _MESSAGES[code])


def nothing_recognised() -> UnreadableDocument:
    """A scan in which no word was found."""
    return UnreadableDocument(
        "scanned",
        "Tệp chỉ có ảnh chụp (bản quét) và không nhận dạng được chữ nào. Hãy quét lại rõ hơn, đúng chiều giấy, "
        "hoặc dùng bản .docx hay .pdf xuất từ phần mềm soạn thảo của văn bản này.",
    )


def picture_format() -> UnreadableDocument:
    """A picture of a kind that scanners do not make."""
    return UnreadableDocument(
        "scanned",
        "Đây là tệp ảnh thuộc loại chưa đọc được. Hãy lưu ảnh thành .png, .jpg, .tiff hoặc quét lại thành .pdf.",
    )


def pictures_in_document() -> UnreadableDocument:
    """An office document that holds nothing but pictures."""
    return UnreadableDocument(
        "scanned",
        "Tệp văn bản chỉ chứa ảnh chụp, không có chữ để đọc. Hãy xuất tệp thành .pdf, hoặc chọn chính tệp ảnh, "
        "để chữ trong ảnh được nhận dạng.",
    )


def too_many_pixels(width: int, height: int) -> UnreadableDocument:
    """A picture larger than any scan of a page; sizes in pixels."""
    return UnreadableDocument(
        "too-large",
        f"Ảnh có {_grouped(width)} × {_grouped(height)} điểm, lớn bất thường nên không được mở. "
        "Hãy quét lại ở mức 300 điểm một inch (dpi) rồi thử lại.",
    )


def too_large(size: int, limit: int) -> UnreadableDocument:
    """The file is larger than the limit; both in bytes."""
    return UnreadableDocument(
        "too-large",
        f"Tệp nặng {_decimal(size / _MEBIBYTE)} MB, vượt mức cho phép {_decimal(limit / _MEBIBYTE)} MB. "
        "Hãy tách văn bản thành nhiều tệp hoặc giảm dung lượng ảnh trong tệp rồi thử lại.",
    )


def too_long(characters: int, limit: int) -> UnreadableDocument:
    """The document has more characters than the limit."""
    return UnreadableDocument(
        "too-large",
        f"Văn bản có {_grouped(characters)} ký tự, vượt mức cho phép {_grouped(limit)} ký tự. "
        "Hãy tách văn bản thành nhiều tệp rồi thử lại.",
    )


def too_many_pages(pages: int, limit: int) -> UnreadableDocument:
    """The document has more pages than the limit."""
    return UnreadableDocument(
        "too-many-pages",
        f"Tệp có {_grouped(pages)} trang, vượt mức cho phép {_grouped(limit)} trang. "
        "Hãy tách riêng phần văn bản cần giao việc thành tệp khác rồi thử lại.",
    )


def wrong_kind(kind: str, advice: str) -> UnreadableDocument:
    """A file that is plainly something else, and what to do instead."""
    return UnreadableDocument(
        "unknown-format",
        f"Đây là {kind}, không phải tệp văn bản. Hãy {advice}; loại tệp đọc được: .docx, .pdf, .odt, .txt.",
    )


def needs_converter(kind: str, reason: str) -> UnreadableDocument:
    """An old office format that only LibreOffice can convert, and why that did not happen."""
    return UnreadableDocument(
        "needs-converter",
        f"Tệp {kind} thuộc định dạng cũ, {reason}. "
        "Hãy mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) với kiểu .docx rồi dùng tệp mới.",
    )


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",").removesuffix(",0")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
