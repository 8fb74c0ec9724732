"""What a task brings forth.

A product is the object of a producing verb ("xây dựng kế hoạch …"), a result that is sent on ("Kết quả rà soát … gửi"),
or, when no noun names it, the reporting verb itself with its content ("báo cáo kết quả thực hiện").
"""

from __future__ import annotations

from dataclasses import dataclass

from vanban.tasks.lexicon import phrases
from vanban.text.bodies import parse_body_list, starts_body
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span


@dataclass(frozen=True, slots=True)
class Output:
    """A passage with the rule that found it."""

    span: Span
    why: str


_PRODUCING = PhraseIndex(phrases.PRODUCING, ignore_case=True)
_PASSED_OVER = PhraseIndex(phrases.PASSED_OVER, ignore_case=True)
_DOCUMENTS = PhraseIndex(phrases.PRODUCT_NOUNS, ignore_case=True)
_SOFT = PhraseIndex(phrases.SOFT_PRODUCT_NOUNS, ignore_case=True)
_EVENTS = PhraseIndex(phrases.EVENT_PRODUCT_NOUNS, ignore_case=True)
_ENDS = PhraseIndex(phrases.PRODUCT_ENDS)
_DIRECTIVE = PhraseIndex(verbs.DIRECTIVE)
_REPORTING = PhraseIndex(("báo cáo", "trình", "đề xuất", "kiến nghị"), ignore_case=True)
HIGHER_LEVEL = PhraseIndex(phrases.HIGHER_LEVELS, ignore_case=True)

_ACTING = frozenset({"mở", "tổ chức", "ký", "chuẩn bị", "gửi"})
_VERBS_OF_DOCUMENTS = frozenset(phrases.PRODUCING) - {"nghiên cứu", "giao", "mở", "tổ chức", "ký"}
_VERBS_OF_SOFT_PRODUCTS = (
    frozenset(phrases.PRODUCING)
    - _ACTING
    - {"hoàn thành", "phê duyệt", "lập", "bổ sung", "báo cáo", "hoàn thiện", "điều chỉnh", "trình", "thẩm định", "giao"}
)

_NOMINAL_BEFORE = frozenset(
    {"hoạch", "tác", "án", "được", "đã", "do", "sự", "thẩm", "cấp", "quyền", "sở", "bộ", "dự", "lộ"}
)
"""Syllables before a verb that make it part of a noun: kế hoạch xây dựng, công tác xây dựng."""
_BEFORE_PROCEDURE = frozenset({"lộ", "quy", "chương", "tờ", "công", "quá", "giáo", "tiến", "hành", "giải", "trương"})
"""Syllables before "trình" that make it a noun: lộ trình, quy trình, chương trình."""
_COMPLETED = frozenset({"dự án", "chương trình", "kế hoạch", "giải pháp"})
"""What is carried out, not written, when it is completed."""
_PROJECT_VERBS = frozenset({"lập", "xây dựng", "trình"})
"""Verbs that make a project a document; others carry it out."""
_VERB_LIKE = frozenset({"quyết định", "thông báo", "báo cáo", "quy định", "hướng dẫn"})
_TOWARDS = frozenset({"về", "lên", "cho", "đến", "tới"})
_LONGEST_PRODUCT = 45
_COMPLEMENT_STARTS = 4


def find_product(tokens: Tokens, start: int = 0) -> Output | None:
    """The product of a task, the most tangible first: a document, a result, a soft product, an act, a report.

    ``start`` is the token at which the order begins; clauses before it name no product.
    """
    document = _object_of_producing_verb(tokens, start, _DOCUMENTS, _VERBS_OF_DOCUMENTS)
    if document:
        return Output(document, "product-noun")
    result = _sent_result(tokens)
    if result:
        return Output(result, "product-result-sent")
    soft = _object_of_producing_verb(tokens, start, _SOFT, _VERBS_OF_SOFT_PRODUCTS)
    if soft:
        return Output(soft, "product-soft-noun")
    event = _object_of_producing_verb(tokens, start, _EVENTS, _ACTING)
    if event:
        return Output(event, "product-act")
    report = _reporting_verb(tokens, start)
    return Output(report, "product-reporting-verb") if report else None


def named_product(tokens: Tokens) -> Output | None:
    """A line that begins with the name of a product ("Nghị định quy định chi tiết …")."""
    noun = _DOCUMENTS.match(tokens, 0)
    return Output(_phrase(tokens, 0, noun), "product-named") if noun else None


def _object_of_producing_verb(tokens: Tokens, start: int, nouns: PhraseIndex, producing: frozenset[str]) -> Span | None:
    for index in range(start, len(tokens)):
        length = _PRODUCING.match(tokens, index)
        if not length or _inside_noun(tokens, index):
            continue
        verb = " ".join(tokens.lower[index : index + length])
        if verb not in producing or (verb == "có" and (index == 0 or tokens.lower[index - 1] != "để")):
            continue
        at, noun = _reach_noun(tokens, index + length, nouns)
        if noun and not _says_nothing(tokens, at, noun) and not _only_carried_out(tokens, verb, at + noun):
            return _phrase(tokens, at, at + noun)
    return None


def _inside_noun(tokens: Tokens, index: int) -> bool:
    """ "kế hoạch xây dựng …", "quy trình": the verb belongs to a noun, not to the task."""
    before = tokens.lower[index - 1] if index else ""
    return before in _NOMINAL_BEFORE or (tokens.lower[index] == "trình" and before in _BEFORE_PROCEDURE)


def _only_carried_out(tokens: Tokens, verb: str, after: int) -> bool:
    noun = " ".join(tokens.lower[after - 2 : after])
    return (verb == "hoàn thành" and noun in _COMPLETED) or (noun == "dự án" and verb not in _PROJECT_VERBS)


