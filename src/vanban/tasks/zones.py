"""Zones of a document: where orders are expected, where they are not.

The zone of a unit is that of the innermost heading above it that names one. Outside directive zones only a sentence
that itself hands work to somebody is a task.
"""

from __future__ import annotations

import re
from enum import StrEnum

from vanban.structure.tree import Node


class Zone(StrEnum):
    """What the heading over a unit promises."""

    DIRECTIVE = "directive"
    BACKGROUND = "background"
    GOALS = "goals"
    TARGETS = "targets"
    NAMED_ONLY = "named-only"
    """Requirements and procedures: they bind only whom they name."""
    NEUTRAL = "neutral"


_ZONES: tuple[tuple[Zone, re.Pattern[str]], ...] = (
    (
        Zone.TARGETS,
        re.compile(
            r"(?:các\s+)?(?:mục\s+tiêu|chỉ\s+tiêu|tầm\s+nhìn|định\s+hướng\s+(?:đến|tầm)|chỉ\s+số)|.{0,30}\bmục\s+tiêu\b.{0,30}\bchỉ\s+tiêu\b",
            re.I,
        ),
    ),
    (
        Zone.NAMED_ONLY,
        re.compile(
            r"yêu\s+cầu\s*[:.]?\s*$|yêu\s+cầu\s+chung|các\s+bước|(?:các\s+)?nội\s+dung\s+(?:giám\s+sát|kiểm\s+tra|đánh\s+giá)",
            re.I,
        ),
    ),
    (
        Zone.GOALS,
        re.compile(
            r"mục\s+đích|quan\s+điểm|nguyên\s+tắc|phạm\s+vi|đối\s+tượng|phương\s+châm",
            re.I,
        ),
    ),
    (
        Zone.BACKGROUND,
        re.compile(
            r"khái\s+quát|(?:về\s+)?(?:đặc\s+điểm|tình\s+hình|thực\s+trạng|bối\s+cảnh|kết\s+quả|những\s+kết\s+quả)|(?:về\s+)?đánh\s+giá\s+(?:chung|tình|kết|về)|đánh\s+giá\s*[:.]?$|"
            r"(?:một\s+số\s+)?(?:ưu\s+điểm|tồn\s+tại|hạn\s+chế|khó\s+khăn|nguyên\s+nhân)|những\s+(?:ưu|hạn|tồn|khó)|sự\s+cần\s+thiết|căn\s+cứ|cơ\s+sở\s+(?:pháp|chính|thực|lý|khoa|xây)|"
            r"thành\s+phần|thời\s+gian(?:,|\s+và|\s*$|\s+thực)|thời\s+gian,?\s+địa\s+điểm|địa\s+điểm|giải\s+thích|phương\s+pháp|hình\s+thức|"
            r"(?:các\s+)?nội\s+dung\s+báo\s+cáo|đề\s+cương|hiệu\s+lực|giới\s+thiệu|(?:một\s+số\s+)?khẩu\s+hiệu|tổng\s+quan|dự\s+báo|số\s+liệu",
            re.I,
        ),
    ),
    (
        Zone.DIRECTIVE,
        re.compile(
            r".{0,60}\b(?:nhiệm\s+vụ|giải\s+pháp|tổ\s+chức\s+thực\s+hiện|tổ\s+chức\s+triển\s+khai|phân\s+công|trách\s+nhiệm|biện\s+pháp|nội\s+dung|chế\s+độ\s+(?:thông\s+tin\s*,?\s*)?báo\s+cáo|"
            r"thông\s+tin,?\s+báo\s+cáo|kinh\s+phí|nguồn\s+lực|kiểm\s+tra|thời\s+gian\s+tới)",
            re.I,
        ),
    ),
)
_HEADING_LENGTH = 220


def zone_of_heading(text: str) -> Zone | None:
    """The zone that a heading names, or None."""
    if len(text) > _HEADING_LENGTH:
        return None
    for zone, pattern in _ZONES:
        if pattern.match(text):
            return zone
    return None


