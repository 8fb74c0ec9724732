"""How the six clears pass from obligations to those that replace them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sauro.tasks.enums import BodyRole, DueOrigin, Mark
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.six_clears import span_of
from vanban.text.normalize import fold


def hand_down(original: Obligation, part: Obligation) -> None:
    """Give a part of a split what is its own by place, what the original inherited, and a lead if it has none."""
    elements: dict[str, Any] = original.elements
    part.elements = {name: value for name, value in elements.items() if _belongs(span_of(value), original, part)}
    _take_typed_columns(part, [original])
    _hand_down_deadlines(original, part)
    part.save()
    bodies = list(original.bodies.all())
    own = [body for body in bodies if _belongs(_body_span(body), original, part)]
    leads = [body for body in bodies if body.role == BodyRole.LEAD]
    has_lead = any(body.role == BodyRole.LEAD for body in own)
    _copy_bodies(part, own if has_lead else [*leads, *own])
    part.lead_source = original.lead_source if has_lead or not leads else "context"
    part.save()


def unite(first: Obligation, second: Obligation, merged: Obligation) -> None:
    """Give a merged obligation the elements of both; where both have one, that of the first.

    Of two deadlines the earlier day counts; the other is kept beside it in ``also``, so that none is lost unseen.
    """
    merged.elements = {**second.elements, **first.elements}
    # No rule found the work of both; a person put it together.
    merged.elements.pop("work", None)
    _unite_deadlines(first, second, merged)
    merged.lead_source = first.lead_source or second.lead_source
    _take_typed_columns(merged, [first, second])
    merged.save()
    _copy_bodies(merged, [*first.bodies.all(), *second.bodies.all()])


def _unite_deadlines(first: Obligation, second: Obligation, merged: Obligation) -> None:
    parts = [part for part in (first, second) if part.due_on or "due" in part.elements]
    if not parts:
        return
    kept = min(parts, key=lambda part: (part.due_on is None, part.due_on or dt.date.max))
    merged.due_on, merged.due_origin, merged.due_phrase = kept.due_on, kept.due_origin, kept.due_phrase
    shown = _named(_deadlines_of(kept)[0])
    entries = {_named(entry): entry for part in parts for entry in _deadlines_of(part)}
    also = [entry for named, entry in entries.items() if named not in ("", shown)]
    printed = {**(kept.elements.get("due") or merged.elements.get("due") or {})}
    printed.pop("also", None)
    if also:
        printed = {"text": "", "mark": str(Mark.NOT_STATED)} | printed | {"also": also}
    if printed:
        merged.elements["due"] = printed


def _deadlines_of(part: Obligation) -> list[dict[str, Any]]:
    """Return the deadline of a part and those that an earlier merge has set behind it.

    Each has its ``day`` (ISO, may be empty), ``text`` and ``origin``, and its place when it is printed.
    """
    due: dict[str, Any] = part.elements.get("due") or {}
    own: dict[str, Any] = {
        "day": str(part.due_on or ""),
        "text": part.due_phrase or str(due.get("text") or ""),
        "origin": str(part.due_origin),
    }
    span = span_of(due)
    if span:
        own |= {"start": span[0], "end": span[1]}
    return [own, *due.get("also", [])]


def _named(deadline: dict[str, Any]) -> str:
    return str(deadline["day"] or deadline["text"])


def _hand_down_deadlines(original: Obligation, part: Obligation) -> None:
    """Give a part of what was merged its own deadlines: the earliest as its day, where it has none yet."""
    listed: list[dict[str, Any]] = (original.elements.get("due") or {}).get("also") or []
    if not listed:
        return
    own = sorted((one for one in listed if _belongs(span_of(one), original, part)), key=_by_day)
    if own and own[0]["day"] and part.due_on is None and "due" not in part.elements:
        first, *own = own
        part.due_on, part.due_origin = dt.date.fromisoformat(first["day"]), first["origin"]
        part.due_phrase = first["text"]
        part.elements["due"] = {"mark": str(Mark.STATED)} | first
    if "due" in part.elements:
        part.elements["due"] = {**part.elements["due"], "also": own}


def _by_day(deadline: dict[str, Any]) -> tuple[bool, str]:
    return not deadline["day"], str(deadline["day"])


def _belongs(span: tuple[int, int] | None, original: Obligation, part: Obligation) -> bool:
    """Whether something at ``span`` goes to the part: in its words, or not in the original's words at all."""
    if span is None or not (original.start <= span[0] and span[1] <= original.end):
        return True
    return part.start <= span[0] and span[1] <= part.end


def _body_span(body: ObligationBody) -> tuple[int, int] | None:
    return (body.start, body.end) if body.start is not None and body.end is not None else None


def _take_typed_columns(target: Obligation, sources: Iterable[Obligation]) -> None:
    for source in sources:
        target.field_id = target.field_id or source.field_id
        by_office = source.due_origin == DueOrigin.OFFICE
        if target.due_on is None and source.due_on and (by_office or "due" in target.elements):
            target.due_on, target.due_origin = source.due_on, source.due_origin
        if not target.due_phrase and "due" in target.elements:
            target.due_phrase = source.due_phrase
        if not target.recurrence and "recurrence" in target.elements:
            target.recurrence = source.recurrence
        if not target.product and "product" in target.elements:
            target.product = source.product
        target.no_product_needed = target.no_product_needed or source.no_product_needed
    if target.product:
        target.no_product_needed = False


def _copy_bodies(target: Obligation, bodies: Iterable[ObligationBody]) -> None:
    """Copy bodies, each name once; a lead is not copied as a coordinator as well."""
    taken: set[str] = set()
    copies: list[ObligationBody] = []
    ordered = sorted(bodies, key=lambda body: body.role != BodyRole.LEAD)
    for body in ordered:
        key = fold(body.name)
        if key in taken:
            continue
        taken.add(key)
        copies.append(
            ObligationBody(
                obligation=target,
                role=body.role,
                name=body.name,
                start=body.start,
                end=body.end,
                is_group=body.is_group,
                exceptions=body.exceptions,
                source=body.source,
                unit_id=body.unit_id,
                position=len(copies),
            )
        )
    ObligationBody.objects.bulk_create(copies)
