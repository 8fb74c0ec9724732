"""Tasks in the closing paragraphs of a document: orders, formulas, notices to addressees."""

from __future__ import annotations

import re

from vanban.tasks.clauses import Sentence
from vanban.tasks.splitting import Group, is_conditional_report, split_tasks
from vanban.tasks.subject import Subject, find_subject
from vanban.tasks.zones import is_never_task
from vanban.text.bodies import parse_body_list
from vanban.text.tokens import Tokens
from vanban.types import Span

_FORMULA = re.compile(
    r"(?:nghiêm\s+túc|khẩn\s+trương|quan\s+tâm|phối\s+hợp|chủ\s+động|tổ\s+chức|tích\s+cực|quyết\s+liệt)?\s*(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|triển\s+khai|thi\s+hành)"
    r"(?:\s+(?:nghiêm\s+túc|tốt|có\s+hiệu\s+quả|nghiêm|hiệu\s+quả|đầy\s+đủ|đúng))*(?:\s+(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ|kế\s+hoạch|chỉ\s+thị|công\s+điện|chương\s+trình|nghị\s+quyết|quyết\s+định|kết\s+luận|văn\s+bản)[^.;]{0,40})?\W*$",
    re.I,
)
_NOTICE = re.compile(
    r"thông\s+báo\s+(?:(?:kết\s+luận|ý\s+kiến|nội\s+dung|nội\s+dung\s+kết\s+luận)\b[^.;]{0,160}?\s)?(?:để|đến|tới|cho)\s+(?!\s)",
    re.I,
)


def closing_groups(read: list[Sentence]) -> list[Group]:
    kept = []
    for one in read:
        clipped = _clip(one)
        if clipped is not None:
            kept.append(clipped)
    groups = split_tasks([one for one, _ in kept], "closing-order")
    formulas = {id(one) for one, formula in kept if formula}
    for group in groups:
        if id(group.sentences[0]) in formulas:
            group.formula, group.why = len(group.sentences) == 1, "closing-formula"
    return groups


def _notice(one: Sentence, notice: int, subject: Subject) -> Sentence:
    """The clause that gives notice, without "Trên đây là …," before it."""
    text = one.tokens.text
    comma = text.rfind(",", one.span.start, notice)
    if not _REPORTED_ABOVE.match(one.text) or comma < 0:
        return Sentence(one.span, one.tokens, subject, imperative=False)
    start = comma + 1
    while start < notice and text[start].isspace():
        start += 1
    return Sentence(Span(start, one.span.end), Tokens(text, start, one.span.end), subject, imperative=False)


def _is_formula(text: str) -> bool:
    """A closing that asks for a report of results is an order."""
    return bool(_FORMULA.search(text)) and "báo cáo" not in text.lower()


_REPORTED_ABOVE = re.compile(r"\W*trên\s+đây", re.I)


def _clip(one: Sentence) -> tuple[Sentence, bool] | None:
    """The order of a closing sentence, without "Trên đây là …"; and whether it is a formula."""
    text = one.tokens.text
    notice = _NOTICE.search(text, one.span.start, one.span.end)
    if notice and _FORMULA.search(one.text):
        named = parse_body_list(Tokens(text, notice.end(), one.span.end), 0)
        if named is None:
            return None
        return _notice(one, notice.start(), Subject(named.bodies, 0, 0, assigned=True)), True
    if is_conditional_report(one.text):
        return one, False
    if one.subject is None:
        return (one, False) if one.imperative and not is_never_task(one.text) else None
    if not _REPORTED_ABOVE.match(one.text) or one.subject.start >= len(one.tokens):
        return one, _is_formula(one.text)
    start = one.tokens.starts[one.subject.start]
    span = Span(start, one.span.end)
    tokens = Tokens(text, start, one.span.end)
    clipped = Sentence(span, tokens, find_subject(tokens) or one.subject, imperative=False)
    return clipped, _is_formula(clipped.text)
