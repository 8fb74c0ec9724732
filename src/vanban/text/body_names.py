"""How far a name of a body runs: from its head to the first word that cannot belong to it."""

from __future__ import annotations

from vanban.text.lexicon import bodies as lexicon
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens


def _printed_variants(domains: tuple[str, ...]) -> list[str]:
    """Fields as they are printed too: a small letter behind "và" in older documents, "&", dashes of both lengths."""
    found: dict[str, None] = {}
    for domain in domains:
        for joined in (domain, domain.replace(" và ", " & ")):
            for dashed in (joined, joined.replace(" - ", "-"), joined.replace(" - ", " – ")):
                before, _, last = dashed.rpartition(" và ")
                small = f"{before} và {last[:1].lower()}{last[1:]}" if before else dashed
                found.update({dashed: None, small: None})
    return list(found)


HEADS = PhraseIndex(lexicon.HEADS)
POSTS = PhraseIndex(lexicon.POSTS)
LOWER_POSTS = PhraseIndex([post.lower() for post in lexicon.POSTS])
_OPENERS = PhraseIndex(lexicon.GROUP_OPENERS, ignore_case=True)
_NOUNS = PhraseIndex(lexicon.GROUP_NOUNS, ignore_case=True)
STOPS = PhraseIndex([*lexicon.STOP_WORDS, *verbs.DIRECTIVE, *verbs.ASSIGNING])
DOMAINS = PhraseIndex(_printed_variants(lexicon.DOMAINS))
_PHRASES = PhraseIndex(lexicon.NAME_PHRASES)
_PHRASES_AFTER_NOUN = PhraseIndex(lexicon.NAME_PHRASES_AFTER_NOUN)
PERSONS = PhraseIndex(lexicon.PERSON_NOUNS, ignore_case=True)
LEVELS = PhraseIndex(lexicon.UNIT_LEVELS, ignore_case=True)
_OPENINGS = PhraseIndex(("Thực hiện", "Triển khai", "Căn cứ", "Trên cơ sở", "Sau khi", "Trong"))
_VERBS = PhraseIndex(verbs.DIRECTIVE)
_OWN_GROUPS = PhraseIndex(("chính quyền", "lực lượng"), ignore_case=True)
"""Nouns that begin a name of their own behind a group that is already limited ("các cơ quan chức năng và …")."""
BARE_NOUNS = PhraseIndex(lexicon.BARE_NOUNS, ignore_case=True)
_ABSORBING_HEADS = frozenset({"Tổng cục", "Tổng Cục", "Cục", "Chi cục", "Vụ", "Viện", "Ủy ban", "Uỷ ban"})
"""Heads that say nothing alone: a verb right behind them is the field of their work ("Tổng cục thống kê")."""
BARE_GROUPS = PhraseIndex(
    ("sở, ban, ngành", "sở, ngành", "sở, ban ngành", "bộ, ngành", "bộ ngành", "sở ngành"), ignore_case=True
)
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
_THINGS = (["dữ"], ["vật"], ["hạ"], ["pháp"])
"""What follows "cơ sở" where it is a thing: cơ sở dữ liệu, vật chất, hạ tầng, pháp lý."""
_LONELY_HEADS = frozenset({"Tỉnh", "Xã", "Phường", "Thành phố", "Đặc khu"})
DOMAIN_HEADS = frozenset({"Sở", "Bộ", "Phòng", "Cục", "Ban", "Vụ", "Tổng cục", "Chi cục", "các Sở", "các Bộ"})
_DIVISIONS = frozenset({"Vụ", "Cục", "Phòng", "Chi cục"})
_LONGEST_NAME = 40
_JOINERS = frozenset({"-", "–", "&", "/", "."})
_BEFORE_NUMBER = frozenset(
    {"khu", "vực", "Vùng", "số", "viện", "Phường", "phường", "Quận", "quận", "Điều", "khoản", "mục", "/"}
)
_COMMITTEES = frozenset({"UBND", "HĐND", "dân"})
"""Heads that a number of units may follow: "UBND 06 thành phố"."""
_GENERAL_NOUNS = frozenset({"Cơ quan", "Đơn vị", "Trung tâm", "Doanh nghiệp", "Chủ đầu tư", "Cán bộ"})
_ZONES = frozenset({"khu", "cụm"})
_DANGLING = frozenset({"của", "thuộc", "các", "trên", "trong", "ở", "-", "–", "/", "và", "liên"})


