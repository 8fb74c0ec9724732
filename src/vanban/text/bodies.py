"""Names of bodies in running text, and lists of them.

Lists share what they print once: "các sở: Tài chính, Xây dựng" are two departments, in "Đảng ủy, UBND xã" both are
the commune's. Where a name ends is decided in ``vanban.text.body_names``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vanban.text.body_names import (
    BARE_GROUPS,
    BARE_NOUNS,
    DOMAIN_HEADS,
    DOMAINS,
    LEVELS,
    PERSONS,
    POSTS,
    STOPS,
    group_end,
    group_length,
    head_length,
    is_group_name,
    name_end,
    named_unit_length,
    starts_body,
)
from vanban.text.naming import normal_name
from vanban.text.tokens import PhraseIndex, Tokens

__all__ = ["Body", "BodyList", "parse_body_list", "starts_body"]


@dataclass(frozen=True, slots=True)
class Body:
    """A named body: ``name`` normalised, ``start``/``end`` as printed. ``group`` names stand for several units."""

    name: str
    start: int
    end: int
    group: bool = False
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies joined by commas and "và"; ``next`` is the index of the token after the list."""

    bodies: tuple[Body, ...]
    next: int


_MAX_LIST = 60


def parse_body_list(tokens: Tokens, index: int, *, bare: bool = False) -> BodyList | None:
    """Parse the list of bodies that starts at token ``index``; None when no body starts there.

    ``bare``: common nouns count too ("địa phương"), as they do where a body is expected.
    """
    found: list[Body] = []
    at = index
    while len(found) < _MAX_LIST:
        parsed = (
            _parse_body(tokens, at)
            or (_parse_bare(tokens, at) if bare else None)
            or (_parse_leaders(tokens, at) or _parse_rest(tokens, at) if found else None)
        )
        if parsed is None:
            break
        found.extend(parsed.bodies)
        index = parsed.next
        at = _after_separator(tokens, index)
        if at == index:
            break
    if not found:
        return None
    return BodyList(tuple(_share_level(found)), index)


def _after_separator(tokens: Tokens, index: int) -> int:
    at = index
    if at < len(tokens) and tokens.words[at] in (",", ";"):
        at += 1
    if at < len(tokens) and tokens.words[at] in ("và", "cùng", "hoặc"):
        at += 1
        if at < len(tokens) and tokens.words[at - 1] == "cùng" and tokens.words[at] == "với":
            at += 1
    return at


def _parse_body(tokens: Tokens, index: int) -> BodyList | None:
    group = group_length(tokens, index)
    if group:
        return _parse_group(tokens, index, index + group)
    if BARE_GROUPS.match(tokens, index):
        return _parse_group(tokens, index, index)
    several = tokens.lower[index : index + 1] == ["các"]
    post = POSTS.match(tokens, index + several)
    if post:
        post += several
        held = _parse_post(tokens, index, index + post)
        return None if held.bodies[0].name in _NAMELESS else held
    head = head_length(tokens, index) or named_unit_length(tokens, index)
    if not head:
        return _parse_counted(tokens, index)
    found = _parse_name(tokens, index, index + head)
    return None if found.bodies[0].name in _NAMELESS else found


_VILLAGES = frozenset({"ấp", "thôn", "bản", "xóm"})


def _parse_counted(tokens: Tokens, index: int) -> BodyList | None:
    """ "Trưởng 7 ấp": the heads of so many villages."""
    counted = tokens.words[index : index + 1] == ["Trưởng"] and tokens.words[index + 1 : index + 2]
    if (
        not counted
        or not counted[0].isdigit()
        or tokens.words[index + 2 : index + 3] not in ([one] for one in _VILLAGES)
    ):
        return None
    return _with_places(tokens, index, index + 3, group=True)


def _parse_bare(tokens: Tokens, index: int) -> BodyList | None:
    """ "địa phương", "ngành công thương", "lực lượng Kiểm lâm"."""
    length = BARE_NOUNS.match(tokens, index)
    if not length:
        return None
    end = max(group_end(tokens, index), index + length)
    if end == index + length and " ".join(tokens.lower[index:end]) in _NOBODY_ALONE:
        return None
    return _with_places(tokens, index, end, group=True)


