"""Where a verb brings nothing forth: within a noun, a purpose, a standard, a thing inspected, another's work."""

from __future__ import annotations

from vanban.tasks.lexicon import phrases
from vanban.text.bodies import parse_body_list
from vanban.text.tokens import PhraseIndex, Tokens

HIGHER_LEVEL = PhraseIndex(phrases.HIGHER_LEVELS, ignore_case=True)

_NOMINAL_BEFORE = frozenset(
    {
        "hoạch", "tác", "án", "được", "đã", "do", "sự", "thẩm", "cấp", "quyền", "sở", "bộ", "dự", "lộ", "về", "khi",
        "hướng",
    }
)  # fmt: skip
"""Syllables before a verb that make it part of a noun or of a clause: kế hoạch xây dựng, đơn vị cung cấp, khi lập."""
_BEFORE_PROCEDURE = frozenset({"lộ", "quy", "chương", "tờ", "công", "quá", "giáo", "tiến", "hành", "giải", "trương"})
"""Syllables before "trình" that make it a noun: lộ trình, quy trình, chương trình."""
_PURPOSES = frozenset({"để", "nhằm"})
_CLAUSE_ENDS = frozenset({";", ".", ":"})
_FARTHEST_PURPOSE = 25
_FARTHEST_STANDARD = 7
_LONGEST_SURVEY = 14
_LONGEST_WORK = {",": 8, "và": 10}
_NEAR_WORK = 5
_SUPPLIERS = frozenset({"nghiệp", "vị", "ty"})
"""Last syllables of who supplies by trade ("doanh nghiệp cung cấp giải pháp")."""
_INSPECTING = PhraseIndex(
    ("theo dõi", "kiểm tra", "giám sát", "đánh giá", "thanh tra", "chịu trách nhiệm"), ignore_case=True
)
_HANDING_UP = PhraseIndex(("kiến nghị",), ignore_case=True)


def inside_noun(tokens: Tokens, index: int) -> bool:
    """ "kế hoạch xây dựng …", "quy trình": the verb belongs to a noun, not to the task."""
    before = tokens.lower[index - 1] if index else ""
    if _is_capital_inside(tokens, index) or in_nominal_list(tokens, index) or _names_a_thing(tokens, index):
        return True
    if before in _SUPPLIERS and tokens.lower[index : index + 2] == ["cung", "cấp"]:
        return True
    return before in _NOMINAL_BEFORE or (tokens.lower[index] == "trình" and is_noun_before_submitting(tokens, index))


def is_noun_before_submitting(tokens: Tokens, index: int) -> bool:
    """ "quy trình", "lộ trình", "chủ trương trình …", but not "khẩn trương trình"."""
    before = tokens.lower[index - 1] if index else ""
    return before in _BEFORE_PROCEDURE and tokens.lower[max(0, index - 2) : index] != ["khẩn", "trương"]


def _is_capital_inside(tokens: Tokens, index: int) -> bool:
    """A capital in mid-clause belongs to a name ("Luật Ban hành văn bản …")."""
    return index > 0 and tokens.is_capital(index) and tokens.words[index - 1][0].isalpha()


_THINGS_TOLD = frozenset({"đề xuất", "kiến nghị", "báo cáo", "phản ánh"})
_OF_THINGS = frozenset({"các", "những", "liệu", "dung", "nhận", "kiến", "đơn", "qua", "tại"})


def _names_a_thing(tokens: Tokens, index: int) -> bool:
    """ "các kiến nghị, đề xuất của …", "số liệu báo cáo", "chịu trách nhiệm về việc báo cáo": a thing, no act."""
    pair = " ".join(tokens.lower[index : index + 2])
    if pair in _THINGS_TOLD:
        before = tokens.lower[index - 1] if index else ""
        if tokens.lower[index + 2 : index + 3] == ["của"] or before in _OF_THINGS or _listed_thing(tokens, index):
            return True
    return tokens.lower[max(0, index - 2) : index] in (["về", "việc"], ["bảo", "việc"], ["đảm", "việc"])


def _listed_thing(tokens: Tokens, index: int) -> bool:
    """ "khiếu nại, tố cáo, kiến nghị, phản ánh" and what is named after them."""
    before = tokens.lower[max(0, index - 5) : index]
    return bool(before) and before[-1] in (",", "và") and before[-3:-1] in (["tố", "cáo"], ["khiếu", "nại"])