def starts_body(tokens: Tokens, index: int) -> bool:
    """True when a name of a body starts at ``index``."""
    return (
        head_length(tokens, index) > 0
        or POSTS.match(tokens, index) > 0
        or group_length(tokens, index) > 0
        or BARE_GROUPS.match(tokens, index) > 0
    )


def head_length(tokens: Tokens, index: int) -> int:
    length = HEADS.match(tokens, index)
    if not length:
        return 0
    pair = " ".join(tokens.lower[index : index + 2])
    if length == 1 and pair in lexicon.NOT_NAMES:
        return 0
    head = " ".join(tokens.words[index : index + length])
    if head == "Cơ sở" and tokens.lower[index + 2 : index + 3] in _THINGS:
        return 0
    if head in _SHORT_HEADS and not _may_follow_short_head(tokens, index + length):
        return length if head == "Cục" and _field_of_work(tokens, index + length) else 0
    return length


def _may_follow_short_head(tokens: Tokens, index: int) -> bool:
    return tokens.is_capital(index) or (
        index < len(tokens) and tokens.words[index] in ("tỉnh", "xã", "thành", "và", "chuyên", ":", "huyện")
    )


def group_length(tokens: Tokens, index: int) -> int:
    """Length of an opener such as "các" when a noun of the lexicon follows it."""
    opener = _OPENERS.match(tokens, index)
    if not opener:
        return 0
    after = index + opener
    if tokens.lower[after : after + 2] == ["cơ", "sở"] and tokens.lower[after + 2 : after + 3] in _THINGS:
        return 0
    if (
        _NOUNS.match(tokens, after)
        or PERSONS.match(tokens, after)
        or head_length(tokens, after)
        or LOWER_POSTS.match(tokens, after)
    ):
        return opener
    return 0


def named_unit_length(tokens: Tokens, index: int) -> int:
    """ "xã Tân An", "đặc khu Hòn Mẫu" in small letters: a level with a proper name."""
    length = LEVELS.match(tokens, index)
    return length if length and tokens.is_capital(index + length) else 0


def group_end(tokens: Tokens, index: int) -> int:
    """Index after a group name: nouns joined by commas and "và", and what limits them."""
    at = index + (_NOUNS.match(tokens, index) or PERSONS.match(tokens, index))
    after_noun = True
    while at < len(tokens) and at - index < _LONGEST_NAME:
        if length := _PHRASES.match(tokens, at) or (_PHRASES_AFTER_NOUN.match(tokens, at) if after_noun else 0):
            at += length
            after_noun = False
            continue
        word = tokens.words[at]
        if word in (",", "và"):
            following = 0 if _names_the_rest(tokens, index, at) else _next_noun(tokens, at)
            limited = not after_noun or _OWN_GROUPS.match(tokens, index)
            if not following or (limited and _OWN_GROUPS.match(tokens, at + 1)):
                break
            at, after_noun = following, True
            continue
        if inner := _inner_name(tokens, at):
            at, after_noun = inner, False
            continue
        if not _may_continue(tokens, at, proper=False) or _leaves_level(tokens, index, at):
            break
        length = _NOUNS.match(tokens, at)
        after_noun = length > 0
        at += max(length, 1)
    return _trim_end(tokens, index, at)


_LIMITS_LEVEL = frozenset({
    "có", "liên", "quan", "trên", "trực", "thuộc", "ven", "vùng", "miền", "phía", "biên", "nơi", "nằm", "được",
    "không", "còn", "chưa", "giáp", "đồng", "trọng", "lân", "bị", "hạ", "thượng", "dọc", "của", "theo", "đã", "đang",
    "từ", "trong", "ngoài", "tại", "ở", "cùng", "xã", "hội", "nghề", "bằng", "cấp", "phố", "khác",
})  # fmt: skip
_CLOSING_LEVELS = frozenset({"tỉnh", "huyện", "xã", "phường", "khu", "phố"})


