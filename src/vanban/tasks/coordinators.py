"""Whom a sentence names as partners: "phối hợp với B", "liên hệ với B … để được hướng dẫn"."""

from __future__ import annotations

from vanban.tasks.predicates import starts_predicate
from vanban.text.bodies import Body, BodyList, parse_body_list
from vanban.text.tokens import PhraseIndex, Tokens

_COORDINATION_NOUN = frozenset(
    {"sự", "chế", "tác", "việc", "vai", "trách", "quan", "hình", "lý", "kết", "vị", "chủ trương"}
)


def find_coordinators(tokens: Tokens) -> list[Body]:
    """Bodies behind "phối hợp (chặt chẽ) với", and those whose help is to be asked for."""
    joint = joint_partners(tokens, 0)
    found: list[Body] = list(joint.bodies) if joint else []
    for index in range(len(tokens) - 2):
        if tokens.lower[index] == "phối" and tokens.lower[index + 1] == "hợp":
            if _is_noun(tokens, index):
                continue
            at = _after_manner(tokens, _after_twin(tokens, index + 2))
        elif tokens.lower[index : index + 3] == ["liên", "hệ", "với"] and _asks_for_help(tokens, index + 3):
            at = index + 3
        else:
            continue
        bodies = parse_body_list(tokens, at, bare=_is_expected(tokens, at) or at > index + 2)
        if bodies is None and tokens.words[index + 2 : index + 3] == [","]:
            bodies = _after_joint_work(tokens, index + 3)
        if bodies:
            found.extend(body for body in bodies.bodies if body.name not in {one.name for one in found})
    return found


_PARTNER_NOUNS = frozenset({"quan", "vị"})


def _is_noun(tokens: Tokens, index: int) -> bool:
    """ "sự phối hợp", "cơ quan phối hợp:"; "các đơn vị phối hợp với B" coordinates."""
    before = tokens.lower[index - 1] if index else ""
    if before in _PARTNER_NOUNS and tokens.lower[index + 2 : index + 3] in (["với"], ["chặt"], ["cùng"]):
        return False
    return before in _COORDINATION_NOUN and before != "kết"


def joint_partners(tokens: Tokens, at: int) -> BodyList | None:
    """ "Với các đơn vị của Bộ A xây dựng …": partners at the head of an order whose lead is named above it."""
    if tokens.lower[at : at + 1] == ["cùng"]:
        at += 1
    if tokens.lower[at : at + 1] != ["với"]:
        return None
    bodies = parse_body_list(tokens, at + 1)
    return bodies if bodies and starts_predicate(tokens, bodies.next) else None


_MANNER = PhraseIndex(
    (
        "chặt chẽ", "thường xuyên", "tích cực", "hiệu quả", "có hiệu quả", "tốt", "kịp thời", "đồng bộ", "chủ động",
        "nhịp nhàng", "với", "cùng", "cùng với", "giữa", ",",
    ),
    ignore_case=True,
)  # fmt: skip


def _after_manner(tokens: Tokens, index: int) -> int:
    while not tokens.is_capital(index) and (length := _MANNER.match(tokens, index)):
        index += length
    return index


_LONGEST_JOINT_WORK = 8


def _after_joint_work(tokens: Tokens, index: int) -> BodyList | None:
    """ "phối hợp, cung cấp thông tin với các sở": the partners stand behind what is done together."""
    for at in range(index, min(len(tokens), index + _LONGEST_JOINT_WORK)):
        if tokens.words[at] in (",", ";", ".", ":"):
            return None
        if tokens.lower[at] == "với":
            return parse_body_list(tokens, at + 1, bare=True)
    return None


_TWINS = frozenset({"hướng dẫn", "hỗ trợ"})


def _after_twin(tokens: Tokens, index: int) -> int:
    """Index after the second verb of "phối hợp, hỗ trợ B", "phối hợp và hướng dẫn B"."""
    joined = index + 2 < len(tokens) and tokens.words[index] in (",", "và")
    return index + 3 if joined and " ".join(tokens.lower[index + 1 : index + 3]) in _TWINS else index


def _is_expected(tokens: Tokens, index: int) -> bool:
    """Behind "với" and "hỗ trợ" a common noun names a body."""
    return tokens.lower[index - 1] in ("với", "cùng", "trợ", "dẫn")


def _asks_for_help(tokens: Tokens, index: int) -> bool:
    end = next((at for at in range(index, len(tokens)) if tokens.words[at] in (";", ".")), len(tokens))
    following = " ".join(tokens.lower[index : min(end, index + _FARTHEST_HELP)])
    return "được hỗ trợ" in following or "được hướng dẫn" in following


_FARTHEST_HELP = 48
