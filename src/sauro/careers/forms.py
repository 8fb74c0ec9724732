"""Forms of careers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from sauro.careers.enums import ActKind, Bars, CompetencyGroup, LocalRule, MoveKind, PlanningGroup, ReviewOutcome
from sauro.careers.models import Competency
from sauro.careers.models.standards import LEVELS
from sauro.careers.services.moves import MoveFields
from sauro.careers.services.planning import ListFields
from sauro.careers.services.records import ActFields
from sauro.careers.services.standards import CompetencyFields, StandardFields
from sauro.ui.forms import DayField, PageForm, UnitField
from sauro.workforce.fields import EDUCATIONS, THEORIES
from sauro.workforce.models import Post
from sauro.workforce.pickers import DossierField
from sauro.workforce.services.establishment import Paper

_NONE: list[tuple[str, Any]] = [("", _("Không yêu cầu"))]
_AREA = forms.Textarea(attrs={"rows": 2})


class CompetencyForm(PageForm):
    """A competency of the framework, with what each of its levels means."""

    code = forms.CharField(label=_("Mã"), max_length=20)
    title = forms.CharField(label=_("Năng lực"), max_length=200)
    group = forms.ChoiceField(label=_("Nhóm năng lực"), choices=CompetencyGroup.choices)
    since = DayField(label=_("Có hiệu lực từ ngày"))
    until = DayField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống khi còn hiệu lực."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, LEVELS + 1):
            label = translated("Mức %(number)d là gì") % {"number": number}
            field = forms.CharField(label=label, max_length=2000, required=False, widget=_AREA)
            self.add_last_field(f"level_{number}", field)

    @property
    def values(self) -> CompetencyFields:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        levels = [held[f"level_{number}"] for number in range(1, LEVELS + 1)]
        group = CompetencyGroup(held["group"])
        return CompetencyFields(held["code"], held["title"], group, held["since"], levels, held["until"])


class StandardForm(PageForm):
    """What a post demands from a day on; one field for each competency of the framework."""

    since = DayField(
        label=_("Có hiệu lực từ ngày"), help_text=_("Chọn đúng ngày bắt đầu của tiêu chuẩn trước thì là sửa sai.")
    )
    education = forms.ChoiceField(
        label=_("Trình độ chuyên môn từ"), choices=[*_NONE, *reversed(EDUCATIONS)], required=False
    )
    subjects = forms.CharField(
        label=_("Chuyên ngành phù hợp"), required=False, widget=forms.Textarea(attrs={"rows": 4}), max_length=4000,
        help_text=_("Mỗi dòng một ngành; có một trong số đó là đạt. So không kể dấu, theo chữ có trong tên ngành."),
    )  # fmt: skip
    theory = forms.ChoiceField(
        label=_("Lý luận chính trị từ"), choices=[*_NONE, *reversed(THEORIES[1:])], required=False
    )
    state_management = forms.BooleanField(label=_("Phải qua bồi dưỡng quản lý nhà nước"), required=False)
    digital = forms.BooleanField(label=_("Phải qua bồi dưỡng kỹ năng số"), required=False)
    grace_months = forms.IntegerField(
        label=_("Thời gian hoàn thiện (tháng)"), min_value=0, max_value=120, required=False,
        help_text=_("Tính từ ngày bổ nhiệm hoặc ngày tiêu chuẩn có hiệu lực. Để trống khi không định hạn."),
    )  # fmt: skip
    decision = forms.CharField(label=_("Văn bản quy định"), max_length=120)
    decided_on = DayField(label=_("Ngày văn bản"), required=False)
    reason = forms.CharField(label=_("Lý do sửa"), max_length=500, required=False, help_text=_("Bắt buộc khi sửa sai."))

    def __init__(self, *args: Any, competencies: list[Competency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = [("", "–"), *((str(level), str(level)) for level in range(1, LEVELS + 1))]
        self._names = {f"nl_{one.pk.hex}": one.pk for one in competencies}
        for one in competencies:
            label = translated("%(group)s: %(title)s, mức tối thiểu")
            words = label % {"group": one.get_group_display(), "title": one.title}
            self.add_last_field(f"nl_{one.pk.hex}", forms.ChoiceField(label=words, choices=choices, required=False))

    @property
    def values(self) -> StandardFields:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        competencies: dict[UUID, int] = {pk: int(held[name]) for name, pk in self._names.items() if held[name]}
        return StandardFields(
            held["since"], held["education"], held["subjects"].splitlines(), held["theory"], held["state_management"],
            held["digital"], held["grace_months"], competencies,
        )  # fmt: skip

    @property
    def paper(self) -> Paper:
        """The paper that lays it down."""
        return Paper(self.cleaned_data["decision"], self.cleaned_data["decided_on"])


class _CompetencyField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    def label_from_instance(self, obj: Any) -> str:
        """A competency is chosen by its title, with its group."""
        return f"{obj.get_group_display()}: {obj.title}"


class AssessForm(PageForm):
    """The level of somebody's competency."""

    competency = _CompetencyField(label=_("Năng lực"), queryset=Competency.objects.order_by("group", "sort_key"))
    level = forms.TypedChoiceField(
        label=_("Mức"), choices=[(level, str(level)) for level in range(1, LEVELS + 1)], coerce=int
    )
    since = DayField(label=_("Ngày đánh giá"))
    decision = forms.CharField(label=_("Số văn bản, phiếu đánh giá"), max_length=120, required=False)
    decided_on = DayField(label=_("Ngày văn bản"), required=False)

    @property
    def paper(self) -> Paper:
        """The paper it rests on."""
        return Paper(self.cleaned_data["decision"], self.cleaned_data["decided_on"])


