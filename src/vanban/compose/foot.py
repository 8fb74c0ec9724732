"""Recipients and signature."""

from __future__ import annotations

from datetime import date

from vanban.check.rules.party_layout.reading.guide import GUIDE_2026_FROM
from vanban.compose.forms import Role
from vanban.compose.head import date_line
from vanban.compose.marks import capacity_line, mark_of
from vanban.compose.model import Content, Layout, Signature
from vanban.compose.sheet import Para
from vanban.compose.words import entry, para

_FILED_BY = {Layout.STATE: "VT", Layout.PARTY: "Văn phòng"}


def set_recipients(content: Content) -> tuple[Para, ...]:
    """ "Nơi nhận:", the entries, and the line of filing; of a form who filled it in, a line lower than the date."""
    if content.is_form:
        filled = content.maker
        return (para(Role.DATE, ""), *_signed(filled, content.layout)) if filled else ()
    is_party = content.layout is Layout.PARTY
    between = "," if is_party and _is_before_2026_guide(content.header.date) else ";"
    lines = [entry(recipient, between) for recipient in content.recipients]
    filed = content.filing.strip().removeprefix("Lưu").strip(" :.;,") or _FILED_BY[content.layout]
    lines.append(f"- Lưu{'' if is_party else ':'} {filed}.")
    return (para(Role.RECIPIENTS, "Nơi nhận:"), *(para(Role.RECIPIENT, line) for line in lines))


def _is_before_2026_guide(day: date | None) -> bool:
    return day is not None and day < GUIDE_2026_FROM


def set_signature(content: Content) -> tuple[Para, ...]:
    """The capacity of the signer in capitals, with the marks of the layout, and the name."""
    signed = _signed(content.signature, content.layout)
    if not content.is_form:
        return signed
    return (para(Role.DATE, date_line(content.header.place, content.header.date)), *signed)


def set_maker(content: Content) -> tuple[Para, ...]:
    """Who drew up a document that is no form; nothing without one."""
    return _signed(content.maker, content.layout) if content.maker is not None and not content.is_form else ()


def _signed(signature: Signature, layout: Layout) -> tuple[Para, ...]:
    lines = [line for line in signature.capacity if line.strip()]
    roles = [Role.AUTHORISED if mark_of(line) else Role.CAPACITY for line in lines]
    capacities = (para(role, capacity_line(line, layout)) for role, line in zip(roles, lines, strict=True))
    return (*capacities, para(Role.SIGNER, signature.name))
