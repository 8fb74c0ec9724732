"""Where the predicate of an order begins, and where a clause ends."""

from __future__ import annotations

from vanban.tasks.lexicon import phrases
from vanban.text.bodies import starts_body
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens

DIRECTIVE = PhraseIndex([*verbs.DIRECTIVE, *verbs.LEADING], ignore_case=True)
OPENING = PhraseIndex(verbs.FURTHER, ignore_case=True)
INSERTIONS = PhraseIndex(phrases.INSERTIONS)
_ADVERBS = PhraseIndex(verbs.ADVERBS, ignore_case=True)
_CONNECTIVES = PhraseIndex(phrases.CONNECTIVES, ignore_case=True)
_MODALS = frozenset({"phải", "cần"})
_MAX_ADVERBS = 8
_MAKING = frozenset({"hóa", "hoá"})
_THINGS_MADE = frozenset({"văn", "hàng", "tiến"})


def opens_order(tokens: Tokens, index: int) -> bool:
    """True for verbs that open an order and are too common elsewhere, and for those that end in "hóa"."""
    at = index
    for _ in range(_MAX_ADVERBS):
        if OPENING.match(tokens, at):
            return True
        for behind in (1, 2):
            if tokens.lower[at + behind : at + behind + 1] and tokens.lower[at + behind] in _MAKING:
                return tokens.lower[at + behind - 1] not in _THINGS_MADE
        length = _ADVERBS.match(tokens, at)
        if not length:
            return False
        at += length
    return False


def starts_predicate(tokens: Tokens, index: int) -> bool:
    """True when a directive verb stands at ``index``, adverbs before it aside."""
    at = index
    for _ in range(_MAX_ADVERBS):
        if DIRECTIVE.match(tokens, at):
            return True
        length = _ADVERBS.match(tokens, at)
        if not length:
            return at > index and (tokens.lower[at - 1] in _MODALS or _is_charged(tokens, at))
        at += length
        if at < len(tokens) and tokens.words[at] == "," and at > index:
            at += 1
    return False


def _is_charged(tokens: Tokens, at: int) -> bool:
    """ "… có trách nhiệm tập hợp …": whatever word follows is what they have to do."""
    charged = tuple(tokens.lower[at - 3 : at]) in _CHARGED
    return charged and at < len(tokens) and tokens.words[at].isalpha() and not tokens.is_capital(at)


_CHARGED = (("có", "trách", "nhiệm"), ("có", "nhiệm", "vụ"))


def skip_connectives(tokens: Tokens, index: int) -> int:
    """Index after "Đồng thời,", "Trong đó," and the like."""
    while length := _CONNECTIVES.match(tokens, index):
        index += length
        if index < len(tokens) and tokens.words[index] in (",", ":"):
            index += 1
    return index


def predicate_after(tokens: Tokens, after: int) -> int | None:
    """Where the predicate begins behind a subject, insertions skipped; None when there is none."""
    if starts_predicate(tokens, after) or (OPENING.match(tokens, after) and not tokens.is_capital(after)):
        return after
    at = after + (1 if tokens.words[after] == "," else 0)
    if at > after and " ".join(tokens.lower[at : at + 2]) in _HASTE and starts_predicate(tokens, at):
        return at
    if not INSERTIONS.match(tokens, at):
        return None
    for index in range(at + 1, min(len(tokens), at + 60)):
        if _is_predicate_word(tokens, index):
            return index
        if tokens.words[index] in (";", ".", ":"):
            return None
    return None


_HASTE = frozenset({"khẩn trương", "chủ động", "tiếp tục", "tập trung", "nghiêm túc", "tích cực"})
"""How an order goes on behind a comma that does not belong there: "Các bộ, ngành, khẩn trương rà soát"."""


def _is_predicate_word(tokens: Tokens, index: int) -> bool:
    if tokens.is_capital(index) or tokens.lower[index - 1] in ("được", "sự", "việc", "công", "thẩm"):
        return False
    return starts_predicate(tokens, index) and not INSERTIONS.match(tokens, index)


