"""How far the phrase of a product runs: the noun with its complement, without purposes, standards and times."""

from __future__ import annotations

from vanban.tasks.lexicon import phrases
from vanban.tasks.product_contexts import HIGHER_LEVEL, is_noun_before_submitting
from vanban.text.bodies import starts_body
from vanban.text.lexicon import verbs
from vanban.text.tokens import PhraseIndex, Tokens
from vanban.types import Span

DOCUMENTS = PhraseIndex(phrases.PRODUCT_NOUNS, ignore_case=True)
SOFT = PhraseIndex(phrases.SOFT_PRODUCT_NOUNS, ignore_case=True)
_ENDS = PhraseIndex(phrases.PRODUCT_ENDS)
_DIRECTIVE = PhraseIndex(verbs.DIRECTIVE)
_OTHER_ORDERS = PhraseIndex(("phối hợp với", "phối hợp cùng", "yêu cầu", "khuyến cáo", "chịu trách nhiệm"))
"""Orders that belong to no noun, however short it is: "tài liệu tuyên truyền, phối hợp với …"."""
TOWARDS = frozenset({"về", "lên", "cho", "đến", "tới"})
_LONGEST_PRODUCT = 45
_COMPLEMENT_STARTS = 4


def phrase(tokens: Tokens, start: int, after_noun: int) -> Span:
    """The noun with its complement, without purposes, standards, times and further verbs."""
    at = after_noun
    depth = 0
    while at < len(tokens) and at - start < _LONGEST_PRODUCT:
        word = tokens.words[at]
        if word == "“":
            depth += 1
        elif word == "”":
            depth = max(0, depth - 1)
        elif depth == 0 and ends_phrase(tokens, at, after_noun):
            break
        at += 1
    while at > after_noun and tokens.words[at - 1] in (",", "và", "của", "là"):
        at -= 1
    return Span(tokens.starts[start], tokens.ends[at - 1])


def ends_phrase(tokens: Tokens, at: int, after_noun: int) -> bool:
    """True where the complement of the noun that ends at ``after_noun`` is over."""
    word = tokens.words[at]
    if word in (";", ":", "(", "*", "…") or (word == "." and not _inside_number(tokens, at)):
        return True
    if word in (",", "và", "hoặc") and at + 1 < len(tokens):
        return _ends_at_comma(tokens, at, after_noun)
    if word in TOWARDS and starts_body(tokens, at + 1):
        return True
    if tokens.lower[at] == "trình" and is_noun_before_submitting(tokens, at):
        return False
    if tokens.lower[at : at + 2] == ["theo", "dõi"] or _is_for_submission(tokens, at, after_noun):
        return False
    opens_complement = at == after_noun and tokens.lower[at : at + 2] in (["bảo", "đảm"], ["đảm", "bảo"])
    return not opens_complement and _ENDS.match(tokens, at) > 0


def _is_for_submission(tokens: Tokens, at: int, after_noun: int) -> bool:
    """ "hồ sơ trình phê duyệt …": what kind of papers, not to whom they go."""
    if (
        at != after_noun
        or tokens.lower[at] != "trình"
        or at + 1 >= len(tokens)
        or not tokens.words[at + 1][0].isalpha()
    ):
        return False
    return not (starts_body(tokens, at + 1) or HIGHER_LEVEL.match(tokens, at + 1))


def _ends_at_comma(tokens: Tokens, at: int, after_noun: int) -> bool:
    """A comma goes on with the complement unless a purpose or another verb follows it."""
    if at == after_noun and tokens.words[at] == ",":
        return not (DOCUMENTS.match(tokens, at + 1) or SOFT.match(tokens, at + 1))
    if at == after_noun and _DIRECTIVE.match(tokens, at + 1) and not DOCUMENTS.match(tokens, at + 1):
        return True
    if _OTHER_ORDERS.match(tokens, at + 1):
        return True
    if _ENDS.match(tokens, at + 1) or tokens.lower[at + 1 : at + 3] == ["đề", "xuất"]:
        return True
    return bool(_DIRECTIVE.match(tokens, at + 1)) and at - after_noun > _COMPLEMENT_STARTS


def _inside_number(tokens: Tokens, at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens.words[at - 1].isdigit() and tokens.words[at + 1].isdigit()
