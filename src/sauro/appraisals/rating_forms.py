"""Forms of the yearly rating."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.appraisals.enums import LevelChoice
from sauro.appraisals.models import Complaint, RatingRound
from sauro.appraisals.selectors.proposing_units import level_of_unit
from sauro.appraisals.services.complaints import Answer
from sauro.appraisals.services.rating import FIRST_YEAR, Meeting
from sauro.ui.forms import DayField, PageForm, UnitField

_LONG = forms.Textarea(attrs={"rows": 4})
CONCLUSIONS = [
    ("degradation", gettext_lazy("Bị kết luận suy thoái về tư tưởng chính trị, đạo đức, lối sống")),
    ("forbidden_acts", gettext_lazy("Bị kết luận vi phạm những điều đảng viên không được làm")),
    ("example", gettext_lazy("Bị kết luận vi phạm trách nhiệm nêu gương")),
    ("unit_corruption", gettext_lazy("Đơn vị trực tiếp phụ trách liên quan tham nhũng, lãng phí và bị xử lý")),
]
DISCIPLINES = [
    ("duty", gettext_lazy("Bị kỷ luật trong năm vì hành vi liên quan công vụ")),
    ("degradation", gettext_lazy("Bị kỷ luật trong năm vì suy thoái")),
    ("other", gettext_lazy("Bị kỷ luật trong năm vì hành vi không liên quan công vụ (không là căn cứ)")),
]


class RoundForm(PageForm):
    """Which body, which year."""

    unit = UnitField(label=gettext_lazy("Cơ quan quyết định xếp loại"))
    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=FIRST_YEAR, max_value=2099)


class MeetingForm(PageForm):
    """The minutes, the committee's opinion, and the share of the highest level."""

    minutes = forms.CharField(label=gettext_lazy("Biên bản họp"), widget=_LONG, max_length=20_000)
    opinion = forms.CharField(
        label=gettext_lazy("Ý kiến của cấp ủy"), widget=_LONG, max_length=8_000, required=False,
        help_text=gettext_lazy("Bắt buộc với người đứng đầu, cấp phó."),
    )  # fmt: skip
    unit_level = forms.ChoiceField(
        label=gettext_lazy("Mức đã xếp loại của cơ quan"), choices=[("", "–"), *LevelChoice.choices], required=False,
        help_text=gettext_lazy("Người đứng đầu không được cao hơn mức này."),
    )  # fmt: skip
    share = forms.IntegerField(label=gettext_lazy("Tỷ lệ xuất sắc (%)"), min_value=20, max_value=25, initial=20)
    merit = forms.CharField(
        label=gettext_lazy("Thành tích xuất sắc của cơ quan"), max_length=500, required=False,
        help_text=gettext_lazy("Bắt buộc khi tỷ lệ trên 20 %."),
    )  # fmt: skip

    @property
    def meeting(self) -> Meeting:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return Meeting(held["minutes"], held["opinion"], held["share"], held["merit"], held["unit_level"])


class RoundDecisionForm(PageForm):
    """The decision."""

    decision = forms.CharField(label=gettext_lazy("Số quyết định"), max_length=120)
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"))


class FindingsForm(PageForm):
    """What authorities concluded, and discipline in the year."""

    conclusions = forms.MultipleChoiceField(
        label=gettext_lazy("Kết luận của cấp có thẩm quyền"), choices=CONCLUSIONS, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    disciplines = forms.MultipleChoiceField(
        label=gettext_lazy("Kỷ luật"), choices=DISCIPLINES, required=False, widget=forms.CheckboxSelectMultiple
    )


class LevelForm(PageForm):
    """The level of one person, and why where it departs from the proposed one."""

    level = forms.ChoiceField(label=gettext_lazy("Mức xếp loại"), choices=LevelChoice.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), widget=_LONG, max_length=1000, required=False,
        help_text=gettext_lazy("Bắt buộc khi khác mức đề xuất."),
    )  # fmt: skip


class OwnLevelForm(PageForm):
    """The level somebody gives themselves, and what they say of their year."""

    level = forms.ChoiceField(
        label=gettext_lazy("Tôi tự xếp loại"), choices=LevelChoice.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(label=gettext_lazy("Tự nhận xét năm"), widget=_LONG, max_length=4000, required=False)


class ComplainForm(PageForm):
    """What is complained of."""

    text = forms.CharField(label=gettext_lazy("Nội dung kiến nghị"), widget=_LONG, max_length=8_000)


class ComplaintAnswerForm(PageForm):
    """The answer, and another level with its decision if it is changed."""

    text = forms.CharField(label=gettext_lazy("Trả lời"), widget=_LONG, max_length=8_000)
    decision = forms.CharField(
        label=gettext_lazy("Số quyết định thay thế"), max_length=120, required=False,
        help_text=gettext_lazy("Bắt buộc khi đổi mức."),
    )  # fmt: skip

    def __init__(self, *args: Any, complaint: Complaint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = _("Giữ nguyên: %(level)s") % {"level": complaint.about.get_level_display()}
        choices: list[tuple[str, Any]] = [("", kept), *LevelChoice.choices]
        self.add_first_field("level", forms.ChoiceField(label=_("Kết luận"), choices=choices, required=False))

    @property
    def said(self) -> Answer:
        """What was typed. The form must be valid."""
        return Answer(**{name: self.cleaned_data[name] for name in ("text", "level", "decision")})


def meeting_form(found: RatingRound, data: Any) -> MeetingForm:
    """Return the form of the meeting. The level of the body is shown, not asked, where it is decided."""
    decided = level_of_unit(found.unit, found.year)
    form = MeetingForm(data, initial=meeting_of(found) | ({"unit_level": decided} if decided else {}))
    if decided:
        form.fields["unit_level"].disabled = True
        form.fields["unit_level"].help_text = _("Theo quyết định xếp loại đơn vị; người đứng đầu không cao hơn.")
    return form


def meeting_of(found: RatingRound) -> dict[str, object]:
    """Return what the form of the meeting starts with."""
    return {name: getattr(found, name) for name in ("minutes", "opinion", "share", "merit", "unit_level")}