def _leaves_level(tokens: Tokens, index: int, at: int) -> bool:
    """ "Các sở, ban, ngành tỉnh vá ổ gà …": behind the level a small letter that does not limit it is a predicate."""
    if tokens.is_capital(at) or not tokens.words[at][0].isalpha() or at - index < _FEWEST_BEFORE_LEVEL:
        return False
    party = tokens.words[at - 1] in ("ủy", "uỷ") and tokens.lower[at - 2] in ("tỉnh", "thành")
    return (party or tokens.words[at - 1] in _CLOSING_LEVELS) and tokens.words[at] not in _LIMITS_LEVEL


_FEWEST_BEFORE_LEVEL = 3
_OWNED = frozenset({"của", "thuộc", "tại"})


def _inner_name(tokens: Tokens, at: int) -> int:
    """Index after a name within a group's: "các đơn vị của Bộ Nông nghiệp và Môi trường"; 0 when there is none."""
    if tokens.words[at - 1] not in _OWNED or not tokens.is_capital(at):
        return 0
    head = head_length(tokens, at)
    return name_end(tokens, at + head, " ".join(tokens.words[at : at + head])) if head else 0


_REST = (["cơ", "quan"], ["đơn", "vị"], ["tổ", "chức"])
_FEWEST_NAMED = 4
_LONGEST_REST = 9


def _names_the_rest(tokens: Tokens, index: int, at: int) -> bool:
    """ "các sở, ban, ngành và cơ quan, đơn vị có liên quan": whoever else is concerned is a group of its own."""
    if tokens.words[at] != "và" or at - index < _FEWEST_NAMED or tokens.lower[at + 1 : at + 3] not in _REST:
        return False
    rest = tokens.lower[at + 3 : at + _LONGEST_REST]
    return "liên" in rest and "quan" in rest


def _next_noun(tokens: Tokens, index: int) -> int:
    """Index after the noun that continues a group name behind "," or "và"; 0 when none does."""
    at = index + 1
    if tokens.words[index] == "," and at < len(tokens) and tokens.words[at] == "và":
        at += 1
    if _ends_with_bare_post(tokens, index) and (post := POSTS.match(tokens, at) or LOWER_POSTS.match(tokens, at)):
        return at + post
    if at < len(tokens) and tokens.is_capital(at) and tokens.words[at - 1] != "và" and head_length(tokens, at):
        return 0
    length = _NOUNS.match(tokens, at)
    if tokens.lower[at : at + 2] == ["tổ", "chức"] and _VERBS.match(tokens, at + 2):
        return 0
    if not length or (tokens.is_capital(at) and (head_length(tokens, at) or POSTS.match(tokens, at))):
        return 0
    return at + length


_LONGEST_POST = 4


def _ends_with_bare_post(tokens: Tokens, index: int) -> bool:
    """ "các đồng chí Bộ trưởng, Thủ trưởng cơ quan ngang bộ": a post without its body shares the next one's."""
    for first in range(max(0, index - _LONGEST_POST), index):
        comrades = tokens.lower[first : first + 2] == ["đồng", "chí"]
        if comrades and first + 2 < index and POSTS.match(tokens, first + 2) == index - first - 2:
            return True
    return False


def name_end(tokens: Tokens, index: int, head: str) -> int:
    """Index after the name that goes on at ``index``, behind its ``head``."""
    at = index + (DOMAINS.match(tokens, index) if head in DOMAIN_HEADS else 0)
    closed = at > index or head in lexicon.COMPLETE_HEADS
    if head in _LONELY_HEADS and not tokens.is_capital(index):
        return index
    if at == index and head in _ABSORBING_HEADS:
        at = index + _field_of_work(tokens, index)
    while at < len(tokens) and at - index < _LONGEST_NAME:
        if length := _inner_phrase(tokens, index, at, head):
            closed = closed or tokens.slice(at, at + length) in lexicon.COMPLETE_HEADS
            at += length
            continue
        word = tokens.words[at]
        grouped = "các" in tokens.words[max(0, index - 1) : at]
        if word == "và" or (word == "," and _in_level_list(tokens, at, grouped=grouped)):
            if not _joins_name(tokens, at, grouped=grouped):
                break
            at += 1
            continue
        if word == "các" and STOPS.match(tokens, at):
            break
        closed = closed or _ends_proper_name(tokens, index, at)
        if limit := _level(tokens, at) or (_after_level(tokens, at) if closed else 0):
            closed = True
            at += limit
            continue
        extends = (tokens.is_capital(at) and not _is_verb(tokens, at)) or word in _JOINERS
        if not _may_continue(tokens, at, proper=True) or (closed and not extends):
            break
        closed = closed and not extends
        at += 1
    return _trim_end(tokens, index, at)


