"""Why each part of a card is what it is: the rule that found it, and the words it was taken over from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from sauro.tasks.enums import BodyRole, Origin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.rule_labels import rule_label
from sauro.tasks.six_clears import CLEAR_LABELS, ELEMENT_LABELS, LEAD_SOURCES, Clear, Span, span_of

_QUOTED = 90


@dataclass(frozen=True, slots=True)
class Reason:
    """One line: the part, how it was found, and where an inherited one comes from (``place`` as "start-end")."""

    label: str
    text: str
    place: str = ""


def reasons_of(obligation: Obligation, bodies: Sequence[ObligationBody], text: str) -> list[Reason]:
    """Return a line for every part that the machine found; what a person filled in is marked elsewhere."""
    found = [_of_element(str(CLEAR_LABELS[Clear.WORK]), obligation.elements.get("work"), text)]
    found += [_of_bodies(obligation, bodies, text)]
    found += [_of_element(str(label), obligation.elements.get(name), text) for name, label in ELEMENT_LABELS.items()]
    return [reason for reason in found if reason]


def quote(text: str, span: Span) -> str:
    """Return the words of a span, shortened."""
    quoted = " ".join(text[span[0] : span[1]].split())
    return quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED].rstrip() + "…"


def _of_element(label: str, element: Mapping[str, Any] | None, text: str) -> Reason | None:
    if not element or element.get("origin") == Origin.PERSON:
        return None
    source = span_of(element.get("from"))
    why = rule_label(str(element["why"])) if element.get("why") else ""
    taken = _("lấy từ “%(text)s”") % {"text": quote(text, source)} if source else ""
    said = "; ".join(filter(None, [why, taken]))
    return Reason(label, said, _place(source)) if said else None


def _of_bodies(obligation: Obligation, bodies: Sequence[ObligationBody], text: str) -> Reason | None:
    leads = [body for body in bodies if body.role == BodyRole.LEAD]
    how = str(LEAD_SOURCES.get(obligation.lead_source, ""))
    if not leads or not how or obligation.lead_source == Origin.PERSON:
        return None
    first = leads[0]
    is_elsewhere = obligation.lead_source != "explicit" and first.start is not None and first.end is not None
    source = (first.start or 0, first.end or 0) if is_elsewhere else None
    quoted = f"“{quote(text, source)}”" if source else ""
    return Reason(str(BodyRole.LEAD.label), ": ".join(filter(None, [how, quoted])), _place(source))


def _place(source: Span | None) -> str:
    return f"{source[0]}-{source[1]}" if source else ""
