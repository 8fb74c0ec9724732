"""Standing exhortations: directions of which nothing can be delivered or checked (gold guide, "standing").

An order is an exhortation when the verb it starts with is one of exhortation or of work that never ends, and no
checkable act with an object of its own follows.
"""

from __future__ import annotations

import re

from vanban.tasks.lexicon import phrases
from vanban.tasks.product_contexts import HIGHER_LEVEL, in_nominal_list
from vanban.text.bodies import parse_body_list
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens

_CHECKABLE = PhraseIndex(phrases.CHECKABLE_VERBS, ignore_case=True)
_CONTINUOUS = PhraseIndex(phrases.CONTINUOUS_VERBS, ignore_case=True)
_DELEGATING = PhraseIndex(phrases.DELEGATING_VERBS, ignore_case=True)
_GENERAL = PhraseIndex(phrases.GENERAL_OBJECTS, ignore_case=True)
_ADVERBS = PhraseIndex(verbs.ADVERBS, ignore_case=True)
_WEAK = PhraseIndex(phrases.WEAK_VERBS, ignore_case=True)
_ORGANISED = PhraseIndex(phrases.ORGANISED_ACTS, ignore_case=True)
_MANNER = PhraseIndex(("kịp thời", "khẩn trương", "chủ động", "thường xuyên"), ignore_case=True)
_FINDING = PhraseIndex(("phát hiện các", "phát hiện những", "xác định", "lập danh sách", "phân loại"), ignore_case=True)
_REVIEWING = PhraseIndex(
    ("đánh giá", "thống kê", "hoàn thiện", "cập nhật", "điều chỉnh", "sắp xếp", "xử lý các"), ignore_case=True
)
_VERBS = PhraseIndex(verbs.DIRECTIVE, ignore_case=True)
_DOCUMENT = (
    r"(?:Nghị quyết|Kế hoạch|Chỉ thị|Kết luận|Quy định|Đề án|Quyết định|Chương trình|Nghị định|Thông tư|Luật|Công điện|"
    r"Công văn|Thông báo|Chiến lược|Quy chế|Nội quy)"
)
_NAMED_DOCUMENT = re.compile(
    r"(?<!quá trình )(?<!trong )(?<!tham gia )(?i:quán triệt|triển khai|thực hiện|kiểm tra|giám sát)"
    rf"(?:(?!\btheo\b|\bquy định\b|\btại\b|\bnêu trong\b)[^.;,]){{0,60}}?\s{_DOCUMENT}\b"
    r"(?!\s+(?:này|trên|theo|được|bảo đảm|đảm bảo|đạt|có|kịp|đúng|đề ra)\b)(?!\s*[.,;:]|\s*$)"
)
"""A document with a name or a number to be carried out; the plan itself is none."""
_TASKS_OF_A_DOCUMENT = re.compile(
    rf"(?i:triển khai|thực hiện)[^.;]{{0,60}}?(?:nhiệm vụ|giải pháp|nội dung)[^.;,]{{0,40}}?\s"
    rf"(?:theo|tại|của)\s{_DOCUMENT}\s+số\s"
)
_PART_OF_A_PLAN = re.compile(
    r"(?i:triển khai|thực hiện)[^.;]{0,30}?nhiệm vụ(?! (?:khác|đã)\b)(?:"
    r"[^.;]{0,160}?\s(?:(?:của|thuộc) (?:Kế hoạch|Chương trình)\b(?! này)|"
    r"tại (?:Tiểu |các )?[Dd]ự án|tại (?:mục|khoản|Mục))|"
    r"(?:, (?:chương trình|giải pháp|đề án|dự án))* (?:phát triển|chuyển đổi|về|khoa học)\s)"
)
"""The tasks of one field that a plan names are work of its own."""
_DRAFTING = re.compile(
    r"\W*(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ|bố\s+cục|khi\s+(?:xây\s+dựng|xác\s+định|lập))\b[^.;]*?\b(?:phải|cần)\b",
    re.I,
)
"""Requirements on a document to be drafted can be checked against the draft."""
_NOMINAL_BEFORE = frozenset(
    {
        "việc",
        "tác",
        "sự",
        "lý",
        "được",
        "quả",
        "về",
        "quyền",
        "độ",
        "trong",
        "lực",
        "và",
        "của",
        "sở",
        "bộ",
        "buổi",
        "ngày",
        "giờ",
        "đảm",
        "bầu",
        "ứng",
        "đề",
        "bị",
        "nơi",
        "là",
    }
)
_MAX_STEPS = 24


