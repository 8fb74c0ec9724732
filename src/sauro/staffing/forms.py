"""Forms of proposals of moves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.staffing.enums import CandidateState, Grade, MoveState, PlanState, Way
from sauro.staffing.models.scenarios import MOST_WEIGHT
from sauro.staffing.services.data import MOST_NEEDED, Movable, OnMap
from sauro.staffing.services.recruiting import MOST_OF_A_LINE, Applied, Settled
from sauro.staffing.services.running import LONGEST_MINUTES, STAY_MONTHS, Question
from sauro.staffing.solver.problem import Weights
from sauro.ui.forms import DayField, PageForm, UnitField
from sauro.workforce.models import Post


class Slider(forms.NumberInput):
    """A number chosen by sliding; the page's script writes it beside."""

    input_type = "range"


def _weight(label: Any, initial: int) -> forms.IntegerField:
    slider = Slider(attrs={"data-slider": "", "step": "1"})
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_WEIGHT, initial=initial, widget=slider)


def _degrees(label: Any, *, required: bool = True) -> forms.FloatField:
    return forms.FloatField(label=label, required=required, widget=forms.TextInput(attrs={"inputmode": "decimal"}))


class WeightsForm(PageForm):
    """How much each goal counts."""

    importance = _weight(_("Trọng số: lấp vị trí quan trọng trước (0–10)"), 5)
    fairness = _weight(_("Trọng số: công bằng giữa các địa bàn (0–10)"), 3)
    distance = _weight(_("Trọng số: đi ít xa (0–10)"), 3)
    circumstances = _weight(_("Trọng số: nể hoàn cảnh của người (0–10)"), 3)
    support = _weight(_("Trọng số: ít chi hỗ trợ (0–10)"), 1)

    @property
    def weights(self) -> Weights:
        """What was chosen. The form must be valid."""
        return Weights(**{name: self.cleaned_data[name] for name in Weights.__slots__})


class ScenarioForm(WeightsForm):
    """A question and its weights."""

    name = forms.CharField(label=_("Tên phương án"), max_length=200)
    unit = UnitField(label=_("Phạm vi"), help_text=_("Tính cho đơn vị này và mọi đơn vị bên dưới, cùng khối."))
    day = DayField(label=_("Ngày dự kiến có hiệu lực"))
    longest_minutes = forms.IntegerField(
        label=_("Đi xa nhất (phút, một chiều)"), min_value=LONGEST_MINUTES[0], max_value=LONGEST_MINUTES[-1],
        initial=180,
    )  # fmt: skip
    budget = forms.IntegerField(
        label=_("Hỗ trợ tối đa (nghìn đồng mỗi tháng)"), min_value=0, max_value=2_000_000_000, required=False,
        help_text=_("Để trống là không giới hạn."),
    )  # fmt: skip
    stay_months = forms.IntegerField(
        label=_("Đã ở vị trí hiện nay ít nhất (tháng)"), min_value=STAY_MONTHS[0], max_value=STAY_MONTHS[-1], initial=0,
        help_text=_("Người đang luân chuyển luôn được để đủ 36 tháng."),
    )  # fmt: skip
    consent_needed = forms.BooleanField(label=_("Chỉ đề xuất người đã đồng ý"), required=False, initial=True)
    field_order = ("name", "unit", "day")

    @property
    def question(self) -> Question:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return Question(
            held["name"],
            held["day"],
            self.weights,
            held["longest_minutes"],
            held["budget"],
            held["consent_needed"],
            held["stay_months"],
        )


