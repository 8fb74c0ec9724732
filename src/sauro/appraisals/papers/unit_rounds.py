"""The decision on the levels of units, with its list: levels alone (NĐ 335/2025/NĐ-CP Điều 8)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from sauro.appraisals.models import UnitRating, UnitRound
from sauro.appraisals.papers.parts import gap, layout_of
from sauro.organizations.selectors.letterhead import letterhead_of
from vanban.compose.kinds import abbreviation, split_number
from vanban.compose.model import Align, Annex, Column, Content, Header, Kind, Signature, Table, article


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


def _table(ratings: Sequence[UnitRating]) -> Table:
    return Table(
        (Column(_("TT"), 1, Align.CENTER), Column(_("Đơn vị"), 9), Column(_("Mức xếp loại"), 6)),
        tuple(
            (str(number), one.unit.name, str(one.get_level_display()) if one.level else gap(_("mức")))
            for number, one in enumerate([one for one in ratings if one.highest], 1)
        ),
    )
