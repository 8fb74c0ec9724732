"""Bodies named in a labelled line or a table cell, where names stand without a sentence around them."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.tasks.actors import Scope
from vanban.tasks.predicates import starts_predicate
from vanban.text.bodies import Body, parse_body_list
from vanban.text.tokens import Tokens
from vanban.types import Span


def leads_in(text: str, span: Span | None, scope: Scope) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    """Leads and coordinators of a label or cell "Sở A chủ trì, phối hợp với Sở B; Sở C".

    Behind "phối hợp" all are coordinators, up to a clause that says what its bodies have to do.
    """
    leads: list[Body] = []
    partners: list[Body] = []
    into = leads
    for clause in _clauses(text, span) if span else ():
        tokens = Tokens(text, clause.start, clause.end)
        at = 0
        if short := _short_name(tokens):
            into.append(short)
            continue
        while at < len(tokens):
            if tokens.lower[at : at + 2] == ["phối", "hợp"]:
                into, at = partners, at + 2
                continue
            bodies = parse_body_list(tokens, at, bare=_opens_name(tokens, at))
            if bodies is None:
                at += 1
                continue
            acts = starts_predicate(tokens, bodies.next)
            into = leads if acts and at == 0 else into
            into = partners if _only_helps(tokens, bodies.next) else into
            into.extend(scope.resolve(body) for body in bodies.bodies)
            at = _next_partners(tokens, bodies.next) if acts else max(bodies.next, at + 1)
    return tuple(leads), tuple(partners)


def _short_name(tokens: Tokens) -> Body | None:
    """ "EVN" as all that a cell says: the name of an enterprise by its letters."""
    alone = len(tokens) == 1 and tokens.words[0].isalpha() and tokens.words[0].isupper() and len(tokens.words[0]) > 1
    if not alone or parse_body_list(tokens, 0) is not None:
        return None
    return Body(tokens.words[0], tokens.starts[0], tokens.ends[0])


def _only_helps(tokens: Tokens, after: int) -> bool:
    """ "Sở A, Sở B phối hợp" as a clause of its own."""
    return tokens.lower[after:] in (["phối", "hợp"], ["phối", "hợp", "thực", "hiện"], ["phối", "hợp", "."])


def _opens_name(tokens: Tokens, at: int) -> bool:
    """True where a name is expected, so that common nouns count: at the start and behind a comma or "và"."""
    return at == 0 or tokens.words[at - 1] in (",", ";", "và", ":")


def _clauses(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        stop = text.find(";", start, span.end)
        stop = span.end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


def _next_partners(tokens: Tokens, at: int) -> int:
    """Index of "phối hợp" behind a predicate; what else the clause names is no lead."""
    return next(
        (index for index in range(at, len(tokens)) if tokens.lower[index : index + 2] == ["phối", "hợp"]), len(tokens)
    )


def bodies_in(text: str, span: Span | None, scope: Scope) -> tuple[Body, ...]:
    """All bodies named in a label or cell."""
    if span is None:
        return ()
    tokens = Tokens(text, span.start, span.end)
    found: list[Body] = []
    at = 0
    while at < len(tokens):
        bodies = parse_body_list(tokens, at, bare=_opens_name(tokens, at))
        if bodies:
            found.extend(scope.resolve(body) for body in bodies.bodies)
        at = max(bodies.next, at + 1) if bodies else at + 1
    return tuple(found)
