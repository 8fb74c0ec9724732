"""Standing exhortations: directions of which nothing can be delivered or checked (gold guide, "standing")."""

from __future__ import annotations

import re

from vanban.tasks.lexicon import phrases
from vanban.text.tokens import PhraseIndex, Tokens

_CHECKABLE = PhraseIndex(phrases.CHECKABLE_VERBS, ignore_case=True)
_GENERAL = PhraseIndex(phrases.GENERAL_OBJECTS, ignore_case=True)
_NAMED_DOCUMENT = re.compile(
    r"(?:quán triệt|triển khai|thực hiện|kiểm tra|tuyên truyền|giám sát)[^.;]{0,80}?\s(?:Nghị quyết|Kế hoạch|Chỉ thị|Kết luận|Quy định|Đề án|Quyết định|"
    r"Chương trình|Nghị định|Thông tư|Luật|Công điện|Công văn|Thông báo)\b(?!\s+này)"
)
_WEAK = frozenset(
    {
        "triển khai",
        "theo dõi",
        "giải quyết",
        "tham mưu",
        "xử lý",
        "tổ chức",
        "hướng dẫn",
        "đánh giá",
        "xác định",
        "khắc phục",
        "cập nhật",
        "nghiên cứu",
        "bố trí",
    }
)
_WEAK_OBJECT = PhraseIndex(
    (
        "lớp", "các lớp", "hội nghị", "tập huấn", "đoàn", "sơ kết", "tổng kết", "đánh giá", "kiểm tra", "rà soát", "hội thảo", "lễ", "đợt", "cuộc", "phiên", "diễn đàn",
        "tuyên truyền", "các hoạt động", "họp", "khảo sát", "giám sát",
    ),
    ignore_case=True,
)  # fmt: skip
_STRONG_ADVICE = frozenset({"tham mưu"})


_DRAFTING = re.compile(
    r"\W*(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ|bố\s+cục|khi\s+(?:xây\s+dựng|xác\s+định|lập))\b[^.;]*?\b(?:phải|cần)\b",
    re.I,
)
"""Requirements on a document to be drafted can be checked against the draft."""


def is_exhortation(tokens: Tokens) -> bool:
    """True when no checkable act with an object of its own occurs. Products and dates are the caller's business."""
    if tokens.words and _NAMED_DOCUMENT.search(tokens.text, tokens.starts[0], tokens.ends[-1]):
        return False
    if _DRAFTING.match(tokens.text[tokens.starts[0] : tokens.ends[-1]] if tokens.words else ""):
        return False
    return not any(_is_checkable_act(tokens, index) for index in range(len(tokens)))


_NOMINAL_BEFORE = frozenset(
    {"việc", "tác", "sự", "lý", "được", "quả", "về", "quyền", "độ", "trong", "lực", "và", "của", "sở", "bộ"}
)


def _is_checkable_act(tokens: Tokens, index: int) -> bool:
    length = _CHECKABLE.match(tokens, index)
    if not length or (index and tokens.lower[index - 1] in _NOMINAL_BEFORE) or _in_nominal_list(tokens, index):
        return False
    verb = " ".join(tokens.lower[index : index + length])
    after = index + length
    if after >= len(tokens):
        return False
    if verb in _WEAK:
        return verb == "tổ chức" and _WEAK_OBJECT.match(tokens, after) > 0
    return not _GENERAL.match(tokens, after) or _next_is_act(tokens, after)


def _in_nominal_list(tokens: Tokens, index: int) -> bool:
    """ "công tác quản lý, kiểm tra …": a verb listed after "công tác" is a noun."""
    if not index or tokens.words[index - 1] not in (",", "và"):
        return False
    before = tokens.lower[max(0, index - 7) : index - 1]
    return "tác" in before and not any(mark in before for mark in (";", ".", ":"))


def _next_is_act(tokens: Tokens, after: int) -> bool:
    """ "rà soát, đánh giá hiện trạng": the object follows the next verb."""
    if tokens.words[after] != ",":
        return False
    at = after + 1
    while manner := _MANNER.match(tokens, at):
        at += manner
    return _FINDING.match(tokens, at) > 0 or (_CHECKABLE.match(tokens, at) > 0 and _is_checkable_act(tokens, at))


_MANNER = PhraseIndex(("kịp thời", "khẩn trương", "chủ động", "thường xuyên"), ignore_case=True)
_FINDING = PhraseIndex(("phát hiện các", "phát hiện những", "xác định", "lập danh sách", "phân loại"), ignore_case=True)