def _parse_leaders(tokens: Tokens, index: int) -> BodyList | None:
    """ "…, lãnh đạo các bộ, ngành có liên quan" at the end of a list; elsewhere "lãnh đạo" is a verb."""
    leaders = tokens.words[index : index + 2] == ["lãnh", "đạo"]
    return _parse_post(tokens, index, index + 2) if leaders and group_length(tokens, index + 2) else None


def _parse_rest(tokens: Tokens, index: int) -> BodyList | None:
    """ "… và cơ quan, đơn vị có liên quan" at the end of a list."""
    if index == 0 or tokens.words[index - 1] not in ("và", ",", ";"):
        return None
    rest = _parse_bare(tokens, index)
    return rest if rest and rest.bodies[0].name.endswith("liên quan") else None


_NOBODY_ALONE = frozenset({"cơ quan", "đơn vị", "tổ chức", "hội", "ngành", "lực lượng"})
"""Common nouns that name somebody only with what limits them."""
_NAMELESS = frozenset({"Lãnh đạo", "Cơ quan", "Cán bộ", "Hội", "Đoàn", "Ban"})
"""Heads that name nobody when they stand alone."""


def _parse_post(tokens: Tokens, index: int, after: int) -> BodyList:
    """ "Thủ trưởng các sở, ban, ngành tỉnh" is one name; so is "Chủ tịch UBND xã"."""
    inner = group_length(tokens, after)
    if inner:
        end = group_end(tokens, after + inner)
        expanded = _expand_domains(tokens, after, after + inner, end)
        if expanded:
            post = tokens.slice(index, after)
            headed = tuple(replace(body, name=f"{post[:1].upper()}{post[1:]} {body.name}") for body in expanded.bodies)
            return BodyList(headed, expanded.next)
        return _with_places(tokens, index, end, group=True)
    if BARE_NOUNS.match(tokens, after) or BARE_GROUPS.match(tokens, after):
        return _with_places(tokens, index, max(group_end(tokens, after), after + 1), group=True)
    head = head_length(tokens, after)
    if head:
        return _headed_by(tokens, index, after, _parse_name(tokens, after, after + head))
    return _parse_name(tokens, index, after)


def _headed_by(tokens: Tokens, index: int, after: int, found: BodyList) -> BodyList:
    """Whose heads are named: "Giám đốc Sở Tài chính, Nội vụ", "Chủ tịch UBND các xã: Tân An, Bình Mẫu"."""
    post = tokens.slice(index, after)
    headed = [replace(body, name=normal_name(f"{post} {body.name}")) for body in found.bodies]
    headed[0] = replace(headed[0], start=tokens.starts[index])
    return BodyList(tuple(headed), found.next)


def _parse_group(tokens: Tokens, index: int, after: int) -> BodyList:
    if PERSONS.match(tokens, after):
        owners = _owners(tokens, after)
        if owners:
            return owners
    end = group_end(tokens, after)
    expanded = _expand_domains(tokens, index, after, end)
    return expanded or _with_places(tokens, index, end, group=True)


def _owners(tokens: Tokens, index: int) -> BodyList | None:
    """The bodies of "lãnh đạo, cán bộ, công chức của Đảng ủy, UBND xã": people stand for their body."""
    at = index
    while length := PERSONS.match(tokens, at) or (at < len(tokens) and tokens.words[at] in (",", "và")):
        at += int(length)
    if at < len(tokens) and tokens.words[at] == "của":
        return parse_body_list(tokens, at + 1)
    return None


def _parse_name(tokens: Tokens, index: int, after: int) -> BodyList:
    head = " ".join(tokens.words[index:after])
    end = name_end(tokens, after, head)
    end += head in _NUMBERED_HEADS and _is_number(tokens, end)
    if head in _GROUPS_OF_FIRMS and end == after and tokens.lower[end : end + 3] == [",", "công", "ty"]:
        return _with_places(tokens, index, end + 3, group=True)
    name = _with_places(tokens, index, end, group=is_group_name(tokens, index, end))
    name = _without_owner(tokens, name)
    if head in DOMAIN_HEADS:
        return _elliptic(tokens, name, head)
    return name


_GROUPS_OF_FIRMS = frozenset({"Tổng công ty", "Tổng Công ty"})
_OWNER = re.compile(r" của (?:Sở|Bộ|Cục|Chi cục)$")


