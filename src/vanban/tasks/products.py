"""What a task brings forth.

A product is the object of a producing verb ("xây dựng kế hoạch …"), a result that is sent on ("Kết quả rà soát … gửi"),
or, when no noun names it, the reporting verb itself with its content ("báo cáo kết quả thực hiện").
"""

from __future__ import annotations

from dataclasses import dataclass

from vanban.tasks.lexicon import phrases
from vanban.tasks.product_contexts import (
    inside_noun,
    is_aim_of_survey,
    is_inspected,
    is_left_to_others,
    is_means,
    is_standard,
)
from vanban.tasks.product_phrases import DOCUMENTS, SOFT, ends_phrase, phrase
from vanban.tasks.product_reports import opening_report, reporting_verb
from vanban.text.bodies import parse_body_list
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span


@dataclass(frozen=True, slots=True)
class Output:
    """A passage with the rule that found it."""

    span: Span
    why: str


_PRODUCING = PhraseIndex(phrases.PRODUCING, ignore_case=True)
_PASSED_OVER = PhraseIndex(phrases.PASSED_OVER, ignore_case=True)
_EVENTS = PhraseIndex(phrases.EVENT_PRODUCT_NOUNS, ignore_case=True)

_ACTING = frozenset({"mở", "tổ chức", "ký", "chuẩn bị", "gửi"})
_VERBS_OF_DOCUMENTS = frozenset(phrases.PRODUCING) - {"nghiên cứu", "giao", "mở", "tổ chức", "ký"}
_VERBS_OF_SOFT_PRODUCTS = (
    frozenset(phrases.PRODUCING)
    - _ACTING
    - {
        "hoàn thành", "phê duyệt", "lập", "bổ sung", "báo cáo", "điều chỉnh", "trình", "thẩm định", "giao",
    }
)  # fmt: skip
_ISSUING = frozenset({"ban hành"})
_POLICIES = PhraseIndex(phrases.POLICY_NOUNS, ignore_case=True)
_VERBS_OF_POLICIES = frozenset({"có", "hoàn thiện"})
"""Verbs whose object is a product only when it is a policy."""

_GUIDANCE = PhraseIndex(("hướng dẫn", "các hướng dẫn"), ignore_case=True)
"""A verb, but a document where it is issued ("ban hành hướng dẫn …")."""
_OPINIONS = PhraseIndex(("có ý kiến", "cho ý kiến", "tham gia ý kiến"), ignore_case=True)
_PROCEDURES = PhraseIndex(("thủ tục", "hồ sơ, thủ tục"), ignore_case=True)
_VERBS_OF_PROCEDURES = frozenset({"hoàn thiện", "hoàn chỉnh", "hoàn thành", "lập"})
"""Verbs whose object is a set of papers to be completed."""
_AMENDING = PhraseIndex(
    ("sửa đổi, bổ sung", "sửa đổi", "bổ sung", "thay thế", "sửa đổi, bổ sung, thay thế", "điều chỉnh", "bãi bỏ"),
    ignore_case=True,
)
_COMPLETED = frozenset({"dự án", "chương trình", "kế hoạch", "giải pháp"})
"""What is carried out, not written, when it is completed."""
_PROJECT_VERBS = frozenset({"lập", "xây dựng", "trình", "hoàn chỉnh"})
"""Verbs that make a project a document; others carry it out."""
_VERB_LIKE = frozenset({"quyết định", "thông báo", "báo cáo", "quy định", "hướng dẫn"})


