"""Menu entries of appraisals, what waits on the first page, and what can be done to chosen sheets."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.appraisals.cadre_policies import period_review_policy, review_policy
from sauro.appraisals.policies import (
    leads_people,
    rating_policy,
    results_policy,
    sheet_policy,
    sign_policy,
    unit_rating_policy,
)
from sauro.appraisals.selectors.deliveries import deliveries_due
from sauro.appraisals.selectors.waiting import waiting_for
from sauro.appraisals.services.telling import CADRE_REVIEW, UNIT
from sauro.appraisals.services.telling_complaints import CADRE_PERIOD, RATING, UNIT_RATING
from sauro.appraisals.services.telling_signs import SHEET, SIGN
from sauro.appraisals.tables import OVER
from sauro.notices.subjects import SubjectKind, register_subject
from sauro.tasks.home_panels import ShownHomePanel, Tile, register_home_panel
from sauro.ui.badges import Tone
from sauro.ui.lists.choosing import ChoiceBar, RowAct, register_choice_bar
from sauro.ui.navigation import NavItem, Place, register

MOST_AT_ONCE = 200


def _acts(actor: Actor) -> Sequence[RowAct]:
    return [RowAct("xac-nhan", _("Xác nhận theo điểm tự chấm"), "checks")] if leads_people(actor) else ()


def _waiting(actor: Actor) -> ShownHomePanel | None:
    """The tiles of the first page: one's own sheet of last month, and sheets that wait for one's word."""
    own, judged = waiting_for(actor)
    address, tiles = reverse("sheet-list"), []
    if own:
        tiles.append(
            Tile(
                _("Phiếu tháng trước chưa tự chấm"),
                own,
                f"{address}?cua=toi&th={OVER}&tinh-trang=open",
                Tone.SOON,
                "clipboard",
            )
        )
    if judged:
        tiles.append(Tile(_("Phiếu chờ tôi xác nhận"), judged, f"{address}?cua=cho-toi", Tone.SOON, "clipboard-check"))
    due = deliveries_due(actor)
    if due:
        tone = Tone.LATE if any(one.is_late for one in due) else Tone.SOON
        tiles.append(Tile(_("Kết quả đã chốt chưa gửi"), len(due), reverse("results-delivery"), tone, "send"))
    return ShownHomePanel("", tiles) if tiles else None


register(NavItem("sheets", _("Đánh giá"), "sheet-list", "clipboard-check", order=78))
register(NavItem("ratings", _("Xếp loại năm"), "rating-round-list", "medal", "ratings.keep", order=79))
register(NavItem("own-sheets", _("Điểm đánh giá của tôi"), "own-sheets", "clipboard", order=16, place=Place.USER))
register_choice_bar("sheet-list", ChoiceBar("sheets-many", _acts, MOST_AT_ONCE))
register_subject(SubjectKind(SHEET, sheet_policy.visible, lambda pk: reverse("sheet-detail", args=[pk])))
register_subject(SubjectKind(RATING, rating_policy.visible, lambda pk: reverse("rating-detail", args=[pk])))
register_subject(SubjectKind(UNIT, results_policy.visible, lambda pk: f"{reverse('sheet-list')}?dv={pk}"))
register_subject(SubjectKind(SIGN, sign_policy.visible, lambda pk: reverse("sign-answer", args=[pk])))
register_subject(
    SubjectKind(UNIT_RATING, unit_rating_policy.visible, lambda pk: reverse("unit-rating-detail", args=[pk]))
)
register_subject(
    SubjectKind(CADRE_PERIOD, period_review_policy.visible, lambda pk: reverse("cadre-period-detail", args=[pk]))
)
register_subject(SubjectKind(CADRE_REVIEW, review_policy.visible, lambda pk: reverse("cadre-review-detail", args=[pk])))
register_home_panel("appraisals", _waiting, order=40)
