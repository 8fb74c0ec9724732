"""Turns suggestions into proposals on the desk: only what stands in the text, only where nothing was proposed yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sauro.assistant.prompt import Suggestion
from sauro.assistant.spans import Span, VerbatimFinder, is_long_enough
from sauro.documents.models import Reading
from sauro.documents.selectors.names import resolve_names
from sauro.tasks.enums import BodyRole, Mark, ObligationState, Origin
from sauro.tasks.models import Obligation, ObligationBody
from sauro.tasks.rule_labels import LANGUAGE_MODEL
from sauro.tasks.services.review_common import position_at, trimmed_span
from sauro.tasks.services.review_reading import fill_from_words
from vanban.text.normalize import fold, nfc

CONFIDENCE = 0.5
"""Below everything that may be accepted without a look."""


def propose(reading: Reading, suggestions: Sequence[Suggestion]) -> list[Obligation]:
    """Create the obligations of suggestions that survive the check. Call inside a transaction.

    A suggestion survives when its sentence stands in the text word for word and touches no obligation, be it discarded.
    Who has to act, by when and with what product is read from those words by the rules; a lead or product that the
    rules do not see counts only when the model names it in words of the same sentence.
    """
    text = reading.text.text
    finder = VerbatimFinder(text)
    rows = Obligation.objects.filter(reading=reading).exclude(state=ObligationState.REPLACED)
    taken: list[Span] = list(rows.values_list("start", "end"))
    kept = []
    for suggestion in suggestions:
        span = finder.find(suggestion.text, taken=taken) if is_long_enough(suggestion.text) else None
        if span is None:
            continue
        span = trimmed_span(text, *span)
        taken.append(span)
        kept.append(_create(reading, span, suggestion, finder))
    return kept


def _create(reading: Reading, span: Span, suggestion: Suggestion, finder: VerbatimFinder) -> Obligation:
    document, text = reading.document, reading.text.text
    start, end = span
    obligation = Obligation.objects.create(
        document=document,
        reading=reading,
        domain=document.domain,
        owner_unit_id=document.owner_unit_id,
        position=position_at(document, start),
        text=text[start:end],
        start=start,
        end=end,
        origin=Origin.MACHINE,
        confidence=CONFIDENCE,
        elements={"work": _work()},
        search_key=fold(text[start:end]),
    )
    fill_from_words(obligation)
    _add_product(obligation, finder.find(suggestion.product, within=span), text)
    _add_lead(obligation, finder.find(suggestion.lead, within=span), text)
    obligation.save()
    return obligation


def _work() -> dict[str, Any]:
    return {"mark": str(Mark.STATED), "from": None, "why": LANGUAGE_MODEL, "origin": str(Origin.MACHINE)}


def _add_product(obligation: Obligation, span: Span | None, text: str) -> None:
    if span is None or obligation.product:
        return
    obligation.product = nfc(text[span[0] : span[1]])
    obligation.elements["product"] = _work() | {"text": obligation.product, "start": span[0], "end": span[1]}


def _add_lead(obligation: Obligation, span: Span | None, text: str) -> None:
    if span is None or obligation.bodies.filter(role=BodyRole.LEAD).exists():
        return
    name = " ".join(nfc(text[span[0] : span[1]]).split())[:400]
    ObligationBody.objects.create(
        obligation=obligation,
        role=BodyRole.LEAD,
        name=name,
        start=span[0],
        end=span[1],
        source="explicit",
        unit=resolve_names([name], document=obligation.document)[name],
    )
    obligation.lead_source = "explicit"
