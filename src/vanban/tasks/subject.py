"""Who a sentence obliges: the body it hands work to, or its grammatical subject.

The forms: "Giao Sở A …", "Yêu cầu B …", "C chủ trì …", "Ủy ban nhân dân tỉnh yêu cầu D …", and each of them behind an
introductory clause ("Trên cơ sở …,", "Về việc …:", "Trong quá trình …,"). A body in the middle of a sentence that
starts otherwise does not carry it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.tasks.lexicon import phrases
from vanban.text.bodies import Body, BodyList, parse_body_list, starts_body
from vanban.text.letters import CAPITALS
from vanban.text.lexicon import verbs
from vanban.text.naming import normal_name
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
_DIRECTIVE = PhraseIndex([*verbs.DIRECTIVE, *verbs.LEADING], ignore_case=True)
_OPENING = PhraseIndex(verbs.FURTHER, ignore_case=True)
_ADVERBS = PhraseIndex(verbs.ADVERBS, ignore_case=True)
_INTRODUCTIONS = PhraseIndex(phrases.INTRODUCTIONS, ignore_case=True)
_CONNECTIVES = PhraseIndex(phrases.CONNECTIVES, ignore_case=True)
_INSERTIONS = PhraseIndex(phrases.INSERTIONS)
_AGREEMENTS = PhraseIndex(phrases.AGREEMENTS, ignore_case=True)
_PERIODIC = frozenset({"định", "hằng", "hàng", "mỗi", "cuối", "đầu"})
_TOPICS = frozenset({"về", "việc", "liên", "nội", "thực", "do"})
_MODALS = frozenset({"phải", "cần"})
_MAX_BOUNDARIES = 14
_MAX_ADVERBS = 8
_LONGEST_PERSON = 30


def find_subject(tokens: Tokens) -> Subject | None:
    """Return whom the sentence obliges, or None when it names nobody at its head."""
    at = skip_connectives(tokens, 0)
    if joined := _order_after_topic(tokens, at):
        return joined
    introduction = _INTRODUCTIONS.match(tokens, at)
    introduced = introduction > 0 and introduction >= _DIRECTIVE.match(tokens, at)
    agreement = bool(_AGREEMENTS.match(tokens, at))
    for attempt in range(_MAX_BOUNDARIES):
        found = _assignment(tokens, at) or (None if agreement else _named_subject(tokens, at))
        if found and (attempt == 0 or not found.heading):
            return found
        if attempt and _LEADS.match(tokens, at):
            return None
        if not (introduced or agreement):
            return _order_after_colon(tokens, at)
        at = _next_boundary(tokens, at)
        if at >= len(tokens):
            return None
    return None


def _order_after_colon(tokens: Tokens, at: int) -> Subject | None:
    """ "Xã A chưa có …: giao Sở B …": the order follows the topic."""
    while (at := _next_boundary(tokens, at, colon_only=True)) < len(tokens):
        found = _assignment(tokens, at)
        if found:
            return found
    return None


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
    if starts_predicate(tokens, at) or _opens_order(tokens, at):
        return True
    if not _INTRODUCTIONS.match(tokens, at):
        return False
    if tokens.lower[at] in _PERIODIC and any(starts_predicate(tokens, at + step) for step in range(2, 7)):
        return True
    topic = tokens.lower[at] in _TOPICS
    for _ in range(_MAX_BOUNDARIES):
        at = _next_boundary(tokens, at, colon_only=topic)
        if at >= len(tokens):
            return False
        if starts_predicate(tokens, at):
            return True
    return False


_MAKING = frozenset({"hóa", "hoá"})
_THINGS_MADE = frozenset({"văn", "hàng", "tiến"})


def _opens_order(tokens: Tokens, index: int) -> bool:
    """True for verbs that open an order and are too common elsewhere, and for those that end in "hóa"."""
    at = index
    for _ in range(_MAX_ADVERBS):
        if _OPENING.match(tokens, at):
            return True
        for behind in (1, 2):
            if tokens.lower[at + behind : at + behind + 1] and tokens.lower[at + behind] in _MAKING:
                return tokens.lower[at + behind - 1] not in _THINGS_MADE
        length = _ADVERBS.match(tokens, at)
        if not length:
            return False
        at += length
    return False


def starts_predicate(tokens: Tokens, index: int) -> bool:
    """True when a directive verb stands at ``index``, adverbs before it aside."""
    at = index
    for _ in range(_MAX_ADVERBS):
        if _DIRECTIVE.match(tokens, at):
            return True
        length = _ADVERBS.match(tokens, at)
        if not length:
            return at > index and (tokens.lower[at - 1] in _MODALS or _is_charged(tokens, at))
        at += length
        if at < len(tokens) and tokens.words[at] == "," and at > index:
            at += 1
    return False


def _is_charged(tokens: Tokens, at: int) -> bool:
    """ "… có trách nhiệm tập hợp …": whatever word follows is what they have to do."""
    charged = tuple(tokens.lower[at - 3 : at]) in _CHARGED
    return charged and at < len(tokens) and tokens.words[at].isalpha() and not tokens.is_capital(at)


_CHARGED = (("có", "trách", "nhiệm"), ("có", "nhiệm", "vụ"))


def skip_connectives(tokens: Tokens, index: int) -> int:
    """Index after "Đồng thời,", "Trong đó," and the like."""
    while length := _CONNECTIVES.match(tokens, index):
        index += length
        if index < len(tokens) and tokens.words[index] in (",", ":"):
            index += 1
    return index


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


def _are_people(found: BodyList) -> bool:
    """ "Phân công đồng chí Phó Chủ tịch …" within a body is what the body has to do."""
    return found.bodies[0].name.lower().startswith(("đồng chí", "cán bộ", "công chức", "các đồng chí"))


def _named_subject(tokens: Tokens, at: int) -> Subject | None:
    bodies = _comrade(tokens, at) or _with_bare_tail(tokens, parse_body_list(tokens, at))
    bodies = _described(tokens, at, bodies) or bodies
    if bodies is None:
        return None
    after = _skip_parenthesis(tokens, bodies.next)
    if after + 1 < len(tokens) and tokens.words[after] == ":" and tokens.words[after + 1] == "*":
        after += 1
    if after >= len(tokens) or tokens.words[after] in (":", "*"):
        orders = after + 1 < len(tokens) and starts_predicate(tokens, after + 1)
        return Subject(bodies.bodies, after + 1 if orders else after, at, heading=not orders)
    handed_on = _assignment(tokens, after)
    if handed_on and tokens.words[after] != "kiến":
        return Subject(handed_on.bodies, handed_on.predicate, at, assigned=True, heading=handed_on.heading)
    bodies, after = _without_post(tokens, bodies, after)
    predicate = _predicate_after(tokens, after)
    if predicate is None and _does_by_a_day(tokens, after):
        predicate = after
    if predicate is None or _announces(tokens, predicate):
        return None
    return Subject(bodies.bodies, predicate, at)


def _with_bare_tail(tokens: Tokens, found: BodyList | None) -> BodyList | None:
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


def _described(tokens: Tokens, at: int, found: BodyList | None) -> BodyList | None:
    """ "Các bộ khác có máy bay (…) có trách nhiệm huy động …": a relative clause belongs to the name before it."""
    first = found.next if found else at
    last = found.bodies[-1] if found else None
    if tokens.lower[at : at + 1] and tokens.lower[at] not in _PLURALS and not (last and last.group):
        return None
    if found and (first >= len(tokens) or _INSERTIONS.match(tokens, first)):
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
    return had and _DIRECTIVE.match(tokens, index) > 1 and not tokens.is_capital(index)


def _turns(tokens: Tokens, index: int) -> bool:
    return _TURNS.match(tokens, index) > 0 and tokens.lower[index : index + 2] != ["cần", "thiết"]


def _comrade(tokens: Tokens, at: int) -> BodyList | None:
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


def _predicate_after(tokens: Tokens, after: int) -> int | None:
    """Where the predicate begins behind a subject, insertions skipped; None when there is none."""
    if starts_predicate(tokens, after) or (_OPENING.match(tokens, after) and not tokens.is_capital(after)):
        return after
    at = after + (1 if tokens.words[after] == "," else 0)
    if not _INSERTIONS.match(tokens, at):
        return None
    for index in range(at + 1, min(len(tokens), at + 60)):
        if _is_predicate_word(tokens, index):
            return index
        if tokens.words[index] in (";", ".", ":"):
            return None
    return None


def _is_predicate_word(tokens: Tokens, index: int) -> bool:
    if tokens.is_capital(index) or tokens.lower[index - 1] in ("được", "sự", "việc", "công", "thẩm"):
        return False
    return starts_predicate(tokens, index) and not _INSERTIONS.match(tokens, index)


_PERSON = re.compile(rf"Đồng chí (?:[{CAPITALS}][^\W\d_]*)(?: [{CAPITALS}][^\W\d_]*){{1,4}}$")


def _without_post(tokens: Tokens, found: BodyList, after: int) -> tuple[BodyList, int]:
    """ "Đồng chí Lê Văn A, Phó Bí thư, trực tiếp …": the post between commas says who the person is."""
    if not _PERSON.match(found.bodies[0].name) or tokens.words[after] != ",":
        return found, after
    return (
        (BodyList(found.bodies[:1], found.next), after + 1) if starts_predicate(tokens, after + 1) else (found, after)
    )


_NO_VERBS = frozenset({
    "của", "thuộc", "là", "đã", "đang", "được", "bị", "còn", "chưa", "có", "không", "trong", "trên", "tại", "ở", "và",
    "hoặc", "với", "từ", "đến", "theo", "về", "cho", "này", "đó", "nêu", "trực", "liên", "khác", "như", "thì", "mà",
    "nơi", "vẫn", "rất", "luôn", "gồm", "do", "vào", "năm", "tháng", "ngày", "nào", "cũng", "đều", "sẽ", "nhận", "đạt",
    "ước", "giảm", "tăng", "chiếm", "trước", "sau", "khi", "tự", "nếu", "để", "nhằm", "quý", "bằng", "những", "các",
    "mỗi",
})  # fmt: skip
_BY_A_DAY = PhraseIndex(
    ("hoàn thành", "xong", "trước ngày", "chậm nhất", "trong tháng", "trong quý", "trong tuần", "trong vòng")
)


def _does_by_a_day(tokens: Tokens, after: int) -> bool:
    """ "UBND các xã cắm biển cảnh báo, xong trước ngày …": whatever the verb, a day by which it is done orders it."""
    if tokens.is_capital(after) or not tokens.words[after].isalpha() or tokens.words[after] in _NO_VERBS:
        return False
    for index in range(after + 2, len(tokens)):
        if tokens.words[index] in (";", ":", "."):
            return False
        if _BY_A_DAY.match(tokens, index):
            return True
    return False


_ANNOUNCING = PhraseIndex(phrases.ANNOUNCING)


def _announces(tokens: Tokens, index: int) -> bool:
    """ "Ủy ban nhân dân tỉnh ban hành Kế hoạch …" and "thông báo để …" oblige nobody named before them."""
    return _ANNOUNCING.match(tokens, index) > 0


def _skip_parenthesis(tokens: Tokens, at: int) -> int:
    if at < len(tokens) and tokens.words[at] == "(":
        for index in range(at + 1, min(len(tokens), at + 60)):
            if tokens.words[index] == ")":
                return index + 1
    return at


def _next_boundary(tokens: Tokens, at: int, *, colon_only: bool = False) -> int:
    """Index after the next mark at which a clause may end, parentheses aside."""
    depth = 0
    for index in range(at, len(tokens)):
        word = tokens.words[index]
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and (word == ":" or (not colon_only and _ends_clause(tokens, index))):
            return index + 1
    return len(tokens)


def _ends_clause(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] in (",", ";") or _after_difficulty(tokens, index)


_IN_THE_COURSE = ["quá", "trình", "thực", "hiện"]


def _after_difficulty(tokens: Tokens, index: int) -> bool:
    """ "nếu có khó khăn, vướng mắc các cơ quan …": the comma is often left out there."""
    pair = " ".join(tokens.lower[max(0, index - 1) : index + 1])
    ends = (
        pair in ("vướng mắc", "khó khăn", "phát sinh", "bổ sung", "sửa đổi", "thẩm quyền")
        or _ends_period(tokens, index)
        or tokens.lower[max(0, index - 3) : index + 1] == _IN_THE_COURSE
    )
    return ends and starts_body(tokens, index + 1)


def _ends_period(tokens: Tokens, index: int) -> bool:
    """ "Định kỳ 06 tháng các cơ quan …": a period at the head, without a comma."""
    periodic = tokens.lower[:1] and tokens.lower[0] in ("định", "hằng", "hàng")
    return bool(periodic) and index < _LATEST_PERIOD and tokens.lower[index] in ("tháng", "quý", "năm", "tuần")


_LATEST_PERIOD = 5


def bodies_after(tokens: Tokens, index: int) -> BodyList | None:
    """The bodies named at ``index``, a preposition before them skipped."""
    while index < len(tokens) and tokens.lower[index] in ("với", "cùng", "cho", "về", "của"):
        index += 1
    return parse_body_list(tokens, index)
