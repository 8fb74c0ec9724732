"""What people may be asked to explain: found again and again, seen by the person first, answered by the person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.models import Sheet, Sign
from sauro.appraisals.policies import sign_policy
from sauro.appraisals.rules.signs import LINE_CODES, Facts, SignCode
from sauro.appraisals.selectors.sign_facts import Found, signs_of_lines, signs_of_months
from sauro.audit.services import record_event
from sauro.common.clock import now, today
from sauro.common.errors import Conflict, DomainError
from sauro.plans.months import month_of, shifted

RECENT_MONTHS = 3


def reckon_recent_signs() -> int:
    """Find the signs of this month and of those before it, month by month; return how many stand."""
    this_month = month_of(today())
    return sum(reckon_signs(shifted(this_month, -back)) for back in range(RECENT_MONTHS))


@transaction.atomic
def reckon_signs(month: dt.date, sheet_ids: Sequence[UUID] | None = None) -> int:
    """Find the signs of a month, or those that the lines of some of its sheets tell; return how many stand.

    What is new in a sign is for the person to see first again. A sign without facts is marked as gone when it was
    answered, and deleted when it was not.
    """
    found = signs_of_lines(month, sheet_ids)
    rows = Sign.objects.filter(sheet__month=month)
    if sheet_ids is None:
        found |= signs_of_months(month)
    else:
        rows = rows.filter(sheet__in=sheet_ids, code__in=LINE_CODES)
    _bring_up_to_date(list(rows.select_for_update(of=("self",)).order_by("pk")), found)
    return len(found)


def _bring_up_to_date(held: Sequence[Sign], found: Found) -> None:
    moment = now()
    new = dict(found)
    changed, stale = [], []
    for sign in held:
        facts = new.pop((sign.sheet_id, SignCode(sign.code)), None)
        if facts is None and not sign.answer:
            stale.append(sign.pk)
        elif _take(sign, facts, moment):
            changed.append(sign)
    Sign.objects.bulk_update(changed, ["facts", "found_at", "seen_at", "gone_at"], batch_size=1_000)
    Sign.objects.filter(pk__in=stale).delete()
    rows = [Sign(sheet_id=sheet, code=str(code), facts=facts, found_at=moment) for (sheet, code), facts in new.items()]
    Sign.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1_000)


def _take(sign: Sign, facts: Facts | None, moment: dt.datetime) -> bool:
    """Put what was found now into a sign, and tell whether anything changed."""
    if facts is None:
        is_new = sign.gone_at is None
        sign.gone_at = sign.gone_at or moment
        return is_new
    if sign.facts == facts and sign.gone_at is None:
        return False
    if sign.gone_at is not None or not set(_items(facts)) <= set(_items(sign.facts)):
        sign.found_at, sign.seen_at = moment, None
    sign.facts, sign.gone_at = dict(facts), None
    return True


def _items(facts: Facts) -> Sequence[str]:
    items = facts.get("items", ())
    return items if isinstance(items, (list, tuple)) else ()


@transaction.atomic
def note_signs_seen(*, actor: Actor, sheet: Sheet) -> int:
    """Record that the person of a sheet saw what is to be explained; return how much of it was new to them."""
    rows = sign_policy.visible(actor, "own").filter(sheet=sheet, seen_at=None)
    if not rows.exists():
        return 0
    seen = Sign.objects.filter(pk__in=rows.values("pk")).update(seen_at=now())
    record_event(actor=actor, event=events.SIGN_SEEN, obj=sheet, changes={"signs": [None, seen]})
    return seen


@transaction.atomic
def answer_sign(*, actor: Actor, sign_id: UUID, text: str) -> Sign:
    """Answer what is to be explained, or answer anew. Possible after closing too; no score changes by it.

    Raises ``text-needed``, ``sign-gone``.
    """
    sign = sign_policy.get_locked(actor, sign_id)
    sign_policy.require(actor, "own", sign)
    if sign.gone_at is not None:
        raise Conflict("sign-gone", _("Điều này không còn nữa, không cần giải thích thêm. Hãy tải lại trang."))
    if not text.strip():
        raise DomainError("text-needed", _("Hãy ghi giải thích của bạn."), field="text")
    is_again, moment = bool(sign.answer), now()
    sign.answer, sign.answered_at, sign.seen_at = text.strip(), moment, sign.seen_at or moment
    sign.save(update_fields=["answer", "answered_at", "seen_at"])
    changes = {"code": [None, sign.code], "again": [None, is_again]}
    record_event(actor=actor, event=events.SIGN_ANSWERED, obj=sign, changes=changes)
    return sign