class ReasonForm(PageForm):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=500)


class _PostField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_label=_("Chọn vị trí"), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """A position is chosen by its title."""
        return str(obj.title)


class MoveForm(PageForm):
    """What a move is to be."""

    kind = forms.ChoiceField(label=_("Hình thức"), choices=MoveKind.choices)
    to_unit = UnitField(label=_("Đến đơn vị"), help_text=_("Bổ nhiệm lại thì giữ nguyên đơn vị và vị trí."))
    to_post = _PostField(label=_("Vị trí việc làm"), queryset=Post.objects.filter(is_closed=False))
    first_day = DayField(label=_("Từ ngày"))
    last_day = DayField(label=_("Dự kiến đến hết ngày"), required=False)
    bars = forms.ChoiceField(
        label=_("Trường hợp không được điều động, luân chuyển, biệt phái"), choices=Bars.choices, required=False,
        help_text=_("Đang xem xét kỷ luật, điều tra; điều trị bệnh nặng; học dài hạn; thai sản, nuôi con nhỏ; "
                    "hoàn cảnh đặc biệt khó khăn. Chỉ ghi đã kiểm tra, không ghi lý do."),
    )  # fmt: skip
    is_excepted = forms.BooleanField(
        label=_("Luân chuyển do không bố trí người địa phương, hoặc đã đủ hai nhiệm kỳ"), required=False,
        help_text=_("Khi đó chỉ cần còn đủ thời gian công tác cho lần luân chuyển này."),
    )  # fmt: skip
    issuer = UnitField(label=_("Cơ quan ban hành quyết định"), required=False)
    signer_capacity = forms.CharField(label=_("Chức vụ người ký"), max_length=160, required=False)
    note = forms.CharField(
        label=_("Ghi chú"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    @property
    def values(self) -> MoveFields:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return MoveFields(
            MoveKind(held["kind"]), held["to_unit"], held["to_post"].pk, held["first_day"], held["last_day"],
            Bars(held["bars"]), held["is_excepted"], held["issuer"], held["signer_capacity"], held["note"],
        )  # fmt: skip


class DecideForm(PageForm):
    """The decision on a move."""

    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = DayField(label=_("Ngày quyết định"))
    appoints = forms.BooleanField(
        label=_("Ghi luôn việc nhận vị trí mới"), required=False,
        help_text=_("Điều động, luân chuyển thì thôi vị trí đang giữ; biệt phái thì giữ cả hai. Có kiểm tra biên chế; "
                    "nơi nhận đã hết biên chế thì bỏ dấu này, rồi bố trí ở trang của người."),
    )  # fmt: skip
    despite = forms.CharField(
        label=_("Vì sao vẫn ghi khi có điều kiện chưa đạt"), max_length=500, required=False,
        help_text=_("Bắt buộc khi có điều kiện chưa đạt; lý do được giữ trong hồ sơ."),
    )  # fmt: skip


class EndMoveForm(PageForm):
    """The end of a move."""

    ended_on = DayField(label=_("Ngày cuối"))
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    reason = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)


class ClearanceForm(PageForm):
    """The paper by which the site says that unpublished names in planning are no state secret."""

    decision = forms.CharField(label=_("Số văn bản xác nhận"), max_length=120)
    decided_on = DayField(label=_("Ngày văn bản"))
    is_sure = forms.BooleanField(
        label=_("Danh sách quy hoạch chưa công bố của khối này không thuộc danh mục bí mật nhà nước")
    )


class PlanningListForm(PageForm):
    """What a planning list is for."""

    unit = UnitField(label=_("Đơn vị của chức danh"))
    post = _PostField(label=_("Chức danh"), queryset=Post.objects.filter(is_closed=False))
    term = forms.CharField(label=_("Nhiệm kỳ"), max_length=20, help_text=_("Ví dụ 2030–2035."))
    reference = DayField(
        label=_("Thời điểm tham chiếu"), help_text=_("Một ngày trong tháng được lấy để tính thời gian còn công tác.")
    )
    is_collective = forms.BooleanField(label=_("Là danh sách cấp ủy, tập thể (theo hệ số)"), required=False)
    seats = forms.IntegerField(label=_("Số lượng định biên"), min_value=1, max_value=200, initial=1)

    @property
    def values(self) -> ListFields:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return ListFields(
            held["unit"], held["post"].pk, held["term"], held["reference"], held["is_collective"], held["seats"]
        )


class NominationForm(PageForm):
    """A name for a list."""

    dossier = DossierField(
        label=_("Người được giới thiệu"), help_text=_("Gõ tên hoặc mã hồ sơ; người của bất kỳ đơn vị nào cùng khối.")
    )
    group = forms.ChoiceField(label=_("Đối tượng"), choices=PlanningGroup.choices)
    despite = forms.CharField(
        label=_("Vì sao vẫn ghi khi có quy định chưa đạt"), max_length=500, required=False,
        help_text=_("Giới hạn về số người, số chức danh thì không vượt được."),
    )  # fmt: skip


class ApproveForm(PageForm):
    """The approval of a name."""

    decision = forms.CharField(label=_("Số quyết định phê duyệt"), max_length=120)
    decided_on = DayField(label=_("Ngày quyết định"))


class ReviewForm(PageForm):
    """This year's review of a name."""

    outcome = forms.ChoiceField(label=_("Kết luận"), choices=ReviewOutcome.choices, widget=forms.RadioSelect)
    decision = forms.CharField(label=_("Số văn bản soát quy hoạch"), max_length=120)
    remark = forms.CharField(label=_("Nhận xét, lý do"), max_length=500, required=False)


class RemovalForm(PageForm):
    """A name leaves planning."""

    removed_on = DayField(label=_("Ngày đưa ra"))
    decision = forms.CharField(label=_("Số văn bản"), max_length=120)
    reason = forms.CharField(label=_("Lý do"), max_length=500)


class ClosedPostForm(PageForm):
    """A rule on a post closed to local people."""

    post = _PostField(label=_("Vị trí việc làm"), queryset=Post.objects.filter(is_closed=False))
    level = forms.ChoiceField(label=_("Mức"), choices=LocalRule.choices)
    since = DayField(label=_("Có hiệu lực từ ngày"))
    due_on = DayField(label=_("Hoàn thành trước ngày"), required=False)
    decision = forms.CharField(label=_("Văn bản quy định"), max_length=120)
    decided_on = DayField(label=_("Ngày văn bản"), required=False)

    @property
    def rule(self) -> LocalRule:
        """How strictly. The form must be valid."""
        return LocalRule(self.cleaned_data["level"])


class ActForm(PageForm):
    """An official decision that was issued."""

    kind = forms.ChoiceField(label=_("Nội dung"), choices=ActKind.choices)
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = DayField(label=_("Ngày quyết định"))
    since = DayField(label=_("Có hiệu lực từ ngày"))
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=300)
    basis = forms.CharField(label=_("Căn cứ nêu trong quyết định"), max_length=500)
    note = forms.CharField(label=_("Ghi chú"), max_length=4000, required=False, widget=_AREA)

    @property
    def values(self) -> ActFields:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return ActFields(ActKind(held["kind"]), held["since"], held["issuer"], held["basis"], held["note"])