def is_exhortation(tokens: Tokens, start: int = 0) -> bool:
    """True when nothing can be delivered or checked. ``start`` is the token at which the predicate begins.

    Products and dates are the caller's business.
    """
    if not tokens.words:
        return False
    head = _head_of_work(tokens, start)
    if _EMPHASIS.match(tokens, head):
        start = _next_clause(tokens, head)
        return not _carries_out_document(tokens, start) and not _has_act(tokens, start)
    if _carries_out_document(tokens) or tokens.lower[start : start + 2] == ["chủ", "trì"]:
        return False
    if _DRAFTING.match(tokens.text, tokens.starts[0], tokens.ends[-1]):
        return False
    if _has_act(tokens, start):
        return False
    return _begins_with_exhortation(tokens, start)


def _has_act(tokens: Tokens, start: int) -> bool:
    return any(_is_checkable_act(tokens, index) for index in range(start, len(tokens)))


_EMPHASIS = PhraseIndex(
    (
        "tăng cường", "chú trọng", "quan tâm", "nâng cao", "nêu cao", "phát huy", "thường xuyên", "đẩy nhanh",
        "nghiêm cấm",
    ),
    ignore_case=True,
)  # fmt: skip
"""Verbs that ask for more of what is done anyway, whatever act they are put before ("tăng cường kiểm tra …")."""


def _head_of_work(tokens: Tokens, start: int) -> int:
    """Index of the verb of the real work, behind "chủ trì, phối hợp với B", "chỉ đạo B", and adverbs."""
    at = start
    for _ in range(_MAX_STEPS):
        if at >= len(tokens) or _EMPHASIS.match(tokens, at):
            return at
        delegating = _DELEGATING.match(tokens, at)
        bodies = parse_body_list(tokens, at + delegating, bare=True) if delegating else None
        step = _ADVERBS.match(tokens, at) or int(tokens.words[at] == ",")
        if bodies:
            at = bodies.next
        elif delegating or step:
            at += delegating or step
        else:
            return at
    return at


def _next_clause(tokens: Tokens, at: int) -> int:
    return next((index for index in range(at, len(tokens)) if tokens.words[index] in (";", ".")), len(tokens))


def _carries_out_document(tokens: Tokens, start: int = 0) -> bool:
    if start >= len(tokens):
        return False
    first, last = tokens.starts[start], tokens.ends[-1]
    return bool(
        _NAMED_DOCUMENT.search(tokens.text, first, last)
        or _TASKS_OF_A_DOCUMENT.search(tokens.text, first, last)
        or _PART_OF_A_PLAN.search(tokens.text, first, last)
    )


def _begins_with_exhortation(tokens: Tokens, start: int) -> bool:
    """Look through "chỉ đạo B …", "phối hợp với B …" to the verb of the real work."""
    at = start
    for _ in range(_MAX_STEPS):
        if at >= len(tokens):
            return True
        weak = _WEAK.match(tokens, at)
        if weak and _GENERAL.match(tokens, at + weak):
            return True
        delegating = _DELEGATING.match(tokens, at)
        bodies = parse_body_list(tokens, at + delegating, bare=True) if delegating else None
        if bodies:
            at = bodies.next
            if tokens.lower[at : at + 3] in (["trong", "quá", "trình"], ["trong", "công", "tác"]):
                return True
            at += 2 * (tokens.lower[at : at + 2] == ["trong", "việc"])
        elif _CONTINUOUS.match(tokens, at):
            return True
        elif step := delegating or _passes_on(tokens, at) or _ADVERBS.match(tokens, at) or _is_link(tokens, at):
            at += step
        else:
            return False
    return False