def _is_verb(tokens: Tokens, at: int) -> bool:
    """ "Công an tỉnh Hướng dẫn …", "Các chủ rừng Chịu …": a verb with a capital, where a colon or a line is lost."""
    length = _DIRECTIVES.match(tokens, at)
    if HEADS.match(tokens, at - 1) > 1:
        return False
    return length > 1 and tokens.lower[at + length : at + length + 1] != ["án"] and not DOMAINS.match(tokens, at)


_DIRECTIVES = PhraseIndex((*verbs.DIRECTIVE, *verbs.LEADING), ignore_case=True)


def _level(tokens: Tokens, at: int) -> int:
    """Length of a level, or of the Party committee of one in small letters; "Xã hội" is none."""
    pair = " ".join(tokens.words[at : at + 2])
    if pair in _PARTY_COMMITTEES:
        return 2
    return 0 if pair.lower() == "xã hội" else LEVELS.match(tokens, at)


def _after_level(tokens: Tokens, at: int) -> int:
    """Length of what may follow a level ("trực thuộc"); "cấp" only before a level, elsewhere it is a verb."""
    if tokens.words[at] in _ALONG and LEVELS.match(tokens, at - 1):
        return _course(tokens, at)
    if tokens.words[at] == "cấp" and not (LEVELS.match(tokens, at + 1) or tokens.lower[at + 1 : at + 2] == ["trung"]):
        return 0
    return _AFTER_LEVEL.match(tokens, at)


_ALONG = frozenset({"dọc", "ven", "phía", "vùng"})
_LONGEST_COURSE = 6


def _course(tokens: Tokens, at: int) -> int:
    """Length of "dọc sông Lạc", "phía Nam" behind a level: small letters up to a name."""
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST_COURSE and not tokens.is_capital(end):
        if STOPS.match(tokens, end) or not tokens.words[end].isalpha():
            return 0
        end += 1
    while end < len(tokens) and end - at < _LONGEST_COURSE and tokens.is_capital(end):
        end += 1
    return end - at if end < len(tokens) and tokens.is_capital(end - 1) else 0