_NO_VERBS = frozenset({
    "của", "thuộc", "là", "đã", "đang", "được", "bị", "còn", "chưa", "có", "không", "trong", "trên", "tại", "ở", "và",
    "hoặc", "với", "từ", "đến", "theo", "về", "cho", "này", "đó", "nêu", "trực", "liên", "khác", "như", "thì", "mà",
    "nơi", "vẫn", "rất", "luôn", "gồm", "do", "vào", "năm", "tháng", "ngày", "nào", "cũng", "đều", "sẽ", "nhận", "đạt",
    "ước", "giảm", "tăng", "chiếm", "trước", "sau", "khi", "tự", "nếu", "để", "nhằm", "quý", "bằng", "những", "các",
    "mỗi",
})  # fmt: skip
_BY_A_DAY = PhraseIndex(
    ("hoàn thành", "xong", "trước ngày", "chậm nhất", "trong tháng", "trong quý", "trong tuần", "trong vòng")
)


def does_by_a_day(tokens: Tokens, after: int) -> bool:
    """ "UBND các xã cắm biển cảnh báo, xong trước ngày …": whatever the verb, a day by which it is done orders it."""
    if tokens.is_capital(after) or not tokens.words[after].isalpha() or tokens.words[after] in _NO_VERBS:
        return False
    for index in range(after + 2, len(tokens)):
        if tokens.words[index] in (";", ":", "."):
            return False
        if _BY_A_DAY.match(tokens, index):
            return True
    return False


_ANNOUNCING = PhraseIndex(phrases.ANNOUNCING)


def announces(tokens: Tokens, index: int) -> bool:
    """ "Ủy ban nhân dân tỉnh ban hành Kế hoạch …" and "thông báo để …" oblige nobody named before them."""
    return _ANNOUNCING.match(tokens, index) > 0


def skip_parenthesis(tokens: Tokens, at: int) -> int:
    """Index after a parenthesis that opens at ``at``."""
    if at < len(tokens) and tokens.words[at] == "(":
        for index in range(at + 1, min(len(tokens), at + 60)):
            if tokens.words[index] == ")":
                return index + 1
    return at


def next_boundary(tokens: Tokens, at: int, *, colon_only: bool = False) -> int:
    """Index after the next mark at which a clause may end, parentheses aside."""
    depth = 0
    for index in range(at, len(tokens)):
        word = tokens.words[index]
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and (word == ":" or (not colon_only and _ends_clause(tokens, index))):
            return index + 1
    return len(tokens)


def _ends_clause(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] in (",", ";") or _after_difficulty(tokens, index)


_IN_THE_COURSE = ["quá", "trình", "thực", "hiện"]


def _after_difficulty(tokens: Tokens, index: int) -> bool:
    """ "nếu có khó khăn, vướng mắc các cơ quan …": the comma is often left out there."""
    pair = " ".join(tokens.lower[max(0, index - 1) : index + 1])
    ends = (
        pair in ("vướng mắc", "khó khăn", "phát sinh", "bổ sung", "sửa đổi", "thẩm quyền")
        or _ends_period(tokens, index)
        or tokens.lower[max(0, index - 3) : index + 1] == _IN_THE_COURSE
    )
    return ends and (starts_body(tokens, index + 1) or tokens.lower[index + 1 : index + 3] in _ASKS)


_ASKS = (["đề", "nghị"], ["yêu", "cầu"])


def _ends_period(tokens: Tokens, index: int) -> bool:
    """ "Định kỳ 06 tháng các cơ quan …": a period at the head, without a comma."""
    periodic = tokens.lower[:1] and tokens.lower[0] in ("định", "hằng", "hàng")
    return bool(periodic) and index < _LATEST_PERIOD and tokens.lower[index] in ("tháng", "quý", "năm", "tuần")


_LATEST_PERIOD = 5
