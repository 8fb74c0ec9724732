"""Tells the units that have to reach a target when it is given to them or changes, in the transaction of the act."""

from __future__ import annotations

from collections.abc import Iterable

from sauro.accounts.selectors.recipients import Recipients
from sauro.audit.listeners import Heard, listen
from sauro.notices.enums import NoticeKind as Kind
from sauro.notices.services.making import Occasion, make_notices
from sauro.notices.subjects import Subject
from sauro.organizations.models import Unit
from sauro.targets import events
from sauro.targets.models import Share

SUBJECT = "target"


def listen_to_targets() -> None:
    """Register the listeners."""
    listen(events.GIVEN, _tell_given)
    listen(events.PATH_SET, _tell_changed)
    listen(events.SETTLED, _tell_changed)


def _tell_given(heard: Heard) -> None:
    """The unit that got a part; a part it had before has changed."""
    if isinstance(heard.obj, Share):
        had_some = any(before is not None for before, _after in heard.event.changes.values())
        _tell(heard, heard.obj, Kind.TARGET_CHANGED if had_some else Kind.TARGET_GIVEN, [heard.obj.unit])


def _tell_changed(heard: Heard) -> None:
    """The body that answers for the indicator, and the unit itself: another value counts from now on."""
    share = heard.obj
    if not isinstance(share, Share) or not heard.event.changes:
        return
    responsible = share.indicator.responsible_unit
    _tell(heard, share, Kind.TARGET_CHANGED, [share.unit, *([responsible] if responsible else [])])


def _tell(heard: Heard, share: Share, kind: Kind, units: Iterable[Unit]) -> None:
    told = list(units)
    recipients = Recipients(told)
    users = frozenset().union(*(recipients.nearest("targets.record", unit) for unit in told if unit.has_accounts))
    users -= {heard.actor.user_id} if heard.actor.user_id else set()
    about = Subject(SUBJECT, share.pk, share.domain, share.indicator.code, None)
    make_notices([Occasion(kind, f"event:{heard.event.pk}", users, subject=about)])
