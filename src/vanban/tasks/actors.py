"""Leads and coordinators of one task, with where they come from, and names made whole by the scope of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vanban.results import Actor
from vanban.structure.document import Structure
from vanban.tasks.context import Context, Inherited
from vanban.tasks.coordinators import find_coordinators
from vanban.tasks.splitting import Group
from vanban.text.bodies import Body, parse_body_list
from vanban.text.letters import CAPITALS
from vanban.types import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """Who leads and who coordinates. ``source`` is the contract's lead_source."""

    leads: tuple[Body, ...] = ()
    coordinators: tuple[Body, ...] = ()
    source: str | None = None
    inherited_from: Span | None = None


_BLANK_LEAD = re.compile(r"(?:giao|đề\s+nghị|yêu\s+cầu)\s*[.…_]*\s+(?:chủ\s+trì|phối\s+hợp)", re.I)
BLANK_NAME = "(để trống)"


def cast_of(group: Group, text: str, inherited: Inherited | None, before: Cast | None) -> Cast:
    """The bodies of a group of sentences: named in it, else by the task before it in the unit, else inherited."""
    coordinators = tuple(_coordinators(group))
    if group.subject is not None:
        source = "heading" if group.subject.heading and not group.subject.assigned else "explicit"
        return _without_overlap(Cast(group.subject.bodies, coordinators, source))
    if _BLANK_LEAD.match(text, group.start, group.end):
        return Cast((Body(BLANK_NAME, group.start, group.start),), coordinators, "blank")
    if before is not None and before.source in ("explicit", "context"):
        span = Span(before.leads[0].start, before.leads[-1].end) if before.leads else None
        return _without_overlap(Cast(before.leads, coordinators, "context", span))
    if inherited is None:
        named = _named_in_passing(group)
        return Cast(named, coordinators, "explicit" if named else None)
    joined = coordinators or inherited.coordinators
    return _without_overlap(Cast(inherited.leads, joined, inherited.source, inherited.span))


_ORDER_IN_PASSING = re.compile(r";\s*(?:đồng\s+thời\s+)?giao\s+")


def _named_in_passing(group: Group) -> tuple[Body, ...]:
    """ "…; giao Phòng Kinh tế lập dự án": counts when nobody else is named or inherited."""
    for sentence in group.sentences:
        order = _ORDER_IN_PASSING.search(sentence.tokens.text, sentence.span.start, sentence.span.end)
        bodies = parse_body_list(sentence.tokens, sentence.tokens.at_offset(order.end())) if order else None
        if bodies:
            return bodies.bodies
    return ()


def _coordinators(group: Group) -> list[Body]:
    found: list[Body] = []
    for sentence in group.sentences:
        found.extend(one for one in find_coordinators(sentence.tokens) if one.name not in {body.name for body in found})
    return found


def _without_overlap(cast: Cast) -> Cast:
    leads = {body.name for body in cast.leads}
    return replace(cast, coordinators=tuple(body for body in cast.coordinators if body.name not in leads))


_SCOPE = re.compile(
    rf"\b(xã|phường|đặc\s+khu|thị\s+trấn)\s+((?:[{CAPITALS}][^\W\d_]*)(?:\s+[{CAPITALS}][^\W\d_]*){{0,3}})"
)
_BARE_LEVEL = re.compile(r"(?<=\s)(xã|phường|đặc\s+khu|thị\s+trấn)$", re.I)
_PEOPLE = re.compile(r"^(?:mỗi\s+|từng\s+|các\s+|toàn\s+thể\s+)?(cán\s+bộ|công\s+chức|đảng\s+viên|viên\s+chức)", re.I)


@dataclass(frozen=True, slots=True)
class Scope:
    """The one commune a document is about ("xã", "Tân An"), by which "UBND xã" is that commune's.

    ``partner`` is the unit that a notice of conclusions is about; the notice calls it "Tỉnh" or "Thành phố".
    """

    level: str | None = None
    name: str | None = None
    partner: str | None = None

    def resolve(self, body: Body, leads_around: tuple[Body, ...] = ()) -> Body:
        """A relative name made whole, without "Đồng chí" before a post or a person; others as they are."""
        body = _unaddressed(body)
        if self.partner and body.name in _ALONE and self.partner.startswith(body.name):
            return replace(body, name=self.partner)
        if self.level is None:
            return body
        found = _BARE_LEVEL.search(body.name)
        if found and found.group(1).lower() == self.level and not body.group:
            return replace(body, name=f"{body.name[: found.start()]}{self.level} {self.name}")
        people = _PEOPLE.match(body.name)
        titled = people and re.search(rf"\s[{CAPITALS}]", body.name)
        if (
            people
            and not titled
            and any(_BARE_LEVEL.search(one.name) or f"{self.level} {self.name}" in one.name for one in leads_around)
        ):
            bare = re.sub(r"^(?:mỗi|từng|các|toàn\s+thể)\s+", "", body.name, flags=re.I)
            return replace(body, name=f"{bare[:1].upper()}{bare[1:]} {self.level} {self.name}")
        return body


_COMRADE = re.compile(rf"Đồng chí (?=[{CAPITALS}])")


def _unaddressed(body: Body) -> Body:
    found = _COMRADE.match(body.name)
    return replace(body, name=body.name[found.end() :]) if found else body


_ALONE = frozenset({"Tỉnh", "Thành phố", "Xã", "Phường", "Đặc khu"})


def _communes(text: str | None) -> set[str]:
    return {" ".join(match) for match in _SCOPE.findall(text or "")}


_OPENING_LINES = 6
_OF_COMMUNE = re.compile(r"\b(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng ủy|Đảng uỷ|HĐND|Hội đồng nhân dân)\s+(.+)")


def _communes_of(text: str) -> set[str]:
    """Communes whose committee a line names, for documents whose letterhead is lost."""
    return {one for found in _OF_COMMUNE.finditer(text) for one in _communes(found.group(1)[:60])}


def scope_of(structure: Structure) -> Scope:
    """The commune named in the subject, if there is exactly one, and the partner of a notice."""
    head = structure.main.head
    about = Context(structure.text, structure.main).partner()
    partner = about.leads[0].name if about else None
    named = _communes(head.subject) or _communes(head.issuer)
    if not named and head.issuer is None:
        named = {commune for line in structure.main.part.body[:_OPENING_LINES] for commune in _communes_of(line.text)}
    if not named and partner and not _communes(head.issuer):
        named = _communes(partner[:1].lower() + partner[1:])
    if len(named) != 1:
        return Scope(partner=partner)
    level, _, name = next(iter(named)).partition(" ")
    if level in ("đặc", "thị"):
        second, _, name = name.partition(" ")
        level = f"{level} {second}"
    return Scope(level, name, partner)


def actors_of(cast: Cast) -> tuple[Actor, ...]:
    """The bodies of a cast as the result shows them."""
    source = cast.source or "explicit"
    leads = [_actor(body, "lead", source) for body in cast.leads if body.end > body.start]
    return (*leads, *(_actor(body, "coordinator", "explicit") for body in cast.coordinators))


def _actor(body: Body, role: str, source: str) -> Actor:
    return Actor(role, body.name, "", body.start, body.end, body.group, body.exceptions, source, why=f"{role}-{source}")


def with_text(actors: tuple[Actor, ...], text: str) -> tuple[Actor, ...]:
    """Actors with the text at their spans."""
    return tuple(replace(actor, text=text[actor.start : actor.end]) for actor in actors)
