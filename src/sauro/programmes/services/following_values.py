"""Has the marks of target lines follow what people decide in the register of targets, in the transaction of the act."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from sauro.access.actor import Actor, system_actor
from sauro.audit.listeners import Heard, listen
from sauro.common.ids import new_id
from sauro.jobs.queue import defer
from sauro.programmes.enums import DemandKind, EntryKind, ProgrammeState
from sauro.programmes.models import Programme
from sauro.programmes.selectors.entries import marked_entries
from sauro.programmes.services.common import refresh_figures
from sauro.programmes.services.gathering import value_of
from sauro.programmes.services.marking import mark_entries
from sauro.targets import events as target_events
from sauro.targets.enums import AskState
from sauro.targets.models import Ask, Share

FOLLOW_JOB = "programmes.follow_values"

_DECIDING = (
    target_events.ASKED,
    target_events.ASK_WITHDRAWN,
    target_events.GIVEN,
    target_events.PATH_SET,
    target_events.SETTLED,
    target_events.TAKEN_BACK,
)


def listen_to_targets() -> None:
    """Hear every act that can change which value counts for a unit."""
    for event in _DECIDING:
        listen(event, follow_act)


def follow_act(heard: Heard) -> None:
    """Give demands the values now in the register, and mark the target lines anew that answer them.

    The act holds the indicator; setting targets holds the programme first and then the indicator. A programme that
    somebody works on at this moment is therefore not waited for but done in the background.
    """
    if not isinstance(heard.obj, Share):
        return
    concerned = _concerned(heard.obj)
    if not concerned:
        return
    free = Programme.objects.select_for_update(of=("self",), skip_locked=True).filter(pk__in=concerned)
    for programme in free.select_related("unit"):
        _follow(heard.actor, programme)
        concerned.discard(programme.pk)
    for pk in sorted(concerned):
        defer(FOLLOW_JOB, programme_id=str(pk))


@transaction.atomic
def follow_values(programme_id: UUID) -> None:
    """Do the same for all target lines of one programme. Derived values only: no event. Bears to run twice."""
    programme = Programme.objects.select_for_update(of=("self",)).select_related("unit").get(pk=programme_id)
    _follow(system_actor(str(new_id())), programme)


def _concerned(share: Share) -> set[UUID]:
    """The programmes with a demand for what the share is asked, whether or not it was known to be one until now."""
    documents = share.asks.filter(document__isnull=False).values("document")
    asked = Q(demands__ask__share=share) | Q(references__document__in=documents)
    rows = Programme.objects.filter(asked, unit=share.unit_id).exclude(state=ProgrammeState.REPLACED)
    return set(rows.values_list("pk", flat=True))


def _follow(actor: Actor, programme: Programme) -> None:
    _take_over(programme)
    mark_entries(actor, programme, [one for one in marked_entries(programme) if one.kind == EntryKind.TARGET])
    refresh_figures(programme)


def _take_over(programme: Programme) -> None:
    """Give the demands gathered from documents the values that people have taken into the register since."""
    waiting = programme.demands.filter(kind=DemandKind.TARGET, ask=None, place__isnull=False)
    rows = waiting.select_related("reference")
    places = {(one.reference.document_id, one.place): one for one in rows if one.reference}
    if not places:
        return
    taken = set(programme.demands.filter(ask__isnull=False).values_list("ask", flat=True))
    asks = Ask.objects.filter(share__unit=programme.unit_id, document__in={document for document, _place in places})
    for ask in asks.exclude(state=AskState.WITHDRAWN).exclude(pk__in=taken).select_related("share__indicator"):
        demand = places.get((ask.document_id, ask.start))
        if demand is not None:
            for name, value in value_of(ask).items():
                setattr(demand, name, value)
            demand.save()
