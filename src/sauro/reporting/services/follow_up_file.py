"""The follow-up of a directive as an official document, .docx or .pdf, with who took it out on record."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from django.db import transaction
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import VIETNAM, now
from sauro.common.domains import Domain
from sauro.documents.services.composing import PaperKind, composed
from sauro.organizations.selectors.letterhead import letterhead_of
from sauro.reporting import events
from sauro.reporting.selectors.follow_up import FollowUp, Part, Point, follow_up
from sauro.tasks.enums import AssignmentState
from sauro.tasks.timeliness import Timeliness
from vanban.compose.model import (
    Align,
    Annex,
    Block,
    Cell,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Paragraph,
    Row,
    Signature,
    Table,
    dash,
    section,
)

_UNDER_WAY = (
    Timeliness.IN_TIME,
    Timeliness.DUE_SOON,
    Timeliness.NO_DEADLINE,
    Timeliness.RECURRING,
    Timeliness.WAITING,
    Timeliness.WAITING_OTHERS,
)


def follow_up_file(*, actor: Actor, document_id: UUID, kind: PaperKind) -> tuple[bytes, str]:
    """Return the follow-up as a file and its name. Holds what the actor may see; the export is recorded."""
    shown = follow_up(actor, document_id)
    content = follow_up_content(shown)
    data = composed(content, kind)
    with transaction.atomic():
        record_event(
            actor=actor,
            event=events.FOLLOW_UP_EXPORTED,
            obj=shown.document,
            object_text=shown.document.code,
            changes={"rows": sum(len(point.parts) for point in shown.points), "kind": str(kind)},
        )
    return data, f"theo-doi-{shown.document.code}.{kind}"


def follow_up_content(shown: FollowUp) -> Content:
    """Return what the document says: the figures, the general directions, and every point as an annex across."""
    unit = shown.document.owner_unit
    head = letterhead_of(unit)
    return Content(
        kind=Kind.BAO_CAO,
        layout=Layout.PARTY if shown.document.domain == Domain.PARTY else Layout.STATE,
        subject=_("Theo dõi thực hiện %(document)s") % {"document": shown.document.title},
        header=Header(upper=head.upper, issuer=head.issuer, symbol="BC", place=head.place),
        body=tuple(_body(shown)),
        signature=Signature((_("Thủ trưởng cơ quan"),)),
        recipients=(_("Các đơn vị được giao nhiệm vụ"),),
        filing="VT",
        annexes=(Annex(_("Tình hình từng nội dung"), (_table(shown),), landscape=True),) if shown.points else (),
    )


def _body(shown: FollowUp) -> Iterator[Block]:
    moment = formats.date_format(timezone.localtime(now(), VIETNAM), "SHORT_DATETIME_FORMAT")
    words = _("Số liệu lúc %(moment)s. %(figures)s") % {"moment": moment, "figures": _in_words(shown)}
    yield section(_("Kết quả chung"), Paragraph(words))
    if shown.directions:
        directions = (dash(direction.text) for direction in shown.directions)
        yield section(_("Chỉ đạo chung, không theo dõi bằng thời hạn"), *directions)


def _in_words(shown: FollowUp) -> str:
    whole = shown.whole
    words = _(
        "Tổng số %(total)s phần việc: %(done)s đã xong, %(late)s quá hạn, "
        "%(open)s đang làm hoặc chờ xác nhận, %(stopped)s đã dừng."
    ) % {
        "total": whole.total,
        "done": whole.of(Timeliness.DONE_ON_TIME) + whole.of(Timeliness.DONE_LATE),
        "late": whole.of(Timeliness.OVERDUE),
        "open": sum(whole.of(kind) for kind in _UNDER_WAY),
        "stopped": whole.of(Timeliness.STOPPED),
    }
    if not whole.judged:
        return words
    share = formats.number_format(Decimal(str(whole.share)).quantize(Decimal("0.1"), ROUND_HALF_UP))
    figures = {"share": share, "on_time": whole.on_time, "judged": whole.judged}
    return f"{words} " + _("Đúng hạn %(share)s%% (%(on_time)s/%(judged)s).") % figures


def _table(shown: FollowUp) -> Table:
    columns = (
        Column(_("TT"), 1, Align.CENTER),
        Column(_("Nội dung"), 7),
        Column(_("Đơn vị"), 4),
        Column(_("Thời hạn"), 2, Align.CENTER),
        Column(_("Tình hình"), 3),
        Column(_("Báo cáo gần nhất"), 4),
    )
    return Table(columns, tuple(row for number, point in enumerate(shown.points, 1) for row in _rows(number, point)))


def _rows(number: int, point: Point) -> Iterator[Row]:
    """The rows of a point: its number and words once, beside a row for each body."""
    height = max(len(point.parts), 1)
    first = (Cell(str(number), row_span=height), Cell(point.obligation.text, row_span=height))
    if not point.parts:
        yield *first, _("chưa giao"), "", "", ""
    for index, part in enumerate(point.parts):
        yield (*first, *_of_part(part)) if index == 0 else _of_part(part)


def _of_part(part: Part) -> tuple[str, str, str, str]:
    row = part.assignment
    due = formats.date_format(row.due_on, "SHORT_DATE_FORMAT") if row.due_on else _("không nêu")
    timeliness = Timeliness(row.timeliness).label  # type: ignore[attr-defined]  # annotated by visible_assignments
    state = AssignmentState(row.state).label
    return f"{row.unit.name} ({row.get_role_display()})", due, f"{timeliness} – {state}", part.last_report
