"""Which sentences of a unit are tasks (gold guide, section 3, "Split")."""

from __future__ import annotations

import re

from vanban.tasks.clauses import Sentence, read_sentences
from vanban.tasks.closings import closing_groups
from vanban.tasks.predicates import starts_predicate
from vanban.tasks.splitting import Group, split_tasks
from vanban.tasks.subject import Subject, find_subject
from vanban.tasks.units import Role, Unit
from vanban.tasks.zones import Zone, is_background, is_lacking, is_never_task, tells_the_past
from vanban.text.bodies import parse_body_list
from vanban.text.tokens import Tokens
from vanban.types import Span


def group_sentences(unit: Unit, text: str, *, has_lead: bool, lenient: bool, under_body: bool = False) -> list[Group]:
    """The tasks of a unit as groups of sentences; empty when it obliges nobody.

    ``has_lead``: some body is named for it somewhere; ``lenient``: a bare imperative is enough; ``under_body``: it lies
    directly below a heading or lead-in that names bodies, where every item is theirs to do.
    """
    read = read_sentences(text, unit.start, unit.end)
    if read and not has_lead:
        read[0] = _encouraged(read[0])
    if unit.role in (Role.LEAD_IN, Role.OPENING) and read and read[-1].text.endswith(":"):
        return _lead_in_groups(unit, read, text, has_lead=has_lead, lenient=lenient)
    if unit.role is Role.LEAD_IN and len(read) == 1 and read[0].subject is None:
        return []
    if unit.role is Role.OPENING:
        return split_tasks(
            [one for one in read if one.subject and one.subject.assigned and not tells_the_past(one.text)],
            "opening-order",
        )
    if unit.role is Role.CLOSING:
        return closing_groups(read)
    groups = _item_groups(unit, read, has_lead=has_lead, lenient=lenient, under_body=under_body)
    if (
        not groups
        and under_body
        and unit.zone not in (*_SILENT_ZONES, Zone.NAMED_ONLY)
        and len(text[unit.start : unit.end].split()) >= _FEWEST_WORDS
        and not any(_tells_or_never(one) or _STATES.match(one.text) or _is_name(one) for one in read)
    ):
        return split_tasks(read, "item-of-body")
    return groups


_FEWEST_WORDS = 5


def _is_name(one: Sentence) -> bool:
    """A heading that lost its items."""
    return one.subject is not None and one.subject.heading and not _orders_behind_colon(one)


def _encouraged(one: Sentence) -> Sentence:
    """ "Khuyến khích Hội A xây dựng …" with nobody named above: the one encouraged has to do it."""
    found = _ENCOURAGES.match(one.text)
    if one.subject is not None or found is None:
        return one
    bodies = parse_body_list(one.tokens, one.tokens.at_offset(one.span.start + found.end()))
    if bodies is None or not starts_predicate(one.tokens, bodies.next):
        return one
    return Sentence(one.span, one.tokens, Subject(bodies.bodies, bodies.next, 0, assigned=True), one.imperative)


_ENCOURAGES = re.compile(r"khuyến\s+khích\s+", re.I)
_STATES = re.compile(r"[^,;:]{0,80}\blà\b|[^:]{0,120}:\s*(?:cuối|đầu|giữa|trong|ngày|tháng|quý|năm)\s[^:]{0,30}$")
"""A sentence that says what something is orders nothing."""


def _item_groups(unit: Unit, read: list[Sentence], *, has_lead: bool, lenient: bool, under_body: bool) -> list[Group]:
    first = next(
        (
            at
            for at, one in enumerate(read)
            if _obliges(unit, one, has_lead=has_lead, lenient=lenient, under_body=under_body)
            and not (at and one.subject is None and _THEREIN.match(one.text))
        ),
        None,
    )
    if first is None:
        return []
    if lenient and unit.node.line is not None and unit.node.line.marker is not None:
        first = next((at for at in range(first) if not _tells_or_never(read[at])), first)
    return split_tasks(_without_background(unit, read[first:]), "explicit-order" if read[first].subject else "item")


