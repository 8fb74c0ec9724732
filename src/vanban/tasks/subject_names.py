"""Names at the head of a sentence that are longer than a list of bodies: descriptions, persons with their posts."""

from __future__ import annotations

import re

from vanban.tasks.predicates import DIRECTIVE, INSERTIONS, starts_predicate
from vanban.text.bodies import Body, BodyList, parse_body_list
from vanban.text.letters import CAPITALS
from vanban.text.naming import normal_name
from vanban.text.tokens import PhraseIndex, Tokens

_LONGEST_PERSON = 30


def with_bare_tail(tokens: Tokens, found: BodyList | None) -> BodyList | None:
    """A list that ends with a common noun: "UBND các xã, đơn vị liên quan phối hợp …"."""
    if found is None or found.next + 1 >= len(tokens) or tokens.words[found.next] not in (",", "và"):
        return found
    tail = parse_body_list(tokens, found.next + 1, bare=True)
    if tail is None or not starts_predicate(tokens, tail.next):
        return found
    return BodyList((*found.bodies, *tail.bodies), tail.next)


_CHARGES = PhraseIndex(("có trách nhiệm", "có nhiệm vụ", "chịu trách nhiệm"))
_TURNS = PhraseIndex(("phải", "cần", "căn cứ", "nghiêm túc", "khẩn trương", "chủ động"))
"""What an order goes on with behind a long name."""
_PLURALS = frozenset({"các", "những", "chủ", "ngành", "chính", "lực", "cơ", "đơn", "tổ", "doanh"})
_LONGEST_DESCRIPTION = 18
_FARTHEST_TURN = 50


def described(tokens: Tokens, at: int, found: BodyList | None) -> BodyList | None:
    """ "Các bộ khác có máy bay (…) có trách nhiệm huy động …": a relative clause belongs to the name before it."""
    first = found.next if found else at
    last = found.bodies[-1] if found else None
    if tokens.lower[at : at + 1] and tokens.lower[at] not in _PLURALS and not (last and last.group):
        return None
    if found and (first >= len(tokens) or INSERTIONS.match(tokens, first)):
        return None
    turn = _turn_after(tokens, first, every=found is not None and not starts_predicate(tokens, first))
    if turn is None or turn == first:
        return None
    end = next((index for index in range(first, turn) if tokens.words[index] == "("), turn)
    start = tokens.at_offset(last.start) if last else at
    name = normal_name(tokens.slice(start, end))
    body = Body(name, tokens.starts[start], tokens.ends[end - 1], group=True)
    return BodyList((*(found.bodies[:-1] if found else ()), body), turn)


def _turn_after(tokens: Tokens, first: int, *, every: bool) -> int | None:
    """Where the order begins behind the description of a body; a comma outside parentheses ends the search."""
    depth = length = 0
    for index in range(first, min(len(tokens), first + _FARTHEST_TURN)):
        word = tokens.words[index]
        depth += (word == "(") - (word == ")")
        length += depth == 0
        if (depth == 0 and word in (",", ";", ":", ".")) or length > _LONGEST_DESCRIPTION:
            return None
        ends = _CHARGES.match(tokens, index) > 0 or (every and (_turns(tokens, index) or _acts(tokens, first, index)))
        if depth == 0 and index > first and ends:
            return index
    return None


_FEWEST_HAD = 3
_LEVELS = frozenset({"xã", "phường", "khu", "tỉnh", "phố", "huyện", "trấn"})


def _acts(tokens: Tokens, first: int, index: int) -> bool:
    """ "UBND các xã có sông chảy qua thành lập tổ …": a verb behind what the bodies have."""
    had = tokens.lower[first] == "có" and tokens.words[first - 1] in _LEVELS and index - first >= _FEWEST_HAD
    return had and DIRECTIVE.match(tokens, index) > 1 and not tokens.is_capital(index)


def _turns(tokens: Tokens, index: int) -> bool:
    return _TURNS.match(tokens, index) > 0 and tokens.lower[index : index + 2] != ["cần", "thiết"]


_TITLES = frozenset({"Ông", "Bà"})
_LONGEST_PERSON_NAME = 5
_LONGEST_POST = 16


def titled(tokens: Tokens, at: int) -> BodyList | None:
    """ "Ông Trần Văn A, Trưởng phòng B, phụ trách …": one person, whose post stands between commas."""
    if tokens.words[at : at + 1] not in ([title] for title in _TITLES):
        return None
    end = at + 1
    while end < len(tokens) and end - at <= _LONGEST_PERSON_NAME and tokens.is_capital(end):
        end += 1
    if end - at < 3 or end >= len(tokens):
        return None
    person = (Body(normal_name(tokens.slice(at, end)), tokens.starts[at], tokens.ends[end - 1]),)
    if _acts_alone(tokens, end):
        return BodyList(person, end)
    if tokens.words[end] != ",":
        return None
    for index in range(end + 1, min(len(tokens) - 1, end + _LONGEST_POST)):
        if tokens.words[index] == "," and _acts_alone(tokens, index + 1):
            return BodyList(person, index + 1)
    return None


_IN_CHARGE = PhraseIndex(("phụ trách", "trực tiếp phụ trách"))


def _acts_alone(tokens: Tokens, index: int) -> bool:
    return starts_predicate(tokens, index) or _IN_CHARGE.match(tokens, index) > 0


def comrade(tokens: Tokens, at: int) -> BodyList | None:
    """ "Đồng chí Phó Trưởng phòng Văn hóa - Phó Trưởng tiểu ban: …": one person with all posts, up to the colon."""
    if tokens.lower[at : at + 2] != ["đồng", "chí"]:
        return None
    for index in range(at + 2, min(len(tokens), at + _LONGEST_PERSON)):
        if tokens.words[index] == ":":
            if "các" in tokens.words[at:index]:
                return None
            name = normal_name(tokens.slice(at, index))
            return BodyList((Body(name, tokens.starts[at], tokens.ends[index - 1]),), index)
        if tokens.words[index] in (";", ".") or tokens.lower[index] in ("chí", "giao", "trì"):
            return None
    return None


_PERSON = re.compile(rf"Đồng chí (?:[{CAPITALS}][^\W\d_]*)(?: [{CAPITALS}][^\W\d_]*){{1,4}}$")


def without_post(tokens: Tokens, found: BodyList, after: int) -> tuple[BodyList, int]:
    """ "Đồng chí Lê Văn A, Phó Bí thư, trực tiếp …": the post between commas says who the person is."""
    if not _PERSON.match(found.bodies[0].name) or tokens.words[after] != ",":
        return found, after
    return (
        (BodyList(found.bodies[:1], found.next), after + 1) if starts_predicate(tokens, after + 1) else (found, after)
    )