def zone_of(node: Node) -> Zone:
    """The zone a node lies in."""
    for ancestor in node.ancestors():
        if ancestor.is_bullet:
            continue
        zone = zone_of_heading(ancestor.text)
        if zone:
            return zone
    return Zone.NEUTRAL


_NEVER = re.compile(
    r"\W*(?:nhằm\b|(?:tổng\s+)?(?:số\s+(?!hóa|hoá)|giá\s+trị\s)|(?:tỷ|tỉ)\s+lệ\s|trên\s+đây\s+(?:là|chỉ)\b[^.;]*[.;/]*\s*$|[^.]*!\s*$|căn\s+cứ\s[^:]*;\s*$|kinh\s+phí\s+(?:thực\s+hiện|bảo\s+đảm|đảm\s+bảo|triển\s+khai)|"
    r"nguồn\s+kinh\s+phí|(?:\S+\s+){0,4}này\s+thay\s+thế|(?:\S+\s+){1,4}này\s+có\s+hiệu\s+lực|kèm\s+theo|\(|lưu\s+ý\s*:?$|(?:ý\s+kiến\s+)?trả\s+lời\s*:|(?:ý\s+kiến\s+)?cử\s+tri\s[^.;]{0,80}\b(?:kiến\s+nghị|đề\s+nghị|phản\s+ánh)\s|"
    r"[^.;,]{0,60}\b(?:gửi|đính)\s+kèm\s+(?:theo\s+)?\S+(?:\s+\S+)?\s+này\W*$|nêu\s+các\s|tập\s+hợp\s+đầy\s+đủ|là\s+cơ\s+sở|theo\s+đề\s+nghị\s)",
    re.I,
)
_BACKGROUND = re.compile(
    r"\W*(?:(?:trong\s+)?thời\s+gian\s+(?:vừa\s+)?qua|trong\s+những\s+(?:năm|tháng|ngày)|(?:trong\s+)?(?:mấy|những)\s+(?:năm|tháng|ngày)\s|hiện\s+nay\b|tuy\s+nhiên|nhìn\s+chung|"
    r"qua\s+(?:kiểm\s+tra|theo\s+dõi|báo\s+cáo|rà\s+soát|đó)|thay\s+mặt|theo\s+mô\s+hình|(?:\S+\s+){0,8}(?:ghi\s+nhận|biểu\s+dương|đánh\s+giá\s+cao|hoan\s+nghênh|nhiệt\s+liệt)|"
    r"(?:cơ\s+bản\s+)?(?:thống\s+nhất|nhất\s+trí|đồng\s+ý)\s|đến\s+nay\b|năm\s+qua\b|kết\s+quả\s+(?:cho|đạt|trên)|trước\s+tình\s+hình|vừa\s+qua)",
    re.I,
)
_PAST = re.compile(
    r"\b(?:đã|đang|vẫn\s+còn|còn\s+(?:hạn\s+chế|chậm|thiếu|nhiều)|chưa\s+(?:được|đáp|thực|có|đạt))\b", re.I
)
_LACKING = re.compile(
    r"\s*(?:\S+\s+){1,5}(?:vẫn\s+còn|còn\s+(?:hạn\s+chế|chậm|thiếu)|chưa\s+(?:đáp|tốt|đạt|nghiêm|kịp|đầy))\b", re.I
)


def is_never_task(text: str) -> bool:
    """Purposes, preambles, sources of money and clauses on force: never a task, whatever stands above."""
    return bool(_NEVER.match(text))


def is_background(text: str) -> bool:
    """Praise, agreement and accounts of what has been."""
    return bool(_BACKGROUND.match(text))


def is_lacking(predicate: str) -> bool:
    """ "triển khai còn chậm": a predicate that tells what was not done well orders nothing."""
    return bool(_LACKING.match(predicate))


def tells_the_past(text: str) -> bool:
    """True when the first words tell what has been done or is lacking."""
    return bool(_PAST.search(text[:110]))