def _without_background(unit: Unit, read: list[Sentence]) -> list[Sentence]:
    """Cut the tail of sentences that tell and do not order, outside directive zones."""
    end = len(read)
    while end > 1 and (
        is_never_task(read[end - 1].text) or (unit.zone is not Zone.DIRECTIVE and _only_tells(read[end - 1]))
    ):
        end -= 1
    return read[:end]


def _tells_or_never(one: Sentence) -> bool:
    return is_never_task(one.text) or is_background(one.text) or tells_the_past(one.text)


def _only_tells(one: Sentence) -> bool:
    return one.subject is None and not one.imperative and (is_background(one.text) or tells_the_past(one.text))


_AHEAD = re.compile(
    r"\W*(?:(?:trong\s+)?thời\s+gian\s+tới|trong\s+(?:những\s+)?tháng\s+(?:cuối|còn\s+lại)|những\s+tháng\s+cuối)", re.I
)
_SILENT_ZONES = (Zone.BACKGROUND, Zone.GOALS, Zone.TARGETS)
_MUST = re.compile(r"\b(?:phải|cần|không\s+được|không\s+để|bảo\s+đảm|đảm\s+bảo)\b", re.I)

_MUST_BE = re.compile(r"[^;:]{0,140}?\b(?:cần|phải)\s+được\b", re.I)
"""What a thing has to be explains a task and hands nothing to anybody."""


def _obliges(unit: Unit, one: Sentence, *, has_lead: bool, lenient: bool, under_body: bool = False) -> bool:
    """The decision task or not, sentence by sentence."""
    if is_never_task(one.text):
        return False
    if one.subject is not None:
        if one.subject.assigned:
            return True
        if one.subject.heading and not _orders_behind_colon(one):
            return False
        if unit.zone in _SILENT_ZONES and not _AHEAD.match(one.text):
            return False
        if unit.zone is Zone.NAMED_ONLY and one.subject.start:
            return False
        return not _tells_of(one) and not is_background(one.text) and (lenient or not one.subject.heading)
    if is_background(one.text) or unit.zone in _SILENT_ZONES or (unit.zone is Zone.NAMED_ONLY and not under_body):
        return False
    if one.imperative:
        return lenient or has_lead
    return (
        lenient
        and (unit.zone is Zone.DIRECTIVE or has_lead)
        and bool(_MUST.search(one.text[:160]))
        and not _MUST_BE.match(one.text)
        and not tells_the_past(one.text)
    )


_WHO_IT_IS = re.compile(r"\s*(?:đại\s+diện|đồng\s+chí|đ/c|ông|bà|lãnh\s+đạo|mời|gồm|các\s+đồng\s+chí)\b", re.I)
_SHORTEST_ORDER = 12
_LONGEST_NAME = 80


def _orders_behind_colon(one: Sentence) -> bool:
    """ "Sở A: Trên cơ sở …, tổng hợp …" orders; "Trưởng đoàn: Đại diện Sở A" tells who it is."""
    colon = one.subject.predicate if one.subject else len(one.tokens)
    if colon + 1 >= len(one.tokens):
        return False
    start = one.tokens.starts[colon + 1]
    if one.span.end - start < _SHORTEST_ORDER or _WHO_IT_IS.match(one.tokens.text, start, one.span.end):
        return False
    rest = Tokens(one.tokens.text, start, one.span.end)
    return one.span.end - start > _LONGEST_NAME or parse_body_list(rest, 0) is None or find_subject(rest) is not None


def _tells_of(one: Sentence) -> bool:
    """True when the sentence tells what its subject has done; "đã" within the object of an order tells nothing."""
    subject = one.subject
    at = subject.predicate if subject else 0
    if at == 0 or at >= len(one.tokens):
        return tells_the_past(one.text)
    start = one.tokens.starts[at]
    first = one.tokens.starts[subject.start] if subject else one.span.start
    return tells_the_past(one.tokens.text[first:start]) or is_lacking(one.tokens.text[start : one.span.end])


_THEREIN = re.compile(r"[;,.]?\s*(?:trong\s+đó\b|cụ\s+thể\b|như\s+sau\b|sau\s+đây\b|một\s+số\s+nhiệm\s+vụ\b)", re.I)


