"""What a task brings forth.

A product is the object of a producing verb ("xây dựng kế hoạch …"), a result that is sent on ("Kết quả rà soát … gửi"),
or, when no noun names it, the reporting verb itself with its content ("báo cáo kết quả thực hiện").
"""

from __future__ import annotations

from collections.abc import Callable
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
    - {
        "hoàn thành",
        "phê duyệt",
        "lập",
        "bổ sung",
        "báo cáo",
        "hoàn thiện",
        "điều chỉnh",
        "trình",
        "thẩm định",
        "giao",
        "có",
    }
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
    opening = _opening_report(tokens, start)
    if opening:
        return Output(opening, "product-report-first")
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
        if not length or _inside_noun(tokens, index) or _is_means(tokens, start, index):
            continue
        verb = " ".join(tokens.lower[index : index + length])
        if verb not in producing or (verb == "có" and not _has_to_have(tokens, start, index)):
            continue
        at, noun = _reach_noun(tokens, index + length, nouns)
        if noun and not _says_nothing(tokens, at, noun) and not _only_carried_out(tokens, verb, at + noun):
            return _phrase(tokens, at, at + noun)
    return None


def _has_to_have(tokens: Tokens, start: int, index: int) -> bool:
    """ "có kế hoạch …" as the first verb, "có văn bản báo cáo": to have it one has to write it."""
    return index == start or tokens.lower[index - 1] in (";", ".", "vị", "cần", "phải", "nhiệm")


_PURPOSES = frozenset({"để", "nhằm"})
_CLAUSE_ENDS = frozenset({";", ".", ":"})
_FARTHEST_PURPOSE = 25


def _is_means(tokens: Tokens, start: int, index: int) -> bool:
    """True for a verb in the list of a purpose ("để kịp thời phát hiện, lập hồ sơ"): what for, not what."""
    for at in range(index - 1, max(start, index - _FARTHEST_PURPOSE) - 1, -1):
        if tokens.words[at] in _CLAUSE_ENDS:
            return False
        if tokens.lower[at] in _PURPOSES:
            return at + 1 != index and at > start and tokens.words[index - 1] in (",", "và")
    return False


_OPENING_REPORTS = PhraseIndex(("kết quả", "tình hình", "tiến độ"), ignore_case=True)


def _opening_report(tokens: Tokens, start: int) -> Span | None:
    """A task that begins with "Báo cáo kết quả …" is that report, whatever is proposed with it."""
    if tokens.lower[start : start + 2] != ["báo", "cáo"]:
        return None
    content = _content(tokens, start + 2)
    found = _OPENING_REPORTS.match(tokens, content)
    return _phrase(tokens, start, content + found) if found else None


def _inside_noun(tokens: Tokens, index: int) -> bool:
    """ "kế hoạch xây dựng …", "quy trình": the verb belongs to a noun, not to the task."""
    before = tokens.lower[index - 1] if index else ""
    if _is_capital_inside(tokens, index) or in_nominal_list(tokens, index) or _names_a_thing(tokens, index):
        return True
    return before in _NOMINAL_BEFORE or (tokens.lower[index] == "trình" and before in _BEFORE_PROCEDURE)


def _is_capital_inside(tokens: Tokens, index: int) -> bool:
    """A capital in mid-clause belongs to a name ("Luật Ban hành văn bản …")."""
    return index > 0 and tokens.is_capital(index) and tokens.words[index - 1][0].isalpha()


def _names_a_thing(tokens: Tokens, index: int) -> bool:
    """ "các kiến nghị, đề xuất của …", "chịu trách nhiệm về việc báo cáo": a thing, no act."""
    pair = " ".join(tokens.lower[index : index + 2])
    if pair in ("đề xuất", "kiến nghị", "báo cáo") and tokens.lower[index + 2 : index + 3] == ["của"]:
        return True
    return tokens.lower[max(0, index - 2) : index] == ["về", "việc"]