_PARTY_COMMITTEES = frozenset({"tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "đảng ủy", "đảng uỷ"})


def _field_of_work(tokens: Tokens, index: int) -> int:
    """Length of the verbal noun behind a head that says nothing alone; older documents print it in small letters."""
    if index >= len(tokens) or tokens.is_capital(index):
        return 0
    length = _VERBS.match(tokens, index)
    if tokens.lower[index : index + 1] == ["đo"]:
        length = max(length, 2)
    if length and index + length < len(tokens) and tokens.words[index + length] == "và":
        return length + 3 if index + length + 2 < len(tokens) else length
    return length


def _inner_phrase(tokens: Tokens, index: int, at: int, head: str) -> int:
    """Length of what belongs to a name as a whole: a set phrase, a second head, "," within a division."""
    if length := _PHRASES.match(tokens, at):
        return length if head in _GENERAL_NOUNS or tokens.words[at] != "được" else 0
    if head in _GENERAL_NOUNS and at == index and (length := _PHRASES_AFTER_NOUN.match(tokens, at)):
        return length
    if tokens.words[at] == "," and head in _DIVISIONS and _joins_division(tokens, at):
        return 1
    if tokens.words[at] == "," and head in _FIRMS and _lists_trades(tokens, at):
        return 1
    inner = HEADS.match(tokens, at) if tokens.is_capital(at) else 0
    return inner if inner > max(1, LEVELS.match(tokens, at)) else 0


_FIRMS = frozenset({"Công ty", "Tổng công ty", "Tổng Công ty", "Tập đoàn", "Trung tâm"})
_FARTHEST_TRADE = 7


def _lists_trades(tokens: Tokens, index: int) -> bool:
    """ "Công ty Đầu tư, Xây dựng và Kinh doanh …": capitals on both sides of "và" behind the comma are its trades."""
    if not tokens.is_capital(index + 1) or starts_body(tokens, index + 1):
        return False
    for at in range(index + 2, min(len(tokens) - 1, index + _FARTHEST_TRADE)):
        if tokens.words[at] == "và":
            return tokens.is_capital(at + 1) and not starts_body(tokens, at + 1)
        if not tokens.words[at][0].isalpha() or STOPS.match(tokens, at):
            return False
    return False


def _ends_proper_name(tokens: Tokens, index: int, at: int) -> bool:
    """True behind two capitalised syllables ("Việt Nam"): small letters after them are no part of a name."""
    both = at - 2 >= index and tokens.is_capital(at - 1) and tokens.is_capital(at - 2)
    if both and any(len(word) > 1 and word.isupper() for word in tokens.words[at - 2 : at]):
        return False
    if _is_verb(tokens, at - 2):
        return False
    return both and not HEADS.match(tokens, at - 2) and not DOMAINS.match(tokens, at - 1)


def _joins_division(tokens: Tokens, index: int) -> bool:
    """ "Vụ Kế hoạch, Tài chính" is one division."""
    return tokens.is_capital(index + 1) and not starts_body(tokens, index + 1)


def _in_level_list(tokens: Tokens, index: int, *, grouped: bool) -> bool:
    """ "UBND các xã, phường, đặc khu", "các huyện, thị xã Tân An, thành phố Mẫu Giang": the comma joins levels."""
    level = _level(tokens, index + 1)
    return HEADS.match(tokens, index + 1) <= level > 0 and (
        grouped or LEVELS.match(tokens, index - 1) > 0 or LEVELS.match(tokens, index - 2) > 0
    )


def _joins_name(tokens: Tokens, index: int, *, grouped: bool) -> bool:
    """True when "và" or a comma between levels goes on with the same name; a group of units takes in named ones."""
    at = index + 1
    if at >= len(tokens):
        return False
    if level := _level(tokens, at):
        return grouped or not (tokens.is_capital(at + level) and tokens.is_capital(index - 1))
    if tokens.words[index] == "," or group_length(tokens, at):
        return False
    if tokens.words[at] in _ZONES and any(word in _ZONES for word in tokens.words[max(0, index - 6) : index]):
        return True
    return tokens.is_capital(at) and not head_length(tokens, at) and not POSTS.match(tokens, at)


def _may_continue(tokens: Tokens, index: int, *, proper: bool) -> bool:
    word = tokens.words[index]
    if word in _JOINERS:
        return index + 1 < len(tokens) and (tokens.is_capital(index + 1) or word == "/") and word != "."
    if word.isdigit():
        counts = tokens.words[index - 1] in _COMMITTEES and LEVELS.match(tokens, index + 1) > 0
        return counts or tokens.words[index - 1] in _BEFORE_NUMBER
    if not word[0].isalpha():
        return False
    if tokens.is_capital(index):
        apart = not proper and index > 0 and tokens.words[index - 1] == ","
        verb = (not proper or LEVELS.match(tokens, index - 1) > 0) and _is_verb(tokens, index)
        return not apart and not verb and not _OPENINGS.match(tokens, index)
    if word == "giao" and tokens.lower[index + 1 : index + 2] in (["thông"], ["dịch"], ["lưu"]):
        return True
    if word == "trình" and tokens.lower[index - 1] in ("chương", "quy", "lộ", "công"):
        return True
    return not STOPS.match(tokens, index)


def _trim_end(tokens: Tokens, index: int, at: int) -> int:
    while at > index and tokens.words[at - 1] in _DANGLING and tokens.words[at - 2 : at] != ["trực", "thuộc"]:
        at -= 1
    return at


def is_group_name(tokens: Tokens, index: int, end: int) -> bool:
    return any(word in ("các", "cấp", "những", "mỗi") for word in tokens.lower[index:end])
