"""The papers of a round: the minutes of the meeting, the decision with its list, the notice to a person.

What is not on record stands in brackets, in bold: nobody signs over a gap. A list names levels alone, as only these are
published (NĐ 335/2025/NĐ-CP Điều 21).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from sauro.appraisals.models import OwnLevel, Rating, RatingRound
from sauro.appraisals.papers.parts import form_header, gap, layout_of, said
from sauro.common.domains import Domain
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
    Text,
    article,
    bold,
    item,
    section,
)


def minutes_form(found: RatingRound, ratings: Sequence[Rating], own: Mapping[object, OwnLevel]) -> Content:
    """Return the minutes with everybody's score, own level and proposed level, for those who prepare the round."""
    return Content(
        kind=Kind.BIEU_MAU,
        layout=layout_of(found.domain),
        header=form_header(found.unit, "", None),
        title=_("Biên bản"),
        subject=_("Họp nhận xét, đánh giá, xếp loại chất lượng năm %(year)s") % {"year": found.year},
        body=(
            section(_("Nội dung họp"), *said(found.minutes)),
            section(_("Ý kiến của cấp ủy"), *said(found.opinion)),
            section(_("Đề nghị xếp loại"), _people_table(ratings, own)),
        ),
        maker=Signature((_("Thư ký"),)),
        signature=Signature((_("Chủ trì"),)),
    )


def decision_content(found: RatingRound, ratings: Sequence[Rating]) -> Content:
    """Return the decision with the list of levels; a draft until it has its number."""
    head, year = letterhead_of(found.unit), {"year": found.year}
    number, symbol = split_number(found.decision)
    return Content(
        kind=Kind.QUYET_DINH,
        layout=layout_of(found.domain),
        header=Header(
            upper=head.upper, issuer=head.issuer, number=number,
            symbol=symbol or abbreviation(Kind.QUYET_DINH, layout_of(found.domain)), place=head.place,
            date=found.decided_on,
        ),
        subject=_("Về việc xếp loại chất lượng cán bộ, công chức, viên chức năm %(year)s") % year,
        authority=_("Thủ trưởng %(unit)s") % {"unit": found.unit.name},
        bases=_bases(found),
        body=(
            article(_("Xếp loại chất lượng năm %(year)s đối với những người có tên trong danh sách kèm theo.") % year),
            article(_("Kết quả xếp loại được sử dụng trong công tác cán bộ theo quy định.")),
            article(_("Người có tên trong danh sách và các đơn vị liên quan thi hành Quyết định này.")),
        ),
        signature=Signature((gap(_("chức vụ người ký")),), found.decided_by_name),
        recipients=(_("Như Điều 3"),),
        filing="VT",
        annexes=(Annex(_("Danh sách xếp loại chất lượng năm %(year)s") % year, (_level_table(ratings),)),),
    )  # fmt: skip


def notice_content(rating: Rating) -> Content:
    """Return the notice of a decided rating to the person: the level, its decision, and how to complain."""
    found = rating.round
    head, layout = letterhead_of(found.unit), layout_of(found.domain)
    held = {
        "name": rating.appointment.person.full_name, "post": rating.appointment.position.title,
        "unit": rating.unit.name, "year": found.year, "level": str(rating.get_level_display()).lower(),
        "decision": found.decision, "day": f"{found.decided_on:%d/%m/%Y}" if found.decided_on else "",
    }  # fmt: skip
    return Content(
        kind=Kind.THONG_BAO,
        layout=layout,
        header=Header(
            upper=head.upper, issuer=head.issuer, symbol=abbreviation(Kind.THONG_BAO, layout), place=head.place
        ),
        subject=_("Kết quả xếp loại chất lượng năm %(year)s") % held,
        body=(
            item(_("Người được xếp loại: %(name)s, %(post)s, %(unit)s.") % held),
            item((_("Mức xếp loại năm %(year)s: ") % held, bold(str(held["level"])), ".")),
            item(_("Theo Quyết định %(decision)s ngày %(day)s.") % held),
            item(_("Kiến nghị về kết quả này được giải quyết trong 07 ngày làm việc kể từ ngày nhận.")),
        ),
        signature=Signature((gap(_("chức vụ người ký")),)),
        recipients=(str(held["name"]),),
        filing="VT",
    )  # fmt: skip


def _bases(found: RatingRound) -> tuple[Text, ...]:
    if found.domain == Domain.PARTY:
        law: tuple[str, ...] = (_("Căn cứ Quy định số 366-QĐ/TW của Bộ Chính trị;"),)
    else:
        law = (
            _("Căn cứ Luật Cán bộ, công chức số 80/2025/QH15;"),
            _("Căn cứ Nghị định số 335/2025/NĐ-CP của Chính phủ;"),
            _("Căn cứ Nghị định số 233/2026/NĐ-CP của Chính phủ;"),
        )
    return (*law, _("Theo biên bản họp và đề nghị của bộ phận tham mưu công tác cán bộ."))


def _people_table(ratings: Sequence[Rating], own: Mapping[object, OwnLevel]) -> Table:
    return Table(
        (
            Column(_("TT"), 1, Align.CENTER), Column(_("Họ và tên"), 5), Column(_("Chức vụ, đơn vị"), 6),
            Column(_("Điểm năm"), 2, Align.NUMBER), Column(_("Tự xếp loại"), 4), Column(_("Đề nghị"), 4),
        ),
        tuple(
            (
                str(number), one.appointment.person.full_name, f"{one.appointment.position.title}, {one.unit.name}",
                f"{one.score:f}".replace(".", ",") if one.score is not None else "",
                str(own[one.appointment_id].get_level_display()) if one.appointment_id in own else "",
                str(one.get_level_display() if one.level else one.get_proposed_display()) or _("Không xếp loại"),
            )
            for number, one in enumerate(ratings, 1)
        ),
    )  # fmt: skip


def _level_table(ratings: Sequence[Rating]) -> Table:
    return Table(
        (
            Column(_("TT"), 1, Align.CENTER), Column(_("Họ và tên"), 5), Column(_("Chức vụ, đơn vị"), 7),
            Column(_("Mức xếp loại"), 5),
        ),
        tuple(
            (
                str(number), one.appointment.person.full_name, f"{one.appointment.position.title}, {one.unit.name}",
                str(one.get_level_display()) if one.level else _("[chưa quyết định]"),
            )
            for number, one in enumerate([one for one in ratings if one.highest], 1)
        ),
    )  # fmt: skip
