"""The papers of a round of units: the minutes of the meeting, the decision with its list, the notice to a unit.

A list names levels alone (NĐ 335/2025/NĐ-CP Điều 8, 9). What was said in the meeting is not on record: the minutes
leave lines for it, and what else is missing stands in brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from sauro.appraisals.models import UnitRating, UnitRound
from sauro.appraisals.papers.parts import form_header, gap, layout_of, said
from sauro.organizations.selectors.letterhead import letterhead_of
from vanban.compose.kinds import abbreviation, split_number
from vanban.compose.model import (
    Align,
    Annex,
    Column,
    Content,
    Header,
    Kind,
    Signature,
    Table,
    article,
    bold,
    item,
    section,
)


def unit_decision_content(found: UnitRound, ratings: Sequence[UnitRating]) -> Content:
    """Return the decision with the list of units; a draft until it has its number."""
    head, year, layout = letterhead_of(found.unit), {"year": found.year}, layout_of(found.domain)
    number, symbol = split_number(found.decision)
    return Content(
        kind=Kind.QUYET_DINH,
        layout=layout,
        header=Header(
            upper=head.upper, issuer=head.issuer, number=number,
            symbol=symbol or abbreviation(Kind.QUYET_DINH, layout), place=head.place, date=found.decided_on,
        ),
        subject=_("Về việc xếp loại chất lượng cơ quan, tổ chức, đơn vị năm %(year)s") % year,
        authority=_("Thủ trưởng %(unit)s") % {"unit": found.unit.name},
        bases=(
            _("Căn cứ Nghị định số 335/2025/NĐ-CP của Chính phủ;"),
            _("Căn cứ Nghị định số 233/2026/NĐ-CP của Chính phủ;"),
            _("Theo đề nghị của bộ phận tham mưu công tác cán bộ."),
        ),
        body=(
            article(_("Xếp loại chất lượng năm %(year)s đối với các đơn vị có tên trong danh sách kèm theo.") % year),
            article(_("Kết quả xếp loại đơn vị là căn cứ xếp loại người đứng đầu đơn vị.")),
            article(_("Các đơn vị có tên trong danh sách thi hành Quyết định này.")),
        ),
        signature=Signature((gap(_("chức vụ người ký")),), found.decided_by_name),
        recipients=(_("Như Điều 3"),),
        filing="VT",
        annexes=(Annex(_("Danh sách xếp loại đơn vị năm %(year)s") % year, (_table(ratings),)),),
    )  # fmt: skip


def unit_minutes_form(found: UnitRound, ratings: Sequence[UnitRating]) -> Content:
    """Return the minutes with the score, the works and the proposed level of each unit."""
    return Content(
        kind=Kind.BIEU_MAU,
        layout=layout_of(found.domain),
        header=form_header(found.unit, "", None),
        title=_("Biên bản"),
        subject=_("Họp xếp loại chất lượng cơ quan, tổ chức, đơn vị năm %(year)s") % {"year": found.year},
        body=(
            section(_("Nội dung họp"), *said("")),
            section(_("Ý kiến của cấp ủy"), *said("")),
            section(_("Đề nghị xếp loại"), _proposals(ratings)),
        ),
        maker=Signature((_("Thư ký"),)),
        signature=Signature((_("Chủ trì"),)),
    )


def unit_notice_content(rating: UnitRating) -> Content:
    """Return the notice of a decided level to the unit: the level, its decision, and how to complain."""
    found = rating.round
    head, layout = letterhead_of(found.unit), layout_of(found.domain)
    held = {
        "unit": rating.unit.name, "year": found.year, "level": str(rating.get_level_display()).lower(),
        "decision": found.decision, "day": f"{found.decided_on:%d/%m/%Y}" if found.decided_on else "",
    }  # fmt: skip
    return Content(
        kind=Kind.THONG_BAO,
        layout=layout,
        header=Header(
            upper=head.upper, issuer=head.issuer, symbol=abbreviation(Kind.THONG_BAO, layout), place=head.place
        ),
        subject=_("Kết quả xếp loại chất lượng đơn vị năm %(year)s") % held,
        body=(
            item(_("Đơn vị được xếp loại: %(unit)s.") % held),
            item((_("Mức xếp loại năm %(year)s: ") % held, bold(str(held["level"])), ".")),
            item(_("Theo Quyết định %(decision)s ngày %(day)s.") % held),
            item(
                _("Kiến nghị của người đứng đầu đơn vị được giải quyết trong 07 ngày làm việc kể từ ngày nhận.")
            ),
        ),
        signature=Signature((gap(_("chức vụ người ký")),)),
        recipients=(str(held["unit"]),),
        filing="VT",
    )  # fmt: skip


def _proposals(ratings: Sequence[UnitRating]) -> Table:
    return Table(
        (
            Column(_("TT"), 1, Align.CENTER), Column(_("Đơn vị"), 7), Column(_("Điểm năm"), 2, Align.NUMBER),
            Column(_("Nhiệm vụ"), 2, Align.NUMBER), Column(_("Hoàn thành"), 2, Align.NUMBER),
            Column(_("Chậm"), 2, Align.NUMBER), Column(_("Đề nghị"), 5),
        ),
        tuple(
            (
                str(number), one.unit.name, f"{one.score:f}".replace(".", ",") if one.score is not None else "",
                str(one.tasks), str(one.done), str(one.late),
                str(one.get_level_display() if one.level else one.get_proposed_display()) or gap(_("mức")),
            )
            for number, one in enumerate(ratings, 1)
        ),
    )  # fmt: skip


def _table(ratings: Sequence[UnitRating]) -> Table:
    return Table(
        (Column(_("TT"), 1, Align.CENTER), Column(_("Đơn vị"), 9), Column(_("Mức xếp loại"), 6)),
        tuple(
            (str(number), one.unit.name, str(one.get_level_display()) if one.level else gap(_("mức")))
            for number, one in enumerate([one for one in ratings if one.highest], 1)
        ),
    )
