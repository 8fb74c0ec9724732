"""Bodies named in a labelled line or a table cell, where names stand without a sentence around them."""

from __future__ import annotations

from vanban.tasks.actors import Scope
from vanban.tasks.subject import starts_predicate
from vanban.text.bodies import Body, parse_body_list
from vanban.text.tokens import Tokens
from vanban.types import Span


def leads_in(text: str, span: Span | None, scope: Scope) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    """Leads and coordinators of a label or cell "Sở A chủ trì, phối hợp với Sở B; Sở C".

    Behind "phối hợp" all are coordinators, up to a clause that says what its bodies have to do.
    """
    leads: list[Body] = []
    partners: list[Body] = []
    if span is None:
        return (), ()
    tokens = Tokens(text, span.start, span.end)
    into, at, opens = leads, 0, True
    while at < len(tokens):
        if tokens.lower[at : at + 2] == ["phối", "hợp"]:
            into, at, opens = partners, at + 2, False
            continue
        bodies = parse_body_list(tokens, at)
        if bodies is None:
            opens = opens or tokens.words[at] == ";"
            at += 1
            continue
        at = max(bodies.next, at + 1)
        acts = opens and starts_predicate(tokens, at)
        opens = False
        into = leads if acts else into
        into.extend(scope.resolve(body) for body in bodies.bodies)
        if starts_predicate(tokens, at):
            at = _next_clause(tokens, at)
            opens = at < len(tokens) and tokens.words[at - 1] == ";"
    return tuple(leads), tuple(partners)


def bodies_in(text: str, span: Span | None, scope: Scope) -> tuple[Body, ...]:
    """All bodies named in a label or cell."""
    if span is None:
        return ()
    tokens = Tokens(text, span.start, span.end)
    found: list[Body] = []
    at = 0
    while at < len(tokens):
        bodies = parse_body_list(tokens, at)
        if bodies:
            found.extend(scope.resolve(body) for body in bodies.bodies)
        at = max(bodies.next, at + 1) if bodies else at + 1
    return tuple(found)


def _next_clause(tokens: Tokens, at: int) -> int:
    """Index after the clause, or of "phối hợp" within it."""
    for index in range(at, len(tokens)):
        if tokens.words[index] == ";":
            return index + 1
        if tokens.lower[index : index + 2] == ["phối", "hợp"]:
            return index
    return len(tokens)