class DecisionForm(PageForm):
    """What an officer says of a move; ``seen`` is the state they had before them."""

    outcome = forms.ChoiceField(
        label=_("Kết luận"), widget=forms.RadioSelect,
        choices=[
            (MoveState.CONFIRMED.value, _("Chọn làm dự thảo quyết định")), (MoveState.REFUSED.value, _("Không chọn")),
        ],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Lý do"), max_length=500, required=False, help_text=_("Bắt buộc khi không chọn."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    seen = forms.ChoiceField(choices=MoveState.choices, widget=forms.HiddenInput)


class PlaceForm(PageForm):
    """Where a commune lies."""

    unit = UnitField(label=_("Xã, phường, đặc khu hoặc cơ quan cấp tỉnh"))
    latitude = _degrees(_("Vĩ độ (độ thập phân)"))
    longitude = _degrees(_("Kinh độ (độ thập phân)"))
    hardship = forms.TypedChoiceField(label=_("Mức khó khăn"), choices=Grade.choices, coerce=int, initial=0)
    harbour_latitude = _degrees(_("Đảo: vĩ độ bến tàu ở đất liền"), required=False)
    harbour_longitude = _degrees(_("Đảo: kinh độ bến tàu ở đất liền"), required=False)
    crossing_minutes = forms.IntegerField(label=_("Đảo: số phút đi tàu"), min_value=1, max_value=1440, required=False)

    @property
    def on_map(self) -> OnMap:
        """What was typed. The form must be valid."""
        return OnMap(**{name: self.cleaned_data[name] for name in OnMap.__slots__})


class _PostField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    def label_from_instance(self, obj: Any) -> str:
        """A position is chosen by its title."""
        return str(obj.title)


class NeedForm(PageForm):
    """How many people of a position a unit needs."""

    unit = UnitField(label=_("Đơn vị"))
    post = _PostField(label=_("Vị trí việc làm"), queryset=Post.objects.none())
    number = forms.IntegerField(
        label=_("Số người cần"), min_value=0, max_value=MOST_NEEDED,
        help_text=_("Chỉ tính trong số biên chế còn trống. Ghi 0 để bỏ nhu cầu này."),
    )  # fmt: skip

    def __init__(self, *args: Any, posts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["post"]
        assert isinstance(choice, _PostField)  # noqa: S101 -- declared above
        choice.queryset = posts


class PlanForm(PageForm):
    """A recruitment plan."""

    name = forms.CharField(label=_("Tên kế hoạch"), max_length=200)
    unit = UnitField(label=_("Phạm vi"), help_text=_("Tuyển cho đơn vị này và các đơn vị bên dưới."))
    year = forms.IntegerField(label=_("Năm"), min_value=2020, max_value=2100)
    way = forms.ChoiceField(
        label=_("Hình thức"), choices=Way.choices, initial=Way.SELECTION,
        help_text=_("Cho các chỉ tiêu lấy từ phương án; sửa được từng chỉ tiêu khi kế hoạch chưa duyệt."),
    )  # fmt: skip


class LineForm(PageForm):
    """A line of a plan."""

    unit = UnitField(label=_("Đơn vị"))
    post = _PostField(label=_("Vị trí việc làm"), queryset=Post.objects.none())
    way = forms.ChoiceField(label=_("Hình thức"), choices=Way.choices, initial=Way.SELECTION)
    number = forms.IntegerField(
        label=_("Số người"), min_value=0, max_value=MOST_OF_A_LINE, help_text=_("Ghi 0 để bỏ chỉ tiêu này.")
    )

    def __init__(self, *args: Any, posts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["post"]
        assert isinstance(choice, _PostField)  # noqa: S101 -- declared above
        choice.queryset = posts


class StepForm(PageForm):
    """A plan goes on; ``seen`` is the state before the officer."""

    seen = forms.ChoiceField(choices=PlanState.choices, widget=forms.HiddenInput)
    decision = forms.CharField(label=_("Số quyết định phê duyệt"), max_length=120, required=False)


class CandidateForm(PageForm):
    """Who applied."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    birth_year = forms.IntegerField(label=_("Năm sinh"), required=False, min_value=1900, max_value=2100)
    degree = forms.CharField(label=_("Trình độ, chuyên ngành"), max_length=300, required=False)

    @property
    def applied(self) -> Applied:
        """What was typed. The form must be valid."""
        return Applied(**self.cleaned_data)


class ResultForm(PageForm):
    """What became of somebody who applied; ``seen`` is the state before the officer."""

    state = forms.ChoiceField(
        label=_("Kết quả"), choices=[one for one in CandidateState.choices if one[0] != CandidateState.APPLIED]
    )
    decision = forms.CharField(label=_("Số văn bản"), max_length=120, required=False)
    result = forms.CharField(label=_("Điểm, nhận xét theo biên bản"), max_length=300, required=False)
    seen = forms.ChoiceField(choices=CandidateState.choices, widget=forms.HiddenInput)
    dossier_code = forms.CharField(
        label=_("Mã hồ sơ"), max_length=20, required=False,
        help_text=_("Khi đã bố trí: lập hồ sơ và ghi bố trí trước, rồi ghi mã hồ sơ vào đây."),
    )  # fmt: skip

    def __init__(self, *args: Any, is_contract: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_contract:
            del self.fields["dossier_code"]
            number = forms.CharField(label=_("Số hợp đồng"), max_length=120, required=False)
            self.add_last_field("contract", number)
            self.add_last_field("contract_since", DayField(label=_("Hợp đồng từ ngày"), required=False))
            self.add_last_field("contract_until", DayField(label=_("Hợp đồng đến hết ngày"), required=False))

    @property
    def settled(self) -> Settled:
        """What was typed. The form must be valid."""
        held = {name: value for name, value in self.cleaned_data.items() if name not in ("seen", "state")}
        return Settled(CandidateState(self.cleaned_data["state"]), **held)


class StandingForm(PageForm):
    """Whether somebody could move, without any reason."""

    could_move = forms.BooleanField(label=_("Có thể điều động (dôi dư so với nhu cầu)"), required=False)
    circumstances = forms.TypedChoiceField(
        label=_("Mức hoàn cảnh cần ở gần"), choices=Grade.choices, coerce=int, initial=0,
        help_text=_("Chỉ ghi mức, không ghi lý do."),
    )  # fmt: skip
    not_before = DayField(
        label=_("Không điều động trước ngày"), required=False, help_text=_("Theo quy định; không ghi lý do.")
    )
    home = UnitField(label=_("Quê ở xã, phường, đặc khu"), required=False)

    @property
    def movable(self) -> Movable:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return Movable(held["could_move"], held["circumstances"], held["not_before"], held["home"])
