"""The form of a cadre's quarter, half-year or year: score, grounds, opinion, the committee's decision.

The fields are those QĐ 366-QĐ/TW Điều 11 weighs; the official wording of the forms of HD 43-HD/BTCTW is not at hand, so
no form number is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from django.utils.translation import gettext as _

from sauro.appraisals.enums import CadreFact, TermState
from sauro.appraisals.models import PeriodReview
from sauro.appraisals.papers.parts import form_header, layout_of, level_row, said, who
from sauro.appraisals.rules.figures import plain
from vanban.compose.model import Align, Block, Column, Content, Kind, Paragraph, Signature, Table, section


def period_form(one: PeriodReview, reasons: Sequence[str]) -> Content:
    """Return the filled form of a period; what is not decided yet is left to be filled in by hand."""
    is_decided = one.state == TermState.DECIDED
    return Content(
        kind=Kind.BIEU_MAU,
        layout=layout_of(one.domain),
        header=form_header(one.committee, "", one.decided_on),
        title=_("Phiếu đánh giá, xếp loại cán bộ"),
        subject=_("%(period)s năm %(year)s") % {"period": one.get_period_display(), "year": one.year},
        body=(
            *who(one.appointment, one.appointment.unit),
            section(_("Kết quả theo dõi, đánh giá"), _results(one)),
            section(_("Căn cứ đã được cấp có thẩm quyền xác định"), *_facts(one)),
            section(_("Mức theo quy định"), level_row(one.proposed), *(Paragraph(words) for words in reasons)),
            section(_("Ý kiến tham gia"), *said(one.opinion)),
            section(_("Quyết định của cấp ủy"), *_decided(one)),
        ),
        maker=Signature((_("Người lập"),)),
        signature=Signature(
            (str(one.get_body_display()) if is_decided else _("Cấp ủy"),), one.decided_by_name if is_decided else ""
        ),
    )


def _results(one: PeriodReview) -> Table:
    score = f"{one.score:f}".replace(".", ",") if one.score is not None else ""
    return Table(
        (Column(_("Nội dung"), 9), Column(_("Kết quả"), 3, Align.NUMBER)),
        (
            (_("Điểm của kỳ (điểm tạm)") if one.is_provisional else _("Điểm của kỳ"), score),
            (_("Nhiệm vụ hoàn thành (%)"), _percent(one.done)),
            (_("Nhiệm vụ đúng hạn (%)"), _percent(one.on_time)),
            (_("Nhiệm vụ chậm tiến độ (%)"), _percent(one.late)),
        ),
    )


def _percent(hundredths: int) -> str:
    return plain(Fraction(hundredths, 100))


def _facts(one: PeriodReview) -> Iterator[Block]:
    known = [str(fact.label) for fact in CadreFact if fact.value in one.facts]
    for words in known or [_("Không có.")]:
        yield Paragraph(words)


def _decided(one: PeriodReview) -> Iterator[Block]:
    yield level_row(one.level)
    if one.decided_on:
        held = {"body": one.get_body_display(), "decision": one.decision, "day": f"{one.decided_on:%d/%m/%Y}"}
        yield Paragraph(_("%(body)s, %(decision)s, ngày %(day)s.") % held)
    if one.reason:
        yield Paragraph(_("Lý do: %(reason)s") % {"reason": one.reason})