def find_product(tokens: Tokens, start: int = 0) -> Output | None:
    """The product of a task, the most tangible first: a document, a result, a soft product, an act, a report.

    ``start`` is the token at which the order begins; clauses before it name no product.
    """
    opening = opening_report(tokens, start)
    if opening:
        return Output(opening, "product-report-first")
    document = _object_of_producing_verb(tokens, start, DOCUMENTS, _VERBS_OF_DOCUMENTS)
    document = document or _object_of_producing_verb(tokens, start, _GUIDANCE, _ISSUING)
    if document:
        return Output(document, "product-noun")
    amended = _amended(tokens, start)
    if amended:
        return Output(amended, "product-amended")
    result = sent_result(tokens)
    if result:
        return result
    soft = _object_of_producing_verb(tokens, start, SOFT, _VERBS_OF_SOFT_PRODUCTS)
    soft = (
        soft or _object_of_producing_verb(tokens, start, _PROCEDURES, _VERBS_OF_PROCEDURES) or _opinion(tokens, start)
    )
    if soft:
        return Output(soft, "product-soft-noun")
    event = _object_of_producing_verb(tokens, start, _EVENTS, _ACTING)
    if event:
        return Output(event, "product-act")
    report = reporting_verb(tokens, start)
    return Output(report, "product-reporting-verb") if report else None


def _amended(tokens: Tokens, start: int) -> Span | None:
    """ "tham mưu sửa đổi, bổ sung Nghị định số …": the document is there already, its amendment is not."""
    for index in range(start, len(tokens)):
        length = _AMENDING.match(tokens, index)
        noun = DOCUMENTS.match(tokens, index + length) if length else 0
        after = index + length + noun
        if not noun or tokens.words[after : after + 1] != ["số"] or _is_no_act_of_the_task(tokens, start, index):
            continue
        if index == start or tokens.lower[index - 1] in _BEFORE_AMENDMENT:
            return phrase(tokens, index, after)
    return None


_BEFORE_AMENDMENT = frozenset({"mưu", "xuất", "cứu", "trương", ",", ";", ".", "hành", "thời", "hợp"})


def _opinion(tokens: Tokens, start: int) -> Span | None:
    for index in range(start, len(tokens)):
        length = _OPINIONS.match(tokens, index)
        if length and not _is_no_act_of_the_task(tokens, start, index):
            return phrase(tokens, index + length - _OPINION_WORDS, index + length)
    return None


_OPINION_WORDS = 2


def named_product(tokens: Tokens) -> Output | None:
    """A line that begins with the name of a product ("Nghị định quy định chi tiết …")."""
    noun = DOCUMENTS.match(tokens, 0)
    return Output(phrase(tokens, 0, noun), "product-named") if noun else None


def _object_of_producing_verb(tokens: Tokens, start: int, nouns: PhraseIndex, producing: frozenset[str]) -> Span | None:
    for index in range(start, len(tokens)):
        length = _PRODUCING.match(tokens, index)
        if not length:
            continue
        verb = " ".join(tokens.lower[index : index + length])
        if verb not in producing or (verb == "có" and not _has_to_have(tokens, start, index)):
            continue
        at, noun = _reach_noun(tokens, index + length, nouns)
        if not noun or _is_no_act_of_the_task(tokens, start, index):
            continue
        if nouns is SOFT and verb in _VERBS_OF_POLICIES and not _is_policy(tokens, at):
            continue
        if not _says_nothing(tokens, at, noun) and not _only_carried_out(tokens, verb, at + noun):
            return _listed_report(tokens, at + noun) or phrase(tokens, at, at + noun)
    return None


def _is_no_act_of_the_task(tokens: Tokens, start: int, index: int) -> bool:
    return (
        inside_noun(tokens, index)
        or is_means(tokens, start, index)
        or is_standard(tokens, index)
        or is_inspected(tokens, start, index)
        or is_left_to_others(tokens, index)
    )


def _is_policy(tokens: Tokens, at: int) -> bool:
    quantified = tokens.words[at : at + 1] and tokens.words[at] in ("các", "những", "bộ")
    return _POLICIES.match(tokens, at + bool(quantified)) > 0


def _listed_report(tokens: Tokens, after: int) -> Span | None:
    """ "hoàn thiện các báo cáo: (i) Báo cáo tình hình …": the first of the list says which."""
    if tokens.words[after : after + 2] != [":", "("] or after + 4 >= len(tokens) or tokens.words[after + 3] != ")":
        return None
    noun = DOCUMENTS.match(tokens, after + 4)
    return phrase(tokens, after + 4, after + 4 + noun) if noun else None


