"""To whom a task's product goes: the body to which the lead itself delivers."""

from __future__ import annotations

import re

from vanban.tasks.product_contexts import HIGHER_LEVEL
from vanban.tasks.products import Output
from vanban.text.bodies import parse_body_list
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span

_DELIVERING = PhraseIndex(
    (
        "báo cáo",
        "trình",
        "gửi",
        "đề xuất",
        "kiến nghị",
        "phản ánh",
        "nộp",
        "tham mưu",
        "chuyển về",
        "cung cấp",
        "chia sẻ",
    ),
    ignore_case=True,
)
_SENDING = frozenset({"cung cấp", "chia sẻ", "báo cáo", "trình", "gửi", "nộp", "phản ánh", "chuyển về"})
_TOWARDS = frozenset({"về", "lên", "cho", "đến", "tới"})
_NOT_ACTS = (["được"], ["theo"], ["chế"], ["độ"])
_FARTHEST = 60
_VIA = re.compile(r"\s*\((?:thông\s+)?qua\s[^()]{3,80}\)")


def find_addressee(tokens: Tokens, start: int = 0) -> Output | None:
    """The first body that is reported to; else the one that is advised ("tham mưu X")."""
    advised: Output | None = None
    for index in range(start, len(tokens)):
        length = _DELIVERING.match(tokens, index)
        before = tokens.lower[max(0, index - 2) : index]
        if not length or before[-1:] in _NOT_ACTS or before == ["cơ", "sở"]:
            continue
        verb = " ".join(tokens.lower[index : index + length])
        span = _receiver(tokens, index + length, sending=verb in _SENDING)
        if span is None:
            continue
        if verb in _SENDING:
            return Output(span, "submit-reported")
        advised = advised or Output(span, "submit-advised")
    return advised


def _receiver(tokens: Tokens, index: int, *, sending: bool) -> Span | None:
    direct = _body_span(tokens, _skip_links(tokens, index))
    if direct or not sending:
        return direct
    for at in range(index, min(len(tokens), index + _FARTHEST)):
        word = tokens.lower[at]
        twin = at == index + 1 and tokens.words[index] in (",", "và")
        if word in (";", ".") or (_DELIVERING.match(tokens, at) and word != "gửi" and not twin):
            return None
        if word in _TOWARDS or word == "gửi" or (word == "với" and not _joins(tokens, at)):
            span = _body_span(tokens, at + 1)
            if span:
                return span
    return None


def _joins(tokens: Tokens, at: int) -> bool:
    """True for the "với" of "phối hợp chặt chẽ với", "cùng với", "đối với": no receiver follows."""
    return tokens.lower[at - 1] in ("hợp", "cùng", "đối") or "hợp" in tokens.lower[max(0, at - _LONGEST_MANNER) : at]


_LONGEST_MANNER = 5


def _skip_links(tokens: Tokens, at: int) -> int:
    """Skip "về", a comma and a second verb ("báo cáo, đề xuất …")."""
    while at < len(tokens):
        if " ".join(tokens.lower[at : at + 2]) in ("đề xuất", "báo cáo", "kịp thời"):
            at += 2
        elif tokens.lower[at] in _TOWARDS or tokens.lower[at] in (",", "trình", "gửi", "với"):
            at += 1
        else:
            break
    return at


def _body_span(tokens: Tokens, at: int) -> Span | None:
    bodies = parse_body_list(tokens, at)
    if bodies:
        start, end = bodies.bodies[0].start, bodies.bodies[-1].end
    elif length := HIGHER_LEVEL.match(tokens, at):
        start, end = tokens.starts[at], tokens.ends[at + length - 1]
    else:
        return None
    via = _VIA.match(tokens.text, end)
    return Span(start, via.end() if via else end)