def _passes_on(tokens: Tokens, at: int) -> int:
    """A verb without an object of its own: "rà soát, phát huy …"."""
    length = _CHECKABLE.match(tokens, at)
    return length if length and at + length < len(tokens) and tokens.words[at + length] == "," else 0


def _is_link(tokens: Tokens, at: int) -> int:
    return int(tokens.words[at] in (",", "và", ":", "“", "để"))


def _is_checkable_act(tokens: Tokens, index: int) -> bool:
    length = _CHECKABLE.match(tokens, index)
    if not length or _is_nominal(tokens, index) or in_nominal_list(tokens, index):
        return False
    after = index + length
    if after >= len(tokens):
        return False
    if tokens.lower[index : index + 2] == ["hướng", "dẫn"]:
        return _instructs(tokens, after)
    if _WEAK.match(tokens, index):
        return _ORGANISED.match(tokens, after) > 0 and tokens.lower[index] == "tổ"
    if _in_purpose(tokens, index) or (index and tokens.is_capital(index) and tokens.words[index - 1][0].isalpha()):
        return False
    if tokens.lower[after : after + 2] == ["kịp", "thời"]:
        after += 2
    return after < len(tokens) and (not _GENERAL.match(tokens, after) or _next_is_act(tokens, after))


def _is_nominal(tokens: Tokens, index: int) -> bool:
    """True behind a syllable that makes the verb a noun; "đôn đốc và kiểm tra" are both verbs."""
    before = tokens.lower[index - 1] if index else ""
    joined = before == "và" and _VERBS.match(tokens, max(0, index - 3)) == _PAIR
    urged = before == "việc" and tokens.lower[max(0, index - 3) : index - 1] in _URGED
    return before in _NOMINAL_BEFORE and not joined and not urged


_PAIR = 2
_URGED = (["đẩy", "mạnh"], ["tiến", "hành"], ["triển", "khai"], ["hoàn", "thành"], ["thực", "hiện"])


def _instructs(tokens: Tokens, after: int) -> bool:
    """ "hướng dẫn B thủ tục …" can be checked; "hướng dẫn B thực hiện đầy đủ …" is what B has to do."""
    bodies = parse_body_list(tokens, after, bare=True)
    following = bodies.next if bodies else after + HIGHER_LEVEL.match(tokens, after)
    return following > after and not _is_continuous(tokens, following)


def _is_continuous(tokens: Tokens, at: int) -> bool:
    weak = _WEAK.match(tokens, at)
    return _CONTINUOUS.match(tokens, at) > 0 or (weak > 0 and _GENERAL.match(tokens, at + weak) > 0)


_LONGEST_PURPOSE = 40


def _in_purpose(tokens: Tokens, index: int) -> bool:
    """True behind "để" or "nhằm" in the same clause: what the work is for is no act of its own."""
    for at in range(index - 1, max(0, index - _LONGEST_PURPOSE), -1):
        if tokens.words[at] in (";", "."):
            return False
        if tokens.lower[at] in ("để", "nhằm"):
            return True
    return False


def _next_is_act(tokens: Tokens, after: int) -> bool:
    """ "rà soát, đánh giá hiện trạng": the object follows the next verb."""
    if tokens.words[after] != ",":
        return False
    at = after + 1
    while manner := _MANNER.match(tokens, at):
        at += manner
    reviewed = "rà" in tokens.lower[max(0, after - 8) : after]
    finds = reviewed and (_FINDING.match(tokens, at) > 0 or _REVIEWING.match(tokens, at) > 0)
    return finds or (_CHECKABLE.match(tokens, at) > 0 and _is_checkable_act(tokens, at))
