"""Forms of what a Party committee says of its cadres."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.appraisals.enums import CadreFact, CadrePeriod, CommitteeBody, LevelChoice, ReviewKind
from sauro.appraisals.selectors.cadre_shares import Room, room_words
from sauro.appraisals.selectors.cadres import cadres_of, committees_of
from sauro.appraisals.services.cadre_periods import CadreDecision
from sauro.appraisals.services.cadre_reviews import Decided
from sauro.appraisals.services.rating import FIRST_YEAR
from sauro.organizations.models import Appointment
from sauro.ui.forms import DayField, PageForm

_LONG = forms.Textarea(attrs={"rows": 4})


class _OfCadre(PageForm):
    """Asks first of whom, and which committee; both among those whose records the actor keeps."""

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        committees = committees_of(actor)
        self.add_first_field(
            "committee",
            forms.TypedChoiceField(
                label=_("Cấp ủy quản lý"), choices=[(str(one.pk), one.name) for one in committees], coerce=UUID
            ),
        )
        held: list[tuple[str, Any]] = [
            ("", _("Chọn cán bộ")),
            *((str(one.pk), _words(one)) for one in cadres_of(actor)),
        ]
        self.add_first_field("cadre", forms.TypedChoiceField(label=_("Cán bộ"), choices=held, coerce=UUID))


class ReviewForm(_OfCadre):
    """A praise, a reminder or a warning, as it was decided."""

    kind = forms.ChoiceField(label=_("Hình thức"), choices=ReviewKind.choices, widget=forms.RadioSelect)
    body = forms.ChoiceField(label=_("Cấp quyết định"), choices=CommitteeBody.choices, widget=forms.RadioSelect)
    fact = forms.CharField(
        label=_("Sự việc"), widget=_LONG, max_length=4000,
        help_text=_("Chỉ người này và bộ phận tổ chức của cấp ủy đọc được."),
    )  # fmt: skip
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=_("Số, ngày kết luận hoặc văn bản."))
    decided_on = DayField(label=_("Ngày quyết định"))
    ends_on = DayField(
        label=_("Hiệu lực đến hết"), help_text=_("Sau ngày này nội dung chỉ còn trong hồ sơ của cán bộ.")
    )

    @property
    def decided(self) -> Decided:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return Decided(
            ReviewKind(held["kind"]), CommitteeBody(held["body"]), held["fact"], held["basis"], held["decided_on"],
            held["ends_on"],
        )  # fmt: skip


class PeriodForm(_OfCadre):
    """Whose rating, and for when."""

    year = forms.IntegerField(label=_("Năm"), min_value=FIRST_YEAR, max_value=2099)
    period = forms.TypedChoiceField(label=_("Kỳ"), choices=CadrePeriod.choices, coerce=CadrePeriod)


class ReplyForm(PageForm):
    """What somebody says to what was said of them."""

    reply = forms.CharField(label=_("Ý kiến của tôi"), widget=_LONG, max_length=4000)


class EndForm(PageForm):
    """Why a review ends before its day."""

    reason = forms.CharField(label=_("Lý do kết thúc sớm"), widget=_LONG, max_length=500)


class FactsForm(PageForm):
    """What authorities found."""

    facts = forms.MultipleChoiceField(
        label=_("Căn cứ đã được cấp có thẩm quyền xác định"), choices=CadreFact.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Chỉ đánh dấu khi có văn bản. Hai mục đầu là điều kiện của mức xuất sắc; các mục sau dẫn đến không hoàn "
            "thành."
        ),
    )  # fmt: skip


class OpinionForm(PageForm):
    """What those asked said."""

    opinion = forms.CharField(
        label=_("Ý kiến tham gia"), widget=_LONG, max_length=8000,
        help_text=_("Ý kiến chi bộ, cơ quan tham mưu, nơi công tác."),
    )  # fmt: skip


class CadreDecisionForm(PageForm):
    """The decision of the committee."""

    level = forms.ChoiceField(label=_("Mức xếp loại"), choices=LevelChoice.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Lý do"), widget=_LONG, max_length=1000, required=False, help_text=_("Bắt buộc khi khác mức đề xuất.")
    )
    merit = forms.CharField(
        label=_("Căn cứ cho tỷ lệ xuất sắc trên 20 %"), max_length=500, required=False,
        help_text=_("Thành tích xuất sắc của tập thể; bắt buộc khi quá 20 %, không quá 25 %."),
    )  # fmt: skip
    body = forms.ChoiceField(label=_("Cấp quyết định"), choices=CommitteeBody.choices, widget=forms.RadioSelect)
    decision = forms.CharField(label=_("Số kết luận, quyết định"), max_length=120)
    decided_on = DayField(label=_("Ngày quyết định"))

    def __init__(self, *args: Any, rooms: Sequence[Room], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].help_text = " ".join(room_words(room) for room in rooms)
        if not rooms:
            del self.fields["merit"]

    @property
    def decided(self) -> CadreDecision:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return CadreDecision(
            LevelChoice(held["level"]), CommitteeBody(held["body"]), held["decision"], held["decided_on"],
            held["reason"], held.get("merit", ""),
        )  # fmt: skip


def _words(one: Appointment) -> str:
    return f"{one.person.full_name} – {one.position.title}, {one.unit.name}"