def in_nominal_list(tokens: Tokens, index: int) -> bool:
    """ "công tác quản lý, kiểm tra …": a verb listed after "công tác" is a noun."""
    if not index or tokens.words[index - 1] not in (",", "và"):
        return False
    before = tokens.lower[max(0, index - 7) : index - 1]
    if "tác" not in before or any(mark in before for mark in (";", ".", ":")):
        return False
    work = index - 1 - len(before) + before.index("tác")
    return " ".join(tokens.lower[max(0, work - 3) : work - 1]) not in ("tiến hành", "thực hiện", "triển khai")


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
    if _ENDS.match(tokens, at + 1) or tokens.lower[at + 1 : at + 3] == ["đề", "xuất"]:
        return True
    return bool(_DIRECTIVE.match(tokens, at + 1)) and at - after_noun > _COMPLEMENT_STARTS


def _inside_number(tokens: Tokens, at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens.words[at - 1].isdigit() and tokens.words[at + 1].isdigit()


_LONGEST_RESULT = 30


def _sent_result(tokens: Tokens) -> Span | None:
    """ "Kết quả rà soát kèm theo đề xuất kinh phí gửi về …": the subject of being sent is the product."""
    for index in range(len(tokens) - 1):
        if tokens.lower[index : index + 3] == ["gửi", "kết", "quả"]:
            return _phrase(tokens, index + 1, index + 3)
        if tokens.words[index] != "Kết" or tokens.lower[index + 1] != "quả":
            continue
        if index and tokens.words[index - 1] not in (".", ";"):
            continue
        for at in range(index + 2, min(len(tokens), index + _LONGEST_RESULT)):
            if tokens.lower[at] == "gửi" or tokens.lower[at : at + 2] == ["báo", "cáo"]:
                return Span(tokens.starts[index], tokens.ends[at - 1])
    return None


_Reader = Callable[[Tokens, int, int], Span | None]
_REPORTED = frozenset({"kết quả", "tình hình", "tiến độ", "nhu cầu", "kiến nghị", "danh sách", "số liệu"})
_COLLECTED = frozenset({"nhu cầu", "kết quả", "danh sách", "số liệu"})
_OPENS_CONTENT = (["những"], ["việc"], ["về"])
_MANNER = frozenset({"nhanh", "ngay", "kịp", "thời"})


def _reporting_verb(tokens: Tokens, start: int) -> Span | None:
    """A proposal or a report with its content, whichever comes first; a submission; a collection; else a bare verb."""
    readers: tuple[tuple[tuple[tuple[str, ...], _Reader], ...], ...] = (
        ((("phản", "ánh"), _reflected),),
        ((("đề", "xuất"), _proposed), (("báo", "cáo"), _reported)),
        ((("trình",), _submitted),),
        ((("tổng", "hợp"), _collected),),
        ((("báo", "cáo"), _bare),),
    )
    for level in readers:
        for index in range(start, len(tokens)):
            for wanted, reader in level:
                if tuple(tokens.lower[index : index + len(wanted)]) != wanted or _inside_noun(tokens, index):
                    continue
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
    told = content > after and tokens.lower[content : content + 1] in _OPENS_CONTENT
    return _phrase(tokens, index, content + 1) if pair in _REPORTED or told else None


def _submitted(tokens: Tokens, index: int, after: int) -> Span | None:
    content = _content(tokens, after)
    if content <= after:
        return None
    return (
        _phrase(tokens, index, content) if not _ends_phrase(tokens, content, content) else _bare(tokens, index, after)
    )


def _collected(tokens: Tokens, index: int, after: int) -> Span | None:
    pair = " ".join(tokens.lower[after : after + 2])
    generic = " ".join(tokens.lower[after + 2 : after + 4]) == "thực hiện"
    return _phrase(tokens, index, after + 2) if pair in _COLLECTED and not generic else None


def _reflected(tokens: Tokens, index: int, after: int) -> Span | None:
    """ "kịp thời phản ánh về …"; before "báo cáo" it is only its twin."""
    twin = after < len(tokens) and tokens.words[after] in (",", "và") and _REPORTING.match(tokens, after + 1)
    return None if twin else _bare(tokens, index, after)


def _bare(tokens: Tokens, index: int, after: int) -> Span:
    return Span(tokens.starts[index], tokens.ends[after - 1])