def _without_owner(tokens: Tokens, found: BodyList) -> BodyList:
    """ "Phòng Đầu tư của Sở": whose the division is goes without saying."""
    only = found.bodies[0]
    if not only.group and found.next + 1 < len(tokens) and _OWNER.match(f" {tokens.slice(found.next, found.next + 2)}"):
        return replace(found, next=found.next + 2)
    return replace(found, bodies=(replace(only, name=_OWNER.sub("", only.name)),)) if not only.group else found


_NUMBERED_HEADS = frozenset({"Phòng", "Vụ", "Tổ", "Đội"})


def _is_number(tokens: Tokens, index: int) -> bool:
    """ "Phòng Nghiệp vụ 2": a number that ends the name, not one that counts what follows."""
    if index >= len(tokens) or not tokens.words[index].isdigit() or len(tokens.words[index]) > 1:
        return False
    return index + 1 == len(tokens) or not tokens.words[index + 1][0].isalpha() or STOPS.match(tokens, index + 1) > 0


def _with_places(tokens: Tokens, index: int, end: int, *, group: bool) -> BodyList:
    """One body, with the places or exceptions printed after it left out of its name."""
    end = _range_end(tokens, end)
    following = _skip_places(tokens, end)
    last = following if following > end and _LEVEL_OF_PLACES.search(tokens.slice(index, end)) else end
    name = normal_name(tokens.slice(index, last))
    following += _ABOVE.match(tokens, following)
    exceptions: tuple[str, ...] = ()
    excepted = _exceptions(tokens, following)
    if excepted:
        following, exceptions = excepted
    return BodyList((Body(name, tokens.starts[index], tokens.ends[last - 1], group, exceptions),), following)


_ABOVE = PhraseIndex(("nêu trên", "nói trên", "trên đây", "dưới đây"))
_LEVEL_OF_PLACES = re.compile(r"(?:tỉnh|thành phố|xã|phường|đặc khu|huyện)(?: trực thuộc [Tt]rung ương)?$")
"""Groups of units whose places are printed behind a colon: "UBND các xã: Tân An, Bình Mẫu"."""
_LONGEST_PLACE = 4


def _range_end(tokens: Tokens, index: int) -> int:
    """Index after "từ … đến …" that limits a group of provinces or communes; ``index`` when there is none."""
    if (
        index >= len(tokens)
        or tokens.words[index] != "từ"
        or not LEVELS.match(tokens, index - 1 - (index > 1 and tokens.lower[index - 1] == "phố"))
    ):
        return index
    at = _place_end(tokens, index + 1)
    if at == index + 1 or at >= len(tokens) or tokens.words[at] != "đến":
        return index
    end = _place_end(tokens, at + 1)
    return end if end > at + 1 else index


def _place_end(tokens: Tokens, index: int) -> int:
    at = index
    while at < len(tokens) and at - index < _LONGEST_PLACE and tokens.is_capital(at):
        at += 1
    return at


def _skip_places(tokens: Tokens, index: int) -> int:
    """Skip ": Hà Tĩnh, Quảng Trị, Huế" after a group of provinces."""
    if (
        index >= len(tokens)
        or tokens.words[index] != ":"
        or not tokens.is_capital(index + 1)
        or starts_body(tokens, index + 1)
    ):
        return index
    at = index + 1
    while at < len(tokens):
        if (tokens.is_capital(at) and not starts_body(tokens, at)) or (
            tokens.words[at] in (",", "và") and tokens.is_capital(at + 1) and not starts_body(tokens, at + 1)
        ):
            at += 1
        else:
            break
    if at >= len(tokens):
        return at if at - index > 1 else index
    if at - index > _FEWEST_PLACE_TOKENS and tokens.words[at - 1] not in (",", "và"):
        return at if not tokens.is_capital(at) else index
    return index


_FEWEST_PLACE_TOKENS = 3


def _exceptions(tokens: Tokens, index: int) -> tuple[int, tuple[str, ...]] | None:
    at = index + (1 if index < len(tokens) and tokens.words[index] in (",", "(") else 0)
    if at >= len(tokens) or tokens.words[at] != "trừ":
        return None
    start = at + 1
    end = start
    while end < len(tokens) and tokens.words[end] not in (")", ";", ".", ":"):
        if STOPS.match(tokens, end):
            break
        end += 1
    names = tuple(part.strip() for part in re.split(r",|\bvà\b", tokens.slice(start, end)) if part.strip())
    closing = 1 if end < len(tokens) and tokens.words[end] == ")" else 0
    return end + closing, names