def _lead_in_groups(unit: Unit, read: list[Sentence], text: str, *, has_lead: bool, lenient: bool) -> list[Group]:
    """A sentence that introduces bullets is a task only when it obliges to more than they do."""
    body, colon = read[:-1], read[-1]
    strict = unit.role is Role.OPENING or (_is_paragraph(unit) and unit.zone is not Zone.DIRECTIVE)
    kept = [
        one
        for one in body
        if _obliges(unit, one, has_lead=has_lead, lenient=lenient) and not (strict and not _is_order(one))
    ]
    groups = (
        split_tasks(body[body.index(kept[0]) :], "lead-in-obliges")
        if kept and not strict
        else split_tasks(kept, "lead-in-obliges")
    )
    if groups and not strict:
        groups[-1].sentences.append(colon)
        groups[-1].end = colon.span.end
        return groups
    own = _own_obligations(colon, text) if not strict or _is_order(colon) else None
    return [*groups, own] if own else groups


def _is_paragraph(unit: Unit) -> bool:
    return unit.node.line is not None and unit.node.line.marker is None


def _is_order(one: Sentence) -> bool:
    return one.subject is not None and one.subject.assigned


def _own_obligations(colon: Sentence, text: str) -> Group | None:
    """The clauses before "trong đó … sau:" when there are several joined by semicolons."""
    subject = colon.subject
    if subject is None:
        return None
    start = colon.span.start if _PURPOSE.match(colon.text) else colon.tokens.starts[subject.start]
    therein = list(
        _THEREIN.finditer(text, colon.tokens.starts[min(subject.predicate, len(colon.tokens) - 1)], colon.span.end)
    )
    end = therein[0].start() if therein else colon.span.start
    if end <= start or not (text.count(";", start, end) or _says_more(colon, therein, text, start)):
        return None
    tokens = Tokens(text, start, end)
    cut = Sentence(Span(start, end), tokens, find_subject(tokens), imperative=False)
    return Group([cut], "lead-in-clauses", start, end, subject=cut.subject)


_GENERAL_ORDER = re.compile(
    r"(?:tổ\s+chức\s+|tập\s+trung\s+|nghiêm\s+túc\s+|khẩn\s+trương\s+|quan\s+tâm\s+|triển\s+khai\s+)*(?:chỉ\s+đạo\s+)?(?:triển\s+khai\s+)?"
    r"thực\s+hiện\s+(?:tốt\s+|đồng\s+bộ\s+|nghiêm\s+|có\s+hiệu\s+quả\s+|nghiêm\s+túc\s+)*(?:các|một\s+số|những)\s+(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|việc)",
    re.I,
)
_LEAST_ORDER = 40
"""Characters that an order needs to say more than its bullets."""


def _says_more(colon: Sentence, therein: list[re.Match[str]], text: str, start: int) -> bool:
    """An order before "trong đó …:" that names work of its own."""
    if not therein or not therein[0].group().strip(" ,;.").lower().startswith("trong") or colon.subject is None:
        return False
    at = colon.tokens.starts[min(colon.subject.predicate, len(colon.tokens) - 1)]
    return therein[0].start() - at >= _LEAST_ORDER and not _GENERAL_ORDER.match(text, at)


_PURPOSE = re.compile(r"Để\s")
"""A purpose at the head of an order is part of it, unlike grounds."""
_WHAT_FOLLOWS = re.compile(
    r"(?:nội\s+dung|nhiệm\s+vụ|giải\s+pháp|công\s+việc|việc|yêu\s+cầu)\s+(?:\w+\s+){0,4}?(?:sau|dưới\s+đây)", re.I
)


def order_of(unit: Unit, text: str) -> Group | None:
    """The last sentence of a lead-in when it hands work to a named body and says which."""
    read = read_sentences(text, unit.start, unit.end)
    last = read[-1] if read else None
    subject = last.subject if last else None
    if last is None or subject is None or not subject.assigned or is_never_task(last.text) or tells_the_past(last.text):
        return None
    at = min(subject.predicate, len(last.tokens) - 1)
    if (
        _WHAT_FOLLOWS.search(last.text)
        or _GENERAL_ORDER.match(text, last.tokens.starts[at])
        or not starts_predicate(last.tokens, at)
    ):
        return None
    return Group([last], "lead-in-order", last.span.start, last.span.end, subject=subject)
