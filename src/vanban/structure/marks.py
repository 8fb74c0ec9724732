"""Patterns of the fixed phrases of the head and foot of official documents (NĐ 30/2020/NĐ-CP; HD 36-HD/VPTW)."""

from __future__ import annotations

import re

from vanban.text.letters import CAPITALS

NATIONAL_NAME = re.compile(r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam", re.I)
MOTTO = re.compile(r"độc\s+lập\s*[-–]\s*tự\s+do\s*[-–]\s*hạnh\s+phúc", re.I)
PARTY_NAME = re.compile(r"đảng\s+cộng\s+sản\s+việt\s+nam\s*[-–—*]*\s*$", re.I)
ADDRESSED_TO = re.compile(r"(?:\s|^)*\bkính\s+gửi\s*[:;]?\s*", re.I)
WIRED_TO = re.compile(r"[^.;]{3,80}\sđiện\s*:\s*$", re.I)
RECIPIENTS = re.compile(r"\s*n[ơo]i[ơo]?\s*nhận\s*:?\s*", re.I)
ATTACHED = re.compile(r"\s*\(?\s*(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm)\b", re.I)

_BLANK = r"[\s.…_/]*"
NUMBER_LINE = re.compile(
    r"\b[Ss](?:[ốỐ]\s*:?|[óôòo]\s*:)\s*(?:(?P<number>\d{1,6}[a-zA-Z]?)?|(?<=:\s)\S{1,4}|(?<=:)\S{1,4})[\s.…_*]*(?P<separator>[-/])\s*"
    r"(?P<symbol>(?:\d{4}/)?[A-ZĐ][\w&]*(?:[-/][\w&]+)*)",
)
BARE_NUMBER_LINE = re.compile(r"^\s*Số\s*:?[\s.…_*]*$")
SYMBOL_LINE = re.compile(
    r"^\s*(?P<number>\d{1,6})?\s*(?P<separator>[-/])\s*(?P<symbol>[A-ZĐ][\w&]*(?:[-/][\w&]+)*)[./…\s]*$"
)
PLACE_AND_DATE = re.compile(
    rf"(?:(?P<place>[^\W\d_][^,.;:\d]{{1,40}}?)|[.…_]+)\s*,\s*ngày{_BLANK}(?:(?P<day>\d{{1,2}})(?=[\s.…_/]|tháng)|\S{{1,3}})?{_BLANK}"
    rf"tháng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}năm{_BLANK}(?P<year>\d{{4}})?",
    re.I,
)
SUBJECT = re.compile(r"\s*v\s*/\s*v\s*:?\s*", re.I)
CAPACITY = re.compile(rf"\s*(?:(?:TM|T/M|KT|K/T|TL|T/L|TUQ)(?:\s*[./]\s*|\s+)|Q\s*\.\s*|QUYỀN\s+)[{CAPITALS}]")
SIGNING_POST = re.compile(
    r"\s*(?:PHÓ\s+|Q\.\s*)?(?:CHỦ\s+TỊCH|BÍ\s+THƯ|GIÁM\s+ĐỐC|CHÁNH\s+VĂN\s+PHÒNG|THỦ\s+TƯỚNG|BỘ\s+TRƯỞNG|"
    r"(?:CỤC|VỤ|TRƯỞNG)\s*\w+|CHỦ\s+NHIỆM|TỔNG\s+GIÁM\s+ĐỐC|THỨ\s+TRƯỞNG|CHÁNH\s+(?:THANH\s+TRA|ÁN)|TRƯỞNG\s+BAN|"
    r"(?:(?:CHI|TỔNG)\s+CỤC|HIỆU|VIỆN|CHỈ\s+HUY)\s+TRƯỞNG|CHỦ\s+(?:TRÌ|TỌA|TOẠ)|CHÍNH\s+(?:ỦY|UỶ)|TỔNG\s+(?:THƯ\s+KÝ|BIÊN\s+TẬP))\b",
)
ANNEX_TITLE = re.compile(
    r"\s*(?:PHỤ\s+LỤC|Phụ\s+lục(?:\s+(?:số\s*)?[\dIVX]+)?\s*$|Phụ\s+lục\s+(?:số\s*)?[\dIVX]+\b|DANH\s+MỤC|BIỂU\s+MẪU|BẢNG\s+PHÂN\s+CÔNG)"
)
TEMPLATE_TITLE = re.compile(r"\s*(?:MẪU|ĐỀ\s+CƯƠNG)\b")
URGENCY = re.compile(r"\s*(?:HỎA\s+TỐC|KHẨN|THƯỢNG\s+KHẨN|HOẢ\s+TỐC|DỰ\s+THẢO|DỰ THẢO)\s*$")

PERSON_NAME = re.compile(rf"\s*[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{1,6}}\s*$")

BODY_OPENING = re.compile(
    r"\s*(?:Thực\s+hiện|Căn\s+cứ|Trong|Ngày|Sáng|Chiều|Tối|Vừa\s+qua|Sau\s+khi|Để\s|Nhằm|Trên\s+cơ\s+sở|Thời\s+gian|"
    r"Tại|Hiện\s+nay|Theo|Triển\s+khai\s.*,|Tiếp\s+tục|Xét|Qua|Từ\s+ngày|Những|Năm|Giai\s+đoạn|Phát\s+huy|Do|Hưởng\s+ứng)\b"
)


_ENOUGH = 160


def is_capitals(text: str) -> bool:
    """True when most letters are capitals, as in the titles and names at the head of a document."""
    start = text[:_ENOUGH]
    if start[1:].islower():
        return False
    letters = list(filter(str.isalpha, start))
    return len(letters) >= 3 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
