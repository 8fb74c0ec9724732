"""Names of bodies in running text: a head from the gazetteer and a grammar of what may follow it.

A name runs from its head ("Sở", "Ủy ban nhân dân", "các cơ quan") to the first word that cannot belong to it: a
directive verb, a connective, a comma before something that is no part of a list of nouns. Lists share what they print
once: "các sở: Tài chính, Xây dựng" are two departments, in "Đảng ủy, UBND xã" both are the commune's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vanban.text.lexicon import bodies as lexicon
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens


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


_HEADS = PhraseIndex(lexicon.HEADS)
_POSTS = PhraseIndex(lexicon.POSTS)
_LOWER_POSTS = PhraseIndex([post.lower() for post in lexicon.POSTS])
_OPENERS = PhraseIndex(lexicon.GROUP_OPENERS, ignore_case=True)
_NOUNS = PhraseIndex(lexicon.GROUP_NOUNS, ignore_case=True)
_STOPS = PhraseIndex([*lexicon.STOP_WORDS, *verbs.DIRECTIVE, *verbs.ASSIGNING])
_DOMAINS = PhraseIndex(lexicon.DOMAINS)
_PHRASES = PhraseIndex(lexicon.NAME_PHRASES)
_PHRASES_AFTER_NOUN = PhraseIndex(lexicon.NAME_PHRASES_AFTER_NOUN)
_PERSONS = PhraseIndex(lexicon.PERSON_NOUNS, ignore_case=True)

_SHORT_HEADS = frozenset(
    {
        "Ban",
        "Bộ",
        "Sở",
        "Phòng",
        "Vụ",
        "Cục",
        "Viện",
        "Báo",
        "Đài",
        "Hội",
        "Đoàn",
        "Trường",
        "Thuế",
        "Quỹ",
        "Thanh tra",
        "VP",
    }
)
_LONELY_HEADS = frozenset({"Tỉnh", "Xã", "Phường", "Thành phố", "Đặc khu"})
_DOMAIN_HEADS = frozenset({"Sở", "Bộ", "Phòng", "Cục", "Ban", "Vụ", "Tổng cục", "Chi cục", "các Sở", "các Bộ"})
_LONGEST_NAME = 40
_JOINERS = frozenset({"-", "–", "&", "/", "."})
_MAX_LIST = 60


def parse_body_list(tokens: Tokens, index: int) -> BodyList | None:
    """Parse the list of bodies that starts at token ``index``; None when no body starts there."""
    found: list[Body] = []
    at = index
    while len(found) < _MAX_LIST:
        parsed = _parse_body(tokens, at)
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


def starts_body(tokens: Tokens, index: int) -> bool:
    """True when a name of a body starts at ``index``."""
    return _head_length(tokens, index) > 0 or _POSTS.match(tokens, index) > 0 or _group_length(tokens, index) > 0


def _after_separator(tokens: Tokens, index: int) -> int:
    at = index
    if at < len(tokens) and tokens.words[at] in (",", ";"):
        at += 1
    if at < len(tokens) and tokens.words[at] in ("và", "cùng", "hoặc"):
        at += 1
        if at < len(tokens) and tokens.words[at - 1] == "cùng" and tokens.words[at] == "với":
            at += 1
    return at


def _head_length(tokens: Tokens, index: int) -> int:
    length = _HEADS.match(tokens, index)
    if not length:
        return 0
    pair = " ".join(tokens.lower[index : index + 2])
    if length == 1 and pair in lexicon.NOT_NAMES:
        return 0
    head = " ".join(tokens.words[index : index + length])
    if head in _SHORT_HEADS and not _may_follow_short_head(tokens, index + length):
        return 0
    return length


def _may_follow_short_head(tokens: Tokens, index: int) -> bool:
    return tokens.is_capital(index) or (
        index < len(tokens) and tokens.words[index] in ("tỉnh", "xã", "thành", "và", "chuyên", ":", "huyện")
    )


def _group_length(tokens: Tokens, index: int) -> int:
    """Length of an opener such as "các" when a noun of the lexicon follows it."""
    opener = _OPENERS.match(tokens, index)
    if not opener:
        return 0
    after = index + opener
    if (
        _NOUNS.match(tokens, after)
        or _PERSONS.match(tokens, after)
        or _head_length(tokens, after)
        or _LOWER_POSTS.match(tokens, after)
    ):
        return opener
    return 0


def _parse_body(tokens: Tokens, index: int) -> BodyList | None:
    group = _group_length(tokens, index)
    if group:
        return _parse_group(tokens, index, index + group)
    post = _POSTS.match(tokens, index)
    if post:
        return _parse_post(tokens, index, index + post)
    head = _head_length(tokens, index) or _named_unit_length(tokens, index)
    if not head:
        return None
    found = _parse_name(tokens, index, index + head)
    return None if found.bodies[0].name in _NAMELESS else found


_NAMELESS = frozenset({"Cơ quan", "Cán bộ", "Hội", "Đoàn", "Ban"})
"""Heads that name nobody when they stand alone."""


def _named_unit_length(tokens: Tokens, index: int) -> int:
    """ "xã Tân An", "đặc khu Hòn Mẫu" in small letters: a level with a proper name."""
    length = _LEVELS.match(tokens, index)
    return length if length and tokens.is_capital(index + length) else 0


def _parse_post(tokens: Tokens, index: int, after: int) -> BodyList:
    """ "Thủ trưởng các sở, ban, ngành tỉnh" is one name; so is "Chủ tịch UBND xã"."""
    inner = _group_length(tokens, after)
    if inner:
        end = _group_end(tokens, after + inner)
        return _with_places(tokens, index, end, group=True)
    head = _head_length(tokens, after)
    if head:
        return _headed_by(tokens, index, _parse_name(tokens, after, after + head))
    return _parse_name(tokens, index, after)


def _headed_by(tokens: Tokens, index: int, found: BodyList) -> BodyList:
    """The body whose head is named: "Giám đốc Sở …" goes with the first body of the list."""
    first = found.bodies[0]
    start = tokens.starts[index]
    headed = replace(first, name=normal_name(tokens.text[start : first.end]), start=start)
    return BodyList((headed, *found.bodies[1:]), found.next)


def _parse_group(tokens: Tokens, index: int, after: int) -> BodyList:
    if _PERSONS.match(tokens, after):
        owners = _owners(tokens, after)
        if owners:
            return owners
    end = _group_end(tokens, after)
    expanded = _expand_domains(tokens, index, after, end)
    return expanded or _with_places(tokens, index, end, group=True)


def _owners(tokens: Tokens, index: int) -> BodyList | None:
    """The bodies of "lãnh đạo, cán bộ, công chức của Đảng ủy, UBND xã": people stand for their body."""
    at = index
    while length := _PERSONS.match(tokens, at) or (at < len(tokens) and tokens.words[at] in (",", "và")):
        at += int(length)
    if at < len(tokens) and tokens.words[at] == "của":
        return parse_body_list(tokens, at + 1)
    return None


def _group_end(tokens: Tokens, index: int) -> int:
    """Index after a group name: nouns joined by commas and "và", and what limits them."""
    at = index + (_NOUNS.match(tokens, index) or _PERSONS.match(tokens, index))
    after_noun = True
    while at < len(tokens) and at - index < _LONGEST_NAME:
        if length := _PHRASES.match(tokens, at) or (_PHRASES_AFTER_NOUN.match(tokens, at) if after_noun else 0):
            at += length
            after_noun = False
            continue
        word = tokens.words[at]
        if word in (",", "và"):
            following = _next_noun(tokens, at)
            if not following:
                break
            at, after_noun = following, True
            continue
        if not _may_continue(tokens, at, proper=False):
            break
        length = _NOUNS.match(tokens, at)
        after_noun = length > 0
        at += max(length, 1)
    return _trim_end(tokens, index, at)


def _next_noun(tokens: Tokens, index: int) -> int:
    """Index after the noun that continues a group name behind "," or "và"; 0 when none does."""
    at = index + 1
    if tokens.words[index] == "," and at < len(tokens) and tokens.words[at] == "và":
        at += 1
    if at < len(tokens) and tokens.is_capital(at) and tokens.words[at - 1] != "và" and _head_length(tokens, at):
        return 0
    length = _NOUNS.match(tokens, at)
    if not length or (tokens.is_capital(at) and (_head_length(tokens, at) or _POSTS.match(tokens, at))):
        return 0
    return at + length


def _parse_name(tokens: Tokens, index: int, after: int) -> BodyList:
    head = " ".join(tokens.words[index:after])
    end = _name_end(tokens, after, head)
    name = _with_places(tokens, index, end, group=_is_group(tokens, index, end))
    if head in _DOMAIN_HEADS:
        return _elliptic(tokens, name, head)
    return name


def _name_end(tokens: Tokens, index: int, head: str) -> int:
    at = index + (_DOMAINS.match(tokens, index) if head in _DOMAIN_HEADS else 0)
    generic = head in ("Cơ quan", "Đơn vị", "Trung tâm", "Doanh nghiệp", "Chủ đầu tư", "Cán bộ")
    closed = at > index or head in lexicon.COMPLETE_HEADS
    if head in _LONELY_HEADS and not tokens.is_capital(index):
        return index
    while at < len(tokens) and at - index < _LONGEST_NAME:
        if length := _PHRASES.match(tokens, at) or (
            _PHRASES_AFTER_NOUN.match(tokens, at) if generic and at == index else 0
        ):
            at += length
            continue
        word = tokens.words[at]
        if word == "và" or (word == "," and _in_level_list(tokens, at)):
            if not _joins_name(tokens, at):
                break
            at += 1
            continue
        if word == "," and head in _DIVISIONS and _joins_division(tokens, at):
            at += 1
            continue
        if tokens.is_capital(at) and (inner := _HEADS.match(tokens, at)) > 1:
            at += inner
            continue
        closed = closed or _ends_proper_name(tokens, index, at)
        if limit := _LEVELS.match(tokens, at) or (_AFTER_LEVEL.match(tokens, at) if closed else 0):
            closed = True
            at += limit
            continue
        if not _may_continue(tokens, at, proper=True) or (
            closed and not tokens.is_capital(at) and word not in _JOINERS
        ):
            break
        closed = closed and not tokens.is_capital(at) and word not in _JOINERS
        at += 1
    return _trim_end(tokens, index, at)


_DIVISIONS = frozenset({"Vụ", "Cục", "Phòng", "Chi cục"})
_AFTER_LEVEL = PhraseIndex(
    (
        *lexicon.UNIT_LEVELS,
        "trực thuộc",
        "thuộc",
        "trung ương",
        "liên quan",
        "có liên quan",
        "trên địa bàn",
        "các",
        "nơi",
        "cấp",
    )
)


def _ends_proper_name(tokens: Tokens, index: int, at: int) -> bool:
    """True behind two capitalised syllables ("Việt Nam"): small letters after them are no part of a name."""
    both = at - 2 >= index and tokens.is_capital(at - 1) and tokens.is_capital(at - 2)
    return both and not _HEADS.match(tokens, at - 2)


def _joins_division(tokens: Tokens, index: int) -> bool:
    """ "Vụ Kế hoạch, Tài chính" is one division."""
    return tokens.is_capital(index + 1) and not starts_body(tokens, index + 1)


_LEVELS = PhraseIndex(lexicon.UNIT_LEVELS, ignore_case=True)


def _in_level_list(tokens: Tokens, index: int) -> bool:
    """ "UBND các xã, phường, đặc khu": the comma joins levels."""
    return _LEVELS.match(tokens, index + 1) > 0 and (
        _LEVELS.match(tokens, index - 1) > 0 or _LEVELS.match(tokens, index - 2) > 0
    )


def _joins_name(tokens: Tokens, index: int) -> bool:
    """True when "và" or a comma between levels goes on with the same name."""
    at = index + 1
    if at >= len(tokens):
        return False
    if level := _LEVELS.match(tokens, at):
        return not (tokens.is_capital(at + level) and tokens.is_capital(index - 1))
    if tokens.words[index] == "," or _group_length(tokens, at):
        return False
    return tokens.is_capital(at) and not _head_length(tokens, at) and not _POSTS.match(tokens, at)


_BEFORE_NUMBER = frozenset(
    {"khu", "Vùng", "số", "viện", "Phường", "phường", "Quận", "quận", "Điều", "khoản", "mục", "/"}
)


def _may_continue(tokens: Tokens, index: int, *, proper: bool) -> bool:
    word = tokens.words[index]
    if word in _JOINERS:
        return index + 1 < len(tokens) and (tokens.is_capital(index + 1) or word == "/") and word != "."
    if word.isdigit():
        return tokens.words[index - 1] in _BEFORE_NUMBER
    if not word[0].isalpha():
        return False
    if tokens.is_capital(index):
        return proper or not (index and tokens.words[index - 1] == ",")
    if word == "trình" and tokens.lower[index - 1] in ("chương", "quy", "lộ", "công"):
        return True
    return not _STOPS.match(tokens, index)


_DANGLING = frozenset({"của", "thuộc", "các", "trên", "trong", "ở", "-", "–", "/", "và", "liên"})


def _trim_end(tokens: Tokens, index: int, at: int) -> int:
    while at > index and tokens.words[at - 1] in _DANGLING and tokens.words[at - 2 : at] != ["trực", "thuộc"]:
        at -= 1
    return at


def _is_group(tokens: Tokens, index: int, end: int) -> bool:
    return any(word in ("các", "cấp", "những", "mỗi") for word in tokens.lower[index:end])


def _with_places(tokens: Tokens, index: int, end: int, *, group: bool) -> BodyList:
    """One body, with the places or exceptions printed after it left out of its name."""
    following, exceptions = _skip_places(tokens, end), ()  # type: tuple[int, tuple[str, ...]]
    excepted = _exceptions(tokens, following)
    if excepted:
        following, exceptions = excepted
    body = Body(normal_name(tokens.slice(index, end)), tokens.starts[index], tokens.ends[end - 1], group, exceptions)
    return BodyList((body,), following)


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
    if at < len(tokens) and (at - index > 3) and tokens.words[at - 1] not in (",", "và"):
        return at if not tokens.is_capital(at) else index
    return index


def _exceptions(tokens: Tokens, index: int) -> tuple[int, tuple[str, ...]] | None:
    at = index + (1 if index < len(tokens) and tokens.words[index] in (",", "(") else 0)
    if at >= len(tokens) or tokens.words[at] != "trừ":
        return None
    start = at + 1
    end = start
    while end < len(tokens) and tokens.words[end] not in (")", ";", ".", ":"):
        if _STOPS.match(tokens, end):
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
    if not _DOMAINS.match(tokens, at):
        at = end + 1
        if end >= len(tokens) or tokens.words[end] != ":":
            return None
    while at < len(tokens):
        length = _DOMAINS.match(tokens, at) or _field_length(tokens, at)
        if length:
            found.append(_domain_body(tokens, noun.capitalize(), at, at + length))
            at += length
        elif found and _head_length(tokens, at):
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


def _field_length(tokens: Tokens, index: int) -> int:
    """Length of a field that the gazetteer does not know ("Công nghiệp nhẹ"), in a list behind a colon."""
    if not tokens.is_capital(index) or _head_length(tokens, index) or _POSTS.match(tokens, index):
        return 0
    at = index + 1
    while (
        at < len(tokens)
        and tokens.words[at][0].isalpha()
        and not tokens.is_capital(at)
        and not _STOPS.match(tokens, at)
    ):
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
    if not _DOMAINS.match(tokens, tokens.at_offset(first.bodies[0].start) + len(head.split())):
        return first
    while at + 1 < len(tokens) and tokens.words[at] in (",", "và"):
        length = _DOMAINS.match(tokens, at + 1)
        if not length or _head_length(tokens, at + 1):
            break
        found.append(_domain_body(tokens, head, at + 1, at + 1 + length))
        at += 1 + length
    return BodyList(tuple(found), at)


_SHARED = re.compile(r"\s((?:tỉnh|thành phố|xã|phường|đặc khu|cấp|các xã|các tỉnh|các phường)\b.*)$")
_WITHOUT_LEVEL = re.compile(
    r"(?:Đảng ủy|Đảng uỷ|UBND|HĐND|Thường trực HĐND|Thường trực Đảng ủy|Ủy ban MTTQ(?: Việt Nam)?|UBMTTQ|Công an|"
    r"Ban Thường vụ Đảng ủy)$",
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


_ABBREVIATED = (
    (re.compile(r"[ỦU][yỷ] ban nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân", re.I), "UBND"),
    (re.compile(r"Hội đồng nhân dân", re.I), "HĐND"),
    (re.compile(r"Mặt trận Tổ quốc", re.I), "MTTQ"),
)


def normal_name(printed: str) -> str:
    """A name as it is shown: one space between words, UBND, HĐND and MTTQ abbreviated, first letter a capital."""
    name = " ".join(printed.split()).strip(" ,;:.-–*")
    for pattern, short in _ABBREVIATED:
        name = pattern.sub(short, name)
    return name[:1].upper() + name[1:]


def full_name(name: str) -> str:
    """A name with UBND, HĐND and MTTQ written out, as issuers are."""
    for short, long in (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("MTTQ", "Mặt trận Tổ quốc")):
        name = re.sub(rf"\b{short}\b", long, name)
    return name
