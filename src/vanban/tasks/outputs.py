"""What a task brings forth and to whom it goes.

A product is the object of a producing verb ("xây dựng kế hoạch …"), a result sent on ("Kết quả rà soát … gửi"), or,
when no noun names it, the reporting verb itself with its content ("báo cáo kết quả thực hiện").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.tasks.lexicon import phrases
from vanban.text.bodies import parse_body_list, starts_body
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span

_PRODUCING = PhraseIndex(phrases.PRODUCING, ignore_case=True)
_PASSED_OVER = PhraseIndex(phrases.PASSED_OVER, ignore_case=True)
_NOUNS = PhraseIndex(phrases.PRODUCT_NOUNS, ignore_case=True)
_SOFT_NOUNS = PhraseIndex(phrases.SOFT_PRODUCT_NOUNS, ignore_case=True)
_ENDS = PhraseIndex(phrases.PRODUCT_ENDS)
_DIRECTIVE = PhraseIndex(verbs.DIRECTIVE)
_HIGHER_LEVEL = PhraseIndex(
    (
        "cấp có thẩm quyền",
        "cấp thẩm quyền",
        "cơ quan có thẩm quyền",
        "các cấp có thẩm quyền",
        "cơ quan cấp trên",
        "cấp trên",
    ),
    ignore_case=True,
)
_REPORTING = PhraseIndex(
    ("báo cáo", "trình", "gửi", "đề xuất", "kiến nghị", "phản ánh", "nộp", "tham mưu"), ignore_case=True
)
_SENDING = frozenset({"báo cáo", "trình", "gửi", "nộp", "phản ánh"})
_TOWARDS = frozenset({"về", "lên", "cho", "đến", "tới"})
_LONGEST_PRODUCT = 45
_COMPLEMENT_STARTS = 4


@dataclass(frozen=True, slots=True)
class Output:
    """A product with the rule that found it."""

    span: Span
    why: str


def find_product(tokens: Tokens) -> Output | None:
    """The product of a task, the most tangible first: a document, a result, a soft product, a report."""
    for nouns, why in ((_NOUNS, "product-noun"), (_SOFT_NOUNS, "product-soft-noun")):
        if why == "product-soft-noun" and (result := _sent_result(tokens)):
            return result
        found = _object_of_producing_verb(tokens, nouns)
        if found:
            return Output(found, why)
    return _reporting_verb(tokens)


_NOMINAL_BEFORE = frozenset(
    {"hoạch", "tác", "án", "được", "đã", "do", "sự", "thẩm", "cấp", "quyền", "sở", "bộ", "dự", "lộ"}
)
_BEFORE_PROCEDURE = frozenset({"lộ", "quy", "chương", "tờ", "công", "quá", "giáo", "tiến", "hành", "giải", "trương"})
"""Syllables before "trình" that make it a noun: lộ trình, quy trình, chương trình."""

_VERBS_OF = {
    True: frozenset(phrases.PRODUCING) - {"nghiên cứu", "giao", "thẩm định"},
    False: frozenset(phrases.PRODUCING)
    - {
        "hoàn thành",
        "phê duyệt",
        "lập",
        "gửi",
        "bổ sung",
        "báo cáo",
        "hoàn thiện",
        "điều chỉnh",
        "trình",
        "thẩm định",
        "giao",
    },
}
"""Verbs that bring forth a document (True) or a soft product (False)."""


def named_product(tokens: Tokens) -> Output | None:
    """A line that begins with the name of a product ("Nghị định quy định chi tiết …")."""
    noun = _NOUNS.match(tokens, 0)
    return Output(_phrase(tokens, 0, noun), "product-named") if noun else None


def _object_of_producing_verb(tokens: Tokens, nouns: PhraseIndex) -> Span | None:
    for index in range(len(tokens)):
        length = _PRODUCING.match(tokens, index)
        if not length or _inside_noun(tokens, index):
            continue
        verb = " ".join(tokens.lower[index : index + length])
        if verb == "trình" and index and tokens.lower[index - 1] in _BEFORE_PROCEDURE:
            continue
        if verb == "có" and (index == 0 or tokens.lower[index - 1] != "để"):
            continue
        at, noun = _reach_noun(tokens, index + length, nouns)
        if noun and _says_nothing(tokens, at, noun):
            continue
        if noun and verb == "hoàn thành" and " ".join(tokens.lower[at + noun - 2 : at + noun]) in _COMPLETED:
            continue
        if noun and verb in _VERBS_OF[nouns is _NOUNS]:
            return _phrase(tokens, at, at + noun)
    return None


_COMPLETED = frozenset({"dự án", "chương trình", "kế hoạch", "giải pháp"})
"""What is carried out, not written, when it is completed."""
_VERB_LIKE = frozenset({"quyết định", "thông báo", "báo cáo", "quy định", "hướng dẫn"})


def _says_nothing(tokens: Tokens, at: int, length: int) -> bool:
    """A lone "quyết định" behind "xem xét," is a verb; a document with a number is there already."""
    noun = " ".join(tokens.words[at : at + length])
    after = at + length
    if after + 1 < len(tokens) and tokens.words[after] == "số" and tokens.words[after + 1].isdigit():
        return True
    return noun in _VERB_LIKE and (after >= len(tokens) or _ends_phrase(tokens, after, after))


def _inside_noun(tokens: Tokens, index: int) -> bool:
    """ "kế hoạch xây dựng …", "công tác xây dựng": the verb belongs to a noun, not to the task."""
    before = tokens.lower[index - 1] if index else ""
    return before in (
        "hoạch",
        "tác",
        "án",
        "được",
        "đã",
        "do",
        "sự",
        "thẩm",
        "cấp",
        "quyền",
        "sở",
        "bộ",
        "dự",
        "trình",
    ) and not (before == "trình" and index > 1)


def _reach_noun(tokens: Tokens, index: int, nouns: PhraseIndex) -> tuple[int, int]:
    """Walk over quantifiers, further verbs and the body addressed, up to a noun of ``nouns``."""
    at = index
    first = True
    while at < len(tokens):
        noun = nouns.match(tokens, at)
        if noun and not (tokens.lower[at : at + 2] == ["hướng", "dẫn"] and starts_body(tokens, at + 2)):
            return _quantifier(tokens, at), noun + at - _quantifier(tokens, at)
        passed = _PASSED_OVER.match(tokens, at)
        if passed:
            at += passed
        elif bodies := parse_body_list(tokens, at):
            at = bodies.next
        else:
            return at, 0
        if not first and tokens.words[at - 1] == ",":
            return at, nouns.match(tokens, at)
        first = False
    return at, 0


def _quantifier(tokens: Tokens, at: int) -> int:
    return (
        at - 1 if at and tokens.lower[at - 1] in ("các", "những", "01") or (at and tokens.words[at - 1] == "bộ") else at
    )


def _phrase(tokens: Tokens, start: int, after_noun: int) -> Span:
    """The noun with its complement, without purposes, standards, times and further verbs."""
    at = after_noun
    depth = 0
    while at < len(tokens) and at - start < _LONGEST_PRODUCT:
        word = tokens.words[at]
        if word == "“":
            depth += 1
        elif word == "”":
            depth = max(0, depth - 1)
        elif depth == 0 and _ends_phrase(tokens, at, after_noun):
            break
        at += 1
    while at > after_noun and tokens.words[at - 1] in (",", "và", "của", "là"):
        at -= 1
    return Span(tokens.starts[start], tokens.ends[at - 1])


def _ends_phrase(tokens: Tokens, at: int, after_noun: int) -> bool:
    word = tokens.words[at]
    if word in (";", ":", "(", "*", "…") or (word == "." and not _inside_number(tokens, at)):
        return True
    if word in (",", "và", "hoặc") and at + 1 < len(tokens):
        if at == after_noun and word == ",":
            return not _NOUNS.match(tokens, at + 1)
        if _ENDS.match(tokens, at + 1):
            return True
        return bool(_DIRECTIVE.match(tokens, at + 1)) and at - after_noun > _COMPLEMENT_STARTS
    if word in _TOWARDS and starts_body(tokens, at + 1):
        return True
    if tokens.lower[at] == "trình" and tokens.lower[at - 1] in _BEFORE_PROCEDURE:
        return False
    return _ENDS.match(tokens, at) > 0


def _inside_number(tokens: Tokens, at: int) -> bool:
    return at + 1 < len(tokens) and tokens.words[at - 1].isdigit() and tokens.words[at + 1].isdigit()


def _sent_result(tokens: Tokens) -> Output | None:
    """ "Kết quả rà soát kèm theo đề xuất kinh phí gửi về …": the subject of being sent is the product."""
    for index in range(len(tokens) - 1):
        if (
            tokens.words[index] == "Kết"
            and tokens.lower[index + 1] == "quả"
            and (index == 0 or tokens.words[index - 1] in (".", ";"))
        ):
            for at in range(index + 2, min(len(tokens), index + 30)):
                if tokens.lower[at] == "gửi" or tokens.lower[at : at + 2] == ["báo", "cáo"]:
                    return Output(Span(tokens.starts[index], tokens.ends[at - 1]), "product-result-sent")
    return None


def _reporting_verb(tokens: Tokens) -> Output | None:
    for wanted in (("đề", "xuất"), ("báo", "cáo"), ("trình",), ("tổng", "hợp")):
        for index in range(len(tokens)):
            if tuple(tokens.lower[index : index + len(wanted)]) == wanted and not _inside_noun(tokens, index):
                span = _verb_with_content(tokens, index, len(wanted))
                if span:
                    return Output(span, "product-reporting-verb")
    return None


_REPORTED = frozenset(
    {"kết quả", "tình hình", "tiến độ", "nhu cầu", "những", "các", "việc", "về", "kiến nghị", "danh sách", "số liệu"}
)
_COLLECTED = frozenset({"nhu cầu", "kết quả", "danh sách", "số liệu"})


def _after_twin_verb(tokens: Tokens, index: int) -> int:
    """ "đề xuất, trình cấp có thẩm quyền …": the content follows the second verb."""
    if index < len(tokens) and tokens.words[index] in (",", "và"):
        twin = _REPORTING.match(tokens, index + 1)
        if twin:
            return index + 1 + twin
    return index


def _verb_with_content(tokens: Tokens, index: int, length: int) -> Span | None:
    verb = " ".join(tokens.lower[index : index + length])
    after = _after_twin_verb(tokens, index + length)
    bodies = parse_body_list(tokens, after)
    content = bodies.next if bodies else after + _HIGHER_LEVEL.match(tokens, after)
    pair = " ".join(tokens.lower[content : content + 2])
    if verb == "tổng hợp":
        return _phrase(tokens, index, content + 2) if pair in _COLLECTED else None
    if verb == "báo cáo":
        has_content = pair in _REPORTED or (content < len(tokens) and tokens.lower[content] in _REPORTED)
        if has_content and not (tokens.lower[content] == "về" and starts_body(tokens, content + 1)):
            return _phrase(tokens, index, content + 1)
        return Span(tokens.starts[index], tokens.ends[after - 1])
    if verb == "trình" and content == after:
        return None
    return _phrase(tokens, index, max(content, after))


def find_addressee(tokens: Tokens) -> Output | None:
    """The body to which the lead itself delivers: the first that is reported to; else the one that is advised."""
    advised: Output | None = None
    for index in range(len(tokens)):
        length = _REPORTING.match(tokens, index)
        if not length or (index and tokens.lower[index - 1] in ("được", "theo", "chế", "độ")):
            continue
        verb = " ".join(tokens.lower[index : index + length])
        span = _receiver(tokens, index + length, far=verb in _SENDING)
        if span is None:
            continue
        if verb in _SENDING:
            return Output(span, "submit-reported")
        advised = advised or Output(span, "submit-advised")
    return advised


_ADVISING = frozenset({"tham mưu", "giúp"})


def _receiver(tokens: Tokens, index: int, *, far: bool) -> Span | None:
    at = index
    while at < len(tokens) and (
        tokens.lower[at] in _TOWARDS or tokens.lower[at] in (",", "trình", "gửi") or _skips(tokens, at)
    ):
        at += 2 if _skips(tokens, at) else 1
    direct = _body_span(tokens, at)
    if direct or not far:
        return direct
    for at in range(index, min(len(tokens), index + 40)):
        word = tokens.lower[at]
        if word in (";", ".") or (_REPORTING.match(tokens, at) and word != "gửi"):
            return None
        if word in _TOWARDS or word == "gửi":
            span = _body_span(tokens, at + 1)
            if span:
                return span
    return None


def _skips(tokens: Tokens, at: int) -> bool:
    return " ".join(tokens.lower[at : at + 2]) in ("đề xuất", "báo cáo", "kịp thời")


_VIA = re.compile(r"\s*\((?:thông\s+)?qua\s[^()]{3,80}\)")


def _body_span(tokens: Tokens, at: int) -> Span | None:
    bodies = parse_body_list(tokens, at)
    if bodies:
        start, end = bodies.bodies[0].start, bodies.bodies[-1].end
    elif length := _HIGHER_LEVEL.match(tokens, at):
        start, end = tokens.starts[at], tokens.ends[at + length - 1]
    else:
        return None
    via = _VIA.match(tokens.text, end)
    return Span(start, via.end() if via else end)