def _expand_domains(tokens: Tokens, index: int, after: int, end: int) -> BodyList | None:
    """ "các sở: Tài chính, Xây dựng" and "các Bộ, cơ quan: Tài chính, Nội vụ"."""
    noun = tokens.lower[after]
    if noun not in ("sở", "bộ", "phòng", "ban", "vụ", "cục"):
        return None
    found: list[Body] = []
    at = after + 1
    if noun == "ban" or not DOMAINS.match(tokens, at):
        at = end + 1
        if end >= len(tokens) or tokens.words[end] != ":":
            return None
    while at < len(tokens):
        length = DOMAINS.match(tokens, at) or _field_length(tokens, at)
        if length and (found or _is_listed(tokens, at, at + length)):
            found.append(_domain_body(tokens, noun.capitalize(), at, at + length))
            at += length
        elif found and head_length(tokens, at):
            inner = _parse_body(tokens, at)
            if inner is None:
                break
            found.extend(inner.bodies)
            at = inner.next
        else:
            break
        if at < len(tokens) and tokens.words[at] in (",", "và", ";") and tokens.is_capital(at + 1):
            at += 1
        else:
            break
    return BodyList(tuple(found), at) if found else None


def _is_listed(tokens: Tokens, first: int, last: int) -> bool:
    """True for a field; what does not end at a comma or "và" is a predicate ("Các sở: Nâng cao năng lực của …")."""
    return DOMAINS.match(tokens, first) > 0 or (last < len(tokens) and tokens.words[last] in (",", "và", ";"))


def _field_length(tokens: Tokens, index: int) -> int:
    """Length of a field that the gazetteer does not know ("Công nghiệp nhẹ"), in a list behind a colon."""
    if not tokens.is_capital(index) or head_length(tokens, index) or POSTS.match(tokens, index):
        return 0
    at = index + 1
    while at < len(tokens) and tokens.words[at][0].isalpha() and not STOPS.match(tokens, at):
        if tokens.is_capital(at) and (head_length(tokens, at) or POSTS.match(tokens, at)):
            break
        if tokens.words[at] == "và":
            break
        at += 1
    return at - index


def _domain_body(tokens: Tokens, head: str, first: int, last: int) -> Body:
    return Body(f"{head} {tokens.slice(first, last)}", tokens.starts[first], tokens.ends[last - 1])


def _elliptic(tokens: Tokens, first: BodyList, head: str) -> BodyList:
    """ "Sở Tài chính, Nội vụ, Y tế": the head is printed once."""
    found = list(first.bodies)
    at = first.next
    if not DOMAINS.match(tokens, tokens.at_offset(first.bodies[0].start) + len(head.split())):
        return first
    while at + 1 < len(tokens) and tokens.words[at] in (",", "và"):
        length = DOMAINS.match(tokens, at + 1)
        if not length or head_length(tokens, at + 1):
            break
        found.append(_domain_body(tokens, head, at + 1, at + 1 + length))
        at += 1 + length
    return BodyList(tuple(found), at)


_SHARED = re.compile(r"\s((?:tỉnh|thành phố|xã(?! hội)|phường|đặc khu|cấp|các xã|các tỉnh|các phường)\b.*)$")
_WITHOUT_LEVEL = re.compile(
    r"(?:Đảng ủy|Đảng uỷ|UBND|HĐND|Thường trực HĐND|Thường trực Đảng ủy|Ủy ban MTTQ(?: Việt Nam)?|UBMTTQ|Công an|"
    r"Ban Thường vụ Đảng ủy|Đoàn Thanh niên|Hội Nông dân|Hội Phụ nữ|Hội Cựu chiến binh|Hội Liên hiệp Phụ nữ)$",
    re.I,
)


def _share_level(bodies: list[Body]) -> list[Body]:
    """Give "xã Tân An" of the last of a list to those that print no level of their own."""
    shared: str | None = None
    result: list[Body] = []
    for body in reversed(bodies):
        if shared and _WITHOUT_LEVEL.match(body.name):
            result.append(replace(body, name=f"{body.name} {shared}"))
            continue
        found = _SHARED.search(body.name)
        shared = found.group(1) if found and not body.name.startswith(("Sở", "Ban", "Chủ tịch")) else None
        result.append(body)
    return result[::-1]