def in_nominal_list(tokens: Tokens, index: int) -> bool:
    """ "công tác quản lý, kiểm tra …", "công tác đo đạc lập bản đồ": a verb behind "công tác" is a noun."""
    if not index:
        return False
    listed = tokens.words[index - 1] in (",", "và")
    longest = _LONGEST_WORK[tokens.words[index - 1]] if listed else _NEAR_WORK
    before = tokens.lower[max(0, index - longest) : index - (1 if listed else 0)]
    at = next((at for at in range(len(before)) if before[max(0, at - 1) : at + 1][-2:] == ["công", "tác"]), None)
    if at is None or any(mark in before for mark in (";", ".", ":")) or (not listed and "," in before):
        return False
    work = index - (1 if listed else 0) - len(before) + at
    return " ".join(tokens.lower[max(0, work - 3) : work - 1]) not in ("tiến hành", "thực hiện", "triển khai")


def is_means(tokens: Tokens, start: int, index: int) -> bool:
    """True for a verb in the list of a purpose ("để kịp thời phát hiện, lập hồ sơ"): what for, not what."""
    for at in range(index - 1, max(start, index - _FARTHEST_PURPOSE) - 1, -1):
        if tokens.words[at] in _CLAUSE_ENDS:
            return False
        if tokens.lower[at] in _PURPOSES:
            return (
                at + 1 != index and at > start and tokens.words[index - 1] in (",", "và") and not _is_joint(tokens, at)
            )
    return False


_FARTHEST_JOINT = 30
_JOINT = frozenset({("phối", "hợp", "với"), ("phối", "hợp", "cùng"), ("làm", "việc", "với")})


def _is_joint(tokens: Tokens, at: int) -> bool:
    """ "phối hợp với các sở để rà soát, hoàn thiện …": what one works together for is the work."""
    before = tokens.lower[max(0, at - _FARTHEST_JOINT) : at]
    pairs = [index for index in range(len(before) - 2) if tuple(before[index : index + 3]) in _JOINT]
    return bool(pairs) and not any(mark in _CLAUSE_ENDS for mark in before[pairs[-1] :])


_SURVEYS = (["khảo", "sát"], ["nghiên", "cứu"], ["kiểm", "tra"], ["rà", "soát"], ["đánh", "giá"])


def is_aim_of_survey(tokens: Tokens, index: int) -> bool:
    """ "khảo sát thực tế để có phương án đầu tư": what a survey is for, it brings forth."""
    for at in range(index - 1, max(-1, index - _LONGEST_SURVEY), -1):
        if tokens.words[at] in _CLAUSE_ENDS:
            return False
        if tokens.lower[at : at + 2] in _SURVEYS:
            return True
    return False


def is_standard(tokens: Tokens, index: int) -> bool:
    """True behind "bảo đảm" in the same clause: how well, not what ("bảo đảm kịp thời bổ sung văn bản")."""
    for at in range(index - 1, max(0, index - _FARTHEST_STANDARD), -1):
        if tokens.words[at] in (";", ".", ":") or (tokens.words[at] == "," and at < index - 1):
            return False
        if tokens.lower[at - 1 : at + 1] in (["bảo", "đảm"], ["đảm", "bảo"]):
            return True
    return False


def is_inspected(tokens: Tokens, start: int, index: int) -> bool:
    """True in the list behind "Theo dõi, kiểm tra …:" and in the clause of "chịu trách nhiệm trước … về …"."""
    length = _INSPECTING.match(tokens, start)
    if not length:
        return False
    between = tokens.words[start:index]
    if tokens.lower[start : start + 2] == ["chịu", "trách"]:
        return "về" in between and not any(mark in _CLAUSE_ENDS for mark in between)
    return ":" in between and "." not in between


def is_left_to_others(tokens: Tokens, index: int) -> bool:
    """ "kiến nghị cấp có thẩm quyền sửa đổi, ban hành mới văn bản": what those do to whom it is handed up."""
    for at in range(index - 1, max(-1, index - _FARTHEST_PURPOSE), -1):
        if tokens.words[at] in _CLAUSE_ENDS:
            return False
        length = _HANDING_UP.match(tokens, at)
        if length and (HIGHER_LEVEL.match(tokens, at + length) or parse_body_list(tokens, at + length)):
            return True
    return False
