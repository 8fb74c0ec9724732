"""Filling a report in, field by field. Two people may fill one report at once: each is told of the other, and a text
that came too late to replace the other's is kept beside it until a person has settled the two."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import formats
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import now
from sauro.common.errors import Conflict, DomainError, NotVisible
from sauro.periodic_reports import events
from sauro.periodic_reports.content import as_text
from sauro.periodic_reports.enums import FigureOrigin, FigureRule
from sauro.periodic_reports.models import FigureValue, SectionText, SentVersion, TakenSource, TextVersion, UnitReport
from sauro.periodic_reports.selectors.content import latest_of_units, live_content, values_of
from sauro.periodic_reports.selectors.sentences import sentences_of
from sauro.periodic_reports.services.beginning import begin_filling
from sauro.periodic_reports.services.figures import work_out_changed_ratios
from vanban.text.normalize import nfc

LONGEST_TEXT = 20_000
_ONE_SITTING = dt.timedelta(minutes=10)
_LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """What somebody typed for a figure. ``edits`` is the count they started from."""

    value: Decimal | None
    edits: int
    reason: str = ""


@transaction.atomic
def save_figure(*, actor: Actor, report_id: UUID, code: str, entry: FigureEntry) -> FigureValue:
    """Write a figure. One that the system gave keeps the system's number beside it and asks for a reason.

    Raises ``Conflict`` when somebody else changed it meanwhile, naming who and to what.
    """
    report = begin_filling(actor, report_id)
    value = next((one for one in values_of(report) if one.field.code == code), None)
    if value is None or value.field.rule == FigureRule.RATIO:
        raise NotVisible("not-found", _("Không có số liệu này trong báo cáo."))
    if entry.value is not None and (abs(entry.value) >= _LARGEST or entry.value != round(entry.value, 4)):
        raise DomainError("number-range", _("Số quá lớn, hoặc có hơn bốn chữ số thập phân."), field="value")
    if value.edits != entry.edits and value.value != entry.value:
        raise Conflict("figure-changed", _told_of(value), field="value")
    before = value.value
    _write(value, entry, actor, has_source=bool(value.field.source) or report.is_joint)
    values = values_of(report)
    work_out_changed_ratios(report, values)
    for one in values:
        if one.field.rule == FigureRule.RATIO:
            one.save()
    record_event(
        actor=actor, event=events.EDITED, obj=report,
        changes={"figure": [None, code], "value": [as_text(before), as_text(value.value)]},
    )  # fmt: skip
    return value


def _write(value: FigureValue, entry: FigureEntry, actor: Actor, *, has_source: bool) -> None:
    if not has_source:
        origin, reason = FigureOrigin.TYPED, ""
    elif entry.value == value.system_value:
        is_rolled_up = value.report.is_joint and not value.report.counts_itself(value.field.source)
        origin = FigureOrigin.ROLLED_UP if is_rolled_up else FigureOrigin.SYSTEM
        reason = ""
    else:
        origin, reason = FigureOrigin.CHANGED, entry.reason.strip()
    value.value, value.origin, value.reason = entry.value, origin, reason
    if not value.report.is_joint:
        value.counted = 0 if entry.value is None else 1
    value.edits += 1
    value.by_name, value.at = actor.name, now()
    value.save()


@transaction.atomic
def save_text(*, actor: Actor, report_id: UUID, code: str, text: str, edits: int) -> tuple[SectionText, bool]:
    """Write a section. Returns it, and whether the text replaced what was there.

    When somebody else wrote since the actor started (``edits`` is behind), the text is kept aside, theirs stays.
    """
    report = begin_filling(actor, report_id)
    section = _section(report, code)
    wanted = nfc(text).replace("\r\n", "\n").strip()
    if len(wanted) > LONGEST_TEXT:
        raise DomainError("text-long", _("Mỗi mục dài nhất 20.000 chữ. Phần dài hơn hãy để ở phụ lục."), field="text")
    if wanted == section.text:
        return section, True
    if section.edits != edits:
        _keep_aside(section, wanted, actor)
        record_event(actor=actor, event=events.EDITED, obj=report, changes={"section": [None, code], "aside": [0, 1]})
        return section, False
    _put(actor, report, section, wanted)
    return section, True


@transaction.atomic
def settle_aside(*, actor: Actor, report_id: UUID, version_id: UUID, use: bool) -> SectionText:
    """Settle a text that was kept aside: it replaces what is there, or it does not. Both stay on record."""
    report = begin_filling(actor, report_id)
    aside = TextVersion.objects.select_related("section__field").filter(
        pk=version_id, section__report=report, is_aside=True, settled_at__isnull=True
    )
    version = aside.first()
    if version is None:
        raise NotVisible("not-found", _("Bản ghi này không còn chờ chọn. Hãy tải lại trang."))
    version.settled_at = now()
    version.save()
    section = _section(report, version.section.field.code)
    if use:
        _put(actor, report, section, version.text, is_new=True)
    else:
        record_event(
            actor=actor, event=events.EDITED, obj=report,
            changes={"section": [None, section.field.code], "aside": [1, 0]},
        )  # fmt: skip
    return section


@transaction.atomic
def take_source(*, actor: Actor, report_id: UUID, code: str, source_id: UUID) -> SectionText:
    """Put what a unit wrote at the end of a section of the joint report, under the unit's name, and note it.

    Taking it again after the unit has corrected its report notes the newer version.
    """
    report = begin_filling(actor, report_id)
    section = _section(report, code)
    sent = next((one for one in latest_of_units(report) if one.report_id == source_id), None)
    words = _words_of(sent, code)
    if sent is None or not words:
        raise NotVisible("not-found", _("Đơn vị này chưa gửi nội dung ở mục này, hoặc đã thu hồi."))
    piece = f"{sent.report.unit.name}: {words}"
    text = f"{section.text}\n\n{piece}".strip()
    if len(text) > LONGEST_TEXT:
        raise DomainError("text-long", _("Mục này đã dài 20.000 chữ. Hãy rút gọn rồi đưa tiếp."))
    _put(actor, report, section, text, is_new=True)
    TakenSource.objects.update_or_create(
        section=section, source_id=source_id,
        defaults={"sent_number": sent.number, "by_name": actor.name, "at": now()},
    )  # fmt: skip
    record_event(
        actor=actor, event=events.SOURCE_TAKEN, obj=report,
        changes={"section": [None, code], "source": [None, sent.report.code], "version": [None, sent.number]},
    )  # fmt: skip
    return section


@transaction.atomic
def take_sentence(*, actor: Actor, report_id: UUID, code: str, figure: str) -> SectionText:
    """Put what the system says about one of its figures at the end of a section, to be edited there."""
    report = begin_filling(actor, report_id)
    section = _section(report, code)
    said = next((one for one in sentences_of(actor, live_content(report)) if one.figure == figure), None)
    if said is None:
        raise NotVisible("not-found", _("Hệ thống không còn gì để nói về số liệu này. Hãy tải lại trang."))
    text = f"{section.text}\n- {said.text}".strip()
    if len(text) > LONGEST_TEXT:
        raise DomainError("text-long", _("Mục này đã dài 20.000 chữ. Hãy rút gọn rồi đưa tiếp."))
    _put(actor, report, section, text, is_new=True)
    record_event(
        actor=actor, event=events.SENTENCE_TAKEN, obj=report,
        changes={"section": [None, code], "figure": [None, figure]},
    )  # fmt: skip
    return section


def _words_of(sent: SentVersion | None, code: str) -> str:
    sections = sent.content["sections"] if sent else ()
    return next((str(one["text"]) for one in sections if one["code"] == code), "")


def _section(report: UnitReport, code: str) -> SectionText:
    section = report.texts.select_related("field").filter(field__code=code).first()
    if section is None:
        raise NotVisible("not-found", _("Không có mục này trong báo cáo."))
    return section


def _put(actor: Actor, report: UnitReport, section: SectionText, text: str, *, is_new: bool = False) -> None:
    """Replace the text. The latest version is written over while its author goes on typing, else the next begins."""
    moment = now()
    latest = section.versions.filter(is_aside=False).first()
    goes_on = (
        not is_new
        and latest is not None
        and latest.by_user == actor.user_id
        and latest.text == section.text
        and moment - latest.at < _ONE_SITTING
    )
    section.text, section.by_name, section.by_user, section.at = text, actor.name, actor.user_id, moment
    section.edits += 1
    section.save()
    if goes_on and latest is not None:
        latest.text = text
        latest.save(update_fields=["text"])
        return
    _add_version(section, text, actor, is_aside=False)
    record_event(actor=actor, event=events.EDITED, obj=report, changes={"section": [None, section.field.code]})


def _keep_aside(section: SectionText, text: str, actor: Actor) -> None:
    """Keep a text that came too late; who goes on typing writes over their own."""
    own = section.versions.filter(is_aside=True, settled_at__isnull=True, by_user=actor.user_id).first()
    if own is None:
        _add_version(section, text, actor, is_aside=True)
    else:
        own.text, own.at = text, now()
        own.save(update_fields=["text", "at"])


def _add_version(section: SectionText, text: str, actor: Actor, *, is_aside: bool) -> None:
    newest = section.versions.first()
    TextVersion.objects.create(
        section=section, number=newest.number + 1 if newest else 1, text=text, by_name=actor.name,
        by_user=actor.user_id, at=now(), is_aside=is_aside,
    )  # fmt: skip


def _told_of(value: FigureValue) -> str:
    shown = _("trống") if value.value is None else formats.number_format(value.value.normalize())
    return _("%(who)s vừa ghi số này là %(value)s. Hãy xem lại rồi ghi nếu số của bạn mới đúng.") % {
        "who": value.by_name or _("Hệ thống"),
        "value": shown,
    }
