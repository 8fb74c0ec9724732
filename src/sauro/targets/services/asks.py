"""Taking the targets of a document into the register, leaving one out, and withdrawing a value that is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotAllowed
from sauro.documents.models import Document, Reading
from sauro.documents.policies import document_policy
from sauro.targets import events
from sauro.targets.enums import AskKind, AskState, Operator
from sauro.targets.measures import converted
from sauro.targets.models import Ask, LeftOut, Share
from sauro.targets.policies import ask_policy
from sauro.targets.services.adopting import adopt_or_hold
from sauro.targets.services.indicators import IndicatorFields, define_indicator
from sauro.targets.services.lines import FIRST_YEAR, LAST_YEAR
from sauro.targets.services.locking import lock_share
from sauro.targets.services.standings import refresh
from sauro.tasks.figures import written_number


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target stands in the text of a document, as character offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AskedValue:
    """A value as a person reads it from a document, in the measure printed there."""

    year: int
    value: Decimal
    measure: str
    operator: Operator = Operator.EXACTLY


@transaction.atomic
def take_target(
    *,
    actor: Actor,
    document_id: UUID,
    place: Place,
    asked: AskedValue,
    share_id: UUID | None = None,
    fields: IndicatorFields | None = None,
) -> Ask:
    """Take a target of a document into the register of the office that took the document in.

    It is a value of an indicator that is there (``share_id``, the share of that office) or of a new one (``fields``).
    Where the year has another value already, the new one waits for a person. Raises ``DomainError`` on ``measure`` when
    the measure of the document cannot be converted into that of the indicator.
    """
    document = document_policy.get_locked(actor, document_id)
    _require_keep(actor, document)
    reading = Reading.objects.select_related("text").get(document=document, is_current=True)
    sentence = reading.text.text[place.start : place.end]
    if not sentence.strip():
        raise DomainError("no-sentence", _("Không có đoạn này trong văn bản. Hãy tải lại trang."))
    _refuse_repeated(document, place)
    share = _share(actor, document, share_id, fields)
    value = _converted(asked, share)
    ask = Ask(
        share=share, year=asked.year, kind=AskKind.DOCUMENT, operator=asked.operator, value=value, document=document,
        reading=reading, start=place.start, end=place.end, source_text=source_of(document), sentence=sentence,
        printed=f"{written_number(asked.value)} {asked.measure}".strip(), taken_at=now(), taken_by_name=actor.name,
    )  # fmt: skip
    adopt_or_hold(ask)
    refresh(share)
    record_event(
        actor=actor, event=events.ASKED, obj=share,
        changes={"document": [None, document.code], "year": [None, asked.year], "value": [None, str(value)],
                 "state": [None, str(ask.state)]},
    )  # fmt: skip
    return ask


@transaction.atomic
def leave_out(*, actor: Actor, document_id: UUID, place: Place, reason: str) -> LeftOut:
    """Say that what was found at a place is not taken into the register, and why."""
    document = document_policy.get_locked(actor, document_id)
    _require_keep(actor, document)
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao không đưa vào danh mục."), field="reason")
    _refuse_repeated(document, place)
    row = LeftOut.objects.create(
        document=document, start=place.start, end=place.end, reason=reason.strip(), by_name=actor.name, at=now()
    )
    record_event(actor=actor, event=events.LEFT_OUT, obj=document)
    return row


@transaction.atomic
def take_back(*, actor: Actor, document_id: UUID, place: Place) -> None:
    """Put what was left out back among the targets that wait."""
    document = document_policy.get_locked(actor, document_id)
    _require_keep(actor, document)
    LeftOut.objects.filter(document=document, start=place.start, end=place.end).delete()


@transaction.atomic
def withdraw_ask(*, actor: Actor, ask_id: UUID, reason: str) -> Ask:
    """Withdraw a value of a document that no longer asks for it. A target that followed it stays, as the unit's own."""
    seen = ask_policy.get_visible(actor, ask_id)
    share = lock_share(actor, seen.share_id, "keep")
    ask = ask_policy.get_locked(actor, ask_id)
    if ask.kind != AskKind.DOCUMENT or ask.state == AskState.WITHDRAWN:
        raise Conflict("not-withdrawable", _("Chỉ rút được giá trị của văn bản còn hiệu lực trong danh mục."))
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi vì sao rút."), field="reason")
    ask.state, ask.reason = AskState.WITHDRAWN, reason.strip()
    ask.save()
    share.lines.filter(target_from=ask).update(target_from=None)
    record_event(actor=actor, event=events.ASK_WITHDRAWN, obj=share, changes={"year": [ask.year, None]})
    return ask


def source_of(document: Document) -> str:
    """Return how a document is named beside a value that it asks for."""
    return " ".join(filter(None, [document.get_kind_display(), document.official_code]))[:400]


def _require_keep(actor: Actor, document: Document) -> None:
    if not actor.holds_for("targets.keep", document.owner_unit.path, document.domain):
        raise NotAllowed("not-allowed", _("Bạn không có quyền đưa chỉ tiêu vào danh mục của đơn vị này."))


def _refuse_repeated(document: Document, place: Place) -> None:
    span = {"document": document, "start": place.start, "end": place.end}
    if Ask.objects.filter(**span).exclude(state=AskState.WITHDRAWN).exists() or LeftOut.objects.filter(**span).exists():
        raise Conflict("decided", _("Chỉ tiêu này đã được xử lý. Hãy tải lại trang để xem mới nhất."))


def _share(actor: Actor, document: Document, share_id: UUID | None, fields: IndicatorFields | None) -> Share:
    if share_id is None and fields is not None:
        made = define_indicator(actor=actor, unit_id=document.owner_unit_id, fields=fields)
        return lock_share(actor, made.pk, "keep")
    if share_id is None:
        raise DomainError("indicator-needed", _("Hãy chọn chỉ tiêu hoặc lập chỉ tiêu mới."), field="share")
    share = lock_share(actor, share_id, "keep")
    if share.unit_id != document.owner_unit_id:
        raise DomainError("other-unit", _("Chỉ tiêu này thuộc đơn vị khác. Hãy chọn lại."), field="share")
    return share


def _converted(asked: AskedValue, share: Share) -> Decimal:
    if not FIRST_YEAR <= asked.year <= LAST_YEAR:
        raise DomainError(
            "year", _("Năm phải từ %(first)d đến %(last)d.") % {"first": FIRST_YEAR, "last": LAST_YEAR}, field="year"
        )
    value = converted(asked.value, asked.measure, share.indicator.measure)
    if value is None:
        raise DomainError(
            "measure-differs",
            _("Văn bản tính bằng “%(given)s”, chỉ tiêu %(code)s tính bằng “%(wanted)s”. Hãy quy đổi giá trị hoặc chọn "
              "chỉ tiêu khác.")
            % {"given": asked.measure, "wanted": share.indicator.measure, "code": share.indicator.code},
            field="measure",
        )  # fmt: skip
    return value
