"""Who a sentence obliges: the body it hands work to, or its grammatical subject.

The forms: "Giao Sở A …", "Yêu cầu B …", "C chủ trì …", "Ủy ban nhân dân tỉnh yêu cầu D …", and each of them behind an
introductory clause ("Trên cơ sở …,", "Về việc …:", "Trong quá trình …,"). A body in the middle of a sentence that
starts otherwise does not carry it.
"""

from __future__ import annotations

from dataclasses import dataclass

from vanban.tasks.coordinators import joint_partners
from vanban.tasks.lexicon import phrases
from vanban.tasks.predicates import (
    DIRECTIVE,
    announces,
    does_by_a_day,
    next_boundary,
    opens_order,
    predicate_after,
    skip_connectives,
    skip_parenthesis,
    starts_predicate,
)
from vanban.tasks.subject_names import comrade, described, titled, with_bare_tail, without_post
from vanban.text.bodies import Body, BodyList, parse_body_list
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens


@dataclass(frozen=True, slots=True)
class Subject:
    """Bodies that a sentence obliges. ``predicate`` is the token at which what they have to do begins.

    ``start`` is the token at which the order itself begins, after introductory clauses. ``assigned`` says that a verb
    of assigning hands the work over; ``heading`` that a colon follows the names.
    """

    bodies: tuple[Body, ...]
    predicate: int
    start: int
    assigned: bool = False
    heading: bool = False


_ASSIGNING = PhraseIndex(verbs.ASSIGNING, ignore_case=True)
_LEADS = PhraseIndex(verbs.LEADING, ignore_case=True)
_INTRODUCTIONS = PhraseIndex(phrases.INTRODUCTIONS, ignore_case=True)
_AGREEMENTS = PhraseIndex(phrases.AGREEMENTS, ignore_case=True)
_PERIODIC = frozenset({"định", "hằng", "hàng", "mỗi", "cuối", "đầu"})
_TOPICS = frozenset({"về", "việc", "liên", "nội", "thực", "do"})
_MAX_BOUNDARIES = 14


def find_subject(tokens: Tokens) -> Subject | None:
    """Return whom the sentence obliges, or None when it names nobody at its head."""
    at = skip_connectives(tokens, 0)
    if joined := _order_after_topic(tokens, at):
        return joined
    if joint_partners(tokens, at):
        return None
    introduction = _INTRODUCTIONS.match(tokens, at)
    introduced = introduction > 0 and introduction >= DIRECTIVE.match(tokens, at)
    agreement = bool(_AGREEMENTS.match(tokens, at))
    for attempt in range(_MAX_BOUNDARIES):
        found = _assignment(tokens, at) or (None if agreement else _named_subject(tokens, at))
        if found and (attempt == 0 or not found.heading):
            return found
        if attempt and _LEADS.match(tokens, at):
            return None
        if not (introduced or agreement):
            return _order_after_colon(tokens, at)
        at = next_boundary(tokens, at)
        if at >= len(tokens):
            return None
    return None


def _order_after_colon(tokens: Tokens, at: int) -> Subject | None:
    """ "Xã A chưa có …: giao Sở B …": the order follows the topic."""
    first = next_boundary(tokens, at, colon_only=True)
    if first < min(len(tokens), at + _LONGEST_TITLE) and (named := _named_subject(tokens, first)):
        return None if named.heading else named
    while (at := next_boundary(tokens, at, colon_only=True)) < len(tokens):
        found = _assignment(tokens, at)
        if found:
            return found
    return None


_LONGEST_TITLE = 10
"""Tokens of a title in front of its order: "Báo cáo tháng: Sở A tổng hợp …"."""


_LONGEST_TOPIC = 20


def _order_after_topic(tokens: Tokens, at: int) -> Subject | None:
    """ "Về vùng nguyên liệu Giao Sở A …": a heading and the paragraph below it in one line."""
    if tokens.words[at : at + 1] != ["Về"]:
        return None
    for index in range(at + 2, min(len(tokens), at + _LONGEST_TOPIC)):
        if tokens.words[index] in (",", ";", ":", "."):
            return None
        if tokens.words[index] in ("Giao", "Đề", "Yêu") and (found := _assignment(tokens, index)):
            return found
    return None


def is_imperative(tokens: Tokens) -> bool:
    """True when the sentence begins with a directive verb, adverbs and introductory clauses aside."""
    at = skip_connectives(tokens, 0)
    if starts_predicate(tokens, at) or opens_order(tokens, at) or joint_partners(tokens, at):
        return True
    if not _INTRODUCTIONS.match(tokens, at):
        return False
    if tokens.lower[at] in _PERIODIC and any(starts_predicate(tokens, at + step) for step in range(2, 7)):
        return True
    topic = tokens.lower[at] in _TOPICS
    for _ in range(_MAX_BOUNDARIES):
        at = next_boundary(tokens, at, colon_only=topic)
        if at >= len(tokens):
            return False
        if starts_predicate(tokens, at):
            return True
    return False


def _assignment(tokens: Tokens, at: int) -> Subject | None:
    length = _ASSIGNING.match(tokens, at)
    if not length:
        return None
    after = at + length
    if after < len(tokens) and tokens.words[after] == "cho":
        after += 1
    bodies = parse_body_list(tokens, after)
    if bodies is None or (tokens.lower[at : at + 2] == ["phân", "công"] and _are_people(bodies)):
        return None
    heading = bodies.next >= len(tokens) or tokens.words[bodies.next] == ":"
    return Subject(bodies.bodies, bodies.next, at, assigned=True, heading=heading)


def _unnamed_units(tokens: Tokens, at: int) -> BodyList | None:
    """ "… nếu có vướng mắc, cơ quan, đơn vị chủ động liên hệ …": the units that the document is for."""
    if at == 0 or tokens.lower[at : at + 5] not in _UNITS:
        return None
    found = parse_body_list(tokens, at, bare=True)
    return found if found and starts_predicate(tokens, found.next) else None


_UNITS = (["cơ", "quan", ",", "đơn", "vị"], ["đơn", "vị", ",", "địa", "phương"])


def _are_people(found: BodyList) -> bool:
    """ "Phân công đồng chí Phó Chủ tịch …" within a body is what the body has to do."""
    return found.bodies[0].name.lower().startswith(("đồng chí", "cán bộ", "công chức", "các đồng chí"))


def _named_subject(tokens: Tokens, at: int) -> Subject | None:
    person = titled(tokens, at)
    is_titled = person is not None
    bodies = comrade(tokens, at) or person or with_bare_tail(tokens, parse_body_list(tokens, at))
    bodies = described(tokens, at, bodies) or bodies or _unnamed_units(tokens, at)
    if bodies is None:
        return None
    after = skip_parenthesis(tokens, bodies.next)
    if after + 1 < len(tokens) and tokens.words[after] == ":" and tokens.words[after + 1] == "*":
        after += 1
    if after >= len(tokens) or tokens.words[after] in (":", "*"):
        orders = after + 1 < len(tokens) and starts_predicate(tokens, after + 1)
        return Subject(bodies.bodies, after + 1 if orders else after, at, heading=not orders)
    handed_on = _assignment(tokens, after)
    if handed_on and tokens.words[after] != "kiến":
        return Subject(handed_on.bodies, handed_on.predicate, at, assigned=True, heading=handed_on.heading)
    bodies, after = without_post(tokens, bodies, after)
    predicate = predicate_after(tokens, after)
    if predicate is None and (is_titled or does_by_a_day(tokens, after)):
        predicate = after
    if predicate is None or announces(tokens, predicate):
        return None
    return Subject(bodies.bodies, predicate, at)
