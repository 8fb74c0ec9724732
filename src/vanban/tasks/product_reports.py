"""Products that no noun names: the reporting verb with its content, or alone."""

from __future__ import annotations

from collections.abc import Callable

from vanban.tasks.product_contexts import HIGHER_LEVEL, inside_noun, is_inspected
from vanban.tasks.product_phrases import ends_phrase, phrase
from vanban.text.bodies import parse_body_list, starts_body
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span

_REPORTING = PhraseIndex(("báo cáo", "trình", "đề xuất", "kiến nghị"), ignore_case=True)
_OPENING_REPORTS = PhraseIndex(("kết quả", "tình hình", "tiến độ", "kế hoạch"), ignore_case=True)
_OPENING_SUMS = PhraseIndex(("tình hình", "nhu cầu", "số liệu", "danh sách"), ignore_case=True)


def opening_report(tokens: Tokens, start: int) -> Span | None:
    """A task that begins with "Báo cáo kết quả …" or "Tổng hợp tình hình …" is that report, whatever follows."""
    pair = tokens.lower[start : start + 2]
    if pair == ["báo", "cáo"]:
        content = _content(tokens, start + 2)
        found = _OPENING_REPORTS.match(tokens, content)
    elif pair == ["tổng", "hợp"]:
        content = start + 2
        found = _OPENING_SUMS.match(tokens, content)
    else:
        return None
    return phrase(tokens, start, content + found) if found else None


_Reader = Callable[[Tokens, int, int], Span | None]
_REPORTED = frozenset({"kết quả", "tình hình", "tiến độ", "nhu cầu", "kiến nghị", "danh sách", "số liệu"})
_COLLECTED = frozenset({"nhu cầu", "kết quả", "danh sách", "số liệu"})
_FIRST_WORDS = frozenset({"phản", "đề", "báo", "trình", "tổng", "cập", "đăng"})
_OPENS_CONTENT = frozenset({"những", "việc", "về", "các", "số", "toàn", "mọi"})
_MANNER = frozenset({"nhanh", "ngay", "kịp", "thời"})


def reporting_verb(tokens: Tokens, start: int) -> Span | None:
    """A proposal or a report with its content, whichever comes first; a submission; a collection; else a bare verb."""
    readers: tuple[tuple[tuple[tuple[str, ...], _Reader], ...], ...] = (
        ((("phản", "ánh"), _reflected),),
        ((("đề", "xuất"), _proposed), (("báo", "cáo"), _reported)),
        ((("trình",), _submitted), (("báo", "cáo"), _before_submission)),
        ((("tổng", "hợp"), _collected),),
        ((("tổng", "hợp"), _sent_on), (("cập", "nhật"), _sent_on), (("đăng", "ký"), _sent_on)),
        ((("báo", "cáo"), _bare),),
    )
    places = [index for index in range(start, len(tokens)) if tokens.lower[index] in _FIRST_WORDS]
    for level in readers:
        for index in places:
            for wanted, reader in level:
                if tuple(tokens.lower[index : index + len(wanted)]) != wanted:
                    continue
                if inside_noun(tokens, index) or is_inspected(tokens, start, index):
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
    return phrase(tokens, index, max(_content(tokens, after), after))


def _reported(tokens: Tokens, index: int, after: int) -> Span | None:
    content = _behind_parenthesis(tokens, _content(tokens, after))
    if content < len(tokens) and tokens.lower[content] == "về" and not starts_body(tokens, content + 1):
        content += 1
    elif tokens.lower[content : content + 3] == ["xem", "xét", "về"]:
        return phrase(tokens, index, content + 3)
    pair = " ".join(tokens.lower[content : content + 2])
    told = content > after and tokens.lower[content : content + 1] and tokens.lower[content] in _OPENS_CONTENT
    return phrase(tokens, index, content + 1) if pair in _REPORTED or told or pair == "toàn bộ" else None


_LONGEST_REMARK = 60


def _behind_parenthesis(tokens: Tokens, at: int) -> int:
    """Index behind "(qua Văn phòng …)" and the like."""
    if at < len(tokens) and tokens.words[at] == "(":
        for index in range(at, min(len(tokens), at + _LONGEST_REMARK)):
            if tokens.words[index] == ")":
                return index + 1
    return at


def _before_submission(tokens: Tokens, index: int, after: int) -> Span | None:
    """A bare report that stands before a submission to somebody else: "báo cáo Sở A để được hướng dẫn hoặc trình B"."""
    told = _content(tokens, after)
    return _with_sum(tokens, index, after) if told > after and tokens.lower[told : told + 1] == ["để"] else None


def _submitted(tokens: Tokens, index: int, after: int) -> Span | None:
    content = _content(tokens, after)
    if content <= after:
        return None
    return phrase(tokens, index, content) if not ends_phrase(tokens, content, content) else _bare(tokens, index, after)


def _collected(tokens: Tokens, index: int, after: int) -> Span | None:
    pair = " ".join(tokens.lower[after : after + 2])
    generic = " ".join(tokens.lower[after + 2 : after + 4]) == "thực hiện"
    return phrase(tokens, index, after + 2) if pair in _COLLECTED and not generic else None


def _sent_on(tokens: Tokens, index: int, after: int) -> Span | None:
    """ "cập nhật tình hình, gửi Văn phòng … để tổng hợp, báo cáo": what is sent, not what is made of it elsewhere."""
    for at in range(after, min(len(tokens), after + _LONGEST_SENT)):
        if tokens.words[at] in (";", ".", ":") or tokens.lower[at] in ("để", "báo"):
            return None
        if tokens.lower[at] == "gửi" and starts_body(tokens, at + 1 + (tokens.lower[at + 1 : at + 2] == ["về"])):
            last = at - 1 if tokens.words[at - 1] in (",", "và") else at
            return Span(tokens.starts[index], tokens.ends[last - 1])
    return None


_LONGEST_SENT = 25


def _reflected(tokens: Tokens, index: int, after: int) -> Span | None:
    """ "kịp thời phản ánh về …"; before "báo cáo" it is only its twin."""
    if "nhằm" in tokens.lower[max(0, index - _NEAR_PURPOSE) : index]:
        return None
    twin = after < len(tokens) and tokens.words[after] in (",", "và") and _REPORTING.match(tokens, after + 1)
    return None if twin else _bare(tokens, index, after)


def _bare(tokens: Tokens, index: int, after: int) -> Span:
    return _with_sum(tokens, index, after)


_LONGEST_SUM = 12


def _with_sum(tokens: Tokens, index: int, after: int) -> Span:
    """ "tổng hợp nhu cầu, báo cáo": what is summed up first belongs to the report."""
    for at in range(index - 1, max(0, index - _LONGEST_SUM) - 1, -1):
        if tokens.words[at] in (";", ".", ":"):
            break
        if tokens.lower[at : at + 2] == ["tổng", "hợp"]:
            summed = index - at > _SUM_WITH_CONTENT and tokens.words[index - 1] in (",", "và")
            return Span(tokens.starts[at if summed else index], tokens.ends[after - 1])
    return Span(tokens.starts[index], tokens.ends[after - 1])


_NEAR_PURPOSE = 3
_SUM_WITH_CONTENT = 3
