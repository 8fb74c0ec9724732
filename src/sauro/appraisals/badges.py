"""Marks of sheets and of their lines."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sauro.appraisals.enums import OwnLine, SheetState
from sauro.appraisals.models import Sheet, SheetItem
from sauro.ui.badges import Badge, Tone

_TONES = {
    SheetState.OPEN: Tone.IDLE,
    SheetState.SUBMITTED: Tone.SOON,
    SheetState.CONFIRMED: Tone.DONE,
    SheetState.CLOSED: Tone.DONE,
}


def state_badge(row: Sheet) -> Badge:
    """Return the mark of a sheet: how it stands, or that the month was not worked."""
    if row.leave:
        return Badge(row.get_leave_display(), Tone.IDLE)
    state = SheetState(row.state)
    return Badge(state.label, _TONES[state])


def item_badges(item: SheetItem) -> Iterator[Badge]:
    """Yield what counts for or against a line, in words."""
    if item.own:
        tone = {OwnLine.PROPOSED: Tone.SOON, OwnLine.REFUSED: Tone.LATE}.get(OwnLine(item.own), Tone.IDLE)
        yield Badge(OwnLine(item.own).label, tone)
    if not item.is_counted:
        yield Badge(_("Không tính ở tháng này"), Tone.IDLE)
    if item.is_excused:
        yield Badge(_("Được loại khỏi phiếu"), Tone.IDLE)
    if item.units == 0:
        yield Badge(_("Chưa quy đổi"), Tone.SOON)
    elif item.is_pending:
        yield Badge(_("Tạm quy đổi"), Tone.IDLE)
    if item.given_back:
        yield Badge(_("Đã bàn giao"), Tone.IDLE)
    elif item.is_waiting:
        yield Badge(_("Đã nộp, chờ xác nhận"), Tone.DONE)
    else:
        yield Badge(_("Hoàn thành"), Tone.DONE) if item.is_done else Badge(_("Chưa xong"), Tone.IDLE)
    yield from _deductions(item)


def _deductions(item: SheetItem) -> Iterator[Badge]:
    for times, exempt, words in (
        (item.failures, item.exempt_failures, _("Chưa đạt %(times)d lần")),
        (item.late, item.exempt_late, _("Chậm %(times)d lần")),
    ):
        if times:
            spared = _(" (loại trừ %(times)d)") % {"times": exempt} if exempt else ""
            yield Badge(words % {"times": times} + spared, Tone.LATE if times > exempt else Tone.IDLE)