def _says_nothing(tokens: Tokens, at: int, length: int) -> bool:
    """A lone "quyết định" behind "xem xét," is a verb; a document with a number is there already."""
    after = at + length
    if after + 1 < len(tokens) and tokens.words[after] == "số" and tokens.words[after + 1].isdigit():
        return True
    noun = " ".join(tokens.words[at:after])
    return noun in _VERB_LIKE and (after >= len(tokens) or _ends_phrase(tokens, after, after))


def _reach_noun(tokens: Tokens, index: int, nouns: PhraseIndex) -> tuple[int, int]:
    """Walk over quantifiers, further verbs and the body addressed, up to a noun of ``nouns``."""
    at = index
    first = True
    while at < len(tokens):
        noun = nouns.match(tokens, at)
        if noun:
            start = _quantifier(tokens, at)
            return start, noun + at - start
        passed = _PASSED_OVER.match(tokens, at) or int(tokens.words[at].isdigit())
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
    """Index of "các", "một", "03" before a noun, else of the noun."""
    before = tokens.words[at - 1] if at else ""
    return at - 1 if before in ("các", "những", "bộ", "một") or before.isdigit() else at


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
        return _ends_at_comma(tokens, at, after_noun)
    if word in _TOWARDS and starts_body(tokens, at + 1):
        return True
    if tokens.lower[at] == "trình" and tokens.lower[at - 1] in _BEFORE_PROCEDURE:
        return False
    opens_complement = at == after_noun and tokens.lower[at : at + 2] in (["bảo", "đảm"], ["đảm", "bảo"])
    return not opens_complement and _ENDS.match(tokens, at) > 0


def _ends_at_comma(tokens: Tokens, at: int, after_noun: int) -> bool:
    """A comma goes on with the complement unless a purpose or another verb follows it."""
    if at == after_noun and tokens.words[at] == ",":
        return not _DOCUMENTS.match(tokens, at + 1)
    if _ENDS.match(tokens, at + 1):
        return True
    return bool(_DIRECTIVE.match(tokens, at + 1)) and at - after_noun > _COMPLEMENT_STARTS


def _inside_number(tokens: Tokens, at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens.words[at - 1].isdigit() and tokens.words[at + 1].isdigit()


_LONGEST_RESULT = 30


def _sent_result(tokens: Tokens) -> Span | None:
    """ "Kết quả rà soát kèm theo đề xuất kinh phí gửi về …": the subject of being sent is the product."""
    for index in range(len(tokens) - 1):
        if tokens.words[index] != "Kết" or tokens.lower[index + 1] != "quả":
            continue
        if index and tokens.words[index - 1] not in (".", ";"):
            continue
        for at in range(index + 2, min(len(tokens), index + _LONGEST_RESULT)):
            if tokens.lower[at] == "gửi" or tokens.lower[at : at + 2] == ["báo", "cáo"]:
                return Span(tokens.starts[index], tokens.ends[at - 1])
    return None


_REPORTED = frozenset({"kết quả", "tình hình", "tiến độ", "nhu cầu", "kiến nghị", "danh sách", "số liệu"})
_COLLECTED = frozenset({"nhu cầu", "kết quả", "danh sách", "số liệu"})
_MANNER = frozenset({"nhanh", "ngay", "kịp", "thời"})


def _reporting_verb(tokens: Tokens, start: int) -> Span | None:
    """The first of: a proposal, a report with its content, a submission, a collection; else a bare report."""
    for wanted, reader in (
        (("đề", "xuất"), _proposed),
        (("báo", "cáo"), _reported),
        (("trình",), _submitted),
        (("tổng", "hợp"), _collected),
        (("báo", "cáo"), _bare),
    ):
        for index in range(start, len(tokens)):
            if tuple(tokens.lower[index : index + len(wanted)]) == wanted and not _inside_noun(tokens, index):
                span = reader(tokens, index, index + len(wanted))
                if span:
                    return span
    return None


def _content(tokens: Tokens, after: int) -> int:
    """Index of what is reported, behind a twin verb, a manner and the body it is reported to."""
    if after < len(tokens) and tokens.words[after] in (",", "và"):
        twin = _REPORTING.match(tokens, after + 1)
        after = after + 1 + twin if twin else after
    while after < len(tokens) and tokens.lower[after] in _MANNER:
        after += 1
    bodies = parse_body_list(tokens, after)
    return bodies.next if bodies else after + HIGHER_LEVEL.match(tokens, after)


def _proposed(tokens: Tokens, index: int, after: int) -> Span:
    return _phrase(tokens, index, max(_content(tokens, after), after))


def _reported(tokens: Tokens, index: int, after: int) -> Span | None:
    content = _content(tokens, after)
    if content < len(tokens) and tokens.lower[content] == "về" and not starts_body(tokens, content + 1):
        content += 1
    pair = " ".join(tokens.lower[content : content + 2])
    return _phrase(tokens, index, content + 1) if pair in _REPORTED else None


def _submitted(tokens: Tokens, index: int, after: int) -> Span | None:
    content = _content(tokens, after)
    return _phrase(tokens, index, content) if content > after else None


def _collected(tokens: Tokens, index: int, after: int) -> Span | None:
    pair = " ".join(tokens.lower[after : after + 2])
    generic = " ".join(tokens.lower[after + 2 : after + 4]) == "thực hiện"
    return _phrase(tokens, index, after + 2) if pair in _COLLECTED and not generic else None


def _bare(tokens: Tokens, index: int, after: int) -> Span:
    return Span(tokens.starts[index], tokens.ends[after - 1])