def _has_to_have(tokens: Tokens, start: int, index: int) -> bool:
    """ "có kế hoạch …" as a verb of its own, "đơn vị có văn bản báo cáo": to have it one has to write it."""
    if index and tokens.lower[index - 1] == "để":
        return is_aim_of_survey(tokens, index)
    return index == start or tokens.lower[index - 1] in (
        ";",
        ".",
        "vị",
        "cần",
        "phải",
        "nhiệm",
        "thời",
        "và",
        "trương",
        "động",
        "sàng",
    )


def _only_carried_out(tokens: Tokens, verb: str, after: int) -> bool:
    noun = " ".join(tokens.lower[after - 2 : after])
    return (verb == "hoàn thành" and noun in _COMPLETED) or (noun == "dự án" and verb not in _PROJECT_VERBS)


def _says_nothing(tokens: Tokens, at: int, length: int) -> bool:
    """A lone "quyết định" behind "xem xét," is a verb; a document with a number is there already."""
    after = at + length
    if after + 1 < len(tokens) and tokens.words[after] == "số" and tokens.words[after + 1].isdigit():
        return True
    noun = " ".join(tokens.words[at:after])
    if noun == "quy hoạch" and tokens.lower[at - 1] == "việc":
        return True
    if noun in ("hướng dẫn", "các hướng dẫn"):
        return tokens.words[at - 1] == "," or parse_body_list(tokens, after) is not None
    alone = after >= len(tokens) or ends_phrase(tokens, after, after) or parse_body_list(tokens, after) is not None
    return noun in _VERB_LIKE and alone


def _reach_noun(tokens: Tokens, index: int, nouns: PhraseIndex) -> tuple[int, int]:
    """Walk over quantifiers, further verbs and the body addressed, up to a noun of ``nouns``."""
    at = index
    first = True
    named = False
    while at < len(tokens):
        noun = nouns.match(tokens, at)
        if noun and named and " ".join(tokens.words[at : at + noun]) in _VERB_LIKE:
            return at, 0
        if noun:
            start = _quantifier(tokens, at)
            return start, noun + at - start
        passed = _PASSED_OVER.match(tokens, at) or int(tokens.words[at].isdigit() or _opens_list(tokens, at))
        bodies = parse_body_list(tokens, at) if tokens.is_capital(at) or not passed else None
        if bodies:
            at, named = bodies.next, True
        elif passed:
            at += passed
        else:
            return at, 0
        if not first and tokens.words[at - 1] == ",":
            return at, nouns.match(tokens, at)
        first = False
    return at, 0


def _opens_list(tokens: Tokens, at: int) -> bool:
    """ "trình cấp có thẩm quyền ban hành: Chương trình …": the first of the list is the product."""
    after = at + 1
    return (
        tokens.words[at] == ":"
        and after < len(tokens)
        and tokens.is_capital(after)
        and bool(DOCUMENTS.match(tokens, after))
    )


def _quantifier(tokens: Tokens, at: int) -> int:
    """Index of "các", "một", "03" before a noun, else of the noun."""
    before = tokens.words[at - 1] if at else ""
    return at - 1 if before in ("các", "những", "bộ", "một") or before.isdigit() else at


_LONGEST_RESULT = 30


def sent_result(tokens: Tokens) -> Output | None:
    """ "Kết quả rà soát kèm theo đề xuất kinh phí gửi về …": the subject of being sent is the product."""
    for index in range(len(tokens) - 1):
        if tokens.lower[index : index + 3] == ["gửi", "kết", "quả"]:
            return Output(phrase(tokens, index + 1, index + 3), "product-result-sent")
        if tokens.words[index] != "Kết" or tokens.lower[index + 1] != "quả":
            continue
        if index and tokens.words[index - 1] not in (".", ";"):
            continue
        for at in range(index + 2, min(len(tokens), index + _LONGEST_RESULT)):
            if tokens.lower[at] == "gửi" or tokens.lower[at : at + 2] == ["báo", "cáo"]:
                return Output(Span(tokens.starts[index], tokens.ends[at - 1]), "product-result-sent")
    return None
